"""A chain from a table as a spreadsheet writes it: one file for what is common, one for each branch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from placard.findings import UserMistake
from placard.interview.draft import Draft
from placard.interview.lexicon import Lexicon
from placard.interview.run import Files, Wishes, checked, from_table
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
    assert ("hazel.csv:3: law", "new.not_one_of") in told
    assert ("hazel.csv:3: contact", "model.not_an_email") in told
    assert ("hazel.csv:4: rooms", "new.not_on_the_list") in told
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
    files = (
        chain("salon;gb;en;Świerk & Dąb", "salon;gb;en;玉镜", head="type;law;languages;name")
        if False
        else None
    )
    assert files is None
    with pytest.raises(UserMistake) as refused:
        chain("salon;gb;en;Świerk & Dąb", "salon;gb;en;玉镜", head="type;law;languages;name")
    assert [(str(f.place), f.code) for f in refused.value.findings] == [("hazel.csv:3", "new.no_id")]
    named = chain("salon;gb;en;Świerk & Dąb", head="type;law;languages;name")
    assert Path("hazel/swierk-dab.yml") in named


def test_a_table_saved_in_another_encoding_or_without_rows_is_told(chain: Callable[..., Files]) -> None:
    for rows, encoding, code in (([*ROWS, "ł"], "utf-16", "file.utf16"), ([], "utf-8", "new.empty_table")):
        with pytest.raises(UserMistake) as refused:
            chain(*rows, encoding=encoding)
        assert [finding.code for finding in refused.value.findings] == [code]


def test_unknown_and_repeated_columns_are_told_with_the_nearest_name(chain: Callable[..., Files]) -> None:
    with pytest.raises(UserMistake) as refused:
        chain("salon;gb;en;H;x;y", head="type;law;languages;name;operator.legalname;name")
    told = {finding.code: finding for finding in refused.value.findings}
    assert told["new.no_such_field"].values["near"] == "operator.legal_name"
    assert "new.column_twice" in told
