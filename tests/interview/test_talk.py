"""A salon owner at the keyboard: what is asked, how often, what is written, and what never is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from placard.check.run import check
from placard.findings import stops
from placard.interview.run import Wishes
from placard.library.library import Library
from placard.model import UNANSWERED
from placard.read.venue import VenueFile, read_venue
from tests.interview.conftest import ROOT, Owner


def read(talked: Any, library: Library) -> VenueFile:
    """The file as the build reads it; a file with an error is none."""
    file, findings = read_venue(talked.file, f"venues/{talked.file.name}")
    assert file is not None, findings
    found = findings + check(file, library, date(2026, 11, 23))
    assert not stops(found), [f"{f.place}: {f.code} {dict(f.values)}" for f in found]
    return file


def test_an_address_with_the_town_before_the_postcode_is_understood_and_signs_hold_from_today(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    venue = read(talk(Owner({**salon, "Its address?": "14 Canal Row, Weirford, WF11 5PS"})), library).venue
    where = venue.operator.address
    assert (where.street, where.city, where.postcode) == ("14 Canal Row", "Weirford", "WF11 5PS")
    assert venue.effective_on == date(2026, 11, 23)


def test_a_salon_owner_without_cameras_is_asked_twenty_times_at_most(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    owner = Owner(salon)
    talked = talk(owner)
    # One more is asked before: which language to talk in.
    assert owner.prompts + 1 <= 20
    venue = read(talked, library).venue
    assert venue.id == "hazel-daughter"
    assert venue.operator.address.street == "Unit 3, 12 Orchard Row"
    assert venue.operator.privacy_contact.email == "hello@hazel.co.uk"
    assert venue.surveillance is None
    assert venue.cameras == ()
    assert [room.kind for room in venue.rooms] == [
        "entrance", "reception", "treatment_room", "treatment_room", "toilet",
    ]  # fmt: skip
    assert venue.guests.minimum_age == 8


def test_the_file_is_short_and_says_which_values_are_ours(
    talk: Callable[..., Any], salon: dict[str, str]
) -> None:
    lines = talk(Owner(salon)).lines
    assert 30 < len(lines) <= 60
    assert lines[0].startswith("# yaml-language-server: $schema=")
    assert [line for line in lines if line.startswith("phones:") and "# suggested" in line]
    (requests,) = (line for line in lines if line.startswith("requests:"))
    assert requests.endswith("# suggested: identity_check, reply"), (
        "how guests reach the place is the owner's own"
    )
    (full,) = (line for line in lines if "change it if yours differs" in line)
    assert "retention: 6 months" in full


def test_the_list_of_facts_comes_before_the_first_question(
    talk: Callable[..., Any], salon: dict[str, str]
) -> None:
    owner = Owner(salon)
    talk(owner)
    first = owner.heard.index("What kind of place is it?")
    hands = [line for line in owner.heard[:first] if line.startswith("  - ")]
    assert "  - the registered name of the business" in hands
    assert len(hands) == len(set(hands)) >= 10


def test_somebody_who_knows_nothing_gets_a_file_that_makes_nothing_up(
    talk: Callable[..., Any], library: Library
) -> None:
    known = {"What kind": "2", "Which country": "2", "Which languages": "pl", "What name": "Leszczyna"}
    owner = Owner(known)
    venue = read(talk(owner, "records"), library).venue
    assert venue.rooms is venue.cameras is venue.web is venue.activities is UNANSWERED
    assert venue.operator.legal_name is venue.operator.phone is UNANSWERED
    assert venue.partners is venue.health is venue.photos is venue.sweeps is UNANSWERED
    assert venue.security.measures is venue.guests.minors is venue.requests.channels is UNANSWERED
    assert str(venue.requests.reply) == "1 month", "a decision may be suggested"


@pytest.mark.parametrize("cameras", [1, 2, 5])
def test_at_most_four_more_questions_for_each_camera(
    talk: Callable[..., Any], salon: dict[str, str], library: Library, cameras: int
) -> None:
    filmed = {
        "How many cameras": str(cameras),
        "Camera ": " THEN ".join(["2", "1, 4"] * cameras),
        "How do the cameras record": "2, 14 days",
        "Five short answers": "n n n n y",
        "Why are pictures": "1",
        "In which room is the screen": "none",
    }
    without, owner = Owner(salon), Owner({**salon, **filmed})
    talk(without)
    talked = talk(owner, wishes=Wishes(id="filmed"))
    assert not [line for line in owner.heard if line.startswith("Not taken")]
    assert owner.prompts - without.prompts <= 4 * cameras
    venue = read(talked, library).venue
    assert len(venue.cameras) == cameras
    assert venue.cameras[0].room == "reception"
    assert venue.cameras[0].purposes == ("theft_prevention", "entry_control")
    assert str(venue.surveillance.retention) == "14 days"
    assert venue.surveillance.audio is False
    assert venue.surveillance.cloud is None


def test_a_wrong_answer_is_asked_again_with_the_reason(
    talk: Callable[..., Any], salon: dict[str, str]
) -> None:
    salon["Phone and e-mail"] = (
        "hello at hazel THEN +44 20 7946 0111, hello@hazel THEN +44 20 7946 0111, hi@hazel.co.uk"
    )
    salon["Which of these does your place"] = "1, 99 THEN 1, 2"
    salon["Where are the doors?"] = "1-9 THEN 0-1-2"
    owner = Owner(salon)
    talked = talk(owner)
    reasons = [line for line in owner.heard if line.startswith("Not taken: ")]
    assert len(reasons) == 4
    assert 'email is "hello@hazel"; write an e-mail address' in reasons[1]
    assert "hi@hazel.co.uk" in talked.text


def test_stop_writes_what_was_said_so_far(talk: Callable[..., Any], salon: dict[str, str]) -> None:
    salon["May children"] = "stop"
    talked = talk(Owner(salon))
    assert "Hazel and Daughter Ltd" in talked.text
    assert "partners: unanswered" in talked.text


def test_ctrl_c_keeps_what_was_said_only_if_the_owner_wants_it(
    talk: Callable[..., Any], salon: dict[str, str]
) -> None:
    leaving = Owner(salon, leaves_at="At which web address")
    leaving.answers["Stopped."] = "no"
    talked = talk(leaving)
    assert talked.file is None
    assert not talked.venues.exists() or list(talked.venues.iterdir()) == []
    keeping = Owner({**salon, "Stopped.": "yes"}, leaves_at="At which web address")
    talked = talk(keeping)
    assert "Hazel and Daughter Ltd" in talked.text
    assert "web: unanswered" in talked.text


def test_ctrl_c_before_there_is_anything_to_keep_writes_nothing(talk: Callable[..., Any]) -> None:
    owner = Owner({"What kind": "1"}, leaves_at="Which country")
    assert talk(owner).file is None
    assert owner.heard[-1] == "Nothing was written."


def test_a_suggestion_the_owner_does_not_want_stays_open(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    plain = Owner(salon)
    talk(plain, wishes=Wishes(id="plain"))
    (number,) = (line.split()[0] for line in plain.heard if line.endswith(": 12 months") and "train" in line)
    venue = read(talk(Owner(salon, at_the_end=(number, "yes"))), library).venue
    assert venue.training.interval is UNANSWERED
    assert venue.training.trainer_role == "manager"


def test_a_camera_in_a_treatment_room_is_told_before_the_file_is_written(
    talk: Callable[..., Any], salon: dict[str, str]
) -> None:
    salon |= {"How many cameras": "1", "Camera 1: which rooms": "3"}
    owner = Owner(salon, at_the_end=("yes", "no"))
    assert talk(owner).file is None
    warned = next(n for n, line in enumerate(owner.heard) if line == "As it stands, nothing would be built:")
    assert "hazel-daughter.yml" in owner.heard[warned + 1]
    assert "treatment-room" in owner.heard[warned + 1]


def test_a_camera_nobody_can_place_stays_a_camera(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    salon |= {"How many cameras": "2", "Camera 1: which rooms": "2, 1"}
    venue = read(talk(Owner(salon)), library).venue
    assert [camera.room for camera in venue.cameras] == ["reception", UNANSWERED]
    assert venue.cameras[0].sees == ("reception", "entrance")


def test_more_asks_for_the_records_too(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    salon |= {"How many people": "6", "Whom do staff": "2, +44 20 7946 0114", "What pictures": "none"}
    owner = Owner(salon)
    venue = read(talk(owner, "records"), library).venue
    assert venue.staff.count == 6
    assert venue.photos is None
    assert venue.incidents.phone == "+44 20 7946 0114"
    assert "Are such pictures ever shown to others?" not in owner.heard


def test_an_answer_can_be_given_again_at_the_end(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    salon["Which of these does your place"] = "1, 2 THEN 1, 2, toilet"
    salon["Where are the doors?"] = "0-1-2 THEN 0-1-2-3"
    plain = Owner(dict(salon))
    talk(plain, wishes=Wishes(id="plain"))
    (number,) = (line.split()[0] for line in plain.heard if "Which of these does your place have" in line[3:])
    owner = Owner(dict(salon), at_the_end=(number, "1, 2, toilet", "0-1-2-3", "yes"))
    venue = read(talk(owner), library).venue
    assert [room.id for room in venue.rooms] == ["entrance", "reception", "toilet"]
    assert venue.rooms[1].doors_to == ("toilet",)


def test_two_places_of_one_name_get_two_files(talk: Callable[..., Any], salon: dict[str, str]) -> None:
    first, second = talk(Owner(dict(salon))), talk(Owner(dict(salon)))
    assert first.file.name == "hazel-daughter.yml"
    assert second.file.name == "hazel-daughter-2.yml"


def test_our_own_folder_is_not_touched_by_these_stories() -> None:
    assert not list((ROOT / "venues").glob("hazel*"))


def test_back_asks_the_question_before_once_more(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    salon["Which languages"] = "en THEN en, pl"
    salon["What name stands"] = "back THEN Hazel & Daughter"
    owner = Owner(salon)
    venue = read(talk(owner), library).venue
    assert (
        owner.heard.count("Which languages do your guests read? Begin with the language of the place.") == 2
    )
    assert venue.languages == ("en", "pl")
    assert "back: the question before" in owner.told[: owner.told.index("What kind of place")]


def test_back_leads_from_one_camera_to_the_one_before(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    salon |= {
        "How many cameras": "2",
        "Camera 1: which rooms": "2",
        "Camera 1: what is it for?": "1 THEN 4",
        "Camera 2: which rooms": "back THEN 1",
        "Camera 2: what is it for?": "4",
    }
    venue = read(talk(Owner(salon)), library).venue
    assert [camera.purposes for camera in venue.cameras] == [("entry_control",), ("entry_control",)]
    assert [camera.room for camera in venue.cameras] == ["reception", "entrance"]


def test_there_is_nothing_before_the_first_question(talk: Callable[..., Any], salon: dict[str, str]) -> None:
    owner = Owner({**salon, "What kind of place": "back THEN salon"})
    assert talk(owner).file is not None
    assert "This is the first question; there is none before it." in owner.heard


def test_what_an_answer_breaks_is_told_at_its_question(
    talk: Callable[..., Any], salon: dict[str, str]
) -> None:
    salon |= {"Which country": "2", "Which languages": "en"}
    owner = Owner(salon, at_the_end=("no",))
    talk(owner)
    (warning,) = (number for number, line in enumerate(owner.heard) if line.startswith("Mind: "))
    assert "addressed in Polish" in owner.heard[warning]
    assert owner.heard[warning + 2].startswith("What name stands"), "before the next question, and once"


def test_go_on_after_stop_asks_what_was_not_asked_yet(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    salon |= {"How can guests reach": "stop THEN 1, 2", "What is the legal form": "stop"}
    owner = Owner(salon, at_the_end=("continue", "1, 2", "2, 8", "1, 2", "none", "none", "1", "stop", "yes"))
    venue = read(talk(owner, "tonight"), library).venue
    assert venue.requests.channels == ("email", "desk")
    assert venue.guests.minimum_age == 8
    assert owner.heard.count("What name stands over the door?") == 1


def test_a_question_mark_is_never_a_name(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    salon["Which companies"] = "1 ?, ? Payline GB, 3 Ledgerly ?"
    salon["Has a data protection"] = "don't know"
    venue = read(talk(Owner(salon)), library).venue
    assert [(p.name, p.service, p.country) for p in venue.partners] == [
        (UNANSWERED, "booking_platform", UNANSWERED),
        ("Payline", UNANSWERED, "GB"),
        ("Ledgerly", "accounting", UNANSWERED),
    ]
    assert venue.operator.data_protection_officer is UNANSWERED


def test_no_to_a_question_about_something_says_there_is_none(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    salon |= {"Has a data protection": "nie", "Which companies": "no", "At which web": "brak"}
    salon["May children"] = "2, no"
    venue = read(talk(Owner(salon)), library).venue
    assert venue.operator.data_protection_officer is venue.web is venue.guests.minimum_age is None
    assert venue.partners in (None, ())


def test_half_a_view_leaves_the_view_open_but_not_the_room(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    salon |= {"How many cameras": "1", "Camera 1: which rooms": "2, ?"}
    (camera,) = read(talk(Owner(salon)), library).venue.cameras
    assert (camera.room, camera.sees) == ("reception", UNANSWERED)


def test_words_of_the_house_are_known_and_what_is_not_near_is_not_offered(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    salon["Where are the doors?"] = "0-1-2, 1-3"
    salon["Which of these does your place"] = "1, treehouse THEN 1, kitchin THEN 1, kitchen, WC, kuchnia"
    owner = Owner(salon)
    venue = read(talk(owner), library).venue
    assert [room.kind for room in venue.rooms] == ["entrance", "staff_room", "toilet", "staff_room"]
    reasons = [line for line in owner.heard if line.startswith("Not taken: ")]
    assert reasons[:2] == [
        'Not taken: "treehouse" is not on the list; write the number of the nearest kind and '
        "its name behind it, such as 2 treehouse",
        'Not taken: "kitchin" is not on the list; write a number, or kitchen',
    ]


def test_a_room_nobody_listed_is_taken_the_way_the_refusal_says(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    salon["Where are the doors?"] = "0-1-2"
    salon["Which of these does your place"] = "1, moon deck THEN 1, 2 moon deck, 2茶室"
    owner = Owner(salon)
    rooms = read(talk(owner), library).venue.rooms
    assert [room.kind for room in rooms] == ["entrance", "reception", "reception"]
    assert [room.name.in_language("en") for room in rooms[1:]] == ["moon deck", "茶室"]
    assert any("such as 2 moon deck" in line for line in owner.heard)


def test_a_name_of_a_room_stands_under_the_language_it_was_typed_in(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    talked = talk(Owner(salon))
    assert "name: {en: Facial}" in talked.text
    room = read(talked, library).venue.rooms[2]
    assert room.name.in_language("en") == "Facial"
    assert room.name.in_language("pl") is None, "the kind of room is told instead"
    salon["Which languages"] = "en"
    assert "name: Facial}" in talk(Owner(salon), wishes=Wishes(id="english")).text


def test_periods_suggested_for_activities_are_read_back_and_can_be_left_open(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    plain = Owner(dict(salon))
    text = talk(plain, wishes=Wishes(id="plain")).text
    line = "appointments: {retention: 6 months}"
    assert line in text
    (number,) = (
        told.split()[0]
        for told in plain.heard
        if "bookings and visits: how long the data is kept: 6 months" in told
    )
    talked = talk(Owner(salon, at_the_end=(number, "yes")))
    assert line not in talked.text
    assert "- appointments" in talked.text


def test_a_register_is_chosen_from_a_list(
    talk: Callable[..., Any], salon: dict[str, str], library: Library
) -> None:
    salon |= {"What is the legal form": "COMPANY", "In which register": "KRS, 0000000000"}
    owner = Owner(salon)
    venue = read(talk(owner, "records"), library).venue
    assert (venue.operator.legal_form, venue.operator.registration.register_code) == ("company", "krs")
    assert "  1 Companies House" in owner.heard
