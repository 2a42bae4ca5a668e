"""The zips of branches opened again: all that was printed for the branch is in it, and nothing else."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence

from placard.chains.zips import packed_in
from placard.findings import Finding
from placard.made import Made
from placard.prove.outputs import Origin, fault

NOTES = "README"
"""What the names of the notes begin with, which no folder of `out/` holds."""


def prove_zips(made: Sequence[Made]) -> Iterator[Finding]:
    """Compare every zip with the files it should hold, by name and content."""
    for each in made:
        if each.kind == "zip":
            expected = {name: file.read_bytes() for name, file in packed_in(each.venue, made).items()}
            yield from _compared(each, expected)


def _compared(made: Made, expected: dict[str, bytes]) -> Iterator[Finding]:
    shown, origin = made.path.as_posix(), Origin(made.venue)
    try:
        with zipfile.ZipFile(made.file) as packed:
            held = {entry.filename: entry.CRC for entry in packed.infolist()}
            spoilt = packed.testzip()
    except (OSError, zipfile.BadZipFile):
        yield fault("prove.zip_unreadable", shown, origin)
        return
    sums = {name: zlib.crc32(raw) for name, raw in expected.items()}
    notes = {name for name in held if name.startswith(f"{made.venue}/{NOTES}")}
    differing = [
        name for name in sorted(sums.keys() | (held.keys() - notes)) if held.get(name) != sums.get(name)
    ]
    if spoilt or differing or not notes:
        yield fault("prove.zip_other", shown, origin, 0, file=(spoilt or next(iter(differing), NOTES)))
