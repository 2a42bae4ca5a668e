"""`{{ fact | form argument }}`: the only thing in a text that is not words."""

from __future__ import annotations

import re
from dataclasses import dataclass

PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_WELL_FORMED = re.compile(r"\s*([a-z][a-z_]*(?:\.[a-z_]+)*)\s*\|\s*([a-z_]+)(?:\s+([a-z_]+))?\s*")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A fact asked for in a form, such as `surveillance.retention | within` or `rooms | list in`."""

    fact: str
    form: str
    argument: str = ""

    def __str__(self) -> str:
        return f"{self.fact} | {self.form} {self.argument}".rstrip()


def parse(inside: str) -> Placeholder | None:
    """Read what stands between the braces; `None` where it is not of this shape."""
    match = _WELL_FORMED.fullmatch(inside)
    return Placeholder(match[1], match[2], match[3] or "") if match else None


def placeholders(text: str) -> tuple[list[Placeholder], list[str]]:
    """Return the placeholders of a text in order, and whatever in braces is none."""
    good, bad = [], []
    for match in PLACEHOLDER.finditer(text):
        parsed = parse(match[1])
        if parsed:
            good.append(parsed)
        else:
            bad.append(match[0])
    return good, bad
