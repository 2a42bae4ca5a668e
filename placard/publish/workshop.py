"""Where things lie that a build makes: one folder beside the output, kept between builds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Workshop:
    """The folders of one output; `folder` may be emptied at any time, it only costs a longer build.

    It lies beside the output, because a file can be renamed into place only within one file system.
    """

    out: Path
    folder: Path

    @property
    def swap(self) -> Path:
        """The folder of a swap under way: what comes in, what was taken out, and the journal."""
        return self.folder / "swap"

    @property
    def forward(self) -> Path:
        """The journal; while it exists the new state is the one to reach."""
        return self.swap / "journal.json"

    @property
    def back(self) -> Path:
        """The same journal under another name; while it exists the old state is the one to reach."""
        return self.swap / "journal-back.json"

    def pending(self) -> bool:
        """Tell whether a swap was begun and not finished."""
        return self.forward.exists() or self.back.exists()

    @property
    def lock(self) -> Path:
        """The file that a running build holds locked."""
        return self.folder / "lock"

    @property
    def hashes(self) -> Path:
        """Hashes of files by size and times."""
        return self.folder / "hashes.json"

    @property
    def fingerprint(self) -> Path:
        """What the last build was made of."""
        return self.folder / "fingerprint.json"

    @property
    def press(self) -> Path:
        """What was planned and printed before."""
        return self.folder / "press"

    @property
    def proven(self) -> Path:
        """PDFs that were opened and read before."""
        return self.folder / "proven"


def workshop_of(out: Path) -> Workshop:
    """Return the folders that belong to an output, whether they exist or not.

    Links are followed first: `out` may be a link into a web server's folder, on another disk.
    """
    real = out.resolve()
    return Workshop(real, real.with_name(f".{real.name}-staging"))
