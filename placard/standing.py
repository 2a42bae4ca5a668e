"""How far one venue is: what was made, what waits, and the next answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from placard.findings import Said, field_name, said, spans
from placard.gathering import Alike
from placard.made import Wall
from placard.outcome import OpenQuestion, Reached, VenueOutcome, Words
from placard.read.messages import LAST_RESORT
from placard.titles import in_a_row

MOST_NAMED = 6
"""So many documents that a level lacks are named; more are only counted."""
NEXT_ANSWERS = 3
"""So many answers are counted in the first line; more only until the last of them frees something."""


def lines_of(venue: VenueOutcome, brief: bool, alike: Alike | None = None) -> Iterable[Said]:
    """Yield the lines of one venue; a brief telling has no list of what is withheld, and few answers.

    Branches that stand `alike` are told once, by the first of them.
    """
    yield _in_all(venue, alike.name if alike else venue.venue)
    if alike:
        yield replace(said("report.alike", branches=", ".join(alike.branches)), indent=2)
    if changes := _on_the_wall(venue.wall):
        yield replace(said("report.wall", changes=changes), indent=2)
    if venue.large:
        yield replace(said("report.large", documents=_named(venue, venue.large)), indent=2)
    if not venue.withheld:
        return
    for each in venue.levels:
        yield replace(_level(each, venue), indent=2)
    if venue.pointed_at:
        documents = _named(venue, venue.pointed_at)
        yield replace(said("report.pointed_at", documents=documents), indent=2)
    if not brief:
        yield from (replace(line, indent=2) for line in _withheld(venue))
    for number, question in enumerate(venue.questions[: len(_next(venue)) if brief else None], 1):
        where = alike.where(question) if alike else question.where
        yield replace(_answer(number, question, venue, where), indent=2)


def _level(reached: Reached, venue: VenueOutcome) -> Said:
    if not 0 < len(reached.lacking) <= MOST_NAMED:
        return said("report.level", level=reached.level, made=reached.made, n=reached.total)
    lacking = _named(venue, reached.lacking)
    return said(
        "report.level_lacks", level=reached.level, made=reached.made, n=reached.total, documents=lacking
    )


def _withheld(venue: VenueOutcome) -> Iterable[Said]:
    """One line for what bears one title and waits for the same, whatever its languages and rooms."""
    numbers = {fact: n for n, question in enumerate(venue.questions, 1) for fact in question.waits}
    alike: dict[tuple[tuple[tuple[str, str], ...], str], tuple[Words, list[str]]] = {}
    for held in venue.withheld:
        title = _title(venue, held.document)
        waits = sorted({numbers[fact] for fact in held.waits_for if fact in numbers})
        facts = spans(waits) if waits else ", ".join(held.waits_for)
        _, languages = alike.setdefault((tuple(sorted(title.items())), facts), (title, []))
        languages += [held.language] if held.language not in languages else []
    for (_, facts), (title, languages) in alike.items():
        code = "report.withheld_for" if facts else "report.withheld"
        yield said(code, document=title, language=", ".join(languages), facts=facts)


def _title(venue: VenueOutcome, document: str) -> Words:
    return venue.titles.get(document) or {LAST_RESORT: document}


def _named(venue: VenueOutcome, documents: Iterable[str]) -> Words:
    """Return the titles of documents in a row, each once, in every language they have."""
    return in_a_row(_title(venue, document) for document in documents)


def _on_the_wall(wall: Wall) -> Said | None:
    """What hangs and has to be seen to, on one line; nothing where all of it still holds."""
    renewed = [said("report.wall_code", sheet=sheet, old=old, new=new) for sheet, old, new in wall.replace]
    parts = [said("report.wall_replace", sheets=_listed(renewed))] if renewed else []
    if wall.new:
        parts.append(said("report.wall_new", sheets=", ".join(wall.new)))
    if wall.take_down:
        parts.append(said("report.wall_gone", sheets=", ".join(wall.take_down)))
    return _listed(parts, "report.wall_then") if parts else None


def _listed(parts: Sequence[Said], between: str = "report.wall_and") -> Said:
    whole = parts[0]
    for part in parts[1:]:
        whole = said(between, first=whole, second=part)
    return whole


def _in_all(venue: VenueOutcome, name: str | Said) -> Said:
    """How many documents there are, and what the next few answers add."""
    total = venue.made + len(venue.withheld)
    next_ones = _next(venue)
    more = sum(len(question.frees) for question in next_ones)
    if not venue.withheld:
        return said("report.made", venue=name, made=venue.made, n=total)
    if not more:
        return said("report.print", venue=name, made=venue.made, n=total)
    free = said("report.answers_free", n=sum(question.times for question in next_ones), more=more)
    return said("report.print_and_more", venue=name, made=venue.made, n=total, answers=free)


def _next(venue: VenueOutcome) -> tuple[OpenQuestion, ...]:
    """The next few answers: so many that the last of them frees something."""
    answers = NEXT_ANSWERS
    while answers < len(venue.questions) and not venue.questions[answers - 1].frees:
        answers += 1
    return venue.questions[:answers]


def _answer(number: int, question: OpenQuestion, venue: VenueOutcome, where: str | Said) -> Said:
    keys = question.keys or question.fact
    return said(
        "report.frees" if question.frees else "report.frees_later",
        number=number,
        where=where,
        fact=question.fact if question.times == 1 else said("report.times", fact=keys, n=question.times),
        name=field_name(keys.split(".")),
        line=said("report.hint", line=question.line, hint=question.hint) if question.hint else question.line,
        documents=_named(venue, question.frees),
        n=question.further,
    )
