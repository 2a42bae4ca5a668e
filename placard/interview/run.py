"""`build.py new`: by talk, by flags, or from a table; a file is checked before it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from placard.findings import Finding, Place, UserMistake, stops
from placard.interview.content import read_interview
from placard.interview.draft import NONE, UNKNOWN, Draft
from placard.interview.given import answered, first_things_first, heading
from placard.interview.lexicon import Lexicon, Wrong
from placard.interview.paper import text_of, with_suggestions, with_unanswered
from placard.interview.premises import slug
from placard.interview.table import by_rows, read_table, shared_and_own
from placard.interview.trial import tried
from placard.read.found import found
from placard.read.library import read_library
from placard.read.messages import LAST_RESORT
from placard.read.roots import Project, venue_paths
from placard.read.venue import SCHEMA, SHARED_FILE


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was said with the command itself; `answers` are names of questions or fields with their text."""

    type: str = ""
    id: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    table: Path | None = None
    suggest: bool = True


Files = Mapping[Path, str]
NEEDED = ("type", "law", "languages", "name")
"""Without these there is no file; anything else may stay unanswered."""


def open_interview(project: Project, language: str) -> Lexicon:
    """Return the words and questions; raises `UserMistake` where content cannot be read."""
    library, findings = read_library(project.content)
    interview, more = read_interview(project.content, library.levels, library.ignorance)
    if stops([*findings, *more]):
        raise UserMistake([*findings, *more])
    return Lexicon(library, interview, language if language in library.languages else LAST_RESORT)


def lacking(draft: Draft) -> list[str]:
    """Return what must be known before there can be a file, and is not."""
    return [name for name in NEEDED if draft.get((name,)) in (None, UNKNOWN, NONE, ())]


def begun(wishes: Wishes, lexicon: Lexicon) -> tuple[Draft, frozenset[str]]:
    """Return what the command itself said, and the questions it answered; raises `UserMistake`."""
    named = ([("type", wishes.type)] if wishes.type else []) + list(wishes.answers)
    draft, findings, given = Draft(), [], set()
    for name, typed in first_things_first(named, lexicon):
        try:
            target = heading(name, lexicon)
            draft = answered(target, typed, draft, lexicon)
        except Wrong as refused:
            findings.append(_at(refused.finding, Place(f"--set {name}")))
            continue
        given |= {
            ask.id for ask in lexicon.interview.asks if all(draft.get(p) is not None for p in ask.fields)
        }
        if not isinstance(target, tuple):
            given.add(target.id)
    if findings:
        raise UserMistake(findings)
    return draft, frozenset(given)


def _at(finding: Finding, place: Place) -> Finding:
    return Finding(finding.code, finding.severity, place, finding.values)


def finished(draft: Draft, own: str, lexicon: Lexicon, project: Project, suggest: bool) -> Draft:
    """Return a draft with everything a file says: its number, its id, suggestions, what is unanswered."""
    whole = _written_out(draft, lexicon, project, suggest)
    return whole.put(("schema",), str(SCHEMA)).put(("id",), own)


def _written_out(draft: Draft, lexicon: Lexicon, project: Project, suggest: bool) -> Draft:
    if suggest:
        draft = with_suggestions(draft, lexicon, project.today)
    return with_unanswered(draft, lexicon.interview.asks, lexicon)


def id_for(draft: Draft, wished: str, project: Project) -> str:
    """Return the id of a new file: as wished, else from the name over the door, else from the type."""
    if wished:
        return wished
    own = slug(draft.word("name")) or slug(draft.word("type"))
    taken = {path.stem for path in venue_paths(project.venues)}
    return next(
        name for name in (own, *(f"{own}-{n}" for n in range(2, len(taken) + 3))) if name not in taken
    )


def refuse_taken(own: str, project: Project) -> None:
    """Raise `UserMistake` where there is such a venue already, or the id is none."""
    if own != slug(own):
        raise UserMistake(
            [found("model.not_an_id", Place("new"), key="id", found=own, like=slug(own) or "hazel")]
        )
    if own in {path.stem for path in venue_paths(project.venues)} or (project.venues / own).exists():
        raise UserMistake([found("new.taken", Place(f"{project.venues.name}/{own}.yml"), id=own)])


def from_flags(wishes: Wishes, draft: Draft, lexicon: Lexicon, project: Project) -> Files:
    """Return the file of one venue without asking anything; raises `UserMistake`."""
    if missing := lacking(draft):
        raise UserMistake([found("new.needs", Place("new"), missing=", ".join(missing))])
    own = id_for(draft, wishes.id, project)
    refuse_taken(own, project)
    return {Path(f"{own}.yml"): text_of(finished(draft, own, lexicon, project, wishes.suggest), lexicon)}


def from_table(wishes: Wishes, start: Draft, lexicon: Lexicon, project: Project) -> Files:
    """Return the files of a chain; raises `UserMistake` with every fault of the table."""
    assert wishes.table is not None
    chain = wishes.id or slug(wishes.table.stem)
    refuse_taken(chain, project)
    rows, findings = read_table(wishes.table, start, lexicon)
    taken = {path.stem for path in venue_paths(project.venues)}
    for row in rows:
        if row.id in taken:
            findings.append(found("new.taken", row.place, id=row.id))
        if missing := lacking(row.draft):
            findings.append(found("new.needs", row.place, missing=", ".join(missing)))
    if findings or not rows:
        raise UserMistake(by_rows(findings))
    whole = [_written_out(row.draft, lexicon, project, wishes.suggest) for row in rows]
    common, own = shared_and_own(whole, [each.field for each in lexicon.interview.suggestions])
    folder = Path(chain)
    files = {folder / SHARED_FILE: text_of(common, lexicon, up="../../", shared=True)}
    for row, draft in zip(rows, own, strict=True):
        said = draft.put(("schema",), str(SCHEMA)).put(("extends",), SHARED_FILE).put(("id",), row.id)
        files[folder / f"{row.id}.yml"] = text_of(said, lexicon, up="../../")
    return files


def checked(files: Files, project: Project, lexicon: Lexicon) -> list[Finding]:
    """Return the errors a check would find in files that are not written yet."""
    return [finding for finding in tried(files, project, lexicon) if stops([finding])]
