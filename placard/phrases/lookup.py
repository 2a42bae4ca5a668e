"""Looking up a phrase, and what is raised where a language or a kind of fact has none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from placard.phrases.placeholders import Placeholder


class NoSuchForm(Exception):
    """A form this kind of fact does not have, or a phrase the labels of a language lack."""


def require(asked: Placeholder, *forms: str) -> None:
    """Raise `NoSuchForm` where a form is asked for that this kind of fact does not have."""
    if asked.form not in forms:
        raise NoSuchForm(str(asked))


def of(phrases: Mapping[str, Any], key: str) -> Any:
    """Return the phrase under a key; raises `NoSuchForm`."""
    try:
        return phrases[key]
    except KeyError:
        raise NoSuchForm(key) from None
