"""Habits of pen and keyboard that one line of a file shows by itself, and the line mended."""

from __future__ import annotations

import re
from dataclasses import dataclass

from placard.findings import Finding, Place
from placard.read.found import found


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to tell, and the line as its writer meant it."""

    finding: Finding
    line: str


_WIDE_SPACES = "\u00a0\u2000-\u200a\u202f\u3000"
_LEAD = r"(?P<lead>[ ]*(?:-[ ]+)*)"
_KEY = r"(?P<key>[\"'“”]?[A-Za-z_][A-Za-z0-9_-]*[\"'“”]?)"
_WIDE_INDENT = re.compile(rf"[ ]*[{_WIDE_SPACES}][ {_WIDE_SPACES}]*")
_WIDE_COLON = re.compile(rf"{_LEAD}{_KEY}[ ]*：[ {_WIDE_SPACES}]*")
_TIGHT_COLON = re.compile(rf"{_LEAD}{_KEY}:(?=[^ \t])(?!//)[{_WIDE_SPACES}]*")
_OTHER_DASH = re.compile(rf"{_LEAD}(?P<dash>[－–—‐−•·●▪◦])[ \u3000]*(?=\S)")
_TIGHT_DASH = re.compile(rf"{_LEAD}-(?=[A-Za-z{{\[\"'])")
_CURLY = "“”„‟＂‘’‚＇"
_CURLY_START = re.compile(rf"(?:^{_LEAD}(?:{_KEY}[ ]*:[ ]*)?|[\[{{][ ]*)(?P<mark>[{_CURLY}])")
_PLAIN_MARK = {"［": "[", "］": "]", "｛": "{", "｝": "}", "，": ",", "：": ":", "、": ","}
# A wide comma may well belong to an address; before a key it can only be meant as ours.
_WIDE_IN_FLOW = re.compile(r"[［］｛｝]|[，、](?=\s*[A-Za-z_][\w-]*\s*[:：])|(?<=[A-Za-z_])：")
_STRAIGHT = str.maketrans(_CURLY, '"' * 5 + "'" * 4)
# A link or a number to call holds a colon with no space after it, and rightly so.
_SCHEMES = frozenset({"mailto", "tel", "sms", "urn", "geo", "weixin", "data"})
_HIDDEN = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|(?:^|(?<=\s))#.*")


def look_at_colon(line: str, place: Place) -> Remedy | None:
    """A key at the start of a line whose colon, or whose indent, is not one that YAML knows."""
    if wide := _WIDE_INDENT.match(line):
        indent = " " * len(wide[0].replace("\u3000", "  "))
        return Remedy(found("yaml.wide_space", place), indent + line[wide.end() :])
    if hit := _WIDE_COLON.match(line):
        key = _straightened(hit["key"]).strip("\"'")
        mended = f"{hit['lead']}{key}: {line[hit.end() :]}"
        return Remedy(found("yaml.wide_colon", place, key=key), mended)
    hit = _TIGHT_COLON.match(line)
    if hit and hit["key"] not in _SCHEMES:
        mended = f"{hit['lead']}{hit['key']}: {line[hit.end() :]}"
        return Remedy(found("yaml.tight_colon", place, key=hit["key"]), mended)
    return None


def look_at_dash(line: str, place: Place) -> Remedy | None:
    """A list entry whose dash is a bullet or a long dash, or touches what follows."""
    if hit := _OTHER_DASH.match(line):
        mended = f"{hit['lead']}- {line[hit.end() :]}"
        return Remedy(found("yaml.other_dash", place, mark=hit["dash"]), mended)
    if hit := _TIGHT_DASH.match(line):
        return Remedy(found("yaml.tight_dash", place), f"{hit['lead']}- {line[hit.end() :]}")
    return None


def look_at_marks(line: str, place: Place) -> Remedy | None:
    """Quotes, brackets and commas of another keyboard, in a line that could not be read."""
    bare = outside_quotes(line)
    if hit := _CURLY_START.search(bare):
        return Remedy(found("yaml.curly_quote", place, mark=hit["mark"]), _straightened(line))
    if not any(mark in bare for mark in "[]{}［］｛｝"):
        return None
    hits = {hit.start(): hit[0] for hit in _WIDE_IN_FLOW.finditer(bare)}
    if not hits:
        return None
    first = hits[min(hits)]
    mended = "".join(f"{_PLAIN_MARK[hits[i]]} " if i in hits else letter for i, letter in enumerate(line))
    return Remedy(found("yaml.wide_mark", place, mark=first, plain=_PLAIN_MARK[first]), mended)


def look_at_value(value: str, place: Place, *, in_flow_list: bool) -> Finding | None:
    """Marks of another keyboard that a bare value swallowed without any complaint."""
    if value[:1] and value[0] in _CURLY and (value[-1] in _CURLY or _straightened(value[0]) == '"'):
        return found("yaml.curly_quote", place, mark=value[0])
    if value[:1] and value[0] in "［｛":
        return found("yaml.wide_mark", place, mark=value[0], plain=_PLAIN_MARK[value[0]])
    wide = next((letter for letter in value if letter in "，、"), None)
    if in_flow_list and wide:
        return found("yaml.wide_mark", place, mark=wide, plain=",")
    return None


def look_at_key(key: str, place: Place, *, has_value: bool) -> Finding | None:
    """Marks of another keyboard that a bare key swallowed."""
    name, colon, _ = key.partition("：")
    if colon:
        return found("yaml.wide_colon", place, key=_straightened(name.strip()).strip("\"'"))
    if key != key.strip():
        return found("yaml.wide_space", place)
    if key[:1] and key[0] in _CURLY:
        return found("yaml.curly_quote", place, mark=key[0])
    tight = _TIGHT_COLON.match(key)
    if tight and not has_value:
        return found("yaml.tight_colon", place, key=tight["key"])
    return None


def outside_quotes(line: str) -> str:
    """The line with quoted words and the comment blanked out, each letter in its old column."""
    return _HIDDEN.sub(lambda hidden: " " * len(hidden[0]), line)


def _straightened(line: str) -> str:
    return line.translate(_STRAIGHT)
