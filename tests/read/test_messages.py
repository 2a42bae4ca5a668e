"""Every finding has a sentence, every sentence a finding, and the sentences keep to the house wording."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from babel import Locale

from placard.derive.shapes import Shape
from placard.findings import Finding, Place, Severity
from placard.library.forms import FORM_KINDS
from placard.model.paths import every_field
from placard.plan.documents import PlannedDocument
from placard.read.messages import Messages, slots_of
from placard.read.nodes import Origin

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
SLOT = re.compile(r"\{\{|\}\}|\{[a-z_]+\}")
HAN = "[\u4e00-\u9fff]"
CODE = ROOT / "placard"
FILES = sorted((CONTENT / "messages").glob("*.yml"))
ENGLISH = Messages.load([CONTENT], "en")
KINDS: tuple[str, ...] = get_args(get_type_hints(PlannedDocument)["kind"])


@dataclass(frozen=True)
class Call:
    """A place in the code where a finding with a literal code is made."""

    code: str
    where: str
    names: frozenset[str]
    whole: bool


def calls() -> Iterator[Call]:
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            maker = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            code = (
                node.args[0] if node.args else next((k.value for k in node.keywords if k.arg == "code"), None)
            )
            if maker in {"found", "Finding", "said", "Said"} and isinstance(code, ast.Constant):
                names = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
                whole = maker in {"found", "said"} and all(keyword.arg for keyword in node.keywords)
                yield Call(str(code.value), f"{path.relative_to(ROOT)}:{node.lineno}", names, whole)


def words() -> frozenset[str]:
    """Every literal text in the code; codes kept in tables or raised by the model are among them."""
    return frozenset(
        node.value
        for path in CODE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def section_of(code: str) -> str:
    return code.split(".")[0]


# Codes the code puts together from a word of its own: report.kind_page.
MADE_UP = frozenset(
    f"{start}_{end}"
    for start, ends in {
        "report.severity": list(Severity),
        "report.count": list(Severity),
        "report.origin": list(Origin),
        "report.kind": KINDS,
        "report.reason": KINDS,
        "report.plan": FORM_KINDS,
        "words.shape": list(Shape),
        "words.what": (
            *("page", "booklet", "sign", "form", "paper", "chapter", "situation", "card", "quiz", "question"),
            *("leaflet", "section"),
            *("room_kind", "room_privacy", "room_environment"),
            *("promise", "clause", "book_section"),
        ),
        "words.upper": ("left", "right"),
        "words.lower": ("left", "right"),
    }.items()
    for end in ends
)
CALLS = list(calls())
WORDS = words()
PLURALS = ENGLISH.plurals["en"]
SENTENCES = {**ENGLISH.sentences["en"], **{code: forms["other"] for code, forms in PLURALS.items()}}
TOLD = {
    code for code in SENTENCES if section_of(code) in {"report", "words"} or code.startswith("check.rules_")
}
TOLD |= {"check.waived"}
"""What only tells how things are (a waiver, a rule that begins), and words that stand in sentences."""
SECTIONS = sorted({section_of(code) for code in [*SENTENCES, *(call.code for call in CALLS)]})


def test_there_are_sentences_and_findings_to_compare() -> None:
    assert ENGLISH.findings == ()
    assert len(SENTENCES) >= 60
    assert len(CALLS) >= 60
    assert CONTENT / "messages" / "en.yml" in FILES
    assert {"file", "letters", "yaml", "merge", "messages"} <= set(SECTIONS)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_code_raised_anywhere_has_a_sentence(section: str) -> None:
    raised = [call for call in CALLS if section_of(call.code) == section]
    assert sorted(f"{call.where} {call.code}" for call in raised if call.code not in SENTENCES) == []


@pytest.mark.parametrize("section", SECTIONS)
def test_every_code_kept_in_a_table_has_a_sentence(section: str) -> None:
    codes = [word for word in WORDS if re.fullmatch(rf"{re.escape(section)}\.[a-z_]*[a-z]", word)]
    assert codes
    assert sorted(code for code in codes if code not in SENTENCES) == []


@pytest.mark.parametrize("section", SECTIONS)
def test_every_sentence_is_raised_somewhere(section: str) -> None:
    written_down = [code for code in SENTENCES if section_of(code) == section]
    assert written_down
    assert sorted(code for code in written_down if code not in WORDS | MADE_UP) == []


def test_every_slot_of_a_sentence_is_filled_wherever_it_is_raised() -> None:
    whole = [call for call in CALLS if call.whole and call.code in SENTENCES]
    assert len(whole) >= 60
    gaps = {call.where: slots_of(SENTENCES[call.code]) - call.names for call in whole}
    assert {where: sorted(missing) for where, missing in gaps.items() if missing} == {}


def test_severity_is_never_given_by_name_because_it_would_become_a_slot() -> None:
    assert [call.where for call in CALLS if call.whole and "severity" in call.names] == []


# --- every language the tool speaks -----------------------------------------------------------

# What is there, then what to write: the second half asks, in the way each language asks.
ASKS = {
    "en": r"[^;]+; .*[^.!\s]",
    "pl": r"[^;]+; .*[^.!\s]",
    "zh-Hans": r"[^；]+；.*请.*[^。！\s]",
}
MANNERS = {
    "en": r"(?i)\b(please|sorry|oops|valid|invalid|forbidden|required)\b",
    "pl": r"(?i)\b(prosimy|przepraszamy|ups|nieprawidłow\w+|niepoprawn\w+|proszę|pan|pani|państwo)\b",
    "zh-Hans": r"抱歉|对不起|无效|非法|禁止|数据|摄像机|你(?!们)",
}


def spoken(language: str) -> dict[str, str]:
    """The sentences of one language, of those with a plural the form for most numbers."""
    messages = Messages.load([CONTENT], language)
    assert messages.findings == ()
    plurals = {code: forms["other"] for code, forms in messages.plurals[language].items()}
    return {**messages.sentences[language], **plurals}


SPOKEN = {path.stem: spoken(path.stem) for path in FILES}
EVERY = [(language, code) for language in SPOKEN for code in sorted(SENTENCES)]


def test_the_languages_looked_at_are_those_content_is_written_in() -> None:
    assert set(SPOKEN) == set(ASKS) == set(MANNERS) == {"en", "pl", "zh-Hans"}


@pytest.mark.parametrize("language", SPOKEN)
def test_every_language_says_all_of_it_and_nothing_else_with_the_same_slots(language: str) -> None:
    own = SPOKEN[language]
    assert sorted(set(own) ^ set(SENTENCES)) == []
    differing = [code for code in own if slots_of(own[code]) != slots_of(SENTENCES[code])]
    assert differing == []


@pytest.mark.parametrize("language", sorted(set(SPOKEN) - {"en"}))
def test_no_sentence_was_left_in_english(language: str) -> None:
    worded = [code for code, sentence in SENTENCES.items() if re.search(r"[a-z]", SLOT.sub("", sentence))]
    assert len(worded) > 300
    assert [code for code in worded if SPOKEN[language][code] == SENTENCES[code]] == []


@pytest.mark.parametrize("language", SPOKEN)
def test_a_plural_has_the_forms_of_its_language_each_with_the_same_slots(language: str) -> None:
    classes = {*Locale.parse(language, sep="-").plural_form.tags, "other"}
    plurals = Messages.load([CONTENT], language).plurals[language]
    assert all(set(forms) == classes for forms in plurals.values())
    for code, forms in plurals.items():
        assert {slots_of(form) for form in forms.values()} == {slots_of(SENTENCES[code])}, code
    assert plurals or classes == {"other"}, "only a language without plurals may do without"


@pytest.mark.parametrize(("language", "code"), [each for each in EVERY if each[1] not in TOLD])
def test_a_sentence_says_what_is_there_and_then_what_to_write(language: str, code: str) -> None:
    sentence = SPOKEN[language][code]
    assert re.fullmatch(ASKS[language], sentence), "what is there; what to write instead"
    assert not re.search(MANNERS[language], sentence)


def test_polish_sentences_close_the_quotes_they_open() -> None:
    looked_at = [sentence for sentence in SPOKEN["pl"].values() if "„" in sentence]
    assert len(looked_at) > 50
    assert [each for each in looked_at if each.count("„") != each.count("”")] == []


def test_chinese_sentences_set_their_marks_wide_and_latin_words_apart() -> None:
    looked_at = SPOKEN["zh-Hans"].items()
    narrow = [code for code, each in looked_at if re.search(rf"{HAN}[,;:?!()]|[,;:?!()]{HAN}", each)]
    close = [code for code, each in looked_at if re.search(rf"{HAN}[A-Za-z0-9]|[A-Za-z0-9]{HAN}", each)]
    assert (narrow, close) == ([], [])


def written(folder: Path, language: str, text: str) -> Path:
    (folder / "messages").mkdir(parents=True, exist_ok=True)
    (folder / "messages" / f"{language}.yml").write_text(text, encoding="utf-8")
    return folder


def finding(code: str, texts: dict[str, str] | None = None, **values: str) -> Finding:
    return Finding(code, Severity.ERROR, Place("v.yml", 3), values, texts or {})


def test_a_sentence_is_said_in_the_language_asked_for_with_its_slots_filled(tmp_path: Path) -> None:
    written(tmp_path, "en", 'a.b: "\\"{key}\\" is {word}; write x"\n')
    messages = Messages.load([written(tmp_path, "pl", 'a.b: "{key}: {word}; wpisz x"\n')], "pl")
    assert messages.say(finding("a.b", key="web", word="{key}"), "pl") == "web: {key}; wpisz x"
    assert messages.say(finding("a.b", key="web", word="null"), "en") == '"web" is null; write x'


def test_a_language_that_lacks_a_sentence_borrows_the_english_one(tmp_path: Path) -> None:
    written(tmp_path, "en", "a.b: there; write x\n")
    messages = Messages.load([written(tmp_path, "pl", "a.c: tam; wpisz x\n")], "pl")
    assert messages.say(finding("a.b"), "pl") == "there; write x"
    assert messages.say(finding("a.b"), "zh-Hans") == "there; write x"


def test_a_rule_brings_its_own_words(tmp_path: Path) -> None:
    messages = Messages.load([written(tmp_path, "en", "a.b: there; write x\n")], "en")
    rule = finding("cn.799-8", {"en": "camera: {camera}", "zh-Hans": "摄像头：{camera}"}, camera="c1")
    assert messages.say(rule, "zh-Hans") == "摄像头：c1"
    assert messages.say(rule, "pl") == "camera: c1"
    assert messages.say(finding("x", {"pl": "kamera"}), "zh-Hans") == "kamera"


def test_a_later_folder_lies_over_an_earlier_one(tmp_path: Path) -> None:
    first = written(tmp_path / "one", "en", "a.b: first; x\na.c: kept; x\n")
    second = written(tmp_path / "two", "en", "a.b: second; x\n")
    messages = Messages.load([first, tmp_path / "none", second], "en")
    assert messages.say(finding("a.b"), "en") == "second; x"
    assert messages.say(finding("a.c"), "en") == "kept; x"


def test_a_broken_file_of_sentences_is_told_and_never_raises(tmp_path: Path) -> None:
    messages = Messages.load([written(tmp_path, "en", "a.b: {c: d}\na.e: null\n")], "en")
    assert [(each.place.line, each.code) for each in messages.findings] == [
        (2, "yaml.null"),
        (1, "messages.not_text"),
    ]
    assert messages.say(finding("a.b", key="web"), "en") == "a.b (key: web)"
    assert messages.say(finding("a.b"), "en") == "a.b"


def test_two_braces_are_one_brace_of_the_sentence(tmp_path: Path) -> None:
    messages = Messages.load(
        [written(tmp_path, "en", "a.b: 'write {key}: {{en: …}} or {{{{ {key} }}}}'\n")], "en"
    )
    assert messages.say(finding("a.b", key="name"), "en") == "write name: {en: …} or {{ name }}"


def test_a_slot_with_nothing_to_fill_it_stays_visible(tmp_path: Path) -> None:
    messages = Messages.load([written(tmp_path, "en", "a.b: '{key} {a.__class__}; x'\n")], "en")
    assert messages.say(finding("a.b"), "en") == "{key} {a.__class__}; x"


# --- what an owner calls a field ----------------------------------------------------------------


@pytest.mark.parametrize("language", SPOKEN)
def test_every_field_of_a_venue_file_has_a_name_of_its_own_language(language: str) -> None:
    messages = Messages.load([CONTENT], language)
    paths = [".".join(path) for path, _ in every_field()]
    assert len(paths) > 200
    alone = Messages(messages.sentences, messages.plurals, (), {language: messages.fields[language]})
    assert [path for path in paths if alone.name_of(path, language) == path] == []
    english = Messages.load([CONTENT], "en")
    borrowed = [path for path in paths if alone.name_of(path, language) == english.name_of(path, "en")]
    assert borrowed == paths if language == "en" else set(borrowed) <= {"brand.logo"}


@pytest.mark.parametrize("language", SPOKEN)
def test_no_name_is_left_of_a_field_that_is_gone(language: str) -> None:
    paths = [path for path, _ in every_field()]
    endings = {".".join(path[start:]) for path in paths for start in range(len(path))}
    names = Messages.load([CONTENT], language).fields[language]
    assert sorted(set(names) - endings) == []
    assert set(names) == set(Messages.load([CONTENT], "en").fields["en"])


def test_the_longest_ending_of_a_path_names_a_field() -> None:
    messages = Messages.load([CONTENT], "pl")
    assert messages.name_of("cameras.retention", "pl") == "jak długo przechowuje się nagrania"
    assert messages.name_of("activities.retention", "pl") == "jak długo przechowuje się dane"
    assert messages.name_of("operator.representative.address.city", "pl") == "miejscowość"
    assert messages.name_of("nobody.knows", "pl") == "nobody.knows"
