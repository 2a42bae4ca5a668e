"""A place without a phone, or without e-mail: nothing is withheld for that."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from placard.compose.venue import ComposedVenue
from placard.read.venue import read_venue

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ("old-mill-bathhouse", "river-light-studio", "jade-mirror-salon")
NO_PHONE = {r'(?m)^(  phone: )".*"$': r"\1none", r'(privacy_contact: .*phone: )"[^"]*"': r"\1none"}
NO_MAIL = {r"(?m)^(  email: ).*$": r"\1none", r"(privacy_contact: \{.*email: )[^,]*": r"\1none"}
WITHOUT = {
    "phone": {**NO_PHONE, r"(channels: \[.*?)phone, ": r"\1", r"(channels: \[.*?), phone": r"\1"},
    "email": {**NO_MAIL, r"(channels: \[.*?)email, ": r"\1", r"(channels: \[.*?), email": r"\1"},
}


def retyped(folder: Path, sample: str, changes: Mapping[str, str]) -> Path:
    text = (ROOT / "venues" / f"{sample}.yml").read_text("utf-8")
    for old, new in changes.items():
        text = re.sub(old, new, text)
    path = folder / f"{sample}.yml"
    path.write_text(text, "utf-8")
    return path


def told(made: ComposedVenue) -> str:
    """Everything said to guests and staff, as plain text."""
    sheets = [str(block) for _, words in made.sheets for block in words.blocks]
    pages = [
        page.saying.tokens.fill_html(passage.html)
        for page in (*made.pages, *made.handbooks)
        for section in page.sections
        for passage in section.passages
    ]
    return "\n".join(sheets + pages)


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("lacking", sorted(WITHOUT))
def test_a_place_without_it_builds_whole(
    tmp_path: Path, composed: Callable[..., ComposedVenue], sample: str, lacking: str
) -> None:
    usual, _ = read_venue(ROOT / "venues" / f"{sample}.yml", sample)
    file, findings = read_venue(retyped(tmp_path, sample, WITHOUT[lacking]), sample)
    assert file is not None
    assert usual is not None
    assert findings == []
    contact = file.venue.operator.privacy_contact  # type: ignore[union-attr]
    assert getattr(contact, lacking) is None
    assert getattr(file.venue.operator, lacking) is None

    made, before = composed(file), composed(usual)

    assert not made.withheld, [(each.id, each.questions, each.findings) for each in made.withheld]
    assert len(made.pages) == len(before.pages) > 10
    assert {sheet.stem for sheet, _ in made.sheets} == {sheet.stem for sheet, _ in before.sheets}
    gone = "tel:" if lacking == "phone" else "mailto:"
    assert gone in told(before)
    assert lacking == "phone" or gone not in told(made)


def test_whoever_answers_for_data_without_phone_and_mail_is_written_to(
    typed: Callable[..., object], composed: Callable[..., ComposedVenue]
) -> None:
    line = "privacy_contact: {role: manager, email: privacy@oldmill.example"
    file = typed(  # type: ignore[attr-defined]
        {
            f'{line}, phone: "+44 20 7946 0124"': "privacy_contact: {role: manager, email: none, phone: none",
            "channels: [email, desk, post]": "channels: [desk, post]",
        }
    ).file
    made = composed(file)

    assert not made.withheld
    camera_sheet = next(words for sheet, words in made.sheets if sheet.stem.startswith("cam-01"))
    contact = next(fact.value for fact in camera_sheet.blocks[0].facts if fact.label == "Contact")
    assert contact.striptags() == "manager, 3 Weir Lane, Weirford, AB1 2CD"
