"""Any kind of place, under any law, in any languages: all that is planned can be said in each of them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from placard.check.run import check
from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.plan.documents import Plan
from placard.prove.foreign import prove_foreign
from placard.prove.readings import Reading
from placard.prove.refused import prove_refused
from placard.read.law import chain
from placard.read.venue import VenueFile, read_venue

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "pl", "zh-Hans")
SAMPLES = {
    body["type"]: body
    for path in sorted((ROOT / "venues").glob("*.yml"))
    for body in [yaml.load(path.read_text("utf-8"), yaml.BaseLoader)]
}
PLACES: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "combinations.yml").read_text("utf-8"), yaml.BaseLoader
)
WITHOUT: dict[str, dict[str, Any]] = {
    "as it is": {},
    "no cameras": {"surveillance": "none", "cameras": "none"},
    "no pictures": {"photos": "none"},
    "adults only": {"guests": {"minors": "refused", "minimum_age": "18"}},
    "everybody": {"guests": {"minors": "accepted", "minimum_age": "none"}},
    "bare": {
        "surveillance": "none",
        "cameras": "none",
        "photos": "none",
        "health": "none",
        "marketing": "none",
        "partners": "none",
        "guests": {"minors": "refused", "minimum_age": "16"},
    },
}
"""What a place has not, or does otherwise than the sample."""
OF_PICTURES = {"before_after_photos", "client_gallery", "model_releases", "ordered_pictures", "portfolio"}


def rows_of_languages(own: str) -> Iterator[tuple[str, ...]]:
    """The place's own language, alone and with each of the others, and all there are."""
    others = [language for language in LANGUAGES if language != own]
    yield (own,)
    yield from ((own, other) for other in others)
    yield (own, *others)


COMBINATIONS = [
    pytest.param(kind, law, languages, id=f"{kind} {law} {'+'.join(languages)}")
    for kind, law in itertools.product(sorted(SAMPLES), PLACES)
    for languages in rows_of_languages(PLACES[law]["own"])
]


def in_languages(typed: Any, languages: Sequence[str]) -> Any:
    """What an owner wrote in several languages, written in these."""
    if isinstance(typed, dict):
        if typed and typed.keys() <= set(LANGUAGES):
            said = next(iter(typed.values()))
            return {language: typed.get(language, said) for language in languages}
        return {key: in_languages(value, languages) for key, value in typed.items()}
    return [in_languages(each, languages) for each in typed] if isinstance(typed, list) else typed


def typed_venue(kind: str, law: str, languages: Sequence[str], otherwise: dict[str, Any]) -> str:
    """The sample of a kind as somebody would type it for a house of that kind in another country."""
    body, place = SAMPLES[kind], PLACES[law]
    kept = {key: value for key, value in body.items() if key not in ("answers", "brand", "signs")}
    made = kept | {"id": "house", "law": law, "operator": place["operator"], "web": place["web"]}
    made |= {"languages": list(languages), "staff_languages": list(languages)}
    made["partners"] = [
        {key: value for key, value in partner.items() if key != "transfer"} | place["partners"]
        for partner in body["partners"]
    ]
    made["activities"] = [
        {
            name: (told | {"special_ground": place["special_ground"]} if "special_ground" in told else told)
            for name, told in each.items()
        }
        for each in body["activities"]
    ]
    made["surveillance"] = body["surveillance"] | place.get("surveillance", {})
    if law != "cn":
        made["surveillance"].pop("regime", None)
    also = place.get("camera_purposes", [])
    made["cameras"] = [
        each | {"purposes": [*also, *(code for code in each["purposes"] if code != "public_security")]}
        for each in body["cameras"]
    ]
    made["sweeps"] = {"interval": "1 week"}
    made["complaints"] = body["complaints"] | {"written_answer": "14 days"}
    made |= otherwise
    made["guests"] = made["guests"] | place.get("guests", {})
    if made["photos"] == "none":
        made["activities"] = [each for each in made["activities"] if not OF_PICTURES & {*each}]
    if made["partners"] == "none" and made["surveillance"] != "none":
        made["surveillance"] = made["surveillance"] | {"guards": "none"}
    return yaml.safe_dump(in_languages(made, languages), allow_unicode=True, sort_keys=False)


