"""What forms say of three places under three laws, and what they wait for."""

from __future__ import annotations

import pytest

from placard.compose.blanks import Blank, FilledForm, Told

from .conftest import BATHHOUSE, SALON, STUDIO, VENUES, Place, form, read_aloud


def blanks(of: FilledForm, slip: bool = False) -> dict[str, Blank]:
    sections = [of.slip] if slip and of.slip else of.sections
    return {part.name: part for section in sections for part in section.parts if isinstance(part, Blank)}


@pytest.mark.parametrize(
    ("name", "languages", "forms"),
    [
        (BATHHOUSE, {"en", "pl"}, {"request", "complaint", "not-filmed", "opinion", "survey"}),
        (STUDIO, {"pl", "en"}, {"request", "complaint", "not-filmed", "opinion", "survey", "image-release"}),
        (
            SALON,
            {"zh-Hans", "en"},
            {
                "request",
                "complaint",
                "not-filmed",
                "opinion",
                "survey",
                "image-release",
                "picture-consent",
                "health-consent",
                "treatment-card",
            },
        ),
    ],
)
def test_a_place_has_the_forms_of_its_type_in_the_languages_of_its_guests(
    place: Place, name: str, languages: set[str], forms: set[str]
) -> None:
    made = [(each.id, each.language) for each in place(name).forms]
    assert sorted(made) == sorted((each, language) for each in forms for language in languages)


def test_each_use_of_a_picture_is_asked_for_by_itself(place: Place) -> None:
    release = blanks(form(place(STUDIO), "image-release", "en"))
    uses = {name: blank for name, blank in release.items() if name.startswith("use-")}
    assert list(uses) == ["use-website", "use-instagram", "use-shop_window"]
    assert all([box.value for box in blank.boxes] == ["yes", "no"] for blank in uses.values())
    assert [str(blank.label) for blank in uses.values()] == ["Our website", "Instagram", "Shop window"]
    assert str(release["ends"].label) == "Until", "a licence without a term is read against whoever wrote it"


def test_a_survey_asks_only_about_what_there_is_here(place: Place) -> None:
    bath, studio, salon = (
        blanks(form(place(name), "survey", "en"))["privacy"] for name in (BATHHOUSE, STUDIO, SALON)
    )
    rows = [[box.value for box in table.boxes] for table in (bath, studio, salon)]
    assert rows[0] == ["watched", "cameras", "phones", "heard", "notice", "whom"]
    assert rows[1] == ["watched", "cameras", "asked", "shown", "phones", "heard", "notice", "whom"]
    assert "health" in rows[2]
    assert bath.columns is not None
    assert [head.value for head in bath.columns.heads] == ["yes", "partly", "no", "nothing"]
    assert sum(bath.columns.shares) == pytest.approx(100)
    blind = {"recording: motion": "recording: none"}
    cameras = (
        (VENUES / f"{BATHHOUSE}.yml").read_text("utf-8").partition("cameras:\n")[2].partition("sweeps:")[0]
    )
    without = blanks(
        form(place(BATHHOUSE, {f"cameras:\n{cameras}": "cameras: none\n", **blind}), "survey", "en")
    )
    assert "cameras" not in [box.value for box in without["privacy"].boxes]


def test_what_is_asked_without_a_name_has_no_line_for_one(place: Place) -> None:
    for name in ("survey", "opinion"):
        fields = blanks(form(place(SALON), name, "zh-Hans"))
        assert fields
        assert not [
            field
            for field in fields.values()
            if field.kind in ("date", "signature") and field.name != "read-on"
        ]
        assert not {"name", "contact", "phone"} & set(fields)


def test_a_treatment_card_says_at_its_head_what_the_place_has_written_down(place: Place) -> None:
    card = form(place(SALON), "treatment-card", "en")
    head = {part.id: str(part.words.striptags()) for part in card.sections[0].parts if isinstance(part, Told)}
    assert list(head) == ["who", "purposes", "kept", "health", "readers", "yours", "whole"]
    assert "separate consent" in head["health"]
    visits = blanks(card)["visits"]
    assert visits.columns is not None
    assert [each.value for each in visits.columns.heads] == ["day", "what", "next", "by"]
    asked = [name for name, blank in blanks(card).items() if blank.kind != "table"]
    assert asked == ["name", "since", "wanted", "health-on", "pictures-on", "until"], (
        "health has its own sheet"
    )


