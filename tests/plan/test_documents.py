"""Given these rooms and cameras, these sheets at these doors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from placard.library.library import Library
from placard.phrases.facts import Context
from placard.plan.documents import Plan, plan
from placard.read.law import chain

pytestmark = pytest.mark.usefixtures("library")


@pytest.fixture
def planned(library: Library, typed: Callable[..., Any]) -> Callable[..., Plan]:
    def plan_it(changes: dict[str, str] | None = None) -> Plan:
        file = typed(changes).file
        assert file is not None
        return plan(library, Context(file.venue, chain(library.packs, file.venue.law), library.rooms))

    return plan_it


def doors(made: Plan, stem: str) -> list[tuple[str, str]]:
    sheet = next(sheet for sheet in made.sheets if sheet.stem == stem)
    return [(hanging.door.coming_from, hanging.door.into) for hanging in sheet.hangings if hanging.door]


def test_each_filmed_area_has_its_own_camera_notice_with_a_copy_for_each_way_in(
    planned: Callable[..., Plan],
) -> None:
    made = planned()
    assert [(s.stem, s.copies) for s in made.sheets if s.sign.id == "cam-01"] == [
        ("cam-01.entrance", 2),
        ("cam-01.yard", 3),
    ]
    assert doors(made, "cam-01.entrance") == [("outside", "entrance"), ("locker-row", "front-desk")]
    assert doors(made, "cam-01.yard") == [("outside", "yard"), ("locker-row", "yard")]


def test_the_other_user_of_the_yard_gets_a_notice_too(planned: Callable[..., Plan]) -> None:
    yard = next(sheet for sheet in planned().sheets if sheet.stem == "cam-01.yard")
    sharers = [hanging.sharer.first() for hanging in yard.hangings if hanging.sharer]
    assert sharers == ["Weir Lane Brewery"]


def test_no_photos_hangs_at_each_door_into_a_room_where_people_undress(planned: Callable[..., Plan]) -> None:
    made = planned()
    found = [door for sheet in made.sheets if sheet.sign.id == "pho-01" for door in doors(made, sheet.stem)]
    assert sorted(found) == sorted(
        [
            ("locker-row", "changing-women"),
            ("locker-row", "changing-men"),
            ("pool-hall", "showers"),
            ("pool-hall", "finnish-sauna"),
            ("pool-hall", "steam"),
        ]
    )


def test_an_owner_leaves_one_door_out_and_orders_more_copies_for_another(
    planned: Callable[..., Plan],
) -> None:
    orders = (
        "signs:\n"
        "  - {sign: cam-01, room: entrance, from: outside, skip: the outer door is never used}\n"
        "  - {sign: rgt-03, copies: 3}\n"
    )
    made = planned({"effective_on: 2027-01-04": orders + "effective_on: 2027-01-04"})
    assert doors(made, "cam-01.entrance") == [("locker-row", "front-desk")]
    assert next(sheet for sheet in made.sheets if sheet.sign.id == "rgt-03").copies == 3


def test_a_place_without_a_website_has_sheets_without_an_address(planned: Callable[..., Plan]) -> None:
    made = planned({'web: {address: "https://privacy.oldmill.example/"}': "web: none"})
    assert made.sheets
    assert all(sheet.address is None for sheet in made.sheets)


def test_a_sheet_carries_the_address_its_code_will_open(planned: Callable[..., Plan]) -> None:
    sheet = next(sheet for sheet in planned().sheets if sheet.sign.id == "rgt-03")
    assert sheet.address == "https://privacy.oldmill.example/q/old-mill-bathhouse/rgt-03/"


def test_pages_come_in_guests_languages_and_staff_papers_in_theirs(planned: Callable[..., Plan]) -> None:
    made = planned({"staff_languages: [en, pl]": "staff_languages: [pl]"})
    assert {page.language for page in made.pages} == {"en", "pl"}
    assert {paper.language for paper in made.staff} == {"pl"}
    assert [page.source.id for page in made.pages[:3]] == ["privacy", "notice", "cameras"]
    assert "health" not in {page.source.id for page in made.pages}, "nobody is asked about health there"


def test_one_door_can_have_a_larger_sheet_read_from_farther_away(planned: Callable[..., Plan]) -> None:
    order = "signs:\n  - {sign: cam-01, room: yard, from: outside, sheet: a3, read_from: 4 m}\n"
    made = planned({"effective_on: 2027-01-04": order + "effective_on: 2027-01-04"})
    yard = {sheet.stem: sheet for sheet in made.sheets if sheet.stem.startswith("cam-01.yard")}
    assert sorted(yard) == ["cam-01.yard", "cam-01.yard.at-locker-row"]
    assert (yard["cam-01.yard"].smallest, yard["cam-01.yard"].read_from) == ("a3", 4.0)
    assert doors(made, "cam-01.yard") == [("outside", "yard")]
    assert yard["cam-01.yard.at-locker-row"].copies == 2


def test_a_sign_that_is_skipped_everywhere_is_not_made_at_all(planned: Callable[..., Plan]) -> None:
    order = "signs:\n  - {sign: rgt-03, skip: it stands in the folder on the desk}\n"
    made = planned({"effective_on: 2027-01-04": order + "effective_on: 2027-01-04"})
    assert made.sheets
    assert not [sheet for sheet in made.sheets if sheet.sign.id == "rgt-03"]


def test_a_place_without_a_reception_has_its_desk_at_the_next_best_room(planned: Callable[..., Plan]) -> None:
    made = planned({"kind: reception": "kind: store"})
    complaints = next(sheet for sheet in made.sheets if sheet.sign.id == "rgt-03")
    assert [hanging.hangs_in for hanging in complaints.hangings] == ["entrance"]


def test_signs_wait_while_nobody_says_what_a_camera_sees_or_which_rooms_there_are(
    planned: Callable[..., Plan], sample_text: str
) -> None:
    made = planned({"sees: [yard]": "sees: unanswered"})
    assert [(w.id, w.questions[0].asks) for w in made.waiting] == [
        ("cam-01", ("cameras", "c3", "sees")),
        ("cam-04", ("cameras", "c3", "sees")),
        ("chg-03", ("cameras", "c3", "sees")),
    ]
    assert "cam-01" not in {sheet.sign.id for sheet in made.sheets}
    start, end = sample_text.index("rooms:\n"), sample_text.index("surveillance:\n")
    made = planned({sample_text[start:end]: ""})
    assert {w.id for w in made.waiting} >= {"cam-01", "pho-01", "rgt-03"}
    assert made.sheets == ()
