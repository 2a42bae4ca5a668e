"""What the disk says when it refuses, as a finding a person can act on."""

from __future__ import annotations

import errno
from pathlib import Path

from placard.findings import Finding, Place, Severity, UserMistake

FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def error(code: str, out: Path, **values: str | int) -> Finding:
    """Make the finding that stops a publication; `out` is shown as it was typed."""
    shown = {name: str(value) for name, value in values.items()}
    return Finding(code, Severity.ERROR, Place(str(out)), {"out": str(out), **shown})


def refused(out: Path, fault: OSError) -> UserMistake:
    """Say that nothing was published, and why the disk refused."""
    where = str(fault.filename2 or fault.filename or out)
    if fault.errno in FULL:
        return UserMistake([error("publish.disk_full", out, file=where)])
    if fault.errno in FORBIDDEN:
        return UserMistake([error("publish.unwritable", out, file=where)])
    if fault.errno == errno.EXDEV:
        return UserMistake([error("publish.other_disk", out)])
    return UserMistake([error("publish.disk", out, file=where, reason=fault.strerror or str(fault))])
