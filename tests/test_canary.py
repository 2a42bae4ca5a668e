"""A canary in everything that is for staff only: not one is found in what guests can open.

Its twins, in facts and words for guests, are found by the very same search.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from babel.dates import format_date
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from placard.model.facts import Facts, keys_of
from placard.model.paths import every_field
from placard.model.values import Duration
from placard.prove.leaks import Search, Secret, search
from placard.publish.manifest import read
from placard.read.venue import read_venue

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
SAMPLE = "old-mill-bathhouse"
AS_OF = "2026-12-01"
LANGUAGES = ("en", "pl")

# Every internal field of the model that can hold words or numbers of an owner's own: path -> canary.
PLANTED: Mapping[str, str] = {
    "operator.data_protection_officer.appointed_on": "1991-03-07",
    "operator.data_protection_officer.authority_notified_on": "1991-04-11",
    "operator.regulator_registration.expires_on": "2027-05-19",
    "operator.regulator_registration.exempt": "Zqexempt Heronsgill",
    "surveillance.started_on": "1992-03-07",
    "surveillance.staff_informed_on": "1992-04-11",
    "surveillance.signs_up_on": "1992-05-19",
    "surveillance.reviewed_on": "1992-06-23",
    "surveillance.impact_assessment.date": "1992-07-29",
    "surveillance.interest_assessment.date": "1992-08-13",
    "surveillance.police_filing.date": "1992-09-17",
    "cameras.id": "zqcamera-heronsgill",
    "sweeps.last_on": "1993-03-07",
    "guests.on_file": "731905",
    "guests.minors_reported_on": "1992-10-21",
    "partners.id": "zqpartner-heronsgill",
    "partners.contract_on": "1993-04-11",
    "partners.last_audit_on": "1993-05-19",
    "incidents.phone": "+44 1632 960714",
    "incidents.out_of_hours": "+44 1632 960725",
    "training.interval": "9713 days",
    "training.last_on": "1993-06-23",
    "staff.count": "483190",
    "staff.roles.name": "Zqname Heronsgill",
    "staff.roles.phone": "+44 1632 960736",
    "signs.skip": "Zqskip Heronsgill",
    "answers.answer": "Zqanswer Heronsgill",
    "answers.by": "Zqby Heronsgill",
    "answers.date": "1993-07-29",
    "waivers.because": "Zqbecause Heronsgill",
    "waivers.signed_by": "Zqsigned Heronsgill",
    "waivers.until": "2027-08-13",
    "deviations.because": "Zqagreed Heronsgill",
    "deviations.agreed_by": "Zqhead Heronsgill",
    "deviations.until": "2027-09-17",
}
COMMENT = "Zqcomment Heronsgill"
NOT_AN_OWNERS_OWN = {"schema", "extends", "waivers.rule", "deviations.path"}
"""The version of the model, a file name, the id of a rule of ours, a path of the model."""
SHARED = "surveillance: {retention: 30 days}\n"
"""The shared file of the chain whose branch holds the canaries, so that records and zips are made too."""

# What the sample does not have yet; the canaries are put into it afterwards.
BESIDES: Mapping[str, object] = {
    "operator.data_protection_officer": {
        "name": "Ada Lock",
        "email": "officer@oldmill.example",
        "phone": "none",
    },
    "operator.regulator_registration": {"number": "none"},
    "surveillance.interest_assessment": {"status": "done"},
    "surveillance.police_filing": {},
    "sweeps": {"interval": "1 week"},
    "signs": [{"sign": "cam-01", "room": "entrance", "from": "outside"}],
    "answers": {"GB-CAM-07": {}},
    "waivers": [{"rule": "HOUSE-CAM-09"}],
    "extends": "_shared.yml",
    "deviations": [{"path": "surveillance.retention"}],
}
TWIN_FIELD = "operator.legal_name"
TWINS = {"field": "Zqpublic Ousel Baths", "clause": "Zqpublicclause", "sign": "Zqpublicsign"}


@dataclass(frozen=True)
class Aviary:
    """What was built with canaries in it, and the canaries in the words of the staff."""

    out: Path
    staff_words: list[str]


def editor() -> YAML:
    """One that changes what it is asked to change, and nothing else."""
    yaml = YAML()
    yaml.preserve_quotes, yaml.width = True, 10_000
    return yaml


def staff_words_with_canaries(into: Path) -> list[str]:
    """Write all words of the staff anew, a canary in each clause, heading and reason."""
    source, canaries = ROOT / "content" / "staff", []

    def canary() -> str:
        canaries.append(f"Zqstaff{len(canaries):04d}x")
        return canaries[-1]

    for path in sorted(source.rglob("*.md")):
        target = into / path.relative_to(source.parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"{path.read_text('utf-8').rstrip()}\n\n{canary()}.\n", "utf-8")
    yaml = editor()
    folders = ("documents", "chapters", "situations", "cards", "questions", "quizzes", "forms")
    for path in sorted(path for folder in folders for path in (source / folder).glob("*.yml")):
        whole = yaml.load(path.read_text("utf-8"))
        for words in local_words(whole):
            for language in (language for language in LANGUAGES if language in words):
                words[language] = DoubleQuotedScalarString(f"{words[language]} {canary()}")
        target = into / path.relative_to(source.parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("w", encoding="utf-8") as file:
            yaml.dump(whole, file)
    return canaries


def local_words(whole: Any) -> list[Any]:
    """One text of each paper of the staff that every venue of its type prints."""
    local = [section["heading"] for section in whole.get("sections", []) if "heading" in section]
    local += [whole[part] for part in ("stop", "note") if part in whole]
    local += [whole[side]["heading"] for side in ("front", "back") if side in whole]
    return local + [question["because"] for question in whole.values() if "because" in question]


def public_words_with_twins(into: Path) -> None:
    clause = "public/clauses/complaints/no-retaliation"
    (into / clause).mkdir(parents=True)
    for language in LANGUAGES:
        words = (ROOT / "content" / clause / f"{language}.md").read_text("utf-8").rstrip()
        (into / clause / f"{language}.md").write_text(f"{words}\n\n{TWINS['clause']}.\n", "utf-8")
    sign = (ROOT / "content/public/signs/rgt-03.yml").read_text("utf-8")
    line = re.compile(r"(  - id: fair\n    role: body\n    text:\n      en: ).*")
    assert line.search(sign), "the sheet at the desk has another last line"
    (into / "public" / "signs").mkdir()
    (into / "public" / "signs" / "rgt-03.yml").write_text(line.sub(rf"\1{TWINS['sign']}.", sign), "utf-8")


def put(whole: Any, path: str, value: object) -> None:
    """Put a value at a path of keys, into the first entry of every list on the way."""
    *way, last = path.split(".")
    for key in way:
        whole = whole[key]
        whole = whole[0] if isinstance(whole, list) else whole
    if isinstance(whole, dict) and last not in whole and "GB-CAM-07" in whole:
        whole = whole["GB-CAM-07"]
    whole[last] = value


def chain_with_canaries(folder: Path, sample: str) -> Path:
    """Type a branch with a canary in every internal fact, and the shared file it extends."""
    folder.mkdir(exist_ok=True)
    (folder / "_shared.yml").write_text(SHARED, "utf-8")
    path = folder / f"{SAMPLE}.yml"
    path.write_text(venue_with_canaries(sample), "utf-8")
    return path


def venue_with_canaries(sample: str) -> str:
    yaml, written = editor(), io.StringIO()
    whole = yaml.load(sample)
    for path, value in (*BESIDES.items(), *PLANTED.items(), (TWIN_FIELD, f"{TWINS['field']} Ltd")):
        put(whole, path, value)
    yaml.dump(whole, written)
    return f"{written.getvalue()}# {COMMENT}\n"


@pytest.fixture(scope="module")
def aviary(once: Callable[..., Path], sample_text: str, build_py: Callable[..., Any]) -> Aviary:
    def make(folder: Path) -> None:
        chain_with_canaries(folder / "venues", sample_text)
        (folder / "words").mkdir()
        canaries = staff_words_with_canaries(folder / "words")
        public_words_with_twins(folder / "words")
        words = ("--content", ROOT / "content", "--content", folder / "words")
        run = build_py(*words, "--venues", folder / "venues", "--out", folder / "out", "--as-of", AS_OF)
        (folder / "made.json").write_text(json.dumps({"run": asdict(run), "canaries": canaries}), "utf-8")

    folder = once("aviary", make)
    made = json.loads((folder / "made.json").read_text("utf-8"))
    assert made["run"]["code"] == 0, made["run"]["told"]
    return Aviary(folder / "out", made["canaries"])


def spellings(canary: str) -> list[str]:
    """A day is written in digits, and in words in each language."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", canary):
        day = date.fromisoformat(canary)
        return [canary, *(format_date(day, "d MMMM y", locale=language) for language in LANGUAGES)]
    return [canary]


