"""A staff paper bears a code that changes with its words, and with nothing else."""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape

from placard.compose.documents import Composer
from placard.compose.venue import ComposedVenue, compose_venue
from placard.library.library import Library
from placard.plan.documents import plan
from placard.press import fonts
from placard.press.cache import PressCache
from placard.press.outcome import Refusal
from placard.press.papers import PaperShop
from placard.staff.papers import Paper
from placard.staff.venue import papers

ROOT = Path(__file__).resolve().parents[2]
Papers = dict[str, Paper]


def by_stem(venue: ComposedVenue) -> Papers:
    made = {paper.stem: paper for paper in papers(venue)}
    assert len(made) == len(list(papers(venue)))
    return made


def plain(paper: Paper) -> str:
    """The words of a paper, with ordinary blanks."""
    return paper.html.replace("\xa0", " ")


def codes(made: Papers) -> dict[str, str]:
    return {stem: paper.code for stem, paper in made.items()}


@pytest.fixture
def staff_pack(typed: Callable[..., Any], composed: Callable[..., ComposedVenue]) -> Callable[..., Papers]:
    """Return the staff papers of the sample, some lines of it changed."""

    def made(changes: dict[str, str] | None = None) -> Papers:
        file = typed(changes).file
        assert file is not None
        return by_stem(composed(file))

    return made


QUIZZES = {"quiz-a", "quiz-b", "quiz-key-a", "quiz-key-b"}
CARDS = {"card-somebody-films", "card-first-hour", "card-daily-check"}
POSTER = "poster-six-rules"


def test_the_pack_holds_what_the_type_lists_in_each_staff_language(
    staff_pack: Callable[..., Papers],
) -> None:
    both = staff_pack()
    assert {(paper.kind, paper.language) for paper in both.values()} == {
        (kind, language)
        for kind in ("handbook", "register", "poster", "quiz", "key", "card")
        for language in ("en", "pl")
    }
    one = staff_pack({"staff_languages: [en, pl]": "staff_languages: [pl]"})
    assert set(one) == {f"{stem}.pl" for stem in {"handbook", "register", POSTER} | QUIZZES | CARDS}
    assert codes(one) == {stem: code for stem, code in codes(both).items() if stem.endswith(".pl")}


def test_a_quiz_and_its_key_bear_one_code_and_no_other_paper_bears_it(
    staff_pack: Callable[..., Papers],
) -> None:
    made = staff_pack()
    for language, letter in itertools.product(("en", "pl"), "ab"):
        quiz, key = made[f"quiz-{letter}.{language}"], made[f"quiz-key-{letter}.{language}"]
        assert quiz.code == key.code
        assert quiz.code in quiz.html
        assert key.code in key.html
    keys = [paper for paper in made.values() if paper.kind == "key"]
    assert len({paper.code for paper in made.values()}) == len(made) - len(keys)
    assert all(re.fullmatch(r"[2-9a-z]{4}-[2-9a-z]{4}", paper.code) for paper in made.values())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changes", "changed"),
    [
        (
            {"+44 20 7946 0199": "+44 20 7946 0190"},
            {"handbook", "register", "quiz-b", "quiz-key-b", POSTER} | CARDS,
        ),
        ({"name: Ruth Calder": "name: Ruth Calderwood"}, {"handbook", "register"}),
        (
            {"first_contact: 24 hours": "first_contact: 12 hours"},
            {"handbook", "register", "quiz-a", "quiz-key-a"},
        ),
        ({"effective_on: 2027-01-04": "effective_on: 2027-02-08"}, set()),
        ({"\nname: Old Mill Bathhouse\n": "\nname: New Mill Bathhouse\n"}, {"handbook", "register"}),
        ({"sample: true\n": ""}, set()),
        ({'number: "00000000"': 'number: "00000001"'}, set()),
    ],
    ids=["phone", "person", "promise", "day", "name over the door", "no sample", "not in any paper"],
)
def test_a_code_changes_with_the_facts_that_stand_in_the_text(
    staff_pack: Callable[..., Papers], changes: dict[str, str], changed: set[str]
) -> None:
    before, after = codes(staff_pack()), codes(staff_pack(changes))
    assert before.keys() == after.keys()
    assert {stem.split(".")[0] for stem in before if before[stem] != after[stem]} == changed


