"""The real words: complete in each language, without typed values, and one clause for every case there is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from placard.check.applying import of_any_pack
from placard.check.conditions import holds
from placard.check.formlines import form_lines
from placard.check.training import staff_lines
from placard.compose.fragments import fragment
from placard.library.conditions import Conditions, Truth
from placard.library.library import Library
from placard.library.texts import Clause, MailButton, Section, Slot
from placard.model import UNANSWERED
from placard.model.paths import every_field
from placard.model.values import Unit
from placard.phrases.coverage import plural_classes
from placard.phrases.facts import NAMED_FACTS, spec
from placard.phrases.placeholders import PLACEHOLDER, placeholders
from placard.press import templates
from placard.read.law import chain

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
LANGUAGES = ("en", "pl", "zh-Hans")
LAWS = ("gb", "eu", "pl", "cn")
"""Laws whose words are all there; each is met as the row of packs it rests on."""

CLAUSES = sorted(path.parent for tree in ("public", "staff") for path in (CONTENT / tree).rglob("clause.yml"))
DOCUMENTS = sorted(
    path for tree in ("public", "staff") for path in (CONTENT / tree / "documents").glob("*.yml")
)
CHAPTERS = sorted((CONTENT / "staff" / "chapters").glob("*.yml"))
SITUATIONS = sorted(
    path for path in (CONTENT / "staff" / "situations").glob("*.yml") if "\nlaw:" in path.read_text("utf-8")
)
SIGNS = sorted((CONTENT / "public" / "signs").glob("*.yml"))
VENUES = [yaml.safe_load(path.read_text("utf-8")) for path in sorted((ROOT / "venues").glob("*.yml"))]
REFUSED = yaml.safe_load((Path(__file__).parent / "refused_words.yml").read_text("utf-8"))


def shown(path: Path) -> str:
    return path.relative_to(CONTENT).as_posix()


def test_there_is_something_to_read() -> None:
    assert len(CLAUSES) > 100
    assert len(DOCUMENTS) >= 5
    assert len(SIGNS) >= 3
    assert len({path.name for path in CLAUSES}) == len(CLAUSES)


# --- every text there is ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Written:
    """Some words as they stand in a file; `law` where they are for one law only."""

    where: str
    language: str
    words: str
    law: str = ""

    @property
    def typed(self) -> str:
        """What is typed, the facts left out."""
        return PLACEHOLDER.sub("…", self.words)


def law_of(applies: Conditions) -> str:
    named = {op for block in applies for test in block if test.fact == "law" for op in test.operands}
    return next(iter(named)) if len(named) == 1 else ""


def everything_written(library: Library) -> Iterator[Written]:
    for clause in library.clauses.values():
        for language, text in clause.texts.items():
            yield Written(text.place.file, language, text.markdown, law_of(clause.applies))
    for sign in library.signs.values():
        for line in sign.lines:
            for applies, words in line.variants:
                yield from (Written(line.place.file, *pair, law_of(applies)) for pair in words.items())
    for where, local in beside_clauses(library):
        yield from (Written(where, language, words) for language, words in local.items() if words)


def beside_clauses(library: Library) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Titles, headings, labels, mails, questions and answers, with the file they stand in."""
    for document in library.documents.values():
        locals_ = [document.title, document.description, *(s.heading for s in document.sections)]
        parts = [part for section in document.sections for part in section.parts]
        locals_ += [column.heading for part in parts for column in getattr(part, "columns", ())]
        yield from ((document.place.file, words) for words in locals_)
    for sign in library.signs.values():
        locals_ = [sign.title, sign.reason, *(line.label for line in sign.lines)]
        yield from ((sign.place.file, words) for words in locals_)
    for mail in library.mails.values():
        yield from ((mail.place.file, words) for words in (mail.label, mail.subject, mail.body))
    yield from ((line.place.file, line.words) for line in form_lines(library))
    for chapter in library.chapters.values():
        yield from ((chapter.place.file, section.heading) for section in chapter.sections)
    for lines in staff_lines(library):
        for language, texts in lines.texts.items():
            yield from ((lines.place.file, {language: text}) for text in texts)


