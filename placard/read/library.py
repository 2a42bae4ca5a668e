"""The whole of `content/` read into one library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from placard.beside import Beside
from placard.findings import Finding, Place
from placard.library.library import Library
from placard.library.texts import Clause
from placard.read.clauses import read_clauses
from placard.read.documents import read_documents, read_mails
from placard.read.forms import read_forms
from placard.read.found import found
from placard.read.grounds import read_activities
from placard.read.keyfacts import read_key_facts
from placard.read.law import read_packs
from placard.read.layers import Layers
from placard.read.ledger import read_ledger
from placard.read.ownsigns import read_own_signs
from placard.read.promises import read_promises
from placard.read.records import read_records
from placard.read.signs import read_signs
from placard.read.training import (
    read_cards,
    read_chapters,
    read_questions,
    read_quizzes,
    read_situations,
)
from placard.read.vocabulary import (
    read_addresses,
    read_examples,
    read_ignorance,
    read_labels,
    read_languages,
    read_levels,
    read_pillars,
    read_rooms,
    read_types,
)


def read_library(folders: Sequence[Path], hurried: bool = False) -> tuple[Library, list[Finding]]:
    """Read every content folder; whoever is hurried has a third of it read by another process."""
    clauses = Beside(lambda: _clauses(folders), apart=hurried)
    library, findings = _but_clauses(folders)
    read, more = clauses.result()
    return replace(library, clauses=read), [*findings, *more]


def _clauses(folders: Sequence[Path]) -> tuple[dict[str, Clause], list[Finding]]:
    """Read the clauses alone, public and staff words from separate trees."""
    layers = Layers(folders, [])
    return read_clauses(layers, "public") | read_clauses(layers, "staff"), layers.findings


def _but_clauses(folders: Sequence[Path]) -> tuple[Library, list[Finding]]:
    findings: list[Finding] = []
    layers = Layers(folders, findings)
    languages = read_languages(layers)
    labels = {code: read for code in languages if (read := read_labels(layers, code))}
    for code in languages:
        if code not in labels:
            findings.append(found("content.no_labels", Place("content/languages.yml"), language=code))
    library = Library(
        languages=languages,
        labels=labels,
        rooms=read_rooms(layers),
        types=read_types(layers),
        activities=read_activities(layers),
        clauses={},
        documents=read_documents(layers, "public") | read_documents(layers, "staff"),
        signs=read_signs(layers),
        own_signs=read_own_signs(layers),
        forms=read_forms(layers),
        situations=read_situations(layers),
        chapters=read_chapters(layers),
        cards=read_cards(layers),
        questions=read_questions(layers),
        quizzes=read_quizzes(layers),
        mails=read_mails(layers),
        key_facts=read_key_facts(layers),
        promises=read_promises(layers),
        ledger=read_ledger(layers),
        addresses=read_addresses(layers),
        levels=read_levels(layers),
        pillars=read_pillars(layers),
        ignorance=read_ignorance(layers),
        examples=read_examples(layers),
        packs=read_packs(layers),
        records=read_records(layers),
    )
    return library, findings
