"""Venue files as people really write them, on disk in `tests/corpus`: what is read, or what is told.

`expected.yml` there says for each file what its writer did. A file that is accepted has values to be read;
a broken one has each line and code that is told, all in one run, and for the commonest the sentence as well.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from placard.check.references import rest_findings
from placard.check.run import check
from placard.findings import Finding, Severity, in_order, stops
from placard.library.library import Library
from placard.model import UNANSWERED
from placard.model.facts import keys_of
from placard.model.ignorance import Unanswered
from placard.read import yamlquick
from placard.read.messages import Messages
from placard.read.venue import Reading, read_to_its_end
from placard.read.yamlfile import read_parsed

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "corpus"
AS_OF = date(2026, 12, 1)
EXPECTED: dict[str, list[dict[str, Any]]] = yaml.safe_load((CORPUS / "expected.yml").read_text("utf-8"))
ACCEPTED, BROKEN = EXPECTED["accepted"], EXPECTED["broken"]
FILES = sorted((CORPUS / "accepted").iterdir()) + sorted((CORPUS / "broken").iterdir())


def told(reading: Reading, library: Library) -> list[Finding]:
    """What `check` tells a person to mend in one file; questions are no mistakes."""
    findings = list(reading.findings)
    if reading.file is not None:
        findings += check(reading.file, library, AS_OF)
    if reading.rest is not None:
        findings += rest_findings(reading.rest, library, AS_OF)
    return [each for each in in_order(findings) if each.severity in {Severity.ERROR, Severity.WARNING}]


def value_at(facts: Any, path: str) -> str:
    """A value as a person would write it down."""
    for step in path.split("."):
        facts = facts[int(step)] if step.isdigit() else getattr(facts, keys_of(type(facts))[step])
    match facts:
        case None | ():
            return "none"
        case bool():
            return "yes" if facts else "no"
        case tuple():
            return ", ".join(facts)
        case Unanswered():
            return UNANSWERED.value
        case _:
            return facts.first() if hasattr(facts, "first") else str(facts)


@pytest.mark.parametrize("case", ACCEPTED, ids=lambda case: case["file"])
def test_what_is_odd_and_means_one_thing_is_read(case: dict[str, Any], library: Library) -> None:
    reading = read_to_its_end(CORPUS / "accepted" / f"{case['file']}.yml", f"venues/{case['file']}.yml")
    assert [(each.place.line, each.code) for each in told(reading, library)] == []
    assert reading.file is not None
    assert case["read"] == {path: value_at(reading.file.venue, path) for path in case["read"]}
    assert case["read"], case["story"]


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case["file"])
def test_what_is_broken_is_told_at_its_line(case: dict[str, Any], library: Library) -> None:
    reading = read_to_its_end(CORPUS / "broken" / f"{case['file']}.yml", f"venues/{case['file']}.yml")
    findings = told(reading, library)
    assert [f"{each.place.line} {each.code}" for each in findings] == case["told"], case["story"]
    assert not (reading.file is not None and stops(reading.findings))


SPOKEN = [case for case in BROKEN if "says" in case]


@pytest.mark.parametrize("case", SPOKEN, ids=lambda case: case["file"])
def test_the_commonest_mistakes_are_answered_in_these_words(case: dict[str, Any], library: Library) -> None:
    reading = read_to_its_end(CORPUS / "broken" / f"{case['file']}.yml", f"venues/{case['file']}.yml")
    english = Messages.load([ROOT / "content"], "en")
    assert [english.say(each, "en") for each in told(reading, library)] == case["says"]


def test_every_file_of_the_corpus_is_expected_and_every_expected_file_is_there() -> None:
    names = [f"accepted/{case['file']}" for case in ACCEPTED] + [f"broken/{case['file']}" for case in BROKEN]
    assert sorted(names) == sorted(f"{path.parent.name}/{path.stem}" for path in FILES)
    assert len(ACCEPTED) >= 15
    assert len(BROKEN) >= 70
    assert len(SPOKEN) >= 30


@pytest.mark.skipif(yamlquick.C_PARSER is None, reason="PyYAML came without this libyaml")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_quick_path_and_the_slow_one_say_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = read_parsed(path, "v.yml")
    monkeypatch.setattr(yamlquick, "C_PARSER", None)
    assert quick == read_parsed(path, "v.yml")


def test_more_than_a_megabyte_is_refused_before_it_is_read(tmp_path: Path, library: Library) -> None:
    sound = (CORPUS / "accepted" / "no-line-end.yml").read_text("utf-8")
    path = tmp_path / "no-line-end.yml"
    path.write_text(sound + "\n" + "# a comment that somebody pasted over and over\n" * 22_000, "utf-8")
    reading = read_to_its_end(path, path.name)
    assert [(each.place.line, each.code) for each in told(reading, library)] == [(0, "file.too_large")]
