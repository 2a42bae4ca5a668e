"""Checks of the letters of a sheet; ids in brackets are those of signage-standards 8."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from weasyprint.document import Document

from placard.compose.outputs import SheetWords
from placard.findings import Finding, Place, Severity
from placard.phrases.ties import torn
from placard.press import boxes, templates
from placard.press.fonts import HAN, SANS, FontSet
from placard.press.layout import LaidOut
from placard.press.legibility import is_han
from placard.read.found import found

NOT_AT_START = "，。、；：！？）」』”’》…—"
NOT_AT_END = "（「『“‘《"
LINE_LATIN, LINE_HAN = 70, 32

# An apostrophe inside a word is how a keyboard writes it: a shop may be called Dana's.
_STRAIGHT = re.compile(r"\"|(?<!\w)'|'(?!\w)")
_HALF_WIDTH = re.compile(r"(?<=[\u3400-\u9fff])[,;:?!](?=[\u3400-\u9fff]|$)")
_WORD = re.compile(r"[^\W\d_]+")
_INVISIBLE = re.compile(r"[\s\u200b\u2060\u00ad]")


def check_words(words: SheetWords, fonts: FontSet, place: Place) -> Iterator[Finding]:
    """[F02, F03, F05, T06, P01, P02] Yield what is wrong with the words before anything is set in type."""
    text = all_text(words)
    if missing := fonts.missing(text, (SANS, HAN)):
        shown = " ".join(f"{letter} (U+{ord(letter):04X})" for letter in missing)
        yield found("press.missing_glyph", place, sheet=words.stem, letters=shown)
    if words.pictogram not in templates.pictogram_names():
        yield found("press.pictogram", place, sheet=words.stem, pictogram=words.pictogram)
    if not words.pictogram_alt.strip():
        yield found("press.alternative", place, sheet=words.stem, pictogram=words.pictogram)
    if _STRAIGHT.search(text):
        shown = _around(text, _STRAIGHT.pattern)
        yield found("press.straight_quotes", place, Severity.WARNING, sheet=words.stem, text=shown)
    if _HALF_WIDTH.search(text):
        yield found(
            "press.half_width",
            place,
            Severity.WARNING,
            sheet=words.stem,
            text=_around(text, _HALF_WIDTH.pattern),
        )
    for name, value in (("title", words.title), ("venue", words.footer.venue), ("sign", words.footer.sign)):
        if not value.strip():
            yield found("press.nameless", place, sheet=words.stem, name=name)


def check_lines(sheet: LaidOut, fonts: FontSet) -> Iterator[Finding]:
    """[F03, F04, T01-T05] Yield line ends nobody would set, and letters that got lost or mixed."""
    texts: dict[str, list[boxes.Line]] = defaultdict(list)
    han = frozenset(block.language for block in sheet.words.blocks if block.script == "han")
    ties = {block.language: block.tie for block in sheet.words.blocks}
    for line in sheet.lines:
        texts[line.name].append(line)
        yield from _line(sheet, line, han)
        yield from _mixed(sheet, line, fonts, han)
    for lines in texts.values():
        if lines[0].language in han and len(lines) > 1 and len(lines[-1].text.strip()) < 2:
            yield sheet.fault("press.lonely", Severity.WARNING, text=lines[-1].text)
        for one, following in pairwise(lines):
            if one.text.rstrip().endswith(tuple(NOT_AT_END)) or following.text.startswith(
                tuple(NOT_AT_START)
            ):
                yield sheet.fault("press.mark", text=f"{one.text} / {following.text}")
            if one.text.endswith("\u00ad") or one.text.endswith("\u2010"):
                yield sheet.fault("press.hyphen", text=one.text)
            if torn(one.text, ties.get(one.language, "none")):
                yield sheet.fault("press.torn", text=one.text)
    lost = Counter(_INVISIBLE.sub("", all_text(sheet.words)))
    lost.subtract(_INVISIBLE.sub("", "".join(line.text for line in sheet.lines)))
    if letters := "".join(sorted((+lost).elements())):
        yield sheet.fault("press.lost", letters=letters)


def check_fonts(document: Document, sheet: LaidOut) -> Iterator[Finding]:
    """[F01] Yield fonts that are not ours and letters no font had, known once the PDF is written."""
    for font in document.fonts.values():
        if font.family not in (SANS, HAN):
            yield sheet.fault("press.foreign_font", font=font.family)
        if missing := "".join(
            chr(point) for point in sorted(font.missing) if chr(point) not in "\u200b\u2060"
        ):
            yield sheet.fault("press.missing_glyph", letters=missing)


def all_text(words: SheetWords) -> str:
    """Return every word of the sheet that content and venue brought."""
    parts = []
    for block in words.blocks:
        parts += [block.tag] if len(words.blocks) > 1 else []
        parts += [block.headline.striptags(), block.key.striptags() if block.key is not None else ""]
        for fact in block.facts:
            parts += [fact.label.striptags(), fact.value.striptags()]
        parts += [paragraph.striptags() for paragraph in block.body]
    parts += [words.address.striptags()] if words.address is not None else []
    parts += [line.striptags() for line in words.desk]
    foot = words.footer
    parts += [
        foot.sign,
        foot.venue.striptags(),
        foot.code,
        foot.in_force.striptags(),
        foot.status.striptags(),
    ]
    return "\n".join(parts)


def _line(sheet: LaidOut, line: boxes.Line, han_languages: frozenset[str]) -> Iterator[Finding]:
    """[T04] A line the eye can follow; the foot is a list, not a text."""
    han = line.language in han_languages
    letters = len(line.text) if not han else sum(1.0 if is_han(letter) else 0.5 for letter in line.text)
    most = LINE_HAN if han else LINE_LATIN
    if letters > most and line.name not in ("foot", "address"):
        yield sheet.fault("press.long_line", text=line.text, letters=round(letters), most=most)


def _mixed(
    sheet: LaidOut, line: boxes.Line, fonts: FontSet, han_languages: frozenset[str]
) -> Iterator[Finding]:
    """[F03] A Latin word in a Han text takes its letters from two fonts, unless its language is marked."""
    for run in line.runs:
        if run.language not in han_languages or line.name in ("foot", "address"):
            continue
        for word in _WORD.findall(run.text):
            latin = "".join(letter for letter in word if unicodedata.name(letter, "").startswith("LATIN"))
            missing = fonts.missing(latin, (HAN,))
            if missing and set(missing) != set(latin):
                yield sheet.fault("press.mixed_word", word=latin)


def _around(text: str, pattern: str) -> str:
    found_at = re.search(pattern, text)
    at = found_at.start() if found_at else 0
    return text[max(0, at - 15) : at + 15].replace("\n", " ")
