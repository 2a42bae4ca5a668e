"""What the model refuses, said to the person who typed it: what stands there, and what to write."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from placard.findings import Finding, Place, stops
from placard.model.facts import keys_of
from placard.model.paths import facts_at
from placard.read import meant
from placard.read.found import found
from placard.read.nodes import Map, Seq, Text, place_of
from placard.read.strangers import stranger
from placard.read.typed import Path, path_of

_SHAPES = {
    "missing": "model.missing",
    "extra_forbidden": "model.unknown_key",
    "tuple_type": "model.not_a_list",
    "list_type": "model.not_a_list",
    "dict_type": "model.not_a_map",
    "mapping_type": "model.not_a_map",
    "model_type": "model.not_a_map",
    "model_attributes_type": "model.not_a_map",
}


@dataclass(frozen=True, slots=True)
class _Mistake:
    """One error of the model: its code, where it stands, what was typed, and in which languages."""

    code: str
    path: Path
    place: Place
    given: Any
    values: Mapping[str, Any]
    languages: Collection[str]

    @property
    def key(self) -> str:
        """The key under which it stands."""
        return next((str(step) for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def written(self) -> str:
        """What was typed, where that is a word."""
        return self.given if isinstance(self.given, str) else ""

    def say(self, code: str, **values: str) -> Finding:
        """Say it by another code."""
        return found(code, self.place, key=self.key, **{**self.values, **values})


def explained(
    errors: Iterable[ErrorDetails], node: Map, told: Sequence[Finding], whole: bool
) -> list[Finding]:
    """Explain every error once; what was told of the writing is not told again as a lack.

    `whole` is false where lines had to be left out: then nothing is said of what is missing.
    """
    mistakes = [_mistake(error, node) for error in errors]
    findings = [(_SAID.get(each.code, _plainly)(each), each) for each in mistakes]
    broken = [finding for finding in told if stops([finding])]
    blamed = {finding.values.get("key") for finding in broken}
    lines = {finding.place for finding in broken}
    meant_for = {
        (*each.path[:-1], near)
        for finding, each in findings
        if (near := finding.values.get("near")) and each.code == "model.unknown_key"
    }
    return [
        finding
        for finding, each in findings
        if not ({finding.place, _below(finding, each)} & lines)
        and (each.code != "model.missing" or (whole and not (each.path in meant_for or each.key in blamed)))
    ]


def _below(finding: Finding, mistake: _Mistake) -> Place:
    """The line under a key whose value has a wrong shape: what is broken there has made it so."""
    shape = mistake.code in {"model.not_a_list", "model.not_a_map"}
    return Place(finding.place.file, finding.place.line + 1) if shape else finding.place


def _mistake(error: ErrorDetails, node: Map) -> _Mistake:
    path, kind = path_of(error), error["type"]
    code = kind if kind.startswith("model.") else _SHAPES.get(kind, "model.not_understood")
    values: dict[str, Any] = {
        name: value for name, value in error.get("ctx", {}).items() if name != "class_name"
    }
    return _Mistake(code, path, place_of(node, path), error["input"], values, _languages(node))


def _languages(node: Map) -> tuple[str, ...]:
    listed = node.get("languages")
    items = listed.items if isinstance(listed, Seq) else ()
    return tuple(item.value for item in items if isinstance(item, Text))


def _plainly(mistake: _Mistake) -> Finding:
    return mistake.say(mistake.code)


def _unknown_key(mistake: _Mistake) -> Finding:
    return stranger(mistake.path, mistake.key, mistake.place)


def _not_a_list(mistake: _Mistake) -> Finding:
    facts = facts_at(mistake.path)
    if facts is not None:
        return mistake.say("model.not_entries", example=next(iter(keys_of(facts))))
    if isinstance(mistake.given, str):
        words = [word.strip() for word in mistake.given.replace("，", ",").replace("、", ",").split(",")]
        return mistake.say("model.not_a_list", list=", ".join(filter(None, words)))
    return mistake.say("model.keys_for_list")


def _not_a_map(mistake: _Mistake) -> Finding:
    facts = facts_at(mistake.path)
    example = next(iter(keys_of(facts)), "") if facts else ""
    if isinstance(mistake.path[-1], int):
        return mistake.say("model.entry_without_keys", example=example, found=mistake.written or "…")
    if isinstance(mistake.given, (list, tuple)):
        return mistake.say("model.list_for_keys", example=example)
    return mistake.say("model.not_a_map", example=example)


def _day(mistake: _Mistake) -> Finding:
    days = meant.days(mistake.written)
    if len(days) == 1:
        return mistake.say("model.meant", near=days[0])
    if days:
        return mistake.say("model.two_days", first=days[0], second=days[1])
    return mistake.say(mistake.code)


def _length(mistake: _Mistake) -> Finding:
    number = mistake.written.strip()
    return mistake.say("model.no_unit", number=number) if number.isdecimal() else mistake.say(mistake.code)


def _country(mistake: _Mistake) -> Finding:
    near = meant.country(mistake.written, mistake.languages)
    return mistake.say("model.meant", near=near) if near else mistake.say(mistake.code)


def _language(mistake: _Mistake) -> Finding:
    near = meant.language(mistake.written, mistake.languages)
    return mistake.say("model.meant", near=near) if near else mistake.say(mistake.code)


def _code(mistake: _Mistake) -> Finding:
    return mistake.say(mistake.code, like=meant.like_code(mistake.written) or "front_desk")


def _id(mistake: _Mistake) -> Finding:
    return mistake.say(mistake.code, like=meant.like_id(mistake.written) or "front-desk")


_SAID: Mapping[str, Callable[[_Mistake], Finding]] = {
    "model.unknown_key": _unknown_key,
    "model.not_a_list": _not_a_list,
    "model.not_a_map": _not_a_map,
    "model.not_a_date": _day,
    "model.not_a_duration": _length,
    "model.not_a_country": _country,
    "model.no_such_country": _country,
    "model.not_a_language": _language,
    "model.not_a_code": _code,
    "model.not_an_id": _id,
}
