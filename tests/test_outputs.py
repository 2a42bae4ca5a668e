"""What was made is opened again and read as a stranger would read it: codes, sums, values, words."""

from __future__ import annotations

import hashlib
import html
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

import pypdfium2
import pypdfium2.raw
import pytest
import yaml

from placard.compose.tokenised import Composed
from placard.compose.venue import ComposedVenue
from placard.prove.key_facts import key_facts_of
from placard.prove.markup import text
from placard.prove.one_value import KeyFact, prove_one_value
from placard.prove.pdf import Pdf, mended, open_pdf
from placard.prove.qr import codes_in
from placard.prove.readings import Reading, read_html, read_pdf
from placard.publish.manifest import Entry, read
from placard.read.venue import read_venue

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
SAMPLE = "old-mill-bathhouse"
ADDRESS = "https://privacy.oldmill.example/"
LANGUAGES = ("en", "pl")
PAGES = ("privacy", "cameras", "rights", "complaints")
AS_OF = "2026-12-01"


@pytest.fixture(scope="module")
def entries(sample_built: Any) -> tuple[Entry, ...]:
    """The manifest, read back."""
    manifest = read(sample_built.out)
    assert manifest is not None
    assert len(manifest.entries) > 40
    return tuple(manifest.entries)


@pytest.fixture(scope="module")
def venue(sample_built: Any, composed: Callable[..., ComposedVenue]) -> ComposedVenue:
    """The words the sample was made from."""
    file, findings = read_venue(sample_built.venues / f"{SAMPLE}.yml", f"venues/{SAMPLE}.yml")
    assert file is not None, findings
    return composed(file)


@pytest.fixture(scope="module")
def pdfs(sample_built: Any, entries: tuple[Entry, ...]) -> dict[str, Pdf]:
    """Every PDF by its path in `out/`, opened."""
    paths = [entry.path for entry in entries if entry.path.endswith(".pdf")]
    assert len(paths) > 15
    return {path: open_pdf((sample_built.out / path).read_bytes()) for path in paths}


def words_of(pdf: Pdf) -> str:
    return " ".join(" ".join(mended(page.text) for page in pdf.pages).split())


# --- codes on sheets -------------------------------------------------------------------------------------


def test_the_code_on_every_sheet_opens_a_page_that_is_there(
    sample_built: Any, entries: tuple[Entry, ...]
) -> None:
    sheets = [entry for entry in entries if entry.kind == "sheet"]
    assert len(sheets) >= 8
    scanned = 0
    for entry in sheets:
        sign = Path(entry.path).name.split(".")[0]
        codes = codes_in(sample_built.out / entry.path)
        # Where phones are put away, and on a door sign that says it all, there is nothing to scan.
        assert codes in ([f"{ADDRESS}q/{SAMPLE}/{sign}/"], []), entry.path
        scanned += bool(codes)
        target = sample_built.out / "site" / "q" / SAMPLE / sign / "index.html"
        assert target.is_file() or not codes, entry.path
    assert scanned >= 5


def test_the_letters_in_the_foot_of_a_sheet_open_a_page_that_calls_it_current(
    sample_built: Any, entries: tuple[Entry, ...], pdfs: dict[str, Pdf]
) -> None:
    sheets = [entry for entry in entries if entry.kind == "sheet"]
    assert len({entry.code for entry in sheets}) >= 7
    for entry in sheets:
        assert entry.code in words_of(pdfs[entry.path]).replace(" ", ""), entry.path
        page = sample_built.out / "site" / "s" / entry.code / "index.html"
        assert "This sheet is current." in text(page.read_text("utf-8")), entry.path


# --- the manifest ----------------------------------------------------------------------------------------


def test_every_entry_of_the_manifest_is_there_as_it_says_and_nothing_else_is(
    sample_built: Any, entries: tuple[Entry, ...], pdfs: dict[str, Pdf], snapshot: Callable[..., Any]
) -> None:
    made = snapshot(sample_built.out)
    assert set(made) - {"manifest.json"} == {entry.path for entry in entries}
    for entry in entries:
        assert hashlib.sha256(made[entry.path]).hexdigest() == entry.sha256, entry.path
        assert entry.pages == (len(pdfs[entry.path].pages) if entry.path in pdfs else 0), entry.path


