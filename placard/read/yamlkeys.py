"""The keys of one map as they come: which may stand, and what to say of the others."""

from __future__ import annotations

from collections.abc import Mapping

from placard.findings import Finding
from placard.read.found import found
from placard.read.nodes import Entry, Text
from placard.read.yamlline import look_at_key


class Keys:
    """The keys of a map; one `in_lines` below the margin may be entries of a list without dashes."""

    def __init__(self, *, in_lines: bool) -> None:
        self._in_lines = in_lines
        self._second_entry = False

    def accept(
        self, key: Text, entries: Mapping[str, Entry], findings: list[Finding], *, has_value: bool
    ) -> bool:
        """Tell whether a key may stand beside those before it; why not is added to the findings."""
        finding: Finding | None = None
        if not key.value.strip():
            finding = found("yaml.empty_key", key.place)
        elif key.value == "<<":
            finding = found("yaml.merge_key", key.place)
        elif key.value in entries:
            finding = self._repeated(key, entries)
            if finding is None:
                return False
        elif not key.quoted:
            finding = look_at_key(key.value, key.place, has_value=has_value)
        if finding:
            findings.append(finding)
        return finding is None

    def _repeated(self, key: Text, entries: Mapping[str, Entry]) -> Finding | None:
        """One missing dash repeats every key of an entry; it is told where the entry begins."""
        first = entries[key.value].place.line
        if self._in_lines and key.value == next(iter(entries)):
            self._second_entry = True
            return found("yaml.repeated_entry", key.place, key=key.value, first=first)
        if self._second_entry:
            return None
        return found("yaml.repeated_key", key.place, key=key.value, first=first)
