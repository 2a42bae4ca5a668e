"""The words of a sheet, as texts to be measured and as the page that is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from placard.compose.outputs import SheetWords
from placard.press import templates
from placard.press.legibility import is_han
from placard.press.measures import DEAR, FOOT, KEPT
from placard.press.paper import SHEETS
from placard.press.phrases import names_together, phrases, together
from placard.press.placing import Shape
from placard.press.qrcodes import qr_code, qr_size
from placard.press.setting import Setting

Labels = Mapping[str, Mapping[str, str]]
"""Words of `content/labels` by language, such as `full_notice`, `scan_or_type`, `foot_sign`."""

DOT = Markup('<span class="dot">·</span>')


@dataclass(frozen=True, slots=True)
class Sample:
    """A text to be measured: its name on the sheet, its class in the style sheet, its words."""

    name: str
    style: str
    language: str
    script: str
    words: Markup


@dataclass(frozen=True, slots=True)
class Way:
    """How to get at the full notice, in one language."""

    language: str
    script: str
    label: Markup
    words: Markup


def shape_of(words: SheetWords) -> Shape:
    """Return what there is to place."""
    return Shape(
        keys=tuple(block.key is not None for block in words.blocks),
        facts=tuple(len(block.facts) for block in words.blocks),
        bodies=tuple(len(block.body) for block in words.blocks),
        ways=len(words.desk) or (len(words.blocks) if words.address is not None else 0),
        qr=qr_size(words.qr)[1] if words.qr is not None else None,
        address=words.address is not None,
        labels_lead=words.labels_lead,
        logo=words.look.logo.ratio if words.look.logo is not None else None,
        band=bool(words.look.on_sheets),
    )


def samples(words: SheetWords, labels: Labels) -> Iterator[Sample]:
    """Yield every text of the sheet under the name its place will have."""
    for i, block in enumerate(words.blocks):
        language = (block.language, block.script)
        yield Sample(f"tag.{i}", "tag", *language, Markup.escape(block.tag))
        yield from _headline(f"head.{i}", "headline", language, block.headline)
        if block.key is not None:
            yield from _headline(f"key.{i}", "key", language, block.key)
        for n, fact in enumerate(block.facts):
            yield Sample(f"label.fact.{i}.{n}", "fact label", *language, fact.label)
            yield from _prose(f"fact.{i}.{n}", "fact", language, fact.value)
        for n, paragraph in enumerate(block.body):
            yield from _prose(f"body.{i}.{n}", "body", language, paragraph)
    first = (words.blocks[0].language, words.blocks[0].script)
    if words.address is not None:
        yield Sample("address", "address", *first, together(words.address))
    for n, way in enumerate(ways(words, labels)):
        if way.label:
            yield Sample(f"label.way.{n}", "way label", way.language, way.script, way.label)
        yield from _prose(f"way.{n}", "way", (way.language, way.script), way.words)
    yield Sample(f"{FOOT}.dots", "foot", *first, Markup(f"{DOT} {DOT}"))
    for n, part in enumerate(foot_parts(words, labels)):
        yield Sample(f"{FOOT}.{n}", "foot", *first, part)


def page(words: SheetWords, setting: Setting, labels: Labels) -> str:
    """Return the sheet as HTML, all but its style sheets."""
    return templates.page(
        "sheet.html",
        words=words,
        author=words.footer.venue.striptags(),
        setting=setting,
        sheet=SHEETS[setting.sheet],
        sizes=setting.choice.sizes,
        zones=setting.zones,
        kept={name: text for name, text in _kept(words, labels) if name in setting.together},
        address=together(words.address) if words.address is not None else None,
        ways=ways(words, labels),
        foot=foot(words, labels),
        pictogram=templates.pictogram(words.pictogram, words.pictogram_alt),
        qr=_code(words, labels),
        look=words.look,
    )


def ways(words: SheetWords, labels: Labels) -> list[Way]:
    """Return, in each language, how to get at the full notice: at the desk, or by code and address."""
    blocks = words.blocks
    if words.desk:
        spoken = blocks if len(words.desk) == len(blocks) else blocks[:1] * len(words.desk)
        return [
            Way(each.language, each.script, Markup(""), line)
            for each, line in zip(spoken, words.desk, strict=True)
        ]
    if words.address is None:
        return []
    told = "scan_or_type" if words.qr is not None else "address_or_desk"
    return [
        Way(
            each.language,
            each.script,
            Markup.escape(labels[each.language]["full_notice"]),
            Markup.escape(labels[each.language][told]),
        )
        for each in blocks
    ]


def headlines(words: SheetWords) -> tuple[str, ...]:
    """Return the headlines without their markup."""
    return tuple(str(block.headline.striptags()) for block in words.blocks)


def foot(words: SheetWords, labels: Labels) -> Markup:
    """Return the small line: its parts with a dot between two."""
    return Markup(f" {DOT} ").join(foot_parts(words, labels))


def foot_parts(words: SheetWords, labels: Labels) -> list[Markup]:
    """Return what the small line tells in plain words: whose, since when, which sheet, what it is not yet."""
    spoken, footer = labels[words.blocks[0].language], words.footer
    which = Markup.escape(spoken["foot_sign"]).replace("{sign}", footer.sign).replace("{code}", footer.code)
    parts = [
        Markup("<b>{}</b>").format(footer.venue),
        footer.in_force,
        which,
        footer.status,
        Markup("<b>{}</b>").format(spoken["foot_sample"]) if footer.sample else Markup(""),
    ]
    return [part for part in parts if part]


def _headline(name: str, style: str, language: tuple[str, str], words: Markup) -> Iterator[Sample]:
    """A Han headline breaks only between clauses: nothing shows where its words end."""
    whole = is_han(words) and style == "headline"
    yield Sample(name, style, *language, together(words) if whole else words)
    if whole or len(phrases(words)) > 1:
        mark = DEAR if language[1] == "han" else KEPT
        yield Sample(f"{name}{mark}", style, *language, together(words))


def _prose(name: str, style: str, language: tuple[str, str], words: Markup) -> Iterator[Sample]:
    """A Han clause and a name of another language are kept whole where there is room."""
    yield Sample(name, style, *language, words)
    kept = together(words) if language[1] == "han" else names_together(words)
    if kept != words:
        yield Sample(f"{name}{DEAR}", style, *language, kept)


def _kept(words: SheetWords, labels: Labels) -> Iterator[tuple[str, Markup]]:
    """Yield every text that has something to keep whole, with that kept."""
    for sample in samples(words, labels):
        name, mark, _ = sample.name.partition(KEPT)
        if mark:
            yield name, sample.words


def _code(words: SheetWords, labels: Labels) -> Markup | None:
    if words.qr is None:
        return None
    alternative = labels[words.blocks[0].language]["qr_alt"]
    return qr_code(words.qr, alternative.replace("{address}", words.qr)).svg