def test_nothing_that_is_made_tells_where_it_was_made(
    sample_built: Any, snapshot: Callable[..., Any]
) -> None:
    made = snapshot(sample_built.out)
    assert len(made) > 40
    for path, content in made.items():
        for place in (ROOT, sample_built.out.parent, Path.home()):
            assert len(str(place)) == 1 or f"{place}/".encode() not in content, f"{path} tells of {place}"


def test_two_clean_builds_in_two_processes_are_equal_byte_for_byte(
    sample_built: Any, tmp_path: Path, build_py: Callable[..., Any], snapshot: Callable[..., Any]
) -> None:
    """Another order of hashes, another time zone, another number of presses, another folder."""
    other = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    here = ("--venues", sample_built.venues, "--out", tmp_path / "out", "--as-of", AS_OF, "--jobs", 1)
    run = build_py(*here, **other)
    assert run.code == 0, run.told
    first, second = snapshot(sample_built.out), snapshot(tmp_path / "out")
    assert first.keys() == second.keys()
    assert sum(path.endswith(".pdf") for path in first) > 15
    assert [path for path in first if first[path] != second[path]] == []


# --- one value for one fact ------------------------------------------------------------------------------


def readings(folder: Path, entries: tuple[Entry, ...], pdfs: dict[str, Pdf]) -> Iterator[Reading]:
    for entry in entries:
        if not entry.venue:
            continue
        if entry.path in pdfs:
            yield read_pdf(entry.path, SAMPLE, entry.languages, pdfs[entry.path])
        elif entry.kind in ("page", "short"):
            yield read_html(entry.path, SAMPLE, entry.languages, folder / entry.path)


def test_ten_key_facts_are_read_back_in_two_outputs_or_more_each_with_one_value(
    sample_built: Any, entries: tuple[Entry, ...], pdfs: dict[str, Pdf], venue: ComposedVenue
) -> None:
    facts = list(key_facts_of(venue, LANGUAGES))
    named = yaml.safe_load((ROOT / "content" / "key-facts.yml").read_text("utf-8"))
    assert len(facts) >= 10
    assert {fact.name for fact in facts} == set(named)
    said = list(readings(sample_built.out, entries, pdfs))
    assert len(said) > 25
    assert prove_one_value([replace(fact, at_least=2) for fact in facts], said) == []
    for fact in facts:
        outputs = [reading.output for reading in said if stands_in(fact, reading)]
        assert len(outputs) >= 2, f"{fact.name} is read in {outputs}"


def stands_in(fact: KeyFact, reading: Reading) -> bool:
    """Tell whether any way to say the value stands in an output; the simplest search there is."""
    whole = " ".join(" ".join(reading.paragraphs).split()).casefold()
    phrases = (phrase for language in reading.languages for phrase in fact.said[language].phrases)
    return any(" ".join(phrase.split()).casefold() in whole for phrase in phrases)


@dataclass(frozen=True)
class Planted:
    """A heading in which somebody typed a number; sentences are told of before anything is made of them."""

    part: str
    document: str
    language: str
    old: str
    new: str
    found: str
    output: str


PLANTED = [
    Planted("site", "public/documents/cameras.yml", "en", "How long, and why that long",
            "Recordings are kept for 30 days", "30 days", f"site/{SAMPLE}/en/cameras/"),
    Planted("site", "public/documents/cameras.yml", "pl", "Jak długo i dlaczego właśnie tyle",
            "Nagrania przechowujemy przez 45 dni", "45 dni", f"site/{SAMPLE}/pl/cameras/"),
    Planted("staff", "staff/documents/handbook.yml", "en", "The clocks",
            "Recordings are kept for 30 days", "30 days", f"staff/{SAMPLE}/"),
]  # fmt: skip


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted.part}-{planted.language}")
def test_a_number_typed_into_the_words_stops_the_build_and_is_named(
    sample_built: Any, tmp_path: Path, build_py: Callable[..., Any], planted: Planted
) -> None:
    words = (ROOT / "content" / planted.document).read_text("utf-8")
    assert planted.old in words, "the document no longer says this"
    overlay = tmp_path / "my-words" / planted.document
    overlay.parent.mkdir(parents=True)
    overlay.write_text(words.replace(planted.old, planted.new), "utf-8")
    # What was printed before need not be printed again.
    shutil.copytree(sample_built.out.parent / ".out-staging", tmp_path / ".out-staging")
    ours = ("--content", ROOT / "content", "--content", tmp_path / "my-words")
    here = ("--venues", sample_built.venues, "--out", tmp_path / "out", "--as-of", AS_OF)
    run = build_py(planted.part, *ours, *here)
    assert run.code == 1, run.told
    errors = [line for line in run.lines if ": error: " in line]
    assert errors
    for line in errors:
        assert line.startswith(planted.output), line
        assert f"says {planted.found} where recordings_kept is 14" in line
    assert not (tmp_path / "out").exists()


