"""The short way to report a finding whose words stand in `content/messages`."""

from __future__ import annotations

from placard.findings import Finding, Place, Severity


def found(code: str, place: Place, severity: Severity = Severity.ERROR, /, **values: str | int) -> Finding:
    """Make a finding; the keywords are the `{names}` of its sentence."""
    return Finding(code, severity, place, {name: str(value) for name, value in values.items()})
