"""Codes and languages a venue names, against those content knows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from placard.check.nearest import nearest, surely
from placard.check.walk import Met, every_fact, listed
from placard.findings import Finding, Place, Severity
from placard.model.facts import vocabulary_of
from placard.model.premises import Room
from placard.model.values import OWN, LocalText
from placard.read.found import found
from placard.read.venue import VenueFile

_LANGUAGES = ("languages", "staff_languages")


def code_findings(file: VenueFile, vocabularies: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """Find codes no vocabulary knows; a vocabulary nobody gave is not checked against."""
    for met in every_fact(file.venue):
        known = vocabularies.get(vocabulary_of(type(met.owner), met.attribute) or "")
        if known is None:
            continue
        for path, code in listed(met):
            if code not in known and not code.startswith(OWN):
                yield _unknown_code(file.place(path), met.key, code, known)


def _unknown_code(place: Place, key: str, code: str, known: Collection[str]) -> Finding:
    """Suggest the word that was surely meant; where none is near, a guess would do harm, so list them."""
    near = surely(code, known)
    if near:
        return found("check.unknown_code", place, key=key, found=code, near=near)
    return found("check.unknown_code_listed", place, key=key, found=code, known=", ".join(sorted(known)))


def language_findings(file: VenueFile, languages: Collection[str]) -> Iterator[Finding]:
    """Find languages content does not have, and words that lack one of the guests' languages."""
    for met in every_fact(file.venue):
        if met.attribute in _LANGUAGES:
            for path, code in listed(met):
                if code not in languages:
                    yield _unknown_language(file, path, code, languages)
        if not isinstance(met.value, LocalText) or met.value.by_language is None:
            continue
        for code in met.value.by_language:
            if code not in languages:
                yield _unknown_language(file, (*met.path, code), code, languages)
        for code in file.venue.languages:
            if code not in met.value.by_language:
                yield _words_missing(file, met, code)


def _words_missing(file: VenueFile, met: Met, language: str) -> Finding:
    place = file.place(met.path)
    if isinstance(met.owner, Room) and met.attribute == "name":
        # Guests who read this language are told the kind of room.
        return found("check.name_missing", place, Severity.INFO, room=met.owner.id, language=language)
    return found("check.words_missing", place, Severity.QUESTION, key=met.key, language=language)


def _unknown_language(
    file: VenueFile, path: tuple[str | int, ...], code: str, languages: Collection[str]
) -> Finding:
    near = nearest(code, languages)
    return found("check.unknown_language", file.place(path), found=code, near=near)