def test_taking_back_offers_the_same_places_as_giving(place: Place) -> None:
    release = form(place(SALON), "image-release", "zh-Hans")
    given = [name.removeprefix("use-") for name in blanks(release) if name.startswith("use-")]
    assert [box.value for box in blanks(release, slip=True)["back"].boxes] == given


def test_what_may_be_left_open_says_so_and_nothing_else_does(place: Place) -> None:
    health = blanks(form(place(SALON), "health-consent", "en"))
    hints = {name: str(blank.hint) for name, blank in health.items() if name.startswith(("needed-", "opt"))}
    assert hints == {
        "needed-allergies": "", "needed-skin_conditions": "", "needed-pregnancy": "",
        "optional-medicines": "optional", "optional-operations": "optional",
    }  # fmt: skip
    assert [box.value for box in health["consent-optional"].boxes] == ["yes", "no"]


def test_where_nothing_is_optional_there_is_no_consent_for_it(place: Place) -> None:
    health = form(place(SALON, {", optional_items: [medicines, operations]": ", optional_items: none"}),
                  "health-consent", "en")  # fmt: skip
    assert "consent-optional" not in blanks(health)
    assert "optional" not in {section.id for section in health.sections}


def test_how_long_answers_about_health_are_kept_is_what_the_treatment_card_says(place: Place) -> None:
    changed = place(SALON, {"treatment_card: {retention: 2 years": "treatment_card: {retention: 18 months"})
    assert "18 months after the last treatment." in read_aloud(form(changed, "health-consent", "en"))


def test_a_place_without_a_treatment_card_is_asked_about_it(place: Place) -> None:
    lines = (VENUES / f"{SALON}.yml").read_text("utf-8").splitlines(keepends=True)
    card = next(line for line in lines if "- treatment_card:" in line)
    (withheld,) = [each for each in place(SALON, {card: ""}).withheld if each.id == "health-consent"][:1]
    assert [question.asks for question in withheld.questions] == [("activities",)]


def test_each_picture_of_a_treatment_is_agreed_to_by_itself(place: Place) -> None:
    asked = blanks(form(place(SALON), "picture-consent", "en"))
    for taken in ("consent-before", "consent-after"):
        assert [box.value for box in asked[taken].boxes] == ["yes", "no"]


def test_agreeing_to_a_picture_is_not_agreeing_to_its_being_shown(place: Place) -> None:
    words = "For that we ask on another sheet"
    assert words in read_aloud(form(place(SALON), "picture-consent", "en"))
    never = place(SALON, {"published: with_release": "published: never"})
    assert words not in read_aloud(form(never, "picture-consent", "en"))


def test_a_release_for_a_child_wants_a_last_day(place: Place) -> None:
    release = form(place(STUDIO), "image-release", "en")
    assert "without one the picture is not shown" in read_aloud(release)
    assert "for a child, fill it in" in str(blanks(release)["ends"].hint)


def test_what_software_makes_of_a_face_is_agreed_to_by_itself(place: Place) -> None:
    assert "machine" not in blanks(form(place(SALON), "image-release", "zh-Hans"))
    made = form(place(SALON, {"machine_made: none": "machine_made: [face]"}), "image-release", "zh-Hans")
    assert [box.value for box in blanks(made)["machine"].boxes] == ["yes", "no"]
    assert "人工智能" in read_aloud(made)


def test_everybody_who_ordered_pictures_fills_in_a_sheet_of_their_own(place: Place) -> None:
    british = {"law: pl": "law: gb"}
    said = read_aloud(form(place(STUDIO, british), "image-release", "en"))
    assert (
        "only if whoever ordered them agrees too. Ordered by several: each of you fills in a sheet." in said
    )
    assert "ordered" not in read_aloud(form(place(STUDIO), "image-release", "en"))


