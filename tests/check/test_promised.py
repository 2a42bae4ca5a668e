"""A sentence that says something of a place is bound to the fact behind it, or it is found at its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from placard.check.implying import implies
from placard.check.ownpromises import own_promise_findings
from placard.check.promised import promise_findings
from placard.check.run import check
from placard.compose.venue import ComposedVenue
from placard.findings import Finding
from placard.library.conditions import Test
from placard.library.library import Library
from placard.phrases.facts import Context
from placard.prove.promised import prove_promised
from placard.prove.readings import Reading
from placard.read.library import read_library
from placard.read.messages import Messages
from placard.read.venue import VenueFile, read_venue

ROOT = Path(__file__).parents[2]
SEEDS = yaml.load((Path(__file__).parent / "promises.yml").read_text("utf-8"), yaml.BaseLoader)
LANGUAGES = ("en", "pl", "zh-Hans")
WORDS, SIGNS = SEEDS["words"], SEEDS["signs"]
SAMPLES = sorted([*(ROOT / "venues").glob("*.yml"), *(ROOT / "venues" / "osika").glob("[!_]*.yml")])


def write(folder: Path, name: str, seed: Mapping[str, str], applies: str = "") -> None:
    """Write a clause somebody adds, with the words of a seed in every language."""
    at = folder / "public" / "clauses" / "seeds" / name
    at.mkdir(parents=True)
    (at / "clause.yml").write_text(f"revision: 1\nsource: [house]\n{applies}", "utf-8")
    for language in LANGUAGES:
        head = "" if language == "en" else "---\nof_revision: 1\n---\n"
        (at / f"{language}.md").write_text(f"{head}{seed[language]}\n", "utf-8")


@dataclass(frozen=True)
class Seeded:
    """What is found in our words and the seeds: by file, and the code of each."""

    findings: dict[str, list[Finding]]
    messages: Messages


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Seeded:
    """Lay every seed over our words: bare, and once more with `applies` as the promise asks."""
    folder = tmp_path_factory.mktemp("ours")
    for seed in WORDS:
        write(folder, f"bare-{seed['id']}", seed)
        if promise := library.promises.every.get(seed["breaks"]):
            first = promise.true_where[0][0]
            word = f"{{{first.word}: [{', '.join(first.operands)}]}}"
            same = f"[{', '.join(first.operands)}]"
            shown = same if first.word in ("is", "is_one_of") else word
            write(folder, f"bound-{seed['id']}", seed, f"applies: {{{first.fact}: {shown}}}\n")
    for number, harmless in enumerate(SEEDS["harmless"]):
        write(folder, f"harmless-{number}", harmless)
    both, slips = read_library([ROOT / "content", folder])
    assert not slips
    found: dict[str, list[Finding]] = {}
    for finding in promise_findings(both):
        found.setdefault("/".join(finding.place.file.split("/")[-2:]), []).append(finding)
    return Seeded(found, Messages.load([ROOT / "content"], *LANGUAGES))


def test_there_are_many_ways_to_contradict_a_place() -> None:
    assert len({seed["breaks"] for seed in WORDS} - {""}) >= 10
    assert all(seed[language] for seed in WORDS for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", WORDS, ids=[seed["id"] for seed in WORDS])
def test_an_assertion_nothing_stands_behind_is_found_at_its_line(
    seeded: Seeded, library: Library, seed: Mapping[str, str], language: str
) -> None:
    found = seeded.findings.get(f"bare-{seed['id']}/{language}.md", [])
    code = "content.unbound_promise" if seed["breaks"] else "content.typed_length"
    assert code in [finding.code for finding in found]
    first = next(finding for finding in found if finding.code == code)
    assert first.place.line == (1 if language == "en" else 4)
    if seed["breaks"]:
        assert first.values["says"] == library.promises.every[seed["breaks"]].says
    for spoken in LANGUAGES:
        sentence = seeded.messages.say(first, spoken)
        assert str(first.values["words"]) in sentence
        assert ("applies" in sentence) == bool(seed["breaks"]), sentence


@pytest.mark.parametrize("seed", [seed for seed in WORDS if seed["breaks"]], ids=lambda seed: seed["id"])
def test_bound_to_its_fact_it_may_stand(seeded: Seeded, seed: Mapping[str, str]) -> None:
    for language in LANGUAGES:
        assert f"bound-{seed['id']}/{language}.md" not in seeded.findings


def test_words_that_assert_nothing_or_the_opposite_may_stand(seeded: Seeded) -> None:
    assert SEEDS["harmless"]
    assert not [file for file in seeded.findings if file.startswith("harmless")]


def test_our_own_words_assert_nothing_unbound(seeded: Seeded, library: Library) -> None:
    assert all(file.startswith("bare-") for file in seeded.findings)
    bound = [name for name, clause in library.clauses.items() if made(library, clause.texts["en"].markdown)]
    assert {"sound-none", "cameras-none", "publish-never", "partners-none"} <= set(bound)


def made(library: Library, text: str) -> list[str]:
    return [promise.id for promise, _ in library.promises.made_in(text, "en")]


@pytest.mark.parametrize("promise", ["no_sound", "never_published", "adults_only"])
def test_the_opposite_fact_binds_nothing(library: Library, promise: str) -> None:
    wanted = library.promises.every[promise].true_where[0][0]
    assert implies(wanted, wanted)
    assert not implies(Test(wanted.fact, "is", ("something_else",), wanted.place), wanted)
    assert not implies(Test("phones.rest", wanted.word, wanted.operands, wanted.place), wanted)


# --- signs of an owner's own --------------------------------------------------------------------------------


def signed(seed: Mapping[str, Any]) -> str:
    headline = ", ".join(f'{language}: "{words}"' for language, words in seed["headline"].items())
    return (
        f"signs:\n  - sign: own:ours\n    room: {seed.get('room', 'rest-hall')}\n    headline: {{{headline}}}"
    )


@pytest.mark.parametrize("seed", SIGNS, ids=[seed["headline"]["en"] for seed in SIGNS])
def test_an_own_sign_the_facts_contradict_is_found_and_mended_it_is_not(
    typed_in: Callable[..., VenueFile],
    library: Library,
    context_of: Callable[[VenueFile], Context],
    seed: Mapping[str, Any],
) -> None:
    def told(file: VenueFile) -> list[tuple[str, str]]:
        found = own_promise_findings(file, library, context_of(file))
        return [(finding.code, str(finding.place.line)) for finding in found]

    changes, also = dict(seed.get("but", {})), signed(seed)
    broken = typed_in(changes, also)
    line = str(broken.place(("signs", 0, "headline")).line)
    assert told(broken) == [(seed["found"], line)] * 2, "once in each language"
    mended = dict(seed.get("mended", {}))
    room = mended.pop("room", None)
    whole = typed_in(mended, signed({**seed, "room": room}) if room else also)
    assert told(whole) == []


def test_a_change_told_to_guests_promises_no_more_than_a_sign_may(
    typed_in: Callable[..., VenueFile], library: Library, context_of: Callable[[VenueFile], Context]
) -> None:
    def told(words: str) -> list[tuple[str, str]]:
        change = f"changes: [{{made_on: 2026-05-18, what: {{en: '{words}'}}}}]"
        file = typed_in({"owner_role: manager}": f"owner_role: manager, {change}}}"})
        here = str(file.place(("complaints", "changes", 0, "what", "en")).line)
        found = own_promise_findings(file, library, context_of(file))
        return [(each.code, str(each.place.line == int(here))) for each in found]

    assert told("Pictures are kept 3 days now.") == [("own.other_length", "True")]
    assert told("The book lies in a drawer now.") == []


def test_the_samples_promise_nothing_untrue(library: Library) -> None:
    assert len(SAMPLES) == 6
    for path in SAMPLES:
        file, findings = read_venue(path, path.name)
        assert file is not None, findings
        told = check(file, library, date(2026, 12, 1))
        assert not [finding for finding in told if finding.code.startswith("own.")], path.name


# --- what was made ------------------------------------------------------------------------------------------


def test_a_promise_the_facts_contradict_is_found_in_what_guests_can_open(
    typed: Callable[..., Any], composed: Callable[[VenueFile], ComposedVenue]
) -> None:
    def told(changes: Mapping[str, str], output: str) -> list[str]:
        file = typed(changes).file
        said = ("Welcome.", "Our cameras record no sound."), ("Kamery pracują bez dźwięku.",)
        readings = [
            Reading(output, file.venue.id, (language,), paragraphs)
            for language, paragraphs in zip(("en", "pl"), said, strict=True)
        ]
        return [f"{f.code} {f.values['words']}" for f in prove_promised([composed(file)], readings)]

    aloud = {"audio: no": "audio: yes"}
    assert told(aloud, "site/old-mill/en/cameras/index.html") == [
        "prove.not_true no sound",
        "prove.not_true bez dźwięku",
    ]
    assert told({}, "site/old-mill/en/cameras/index.html") == []
    assert told(aloud, "staff/old-mill/handbook.pdf") == [], "a handbook may quote what one must not say"
