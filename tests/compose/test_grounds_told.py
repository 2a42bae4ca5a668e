"""What a use of data rests on is told of that use alone: no consent where something else carries it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from markupsafe import Markup

from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.read.venue import read_venue
from tests.requirements.printed import composed, plainly

ROOT = Path(__file__).resolve().parents[2]
CONSENT = {"en": "consent", "pl": "zgod", "zh-Hans": "同意"}
SAMPLE = {
    "gb": "old-mill-bathhouse",
    "eu": "old-mill-bathhouse",
    "pl": "river-light-studio",
    "cn": "jade-mirror-salon",
}
CODES = list(yaml.safe_load((ROOT / "content" / "activities.yml").read_text("utf-8")))


def made(
    library: Library, folder: Path, law: str, activities: list[dict[str, dict[str, str]]]
) -> ComposedVenue:
    """A sample under a law, with these uses of data and no others."""
    name = SAMPLE[law]
    typed = yaml.load((ROOT / "venues" / f"{name}.yml").read_text("utf-8"), yaml.BaseLoader)
    typed.pop("brand", None)
    typed |= {"law": law, "activities": activities, "partners": "none"}
    path = folder / f"{name}.yml"
    path.write_text(yaml.safe_dump(typed, allow_unicode=True), "utf-8")
    file, findings = read_venue(path, path.name)
    assert file is not None, findings
    return composed(library, file)


def grounds(venue: ComposedVenue, language: str) -> dict[str, str]:
    """What the notice gives as the ground of each use, by the code of the use."""
    (notice,) = [page for page in venue.pages if page.id == "notice" and page.language == language]
    told: dict[str, str] = {}
    code = ""
    for section in notice.filled(lambda page, anchor: "").sections:
        for passage in section.passages if section.id == "grounds" else ():
            clause = Path(passage.source).parent.name if passage.source.endswith(".md") else passage.source
            clause = clause.partition(":")[0]
            if match := re.search(r"use-([a-z-]+)", clause):
                use = match[1].replace("-", "_")
                code = use if use in CODES else code
            if "ground-named" in clause or "ground-interest" in clause or "ground-sensitive" in clause:
                told[code] = told.get(code, "") + plainly(passage.html)
    return told


def uses_one_may_stop(venue: ComposedVenue, language: str) -> str:
    """The row of the notice that says of which uses consent can be taken back."""
    (notice,) = [page for page in venue.pages if page.id == "notice" and page.language == language]
    rows = [
        row
        for section in notice.filled(lambda page, anchor: "").sections
        for passage in section.passages
        for row in re.findall(r"<tr>.*?</tr>", str(passage.html), re.DOTALL)
        if section.id == "rights"
    ]
    words = {"en": "take your consent back", "pl": "cofnięcie zgody", "zh-Hans": "撤回同意"}[language]
    return " ".join(plainly(Markup(row)) for row in rows if words in row)


@pytest.mark.parametrize("law", ["gb", "eu", "pl", "cn"])
def test_only_what_rests_on_consent_is_told_to_rest_on_it(library: Library, tmp_path: Path, law: str) -> None:
    usual = {"retention": "1 year", "automated_decisions": "no"}
    venue = made(library, tmp_path, law, [{code: dict(usual)} for code in CODES])
    context = venue.composer.context
    looked = consented = 0
    for language in context.venue.languages:
        told = grounds(venue, language)
        assert set(told) == set(CODES)
        labels = library.labels[language].codes["activities"]
        stop = uses_one_may_stop(venue, language)
        for use in context.venue.activities:
            preset = library.activities[use.code]
            laws = (pack.id for pack in reversed(context.law.packs))
            usual_one = next(preset.grounds[name] for name in laws if name in preset.grounds)
            rests = "consent" in f"{usual_one.basis} {usual_one.special_ground}"
            looked, consented = looked + 1, consented + rests
            assert (CONSENT[language] in told[use.code].lower()) is rests, (language, told[use.code])
            assert (labels[use.code]["name"] in stop) is rests, (language, use.code, stop)
    assert looked == len(context.venue.languages) * len(CODES)
    assert 0 < consented < looked


@pytest.mark.parametrize(("law", "instead"), [("gb", "contract"), ("pl", "contract"), ("cn", "contract")])
def test_a_use_moved_from_consent_to_another_ground_loses_every_word_of_consent(
    library: Library, tmp_path: Path, law: str, instead: str
) -> None:
    asked = {"retention": "1 year", "automated_decisions": "no"}
    before = made(library, tmp_path, law, [{"newsletter": dict(asked)}, {"appointments": dict(asked)}])
    after = made(
        library, tmp_path, law, [{"newsletter": {**asked, "basis": instead}}, {"appointments": dict(asked)}]
    )
    for language in before.composer.context.venue.languages:
        assert CONSENT[language] in grounds(before, language)["newsletter"].lower()
        assert CONSENT[language] not in grounds(after, language)["newsletter"].lower()
        assert uses_one_may_stop(before, language) != ""
        assert uses_one_may_stop(after, language) == ""