def labels_written(library: Library) -> Iterator[Written]:
    for language, labels in library.labels.items():
        where = f"content/labels/{language}.yml"
        phrases = list(labels.words.items())
        for vocabulary, codes in labels.codes.items():
            phrases += [(f"{vocabulary}.{c}.{f}", p) for c, forms in codes.items() for f, p in forms.items()]
        for form, units in labels.durations.items():
            phrases += [(f"{form}.{u}.{k}", p) for u, plurals in units.items() for k, p in plurals.items()]
        for noun, plurals in labels.counts.items():
            phrases += [(f"{noun}.{k}", p) for k, p in plurals.items()]
        yield from (Written(f"{where}: {name}", language, phrase) for name, phrase in phrases)


@pytest.fixture(scope="module")
def written(library: Library) -> list[Written]:
    found = list(everything_written(library))
    assert len(found) > 500
    assert {each.language for each in found} >= set(LANGUAGES)
    return found


@pytest.fixture(scope="module")
def labelled(library: Library) -> list[Written]:
    found = list(labels_written(library))
    assert len(found) > 2000
    return found


# --- clauses ---------------------------------------------------------------------------------------------


def blocks(markdown: str) -> list[str]:
    """The paragraphs and entries of a clause, and where its links lead, in order."""
    html = fragment(markdown, "none").html
    return re.findall(r'<(p|ul|ol|li|strong)>|href="((?:page|https?|mailto):?[^"]*)"', html)  # type: ignore[return-value]


def clauses_of(sections: Sequence[Section]) -> set[str]:
    """The clauses that may stand in some sections."""
    slots = [part for section in sections for part in section.parts if isinstance(part, Slot)]
    return {name for slot in slots for name in slot.clauses}


def languages_that_may_need(clause: Clause, library: Library) -> set[str]:
    """The languages of every sample place whose law does not rule the clause out; English is the source."""
    spoken = "staff_languages" if clause.audience == "staff" else "languages"
    needed = {"en"}
    chapters = {c.id for c in library.chapters.values() if clause.id in clauses_of(c.sections)}
    for venue in VENUES:
        if chapters and not chapters & {*library.types[venue["type"]].chapters}:
            continue  # a chapter of other places
        packs = tuple(pack.id for pack in chain(library.packs, venue["law"]).packs)
        known = {"law": packs}
        truth = holds(of_any_pack(clause.applies), lambda fact, known=known: known.get(fact, UNANSWERED))
        if truth is not Truth.NO:
            needed |= set(venue[spoken])
    return needed


def test_the_sample_places_speak_every_language_there_is() -> None:
    for spoken in ("languages", "staff_languages"):
        assert {language for venue in VENUES for language in venue[spoken]} == set(LANGUAGES)


@pytest.mark.parametrize("folder", CLAUSES, ids=shown)
def test_a_clause_is_there_in_each_language_as_it_stands_today(library: Library, folder: Path) -> None:
    clause = library.clauses[folder.name]
    assert languages_that_may_need(clause, library) - clause.texts.keys() == set(), "a language is missing"
    for language, text in clause.texts.items():
        assert text.of_revision == clause.revision, f"{language} lags behind"
        assert text.markdown, language


@pytest.mark.parametrize("folder", CLAUSES, ids=shown)
def test_the_languages_of_a_clause_name_the_same_facts_in_the_same_blocks(
    library: Library, folder: Path
) -> None:
    clause = library.clauses[folder.name]
    english = clause.texts["en"].markdown
    facts = {asked.fact for asked in placeholders(english)[0]}
    expected = blocks(english)
    assert expected
    for language, text in clause.texts.items():
        good, bad = placeholders(text.markdown)
        assert bad == [], language
        assert {asked.fact for asked in good} == facts, language
        found = blocks(text.markdown)
        assert [b for b in found if b[0] != "strong"] == [b for b in expected if b[0] != "strong"], language


