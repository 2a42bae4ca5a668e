"""Make the privacy site, the signs and the staff pack of every venue: `python build.py --help`."""

import os
import sys
from pathlib import Path

OWN = Path(__file__).resolve().parent / ".venv" / "bin" / "python"

if sys.prefix == sys.base_prefix and OWN.exists():
    # `make build` installed everything there; any Python of the machine may be used to get in.
    os.execv(OWN, [str(OWN), *sys.argv])

try:
    from placard.cli import main
except ModuleNotFoundError as missing:
    sys.exit(f"{missing.name} is not installed; run make build, which sets up everything that is needed")

if __name__ == "__main__":
    main()