def test_a_look_at_pictures_has_a_sheet_only_where_pictures_are_kept_under_chinese_law(place: Place) -> None:
    log = form(place(SALON), "footage-log", "zh-Hans")
    assert {"day", "why", "seen", "who", "allowed"} <= set(blanks(log))
    live = {"recording: continuous": "recording: none", "retention: 30 days  ": "retention: none  "}
    assert "footage-log" not in {each.id for each in place(SALON, live).staff_forms}
    assert "footage-log" not in {each.id for each in place(BATHHOUSE).staff_forms}


def test_a_place_that_publishes_nothing_has_no_release(place: Place) -> None:
    never = place(STUDIO, {"published: with_release": "published: never"})
    assert "image-release" not in {each.id for each in never.forms}


def test_a_release_waits_until_it_is_known_how_soon_a_picture_comes_down(place: Place) -> None:
    open_ = place(STUDIO, {"withdrawal: 7 days, ": "withdrawal: unanswered, "})
    (withheld,) = [each for each in open_.withheld if each.id == "image-release"][:1]
    assert [question.fact for question in withheld.questions] == ["photos.withdrawal"]
    assert {each.id for each in open_.forms} == {"request", "complaint", "not-filmed", "opinion", "survey"}


def test_a_place_without_cameras_is_not_asked_for_pictures(place: Place) -> None:
    text = (VENUES / f"{BATHHOUSE}.yml").read_text("utf-8")
    filmed = text[text.index("surveillance:\n") : text.index("activities:\n")]
    bare = place(BATHHOUSE, {filmed: "surveillance: none\n"})
    assert "pictures" not in {section.id for section in form(bare, "request", "en").sections}


@pytest.mark.parametrize(
    ("name", "form_id", "language", "says", "never"),
    [
        (STUDIO, "image-release", "pl", "Zezwalam na rozpowszechnianie", "osobna zgoda jest osobna"),
        (STUDIO, "complaint", "pl", "że reklamację uznaliśmy", "Information Commission"),
        (SALON, "image-release", "zh-Hans", "分别单独同意", "这是另一项同意"),
        (SALON, "health-consent", "zh-Hans", "敏感个人信息", "明确同意"),
        (SALON, "picture-consent", "zh-Hans", "本人单独同意", "明确同意"),
        (SALON, "request", "en", "that is our own promise", "copy of a passport"),
        (BATHHOUSE, "complaint", "en", "Information Commission", "counts as accepted"),
        (BATHHOUSE, "complaint", "pl", "w ciągu 30 dni", "reklamację"),
    ],
)
def test_what_rests_on_a_law_stands_only_where_that_law_holds(
    place: Place, name: str, form_id: str, language: str, says: str, never: str
) -> None:
    said = read_aloud(form(place(name), form_id, language))
    assert says in said
    assert never not in said


def test_a_name_with_markup_in_it_is_a_name(place: Place) -> None:
    odd = place(BATHHOUSE, {"legal_name: Old Mill Bathhouse Ltd": 'legal_name: "Mill <b>& {{ Sons }}"'})
    told = [part for section in form(odd, "request", "en").sections for part in section.parts]
    by_post = next(part for part in told if isinstance(part, Told) and "Weir Lane" in part.words)
    assert "Mill &lt;b&gt;&amp; {{ Sons }}" in by_post.words


def test_a_code_changes_with_the_words_and_with_nothing_else(place: Place) -> None:
    def codes(changes: dict[str, str] | None = None) -> dict[tuple[str, str], str]:
        return {(each.id, each.language): each.footer.code for each in place(BATHHOUSE, changes).forms}

    before = codes()
    assert len(set(before.values())) == 10
    assert codes({"effective_on: 2027-01-04": "effective_on: 2027-02-08"}) == before
    sooner = codes({"first_contact: 24 hours": "first_contact: 12 hours"})
    assert {key for key in before if before[key] != sooner[key]} == {("complaint", "en"), ("complaint", "pl")}