# --- pages -----------------------------------------------------------------------------------------------

_SENTENCE = re.compile(r"[.?!](?=\s|$)")
_SECTION = re.compile(r'<section class="frame-([a-z]+)" id="([a-z-]+)">(.*?)</section>', re.DOTALL)


def article(sample_built: Any, language: str, page: str) -> str:
    whole = (sample_built.out / "site" / SAMPLE / language / page / "index.html").read_text("utf-8")
    found = re.search(r"<article.*?>(.*)</article>", whole, re.DOTALL)
    assert found is not None
    return found[1]


def read_aloud(markup: str) -> str:
    return " ".join(text(markup).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_answers_in_two_sentences_and_ends_with_what_one_can_do_now(
    sample_built: Any, language: str, page: str
) -> None:
    sections = _SECTION.findall(article(sample_built, language, page))
    assert len(sections) >= 4
    (first, name, answer), (last, _, doing) = sections[0], sections[-1]
    assert (first, name) == ("answer", "answer")
    paragraphs = re.findall(r"<p>(.*?)</p>", answer, re.DOTALL)
    sentences = _SENTENCE.findall(" ".join(read_aloud(paragraph) for paragraph in paragraphs))
    assert len(sentences) == 2, read_aloud(answer)
    assert last == "next"
    (address, *_) = re.findall(r'href="(mailto:[^"]+)"', doing)
    assert re.match(r"mailto:[a-z]+@oldmill\.example\?subject=[^&]{10,}&body=.{40,}", html.unescape(address))
    assert 'href="tel:+' in doing, "and a way for those who do not write mails"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_holds_facts_of_this_venue_and_has_something_to_say(
    sample_built: Any, venue: ComposedVenue, language: str, page: str
) -> None:
    said = read_aloud(article(sample_built, language, page))
    assert len(said.split()) >= 150
    (words,) = (each for each in venue.pages if (each.id, each.language) == (page, language))
    facts = {" ".join(phrase.text.split()) for phrase in words.saying.tokens.phrases}
    facts = {fact for fact in facts if not fact.startswith(("mailto:", "tel:", "http"))}
    shown = {fact for fact in facts if fact in said}
    assert len(shown) >= 3
    assert facts - shown == set(), "a fact that was put into the page does not stand on it"


def test_every_page_is_there_in_every_language_and_no_two_have_one_title(sample_built: Any) -> None:
    titles = {}
    for language in LANGUAGES:
        for page in ("", *PAGES):
            file = sample_built.out / "site" / SAMPLE / language / page / "index.html"
            found = re.search(r"<title>(.*?)</title>", file.read_text("utf-8"), re.DOTALL)
            assert found is not None
            titles[language, page] = found[1]
    assert len(titles) == 10
    assert len({(language, title) for (language, _), title in titles.items()}) == 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_of_a_language_finds_every_section_of_its_pages(sample_built: Any, language: str) -> None:
    file = sample_built.out / "site" / SAMPLE / language / "search" / "search_index.json"
    places = {doc["location"] for doc in json.loads(file.read_text("utf-8"))["docs"]}
    sought = {
        f"{page}/#{name}"
        for page in PAGES
        for _, name, body in _SECTION.findall(article(sample_built, language, page))
        if "<h2" in body
    }
    assert len(sought) > 20
    assert sought - places == set()


# --- the staff pack --------------------------------------------------------------------------------------


def handbook(venue: ComposedVenue, language: str) -> Composed:
    (found,) = (each for each in venue.handbooks if each.language == language)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_handbook_has_pages_enough_and_situations_with_words_to_say(
    pdfs: dict[str, Pdf], venue: ComposedVenue, language: str
) -> None:
    pdf = pdfs[f"staff/{SAMPLE}/handbook.{language}.pdf"]
    assert len(pdf.pages) >= 4
    said = words_of(pdf)
    filled = handbook(venue, language).filled(lambda page, anchor: "")
    situations = [section for section in filled.sections if section.frame == "situation"]
    assert len(situations) >= 2
    opening = venue.composer.library.languages[language].quotes[0]
    for section in filled.sections:
        if section.heading:
            assert " ".join(section.heading.striptags().split()) in said, section.id
    spoken = [s for s in situations if any(opening in passage.html for passage in s.passages)]
    assert len(spoken) >= 2, "no situation holds a sentence one could say"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quiz_asks_ten_questions_and_its_key_is_another_sheet(
    pdfs: dict[str, Pdf], venue: ComposedVenue, language: str
) -> None:
    asked = words_of(pdfs[f"staff/{SAMPLE}/quiz-a.{language}.pdf"])
    key = words_of(pdfs[f"staff/{SAMPLE}/quiz-key-a.{language}.pdf"])
    (quiz,) = (each for each in venue.quizzes if (each.id, each.language) == ("quiz-a", language))
    assert len(quiz.questions) == 10

    def plain(words: Any) -> str:
        return " ".join(words.striptags().split())

    for question in quiz.questions:
        assert plain(question.ask) in asked
        assert plain(question.ask) in key
        assert len(question.answers) == 4
        assert all(plain(answer) in asked for answer in question.answers)
        assert plain(question.because) in key
        assert plain(question.because) not in asked, "the quiz gives its own answers away"
        assert "abcd"[question.right] + " " + plain(question.answers[question.right]) in key
    assert len({question.right for question in quiz.questions}) >= 3, "always the same letter is right"


def test_every_staff_paper_says_that_it_is_for_staff_and_bears_its_code(
    pdfs: dict[str, Pdf], entries: tuple[Entry, ...], venue: ComposedVenue
) -> None:
    papers = [entry for entry in entries if entry.path.startswith("staff/") and entry.path.endswith(".pdf")]
    leaving = re.compile(r"letter-|settlement|partner-(?:terms|report)")
    goes_out = {entry.path for entry in papers if leaving.match(PurePosixPath(entry.path).name)}
    assert len(papers) - len(goes_out) >= 20
    assert len(goes_out) >= 6
    for entry in papers:
        (language,) = entry.languages
        only = venue.composer.library.labels[language].words["staff_only"]
        for page in pdfs[entry.path].pages:
            assert (only in " ".join(page.text.split())) is (entry.path not in goes_out), entry.path
            assert entry.code in page.text, entry.path


def test_what_a_pdf_says_about_itself_names_the_venue_and_no_day_or_machine(
    pdfs: dict[str, Pdf],
) -> None:
    for path, pdf in pdfs.items():
        about = "Review of a law pack" if path.startswith("records/_law/") else "Old Mill Bathhouse"
        assert about in pdf.metadata["Title"], path
        assert not {"CreationDate", "ModDate"} & pdf.metadata.keys(), path
        assert os.uname().nodename not in " ".join(pdf.metadata.values()), path


# --- large print -----------------------------------------------------------------------------------------


def test_nothing_in_large_print_is_smaller_than_18_points(
    sample_built: Any, entries: tuple[Entry, ...]
) -> None:
    """Page numbers and the line at the foot are read as well."""
    large = [entry.path for entry in entries if "/notice-large." in entry.path]
    assert len(large) == len(LANGUAGES)
    for path in large:
        sizes = set()
        for page in pypdfium2.PdfDocument(sample_built.out / path):
            words = page.get_textpage()
            letters = (n for n in range(words.count_chars()) if words.get_text_range(n, 1).strip())
            sizes |= {round(pypdfium2.raw.FPDFText_GetFontSize(words.raw, n) * 0.75, 1) for n in letters}
        assert min(sizes) >= 18.0, f"{path}: {sorted(sizes)}"