ARTICLE = re.compile(
    r"(?i)\b(?:art(?:icle|\.|ykuł)?|schedule|section|para(?:graph)?|ust\.?)\s*\d+[a-z]?(?:\(\d+\))*"
)
NUMBERING = re.compile(r"^\s*\d+\.\s", re.MULTILINE)


def test_no_number_is_typed_where_a_fact_should_stand(written: list[Written]) -> None:
    looked, typed = 0, []
    for each in written:
        looked += "…" in each.typed
        bare = NUMBERING.sub("", ARTICLE.sub("", each.typed))
        typed += [f"{each.where} ({each.language}): {hit}" for hit in re.findall(r"\S*\d\S*", bare)]
    assert looked > 200
    assert typed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_period_is_typed_in_words_either(written: list[Written], language: str) -> None:
    refused = REFUSED["typed_periods"][language]
    pattern = re.compile(refused["pattern"], re.IGNORECASE)
    assert pattern.search(refused["example"]), "the pattern finds nothing"
    said = [each for each in written if each.language == language]
    assert said
    assert [f"{each.where}: {hit[0]}" for each in said for hit in pattern.finditer(each.typed)] == []


# --- words we do not use ---------------------------------------------------------------------------------

PATTERNS = [(language, entry) for language in LANGUAGES for entry in REFUSED[language]]


@pytest.mark.parametrize(
    ("language", "entry"), PATTERNS, ids=lambda part: part if isinstance(part, str) else part["pattern"]
)
def test_a_refused_wording_stands_nowhere(
    written: list[Written], labelled: list[Written], language: str, entry: dict[str, str]
) -> None:
    pattern = re.compile(entry["pattern"], re.IGNORECASE)
    assert pattern.search(entry["example"]), "the pattern finds nothing"
    law = entry.get("only_for", "")
    said = [each for each in (*written, *labelled) if each.language == language]
    # Words without a law of their own are read by guests of every law there is.
    said = [each for each in said if not law or each.law in ("", law)]
    assert len(said) > 100
    assert [f"{each.where}: {hit[0]}" for each in said for hit in pattern.finditer(each.typed)] == []


def test_every_language_has_its_list_of_refused_words() -> None:
    assert all(len(REFUSED[language]) >= 8 for language in LANGUAGES)


# --- letters and marks -----------------------------------------------------------------------------------


def test_no_straight_quotes_and_no_rows_of_stops(written: list[Written], labelled: list[Written]) -> None:
    found = [
        f"{w.where} ({w.language}): {w.words}"
        for w in (*written, *labelled)
        if re.search(r"[\"']|\.\.\.", w.typed)
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotes_are_those_of_the_language_and_every_one_is_closed(
    library: Library, written: list[Written], labelled: list[Written], language: str
) -> None:
    opening, closing = library.languages[language].quotes
    foreign = set("“”„«»‟") - {opening, closing}
    said = [each for each in (*written, *labelled) if each.language == language]
    assert sum(opening in each.typed for each in said) >= (1 if language == "zh-Hans" else 10)
    wrong = [
        f"{each.where}: {each.words}"
        for each in said
        if foreign & set(each.typed) or each.typed.count(opening) != each.typed.count(closing)
    ]
    assert wrong == []


HAN = "\u3400-\u9fff"


def test_between_han_characters_stand_no_narrow_marks(
    written: list[Written], labelled: list[Written]
) -> None:
    said = [each for each in (*written, *labelled) if each.language == "zh-Hans"]
    assert len(said) > 400
    narrow = re.compile(rf"[{HAN}…][,;:!?()](?=[\s{HAN}…]|$)|[{HAN}][,.;:!?()\"'](?=[{HAN}])|[{HAN}] [{HAN}]")
    assert narrow.search("更衣,淋浴")
    assert narrow.search("更衣 淋浴")
    assert [f"{each.where}: {each.words}" for each in said if narrow.search(each.typed)] == []


def test_chinese_is_written_in_standard_characters(written: list[Written], labelled: list[Written]) -> None:
    """GB 2312 holds the simplified characters of everyday use and none of the traditional forms."""
    said = [each for each in (*written, *labelled) if each.language == "zh-Hans"]

    def odd(words: str) -> list[str]:
        return [c for c in re.findall(f"[{HAN}]", words) if not c.encode("gb2312", "ignore")]

    assert odd("請勿拍攝，请勿拍摄") == ["請", "攝"]
    assert [f"{each.where}: {odd(each.words)}" for each in said if odd(each.words)] == []


def test_no_two_blanks_no_blank_at_an_end_and_none_before_a_stop(
    written: list[Written], labelled: list[Written]
) -> None:
    ugly = re.compile(r"[^\n ] {2,}[^\n ]|[\w…] [.,;!?](?=\s|$)|[ \t]+$", re.MULTILINE)
    assert ugly.search("two  blanks")
    assert ugly.search("before .")
    every = [*written, *labelled]
    assert [
        f"{w.where} ({w.language}): {w.words}"
        for w in every
        if ugly.search(w.typed) and w.words not in (": ", ", ")
    ] == []


# --- titles and places -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", ["title", "description"])
def test_no_two_documents_have_one_title_or_one_description(
    library: Library, language: str, what: str
) -> None:
    told = [getattr(document, what).get(language, "") for document in library.documents.values()]
    told = [each for each in told if each]
    assert len(told) >= 4
    assert [each for each, count in Counter(told).items() if count > 1] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=shown)
