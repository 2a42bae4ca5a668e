"""What the disk says when it refuses, as a finding a person can act on."""

from __future__ import annotations

import errno
from pathlib import Path

from placard.findings import Finding, Place, Severity, UserMistake
from placard.publish.workshop import workshop_of

FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
REFUSED = {errno.EIO, errno.EFBIG, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP}


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


def stopped(out: Path, fault: OSError) -> UserMistake | None:
    """Say why the disk refused what a command made or wrote; `None` for what is a fault of ours.

    A file we expect and do not find is one of those.
    """
    if fault.errno not in FULL | FORBIDDEN | REFUSED:
        return None
    where, workshop = fault.filename2 or fault.filename, workshop_of(out)
    if where is None or {workshop.out, workshop.folder} & {Path(str(where)), *Path(str(where)).parents}:
        return refused(out, fault)
    reason = fault.strerror or str(fault)
    if fault.errno in FULL:
        code = "publish.full_elsewhere"
    else:
        code = "publish.forbidden_elsewhere" if fault.errno in FORBIDDEN else "publish.refused_elsewhere"
    place = Place(Path(str(where)).name)
    return UserMistake([Finding(code, Severity.ERROR, place, {"file": str(where), "reason": reason})])