def test_a_code_changes_with_a_word_of_one_language_alone(
    library: Library, typed: Callable[..., Any], context_of: Callable[..., Any]
) -> None:
    def made(words: Library) -> dict[str, str]:
        context = context_of(typed().file)
        return codes(by_stem(compose_venue(Composer(words, context), plan(words, context))))

    clause = library.clauses["six-needed"]
    polish = clause.texts["pl"]
    mended = replace(polish, markdown=polish.markdown.replace("Listy", "Wszystkie listy", 1))
    assert mended != polish
    other = replace(clause, texts={**clause.texts, "pl": mended})
    before, after = made(library), made(replace(library, clauses={**library.clauses, "six-needed": other}))
    assert {stem for stem in before if before[stem] != after[stem]} == {"handbook.pl", "register.pl"}


CODES = """
import json, sys
from pathlib import Path
from placard.compose.documents import Composer
from placard.compose.venue import compose_venue
from placard.derive.case import with_floor
from placard.phrases.facts import Context
from placard.plan.documents import plan
from placard.read.law import chain
from placard.read.project import read_project
from placard.read.roots import Project
from placard.staff.venue import papers
read = read_project(Project.here(Path.cwd()))
(file,) = read.venues
law = chain(read.library.packs, file.venue.law)
context = Context(file.venue, law, with_floor(read.library.rooms, law, file.venue.type))
venue = compose_venue(Composer(read.library, context), plan(read.library, context))
sheets = {words.stem: words.footer.code for _, words in venue.sheets}
made = {paper.stem: paper.code for paper in papers(venue)}
json.dump({"codes": sheets | made, "html": "".join(p.html for p in papers(venue))}, sys.stdout)
"""


@pytest.mark.slow
def test_restyling_means_no_reprinting(tmp_path: Path, sample_text: str) -> None:
    """Another look for every paper, another order of tags: the codes of all papers stay."""
    for folder in ("placard", "templates", "content"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "venues").mkdir()
    (tmp_path / "venues" / "old-mill-bathhouse.yml").write_text(sample_text, "utf-8")

    def told() -> dict[str, Any]:
        command = [sys.executable, "-c", CODES]
        environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        return dict(json.loads(done.stdout))

    before = told()
    assert len(before["codes"]) > 12
    for sheet in (tmp_path / "templates" / "print" / "css").rglob("*.css"):
        sheet.write_text(
            sheet.read_text("utf-8") + "\nbody { color: #123456; letter-spacing: 0.1em }\n", "utf-8"
        )
    for shape in (tmp_path / "templates" / "print").glob("*.html"):
        shape.write_text(shape.read_text("utf-8").replace('class="', 'class="other '), "utf-8")
    after = told()
    assert after["html"] != before["html"], "nothing was restyled"
    assert after["codes"] == before["codes"]


def test_the_handbook_names_whom_to_call_in_its_own_language(staff_pack: Callable[..., Papers]) -> None:
    made = staff_pack()
    for name in ("Ruth Calder", "Tomasz Wilk"):
        assert name in made["handbook.en"].html
        assert name in made["handbook.pl"].html
    assert "shift lead" in made["handbook.en"].html
    assert "shift lead" not in made["handbook.pl"].html
    assert 'lang="pl"' in made["handbook.pl"].html


def test_the_key_marks_the_right_answer_and_the_quiz_does_not(staff_pack: Callable[..., Papers]) -> None:
    made = staff_pack()
    assert made["quiz-key-a.en"].html.count('class="right"') == 10
    assert 'class="right"' not in made["quiz-a.en"].html
    assert made["quiz-a.en"].html.count('class="tick"') == 40


def test_the_key_says_where_in_the_book_the_answer_stands(
    staff_pack: Callable[..., Papers], library: Library
) -> None:
    made = staff_pack()
    headings = library.handbook_headings(library.types["bathhouse"])
    for name in library.types["bathhouse"].quizzes["quiz-a"]:
        heading = headings[library.questions[name].see]["en"]
        assert escape(heading) in made["quiz-key-a.en"].html
        assert escape(heading) in made["handbook.en"].html


def test_the_register_is_bound_to_the_handbook_it_was_printed_with(
    staff_pack: Callable[..., Papers],
) -> None:
    made = staff_pack()
    book, register = made["handbook.pl"], made["register.pl"]
    assert register.html.count(f'<td class="code">{book.code}</td>') == 12
    assert register.code != book.code
    assert "co 12 miesięcy" in plain(register)
    assert made["handbook.en"].code not in register.html


