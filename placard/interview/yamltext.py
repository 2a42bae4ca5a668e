"""Facts as the text of a venue file: quotes only where they are needed, one thought to a line."""

from __future__ import annotations

import re

from placard.interview.draft import Fields, Typed, Value

# A letter first, and nothing that YAML, or somebody who reads it, could take for a mark.
_PLAIN = re.compile(r"[^\W\d_][^\x00-\x1f\x7f\[\]{},:#\"\\：＃｛｝［］“”„‘’]*")
_WORDS = re.compile(r"(?i:y|n|yes|no|true|false|on|off|null|none|unanswered|nan|inf)")
WIDEST = 110
"""Letters a line may have before a map or list is written one entry to a line."""


def scalar(value: str | Typed) -> str:
    """Return a word as it is, and what an owner typed so that every reader of YAML takes it for text."""
    if isinstance(value, str):
        return value
    text = value.text
    if _PLAIN.fullmatch(text) and not _WORDS.fullmatch(text) and text == text.strip():
        return text
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def in_line(value: Value) -> str:
    """Return a value on one line, maps in braces and lists in brackets."""
    match value:
        case Fields():
            return "{" + ", ".join(f"{key}: {in_line(below)}" for key, below in value.pairs) + "}"
        case tuple():
            return "[" + ", ".join(map(in_line, value)) + "]"
        case _:
            return scalar(value)


def lines_of(key: str, value: Value, indent: int = 0) -> list[str]:
    """Return the lines of one key: on one line where it fits, lists of maps one to a line."""
    pad = "  " * indent
    line = f"{pad}{key}: {in_line(value)}"
    maps = isinstance(value, tuple) and any(isinstance(item, Fields) for item in value)
    if len(line) <= WIDEST and not maps:
        return [line]
    match value:
        case tuple() if maps:
            return [f"{pad}{key}:", *(line for item in value for line in _item(item, pad + "  "))]
        case Fields():
            return [f"{pad}{key}:", *(line for k, v in value.pairs for line in lines_of(k, v, indent + 1))]
        case _:
            return [line]


def _item(item: Value, pad: str) -> list[str]:
    if isinstance(item, Fields) and len(item.pairs) == 1:
        key, below = item.pairs[0]
        return [f"{pad}- {key}: {in_line(below)}"]
    return [f"{pad}- {in_line(item)}"]


def commented(line: str, comment: str) -> str:
    """Return a line with a comment behind it; what stands in a comment can end no line."""
    return f"{line}   # {' '.join(comment.split())}" if comment else line
