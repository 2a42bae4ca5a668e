"""The rows of a hanging plan: a walk through the house, with what each sheet has to stand there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.press.hanging import HangingPlan, page
from placard.press.outcome import Printed
from placard.press.venue import hanging_plan

PlanOf = Callable[..., HangingPlan]


@pytest.fixture
def plan_of(typed: Callable[..., Any], composed: Callable[..., ComposedVenue]) -> PlanOf:
    """Return the hanging plan of the sample, some lines of it changed."""

    def made(changes: dict[str, str] | None = None, language: str = "en") -> HangingPlan:
        file = typed(changes).file
        assert file is not None
        venue = composed(file)
        delivered = [
            (planned, words, Printed(words.stem, "a4", Path(f"{words.stem}.a4.pdf"), ()))
            for planned, words in venue.sheets
        ]
        return hanging_plan(venue, delivered, language)

    return made


def rows(plan: HangingPlan) -> list[tuple[str, str]]:
    return [(str(row.room), row.file_name) for row in plan.rows]


def test_the_rows_lead_from_outside_through_the_rooms_in_the_order_of_the_file(plan_of: PlanOf) -> None:
    first_three = [row for row in rows(plan_of()) if row[1].split(".")[0] in ("cam-01", "pho-01", "rgt-03")]
    assert first_three == [
        ("outside", "cam-01.entrance.a4.pdf"),
        ("outside", "cam-01.yard.a4.pdf"),
        ("reception", "rgt-03.a4.pdf"),
        ("locker corridor", "cam-01.entrance.a4.pdf"),
        ("locker corridor", "cam-01.yard.a4.pdf"),
        ("locker corridor", "pho-01.changing-men.a4.pdf"),
        ("locker corridor", "pho-01.changing-women.a4.pdf"),
        ("pool", "pho-01.finnish-sauna.a4.pdf"),
        ("pool", "pho-01.showers.a4.pdf"),
        ("pool", "pho-01.steam.a4.pdf"),
        ("yard", "cam-01.yard.a4.pdf"),
    ]


def test_a_room_that_stands_earlier_in_the_file_is_walked_through_earlier(
    plan_of: PlanOf, sample_text: str
) -> None:
    line = next(line for line in sample_text.splitlines(keepends=True) if "{id: pool-hall," in line)
    moved = plan_of({line: "", "rooms:\n": f"rooms:\n{line}"})
    assert [room for room, _ in rows(moved)][2:6] == ["pool", "pool", "pool", "reception"]
    assert sorted(rows(moved)) == sorted(rows(plan_of()))


def test_each_row_asks_for_the_material_its_room_wears_out(plan_of: PlanOf, library: Library) -> None:
    environments = {str(row.room): row.environment for row in plan_of().rows}
    assert environments == {
        "outside": "outdoors",
        "reception": library.rooms["reception"].environment,
        "Men’s changing room": library.rooms["changing_room"].environment,
        "Women’s changing room": library.rooms["changing_room"].environment,
        "shower room": library.rooms["shower"].environment,
        "rest hall": library.rooms["rest_hall"].environment,
        "locker corridor": library.rooms["locker_corridor"].environment,
        "pool": library.rooms["pool"].environment,
        "yard": library.rooms["yard"].environment,
    }
    assert set(environments.values()) == {"dry", "humid", "wet", "outdoors"}


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_page_prints_the_material_of_each_row_in_the_language_of_the_staff(
    plan_of: PlanOf, library: Library, language: str
) -> None:
    words = library.labels[language].words
    plan = plan_of(language=language)
    printed = page(plan, words)
    for environment in {row.environment for row in plan.rows}:
        assert printed.count(words[f"material_{environment}"]) == 1, "once, in the legend"
        rows_there = sum(row.environment == environment for row in plan.rows)
        assert printed.count(f">{words[f'material_short_{environment}']}<") == rows_there + 1
    assert words["material_sauna"] not in printed, "nothing hangs inside the sauna"


def test_a_door_is_told_from_where_to_where_and_a_shared_yard_by_its_other_user(plan_of: PlanOf) -> None:
    doors = [str(row.door) for row in plan_of().rows]
    assert doors[0] == "At the door, coming from outside, going to entrance"
    assert "At the desk" in doors
    assert "On the wall inside" in doors
    assert "On the side of Weir Lane Brewery" in doors


def test_what_an_owner_orders_for_a_place_stands_in_its_rows(plan_of: PlanOf) -> None:
    orders = "signs:\n  - {sign: rgt-03, copies: 3}\n  - {sign: pho-01, room: steam, skip: no wall}\n"
    plan = plan_of({"effective_on:": f"{orders}effective_on:"})
    assert {row.copies for row in plan.rows if row.file_name.startswith("rgt-03")} == {3}
    assert not [name for _, name in rows(plan) if "steam" in name]
    assert {row.copies for row in plan.rows if not row.file_name.startswith("rgt-03")} == {1}


def test_every_row_has_its_reason_and_the_code_that_stands_in_the_foot_of_its_sheet(
    plan_of: PlanOf, typed: Callable[..., Any], composed: Callable[..., ComposedVenue]
) -> None:
    plan = plan_of()
    codes = {f"{w.stem}.a4.pdf": w.footer.code for _, w in composed(typed().file).sheets}
    assert {row.file_name: row.code for row in plan.rows} == codes
    assert all(len(row.why) > 20 for row in plan.rows)


@pytest.mark.parametrize("language", ["en", "pl"])
def test_why_a_sign_hangs_is_printed_once_though_it_hangs_at_several_doors(
    plan_of: PlanOf, library: Library, language: str
) -> None:
    plan = plan_of(language=language)
    assert len(plan.reasons) == len({row.sign_id for row in plan.rows}) < len(plan.rows)
    printed = page(plan, library.labels[language].words)
    for row in plan.rows:
        assert printed.count(f">{row.why}<") == 1


def test_two_rooms_of_a_kind_without_names_are_told_apart(plan_of: PlanOf) -> None:
    doors = [str(row.door) for row in plan_of().rows if row.file_name.startswith("pho-01.changing")]
    assert len(doors) == len(set(doors)) == 2


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_forms_of_the_desk_are_listed_with_file_and_code(
    plan_of: PlanOf, library: Library, language: str
) -> None:
    plan = plan_of(language=language)
    at_the_desk = ("request", "complaint", "opinion", "survey", "not-filmed")
    assert sorted(name for _, name, _ in plan.forms) == sorted(
        f"{form}.{spoken}.a4.pdf" for form in at_the_desk for spoken in ("en", "pl")
    )
    printed = page(plan, library.labels[language].words)
    assert library.labels[language].words["forms_at_desk"] in printed
    assert all(code in printed for _, _, code in plan.forms)
