"""A file without a single question: everything said with the command, and hostile names that stay names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from placard.cli import commands
from placard.findings import UserMistake
from placard.interview.draft import UNKNOWN
from placard.interview.lexicon import Lexicon
from placard.interview.run import Files, Wishes, begun, checked, from_flags
from placard.model import UNANSWERED
from placard.read.roots import Project
from placard.read.venue import read_venue

HOSTILE = [
    'Anna\'s "Beauty": the #1 place',
    "no",
    "22:00",
    "0312",
    "1.10",
    "2027-01-01",
    "- dash",
    "{{ 7*7 }}",
    "{name}",
    "# 1 Nails",
    "Nails #1",
    "&anchor *alias",
    "!tag | > %",
    "back\\slash",
    "both ' and \"",
    "Łaźnia „Pod Młynem”",
    "玉镜美容：静安店",
    "Nails 💅 & more",
    "a: b",
    "~",
    "null",
    "@home",
    "[x]",
    "trailing:",
    "“curly”",
    "yes",
]


@pytest.fixture
def made(lexicon: Callable[[str], Lexicon], project: Project) -> Callable[..., Files]:
    def make(kind: str, own: str = "", **answers: str) -> Files:
        words = lexicon("en")
        named = tuple((name.replace("__", "."), value) for name, value in answers.items())
        wishes = Wishes(kind, own, named)
        draft, _ = begun(wishes, words)
        return from_flags(wishes, draft, words, project)

    return make


FIRST_LANGUAGE = {"gb": "en", "pl": "pl, en", "cn": "zh-Hans", "eu": "en"}


@pytest.mark.parametrize("law", FIRST_LANGUAGE)
@pytest.mark.parametrize("kind", ["salon", "studio", "bathhouse"])
def test_any_type_under_any_law_passes_the_check_with_little_said(
    made: Callable[..., Files], lexicon: Callable[[str], Lexicon], project: Project, kind: str, law: str
) -> None:
    said = {"languages": FIRST_LANGUAGE[law], "rooms": "entrance, reception, toilet"}
    files = made(kind, "hazel", law=law, name="Hazel", **said)
    assert checked(files, project, lexicon("en")) == []
    (text,) = files.values()
    assert len(text.splitlines()) <= 60
    assert "suggested" in text


@pytest.mark.parametrize(
    ("law", "kept"), [("gb", "6 years"), ("pl", "6 years"), ("eu", UNKNOWN), ("cn", UNKNOWN)]
)
def test_a_period_no_text_of_the_law_supports_is_left_open_and_not_borrowed(
    made: Callable[..., Files], lexicon: Callable[[str], Lexicon], project: Project, law: str, kept: str
) -> None:
    said = {"languages": FIRST_LANGUAGE[law], "activities": "payments, complaints"}
    files = made("bathhouse", "spring", law=law, name="Spring", **said)
    (text,) = files.values()
    assert f"payments: {{retention: {kept}}}" in text
    assert "complaints: {retention: unanswered}" not in text
    assert checked(files, project, lexicon("en")) == []


@pytest.mark.parametrize("law", FIRST_LANGUAGE)
@pytest.mark.parametrize("kind", ["salon", "studio", "bathhouse"])
def test_a_camera_of_which_little_is_said_breaks_no_rule_of_any_law(
    made: Callable[..., Files], lexicon: Callable[[str], Lexicon], project: Project, kind: str, law: str
) -> None:
    said = {"languages": FIRST_LANGUAGE[law], "rooms": "entrance, reception", "doors": "0-1-2"}
    filmed = {
        "cameras": "1",
        "views": "1",
        "purposes": "public_security, theft_prevention",
        "recording": "2, 30 days",
    }
    files = made(kind, "hazel", law=law, name="Hazel", **said, **filmed)
    assert checked(files, project, lexicon("en")) == []
    (text,) = files.values()
    assert "cameras:" in text
    assert len(text.splitlines()) <= 75


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_comes_back_as_it_was_typed(
    made: Callable[..., Files], tmp_path: Path, name: str
) -> None:
    answers = {"operator__legal_name": name, "address": f"{name.replace(',', '')}, 1, 2"}
    (text,) = made("salon", "hazel", law="gb", languages="en", name=name, **answers).values()
    path = tmp_path / "hazel.yml"
    path.write_text(text, "utf-8")
    file, findings = read_venue(path, "venues/hazel.yml")
    assert file is not None, findings
    assert findings == []
    assert file.venue.name.first() == file.venue.operator.legal_name == name
    anybody = yaml.safe_load(text)
    assert anybody["name"] == anybody["operator"]["legal_name"] == name


def test_none_and_unanswered_are_words_of_the_model_and_never_a_name(made: Callable[..., Files]) -> None:
    (text,) = made(
        "salon", "h", law="gb", languages="en", name="Hazel", web="none", contact="?, brak"
    ).values()
    assert "web: none" in text
    assert "phone: unanswered" in text
    assert "email: none" in text
    with pytest.raises(UserMistake) as refused:
        made("salon", "h", law="gb", languages="en", name="none")
    assert [finding.code for finding in refused.value.findings] == ["new.none_impossible"]


def test_lengths_are_understood_in_the_owners_language(made: Callable[..., Files]) -> None:
    for typed, written in (
        ("14 dni", "14 days"),
        ("30天", "30 days"),
        ("1 month", "1 month"),
        ("2 lata", "2 years"),
    ):
        answers = {"surveillance__retention": typed}
        (text,) = made("salon", "h", law="pl", languages="pl", name="Leszczyna", **answers).values()
        assert f"retention: {written}" in text


def test_every_fault_of_the_flags_is_told_at_once(made: Callable[..., Files]) -> None:
    with pytest.raises(UserMistake) as refused:
        made(
            "salon", "h", law="gb", languages="en", name="H", operator__email="x", nmae="y", rooms="treehouse"
        )
    told = {str(finding.place): finding for finding in refused.value.findings}
    assert set(told) == {"--set operator.email", "--set nmae", "--set rooms"}
    assert told["--set nmae"].values["near"] == "name"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, ["new", *map(str, arguments)])


@pytest.mark.slow
def test_the_command_writes_tells_the_next_step_and_never_overwrites(tmp_path: Path) -> None:
    where = ("--venues", tmp_path / "venues", "--out", tmp_path / "out")
    first = run("salon", "hazel", "--law", "gb", "--languages", "en,pl", "--set", "name=Hazel", *where)
    assert first.exit_code == 0, first.output
    assert "Next: python build.py print hazel" in first.output
    assert "hazel: you can print" in first.output
    assert "signs tonight: " in first.output
    before = (tmp_path / "venues" / "hazel.yml").read_bytes()
    second = run("salon", "hazel", "--law", "gb", "--languages", "en", "--set", "name=Other", *where)
    assert second.exit_code == 1
    assert "there is a venue called hazel already, and nothing is overwritten" in second.output
    assert (tmp_path / "venues" / "hazel.yml").read_bytes() == before


def test_without_a_terminal_nothing_is_asked_and_what_is_needed_is_told(tmp_path: Path) -> None:
    result = run("salon", "--venues", tmp_path / "venues", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "not said yet: law, languages, name" in result.output
    assert not (tmp_path / "venues").exists()


@pytest.mark.slow
def test_nothing_is_suggested_to_somebody_who_wants_no_suggestions(tmp_path: Path) -> None:
    where = ("--venues", tmp_path / "venues", "--out", tmp_path / "out")
    run("salon", "h", "--law", "gb", "--languages", "en", "--set", "name=H", "--no-suggest", *where)
    file, _ = read_venue(tmp_path / "venues" / "h.yml", "venues/h.yml")
    assert file is not None
    assert file.venue.phones is file.venue.effective_on is UNANSWERED
