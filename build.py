"""Make the privacy site, the signs and the staff pack of every venue: `python build.py --help`."""

from placard.cli import main

if __name__ == "__main__":
    main()
