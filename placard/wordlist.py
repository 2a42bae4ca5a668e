"""`build.py words`: how far the words are, language by language, for whoever writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from placard.check.fresh import KINDS, Behind, behind, counted
from placard.findings import Place, Said, said
from placard.library.library import Library
from placard.outcome import Outcome
from placard.publish.journal import recover
from placard.read.found import found
from placard.read.library import read_library
from placard.read.messages import Messages
from placard.read.roots import Project


@dataclass(frozen=True, slots=True)
class _Told:
    """What is to be told of one language."""

    code: str
    name: str
    of: int
    items: tuple[Behind, ...]


def words(project: Project) -> Outcome:
    """Tell what lags, is missing, is a draft or is used by nothing; one language where one is asked for."""
    recover(project.out)
    library, findings = read_library(project.content)
    findings += Messages.load(project.content, *filter(None, [project.language])).findings
    if project.language and project.language not in library.languages:
        values = {"found": project.language, "known": ", ".join(library.languages)}
        return Outcome((*findings, found("preview.no_such_language", Place("--language"), **values)))
    chosen = [project.language] if project.language else list(library.languages)
    home = project.content[0].name
    told = [_of_language(library, language, home) for language in chosen]
    return Outcome(
        (*findings, *(each.finding for one in told for each in one.items)),
        lines=tuple(_line(each) for each in told),
        rows=tuple(row for each in told for row in _rows(each)),
    )


def _of_language(library: Library, language: str, home: str) -> _Told:
    # Words of one line are told once, however many of them are missing.
    items = tuple(
        {(each.finding.code, each.finding.place): each for each in behind(library, language, home)}.values()
    )
    return _Told(language, library.languages[language].own_name, counted(library), items)


def _line(told: _Told) -> Said:
    counts = _counts(told.items)
    return said("report.words_of", language=told.code, name=told.name, n=told.of, **counts)


def _counts(items: Sequence[Behind]) -> dict[str, int]:
    many = Counter(each.kind for each in items)
    return {kind: many[kind] for kind in KINDS}


def _rows(told: _Told) -> list[dict[str, object]]:
    """One row with the counts, then one for each text; `file` is the one to open."""
    head: dict[str, object] = {"language": told.code, "kind": "language", "texts": told.of}
    return [
        {**head, **_counts(told.items)},
        *(
            {
                "language": told.code,
                "kind": each.kind,
                "file": each.finding.place.file,
                "line": each.finding.place.line,
                "code": each.finding.code,
            }
            for each in told.items
        ),
    ]
