"""Everything that was made, opened again before anything is published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from placard.compose.blanks import FilledForm
from placard.compose.outputs import SheetWords
from placard.compose.venue import ComposedVenue
from placard.findings import Finding
from placard.made import Made
from placard.model.facts import Facts
from placard.model.values import LocalText
from placard.press.pool import Crew
from placard.prove.comparing import Comparison, begin_to_compare, compare, readings_of
from placard.prove.foreign import prove_foreign
from placard.prove.letters import prove_letters
from placard.prove.looking import begin_to_look, look_into
from placard.prove.outputs import Origin, Site
from placard.prove.pages import prove_site
from placard.prove.pdf import Shelf, Unreadable
from placard.prove.promised import prove_promised
from placard.prove.readings import Reading
from placard.prove.refused import prove_refused
from placard.prove.sheets import Sheet, prove_sheets
from placard.prove.sought import Sought
from placard.prove.zips import prove_zips

# Millimetres of the papers that lie on their side.
_PAPER = dict.fromkeys(("plan", "register", "log", "leaflet"), (297.0, 210.0))
_AT_MOST = {"sheet": 1, "form": 2, "paper": 2, "letter": 2, "log": 2}
"""Pages: a sign hangs alone, a form or a letter is one leaf of paper."""
_SAYING = {"site", "print", "staff"}
"""Folders of `out/` whose files say facts to somebody; records and zips only pass on what others say."""
_UPRIGHT = {
    "a6": (105.0, 148.0),
    "a5": (148.0, 210.0),
    "a4": (210.0, 297.0),
    "a3": (297.0, 420.0),
    "a2": (420.0, 594.0),
    "letter": (215.9, 279.4),
    "ledger": (279.4, 431.8),
    "statement": (139.7, 215.9),
}


def prove(
    made: Sequence[Made],
    venues: Sequence[ComposedVenue],
    site: Path | None,
    sought: Sought,
    crew: Crew | None = None,
) -> tuple[list[Made], list[Finding]]:
    """Open every file; return what was made, its pages counted, and what is wrong with it."""
    shelf, hands = Shelf(sought.look.shelf), crew or Crew()
    begin_to_look(made, sought.look, hands)
    # A command for one part, or a venue that waits for an answer, cannot tell whether a fact stands in two.
    roots = {each.path.parts[0] for each in made}
    whole = roots >= _SAYING
    waiting = {venue.venue_id for venue in venues if venue.withheld}
    facts = [
        fact if whole and fact.origin.venue not in waiting else replace(fact, at_least=0)
        for fact in sought.facts
    ]
    comparison = Comparison(sought.look.shelf)
    if roots & _SAYING:
        begin_to_compare(facts, made, comparison, hands)
    findings = look_into(made, sought.look, hands)
    if site is not None:
        findings += prove_site(_site(made, venues, site))
    findings += prove_zips(made)
    papers = [each for each in made if each.file.suffix == ".pdf"]
    counted = {each.path: _pages(each, shelf) for each in papers}
    findings += prove_letters(made, venues)
    if papers:
        findings += prove_sheets(_sheets(papers, venues, counted), shelf)
    if roots & _SAYING:
        # While others compare; what they find is told first all the same.
        of_words = _in_words(list(readings_of(made, shelf)), venues)
        findings += [*compare(facts, made, comparison, hands), *of_words]
    shelf.tidy()
    return [replace(each, pages=counted.get(each.path, each.pages)) for each in made], findings


def _in_words(readings: Sequence[Reading], venues: Sequence[ComposedVenue]) -> list[Finding]:
    """Return what is refused, promised or foreign in the words of all outputs."""
    laws = {venue.venue_id: venue.composer.context.law for venue in venues}
    foreign = prove_foreign(laws, venues[0].composer.library.packs, readings) if venues else []
    return [*prove_refused(laws, readings), *prove_promised(venues, readings), *foreign]


def _pages(made: Made, shelf: Shelf) -> int:
    """Count the pages of a PDF; one that cannot be opened has none, and is reported with the others."""
    try:
        return len(shelf.read(made.file).pages)
    except (Unreadable, OSError):
        return 0


def _site(made: Sequence[Made], venues: Sequence[ComposedVenue], folder: Path) -> Site:
    intended = {
        each.path.relative_to("site").as_posix(): Origin(each.venue)
        for each in made
        if each.path.parts[0] == "site"
    }
    addresses = {getattr(v.composer.context.venue.web, "address", None) for v in venues}
    typed = {text for v in venues for text in _texts(v.composer.context.venue) if "{{" in text}
    return Site(folder, intended, frozenset(a for a in addresses if isinstance(a, str)), frozenset(typed))


def _texts(value: object) -> Iterator[str]:
    """Every text an owner typed: one of them may look like a place nobody filled."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, LocalText):
        yield from [value.everywhere, *(value.by_language or {}).values()]
    elif isinstance(value, Facts):
        for attribute in type(value).model_fields:
            yield from _texts(getattr(value, attribute))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)


def _sheets(
    papers: Sequence[Made], venues: Sequence[ComposedVenue], counted: dict[PurePosixPath, int]
) -> Iterator[Sheet]:
    said = {(v.venue_id, w.footer.code): tuple(_phrases(w)) for v in venues for _, w in v.sheets}
    said |= {
        (v.venue_id, f.footer.code): tuple(_of_form(f)) for v in venues for f in (*v.forms, *v.staff_forms)
    }
    said |= {
        (v.venue_id, b.code): tuple(str(heading.striptags()) for heading in b.headings())
        for v in venues
        for b in v.booklets
    }
    said |= {
        (v.venue_id, leaflet.code): tuple(str(heading.striptags()) for heading in leaflet.headings())
        for v in venues
        for leaflet in v.leaflets
    }
    for each in papers:
        width, height = _PAPER.get(each.kind) or _UPRIGHT[each.sheet]
        yield Sheet(
            path=each.path.as_posix(),
            file=each.file,
            pages=min(counted[each.path], _AT_MOST.get(each.kind, counted[each.path])),
            width_mm=width,
            height_mm=height,
            phrases=said.get((each.venue, each.code), ()),
            code=each.code,
            footer=(each.code,) if each.code else (),
            origin=Origin(each.venue),
        )


def _phrases(words: SheetWords) -> Iterator[str]:
    for block in words.blocks:
        marked = [block.headline, *block.body, *([block.key] if block.key else [])]
        marked += [part for fact in block.facts for part in (fact.label, fact.value)]
        yield from (str(part.striptags()) for part in marked)
    if words.address:
        yield str(words.address.striptags())


def _of_form(form: FilledForm) -> Iterator[str]:
    yield from (str(words.striptags()) for words in form.words() if words)
