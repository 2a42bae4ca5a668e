"""The review sheet of each pack as a file to be signed: ticked and written on by hand or on a screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from placard.chains.records import ROOT
from placard.compose.venue import ComposedVenue
from placard.findings import Finding
from placard.library.law import Pack
from placard.made import Made
from placard.press import templates
from placard.press.cache import PressCache
from placard.press.fonts import FontSet
from placard.press.papers import Paper, PaperShop, told_apart
from placard.press.pool import Crew
from placard.press.typing import typed_faces
from placard.read.law import chain
from placard.records.review import Reader

LAW = "_law"
"""The folder of packs beside those of venues and chains, whose ids never begin so."""
STYLE, SHEET = "review", "a4"


def review_sheets(
    venues: Sequence[ComposedVenue], fonts: FontSet, cache: PressCache, crew: Crew
) -> tuple[list[Made], list[Finding]]:
    """Print the sheet of every pack the venues at hand rest on; what cannot be printed is a finding."""
    readers = _readers(venues)
    if not readers:
        return [], []
    shop = PaperShop(fonts, cache, typed_faces(fonts))
    outcomes = shop.print_all([_paper(reader) for reader in readers], crew)
    printed, findings = told_apart(readers, outcomes, lambda each: "")
    made = [
        Made(
            path=PurePosixPath(ROOT, LAW, reader.pack.id, _name(reader)),
            file=file,
            kind="review",
            languages=(reader.language,),
            sheet=SHEET,
            title=reader.title,
            reason="what a lawyer reads of this pack and signs, as in REVIEW.md beside it",
        )
        for reader, file in printed
    ]
    return made, findings


def _readers(venues: Sequence[ComposedVenue]) -> list[Reader]:
    """Return who reads each pack once, in the order the chains of the venues name them."""
    packs: dict[str, Pack] = {pack.id: pack for v in venues for pack in v.composer.context.law.packs}
    library = venues[0].composer.library if venues else None
    if library is None or "review" not in library.records:
        return []
    return [Reader(pack, chain(library.packs, pack.id), library) for pack in packs.values()]


def _paper(reader: Reader) -> Paper:
    labels = reader.library.labels[reader.language].words
    before, _, rest = labels["page_of"].partition("{n}")
    between, _, after = rest.partition("{total}")
    html = templates.page(
        "review.html",
        sheet=reader,
        pack=reader.pack,
        words=reader.words,
        colon=labels["colon"],
        page_of=(before, between, after),
    )
    return html, STYLE, f"{reader.pack.id}.{_name(reader)}", 0


def _name(reader: Reader) -> str:
    return f"review.{reader.language}.pdf"