def test_the_sections_of_a_document_have_ids_and_headings_of_their_own(library: Library, path: Path) -> None:
    document = library.documents[path.stem]
    ids = [section.id for section in document.sections]
    least = {"register": 0, "booklet": 1, "poster": 2}.get(document.kind, 3)  # one sheet needs few headings
    assert len(ids) >= least
    assert len(set(ids)) == len(ids)
    for language in LANGUAGES:
        # Two sections of which only ever one applies may be called the same.
        headings = [(s.heading[language], s.applies) for s in document.sections if s.heading]
        assert len(headings) >= least
        twice = [h for h, count in Counter(h for h, _ in headings).items() if count > 1]
        assert all(all(applies for h, applies in headings if h == each) for each in twice), twice


@pytest.mark.parametrize("path", DOCUMENTS, ids=shown)
def test_every_link_between_pages_leads_to_a_section_that_is_there(library: Library, path: Path) -> None:
    document = library.documents[path.stem]
    clauses = [name for s in document.sections for part in s.parts for name in getattr(part, "clauses", ())]
    links = [
        link
        for name in clauses
        for text in library.clauses[name].texts.values()
        for link in re.findall(r"\]\(page:([a-z-]+)(?:#([a-z-]+))?\)", text.markdown)
    ]
    for page, anchor in links:
        target = library.documents[page]
        assert target.audience == "public"
        assert not anchor or anchor in {section.id for section in target.sections}, f"{page}#{anchor}"


def test_the_pages_of_signs_have_the_places_their_codes_open(library: Library) -> None:
    assert library.signs
    for sign in library.signs.values():
        assert sign.anchor in {section.id for section in library.documents[sign.page].sections}, sign.id


def test_every_question_of_a_quiz_points_to_a_section_of_the_handbook(library: Library) -> None:
    for venue_type in library.types.values():
        headings = library.handbook_headings(venue_type)
        asked = [library.questions[name] for names in venue_type.quizzes.values() for name in names]
        assert len(asked) >= 5
        assert [question.id for question in asked if question.see not in headings] == []


# --- nothing that nobody uses ------------------------------------------------------------------------------


def parts_of(library: Library) -> Iterator[tuple[str, Any]]:
    """Every part of a document or a chapter, and who reads it."""
    for document in library.documents.values():
        for section in document.sections:
            yield from ((document.audience, part) for part in section.parts)
    for chapter in library.chapters.values():
        for section in chapter.sections:
            yield from (("staff", part) for part in section.parts)


