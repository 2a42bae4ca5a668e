"""How a language lists things: as CLDR says, but for names that hold an “and” themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from babel import Locale
from babel.lists import format_list

_STYLES = {"list": "standard", "any": "or"}


def listed(phrases: Sequence[str], form: str, locale: Locale, beside_and: str) -> str:
    """Join all of them (`list`), or one of them (`any`).

    "Payments and invoices and news" is read twice. Where a phrase holds the joining word of the language,
    `beside_and` stands before the last; it is empty where a language has nothing of the kind.
    """
    joint = _bare(locale, "2")
    if form == "list" and beside_and and len(phrases) > 1 and any(joint in phrase for phrase in phrases):
        comma = _bare(locale, "middle")
        return comma.join(phrases[:-1]) + beside_and + phrases[-1]
    style: Any = _STYLES[form]
    return str(format_list(list(phrases), style=style, locale=locale))


def _bare(locale: Locale, part: str) -> str:
    return str(locale.list_patterns["standard"][part]).replace("{0}", "").replace("{1}", "")
