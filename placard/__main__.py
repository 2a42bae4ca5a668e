"""`python -m placard` is `python build.py`."""

from placard.cli import main

main()
