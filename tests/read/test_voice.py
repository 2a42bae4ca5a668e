"""In which language an owner is spoken to, even where the file is too broken to say so properly."""

from __future__ import annotations

from pathlib import Path

import pytest

from placard.findings import Finding, Place, Severity, said
from placard.read.roots import Project
from placard.read.voice import Voice, languages_here, languages_in

ROOT = Path(__file__).resolve().parents[2]
PROJECT = Project.here(ROOT)


def missing(venue: str = "") -> Finding:
    return Finding("model.missing", Severity.ERROR, Place("a.yml"), {"key": "name"}, venue=venue)


def test_each_venue_is_told_in_its_own_first_language() -> None:
    voice = Voice.of(PROJECT, {"salon": "pl", "baths": "zh-Hans", "studio": "en"})
    assert voice.say(missing("salon")).startswith("brakuje name; ")
    assert voice.say(missing("baths")).startswith("缺少 name；")
    assert voice.say(missing("studio")).startswith("name is missing; ")


def test_what_belongs_to_no_venue_is_told_in_the_language_all_share_and_else_in_english() -> None:
    assert Voice.of(PROJECT, {"one": "pl", "two": "pl"}).language() == "pl"
    assert Voice.of(PROJECT, {"one": "pl", "two": "zh-Hans"}).language() == "en"
    assert Voice.of(PROJECT, {}).language() == "en"


def test_a_language_asked_for_goes_before_all_others() -> None:
    asked = Project(PROJECT.venues, PROJECT.content, PROJECT.out, language="zh-Hans")
    voice = Voice.of(asked, {"salon": "pl"})
    assert voice.say(missing("salon")).startswith("缺少")
    assert voice.language() == "zh-Hans"


def test_a_first_language_nobody_wrote_messages_in_borrows_english() -> None:
    assert Voice.of(PROJECT, {"salon": "tlh"}).say(missing("salon")).startswith("name is missing; ")


@pytest.mark.parametrize(
    ("number", "counted"),
    [
        (1, "1 błąd"), (2, "2 błędy"), (4, "4 błędy"), (5, "5 błędów"), (11, "11 błędów"), (12, "12 błędów"),
        (21, "21 błędów"), (22, "22 błędy"), (25, "25 błędów"), (112, "112 błędów"), (122, "122 błędy"),
    ],
)  # fmt: skip
def test_mistakes_are_counted_as_a_pole_counts(number: int, counted: str) -> None:
    voice = Voice.of(PROJECT, {"salon": "pl"})
    assert voice.tell(said("report.count_error", n=number)) == counted


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("languages: [pl, en]\n", "pl"),
        ("languages：[zh-Hans, en]\n", "zh-Hans"),
        ("languages: ［zh-Hans，en］\n", "zh-Hans"),
        ("languages: [“pl”, en]\n", "pl"),
        ('"languages": ["pl"]\n', "pl"),
        ("languages:\n  - pl\n  - en\n", "pl"),
        ("languages:\n– pl\n", "pl"),
        ("languages: pl\n", "pl"),
        ("id: x\n\tname: y\nlanguages:[pl]\n", "pl"),
        ("# languages: [pl]\nstaff_languages: [pl]\n", ""),
        ("id: x\n", ""),
        ("", ""),
    ],
)
def test_the_first_language_is_seen_through_the_slips_that_make_a_file_unreadable(
    tmp_path: Path, written: str, language: str
) -> None:
    path = tmp_path / "salon.yml"
    path.write_text(written, "utf-8")
    assert languages_in([path]) == ({"salon": language} if language else {})


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030", "cp1250"])
def test_the_first_language_is_seen_however_the_file_was_saved(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "salon.yml"
    path.write_bytes("id: salon\nlanguages: [pl]\n".encode(encoding))
    assert languages_in([path]) == {"salon": "pl"}


def test_a_branch_that_cannot_be_read_speaks_the_language_of_its_chain(tmp_path: Path) -> None:
    (tmp_path / "_shared.yml").write_text("languages: [pl, en]\n", "utf-8")
    branch = tmp_path / "oddzial.yml"
    branch.write_text("extends: _shared.yml\nname：Oddział\n", "utf-8")
    assert languages_in([branch, tmp_path / "gone.yml"]) == {"oddzial": "pl"}


def test_samples_left_in_the_folder_do_not_speak_for_an_owner(tmp_path: Path) -> None:
    sample, own = tmp_path / "sample.yml", tmp_path / "salon.yml"
    sample.write_text("sample: true\nlanguages: [en]\n", "utf-8")
    own.write_text("languages: [pl]\n", "utf-8")
    assert languages_here([own, sample]) == {"salon": "pl"}
    assert languages_here([sample]) == {"sample": "en"}
