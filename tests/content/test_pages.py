"""The pages of the three places as guests read them: an answer first, facts of it, something to do."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from placard.compose.documents import Composer
from placard.compose.tokenised import Composed, Withheld
from placard.compose.venue import ComposedVenue
from placard.library.library import Library
from placard.model.dealings import Photos
from placard.read.venue import VenueFile, read_venue

VENUES = sorted((Path(__file__).resolve().parents[2] / "venues").rglob("[!_]*.yml"))
NEW = ("notice", "images", "health", "children", "about")
BATH, SALON, STUDIO = "old-mill-bathhouse", "jade-mirror-salon", "river-light-studio"
_TOKEN = re.compile("\ue000\\d+\ue001")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SENTENCE_ENDS = {"en": r"[.!?](?=\s|$)", "pl": r"[.!?](?=\s|$)", "zh-Hans": r"[。！？]"}
FOREIGN = {
    "gb": r"RODO|EU law|European Economic Area|PIPL|单独同意|UODO|个人信息保护法",
    "pl": r"UK GDPR|Information Commission|PIPL|网信|separate consent|oddzieln\w+ zgod|个人信息保护法",
    "cn": r"legitimate interest|uzasadnion\w+ interes|正当利益|GDPR|RODO|Information Comm|explicit consent",
}


@dataclass(frozen=True)
class Read:
    """A page as somebody reads it."""

    venue: str
    law: str
    language: str
    page: Composed

    def blocks(self, frame: str = "") -> list[str]:
        """The paragraphs, entries and rows of the page, or of its sections of one frame, filled."""
        pieces = [
            piece
            for section in self.page.sections
            if frame in ("", section.frame)
            for passage in section.passages
            for piece in re.split(r"</(?:p|li|tr)>", self.page.saying.tokens.fill_html(passage.html))
        ]
        texts = (" ".join(html.unescape(re.sub(r"<[^>]+>", " ", piece)).split()) for piece in pieces)
        return [text for text in texts if text]

    @property
    def text(self) -> str:
        return "\n".join(self.blocks())

    @property
    def length(self) -> tuple[int, int]:
        """How long the page is, and how long it must be: Han characters or words."""
        if self.language == "zh-Hans":
            return len(_HAN.findall(self.text)), 250
        return len(re.findall(r"\w+", self.text)), 150

    @property
    def facts(self) -> set[str]:
        """The values of this place that stand on the page, addresses behind links left out."""
        return {phrase.text for phrase in self.page.saying.tokens.phrases if phrase.text and not phrase.link}

    def __str__(self) -> str:
        return f"{self.venue} {self.language} {self.page.id}"


@pytest.fixture(scope="module")
def files() -> list[VenueFile]:
    read = [read_venue(path, path.name)[0] for path in VENUES]
    return [file for file in read if file is not None]


@pytest.fixture(scope="module")
def venues(files: list[VenueFile], composed: Callable[[VenueFile], ComposedVenue]) -> list[ComposedVenue]:
    return [composed(file) for file in files]


@pytest.fixture(scope="module")
def pages(venues: list[ComposedVenue]) -> list[Read]:
    def every() -> Iterator[Read]:
        for venue in venues:
            law = venue.composer.context.law.id
            yield from (Read(venue.venue_id, law, page.language, page) for page in venue.pages)

    return list(every())


def test_each_place_has_the_pages_its_type_promises_in_each_of_its_languages(
    venues: list[ComposedVenue], pages: list[Read]
) -> None:
    there = {(page.venue, page.language, page.page.id) for page in pages}
    for venue in venues:
        for language in venue.composer.context.venue.languages:
            expected = {*NEW} - ({"health"} if venue.venue_id != SALON else set())
            missing = [name for name in expected if (venue.venue_id, language, name) not in there]
            assert missing == [], f"{venue.venue_id} {language}"


def test_every_new_page_opens_with_the_answer_in_two_sentences(pages: list[Read]) -> None:
    for read in pages:
        if read.page.id in NEW:
            assert read.page.sections[0].frame == "answer", read
            (passage,) = read.page.sections[0].passages
            # The words alone: a full stop of a value, as in "sp. z o.o.", ends no sentence.
            words = re.sub("<[^>]+>", "", _TOKEN.sub("x", passage.html))
            assert len(re.findall(_SENTENCE_ENDS[read.language], words)) == 2, f"{read}: {words}"


def test_every_new_page_holds_three_facts_of_its_place_and_is_long_enough_to_help(pages: list[Read]) -> None:
    for read in pages:
        if read.page.id in NEW:
            assert len(read.facts) >= 3, f"{read}: {read.facts}"
            length, least = read.length
            assert length >= least, f"{read}: {length}"


def test_every_page_ends_with_something_to_do_by_mail_phone_and_paper(pages: list[Read]) -> None:
    for read in pages:
        ending = read.page.sections[-1]
        assert ending.frame == "next", read
        words = "".join(read.page.saying.tokens.fill_html(passage.html) for passage in ending.passages)
        assert 'href="mailto:' in words, read
        assert 'href="tel:' in words, read


def test_no_page_speaks_the_law_of_another_country(pages: list[Read]) -> None:
    for read in pages:
        found = re.search(FOREIGN[read.law], read.text)
        assert found is None, f"{read}: {found and found[0]}"


@pytest.mark.parametrize("page", ["images", "children", "cameras"])
def test_places_of_different_kinds_say_different_things_under_one_address(
    pages: list[Read], page: str
) -> None:
    """In substance, with the facts of both places put aside."""
    said = {
        read.venue: {passage.source for section in read.page.sections for passage in section.passages}
        for read in pages
        if read.page.id == page and read.language == "en"
    }
    assert {BATH, SALON, STUDIO} <= set(said)
    most = {"images": 1 / 3, "children": 0.8, "cameras": 0.9}[page]
    for one, other in ((BATH, SALON), (SALON, STUDIO), (STUDIO, BATH)):
        shared = len(said[one] & said[other]) / len(said[one])
        assert shared <= most, f"{one} and {other} share {shared:.0%} of {page}"


def in_english(pages: list[Read], venue: str, page: str) -> str:
    return next(r.text for r in pages if (r.venue, r.page.id, r.language) == (venue, page, "en"))


def test_each_place_tells_of_its_cameras_what_the_others_have_no_cause_to(pages: list[Read]) -> None:
    bath, salon, studio = (in_english(pages, venue, "cameras") for venue in (BATH, SALON, STUDIO))
    assert "Weir Lane Brewery" in bath
    assert "sauna" in bath
    assert "Guards:" in salon
    assert "high definition" in salon
    assert "the tea house next door" in salon
    assert "One camera takes all these pictures" in studio
    assert "the dance school" in studio
    assert "Guards:" not in bath + studio
    assert "One camera takes all these pictures" not in bath + salon


def test_the_studio_tells_what_happens_to_pictures_from_the_shutter_to_the_last_copy(
    pages: list[Read],
) -> None:
    said = in_english(pages, STUDIO, "images")
    for matter in ("encrypted", "Retouching", "United States", "after 3 months", "after 30 days"):
        assert matter in said, matter
    for matter in ("within 7 days", "cannot call back", "Who is in the room", "memory card"):
        assert matter in said, matter


def test_encryption_is_told_only_where_somebody_typed_it(
    files: list[VenueFile], library: Library, composed: Callable[[VenueFile], ComposedVenue]
) -> None:
    studio = next(file for file in files if file.venue.id == STUDIO)
    photos = studio.venue.photos
    assert isinstance(photos, Photos)
    bare = studio.venue.model_copy(update={"photos": photos.model_copy(update={"encrypted": False})})
    made = composed(VenueFile(bare, studio.nodes, studio.file))
    (page,) = (page for page in made.pages if page.id == "images" and page.language == "en")
    said = Read(STUDIO, "pl", "en", page).text
    assert "it is not encrypted" in said
    assert "without the key" not in said


def test_what_an_owner_typed_of_an_activity_stands_in_the_notice_in_place_of_what_is_usual(
    files: list[VenueFile], composed: Callable[[VenueFile], ComposedVenue]
) -> None:
    bath = next(file for file in files if file.venue.id == BATH)
    activities = bath.venue.activities
    assert isinstance(activities, tuple)
    booked = activities[0].model_copy(update={"source": "booking_platform"})
    changed = bath.venue.model_copy(update={"activities": (booked, *activities[1:])})
    made = composed(VenueFile(changed, bath.nodes, bath.file))
    (page,) = (page for page in made.pages if page.id == "notice" and page.language == "en")
    row = next(b for b in Read(BATH, "gb", "en", page).blocks() if b.startswith("bookings and visits"))
    assert "a booking platform" in row
    assert "keeping bookings" in row
    assert "needed for what you book" in row


def test_a_page_waits_for_the_answer_it_would_have_to_guess(
    files: list[VenueFile], library: Library, context_of: Callable[[VenueFile], object]
) -> None:
    from placard.model import UNANSWERED

    studio = next(file for file in files if file.venue.id == STUDIO)
    photos = studio.venue.photos
    assert isinstance(photos, Photos)
    unknown = studio.venue.model_copy(update={"photos": photos.model_copy(update={"withdrawal": UNANSWERED})})
    context = context_of(VenueFile(unknown, studio.nodes, studio.file))
    made = Composer(library, context).document(library.documents["images"], "en")  # type: ignore[arg-type]
    assert isinstance(made, Withheld)
    assert [question.fact for question in made.questions] == ["photos.withdrawal"]
