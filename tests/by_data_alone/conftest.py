"""A language nobody speaks, written by machine from the English words: YAML and Markdown, nothing else.

Ixian borrows its plural and date rules from Welsh, which has six plural classes, and the theme of English.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

CODE = "qx"
PLURALS = ("zero", "one", "two", "few", "many", "other")
_STAYS = re.compile(r"(\{\{.*?\}\}|\{[a-z_]+\}|\]\([^)]*\))")
_VOWELS = str.maketrans("aou", "äöü")
# Rules and the glossary are not laid over: rules have ids of their own, the glossary is for writers.
_LEFT_ALONE = {"clause.yml", "rules.yml", "glossary.yml", "languages.yml"}


def ixian(text: str) -> str:
    """Say it in Ixian; facts and addresses stay as they are."""
    parts = enumerate(_STAYS.split(text))
    return "".join(part if number % 2 else part.translate(_VOWELS) for number, part in parts)


@pytest.fixture(scope="session")
def write_ixian() -> Callable[[Path, Path], str]:
    """Write a folder of Ixian beside a folder of content: `write_ixian(content, folder)` is its code."""

    def write(source: Path, folder: Path) -> str:
        _write_all(source, folder)
        return CODE

    return write


def _write_all(source: Path, folder: Path) -> None:
    """Write a folder of content that gives every text an Ixian sister."""
    for path in sorted(source.rglob("*.yml")):
        inside = path.relative_to(source)
        if inside.parts[0] in ("labels", "messages", "fields") or path.name in _LEFT_ALONE:
            continue
        read = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        told = _beside_english(read)
        if told != read:
            _write(folder / inside, told)
    for path in sorted(source.rglob("en.md")):
        clause = yaml.safe_load((path.parent / "clause.yml").read_text("utf-8"))
        target = folder / path.relative_to(source).with_name(f"{CODE}.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        words = ixian(path.read_text("utf-8"))
        target.write_text(f"---\nof_revision: {clause['revision']}\n---\n{words}", "utf-8")
    english = yaml.load((source / "labels" / "en.yml").read_text("utf-8"), yaml.BaseLoader)
    _write(folder / "labels" / f"{CODE}.yml", _labels(english))
    entry = {"own_name": "Ixiän", "cldr": "cy", "theme": "en", "script": "latin", "tag": "QX"}
    _write(
        folder / "languages.yml",
        {CODE: {**entry, "readability": "none", "tie": "none", "quotes": ["«", "»"]}},
    )


def _beside_english(value: Any) -> Any:
    if isinstance(value, dict):
        told = {key: _beside_english(item) for key, item in value.items()}
        return {**told, CODE: _every(value["en"])} if "en" in value else told
    return [_beside_english(item) for item in value] if isinstance(value, list) else value


def _every(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _every(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_every(item) for item in value]
    return ixian(value)


def _labels(english: dict[str, Any]) -> dict[str, Any]:
    told = {**english, "words": _every(english["words"]), "codes": _every(english["codes"])}
    told["counts"] = {noun: _plurals(phrases) for noun, phrases in english["counts"].items()}
    told["durations"] = {
        form: {unit: _plurals(phrases) for unit, phrases in units.items()}
        for form, units in english["durations"].items()
    }
    return told


def _plurals(phrases: dict[str, str]) -> dict[str, str]:
    """Ixian counts as Welsh does; a class English lacks is told by its name behind the word."""
    ours = {name: ixian(phrases.get(name, phrases["other"])) for name in PLURALS}
    return {name: phrase if name in phrases else f"{phrase}-{name}" for name, phrase in ours.items()}


def _write(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        yaml.safe_dump(value, allow_unicode=True, sort_keys=False, default_style='"', width=10**6), "utf-8"
    )
