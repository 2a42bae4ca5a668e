"""What branches are told alike a head office reads once, in its language and with the branches named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from placard.read.roots import Project
from placard.report import told
from placard.surveying import survey

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]


FEE = "operator.regulator_registration.number"


@pytest.fixture
def chain(tmp_path: Path, type_chain: Callable[..., Path]) -> Callable[..., list[str]]:
    def tell(branches: dict[str, str], says_fee: bool = True, **more: Any) -> list[str]:
        venues = type_chain(tmp_path / "venues", branches)
        shared = venues / "reed" / "_shared.yml"
        text = shared.read_text("utf-8")
        assert "  regulator_registration: {number: unanswered}" in text
        kept = [line for line in text.splitlines() if says_fee or "regulator_registration" not in line]
        shared.write_text("\n".join([*kept, ""]), "utf-8")
        project = Project(venues, (ROOT / "content",), tmp_path / "out", **more)
        return told(survey(project), project).splitlines()

    return tell


def asked_for(fact: str, said: list[str]) -> list[str]:
    return [line for line in said if f"({fact})" in line]


def test_a_question_of_the_shared_file_is_told_once_for_all_branches(chain: Callable[..., Any]) -> None:
    (asked,) = asked_for(FEE, chain({"north": "", "south": "", "west": ""}))
    assert asked.startswith("venues/reed/_shared.yml:16: question: ")
    assert asked.endswith("answer once in venues/reed/_shared.yml, for all 3 branches")


def test_what_no_file_says_yet_is_asked_for_once_where_it_serves_all(chain: Callable[..., Any]) -> None:
    answered = "operator: {regulator_registration: {number: ZA000000}}\n"
    (asked,) = asked_for(FEE, chain({"north": "", "south": answered, "west": ""}, says_fee=False))
    assert asked.startswith("venues/reed/_shared.yml:7: question: ")
    assert "answer once in venues/reed/_shared.yml; 2 branches wait for it: north, west" in asked


def test_an_answer_a_branch_must_give_itself_stays_in_its_file(chain: Callable[..., Any]) -> None:
    asked = asked_for(
        FEE, chain({"north": "operator: {regulator_registration: {number: unanswered}}\n", "south": ""})
    )
    assert [line.split(": ")[0] for line in asked] == [
        "venues/reed/_shared.yml:16",
        "venues/reed/north.yml:4",
    ]


def test_branches_in_the_same_state_are_reported_together(chain: Callable[..., Any]) -> None:
    said = chain({"north": "sweeps: unanswered\n", "south": "sweeps: unanswered\n", "west": ""})
    heads = [line for line in said if "you can print" in line or "documents made" in line]
    assert [head.split(":")[0] for head in heads] == ["reed (2 branches alike)", "west"]
    assert "  these branches: north, south" in said
    assert any("sweeps at venues/reed/north.yml:4 (and in 1 file like it)" in line for line in said)


def test_the_head_office_is_told_in_the_language_of_most_of_its_teams(chain: Callable[..., Any]) -> None:
    polish = "staff_languages: [pl]\n"
    said = chain({"north": polish, "south": polish, "west": ""})
    (asked,) = asked_for(FEE, said)
    assert "pytanie: bez odpowiedzi" in asked
    assert "wystarczy odpowiedzieć raz w venues/reed/_shared.yml" in asked


def test_a_machine_is_told_of_every_branch(chain: Callable[..., Any]) -> None:
    branches = {"north": "", "south": "", "west": ""}
    report = json.loads("\n".join(chain(branches, as_json=True)))
    assert {each["venue"] for each in report["venues"]} == set(branches)
