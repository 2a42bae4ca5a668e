"""A venue file is read, and whatever is wrong with it is said at its line, all at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from placard.model import UNANSWERED
from placard.model.values import Duration, Unit
from placard.read.nodes import Origin

Typed = Callable[..., Any]


def test_the_sample_is_read_whole(typed: Typed) -> None:
    made = typed()
    assert made.findings == []
    venue = made.file.venue
    assert venue.id == "old-mill-bathhouse"
    assert venue.surveillance.retention == Duration(14, Unit.DAY)
    assert venue.operator.data_protection_officer is None
    assert venue.operator.regulator_registration.number is UNANSWERED
    assert "membership" in [activity.code for activity in venue.activities]


def test_a_missing_key_is_unknown_and_never_guessed(typed: Typed) -> None:
    venue = typed().file.venue
    assert venue.training.last_on is UNANSWERED
    assert venue.cameras[0].masked is UNANSWERED


def test_every_value_keeps_its_line_and_who_typed_it(typed: Typed, sample_text: str) -> None:
    file = typed().file
    line = next(n for n, text in enumerate(sample_text.splitlines(), 1) if "legal_name:" in text)
    assert str(file.place(("operator", "legal_name"))) == f"venues/old-mill-bathhouse.yml:{line}"
    assert file.origin(("operator", "legal_name")) is Origin.TYPED
    assert file.origin(("training", "last_on")) is Origin.DEFAULT


def test_several_mistakes_are_all_said_in_one_run(typed: Typed) -> None:
    findings = typed(
        {
            "retention: 14 days": "retention: two weeks",
            "audio: no": "audio: perhaps",
            "legal_form: company": "legal_from: company",
            "kind: sauna": "kinds: sauna",
        }
    ).findings
    codes = [line.split(": ")[1] for line in findings]
    assert sorted(codes) == [
        "model.not_a_duration",
        "model.not_a_switch",
        "model.unknown_key_near",
        "model.unknown_key_near",
    ]
    assert all(int(line.split(":")[0]) > 0 for line in findings)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"languages: [en, pl]\nstaff": "languages: en\nstaff"}, "model.not_a_list"),
        ({"guests: {minors: guardian_only, minimum_age: 8}": "guests: guardian_only"}, "model.not_a_map"),
        ({"id: old-mill-bathhouse": "id: ../../etc"}, "model.not_an_id"),
        (
            {'web: {address: "https://privacy.oldmill.example/"}': "web: {address: oldmill.example}"},
            "model.not_a_web_address",
        ),
        ({"effective_on: 2027-01-04": "effective_on: next month"}, "model.not_a_date"),
        ({"country: IE": "country: Ireland"}, "model.meant"),
    ],
)
def test_a_wrong_shape_is_named(typed: Typed, change: dict[str, str], code: str) -> None:
    made = typed(change)
    assert made.file is None
    assert [line.split(": ")[1] for line in made.findings] == [code]


def test_no_surveillance_means_no_cameras(typed: Typed, sample_text: str) -> None:
    begin, end = sample_text.index("surveillance:"), sample_text.index("activities:")
    venue = typed({sample_text[begin:end]: "surveillance: none\n"}).file.venue
    assert venue.surveillance is None
    assert venue.cameras == ()


def test_a_business_called_none_keeps_its_name(typed: Typed) -> None:
    assert typed({"name: Old Mill Bathhouse\n": 'name: "none"\n'}).file.venue.name.first() == "none"


def test_a_shared_file_lies_under_a_branch(typed: Typed, tmp_path: Any) -> None:
    (tmp_path / "_shared.yml").write_text("complaints: {first_contact: 48 hours, written_answer: 10 days}\n")
    made = typed({"id: old-mill-bathhouse": "extends: _shared.yml\nid: old-mill-bathhouse"})
    assert made.file.venue.complaints.first_contact == Duration(24, Unit.HOUR)
    assert made.file.origin(("complaints", "first_contact")) is Origin.TYPED


def test_a_shared_file_that_is_not_there_is_named(typed: Typed) -> None:
    made = typed({"id: old-mill-bathhouse": "extends: ../secrets.yml\nid: old-mill-bathhouse"})
    assert [line.split(": ")[1] for line in made.findings] == ["model.no_shared_file"]
