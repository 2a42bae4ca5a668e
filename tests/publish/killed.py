"""Run by test_killed.py as a process of its own: publishes again and again until it is killed.

usage: killed.py FOLDER STATE [MOMENT]; STATE is the file with what to publish, MOMENT when to die.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path, PurePosixPath

from placard.publish.disk import Disk
from placard.publish.swap import publish


def dying_at(moment: int) -> Disk:
    """Return a disk that kills this process before its n-th step, as nobody can handle."""
    passed = 0

    class Dying(Disk):
        pass

    def watched(name: str):
        original = getattr(Disk, name)

        def method(self: Disk, *arguments):
            nonlocal passed
            passed += 1
            if passed == moment:
                os.kill(os.getpid(), signal.SIGKILL)
            return original(self, *arguments)

        return method

    for name in (name for name in vars(Disk) if not name.startswith("_")):
        setattr(Dying, name, watched(name))
    return Dying()


def main() -> None:
    folder, wanted = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text("utf-8"))
    moment = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    made = {PurePosixPath(path): Path(file) for path, file in wanted.items()}
    print("ready", flush=True)
    publish(made, folder / "out", disk=dying_at(moment))
    print("done", flush=True)


main()