def test_while_a_handbook_waits_there_is_no_register_to_sign(staff_pack: Callable[..., Papers]) -> None:
    waiting = staff_pack({"    - {role: shift_lead, name: Tomasz Wilk": "    - {role: shift_lead"})
    assert {stem for stem in waiting if stem.startswith(("handbook", "register"))} == set()
    assert "quiz-a.en" in waiting


def test_a_situation_has_its_seven_labelled_parts_in_the_words_of_the_language(
    staff_pack: Callable[..., Papers], library: Library
) -> None:
    page = staff_pack()["handbook.pl"].html
    lost = page[page.index('id="lost-phone"') :].partition("</section>")[0]
    words = library.labels["pl"].words
    labels = [words[part] for part in library.situations["lost-phone"].parts]
    assert re.findall(r"<h3>(.*?)</h3>", lost) == labels
    assert len(labels) == 7
    moves = lost[lost.index('class="part moves"') :].partition("</ol>")[0]
    assert moves.count("<li>") == 3


def test_a_situation_stands_only_in_the_book_of_a_house_where_it_can_happen(
    staff_pack: Callable[..., Papers],
) -> None:
    live = staff_pack({"recording: motion": "recording: none", "retention: 14 days  ": "retention: none  "})
    assert 'id="stolen-purse"' in staff_pack()["handbook.en"].html
    assert 'id="stolen-purse"' not in live["handbook.en"].html
    assert 'id="lost-phone"' in live["handbook.en"].html


def test_a_law_speaks_only_in_the_book_of_its_own_places(staff_pack: Callable[..., Papers]) -> None:
    page = staff_pack()["handbook.en"].html
    assert "England and Wales" in page
    assert "in Poland" not in page
    assert "offence against public order" not in page


@pytest.mark.parametrize("city", ["Glasgow", "Belfast"])
def test_the_handbook_names_the_offences_of_england_and_wales_only_there(
    staff_pack: Callable[..., Papers], city: str
) -> None:
    at_home = staff_pack()["handbook.en"].html
    elsewhere = staff_pack({"city: Weirford": f"city: {city}"})["handbook.en"].html
    assert "can be a crime in England and Wales" in at_home
    assert "England and Wales" not in elsewhere
    assert "for the police to say" in elsewhere


def test_the_last_lines_of_a_handbook_say_who_has_read_it_and_which_version_it_is(
    staff_pack: Callable[..., Papers],
) -> None:
    book = staff_pack()["handbook.en"]
    colophon = book.html[book.html.index('class="colophon"') :]
    assert book.code in colophon
    assert "Not yet read by a named person" in colophon
    assert "It is not legal advice." in colophon


def test_a_card_has_two_sides_and_the_number_to_call(staff_pack: Callable[..., Papers]) -> None:
    card = staff_pack()["card-first-hour.en"]
    assert (card.sheet, card.pages) == ("a6", 2)
    assert card.html.count('<section class="side') == 2
    assert "+44 20 7946 0199" in plain(card)


def test_what_one_does_stands_apart_from_what_one_does_not_do(staff_pack: Callable[..., Papers]) -> None:
    made = staff_pack()
    for language, heading in (("en", "Call the police"), ("pl", "Dzwoń na policję")):
        html = plain(made[f"card-somebody-films.{language}"])
        crossed, _, besides = html.partition('class="not"')[2].partition('class="besides"')
        assert crossed.count("<li>") == 5
        assert heading not in crossed
        assert heading in besides


def test_a_card_with_no_second_group_is_not_crossed(staff_pack: Callable[..., Papers]) -> None:
    html = staff_pack()["card-daily-check.en"].html
    assert 'class="not"' not in html
    assert 'class="besides"' not in html
    assert html.count("<ol>") == 2


LONG = "- " + "A line that nobody can remember while somebody shouts at them. " * 6


@pytest.mark.slow
def test_a_card_that_does_not_fit_is_refused_and_never_shrunk(
    tmp_path: Path, staff_pack: Callable[..., Papers]
) -> None:
    card = staff_pack()["card-daily-check.en"]
    shop = PaperShop(fonts.prepare(), PressCache(tmp_path))
    assert isinstance(shop.print(card.html, card.style, "card.pdf", card.pages), Path)
    long = card.html.replace("<li>", f"<li>{LONG}")
    refused = shop.print(long, card.style, "card.pdf", card.pages)
    assert isinstance(refused, Refusal)
    assert [finding.code for finding in refused.findings] == ["press.paper_pages"]
