"""The short way to report a finding whose words stand in `content/messages`."""

from __future__ import annotations

from placard.findings import Finding, Place, Said, Severity


def found(
    code: str, place: Place, severity: Severity = Severity.ERROR, /, **values: str | int | Said
) -> Finding:
    """Make a finding; the keywords are the `{names}` of its sentence."""
    kept = {name: value if isinstance(value, Said) else str(value) for name, value in values.items()}
    return Finding(code, severity, place, kept)
