"""The templates of the site that are ours alone, escaped and strict about unknown names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def shape(template: str, /, **parts: object) -> str:
    """Return a template of `templates/site/bodies` or `templates/small`, filled."""
    return _templates().get_template(template).render(**parts)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader([TEMPLATES / "site" / "bodies", TEMPLATES / "small"]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # `mkdocs serve` shows a changed template without being started again.
        auto_reload=True,
    )
