"""An empty table for a chain, to be filled in with a spreadsheet: headings and one example, in words."""

from __future__ import annotations

import csv
import io
import re

from placard.interview.asking import Ask, in_language
from placard.interview.choices import vocabulary_of
from placard.interview.lexicon import Lexicon
from placard.interview.table import ID, REMARK

_NUMBER = re.compile(r"\d+(?=\s*[,，])")

_SHOWN = {"one": 1, "several": 2, "rooms": 2}
"""How many choices of a list are shown, by form."""


def template(lexicon: Lexicon) -> bytes:
    """Return the table in the owner's language; the sign between cells is the one its spreadsheets expect."""
    asks = [ask for ask in lexicon.interview.asks if ask.column]
    written = io.StringIO()
    writer = csv.writer(written, delimiter=lexicon.talk.say("separator"))
    writer.writerow([ID, *(in_language(ask.column, lexicon.language) for ask in asks)])
    writer.writerow(
        [f"{REMARK} {lexicon.talk.say('example_row')}", *(_example(ask, lexicon) for ask in asks)]
    )
    return written.getvalue().encode("utf-8-sig")


def _example(ask: Ask, lexicon: Lexicon) -> str:
    """Show words where the talk shows the numbers of a list nobody sees here."""
    vocabulary = vocabulary_of(ask)
    offered = next(iter(ask.choices.values()), ()) or lexicon.codes(vocabulary) if vocabulary else ()
    names = [lexicon.name_of(vocabulary, code) for code in offered]
    between = lexicon.talk.say("between")
    if ask.for_each:
        return ""
    if ask.form in _SHOWN and names:
        return between.join(names[: _SHOWN[ask.form]])
    fixed = {
        "partners": f"{offered[0] if offered else ''} Slotwise IE",
        "doors": "0-1-2",
        "cameras": lexicon.talk.say("none_word"),
    }
    example = fixed.get(ask.form) or in_language(ask.example, lexicon.language)
    number = _NUMBER.match(example) if ask.form == "parts" else None
    if number and int(number[0]) <= len(names):
        return names[int(number[0]) - 1] + example[number.end() :]
    return example
