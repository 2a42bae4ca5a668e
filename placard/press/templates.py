"""The shapes of what is printed: HTML templates, style sheets, pictograms."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

FOLDER = Path(__file__).parents[2] / "templates" / "print"
PICTOGRAMS = FOLDER / "pictograms"
BUILT_ON = {
    "booklet": "read",
    "booklet-large": "booklet",
    "handbook": "read",
    "leaflet": "read",
    "letter": "form",
    "log": "form",
}
"""Style sheets that only say what differs from another."""

_TITLE = re.compile(r"<title>[^<]*</title>")
_COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)


@cache
def environment(folder: Path) -> Environment:
    """Return what fills the templates of a folder."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,  # for every name: `select_autoescape` overlooks some endings
        undefined=StrictUndefined,  # the default prints nothing where a phone number should stand
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(name: str, **values: object) -> str:
    """Fill a template; a name the caller forgot is an error."""
    return shape(name).render(values)


def shape(name: str) -> Template:
    """Return a template of ours, read once."""
    return environment(FOLDER).get_template(name)


@cache
def style_sheets(name: str) -> tuple[str, ...]:
    """Return `css/<name>.css`, under it all it is built on, and after it what each language needs."""
    folder = FOLDER / "css"
    names = [name]
    while below := BUILT_ON.get(names[0]):
        names.insert(0, below)
    paths = [*(folder / f"{each}.css" for each in names), *sorted((folder / "language").glob("*.css"))]
    return tuple(path.read_text(encoding="utf-8") for path in paths)


@cache
def pictogram_names() -> frozenset[str]:
    """Return the pictograms there are."""
    return frozenset(path.stem for path in PICTOGRAMS.glob("*.svg"))


def pictogram(name: str, alternative: str) -> Markup:
    """Return a drawing whose title, the words read aloud, is `alternative`."""
    title = f"<title>{escape(alternative)}</title>"
    return Markup(_TITLE.sub(lambda match: title, _drawing(name), count=1))


@cache
def _drawing(name: str) -> str:
    return _COMMENT.sub("", (PICTOGRAMS / f"{name}.svg").read_text(encoding="utf-8"))