def find(words: list[str], *folders: Path) -> Search:
    return search([Secret(spelling) for each in words for spelling in spellings(each)], folders)


def told(found: Search) -> list[str]:
    assert found.files > 5
    return [f"{f.values['words']} in {f.values['output']}" for f in found.findings]


def can_hold_a_canary(path: str, field: Any) -> bool:
    """Text, telephones, days, numbers and lengths; not codes of ours, switches or languages."""
    annotation = str(field.annotation)
    coded = field.vocabulary or "scalars.switch" in annotation or "switch" in annotation
    return not (field.below or coded or "language" in path) and path not in NOT_AN_OWNERS_OWN


def test_every_internal_field_of_the_model_has_its_canary() -> None:
    internal = {
        ".".join(path)
        for path, field in every_field()
        if not field.public and can_hold_a_canary(".".join(path), field)
    }
    assert len(internal) >= 25
    assert internal - PLANTED.keys() == set(), "a field for staff only has no canary yet"
    assert PLANTED.keys() - internal == set(), "a canary in a field that is not internal, or is gone"
    assert len(set(PLANTED.values())) == len(PLANTED)


def test_every_canary_sits_where_it_was_planted(tmp_path: Path, sample_text: str) -> None:
    path = chain_with_canaries(tmp_path, sample_text)
    file, findings = read_venue(path, f"venues/{SAMPLE}.yml")
    assert file is not None, findings
    for name, canary in PLANTED.items():
        assert canary in held(file.venue, name.split(".")), name
    assert COMMENT in path.read_text("utf-8")


