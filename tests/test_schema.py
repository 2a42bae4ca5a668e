"""The schema an editor uses: current, and of one mind with the loader about real venue files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from placard.library.library import Library
from placard.read.messages import Messages, languages_told
from placard.schema import schema_text, venue_schema

ROOT = Path(__file__).resolve().parents[1]
MESSAGES = Messages.load([ROOT / "content"], *languages_told([ROOT / "content"]))
VENUES = sorted((ROOT / "venues").rglob("*.yml"))


def as_an_editor_reads(text: str) -> Any:
    """A YAML 1.2 parser, as editors have: 14 is a number, no is a word, 2027-01-04 may be a date."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    return json.loads(json.dumps(yaml.load(text), default=str))


@pytest.fixture(scope="module")
def validator(library: Library) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(venue_schema(library))


def faults(validator: jsonschema.Draft202012Validator, text: str) -> list[str]:
    return [error.json_path for error in validator.iter_errors(as_an_editor_reads(text))]


def test_the_schema_in_the_repository_is_current(library: Library) -> None:
    stored = (ROOT / "schema" / "venue.schema.json").read_text(encoding="utf-8")
    assert stored == schema_text(library, MESSAGES), "run: make schema"


def test_help_is_there_in_the_language_of_whoever_types() -> None:
    stored = json.loads((ROOT / "schema" / "venue.schema.json").read_text(encoding="utf-8"))
    help_text = stored["$defs"]["Surveillance"]["properties"]["retention"]["description"]
    english, polish, chinese = help_text.split("\n")
    assert english.startswith("How long pictures are kept")
    assert (polish, chinese) == ("pl: jak długo przechowuje się nagrania", "zh-Hans: 录像保存多久")
    shared = stored["$defs"]["Assessment"]["properties"]["date"]["description"]
    assert "\n" not in shared, "one field of two names is called by neither"


@pytest.mark.parametrize("path", VENUES, ids=lambda path: path.name)
def test_every_sample_suits_the_schema_as_an_editor_reads_it(
    validator: jsonschema.Draft202012Validator, path: Path
) -> None:
    assert faults(validator, path.read_text(encoding="utf-8")) == []


def test_a_venue_that_extends_a_shared_file_need_not_name_itself_whole(
    validator: jsonschema.Draft202012Validator,
) -> None:
    assert faults(validator, "extends: _shared.yml\nid: branch-3\n") == []
    assert set(faults(validator, "id: branch-3\n")) == {"$"}


def test_a_shared_file_names_its_locks_and_a_branch_what_it_takes_out_and_why(
    validator: jsonschema.Draft202012Validator,
) -> None:
    assert faults(validator, "locks: [surveillance.retention]\nsurveillance: {retention: 14 days}\n") == []
    agreed = "{path: surveillance, because: no cameras, agreed_by: Ann Lee, until: none}"
    for removed in ("cameras: [{id: c1, remove: true}]", "activities: [{lockers: {remove: yes}}]"):
        assert faults(validator, f"extends: _shared.yml\n{removed}\ndeviations: [{agreed}]\n") == []
    assert faults(validator, "extends: _shared.yml\ndeviations: [{way: x}]\n") == ["$.deviations[0]"]


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (("retention: 14 days", "retention: two weeks"), "$.surveillance"),
        (("recording: motion", "recording: sometimes"), "$.surveillance"),
        (("kind: sauna", "kind: suana"), "$.rooms"),
        (("languages: [en, pl]", "languages: [en, xx]"), "$.languages"),
        (("  - lockers: {retention: 7 days", "  - lokers: {retention: 7 days"), "$.activities"),
        (("type: bathhouse", "type: bath_house"), "$.type"),
        (("email: hello@oldmill.example", "e-mail: hello@oldmill.example"), "$.operator"),
    ],
)
def test_a_slip_is_underlined_while_typing(
    validator: jsonschema.Draft202012Validator, sample_text: str, change: tuple[str, str], where: str
) -> None:
    assert change[0] in sample_text
    found = faults(validator, sample_text.replace(*change, 1))
    assert found
    assert all(path.startswith(where) for path in found)


@pytest.mark.parametrize(
    "change",
    [
        ("audio: no ", "audio: false "),
        ("audio: no ", "audio: unanswered "),
        ("cloud: none", "cloud: unanswered"),
        ("minimum_age: 8", 'minimum_age: "8"'),
        ("retention: 14 days ", "retention: P14D "),
        ("data_protection_officer: none", "data_protection_officer: {name: Ann Lee, email: ann@dpo.example}"),
        ("schema: 1", 'schema: "1"'),
    ],
)
def test_what_the_loader_accepts_is_not_underlined(
    validator: jsonschema.Draft202012Validator, sample_text: str, change: tuple[str, str]
) -> None:
    assert change[0] in sample_text
    assert faults(validator, sample_text.replace(*change)) == []


def test_every_field_tells_what_it_means(library: Library) -> None:
    properties = [
        (name, field)
        for definition in venue_schema(library)["$defs"].values()
        for name, field in definition.get("properties", {}).items()
    ]
    assert len(properties) > 100
    assert [name for name, field in properties if not field.get("description")] == []
