"""The poster of the staff room says what the handbook says: six rules in order, large, and whom to call."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw
import pytest
from markupsafe import Markup

from placard.compose.documents import Composer
from placard.compose.tokenised import Composed, Withheld
from placard.compose.venue import ComposedVenue, document_words
from placard.library.library import Library
from placard.press import fonts
from placard.press.cache import PressCache
from placard.press.outcome import Refusal
from placard.press.papers import PaperShop
from placard.read.venue import VenueFile, read_venue
from placard.staff.papers import POSTER_POINTS, Paper, poster
from placard.staff.venue import print_papers
from tests.requirements.printed import ROOT, VENUES, plainly

NAME = "poster-six-rules"
RULES = 6
SMALLEST_RULE, SMALLEST_READ = 24.0, 13.0
"""Points: what is read from two metres, and what is read close by."""


@pytest.fixture(params=sorted(VENUES))
def venue(request: pytest.FixtureRequest, composed: Callable[[VenueFile], ComposedVenue]) -> ComposedVenue:
    name = VENUES[request.param]
    file, findings = read_venue(ROOT / "venues" / f"{name}.yml", name)
    assert file is not None, findings
    return composed(file)


@pytest.fixture
def sample(typed: Callable[..., Any], composed: Callable[..., ComposedVenue]) -> Callable[..., ComposedVenue]:
    def made(changes: dict[str, str] | None = None) -> ComposedVenue:
        file = typed(changes).file
        assert file is not None
        return composed(file)

    return made


@pytest.fixture
def shop(tmp_path: Path) -> PaperShop:
    return PaperShop(fonts.prepare(), PressCache(tmp_path))


def plain(html: object) -> str:
    return plainly(Markup(str(html))).replace("\xa0", " ")


def rules_of(paper: Paper) -> list[str]:
    return [plain(lead) for lead in re.findall(r'<p class="lead">(.*?)</p>', paper.html, re.DOTALL)]


def leads_of_the_book(book: Composed) -> list[str]:
    [whole] = [s for s in book.filled(lambda page, anchor: "").sections if s.id == "six-rules"]
    return [
        plain(lead[1])
        for passage in whole.passages
        if (lead := re.match(r"<p><strong>(.*?)</strong>", str(passage.html), re.DOTALL))
    ]


def posters(venue: ComposedVenue) -> dict[str, Paper]:
    return {each.language: poster(venue.composer, each) for each in venue.posters}


def sizes(file: Path) -> set[float]:
    found = set()
    for page in pypdfium2.PdfDocument(file):
        words = page.get_textpage()
        for number in range(words.count_chars()):
            # Letters lie on the page in pixels; a blank the engine put in has no size.
            found.add(round(pypdfium2.raw.FPDFText_GetFontSize(words.raw, number) * 0.75, 1))
    return {size for size in found if size > 1}


# --- its words ---------------------------------------------------------------------------------------------


def test_every_staff_language_has_a_poster_with_the_rules_of_its_handbook_in_their_order(
    venue: ComposedVenue,
) -> None:
    made, books = posters(venue), {book.language: book for book in venue.handbooks}
    assert made.keys() == books.keys() == set(venue.plan.staff_languages)
    for language, paper in made.items():
        assert rules_of(paper) == leads_of_the_book(books[language])
        assert len(set(rules_of(paper))) == RULES
        assert re.findall(r'<div class="number">(\d)</div>', paper.html) == list("123456")


def test_a_rule_says_where_the_book_of_the_place_says_more(venue: ComposedVenue) -> None:
    for book in venue.handbooks:
        words = venue.composer.library.labels[book.language].words
        told = [
            plain(more)
            for more in re.findall(r'<p class="more">(.*?)</p>', posters(venue)[book.language].html)
        ]
        assert len(told) == RULES
        assert all(each.startswith(words["handbook"] + words["colon"].strip()) for each in told), told
        sent = re.findall(
            r'href="#([a-z-]+)"',
            " ".join(
                str(p.html)
                for s in book.filled(lambda *_: "").sections
                if s.id == "six-rules"
                for p in s.passages
            ),
        )
        assert len(sent) == RULES, "the book sends to a page that is not there"


def test_it_says_whom_to_call_as_the_handbook_does(venue: ComposedVenue) -> None:
    looked = 0
    for book in venue.handbooks:
        (said,) = (
            p for s in book.filled(lambda *_: "").sections for p in s.passages if p.source == "who-leads"
        )
        ways = re.findall(r'href="([^"]+)"', str(said.html))
        assert len(ways) > 1
        assert all(way in posters(venue)[book.language].html for way in ways)
        looked += 1
    assert looked == len(venue.plan.staff_languages)


def test_it_says_that_it_is_for_staff_only_its_code_and_since_when_it_holds(
    sample: Callable[..., ComposedVenue],
) -> None:
    paper = posters(sample())["en"]
    foot = plain(paper.html[paper.html.index('<p class="foot">') :])
    assert foot.startswith(f"Staff only · {paper.code} · Valid from 4 January 2027")
    assert "Not yet read by a named person" in foot
    assert paper.title == "Six rules for everybody who works here"


def test_no_word_of_the_rest_of_a_rule_is_on_it_or_in_its_code(
    sample: Callable[..., ComposedVenue], library: Library
) -> None:
    before = sample()
    clause = library.clauses["six-safe"]
    english = clause.texts["en"]

    def code(old: str, new: str) -> str:
        assert old in english.markdown
        text = replace(english, markdown=english.markdown.replace(old, new))
        words = replace(
            library,
            clauses={**library.clauses, "six-safe": replace(clause, texts={**clause.texts, "en": text})},
        )
        composer = Composer(words, before.composer.context)
        made = document_words(composer, library.documents[NAME], "en")
        assert isinstance(made, Composed)
        return poster(composer, made).code

    kept = posters(before)["en"]
    assert "drawers shut" not in kept.html
    assert code("drawers shut", "drawers closed") == kept.code
    assert code("Keep it safe.", "Keep everything safe.") != kept.code


# --- what it waits for -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "asks"),
    [
        (
            {'incidents: {lead_role: manager, phone: "+44 20 7946 0199"': "incidents: {lead_role: manager"},
            "incidents.phone",
        ),
        ({"incidents: {lead_role: manager, ": "incidents: {"}, "incidents.lead_role"),
        ({"effective_on: 2027-01-04": "effective_on: unanswered"}, "effective_on"),
    ],
    ids=["nobody's phone", "nobody leads", "no day"],
)
def test_it_waits_with_the_rule_that_waits_and_tells_the_question(
    sample: Callable[..., ComposedVenue], changes: dict[str, str], asks: str
) -> None:
    assert posters(sample())
    waiting = sample(changes)
    assert waiting.posters == ()
    held = [each for each in waiting.withheld if each.id == NAME]
    assert {each.language for each in held} == set(waiting.plan.staff_languages)
    assert all(asks in {question.fact for question in each.questions} for each in held), held


def test_a_rule_without_words_to_remember_is_told_with_its_file_and_line_and_never_printed(
    sample: Callable[..., ComposedVenue], library: Library
) -> None:
    clause = library.clauses["six-safe"]
    polish = clause.texts["pl"]
    plain_words = replace(polish, markdown=polish.markdown.replace("**", ""))
    assert plain_words != polish
    other = replace(clause, texts={**clause.texts, "pl": plain_words})
    words = replace(library, clauses={**library.clauses, "six-safe": other})
    composer = Composer(words, sample().composer.context)
    held = document_words(composer, library.documents[NAME], "pl")
    assert isinstance(held, Withheld)
    [finding] = held.findings
    assert (finding.code, str(finding.place)) == (
        "content.no_lead",
        "content/staff/clauses/six/six-safe/pl.md:4",
    )
    assert isinstance(document_words(composer, library.documents[NAME], "en"), Composed)


# --- on paper ----------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_it_is_one_page_of_four_sizes_and_its_rules_are_read_from_two_metres(
    venue: ComposedVenue, shop: PaperShop
) -> None:
    made, findings = print_papers(
        [replace(venue, handbooks=(), registers=(), quizzes=(), cards=())], shop.fonts, shop.cache
    )
    assert findings == []
    assert {(each.kind, each.sheet, each.path.name) for each in made} == {
        ("poster", "a4", f"{NAME}.{language}.pdf") for language in venue.plan.staff_languages
    }
    for each in made:
        assert len(pypdfium2.PdfDocument(each.file)) == 1
        foot, close, rule, title = sorted(sizes(each.file))
        assert rule in POSTER_POINTS
        assert rule >= SMALLEST_RULE
        assert close >= SMALLEST_READ
        assert foot >= 9.0
        assert title > rule


@pytest.mark.slow
def test_words_that_do_not_fit_are_set_smaller_and_then_refused(
    sample: Callable[..., ComposedVenue], shop: PaperShop
) -> None:
    paper = posters(sample())["en"]
    settings = (paper.html, *paper.closer)
    assert len(settings) == len(POSTER_POINTS)

    def printed(old: str, new: str) -> Path | Refusal:
        changed = tuple(html.replace(old, new, 1) for html in settings)
        [outcome] = shop.print_all([(changed, paper.style, "poster.pdf", paper.pages)])
        return outcome

    def rule(outcome: Path | Refusal) -> float:
        assert isinstance(outcome, Path)
        return sorted(sizes(outcome))[-2]

    as_it_is = rule(printed("Keep it safe.", "Keep it safe."))
    longer = rule(printed("it\xa0safe.", "it safe, and put away what nobody needs to see."))
    assert SMALLEST_RULE <= longer < as_it_is
    refused = printed("it\xa0safe.", "it safe. " + "And put away what nobody needs to see. " * 9)
    assert isinstance(refused, Refusal)
    assert [finding.code for finding in refused.findings] == ["press.paper_full"]
