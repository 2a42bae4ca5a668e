"""Papers for complaints and incidents: what each place fills in, and what no letter may do."""

from __future__ import annotations

import pytest

from placard.compose.blanks import Blank, FilledForm

from .conftest import BATHHOUSE, SALON, STUDIO, VENUES, Place, form, read_aloud

PAPERS = (
    *("complaint-log", "investigation", "put-right", "settlement", "follow-up"),
    *(
        "letter-outcome",
        "letter-no",
        "letter-refusal",
        "letter-incident",
        "incident-record",
        "incident-drill",
    ),
)


def asks(of: FilledForm) -> set[str]:
    return {part.name for section in of.sections for part in section.parts if isinstance(part, Blank)}


def parts(of: FilledForm) -> set[str]:
    return {section.id for section in of.sections}


@pytest.mark.parametrize("name", [BATHHOUSE, SALON, STUDIO])
def test_the_handbook_calls_every_paper_by_the_name_printed_on_it(place: Place, name: str) -> None:
    venue = place(name)
    for language in venue.plan.staff_languages:
        (book,) = [each for each in venue.handbooks if each.language == language]
        filled = book.filled(lambda page, anchor: "")
        told = " ".join(str(p.html.striptags()) for section in filled.sections for p in section.passages)
        stem = told.replace("Kartę", "Karta")  # Polish says it in the accusative once
        titles = {f.id: str(f.title.striptags()) for f in venue.staff_forms if f.language == language}
        named = {each for each in PAPERS if each in titles and titles[each] in stem}
        assert named == {each for each in PAPERS if each in titles}
        assert len(named) >= 10


def test_the_clock_of_an_incident_is_that_of_the_law(place: Place) -> None:
    british, chinese = (
        form(place(BATHHOUSE), "incident-record", "en"),
        form(place(SALON), "incident-record", "zh-Hans"),
    )
    assert "within 72 hours of our knowing" in read_aloud(british)
    assert "clock-ends" in asks(british)
    assert "立即通知" in read_aloud(chinese)
    assert "clock-ends" not in asks(chinese), "a law without hours has nothing to count"


def test_recordings_are_looked_into_only_where_there_are_any(place: Place) -> None:
    filmed = form(place(BATHHOUSE), "investigation", "en")
    assert "gone after 14 days" in read_aloud(filmed)
    assert "Only these people look: manager and owner" in read_aloud(filmed)
    text = (VENUES / f"{BATHHOUSE}.yml").read_text("utf-8")
    cameras = text[text.index("surveillance:\n") : text.index("activities:\n")]
    bare = place(BATHHOUSE, {cameras: "surveillance: none\n"})
    assert "recorded" not in parts(form(bare, "investigation", "en"))
    assert "not-filmed" not in {each.id for each in bare.forms}
    assert "cameras" not in read_aloud(form(bare, "letter-no", "en"))


def test_only_an_answer_to_a_polish_consumer_speaks_of_settling_out_of_court(place: Place) -> None:
    assert "settle" in asks(form(place(STUDIO), "letter-outcome", "pl"))
    assert "settle" not in asks(form(place(BATHHOUSE), "letter-outcome", "pl"))


@pytest.mark.parametrize(
    ("name", "language", "free"),
    [
        (STUDIO, "pl", "Nadal można złożyć skargę do urzędu"),
        (STUDIO, "en", "You may still complain to an authority"),
        (SALON, "zh-Hans", "您仍然可以向监管机构投诉"),
    ],
)
def test_what_was_agreed_silences_nobody(place: Place, name: str, language: str, free: str) -> None:
    assert free in read_aloud(form(place(name), "settlement", language))


def test_a_sheet_for_what_was_agreed_lies_where_work_is_done_again_or_paid_back(place: Place) -> None:
    has = {name: {each.id for each in place(name).staff_forms} for name in (BATHHOUSE, SALON, STUDIO)}
    assert [name for name, papers in has.items() if "settlement" in papers] == [SALON, STUDIO]
    assert all("letter-outcome" in papers for papers in has.values())


def test_letters_name_nobody_of_the_staff_and_no_number_only_staff_call(place: Place) -> None:
    venue = place(BATHHOUSE)
    letters = [each for each in venue.staff_forms if each.kind == "letter"]
    assert len(letters) >= 8
    for letter in letters:
        assert "7946 0199" not in read_aloud(letter)
        assert "Calder" not in read_aloud(letter)
    assert "7946 0199" in read_aloud(form(venue, "incident-record", "en"))


def test_a_wish_not_to_be_filmed_promises_an_answer_and_nothing_else(place: Place) -> None:
    sheets = {each.language: each for each in place(BATHHOUSE).forms if each.id == "not-filmed"}
    told = read_aloud(sheets["en"])
    assert "tell you honestly if there is none" in told
    assert "within 1 month" in told
    assert "counts as your objection" in told
    chinese = next(
        each for each in place(SALON).forms if (each.id, each.language) == ("not-filmed", "zh-Hans")
    )
    assert "异议" not in read_aloud(chinese), "Chinese law knows no objection to such cameras"
