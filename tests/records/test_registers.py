"""The records a place keeps for itself, as somebody who inspects it would read them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.library.watch import Signature
from placard.read.venue import VenueFile, read_venue
from placard.records.shapes import Register, Row
from placard.records.venue import ROWS, registers, table, venue_records

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ("old-mill-bathhouse", "jade-mirror-salon", "river-light-studio")
Kept = Callable[..., dict[str, Register]]


@pytest.fixture
def kept(typed: Callable[..., object], composed: Callable[[VenueFile], ComposedVenue]) -> Kept:
    """Type the sample with some lines changed, and return its records by name."""

    def keep(changes: dict[str, str] | None = None) -> dict[str, Register]:
        file = typed(changes).file  # type: ignore[attr-defined]
        return {each.id: each for each in registers(composed(file), file)}

    return keep


@pytest.fixture(scope="session")
def sample(composed: Callable[[VenueFile], ComposedVenue]) -> Callable[[str], dict[str, Register]]:
    def of(name: str) -> dict[str, Register]:
        file, _ = read_venue(ROOT / "venues" / f"{name}.yml", f"venues/{name}.yml")
        assert file is not None
        return {each.id: each for each in registers(composed(file), file)}

    return of


def column(register: Register, name: str) -> list[str]:
    return [row.own[name] for row in register.rows]


def test_every_record_has_words_in_every_language_and_somebody_fills_every_column(
    library: Library, sample: Callable[[str], dict[str, Register]]
) -> None:
    assert set(library.records) == {*ROWS, "review"}
    for words in library.records.values():
        every = (words.title, words.note, words.empty, *words.columns.values(), *words.words.values())
        assert all(set(local) == set(library.languages) for local in every), words.id
    for register in sample("old-mill-bathhouse").values():
        filled = {name for row in register.rows for name in (*row.own, *(n for end in row.ends for n in end))}
        assert filled == set(register.columns), register.id


@pytest.mark.parametrize("name", SAMPLES)
def test_each_sentence_about_the_law_names_pack_law_place_and_how_it_was_seen(
    sample: Callable[[str], dict[str, Register]], name: str
) -> None:
    sources = sample(name)["sources"]
    assert len(sources.rows) > 60
    of_law = [end for row in sources.rows for end in row.ends if end["law"] != "house"]
    assert len(of_law) > 60
    assert all(all(end.values()) for end in of_law)
    assert {end["reviewer"] for end in of_law} == {
        {"en": "nobody yet", "pl": "jeszcze nikt", "zh-Hans": "尚无人"}[sources.language]
    }
    packs = {"old-mill-bathhouse": {"gb"}, "jade-mirror-salon": {"cn"}, "river-light-studio": {"eu", "pl"}}[
        name
    ]
    assert {end["law"] for end in of_law} == packs
    folders = {path.split("/")[0] for row in sources.rows for path in row.own["stands"].split("; ")}
    assert folders == {"site", "print", "staff"}, "pages, sheets, forms and staff papers are all read"


def test_a_text_that_stands_in_several_documents_has_one_row_that_names_them(
    sample: Callable[[str], dict[str, Register]],
) -> None:
    rows = sample("old-mill-bathhouse")["sources"].rows
    [row] = [row for row in rows if (row.own["id"], row.own["language"]) == ("complain-too", "en")]
    assert "site/old-mill-bathhouse/en/rights/" in row.own["stands"].split("; ")
    assert "site/old-mill-bathhouse/en/cameras/" in row.own["stands"].split("; ")
    assert row.own["says"].startswith("You have the right to complain to us about the way we use your data.")
    assert row.own["line"] == "content/public/clauses/rights/complain-too/en.md:1"
    assert [(end["source"], end["place"], end["seen"]) for end in row.ends] == [
        ("Data (Use and Access) Act 2025", "Sch. 10 paras 2-5", "read in the text itself")
    ]


def test_a_line_of_a_sign_and_of_a_form_are_named_with_their_sheet(
    sample: Callable[[str], dict[str, Register]],
) -> None:
    rows = {
        row.own["id"]: row
        for row in sample("old-mill-bathhouse")["sources"].rows
        if row.own["language"] == "en"
    }
    sign, form = rows["rgt-03.data"], rows["complaint.confirmed"]
    assert sign.own["stands"] == "print/old-mill-bathhouse/rgt-03"
    assert "30 days" in sign.own["says"].replace("\u00a0", " ")
    assert form.own["stands"] == "print/old-mill-bathhouse/complaint.en"
    assert {end["place"] for row in (sign, form) for end in row.ends} == {"s.164A(3)"}


def test_a_pack_somebody_signed_is_no_longer_read_by_nobody(
    library: Library, composed: Callable[[VenueFile], ComposedVenue], typed: Callable[..., object]
) -> None:
    file = typed().file  # type: ignore[attr-defined]
    venue = composed(file)
    context = venue.composer.context
    signed = tuple(replace(pack, status="reviewed") for pack in context.law.packs)
    venue.composer.context = replace(context, law=replace(context.law, packs=signed))
    sources = {each.id: each for each in registers(venue, file)}["sources"]
    told = {end["reviewer"] for row in sources.rows for end in row.ends if end["law"] == "gb"}
    assert told == {"the review sheet of this pack is signed"}

    signature = Signature("Jane Doe, solicitor", date(2027, 3, 1), None, context.law.packs[-1].place)
    signed = tuple(replace(pack, signed=signature) for pack in context.law.packs)
    venue.composer.context = replace(context, law=replace(context.law, packs=signed))
    sources = {each.id: each for each in registers(venue, file)}["sources"]
    told = {end["reviewer"] for row in sources.rows for end in row.ends if end["law"] == "gb"}
    assert {words.replace("\u00a0", " ") for words in told} == {"Jane Doe, solicitor, 1 March 2027"}


def test_the_camera_register_says_what_each_camera_is_and_what_nobody_answered(kept: Kept) -> None:
    register = kept(
        {"quality: standard, hours: always, purposes: [theft_prevention]": "purposes: [theft_prevention]"}
    )["camera-register"]
    assert column(register, "camera")[:2] == ["c1", "c2"]
    first = register.rows[0].own
    assert (first["kept"], first["looks"]) == ("14\u00a0days", "manager and owner")
    assert first["announced"] == "cam-01.entrance"
    assert first["line"].startswith("venues/old-mill-bathhouse.yml:")
    assert "not answered yet" in column(register, "hours")


def test_a_period_says_who_set_it_and_a_suggestion_is_not_taken_for_one(kept: Kept) -> None:
    register = kept({"lost_property: {retention: 3 months, ": "lost_property: {"})["retention"]
    lost = next(row.own for row in register.rows if row.own["code"] == "lost_property")
    assert lost["kept"] == "not answered yet"
    assert lost["set_by"].startswith("nobody yet; suggested: ")
    assert "typed for this place" in column(register, "set_by")
    pictures = [row.own for row in register.rows if row.own["use"].startswith("camera pictures")]
    assert len(pictures) == 4
    assert all(row["after"].startswith("the recorder writes over it") for row in pictures)
    assert {row["basis"] for row in pictures} == {"legitimate interests"}


def test_recipients_are_partners_by_name_and_then_kinds(kept: Kept) -> None:
    register = kept()["recipients"]
    names = column(register, "name")
    assert names[:2] == ["Slotwise", "Payline"]
    assert "police" in names
    assert register.rows[0].own["contract"].replace("\u00a0", " ") == "10 January 2026"
    assert register.rows[1].own["contract"] == "not answered yet"
    assert register.rows[1].own["transfer"] == "does not count as abroad"


def test_a_place_without_cameras_says_so(
    tmp_path: Path, typed: Callable[..., object], composed: Callable[[VenueFile], ComposedVenue]
) -> None:
    file = typed().file  # type: ignore[attr-defined]
    file = replace(file, venue=file.venue.model_copy(update={"cameras": ()}))
    made = {each.path.name: each.file for each in venue_records([composed(file)], [file], tmp_path)}
    page = made["camera-register.html"].read_text("utf-8")
    assert "<p>There are no cameras.</p>" in page
    assert "<table" not in page
    [headings] = list(csv.reader(io.StringIO(made["camera-register.csv"].read_text("utf-8-sig"))))
    assert headings[0] == "Camera"
    assert not any(b"camera pictures" in made[name].read_bytes() for name in ("retention.csv",))


def test_no_cell_is_reckoned_by_a_spreadsheet_and_each_source_has_a_line() -> None:
    row = Row({"a": "=1+1", "b": "@name"}, ({"c": "-x"}, {"c": "plain"}))
    raw = table(Register("r", "en", "T", "N", "E", {"a": "+A", "b": "B", "c": "C"}, (row,)))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(raw.decode("utf-8-sig")))) == [
        ["'+A", "B", "C"],
        ["'=1+1", "'@name", "'-x"],
        ["'=1+1", "'@name", "plain"],
    ]


class _Table(HTMLParser):
    """How many cells each line of a table spans, those that reach down into it counted."""

    def __init__(self) -> None:
        super().__init__()
        self.widths: list[int] = []
        self.reaching: list[int] = []
        self.headings = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.reaching = [rows - 1 for rows in self.reaching if rows > 1]
            self.widths.append(len(self.reaching))
        elif tag in ("td", "th"):
            self.widths[-1] += 1
            rows = int(dict(attrs).get("rowspan") or 1)
            self.reaching += [rows] if rows > 1 else []
            self.headings += tag == "th" and dict(attrs).get("scope") in ("col", "rowgroup")


def test_pages_are_tables_anybody_can_follow_in_the_language_of_the_staff_and_twice_the_same(
    tmp_path: Path, typed: Callable[..., object], composed: Callable[[VenueFile], ComposedVenue]
) -> None:
    file = typed({"staff_languages: [en, pl]": "staff_languages: [pl, en]"}).file  # type: ignore[attr-defined]
    made = venue_records([composed(file)], [file], tmp_path / "one")
    assert [each.path.as_posix() for each in made][:3] == [
        "records/old-mill-bathhouse/sources.html",
        "records/old-mill-bathhouse/sources.csv",
        "records/old-mill-bathhouse/camera-register.html",
    ]
    assert {(each.kind, each.venue, each.languages) for each in made} == {
        ("record", "old-mill-bathhouse", ("pl",))
    }
    for each in made[::2]:
        page = each.file.read_text("utf-8")
        parser = _Table()
        parser.feed(page)
        assert len(set(parser.widths)) == 1, each.path
        assert parser.headings > len(parser.widths) / 8
        assert '<html lang="pl">' in page
        assert "Tylko dla personelu" in page
    again = venue_records([composed(file)], [file], tmp_path / "two")
    assert [each.file.read_bytes() for each in made] == [each.file.read_bytes() for each in again]


@pytest.mark.parametrize(
    ("typed_name", "in_html", "in_csv"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;", "<script>alert(1)</script>"),
        ('=HYPERLINK("https://evil.example")', "=HYPERLINK(", '\'=HYPERLINK("https://evil.example")'),
        ("@SUM(1+1)", "@SUM(1+1)", "'@SUM(1+1)"),
        ("-2+3", "-2+3", "'-2+3"),
        ('Slot, "wise"; Ltd', "Slot, &#34;wise&#34;; Ltd", 'Slot, "wise"; Ltd'),
    ],
)
def test_what_somebody_typed_is_neither_code_nor_formula(
    tmp_path: Path,
    typed: Callable[..., object],
    composed: Callable[[VenueFile], ComposedVenue],
    typed_name: str,
    in_html: str,
    in_csv: str,
) -> None:
    file = typed({"name: Slotwise": f"name: '{typed_name}'"}).file  # type: ignore[attr-defined]
    made = {each.path.name: each.file for each in venue_records([composed(file)], [file], tmp_path)}
    page = made["recipients.html"].read_text("utf-8").replace("/<wbr>", "/")
    assert in_html in page
    assert "<script" not in page
    rows = list(csv.reader(io.StringIO(made["recipients.csv"].read_text("utf-8-sig"))))
    assert rows[1][0] == in_csv
    assert {len(row) for row in rows} == {9}
