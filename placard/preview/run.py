"""`build.py preview`: one document of one venue in one language, written as a file to be looked at."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from placard.begun import begin
from placard.compose.venue import ComposedVenue
from placard.composing import composed, judged, of_withheld
from placard.findings import Finding, Place, said, stops
from placard.library.library import Library
from placard.outcome import Outcome
from placard.preview.blocks import Shown, Sources, marked
from placard.preview.lines import Lines
from placard.preview.page import WORDS, Frame, page
from placard.preview.shown import shown
from placard.publish.journal import recover
from placard.publish.workshop import workshop_of
from placard.read.found import found
from placard.read.messages import Messages, languages_told
from placard.read.project import Read
from placard.read.roots import Project
from placard.read.venue import VenueFile


@dataclass(frozen=True, slots=True)
class Preview:
    """What came of it; `file` is the page, where there is one."""

    outcome: Outcome
    file: Path | None = None


def preview(project: Project, document: str, language: str) -> Preview:
    """Show a document of the one venue the project is about; what is not there is told with what there is."""
    recover(project.out)
    # The tool answers in the language one looks at, where it has words of its own in that.
    told = language if language in languages_told(project.content) else ""
    begun = begin(replace(project, language=told))
    read, findings = begun.read, list(begun.findings)
    file = read.venues[0] if len(read.venues) == 1 else None
    if file is None and not project.only:
        known = ", ".join(each.venue.id for each in read.venues) or "–"
        findings.append(found("preview.which_venue", Place(project.venues.name), known=known))
    if file is None or begun.words_are_broken:
        return _ended(read, findings)
    language = language or file.venue.languages[0]
    if language not in read.library.languages:
        known = ", ".join(read.library.languages)
        findings.append(found("preview.no_such_language", Place("--language"), found=language, known=known))
        return _ended(read, findings)
    # What is wrong with the facts of a venue stands in the way; what is open in them is told by a check.
    found_in_venue = [each for each in judged(file, read, project) if stops([each])]
    if found_in_venue:
        return _ended(read, [*findings, *found_in_venue])
    return _shown(project, read, _spoken(file, language), document, language)


def _shown(project: Project, read: Read, file: VenueFile, document: str, language: str) -> Preview:
    venue = composed(replace(read, library=as_if_ready(read.library, language)), file)
    every = {each.id: each for each in shown(venue, Sources(read.library, language))}
    wanted = document.strip().casefold()
    chosen = [each for name, each in every.items() if wanted in (name, name.partition(".")[0])]
    withheld = [each for each in venue.withheld if wanted in (each.id, each.id.partition(".")[0])]
    withheld = [each for each in withheld if each.language == language or each.id not in every]
    if not chosen and withheld:
        return _ended(read, _waiting(venue, withheld[0].id, file))
    if not chosen:
        known = ", ".join(sorted({*every, *(each.id for each in venue.withheld)}))
        place = Place(file.file)
        values = {"found": document or "–", "venue": file.venue.id, "known": known}
        return _ended(read, [found("preview.no_such_document", place, **values)])
    path = _written(project, chosen, file, document, language)
    many = sum(marked(each.blocks) for each in chosen)
    notes = [said("report.preview_marked", n=many)] if many else []
    line = said("report.preview", file=str(path), title=chosen[0].title)
    rows = tuple(
        {
            "document": each.id,
            "language": each.language,
            "file": str(path),
            "not_ready": marked(each.blocks),
        }
        for each in chosen
    )
    outcome = Outcome((), lines=(line,), notes=tuple(notes), languages=read.languages, rows=rows)
    return Preview(outcome, path)


def as_if_ready(library: Library, language: str) -> Library:
    """Return the words with every text of a language taken for finished: its author may look at it."""
    clauses = {}
    for name, clause in library.clauses.items():
        text = clause.texts.get(language)
        if text is not None and clause.ready(language) is None:
            text = replace(text, of_revision=clause.revision, draft=False)
            clause = replace(clause, texts={**clause.texts, language: text})
        clauses[name] = clause
    return replace(library, clauses=clauses)


def _spoken(file: VenueFile, language: str) -> VenueFile:
    """Return a venue as if it spoke a language, to guests and to staff."""
    venue = file.venue
    staff = venue.staff_languages or venue.languages[:1]
    languages = dict.fromkeys((*venue.languages, language))
    both = {"languages": tuple(languages), "staff_languages": tuple(dict.fromkeys((*staff, language)))}
    return replace(file, venue=venue.model_copy(update=both))


def _waiting(venue: ComposedVenue, name: str, file: VenueFile) -> list[Finding]:
    """Say what a document waits for: answers in the venue file, or words in files of content."""
    held = [each for each in venue.withheld if each.id == name]
    findings = of_withheld(venue.venue_id, held)
    asked = dict.fromkeys(question for each in held for question in each.questions)
    for question in asked:
        fact = ".".join(str(step) for step in question.asks)
        findings.append(found("preview.waits", file.place(question.asks), document=name, fact=fact))
    return findings or [found("preview.waits", Place(file.file), document=name, fact="–")]


def _written(
    project: Project, chosen: Sequence[Shown], file: VenueFile, document: str, language: str
) -> Path:
    speaks = language if language in languages_told(project.content) else "en"
    messages = Messages.load(project.content, speaks)
    words = {name: messages.tell(said(code), speaks) for name, code in WORDS.items()}
    frame = Frame(speaks, file.venue.id, words)
    name = f"{document.strip().casefold()}.{language}.html"
    path = workshop_of(project.out).folder / "preview" / file.venue.id / name
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".part")
    half.write_text(page(list(chosen), frame, Lines((*project.content, project.venues))), encoding="utf-8")
    os.replace(half, path)
    return path


def _ended(read: Read, findings: Sequence[Finding]) -> Preview:
    return Preview(Outcome(tuple(each for each in findings if stops([each])), languages=read.languages))