@dataclass(frozen=True)
class House:
    """A house of some kind in some country, read and put together."""

    file: VenueFile
    composed: ComposedVenue

    @property
    def plan(self) -> Plan:
        return self.composed.plan

    def readings(self) -> Iterator[Reading]:
        """The words of every page, every paper for staff that has sections, their forms and letters."""
        for document in (*self.composed.pages, *self.composed.handbooks, *self.composed.registers):
            filled = document.filled(lambda page, anchor: f"{page}#{anchor}")
            said = [str(passage.html.striptags()) for s in filled.sections for passage in s.passages]
            assert any(said), document.id
            folder = "site" if document in self.composed.pages else "staff"
            name = f"{folder}/{document.id}.{document.language}"
            yield Reading(name, "house", (document.language,), tuple(said))
        for form in self.composed.staff_forms:
            words = tuple(str(each.striptags()) for each in form.words())
            name, letter = f"staff/{form.id}.{form.language}", form.kind == "letter"
            yield Reading(name, "house", (form.language,), words, letter)

    @property
    def planned(self) -> int:
        plan = self.plan
        guests = (plan.sheets, plan.pages, plan.booklets, plan.leaflets, plan.forms, plan.texts)
        return sum(map(len, (*guests, plan.staff, plan.staff_forms)))


@pytest.fixture
def house(tmp_path: Path, composed: Callable[[VenueFile], ComposedVenue]) -> Callable[..., House]:
    def make(kind: str, law: str, languages: Sequence[str], otherwise: dict[str, Any]) -> House:
        path = tmp_path / "house.yml"
        path.write_text(typed_venue(kind, law, languages, otherwise), "utf-8")
        file, findings = read_venue(path, "venues/house.yml")
        assert not findings, [f"{f.place}: {f.code} {dict(f.values)}" for f in findings]
        assert file is not None
        return House(file, composed(file))

    return make


@pytest.mark.parametrize(("kind", "law", "languages"), COMBINATIONS)
def test_all_that_is_planned_is_made_in_every_language(
    house: Callable[..., House], library: Library, kind: str, law: str, languages: tuple[str, ...]
) -> None:
    # What a place lacks is tried where every language is spoken: each says it by itself.
    tried = WITHOUT if set(languages) == set(LANGUAGES) else {"as it is": WITHOUT["as it is"]}
    for name, otherwise in tried.items():
        here = house(kind, law, languages, otherwise)
        waits = [
            (
                each.id,
                each.language,
                [q.fact for q in each.questions],
                [dict(f.values) for f in each.findings],
            )
            for each in here.composed.withheld
        ]
        assert waits == [], name
        told = check(here.file, library, date(2026, 12, 1))
        assert [f"{f.code} {f.place}" for f in told if f.severity == "error"] == [], name
        assert here.composed.documents == here.planned > 20 * len(languages), name
        pages = library.types[kind].pages
        assert {page.name for page in here.plan.pages} <= {*pages}, name
        plan = here.plan
        for spoken in (plan.pages, plan.forms, plan.booklets, plan.leaflets, plan.staff, plan.staff_forms):
            said = {language: 0 for language in languages}
            for each in spoken:
                said[each.language] += 1
            assert len(set(said.values())) == 1, f"{name}: {said}"
            assert min(said.values()) > 0, name
        laws = {"house": chain(library.packs, law)}
        read = list(here.readings())
        wrong = [*prove_foreign(laws, library.packs, read), *prove_refused(laws, read)]
        assert [(f.code, dict(f.values)) for f in wrong] == [], name
        on_walls = {language for sheet in here.plan.sheets for language in sheet.languages}
        assert on_walls == set(languages), name


@pytest.mark.parametrize("kind", sorted(SAMPLES))
@pytest.mark.parametrize("languages", [("en",), ("pl", "en")], ids="+".join)
def test_a_place_in_china_without_chinese_is_an_error(
    house: Callable[..., House], library: Library, kind: str, languages: tuple[str, ...]
) -> None:
    def errors(spoken: tuple[str, ...]) -> set[str]:
        found = check(house(kind, "cn", spoken, {}).file, library, date(2026, 12, 1))
        return {each.code for each in found if each.severity == "error"}

    chinese = errors(("zh-Hans", *languages))
    assert errors(languages) - chinese == {"CN-SGN-01"}
