"""Law packs are checked before any venue: facts, sources, and what the house may not say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from placard.check.packs import pack_findings, unused_citations
from placard.findings import Finding, Severity
from placard.library.library import Library
from placard.read.law import read_packs
from placard.read.layers import Layers

pytestmark = pytest.mark.slow

CONTENT = Path(__file__).resolve().parents[2] / "content"
PACK = """\
name: {en: Nowhere}
short_name: {en: NW}
extends: [house]
status: draft
citations:
  nw-1: {law: Camera Act, at: s. 1, seen: text}
  nw-2: {law: Camera Act, at: s. 2, seen: secondary}
  nw-3: {law: Camera Act, at: s. 3, seen: recalled}
"""
RULE = """\
rules:
  - id: NW-CAM-01
    title: {en: Cameras are fixed}
    basis: statute
    cite: [nw-1]
    for_each: cameras
    must: {kind: fixed}
    severity: error
    points_at: kind
    say: {en: "Camera: {subject}. Kind: {kind}."}
    examples: {fails: {kind: dome}, passes: {kind: fixed}}
"""
Codes = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def told(tmp_path: Path) -> Codes:
    """Check an invented pack laid over the real ones: codes and lines of what is wrong with it."""

    def tell(rules: str = RULE, pack: str = PACK) -> list[tuple[str, str]]:
        folder = tmp_path / "content" / "law" / "nw"
        folder.mkdir(parents=True)
        (folder / "pack.yml").write_text(pack, encoding="utf-8")
        (folder / "rules.yml").write_text(rules, encoding="utf-8")
        findings: list[Finding] = []
        packs = read_packs(Layers([CONTENT, tmp_path / "content"], findings))
        findings += pack_findings(packs)
        return [(f.code, f.place.file.removeprefix("content/law/nw/") + f":{f.place.line}") for f in findings]

    return tell


def test_the_real_packs_are_sound() -> None:
    findings: list[Finding] = []
    packs = read_packs(Layers([CONTENT], findings))
    assert {"house", "gb"} <= set(packs)
    assert findings + pack_findings(packs) == []


def test_every_citation_of_the_real_packs_is_rested_on(library: Library) -> None:
    sources = [source for clause in library.clauses.values() for source in clause.source]
    assert unused_citations(library.packs, sources) == []


def test_a_citation_nothing_rests_on_is_found_unless_a_clause_does(tmp_path: Path) -> None:
    folder = tmp_path / "law" / "nw"
    folder.mkdir(parents=True)
    (folder / "pack.yml").write_text(PACK, encoding="utf-8")
    packs = read_packs(Layers([tmp_path], []))
    assert [f.values["citation"] for f in unused_citations(packs)] == ["nw-1", "nw-2", "nw-3"]
    assert [f.values["citation"] for f in unused_citations(packs, ["nw:nw-2", "house"])] == ["nw-1", "nw-3"]


def test_a_sound_pack_gives_no_finding(told: Codes) -> None:
    assert told() == []


@pytest.mark.parametrize("basis", ["statute", "decree", "ordinance", "regulator", "guidance"])
def test_no_rule_is_graver_than_its_source_was_seen(told: Codes, basis: str) -> None:
    pairs = [(seen, severity) for seen in ("nw-1", "nw-2", "nw-3") for severity in Severity]
    one = RULE.replace("statute", basis)
    rules = [
        one.replace("[nw-1]", f"[{seen}]")
        .replace("severity: error", f"severity: {severity}")
        .replace("NW-CAM-01", f"NW-CAM-{number}")
        for number, (seen, severity) in enumerate(pairs)
    ]
    length = len(one.splitlines()) - 1
    lines = [
        place for _, place in told("rules:\n" + "".join(rule.removeprefix("rules:\n") for rule in rules))
    ]
    capped = [pairs[(int(line.split(":")[1]) - 2) // length] for line in lines]
    assert sorted(capped) == [
        ("nw-2", "error"),
        ("nw-3", "error"),
        ("nw-3", "question"),
        ("nw-3", "warning"),
    ]


def test_the_source_that_was_seen_worst_decides(told: Codes) -> None:
    assert told(RULE.replace("[nw-1]", "[nw-1, nw-2]")) == [("content.too_severe", "rules.yml:2")]


def test_our_own_rules_are_not_capped_and_do_not_speak_of_law(told: Codes) -> None:
    house = RULE.replace("statute", "house").replace("[nw-1]", "[nw-3]")
    assert told(house) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "en: The law wants this.",
        "en: It is ILLEGAL.",
        "en: A statutory duty.",
        "pl: Tak chce prawo.",
        "pl: To niezgodne z ustawą.",
        "zh-Hans: 这是违法的。",
        "zh-Hans: 按照法律规定。",
    ],
)
def test_a_house_rule_says_law_in_no_language(told: Codes, sentence: str) -> None:
    language, words = sentence.split(": ")
    house = RULE.replace("statute", "house").replace(
        'say: {en: "Camera: {subject}. Kind: {kind}."}', f'say: {{{language}: "{words}"}}'
    )
    assert ("content.house_says_law", "rules.yml:2") in told(house)


def test_words_that_only_look_like_law_may_stand(told: Codes) -> None:
    house = RULE.replace("statute", "house").replace(
        "Kind: {kind}.", "A lawn, a flaw; act naturally is not said here"
    )
    assert told(house.replace("act naturally is", "actually")) == []


def test_a_house_rule_in_a_language_without_such_a_list_is_found(told: Codes) -> None:
    house = RULE.replace("statute", "house").replace("{en: Cameras are fixed}", "{en: Fixed, de: Gesetz}")
    assert told(house) == [("content.no_forbidden_words", "rules.yml:2")]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("must: {kind: fixed}", "must: {knid: fixed}", "content.rule_fact", 7),
        ("must: {kind: fixed}", "must: {kind: {at_most: 3}}", "content.test_does_not_suit", 7),
        ("must: {kind: fixed}", "must: {sees: entrance}", "content.test_does_not_suit", 7),
        ("must: {kind: fixed}", "must: {retention: {at_most: 30}}", "content.test_does_not_suit", 7),
        ("must: {kind: fixed}", "must: {audio: loud}", "content.test_does_not_suit", 7),
        ("points_at: kind", "points_at: knd", "content.rule_fact", 2),
        ("Kind: {kind}.", "Kind: {knd}.", "content.no_such_name", 2),
        ("fails: {kind: dome}", "fails: {knd: dome}", "content.rule_fact", 2),
        ("fails: {kind: dome}", "fails: {retention: long}", "content.example_value", 2),
        ("cite: [nw-1]", "cite: [nw-9]", "content.no_such_citation", 2),
        ("cite: [nw-1]", "shows_on: [cam-01]", "content.rule_without_citation", 2),
        ("severity: error", "severity: fatal", "content.not_one_of", 8),
        ("points_at: kind", "pointsat: kind", "content.unknown_key", 9),
        ("must: {kind: fixed}", "must: {kind: fixed}\n    ask: {en: Is it?}", "content.must_or_ask", 2),
        ("must: {kind: fixed}", "when: {kind: fixed}", "content.must_or_ask", 2),
        ("must: {kind: fixed}", "must: [{kind: fixed}]", "content.not_conditions", 7),
        ("severity: error", "severity: error\n    from: soon", "model.not_a_date", 9),
        ("severity: error", "severity: error\n    same_as: NW-CAM-9", "content.no_such_rule", 2),
        ("id: NW-CAM-01", "id: HOUSE-CAM-04", "content.rule_twice", 2),
        ("severity: error", "severity: error\n    replaces: HOUSE-CAM-04\n    because: x",
         "content.house_replaced", 2),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_rule_is_found_at_its_line(
    told: Codes, old: str, new: str, code: str, line: int
) -> None:
    assert (code, f"rules.yml:{line}") in told(RULE.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("extends: [house]", "extends: [hause]", "content.no_such_pack"),
        ("extends: [house]", "extends: [nw]", "content.pack_circle"),
        ("status: draft", "status: reviewed", "content.reviewed_but_recalled"),
        ("status: draft", "status: draft\nclocks: {x: {within: 1 month, from: receipt, cite: [no]}}",
         "content.no_such_citation"),
        ("status: draft", "status: draft\nclocks: {x: {within: soon, from: receipt, cite: [nw-1]}}",
         "model.not_a_duration"),
        ("nw-3:", "edpb-video-dummy:", "content.citation_twice"),
        ("seen: recalled", "seen: read", "content.not_one_of"),
        ("status: draft", "status: draft\nreviewed: no", "content.unknown_key"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_pack_is_found(told: Codes, old: str, new: str, code: str) -> None:
    assert code in [each for each, _ in told(pack=PACK.replace(old, new))]


def test_without_a_house_pack_nothing_can_be_checked(tmp_path: Path) -> None:
    assert [f.code for f in pack_findings({})] == ["content.no_such_pack"]
