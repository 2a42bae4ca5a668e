"""What `content/activities.yml` says: it can be said in every language, and the notice tells all of it."""

from __future__ import annotations

from collections import Counter

import pytest

from placard.derive.activities import usual_length
from placard.library.grounds import Preset
from placard.library.library import Library
from placard.model.dealings import Activity
from placard.model.facts import vocabulary_of
from placard.read.law import chain

LAWS = ("gb", "eu", "pl", "cn")
NOTICE = "notice"


def codes_of(preset: Preset) -> list[tuple[str, str]]:
    """Every code a preset names, with the part of an activity it stands for."""
    listed = [(part, code) for part, codes in preset.lists.items() for code in codes]
    single = [(part, word) for part, word in preset.words.items() if word != "none"]
    grounds = [
        (part, code)
        for ground in preset.grounds.values()
        for part in ("basis", "interest", "special_ground")
        if (code := getattr(ground, part))
    ]
    return listed + single + grounds


def test_there_are_activities_for_salons_studios_and_bathhouses(library: Library) -> None:
    assert len(library.activities) >= 18
    assert {"treatment_card", "client_gallery", "lockers", "gift_vouchers"} <= library.activities.keys()


@pytest.mark.parametrize("language", ["en", "pl", "zh-Hans"])
def test_every_code_an_activity_names_has_words(library: Library, language: str) -> None:
    labels = library.labels[language].codes
    looked = 0
    for code, preset in library.activities.items():
        assert {"name", "data", "from"} <= labels["activities"][code].keys(), code
        for part, named in codes_of(preset):
            vocabulary = vocabulary_of(Activity, part)
            assert vocabulary is not None, part
            assert named in labels[vocabulary], f"{code}: {part} {named}"
            looked += 1
        for service in preset.services:
            assert service in labels["services"], f"{code}: {service}"
    assert looked > 200


@pytest.mark.parametrize("language", ["en", "pl", "zh-Hans"])
def test_every_right_and_basis_of_a_law_has_words(library: Library, language: str) -> None:
    labels = library.labels[language].codes
    for law in LAWS:
        grounds = chain(library.packs, law).grounds
        assert len(grounds.bases) >= 5
        assert all({"name", "ground"} <= labels["bases"][code].keys() for code in grounds.bases)
        assert grounds.special.keys() <= labels["special_grounds"].keys()
        assert grounds.rights.keys() <= labels["rights"].keys()
        assert set(grounds.sensitive) <= labels["categories"].keys()


@pytest.mark.parametrize("law", LAWS)
def test_every_activity_rests_on_something_under_every_law_of_ours(library: Library, law: str) -> None:
    packs = {pack.id for pack in chain(library.packs, law).packs}
    lacking = [code for code, preset in library.activities.items() if not packs & preset.grounds.keys()]
    assert lacking == []


def suggested(library: Library, law: str) -> dict[str, str]:
    """Return how long the data of each activity may be suggested to be kept, where anything may be."""
    lengths = {
        code: usual_length(each, chain(library.packs, law)) for code, each in library.activities.items()
    }
    return {code: length for code, length in lengths.items() if length}


def test_a_length_one_countrys_law_gives_a_reason_for_is_suggested_under_no_other(library: Library) -> None:
    by_law = {law: suggested(library, law) for law in LAWS}
    assert by_law["cn"] == {
        "complaints": "3 years",
        "incident_notes": "3 years",
        "model_releases": "3 years",
    }, "the general limitation of claims is the only reason for a length the Chinese texts give"
    assert "payments" not in by_law["eu"], "how long books are kept is for each country to say"
    assert set(library.activities) - set(by_law["eu"]) == {"payments", "incident_notes", "model_releases"}
    assert by_law["gb"]["payments"] == by_law["pl"]["payments"] == "6 years"
    assert set(by_law["gb"]) == set(by_law["pl"]) == set(library.activities)


def test_the_notice_tells_each_activity_in_one_paragraph_of_its_own(library: Library) -> None:
    document = library.documents[NOTICE]
    named = {name for section in document.sections for part in section.parts for name in _clauses(part)}
    about = Counter(
        operand
        for name in named
        for block in library.clauses[name].applies
        for test in block
        if test.fact == "activity.code"
        for operand in test.operands
    )
    assert about == Counter(library.activities.keys())


def _clauses(part: object) -> tuple[str, ...]:
    return getattr(part, "clauses", ())
