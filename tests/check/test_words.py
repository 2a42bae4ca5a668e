"""A slip in content is told at its file and line before any venue is looked at."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from placard.check.days import day_findings
from placard.check.training import unequal
from placard.check.words import check_words
from placard.findings import Place
from placard.library.library import Library
from placard.library.training import Lines
from placard.read.library import read_library
from placard.read.venue import VenueFile

pytestmark = pytest.mark.slow

CONTENT = Path(__file__).parents[2] / "content"
Told = Callable[..., set[tuple[str, str, bool]]]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Type content with one slip; return code and file of what is found, and whether a line is told."""

    def tell(file: str, old: str, new: str) -> set[tuple[str, str, bool]]:
        content = tmp_path / "content"
        shutil.copytree(CONTENT, content)
        path = content / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        library, findings = read_library([content])
        findings += check_words(library)
        return {(f.code, f.place.file, f.place.line > 0) for f in findings}

    return tell


CAMERAS, CAM, PHO = (
    "public/documents/cameras.yml",
    "public/signs/cam-01.yml",
    "public/signs/pho-01.yml",
)
TYPE, RIGHTS = "venue-types/bathhouse.yml", "public/signs/rgt-03.yml"
WHEN = "public/clauses/cameras/when-live/clause.yml"
ADDRESSES = "addresses.yml"
LOST = "staff/situations/lost-phone.yml"
RULE, POSTER = "staff/clauses/six/six-safe/en.md", "staff/documents/poster-six-rules.yml"
SLIPS = {
    "a sign no file has": (TYPE, "cam-01", "cam-10", "type_names_nothing"),
    "a page no file has": (TYPE, "pages: [privacy", "pages: [privcy", "type_names_nothing"),
    "a staff paper among the pages": (TYPE, "pages: [privacy", "pages: [handbook", "type_names_nothing"),
    "a staff paper no file has": (TYPE, "staff: [handbook", "staff: [handbok", "type_names_nothing"),
    "a chapter no file has": (
        TYPE,
        "chapters: [four-things, bath-day",
        "chapters: [four-things, bath-dya",
        "type_names_nothing",
    ),
    "a situation no file has": (TYPE, "lost-phone", "lots-phone", "type_names_nothing"),
    "a card no file has": (TYPE, "daily-check", "daily-chek", "type_names_nothing"),
    "a quiz no file has": (TYPE, "quiz-b:", "quiz-c:", "type_names_nothing"),
    "a question nobody wrote": (TYPE, "lit-phone", "lit-fone", "type_names_nothing"),
    "an answer the book does not give": (
        "staff/questions/bathhouse.yml",
        "see: heat",
        "see: heta",
        "see_nowhere",
    ),
    "a move too few": (LOST, '    - "**Turn it over,**', '    # "**Turn it over,**', "how_many_lines"),
    "nothing to say": (LOST, "\nsay:", "\nsays:", "missing"),
    "a fact that is not there in a situation": (
        LOST,
        "{{ incidents.phone | link }}",
        "{{ incidents.fone | link }}",
        "no_such_fact",
    ),
    "a language that names another fact": (
        LOST,
        "{{ incidents.phone | link }}",
        "{{ operator.phone | link }}",
        "unequal_facts",
    ),
    "a rule of a whole with nothing to remember it by": (RULE, "**", "", "no_lead"),
    "such a rule in one language": (
        RULE.replace("en.md", "pl.md"),
        "**Pilnuj tego",
        "Pilnuj **tego",
        "no_lead",
    ),
    "a poster of a section the handbook lacks": (
        POSTER,
        "as: handbook.six-rules",
        "as: handbook.six-rulez",
        "no_section_to_take",
    ),
    "a poster of a section that is no whole": (
        POSTER,
        "as: handbook.six-rules",
        "as: handbook.trust",
        "poster_without_whole",
    ),
    "a law clause no file has": (
        "staff/situations/filming.yml",
        "law: [filming-law,",
        "law: [filming-lav,",
        "no_such_clause",
    ),
    "a card of staff chosen by no fact": (
        "staff/cards/daily-check.yml",
        "title:",
        "applies: {phones.undres: banned}\ntitle:",
        "no_such_fact",
    ),
    "a right answer that is none": ("staff/questions/everyone.yml", "right: 2", "right: 5", "no_such_answer"),
    "rows for what cannot be counted": (CAMERAS, "filmed_areas", "filmd_areas", "no_such_collection"),
    "clauses for the same": (
        "public/documents/notice.yml",
        "\n        for_each: activities",
        "\n        for_each: deeds",
        "no_such_collection",
    ),
    "an area in a title": (CAMERAS, "en: Cameras,", 'en: "{{ area.rooms | list name }}",', "not_at_hand"),
    "a partner among areas": (CAMERAS, "area.cameras | count camera", "partner.name | name", "not_at_hand"),
    "an area at a door": (PHO, "{{ room.name | in }}", "{{ area.rooms | list name }}", "not_at_hand"),
    "chosen by an area at a door": (PHO, "room.seen_when_open: no", "area.audio: no", "not_at_hand"),
    "a sign for areas chosen by one": (
        CAM,
        "filming.cameras: {at_least: 1}",
        "area.audio: no",
        "not_at_hand",
    ),
    "a fact that does not exist": (WHEN, "surveillance.recording", "surveillance.recordng", "no_such_fact"),
    "a sign chosen by no fact": (CAM, "area.disclosure:", "area.disclosed:", "no_such_fact"),
    "an item that is no fact": (CAM, "{area.disclosure: none}", "{area: none}", "no_such_fact"),
    "a sheet nobody prints": (CAM, "smallest: a4", "smallest: a44", "no_such_sheet"),
    "an address with a slip": (ADDRESSES, 'GB: "{street}', 'GB: "{stret}', "address_slot"),
    "an address with a lone brace": (ADDRESSES, 'GB: "{street}', 'GB: "{street', "address_slot"),
    "an address by number": (ADDRESSES, 'GB: "{street}', 'GB: "{}', "address_slot"),
    "a clause chosen by what staff know": (WHEN, "surveillance.recording", "staff.roles", "internal_fact"),
    "a section chosen by it": (
        CAMERAS,
        "{surveillance.recording: none}",
        "{staff.roles: none}",
        "internal_fact",
    ),
    "a sign chosen by it": (CAM, "filming.cameras: {at_least: 1}", "staff.roles: none", "internal_fact"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_content_is_told_at_its_line(told: Told, slip: str) -> None:
    file, old, new, code = SLIPS[slip]
    assert (f"content.{code}", f"content/{file}", True) in told(file, old, new)


def test_a_clause_about_one_activity_needs_a_slot_for_each(told: Told) -> None:
    found = told("public/documents/notice.yml", "\n        for_each: activities", "")
    assert ("content.not_at_hand_in", "content/public/documents/notice.yml", True) in found


def test_a_map_of_facts_may_choose_words(told: Told) -> None:
    assert told(WHEN, "surveillance.recording: none", "surveillance: {is_none_of: [none]}") == set()


def test_the_last_day_of_the_calendar_is_a_day(typed_in: Callable[..., VenueFile]) -> None:
    assert list(day_findings(typed_in(), date.max)) == []


FACTS = {"zh-Hans": ("{{ operator.phone | link }}",), "pl": ("{{ operator.email | link }}",)}


def test_words_without_english_are_compared_with_the_first_language_they_have(library: Library) -> None:
    told = list(unequal(Lines(FACTS, Place("content/a.yml", 3)), library))
    assert [(finding.code, finding.values["language"]) for finding in told] == [
        ("content.unequal_facts", "pl")
    ]
    told = list(unequal(Lines({"en": FACTS["pl"], **FACTS}, Place("content/a.yml", 3)), library))
    assert [finding.values["language"] for finding in told] == ["zh-Hans"]


def test_a_clause_without_english_is_compared_too(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    clause = (content / WHEN).parent
    (clause / "en.md").unlink()
    polish = clause / "pl.md"
    polish.write_text(polish.read_text("utf-8") + "\n{{ operator.email | link }}\n", "utf-8")
    library, _ = read_library([content])
    told = [f for f in check_words(library) if f.code == "content.unequal_facts"]
    assert [f.values["language"] for f in told if f.place.file.endswith("when-live/pl.md")] == ["pl"]