def test_each_partner_that_works_on_our_instructions_has_terms_of_its_own(place: Place) -> None:
    card = "service: payments, role: controller"
    assert {each.name for each in place(SALON).staff_forms if each.id == "partner-terms"} == {
        "partner-terms.1",
        "partner-terms.3",
    }
    unknown = place(SALON, {card: "service: payments"})
    [waiting] = [each for each in unknown.withheld if each.id == "partner-terms.2"]
    assert [question.asks for question in waiting.questions] == [("partners", "pay", "role")]
    alone = place(BATHHOUSE, {"service: booking_platform, role: processor": "role: controller"})
    assert "partner-terms" not in {each.id for each in alone.staff_forms}


def test_terms_are_filled_with_what_is_known_and_leave_a_line_for_the_rest(place: Place) -> None:
    terms = form(place(BATHHOUSE), "partner-terms", "en")
    told = {
        part.id: str(part.words.striptags())
        for each in terms.sections
        for part in each.parts
        if isinstance(part, Told)
    }
    assert told["partner"] == "Slotwise (Ireland)"
    assert told["data"].startswith("name, contact details, booking")
    assert "within 1 month" in told["guests-ask"]
    assert "encrypted storage" in told["measures"]
    assert blanks(terms)["manner"].kind == "text"
    stated = {"role: processor, country: IE": "role: processor, country: IE, manner: [store]"}
    assert "manner" not in blanks(form(place(BATHHOUSE, stated), "partner-terms", "en"))


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        (BATHHOUSE, "en", "As far as is known to us, article 28"),
        (STUDIO, "pl", "umową powierzenia przetwarzania danych osobowych"),
        (SALON, "zh-Hans", "《个人信息保护法》第二十一条"),
    ],
)
def test_terms_for_partners_bear_the_name_that_the_law_gives_them(
    place: Place, name: str, language: str, said: str
) -> None:
    every = ("As far as is known", "powierzenia przetwarzania", "第二十一条")
    words = read_aloud(form(place(name), "partner-terms", language))
    assert said in words
    assert sum(each in words for each in every) == 1


def test_a_partner_nobody_has_looked_over_has_a_line_for_the_day(place: Place) -> None:
    look = form(place(STUDIO), "partner-look", "pl")
    days = " ".join(read_aloud(look).split())
    assert "ostatnio 5 października 2026 r., następny raz do 5 października 2029 r." in days
    assert {"partner-1", "partner-3"} <= {*blanks(look)}
    never = {"last_audit_on: 2026-10-05": "last_audit_on: none"}
    assert "jeszcze nie sprawdzony" in read_aloud(form(place(STUDIO, never), "partner-look", "pl"))


def test_each_partner_is_told_apart_by_who_decides(place: Place) -> None:
    words = read_aloud(form(place(BATHHOUSE), "partner-choice", "en"))
    assert "online booking: works on our instructions. Sign the “Partner terms”." in words
    assert "card payments: decides for itself. The “Partner terms” are not for it." in words


def test_a_promise_of_secrecy_names_a_crime_only_where_that_law_holds(place: Place) -> None:
    promises = {
        name: read_aloud(form(place(name), "staff-promise", language))
        for name, language in ((BATHHOUSE, "en"), (SALON, "zh-Hans"), (STUDIO, "pl"))
    }
    assert [name for name, words in promises.items() if "第二百五十三条之一" in words] == [SALON]
    assert "护理间里说的话，留在护理间" in promises[SALON]
    assert "takes nothing from pay" in promises[BATHHOUSE]


def test_the_promise_in_a_contract_is_what_the_place_says_elsewhere(place: Place) -> None:
    sooner = place(STUDIO, {"withdrawal: 7 days": "withdrawal: 2 days"})
    assert "The picture then comes down within 2 days." in read_aloud(
        form(sooner, "letter-contract-promise", "en")
    )
    never = place(STUDIO, {"published: with_release": "published: never"})
    words = read_aloud(form(never, "letter-contract-promise", "en"))
    assert "We show them to nobody else" in words
    assert "take your yes back" not in words
