"""Which sheets somebody has to take down and hang anew, told from the codes of two builds."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from placard.made import Made, Wall
from placard.publish.manifest import Entry, manifest_of
from placard.publish.walls import walls


def was(name: str, code: str, venue: str = "north") -> Entry:
    return Entry(f"print/{venue}/{name}.a4.pdf", "sheet", venue, sheet="a4", code=code)


def is_now(name: str, code: str, venue: str = "north", sheet: str = "a4") -> Made:
    path = PurePosixPath(f"print/{venue}/{name}.{sheet}.pdf")
    return Made(path, Path(path), "sheet", venue, sheet=sheet, code=code)


def test_sheets_with_another_code_are_replaced_new_ones_hung_and_old_ones_taken_down() -> None:
    before = manifest_of([was("cam-01.yard", "A1"), was("img-01", "B1"), was("guest-wifi", "C1")])
    made = [
        is_now("cam-01.yard", "A2"),
        is_now("cam-01.yard", "A2", sheet="a3"),
        is_now("img-01", "B1"),
        is_now("loc-01", "D1"),
    ]
    told = walls(before, made, ["north"])
    assert told == {"north": Wall((("cam-01.yard", "A1", "A2"),), ("loc-01",), ("guest-wifi",))}


def test_where_only_the_look_changed_or_nothing_hung_before_nothing_is_told() -> None:
    before = manifest_of([was("cam-01", "A1"), was("cam-01", "Z1", "south")])
    made = [is_now("cam-01", "A1"), is_now("cam-01", "Q1", "east"), is_now("cam-01", "Z2", "south")]
    assert walls(before, made, ["north", "east"]) == {}
