"""Letters to guests: in the guests' languages, in the staff's folder, and once more as text for a mail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from placard.compose.venue import ComposedVenue
from placard.made import Made
from placard.press.letters import letter_texts
from placard.prove.letters import prove_letters
from placard.read.venue import VenueFile, read_venue

VENUES = Path(__file__).parents[2] / "venues"
SALON = "jade-mirror-salon"


@pytest.fixture
def salon(composed: Callable[[VenueFile], ComposedVenue]) -> ComposedVenue:
    """A place whose staff read one language and whose guests read two."""
    file, findings = read_venue(VENUES / f"{SALON}.yml", f"venues/{SALON}.yml")
    assert file is not None, findings
    return composed(file)


@pytest.fixture
def written(salon: ComposedVenue, tmp_path: Path) -> dict[str, Made]:
    return {each.path.name: each for each in letter_texts([salon], tmp_path)}


def text(made: Made) -> str:
    return made.file.read_text("utf-8-sig")


def test_a_letter_speaks_to_guests_and_a_form_to_staff(salon: ComposedVenue) -> None:
    spoken: dict[str, set[str]] = {}
    for each in salon.staff_forms:
        spoken.setdefault(each.id, set()).add(each.language)
    assert spoken["letter-outcome"] == {"zh-Hans", "en"}
    assert spoken["investigation"] == {"zh-Hans"}
    assert not {"letter-outcome", "investigation"} & {form.id for form in salon.forms}


def test_a_letter_to_be_mailed_has_gaps_and_who_writes_but_no_place_to_sign(written: dict[str, Made]) -> None:
    letter = text(written["letter-outcome.en.txt"]).splitlines()
    assert letter[0] == "Our answer to your complaint"
    assert "What happened, and why: __________" in letter
    assert "Our offer: ☐ Apology ☐ Explanation ☐ Refund ☐ Another visit ☐ Taking a picture down" in letter
    assert letter[-1] == "+86 21 0000 0188, hello@jademirror.example"
    assert not [line for line in letter if line.startswith("Signature")]
    chinese = text(written["letter-outcome.zh-Hans.txt"])
    assert "个人信息：网信部门" in chinese


def test_letters_lie_with_the_staff_and_open_in_any_editor(written: dict[str, Made]) -> None:
    assert len(written) >= 2
    for name, made in written.items():
        assert made.path.as_posix() == f"staff/{SALON}/{name}"
        raw = made.file.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        assert raw.count(b"\n") == raw.count(b"\r\n") > 10


@pytest.fixture
def spoilt(written: dict[str, Made], tmp_path: Path) -> Callable[[str, str], Made]:
    """Change the text of a letter after it was written."""

    def spoil(old: str, new: str) -> Made:
        made = written["letter-outcome.en.txt"]
        assert old in text(made)
        file = tmp_path / "spoilt.txt"
        file.write_text(text(made).replace(old, new), "utf-8-sig")
        return replace(made, file=file)

    return spoil


def told(made: Iterator[Made], salon: ComposedVenue) -> list[str]:
    return [finding.code for finding in prove_letters(list(made), [salon])]


def test_a_letter_as_it_was_written_is_whole(salon: ComposedVenue, written: dict[str, Made]) -> None:
    assert told(iter(written.values()), salon) == []


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("Dear guest,", "", ["prove.lost_words", "prove.letter_other"]),
        ("Dear guest,", "Dear guest, dear friend,", ["prove.letter_other"]),
        ("__________", "\ue0001\ue001", ["prove.unfilled", "prove.letter_other"]),
    ],
    ids=["words are lost", "words are added", "a value is not filled"],
)
def test_a_letter_that_says_something_else_than_its_pdf_is_found(
    salon: ComposedVenue, spoilt: Callable[[str, str], Made], old: str, new: str, codes: list[str]
) -> None:
    assert told(iter([spoilt(old, new)]), salon) == codes