def test_no_clause_document_sign_quiz_or_mail_is_unused(library: Library) -> None:
    named = {name for _, part in parts_of(library) if isinstance(part, Slot) for name in part.clauses}
    named |= {name for situation in library.situations.values() for name in situation.law}
    assert library.clauses.keys() - named == set()
    mails = {part.mail for _, part in parts_of(library) if isinstance(part, MailButton)}
    assert library.mails.keys() - mails == set()
    types = list(library.types.values())
    assert types
    assert (
        library.documents.keys() - {n for t in types for n in (*t.pages, *t.booklets, *t.leaflets, *t.staff)}
        == set()
    )
    assert library.signs.keys() - {n for t in types for n in t.signs} == set()
    assert library.quizzes.keys() - {n for t in types for n in t.quizzes} == set()
    assert library.chapters.keys() - {n for t in types for n in t.chapters} == set()
    assert library.situations.keys() - {n for t in types for n in t.situations} == set()
    assert library.cards.keys() - {n for t in types for n in t.cards} == set()


def test_a_clause_stands_in_one_document_of_its_own_readers(library: Library) -> None:
    audiences: dict[str, set[str]] = {}
    for audience, part in parts_of(library):
        for name in part.clauses if isinstance(part, Slot) else ():
            audiences.setdefault(name, set()).add(audience)
    for situation in library.situations.values():
        for name in situation.law:
            audiences.setdefault(name, set()).add("staff")
    assert len(audiences) > 100
    staff = {name for name, clause in library.clauses.items() if clause.audience == "staff"}
    assert [name for name in staff if audiences[name] != {"staff"}] == []


@pytest.mark.slow
def test_no_interface_word_is_unused_but_for_those_that_wait(library: Library) -> None:
    shapes = [path for path in (ROOT / "templates").rglob("*") if path.suffix in (".html", ".txt")]
    sources = [*shapes, *(ROOT / "placard").rglob("*.py")]
    assert len(sources) > 150
    # A module may be called like a word.
    code = re.sub(r"(?m)^from .* import", "", "\n".join(path.read_text("utf-8") for path in sources))
    # Words put together where they are asked for: a status, a material.
    made = {f"sheet_{status}" for status in ("current", "replaced", "withdrawn")}
    for environment in {kind.environment for kind in library.rooms.values()}:
        made |= {f"material_{environment}", f"material_short_{environment}"}
    made |= {f"pictogram_{name.replace('-', '_')}" for name in templates.pictogram_names()}
    used = {word for word in library.labels["en"].words if re.search(rf"\b{word}\b", code)} | made
    unused = library.labels["en"].words.keys() - used
    waiting = set(REFUSED["for_later"])
    assert sorted(unused - waiting) == [], "take these out, or list them under for_later"
    assert sorted(waiting - unused) == [], "these are used by now, or gone"


def test_every_list_of_codes_in_the_labels_is_one_that_facts_come_from(library: Library) -> None:
    named = {known.vocabulary for name in NAMED_FACTS if (known := spec(name)) and known.vocabulary}
    asked = {field.vocabulary for _, field in every_field() if field.vocabulary} | named | {"hours"}
    for labels in library.labels.values():
        assert len(labels.codes) > 20
        assert labels.codes.keys() - asked == set()


