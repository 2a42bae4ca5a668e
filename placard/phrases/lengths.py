"""A length of time as a report tells it: a plain phrase of a language, whatever form signs need."""

from __future__ import annotations

from placard.library.library import Library
from placard.model.values import Duration
from placard.phrases.forms import NO_BREAK, Speaker
from placard.phrases.lookup import NoSuchForm, of


def length_in(library: Library, language: str, value: Duration) -> str:
    """Return a length in a language; as files have it where the language has no phrase for it."""
    labels, spoken = library.labels.get(language), library.languages.get(language)
    if labels is None or spoken is None:
        return str(value)
    try:
        units = of(labels.durations, "length")
        return (
            Speaker(spoken, labels, language, {})
            .plural(of(units, value.unit), value.number)
            .replace(NO_BREAK, " ")
        )
    except NoSuchForm:
        return str(value)


def length_by_language(library: Library, value: Duration) -> dict[str, str]:
    """Return a length in every language there are phrases in."""
    return {language: length_in(library, language, value) for language in library.labels}
