"""What is made, values and all, is set as each language sets it: ties, quotes, marks, spaces, short names."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from placard.compose.tokenised import whole
from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.phrases.ties import THIN_SPACE
from placard.read.venue import VenueFile, read_venue

ROOT = Path(__file__).resolve().parents[2]
VENUES = sorted((ROOT / "venues").rglob("[!_]*.yml"))
SHORT = yaml.safe_load((ROOT / "content" / "glossary.yml").read_text("utf-8"))["abbreviations"]
HAN = "\u3400-\u9fff"
TORN = re.compile(r"(?<![\w\u00a0])[aiouwz][ \n]\S.{0,20}", re.IGNORECASE)
NARROW = re.compile(rf"[{HAN}][,;:!?()](?=\s|[{HAN}])|[,;:!?()](?=[{HAN}])|[{HAN}]\.(?=[{HAN}])")
UNSPACED = re.compile(rf"[{HAN}][A-Za-z0-9]|[A-Za-z0-9][{HAN}]|[{HAN}] [A-Za-z0-9{HAN}]|[A-Za-z0-9] [{HAN}]")
ABBREVIATION = re.compile(r"(?<![\w@./-])[A-ZĄĆĘŁŃÓŚŹŻ]{2,}(?![\w./-])")
TOKEN = re.compile("\ue000(\\d+)\ue001")


@dataclass(frozen=True)
class Printed:
    """What somebody reads, block by block; names that stay in another language are left out."""

    where: str
    language: str
    blocks: tuple[str, ...]


def blocks(markup: str) -> tuple[str, ...]:
    own = re.sub(r'<span lang="[^"]*">.*?</span>', "X", markup, flags=re.DOTALL)
    bare = re.sub(r"</?(?:a|strong|em|b|span)\b[^>]*>", "", own)
    return tuple(text for each in re.split(r"<[^>]+>", bare) if (text := html.unescape(each).strip()))


def printed(venue: ComposedVenue) -> Iterator[Printed]:
    for made in (*venue.pages, *venue.handbooks, *venue.registers):
        filled = made.filled(lambda page, anchor: "there")
        text = f"<p>{filled.title}</p><p>{filled.description}</p>{whole(filled)}"
        yield Printed(f"{venue.venue_id} {made.id}", made.language, blocks(text))
    for _, sheet in venue.sheets:
        for block in sheet.blocks:
            facts = [part for fact in block.facts for part in (fact.label, fact.value)]
            lines = [block.headline, *([block.key] if block.key else []), *block.body, *facts]
            read = tuple(text for line in lines for text in blocks(str(line)))
            yield Printed(f"{venue.venue_id} {sheet.sign}", block.language, read)
    for form in (*venue.forms, *venue.staff_forms):
        read = tuple(text for words in form.words() if words for text in blocks(str(words)))
        yield Printed(f"{venue.venue_id} {form.id}", form.language, read)
    for card in venue.cards:
        words = [card.title, *(part for side in card.groups for part in (side.heading, *side.lines))]
        read = tuple(text for each in words for text in blocks(str(each)))
        yield Printed(f"{venue.venue_id} {card.id}", card.language, read)
    for quiz in venue.quizzes:
        words = [part for each in quiz.questions for part in (each.ask, *each.answers, each.because)]
        read = tuple(text for part in words for text in blocks(str(part)))
        yield Printed(f"{venue.venue_id} {quiz.id}", quiz.language, read)


@pytest.fixture(scope="module")
def venues(composed: Callable[[VenueFile], ComposedVenue]) -> list[ComposedVenue]:
    return [composed(file) for path in VENUES if (file := read_venue(path, path.name)[0])]


@pytest.fixture(scope="module")
def read(venues: list[ComposedVenue]) -> list[Printed]:
    every = [each for venue in venues for each in printed(venue)]
    assert len(every) > 100
    assert sum(len(each.blocks) for each in every) > 3000
    return every


def found(read: list[Printed], language: str, pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{each.where}: {hit[0]!r}"
        for each in read
        if each.language == language
        for block in each.blocks
        for hit in pattern.finditer(block)
    ]


def test_no_single_letter_is_left_at_the_end_of_a_polish_line(read: list[Printed]) -> None:
    assert TORN.search("w sali")
    assert TORN.search("kamera i ekran")
    assert not TORN.search("w\u00a0sali")
    assert found(read, "pl", re.compile(r"(?<!\w)[wzi]\u00a0\S"))
    assert found(read, "pl", TORN) == []


def test_quotes_are_those_of_the_language_values_included(read: list[Printed], library: Library) -> None:
    for language in library.languages.values():
        opening, closing = language.quotes
        foreign = "".join({"“", "”", "„", "«", "»", '"', "'"} - {opening, closing})
        assert found(read, language.code, re.compile(re.escape(opening)))
        assert found(read, language.code, re.compile(f".{{0,20}}[{re.escape(foreign)}].{{0,9}}")) == []


def test_no_narrow_mark_stands_beside_a_chinese_character(read: list[Printed]) -> None:
    assert NARROW.search("更衣,淋浴")
    assert NARROW.search("前台: 电话")
    assert found(read, "zh-Hans", NARROW) == []


def test_a_thin_space_stands_between_chinese_and_other_letters(
    read: list[Printed], venues: list[ComposedVenue]
) -> None:
    """Dates are set close, and what an owner typed, such as an address, stays as it was typed."""
    typed = {text for venue in venues for text in re.findall(r"\S+", str(venue.composer.context.venue))}
    assert UNSPACED.search("2个")
    assert found(read, "zh-Hans", re.compile(rf"[{HAN}]{THIN_SPACE}\d"))
    close = [
        hit
        for hit in found(read, "zh-Hans", UNSPACED)
        if not re.search(r"[年月日]\d|\d[年月日]|自\d|至\d", hit)
    ]
    streets = {hit.split(": ")[1].strip("'") for hit in close}
    assert all(any(street in text for text in typed) for street in streets), close


def test_a_page_says_what_an_abbreviation_is_short_for_before_it_uses_it(venues: list[ComposedVenue]) -> None:
    met, unexplained = set(), []
    for venue in venues:
        for page in venue.pages:
            phrases = page.saying.tokens.phrases
            markup = " ".join(p.html for section in page.sections for p in section.passages)
            # A name of the owner's own is not ours to explain.
            said = TOKEN.sub(
                lambda m, of=phrases: "X" if of[int(m[1])].language else of[int(m[1])].text, markup
            )
            text = "\n".join(blocks(said))
            first = {hit[0]: hit.start() for hit in reversed(list(ABBREVIATION.finditer(text)))}
            for short in first.keys() - {"X", "UK"}:
                met.add(short)
                long = SHORT.get(short, {}).get(page.language)
                before = text[max(0, first[short] - 80) : first[short]]
                if long is None or long not in before:
                    unexplained.append(f"{venue.venue_id} {page.language} {page.id}: {before[-40:]}{short}")
    assert met >= {"GDPR", "RODO", "UODO", "ICO"}
    assert unexplained == []
