"""The records of a venue as pages and as tables for a spreadsheet: for the house alone, never for guests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from placard.chains.records import ROOT, spreadsheet
from placard.compose.venue import ComposedVenue
from placard.made import Made
from placard.press import templates
from placard.read.venue import VenueFile
from placard.records.cameras import camera_rows
from placard.records.periods import period_rows
from placard.records.recipients import recipient_rows
from placard.records.sentences import sentence_rows
from placard.records.shapes import Register, Row, register_of
from placard.records.telling import Teller

FOLDER = Path(__file__).parents[2] / "templates" / "records"
ROWS: Mapping[str, Callable[[Teller], Iterator[Row]]] = {
    "sources": sentence_rows,
    "camera-register": camera_rows,
    "retention": period_rows,
    "recipients": recipient_rows,
}
"""What fills each record of `content/records`; a record nobody fills is found by a test."""


def venue_records(venues: Sequence[ComposedVenue], files: Sequence[VenueFile], staging: Path) -> list[Made]:
    """Write the records of every venue; return what was made."""
    read = {file.venue.id: file for file in files}
    return [made for venue in venues for made in _of_venue(venue, read[venue.venue_id], staging)]


def registers(venue: ComposedVenue, file: VenueFile) -> Iterator[Register]:
    """Yield the records of a venue in the order its page lists them."""
    records = venue.composer.library.records
    for name, rows in ROWS.items():
        if name in records:
            tell = Teller(venue, file, records[name])
            yield register_of(records[name], tell.language, tuple(rows(tell)))


def _of_venue(venue: ComposedVenue, file: VenueFile, staging: Path) -> Iterator[Made]:
    every = tuple(registers(venue, file))
    for register in every:
        for ending, content in (("html", _page(venue, register, every)), ("csv", table(register))):
            name = f"{register.id}.{ending}"
            path = PurePosixPath(ROOT, venue.venue_id, name)
            made = staging / path
            made.parent.mkdir(parents=True, exist_ok=True)
            made.write_bytes(content)
            yield Made(
                path=path,
                file=made,
                kind="record",
                venue=venue.venue_id,
                languages=(register.language,),
                title=register.title,
                reason="what this place keeps for itself, and for whoever may inspect it",
            )


def _page(venue: ComposedVenue, register: Register, every: Sequence[Register]) -> bytes:
    composer = venue.composer
    page = templates.environment(FOLDER).get_template("register.html")
    words = composer.speaker(register.language).labels.words
    return page.render(
        register=register,
        every=every,
        venue=composer.said(register.language, "{{ venue.name | name }}").striptags(),
        law=composer.speaker(register.language)
        .labels.codes["law_packs"]
        .get(composer.context.law.id, {"name": composer.context.law.id})["name"],
        sample=composer.context.venue.sample,
        words=words,
    ).encode()


def table(register: Register) -> bytes:
    """Return a register for a spreadsheet: one line for each end of a row."""
    lines = (
        [{**row.own, **end}.get(name, "") for name in register.columns]
        for row in register.rows
        for end in row.ends
    )
    return spreadsheet((register.columns.values(), *lines))
