"""A zip for each branch: what is in it, always the same bytes, and opened again before it is published."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from placard.chains.zips import branch_zips
from placard.compose.venue import ComposedVenue
from placard.made import Kind, Made, Wall
from placard.press.pool import Crew
from placard.prove.leaks import Secret
from placard.prove.looking import Look, look_into
from placard.prove.zips import prove_zips
from placard.read.venue import read_venue


@pytest.fixture
def venue(
    tmp_path: Path, type_chain: Callable[..., Path], composed: Callable[..., ComposedVenue]
) -> ComposedVenue:
    venues = type_chain(tmp_path / "venues", {"north": ""})
    file, findings = read_venue(venues / "reed" / "north.yml", "venues/reed/north.yml")
    assert file is not None, findings
    return composed(file)


@pytest.fixture
def made(tmp_path: Path) -> list[Made]:
    def file(path: str, kind: Kind, venue: str = "north", code: str = "", title: str = "") -> Made:
        target = tmp_path / "staged" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"<{path}>", "utf-8")
        return Made(PurePosixPath(path), target, kind, venue=venue, code=code, sheet="a4", title=title)

    return [
        file("print/north/cam-01.a4.pdf", "sheet", code="aaaa-bbbb", title="Filmed area"),
        file("print/north/index.html", "contact"),
        file("staff/north/handbook.en.pdf", "handbook", code="cccc-dddd", title="Handbook"),
        file("site/north/en/index.html", "page"),
        file("print/south/cam-01.a4.pdf", "sheet", venue="south"),
    ]


def test_a_zip_holds_what_the_branch_prints_and_nothing_of_the_site_or_of_others(
    venue: ComposedVenue, made: list[Made], tmp_path: Path
) -> None:
    (packed,) = branch_zips([venue], made, tmp_path / "staging")
    assert (packed.path.as_posix(), packed.kind, packed.venue) == ("zip/north.zip", "zip", "north")
    with zipfile.ZipFile(packed.file) as opened:
        assert opened.namelist() == [
            "north/README.pl.txt",
            "north/README.txt",
            "north/print/cam-01.a4.pdf",
            "north/print/index.html",
            "north/staff/handbook.en.pdf",
        ]
        assert opened.read("north/print/index.html") == b"<print/north/index.html>"
        notes = opened.read("north/README.txt").decode("utf-8-sig")
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in opened.infolist()} == {zipfile.ZIP_STORED}
    assert "aaaa-bbbb  A4  CAM-01 " in notes
    assert notes.endswith("cccc-dddd  A4  Handbook\r\n")
    steps = [
        notes.index(words) for words in ("Unpack the whole zip", "hanging plan first", "print/index.html")
    ]
    assert steps == sorted(steps)
    assert "\n\n\n\n" not in notes.replace("\r", "")


def test_a_branch_reads_what_to_change_on_its_walls(
    venue: ComposedVenue, made: list[Made], tmp_path: Path
) -> None:
    changes = Wall((("cam-01", "old0-old0", "aaaa-bbbb"),), ("cam-01",), ("pho-09",))
    (packed,) = branch_zips([venue], made, tmp_path / "staging", {"north": changes})
    (unchanged,) = branch_zips([venue], made, tmp_path / "other", {"south": changes})
    with zipfile.ZipFile(packed.file) as opened, zipfile.ZipFile(unchanged.file) as other:
        notes = opened.read("north/README.txt").decode("utf-8-sig")
        polish = opened.read("north/README.pl.txt").decode("utf-8-sig")
        assert "What has changed on your walls" not in other.read("north/README.txt").decode("utf-8-sig")
    assert " (old0-old0 -> aaaa-bbbb)\r\n" in notes
    assert "  replace: CAM-01 " in notes
    assert "  take down: PHO-09\r\n" in notes
    assert "  zdejmij: PHO-09\r\n" in polish


def test_the_same_files_make_the_same_bytes_and_are_packed_once(
    venue: ComposedVenue, made: list[Made], tmp_path: Path
) -> None:
    (first,) = branch_zips([venue], made, tmp_path / "one")
    (second,) = branch_zips([venue], list(reversed(made)), tmp_path / "two")
    assert first.file.read_bytes() == second.file.read_bytes()
    before = first.file.stat().st_mtime_ns
    (again,) = branch_zips([venue], made, tmp_path / "one")
    assert (again.file, again.file.stat().st_mtime_ns) == (first.file, before)
    made[0].file.write_text("another", "utf-8")
    (changed,) = branch_zips([venue], made, tmp_path / "one")
    assert changed.file != first.file
    assert [path.name for path in changed.file.parent.iterdir()] == [changed.file.name]


def test_a_place_that_belongs_to_no_chain_gets_no_zip(
    venue: ComposedVenue, made: list[Made], tmp_path: Path
) -> None:
    context = venue.composer.context
    alone = context.venue.model_copy(update={"extends": None})
    venue.composer.context = replace(context, venue=alone)
    assert branch_zips([venue], made, tmp_path / "staging") == []


def test_a_zip_that_holds_something_else_is_not_published(
    venue: ComposedVenue, made: list[Made], tmp_path: Path
) -> None:
    zips = branch_zips([venue], made, tmp_path / "staging")
    assert list(prove_zips([*made, *zips])) == []
    made[0].file.write_text("changed after it was packed", "utf-8")
    (finding,) = prove_zips([*made, *zips])
    assert (finding.code, finding.values["file"]) == ("prove.zip_other", "north/print/cam-01.a4.pdf")
    assert finding.venue == "north"
    zips[0].file.write_bytes(b"PK no more")
    (finding,) = prove_zips([*made, *zips])
    assert finding.code == "prove.zip_unreadable"


def test_words_for_staff_may_be_in_zips_and_records_and_nowhere_else(
    venue: ComposedVenue, made: list[Made], tmp_path: Path
) -> None:
    secret = Secret("Zqheron agreed to it")
    for each in made:
        each.file.write_text(secret.words, "utf-8")
    record = replace(made[0], path=PurePosixPath("records/reed/deviations.html"), kind="record")
    zips = branch_zips([venue], made, tmp_path / "staging")
    look = Look(tmp_path / "shelf", (secret,))
    found = look_into([*made, *zips, record], look, Crew())
    leaking = {finding.values["output"] for finding in found}
    assert leaking == {each.path.as_posix() for each in made if each.path.parts[0] != "staff"}
