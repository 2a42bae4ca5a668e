"""A chain from a table as a spreadsheet writes it: one file for what is common, one for each branch."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable
from pathlib import Path

import pytest

from placard.findings import UserMistake
from placard.interview.draft import Draft
from placard.interview.lexicon import Lexicon
from placard.interview.run import Files, Wishes, checked, from_table
from placard.interview.template import template
from placard.interview.trial import write
from placard.model import UNANSWERED
from placard.read.roots import Project
from placard.read.venue import read_venue

ADDRESS = "Its address? Street and number, postcode, town, with commas between."
HEAD = f"id;type;law;languages;name;operator.legal_name;contact;{ADDRESS};rooms;doors;cameras"
ALIKE = 'salon;gb;"en,pl"'
ROOMS = '"reception, treatment room Facial";0-1-2;none'
ROWS = [
    f'north;{ALIKE};Hazel North;Hazel Ltd;"+44 20 7946 0111, n@hazel.co.uk";"1 A St, AB1, Weirford";{ROOMS}',
    f'south;{ALIKE};Hazel South;Hazel Ltd;"+44 20 7946 0112, s@hazel.co.uk";"2 B St, AB2, Weirford";{ROOMS}',
    f'west;{ALIKE};Hazel West;Hazel Ltd;;;"reception, toilet";;none',
]


@pytest.fixture
def chain(lexicon: Callable[[str], Lexicon], project: Project, tmp_path: Path) -> Callable[..., Files]:
    def make(*rows: str, head: str = HEAD, encoding: str = "utf-8-sig", ends: str = "\r\n") -> Files:
        table = tmp_path / "hazel.csv"
        table.write_bytes(ends.join([head, *rows, ""]).encode(encoding))
        return from_table(Wishes(table=table), Draft(), lexicon("en"), project)

    return make


def test_three_branches_become_one_shared_file_and_three_small_ones(
    chain: Callable[..., Files], lexicon: Callable[[str], Lexicon], project: Project
) -> None:
    files = chain(*ROWS)
    assert [path.as_posix() for path in files] == [
        "hazel/_shared.yml", "hazel/north.yml", "hazel/south.yml", "hazel/west.yml",
    ]  # fmt: skip
    assert checked(files, project, lexicon("en")) == []
    write(files, project.venues)
    shared = files[Path("hazel/_shared.yml")]
    assert "legal_name: Hazel Ltd" in shared
    assert "reply: 1 month" in shared
    assert "# suggested" in shared
    north = files[Path("hazel/north.yml")]
    assert "legal_name" not in north
    assert "suggested" not in north
    assert len(north.splitlines()) < 20
    file, findings = read_venue(project.venues / "hazel" / "north.yml", "venues/hazel/north.yml")
    assert file is not None
    assert findings == []
    assert file.venue.operator.legal_name == "Hazel Ltd"
    assert file.venue.operator.address.street == "1 A St"
    assert [room.kind for room in file.venue.rooms] == ["reception", "treatment_room"]
    assert file.venue.languages == ("en", "pl")


def test_an_empty_cell_is_unanswered(chain: Callable[..., Files], project: Project) -> None:
    files = chain(*ROWS)
    write(files, project.venues)
    file, _ = read_venue(project.venues / "hazel" / "west.yml", "venues/hazel/west.yml")
    assert file is not None
    assert file.venue.operator.phone is UNANSWERED
    assert file.venue.rooms[0].doors_to is UNANSWERED
    assert file.venue.surveillance is None


def test_a_fault_is_told_by_row_and_column_and_nothing_is_made(chain: Callable[..., Files]) -> None:
    faulty = ROWS[1].replace("s@hazel.co.uk", "south at hazel").replace("gb;", "uk;")
    with pytest.raises(UserMistake) as refused:
        chain(ROWS[0], faulty, ROWS[2].replace("toilet", "treehouse"), ROWS[0])
    told = [(str(finding.place), finding.code) for finding in refused.value.findings]
    assert ("hazel.csv:3: law", "new.not_in_the_table") in told
    assert ("hazel.csv:3: contact", "model.not_an_email") in told
    assert ("hazel.csv:4: rooms", "new.not_in_the_table") in told
    assert ("hazel.csv:5", "new.branch_twice") in told


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_commas_semicolons_and_tabs_are_all_columns(chain: Callable[..., Files], separator: str) -> None:
    head = separator.join(["id", "type", "law", "languages", "name"])
    files = chain(
        separator.join(["a", "salon", "gb", "en", "Ą"]),
        separator.join(["b", "salon", "pl", "pl", "B"]),
        head=head,
    )
    assert len(files) == 3
    assert "law" not in files[Path("hazel/_shared.yml")].replace("# ", "").split("law:")[0].splitlines()[-1]
    assert "law: pl" in files[Path("hazel/b.yml")]


def test_without_an_id_the_name_over_the_door_makes_one(chain: Callable[..., Files]) -> None:
    with pytest.raises(UserMistake) as refused:
        chain("salon;gb;en;Świerk & Dąb", "salon;gb;en;玉镜", head="type;law;languages;name")
    assert [(str(f.place), f.code) for f in refused.value.findings] == [("hazel.csv:3", "new.no_id")]
    named = chain("salon;gb;en;Świerk & Dąb", head="type;law;languages;name")
    assert Path("hazel/swierk-dab.yml") in named


def test_a_table_saved_in_another_encoding_or_without_rows_is_told(chain: Callable[..., Files]) -> None:
    for rows, encoding, code in (
        ([*ROWS, "ł"], "utf-16", "new.table_letters"),
        ([], "utf-8", "new.empty_table"),
    ):
        with pytest.raises(UserMistake) as refused:
            chain(*rows, encoding=encoding)
        assert [finding.code for finding in refused.value.findings] == [code]


def test_unknown_and_repeated_columns_are_told_with_the_nearest_name(chain: Callable[..., Files]) -> None:
    with pytest.raises(UserMistake) as refused:
        chain("salon;gb;en;H;x;y", head="type;law;languages;name;operator.legalname;name")
    told = {finding.code: finding for finding in refused.value.findings}
    assert told["new.no_such_field"].values["near"] == "operator.legal_name"
    assert "new.column_twice" in told


def test_a_mistake_of_many_rows_is_told_once_by_their_numbers(
    chain: Callable[..., Files],
) -> None:
    head = "Name over the door;Rodzaj miejsca;law;languages;Security measures"
    rows = [f"Hazel {n};salon;gb;en;locked drawer" for n in "ABC"]
    with pytest.raises(UserMistake) as refused:
        chain(rows[0], ";;;;", '"Hazel\nD";salon;gb;en;alarm system', *rows[1:], head=head)
    (told,) = refused.value.findings
    assert str(told.place) == "hazel.csv:2, 5–6: Security measures"
    assert "alarm system (alarm_system)" in str(told.values["known"])


def test_words_and_codes_of_any_language_stand_side_by_side(chain: Callable[..., Files]) -> None:
    head = "id;Name over the door;Kind of place;Country;Guests' languages;Security measures"
    files = chain(
        "a;A;salon;United Kingdom;en;alarm_system", "b;B;salon kosmetyczny;gb;English;Alarm System", head=head
    )
    shared = files[Path("hazel/_shared.yml")]
    assert "law: gb" in shared
    assert "measures: [alarm_system]" in shared


def test_the_template_is_read_back_and_its_example_is_no_branch(
    lexicon: Callable[[str], Lexicon], project: Project, tmp_path: Path
) -> None:
    signs = set()
    for language in ("en", "pl", "zh-Hans"):
        raw = template(lexicon(language))
        assert raw.startswith(BOM_UTF8)
        table = tmp_path / f"chain-{language.lower()}.csv"
        table.write_bytes(raw)
        with pytest.raises(UserMistake) as refused:
            from_table(Wishes(table=table), Draft(), lexicon(language), project)
        assert [finding.code for finding in refused.value.findings] == ["new.empty_table"]
        # Without its mark the example is a branch like any other, and every cell of it can be read.
        table.write_text(
            raw.decode("utf-8-sig").replace("# ", "").replace(lexicon(language).talk.say("example_row"), "x"),
            "utf-8",
        )
        assert Path(f"chain-{language.lower()}/x.yml") in from_table(
            Wishes(table=table), Draft(), lexicon(language), project
        )
        signs.add(raw.decode("utf-8-sig")[2])
    assert signs == {",", ";"}


def test_what_most_branches_decide_is_the_chains(
    chain: Callable[..., Files],
) -> None:
    head = "id;name;type;law;languages;requests.reply;guests.minimum_age"
    files = chain(
        "a;A;salon;gb;en;14 days;8", "b;B;salon;gb;en;14 days;8", "c;C;salon;gb;en;7 days;16", head=head
    )
    assert "reply: 14 days" in files[Path("hazel/_shared.yml")]
    assert "reply" not in files[Path("hazel/a.yml")]
    assert "reply: 7 days" in files[Path("hazel/c.yml")]
    assert "minimum_age: 8" in files[Path("hazel/a.yml")], (
        "no decision that is ever suggested: each says its own"
    )


def test_a_cell_too_long_for_a_table_is_told_and_nothing_falls(chain: Callable[..., Files]) -> None:
    with pytest.raises(UserMistake) as mistake:
        chain(ROWS[0], f'far;{ALIKE};"{"Far " * 40_000}";;;;;;')
    assert [finding.code for finding in mistake.value.findings] == ["new.table_cell"]