def held(value: object, keys: list[str]) -> list[str]:
    """Every value at a path of keys, lists and maps walked through, as it was typed."""
    if isinstance(value, dict):
        return [found for item in value.values() for found in held(item, keys)]
    if isinstance(value, tuple):
        return [found for item in value for found in held(item, keys)]
    if not keys:
        return [f"{value.number} {value.unit}s" if isinstance(value, Duration) else str(value)]
    if not isinstance(value, Facts):
        return []
    return held(getattr(value, keys_of(type(value))[keys[0]]), keys[1:])


@pytest.mark.parametrize("part", ["site", "print"])
def test_nothing_an_owner_typed_for_staff_only_reaches_a_guest(aviary: Aviary, part: str) -> None:
    assert told(find([*PLANTED.values(), COMMENT], aviary.out / part)) == []


@pytest.mark.parametrize("part", ["site", "print"])
def test_no_word_written_for_staff_reaches_a_guest(aviary: Aviary, part: str) -> None:
    assert len(aviary.staff_words) > 60
    assert told(find(aviary.staff_words, aviary.out / part)) == []


def test_no_canary_of_an_owner_sits_in_the_manifest(aviary: Aviary) -> None:
    manifest = read(aviary.out)
    assert manifest is not None
    told_of = " ".join(f"{entry.path} {entry.reason} {entry.code}" for entry in manifest.entries)
    assert [canary for canary in [*PLANTED.values(), *aviary.staff_words] if canary in told_of] == []


def test_the_canaries_are_alive_the_staff_can_read_them(aviary: Aviary) -> None:
    """The search finds what is there: every clause in the handbook, and the names and numbers to call."""
    found = {f.values["words"] for f in find(aviary.staff_words, aviary.out / "staff").findings}
    # The rest is written for other kinds of venues, other laws and a language nobody speaks here.
    assert len(found) > max(200, len(aviary.staff_words) // 4)
    called = ["staff.roles.name", "staff.roles.phone", "incidents.phone", "training.interval"]
    values = [PLANTED[path] for path in called]
    assert {f.values["words"] for f in find(values, aviary.out / "staff").findings} == set(values)


def test_the_records_of_the_house_hold_what_no_guest_may_read(aviary: Aviary) -> None:
    canaries = [PLANTED["cameras.id"], PLANTED["partners.contract_on"]]
    found = find(canaries, aviary.out / "records")
    shown = {Path(str(f.values["output"])).name for f in found.findings}
    assert shown >= {"camera-register.html", "camera-register.csv", "retention.csv", "recipients.html"}
    assert (aviary.out / "records" / "_law" / "gb" / "review.en.pdf").is_file()


@pytest.mark.parametrize(
    ("twin", "part"), [("field", "site"), ("field", "print"), ("clause", "site"), ("sign", "print")]
)
def test_the_twin_for_guests_is_found_by_the_same_search(aviary: Aviary, twin: str, part: str) -> None:
    found = told(find([TWINS[twin]], aviary.out / part))
    assert found
    assert all(each.startswith(TWINS[twin]) for each in found)
    kinds = {Path(each).suffix for each in found}
    assert kinds >= ({".pdf"} if part == "print" else {".html", ".json"})


def test_records_lie_in_their_own_folder_and_in_no_zip(aviary: Aviary) -> None:
    manifest = read(aviary.out)
    assert manifest is not None
    kept = [entry for entry in manifest.entries if entry.kind in ("record", "review")]
    assert len(kept) > 8
    assert {entry.path.partition("/")[0] for entry in kept} == {"records"}
    assert {entry.kind for entry in manifest.entries if entry.path.startswith("records/")} == {
        "record",
        "review",
    }
    names = {Path(entry.path).name for entry in kept}
    zips = list((aviary.out / "zip").glob("*.zip"))
    assert zips
    for packed in zips:
        assert {Path(name).name for name in ZipFile(packed).namelist()} & names == set()
    elsewhere = [p for part in ("site", "print", "staff") for p in (aviary.out / part).rglob("*")]
    assert {path.name for path in elsewhere} & names == set()


def test_what_only_records_hold_is_in_no_paper_of_the_staff(aviary: Aviary) -> None:
    held_by_records = [PLANTED["partners.contract_on"], "content/public/clauses"]
    assert find(held_by_records, aviary.out / "records").findings
    assert told(find(held_by_records, aviary.out / "staff")) == []
