"""The list of steps from the old state of `out/` to the new one, and how to play it either way."""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Mapping
from contextlib import nullcontext, suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

from placard.findings import UserMistake
from placard.publish.disk import DISK, Disk
from placard.publish.faults import error
from placard.publish.hashes import sha256_of
from placard.publish.lock import Busy, Held, hold
from placard.publish.manifest import NAME, inside
from placard.publish.workshop import Workshop, workshop_of

FORMAT = 1

Do = Literal["remove", "remove_folder", "make_folder", "put"]

_BESIDES: Mapping[str, str | None] = {"remove": None, "remove_folder": None, "make_folder": "", "put": NAME}
"""Where a step may go besides the places of a manifest: `out/` itself is made, the manifest is put."""
_NEW, _OLD = re.compile(r"(new-[0-9]+)?"), re.compile(r"(old-[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `new` and `old` are files in the swap folder: what comes in, and what was there."""

    do: Do
    path: str
    new: str = ""
    old: str = ""
    sha256: str = ""


class Recovery(StrEnum):
    """What the next command found after a build that was cut short."""

    NOTHING = "nothing"
    FINISHED = "finished"
    UNDONE = "undone"
    AT_WORK = "at work"


class Unplayable(OSError):
    """A journal that tells nothing one could follow; `filename` is the journal."""


def begin(workshop: Workshop, steps: list[Step], disk: Disk) -> None:
    """Write the journal; from here on the swap is finished or undone, whoever is killed."""
    whole = {"format": FORMAT, "steps": [asdict(step) for step in steps]}
    disk.write(workshop.forward, json.dumps(whole, ensure_ascii=False).encode())


def finish(workshop: Workshop, disk: Disk = DISK) -> OSError | None:
    """Play the journal forward, or back where that fails; return what made it go back, if it did.

    Every step leaves alone what is done already, so playing may start over as often as needed.
    Raises `OSError` only where the way back is barred too; the journal then stays for next time.
    """
    refusal: OSError | None = None
    if not workshop.back.exists():
        try:
            steps = _read(workshop.forward)
            _see_that_all_is_whole(workshop, steps)
            _play(workshop, steps, disk)
            disk.remove(workshop.forward)
        except Unplayable:
            raise  # there is no way back either
        except OSError as fault:
            if workshop.forward.exists():
                # A rename: a kill leaves one direction or the other, never neither.
                disk.move(workshop.forward, workshop.back)
                refusal = fault
        if refusal is None:
            tidy(workshop, disk)
            return None
    _play_back(workshop, _read(workshop.back), disk)
    disk.remove(workshop.back)
    tidy(workshop, disk)
    return refusal or OSError("given up before")


def recover(out: Path, held: Held | None = None, disk: Disk = DISK) -> Recovery:
    """Put right what a killed build left half done, so that `out/` is all old or all new.

    Every command calls this first. Costs next to nothing when there is nothing to do, and leaves
    alone a build that is still at work. Raises `UserMistake` where the disk refuses both ways.
    """
    workshop = workshop_of(out)
    if not workshop.pending():
        return Recovery.NOTHING
    try:
        with nullcontext(held) if held else hold(out):
            if not workshop.pending():
                return Recovery.NOTHING  # whoever held the lock a moment ago has done it
            return Recovery.UNDONE if finish(workshop, disk) else Recovery.FINISHED
    except Busy:
        return Recovery.AT_WORK
    except OSError as fault:
        raise stuck(out, fault) from fault


def stuck(out: Path, fault: OSError) -> UserMistake:
    """Say that a swap stands half done, and why, or that its journal is none."""
    where, reason = str(fault.filename2 or fault.filename or out), fault.strerror or str(fault)
    if isinstance(fault, Unplayable):
        return UserMistake([error("publish.journal", out, file=where, reason=reason)])
    return UserMistake([error("publish.half_done", out, file=where, reason=reason)])


def _read(journal: Path) -> list[Step]:
    try:
        whole = json.loads(journal.read_bytes())
        if whole["format"] != FORMAT:
            raise ValueError(f"format {whole['format']}")
        return [_step(**step) for step in whole["steps"]]
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise Unplayable(errno.EINVAL, str(fault), str(journal)) from fault


def _step(do: Do, path: str, new: str, old: str, sha256: str) -> Step:
    """Raise `ValueError` for what we never write: a journal may come with a folder somebody else filled."""
    if not all(isinstance(text, str) for text in (do, path, new, old, sha256)) or do not in _BESIDES:
        raise ValueError("other values than a journal has")
    if not (path == _BESIDES[do] or inside(path)) or not (_NEW.fullmatch(new) and _OLD.fullmatch(old)):
        raise ValueError(f"{do} {path} {new} {old} reaches out of the folder")
    # A file without a name would be the swap folder itself.
    if (do == "put" and not new) or (do == "remove" and not old):
        raise ValueError(f"{do} {path} lacks its file")
    return Step(do, path, new, old, sha256)


def _see_that_all_is_whole(workshop: Workshop, steps: list[Step]) -> None:
    """Raise `OSError` where something that still has to come in is torn, as after a power cut."""
    for step in steps:
        waiting = workshop.swap / step.new
        if step.new and waiting.exists() and sha256_of(waiting) != step.sha256:
            raise OSError(errno.EIO, "damaged while it waited to be published", str(waiting))


def _play(workshop: Workshop, steps: list[Step], disk: Disk) -> None:
    for step in steps:
        target = workshop.out / step.path
        match step.do:
            case "remove":
                disk.remove(target)
            case "remove_folder":
                disk.remove_folder(target)
            case "make_folder":
                disk.make_folder(target)
            case "put":
                if (workshop.swap / step.new).exists():
                    disk.move(workshop.swap / step.new, target)
    _settle(workshop, steps, disk)


def _play_back(workshop: Workshop, steps: list[Step], disk: Disk) -> None:
    for step in reversed(steps):
        target = workshop.out / step.path
        match step.do:
            case "make_folder":
                disk.remove_folder(target)
            case "remove_folder":
                disk.make_folder(target)
            case "put" if not step.old:
                # Still waiting in the swap folder: what stands at its place, if anything, is not ours.
                if not (workshop.swap / step.new).exists():
                    disk.remove(target)
            case "put" | "remove":
                if (workshop.swap / step.old).exists():
                    disk.move(workshop.swap / step.old, target)
    _settle(workshop, steps, disk)


def _settle(workshop: Workshop, steps: list[Step], disk: Disk) -> None:
    folders = {(workshop.out / step.path).parent for step in steps} | {workshop.out}
    disk.settle([folder for folder in sorted(folders) if folder.is_dir()])


def tidy(workshop: Workshop, disk: Disk) -> None:
    """Empty the swap folder; only where no journal is left in it."""
    with suppress(OSError):  # all is done; the next swap clears what is left here
        disk.clear(workshop.swap)
