"""Every value of a venue: who put it there, on which line, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from placard.explain.told import every_value, explained
from placard.explain.values import Explained
from placard.phrases.facts import Context
from placard.read.nodes import Origin

UNKNOWN = {"retention: 14 days ": "retention: unanswered "}
Told = Callable[..., dict[str, Explained]]


@pytest.fixture
def told(typed: Callable[..., Any], context_of: Callable[..., Context]) -> Told:
    """Type the sample with some lines changed, and return every value by its path."""

    def tell(changes: dict[str, str] | None = None) -> dict[str, Explained]:
        file = typed(changes).file
        assert file is not None
        return {each.fact: each for each in every_value(file, context_of(file))}

    return tell


def line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), start=1) if words in line)


@pytest.mark.parametrize(
    ("changes", "fact", "value", "origin"),
    [
        ({}, "surveillance.retention", "14 days", Origin.TYPED),
        (UNKNOWN, "surveillance.retention", "unanswered", Origin.TYPED),
        ({}, "surveillance.cloud", "none", Origin.TYPED),
        ({}, "cameras.c2.masked", "yes", Origin.TYPED),
        ({}, "surveillance.audio", "no", Origin.TYPED),
        ({}, "languages", "en, pl", Origin.TYPED),
        ({}, "name", "Old Mill Bathhouse", Origin.TYPED),
        ({}, "rooms.changing-women.kind", "changing_room", Origin.TYPED),
        ({}, "activities.appointments.retention", "6 months", Origin.TYPED),
        ({}, "staff.roles.shift_lead.name", "Tomasz Wilk", Origin.TYPED),
        ({}, "brand", "none", Origin.DEFAULT),
        (
            {"\nname: Old Mill Bathhouse\n": "\nname: {en: Old Mill, pl: Stary Młyn}\n"},
            "name",
            "en: Old Mill, pl: Stary Młyn",
            Origin.TYPED,
        ),
        ({}, "activities.appointments.basis", "contract", Origin.PRESET),
        ({}, "floor.rooms", "changing-women, changing-men, showers, finnish-sauna, steam", Origin.DERIVED),
        ({}, "filmed.entrance.rooms", "entrance, front-desk", Origin.DERIVED),
        ({}, "filming.ways_in", "5", Origin.DERIVED),
        ({}, "law.request_reply", "1 month", Origin.PACK),
    ],
)
def test_a_value_is_told_as_it_would_be_typed_and_who_put_it_there(
    told: Told, changes: dict[str, str], fact: str, value: str, origin: Origin
) -> None:
    each = told(changes)[fact]
    assert (each.value, each.origin) == (value, origin)


def test_what_nobody_typed_and_has_no_default_is_not_told(told: Told) -> None:
    values = told().values()
    assert len(values) > 150
    assert [v for v in values if (v.value, v.origin) == ("unanswered", Origin.DEFAULT)] == []
    assert told()["operator.regulator_registration.number"].value == "unanswered"


def test_what_follows_leads_to_the_line_it_follows_from(told: Told, sample_text: str) -> None:
    values = told()
    assert values["filmed.entrance.cameras"].place.line == line_of(sample_text, "{id: c1,")
    assert values["filmed.yard.way_in"].place.line == line_of(sample_text, "{id: yard,")
    assert values["law.supervisory.name"].place.file == "content/law/gb/pack.yml"


def test_lines_stand_in_columns_under_the_parts_of_the_file(
    typed: Callable[..., Any], context_of: Callable[..., Context]
) -> None:
    file = typed().file
    outcome = explained([], [(file, every_value(file, context_of(file)))])
    headings = [line.values["part"] for line in outcome.lines if line.code == "report.explain_group"]
    assert headings[:3] == ["venue", "operator", "web"]
    assert len(headings) == len(set(headings)) > 15
    values = [line.values for line in outcome.lines if line.code == "report.value"]
    assert len({len(str(line["place"])) for line in values}) == 1
    assert len(outcome.rows) == len(values)
    row = next(row for row in outcome.rows if row["fact"] == "surveillance.retention")
    assert (row["value"], row["origin"], row["file"]) == ("14 days", "typed", "venues/old-mill-bathhouse.yml")


def test_one_part_can_be_asked_for_and_a_slip_of_the_pen_is_told(
    typed: Callable[..., Any], context_of: Callable[..., Context]
) -> None:
    file = typed().file
    values = [(file, every_value(file, context_of(file)))]
    assert {row["fact"] for row in explained([], values, "requests").rows} == {
        "requests.channels",
        "requests.reply",
        "requests.identity_check",
    }
    outcome = explained([], values, "reqests")
    (finding,) = outcome.findings
    assert (finding.code, finding.values["near"], outcome.rows) == ("explain.no_such_fact", "requests", ())
