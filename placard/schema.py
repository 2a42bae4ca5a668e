"""The JSON Schema an editor uses while somebody types a venue file, made from the model and the codes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from placard.library.library import Library
from placard.model import Venue
from placard.model.paths import every_field
from placard.read.library import read_library
from placard.read.messages import LAST_RESORT, Messages, languages_told
from placard.read.roots import ROOT

REQUIRED = ["id", "type", "law", "languages", "name"]
_TITLE = "A venue of Placard"


def venue_schema(library: Library) -> dict[str, Any]:
    """Return the schema: shapes from the model, codes, languages and help texts put in.

    It requires only what names the venue, and that only where no shared file is extended:
    completeness is a finding, not a matter of shape.
    """
    schema = Venue.model_json_schema(by_alias=True)
    codes = library.vocabularies()
    for part in _maps(schema):
        part.pop("required", None)
        part.pop("title", None)
        part.pop("default", None)
        _without_null(part)
        vocabulary = part.get("x-vocabulary")
        if vocabulary is None:
            part.pop("x-vocabulary", None)
        elif vocabulary in codes:
            _enumerate(part, sorted(codes[vocabulary]))
    _name_languages(schema, sorted(library.languages))
    _allow_short_activities(schema, sorted(codes.get("activities", ())))
    _allow_chains(schema)
    schema["properties"]["schema"] = {"enum": [1, "1"], "description": "Version of this model"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _TITLE,
        **schema,
        "if": {"not": {"anyOf": [{"required": ["extends"]}, {"required": ["locks"]}]}},
        "then": {"required": REQUIRED},
    }


def schema_text(library: Library, messages: Messages) -> str:
    """Return the schema as it stands in `schema/venue.schema.json`, with help in every language."""
    schema = venue_schema(library)
    _name_fields(schema, messages)
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _name_fields(schema: dict[str, Any], messages: Messages) -> None:
    """Put what an owner calls a field below its help, but where one field has several names."""
    names: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    others = [language for language in messages.fields if language != LAST_RESORT]
    for path, field in every_field():
        told = tuple(messages.name_of(".".join(path), language) for language in others)
        names.setdefault((field.owner.__name__, path[-1]), set()).add(told)
    for name, part in {Venue.__name__: schema, **schema["$defs"]}.items():
        for key, property_ in part.get("properties", {}).items():
            told_of = names.get((name.removesuffix("Details"), key), set())
            if len(told_of) == 1 and "description" in property_:
                lines = (f"{language}: {told}" for language, told in zip(others, *told_of, strict=True))
                property_["description"] = "\n".join([property_["description"], *lines])


def _maps(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for below in list(part.values()):
            yield from _maps(below)
    elif isinstance(part, list):
        for below in part:
            yield from _maps(below)


def _without_null(part: dict[str, Any]) -> None:
    """A null is refused in a venue file, so an editor must not offer it."""
    options = part.get("anyOf")
    if isinstance(options, list):
        kept = [option for option in options if option != {"type": "null"}]
        if len(kept) == 1:
            del part["anyOf"]
            part.update({**kept[0], **{key: part[key] for key in part if key != "anyOf"}})
        else:
            part["anyOf"] = kept


def _enumerate(part: dict[str, Any], codes: list[str]) -> None:
    for below in _maps(part):
        if below.get("type") == "string" and "pattern" not in below:
            below["enum"] = codes
            del below["type"]


def _name_languages(schema: Mapping[str, Any], languages: list[str]) -> None:
    for name in ("languages", "staff_languages"):
        _enumerate(schema["properties"][name], languages)


def _allow_short_activities(schema: dict[str, Any], codes: list[str]) -> None:
    """`- lockers` and `- membership: {…}` are how activities are written."""
    activity = schema["$defs"].pop("Activity")
    activity["properties"].pop("code")
    schema["$defs"]["ActivityDetails"] = activity
    written = {
        "anyOf": [
            {"enum": codes},
            {
                "type": "object",
                "minProperties": 1,
                "maxProperties": 1,
                "additionalProperties": False,
                "properties": {code: {"$ref": "#/$defs/ActivityDetails"} for code in codes},
            },
        ]
    }
    for part in _maps(schema["properties"]["activities"]):
        if part.get("items") == {"$ref": "#/$defs/Activity"}:
            part["items"] = written


def _allow_chains(schema: dict[str, Any]) -> None:
    """A shared file has `locks`, and a branch takes out what has an id or a code with `remove: true`."""
    locks = "Of a shared file: paths no branch may change, such as surveillance.retention"
    schema["properties"]["locks"] = {"type": "array", "items": {"type": "string"}, "description": locks}
    takes_out = {"enum": [True, False, "yes", "no"], "description": "Take this entry of the shared file out"}
    for name, part in schema["$defs"].items():
        if name == "ActivityDetails" or "id" in part.get("properties", ()):
            part["properties"]["remove"] = takes_out


def main() -> None:
    """Write `schema/venue.schema.json` anew, as `make schema` does."""
    library, _ = read_library([ROOT / "content"])
    path = ROOT / "schema" / "venue.schema.json"
    path.parent.mkdir(exist_ok=True)
    messages = Messages.load([ROOT / "content"], *languages_told([ROOT / "content"]))
    path.write_text(schema_text(library, messages), encoding="utf-8")


if __name__ == "__main__":
    main()
