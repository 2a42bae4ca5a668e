"""Whatever a sample prints with a citation behind it stands in its sources, word for word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from markupsafe import Markup

from placard.check.sourced import cited_in
from placard.compose.blanks import Told
from placard.compose.venue import ComposedVenue
from placard.read.venue import VenueFile, read_venue
from placard.records.venue import registers

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted(p for p in (ROOT / "venues").rglob("*.yml") if not p.name.startswith("_"))

Printed = tuple[str, str, str]
"""The name of a text in content, its language, and its letters without blanks."""


def letters(html: str) -> str:
    return "".join(Markup(re.sub(r"<[^>]*>", " ", html)).unescape().split())


def on_pages(venue: ComposedVenue) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Every clause and mail on a finished page or in a finished handbook, with its source."""
    library = venue.composer.library
    for document in (*venue.pages, *venue.handbooks):
        for section in document.filled(lambda page, anchor: "").sections:
            for passage in section.passages:
                text = library.clauses.get(passage.source) or library.mails.get(
                    passage.source.removeprefix("mail ")
                )
                if text is not None:
                    yield passage.source, document.language, letters(passage.html), text.source


def on_paper(venue: ComposedVenue) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Every part of a finished form and every reason of a finished quiz, with its source."""
    library = venue.composer.library
    for form in venue.forms:
        known = {part.id: part for section in library.forms[form.id].every_section for part in section.parts}
        for part in (part for section in form.sections for part in section.parts):
            if isinstance(part, Told):
                source: tuple[str, ...] = getattr(known[part.id], "source", ())
                yield f"{form.id}.{part.id}", form.language, letters(part.words), source
    for quiz in venue.quizzes:
        for asked in quiz.questions:
            source = library.questions[asked.id].source
            yield asked.id, quiz.language, letters(asked.because), source


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_each_text_with_a_citation_is_in_the_sources(
    sample: Path, composed: Callable[[VenueFile], ComposedVenue]
) -> None:
    file, _ = read_venue(sample, sample.relative_to(ROOT).as_posix())
    assert file is not None
    venue = composed(file)
    law, packs = venue.composer.context.law, venue.composer.library.packs
    sources = next(each for each in registers(venue, file) if each.id == "sources")
    listed: dict[tuple[str, str], str] = {}
    for row in sources.rows:
        key = row.own["id"], row.own["language"]
        listed[key] = listed.get(key, "") + letters(Markup.escape(row.own["says"]))
    seen = 0
    for name, language, said, source in (*on_pages(venue), *on_paper(venue)):
        if cited_in(source, law, packs):
            assert said in listed[name, language], (name, language)
            seen += 1
    assert seen > 60
