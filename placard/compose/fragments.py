"""A clause's Markdown as one HTML fragment per language, its placeholders still opaque.

Raw HTML in a clause is shown as letters; a placeholder never meets Markdown, HTML or Jinja.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import markdown
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from placard.phrases.placeholders import PLACEHOLDER, Placeholder, parse
from placard.phrases.ties import tied

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
_LOCAL = re.compile("\ue000(\\d+)\ue001")


@dataclass(frozen=True, slots=True)
class Fragment:
    """Finished HTML with a local token per placeholder, in order of appearance."""

    html: str
    placeholders: tuple[Placeholder, ...]

    def placed(self, token: Callable[[Placeholder], str]) -> str:
        """Return the HTML with each placeholder's own token or markup in its place."""
        return _LOCAL.sub(lambda match: token(self.placeholders[int(match[1])]), self.html)


def _lifted(text: str) -> tuple[str, tuple[Placeholder, ...]]:
    asked: list[Placeholder] = []

    def lift(match: re.Match[str]) -> str:
        placeholder = parse(match[1])
        if placeholder is None:
            return match[0]
        asked.append(placeholder)
        return f"\ue000{len(asked) - 1}\ue001"

    return PLACEHOLDER.sub(lift, text), tuple(asked)


@cache
def _converter() -> markdown.Markdown:
    converter = markdown.Markdown(extensions=["sane_lists", "attr_list"])
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter


@cache
def fragment(text: str, tie: str) -> Fragment:
    """Convert a clause; `tie` names how the language ties small words to the next one."""
    lifted, asked = _lifted(text)
    html = _converter().reset().convert(lifted)
    return Fragment(tied(html, tie), asked)


@cache
def line(text: str, tie: str) -> Fragment:
    """Convert a single line of words (a heading, a cell, a line of a sign): no Markdown at all."""
    lifted, asked = _lifted(" ".join(text.split()))
    return Fragment(tied(str(escape(lifted)), tie), asked)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES / "fragments"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def shape(template: str, **parts: object) -> str:
    """Return a small repeated shape (a table, a button) around tokenised words."""
    return _templates().get_template(template).render(**parts).strip()


def safe(html: str) -> Markup:
    """Mark tokenised HTML of ours as finished, so that a template leaves it alone."""
    return Markup(html)
