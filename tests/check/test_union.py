"""Given a studio somewhere in the Union with a line changed, this is said of it by the `eu` pack alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from placard.check.run import check
from placard.findings import Finding, Severity
from placard.library.forms import FormField
from placard.library.library import Library
from placard.read.venue import read_venue

STUDIO = Path(__file__).resolve().parents[2] / "venues" / "river-light-studio.yml"
TODAY = date(2026, 11, 22)
Told = Callable[..., list[Finding]]


@pytest.fixture
def told(library: Library, tmp_path: Path) -> Told:
    """Check the studio under the law of the Union, with changes, on a day."""
    typed = STUDIO.read_text(encoding="utf-8").replace("law: pl", "law: eu").partition("answers:")[0]

    def tell(changes: Mapping[str, str], on: date = TODAY) -> list[Finding]:
        text = f"{typed}effective_on: 2027-01-04\n"
        for old, new in changes.items():
            assert old in text, f"the studio does not say {old!r}"
            text = text.replace(old, new, 1)
        path = tmp_path / "studio.yml"
        path.write_text(text, encoding="utf-8")
        file, findings = read_venue(path, "venues/river-light-studio.yml")
        assert file is not None, findings
        return check(file, library, on)

    return tell


def grave(findings: list[Finding]) -> Iterator[tuple[str, Severity]]:
    yield from ((f.code, f.severity) for f in findings if f.severity in (Severity.ERROR, Severity.WARNING))


def asked(findings: list[Finding]) -> list[str]:
    """The rules whose question waits for a name and a date."""
    return [str(f.values["rule"]) for f in findings if f.code == "check.ask"]


def test_the_law_of_the_union_alone_lacks_only_an_authority_with_a_name(told: Told) -> None:
    assert list(grave(told({}))) == [("EU-WHO-05", Severity.WARNING)]


STORIES = {
    "offers nobody can stop": ({"opt_out: [link, desk]": "opt_out: none"}, "EU-MKT-01", Severity.ERROR),
    "offers on the ground of an interest": (
        {
            "newsletter: {retention": "newsletter: {basis: legitimate_interest, "
            "interest: direct_marketing, retention"
        },
        "EU-MKT-02",
        Severity.WARNING,
    ),
    "vouchers one cannot give back": (
        {"bookings: no, sold: none": "bookings: no, sold: [vouchers]"},
        "EU-SHO-01",
        Severity.WARNING,
    ),
    "a chain that says nothing of access": (
        {"bookings: no, sold: none": "bookings: yes, sold: none", "micro: yes": "micro: no"},
        "EU-ACC-01",
        Severity.WARNING,
    ),
    "bookings on the web and consents by post": (
        {"bookings: no": "bookings: yes", "[email, desk, post, phone], reply": "[desk, post, phone], reply"},
        "EU-BAS-05",
        Severity.ERROR,
    ),
    "a machine that counts skin and no card": (
        {"treatments: none": "treatments: [skin_scan]"},
        "EU-HLT-01",
        Severity.ERROR,
    ),
    "phones in the dressing room": (
        {"phones: {undress: banned": "phones: {undress: allowed"},
        "EU-PHO-01",
        Severity.ERROR,
    ),
    "pictures in a cloud nobody named": ({"cloud: none": "cloud: Skybox"}, "EU-PAR-05", Severity.WARNING),
    "guards nobody named": (
        {"  recording: motion": "  guards: Nocna Straż\n  recording: motion"},
        "EU-PAR-04",
        Severity.ERROR,
    ),
    "two months in France": (
        {
            "city: Warszawa, country: PL": "city: Lyon, country: FR",
            "retention: 7 days": "retention: 2 months",
        },
        "EU-CAM-13",
        Severity.WARNING,
    ),
    "software that notices falls, before anybody weighed it": (
        {
            "analytics: none": "analytics: [fall_detection]",
            "  interest_assessment": "  impact_assessment: {status: planned}\n  interest_assessment",
        },
        "EU-CAM-11",
        Severity.ERROR,
    ),
    "a gallery that never closes": (
        {"gallery_expiry: 3 months": "gallery_expiry: none"},
        "EU-IMG-07",
        Severity.WARNING,
    ),
    "a picture that stays two weeks on the web": (
        {"withdrawal: 7 days": "withdrawal: 14 days"},
        "EU-IMG-06",
        Severity.WARNING,
    ),
    "before and after, smoothed by a machine": (
        {
            "kinds: [portrait,": "kinds: [before_after, portrait,",
            "machine_made: none": "machine_made: [skin]",
        },
        "EU-IMG-05",
        Severity.ERROR,
    ),
}


@pytest.mark.parametrize(("changes", "rule", "weight"), STORIES.values(), ids=STORIES.keys())
def test_what_is_told(told: Told, changes: Mapping[str, str], rule: str, weight: Severity) -> None:
    # Twins are told under the gravest of them, so the source is read as well.
    assert any(f.severity is weight and (f.code == rule or rule in f.source) for f in told(changes)), list(
        grave(told(changes))
    )


@pytest.mark.parametrize(
    ("changes", "rule", "first_day"),
    [
        ({"bookings: no, sold: none": "bookings: no, sold: [vouchers]"}, "EU-SHO-02", date(2026, 6, 19)),
        ({"machine_made: none": "machine_made: [background]"}, "EU-IMG-04", date(2026, 8, 2)),
    ],
)
def test_a_question_begins_on_the_day_its_duty_does(
    told: Told, changes: Mapping[str, str], rule: str, first_day: date
) -> None:
    eve = first_day.replace(day=first_day.day - 1)
    assert rule not in asked(told(changes, on=eve))
    assert rule in asked(told(changes, on=first_day))


def no_such_code(findings: list[Finding]) -> list[str]:
    return [str(f.values.get("found")) for f in findings if f.severity is Severity.ERROR]


def test_nobody_can_rest_health_data_on_a_profession_bound_by_secrecy(told: Told) -> None:
    card = "  - treatment_card: {special_ground: health_care, retention: 1 year}\n"
    assert "health_care" in no_such_code(told({"activities:\n": f"activities:\n{card}"}))


def test_nobody_can_ask_everyone_for_a_copy_of_an_identity_card(told: Told) -> None:
    assert "id_copy_always" in no_such_code(told({"[ask_on_doubt, booking_code]": "[id_copy_always]"}))


def test_software_that_sorts_people_by_what_they_are_has_no_code(told: Told) -> None:
    changes = {"analytics: none": "analytics: [biometric_categorisation]"}
    assert "biometric_categorisation" in no_such_code(told(changes))


def test_no_sheet_that_asks_for_a_consent_holds_anything_of_an_order(library: Library) -> None:
    asking = {
        name: [part.id for section in form.sections for part in section.parts if isinstance(part, FormField)]
        for name, form in library.forms.items()
        if form.place.file.startswith("content/public/")
        and any(section.frame == "consent" for section in form.sections)
    }
    assert set(asking) == {"health-consent", "image-release", "picture-consent"}
    of_an_order = {"price", "deposit", "order", "booking", "payment", "terms"}
    assert all(names and not of_an_order & set(names) for names in asking.values()), asking