# --- labels ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_every_label_code_and_form_is_there_in_every_language(library: Library, language: str) -> None:
    english, other = library.labels["en"], library.labels[language]
    assert other.words.keys() == english.words.keys()
    assert other.codes.keys() == english.codes.keys()
    for vocabulary, codes in english.codes.items():
        assert other.codes[vocabulary].keys() == codes.keys(), vocabulary
        for code, forms in codes.items():
            assert other.codes[vocabulary][code].keys() == forms.keys(), f"{vocabulary}.{code}"
            assert "name" in forms, f"{vocabulary}.{code}"
    assert other.durations.keys() == english.durations.keys()
    assert other.counts.keys() == english.counts.keys()
    assert other.dates.keys() == english.dates.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_class_of_the_language_is_there_and_no_other(library: Library, language: str) -> None:
    labels, classes = library.labels[language], plural_classes(library.languages[language])
    assert {"length", "within", "after", "up_to", "every"} <= labels.durations.keys()
    tables = {f"{form}.{unit}": p for form, units in labels.durations.items() for unit, p in units.items()}
    assert all(units.keys() == {str(unit) for unit in Unit} for units in labels.durations.values())
    tables |= dict(labels.counts)
    assert len(tables) > 30
    for name, plurals in tables.items():
        # A number may have a phrase of its own beside the classes: "every week", where 1 is no class.
        assert {plural for plural in plurals if not plural.startswith("=")} == classes, name
        # "Every day" names no number; where "one" stands for 21 too, it would have to.
        bare = {"one"} if name.startswith("every.") and language in ("en", "pl") else set()
        bare |= {plural for plural in plurals if plural.startswith("=")}
        assert [k for k, phrase in plurals.items() if "{n}" not in phrase and k not in bare] == [], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_slots_of_a_phrase_are_the_same_in_every_language(library: Library, language: str) -> None:
    def slots(phrase: str) -> set[str]:
        return set(re.findall(r"\{[a-z]*\}", phrase))

    english, other = library.labels["en"], library.labels[language]
    told = [word for word, phrase in english.words.items() if slots(phrase)]
    assert len(told) > 5
    for word in set(english.words) - {"address_line"}:
        assert slots(other.words[word]) == slots(english.words[word]), word
    for vocabulary, codes in english.codes.items():
        for code, forms in codes.items():
            for form, phrase in forms.items():
                assert slots(other.codes[vocabulary][code][form]) == slots(phrase), (
                    f"{vocabulary}.{code}.{form}"
                )


# --- what a place is told about itself ---------------------------------------------------------------------

TWO_IN_A_ROW = re.compile(
    r"(?:在|由|向|给|等|被|让|从|跟|与)\s*"
    r"\{\{[^}]*\|\s*(?:list |any )?(?:in|before|by|to|with)(?: many)?\s*\}\}"
)
"""A word that leads to a fact, before a form of the fact which begins with such a word of its own."""
POINTS = re.compile(
    r"(?i)\b(?:below|above)\b|under “|\b(?:po)?niżej\b|\bwyżej\b|w części „|下文|上文|下面|上面|见“"
)
IN_SOME_BATHS = re.compile(r"(?i)\bsaun|\bsteam|\bswim|\bpływa[nćlj]|\bw parze\b|桑拿|蒸汽|游泳")


def test_no_chinese_word_that_leads_to_a_fact_stands_twice(written: list[Written]) -> None:
    chinese = [each for each in written if each.language == "zh-Hans"]
    assert len(chinese) > 500
    assert TWO_IN_A_ROW.search("屏幕设在{{ surveillance.live_view.room | in }}")
    assert [f"{each.where}: {each.words}" for each in chinese if TWO_IN_A_ROW.search(each.words)] == []


def test_the_short_page_a_code_opens_points_at_nothing_that_is_not_on_it(library: Library) -> None:
    """It shows the answer of a page alone, without the parts that follow."""
    looked = 0
    for document in library.documents.values():
        for name in clauses_of([section for section in document.sections if section.frame == "answer"]):
            for language, text in library.clauses[name].texts.items():
                assert not POINTS.search(text.markdown), f"{name}/{language}"
                looked += 1
    assert looked > 60


def test_what_every_bathhouse_reads_speaks_of_no_room_that_only_some_have(library: Library) -> None:
    bathhouse = library.types["bathhouse"]
    asked = [library.questions[name] for names in bathhouse.quizzes.values() for name in names]
    locals_ = [words for each in asked for words in (each.ask, each.because, *each.answers)]
    situations = [library.situations[name] for name in bathhouse.situations]
    told = [text for each in locals_ for text in each.values()]
    told += [text for each in situations for text in each.title.values()]
    told += [
        text
        for each in situations
        for lines in each.parts.values()
        for texts in lines.texts.values()
        for text in texts
    ]
    chapters = [library.chapters[name] for name in bathhouse.chapters]
    for chapter in chapters:
        told += [text for section in chapter.sections for text in section.heading.values()]
        told += [
            text.markdown
            for name in clauses_of(chapter.sections)
            for text in library.clauses[name].texts.values()
        ]
    assert len(told) > 500
    assert [text for text in told if IN_SOME_BATHS.search(text)] == []
