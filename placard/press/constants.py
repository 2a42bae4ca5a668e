"""What a style sheet calls by a name, put in the place of its name once and for all.

The engine looks a name up, and reads what it stands for anew, for each element that a rule is for. Names
that a page fills in itself, as the sizes of a sheet or the colour of an owner, stay names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

_GIVEN = re.compile(r"(?<![\w-])(--[\w-]+)\s*:\s*([^;{}]*?)\s*(?=[;}])")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
_NAMED = re.compile(r"(--[\w-]+)\s*:")


@dataclass(frozen=True, slots=True)
class Constants:
    """Names to which a style sheet gives a value, each of them a single one."""

    values: Mapping[str, str]

    @classmethod
    def of(cls, style_sheet: str) -> Constants:
        """Return those of a style sheet."""
        given = _GIVEN.findall(style_sheet)
        times = Counter(name for name, _ in given)
        return cls({name: value for name, value in given if times[name] == 1})

    def spelt_out(self, style_sheet: str, but: frozenset[str] = frozenset()) -> str:
        """Return a style sheet with values where it asks for names; a name never stands for itself."""

        def value(asked: re.Match[str]) -> str:
            name = asked[1]
            if name in but or name not in self.values:
                return asked[0]
            return self.spelt_out(self.values[name], but | {name})

        return _ASKED.sub(value, style_sheet)

    def are_given_in(self, page: str) -> bool:
        """Tell whether a page may give another value to one of the names."""
        return not self.values.keys().isdisjoint(_NAMED.findall(page))
