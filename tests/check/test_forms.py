"""A slip in a form is told at its file and line, with what to write instead."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from placard.check.formlines import form_lines
from placard.check.words import check_words
from placard.library.library import Library
from placard.read.forms import read_forms
from placard.read.layers import Layers
from placard.read.library import read_library
from placard.read.messages import Messages
from placard.read.vocabulary import read_types

pytestmark = pytest.mark.slow

CONTENT = Path(__file__).parents[2] / "content"
REQUEST, COMPLAINT, RELEASE, HEALTH, SURVEY, CARD = (
    f"public/forms/{name}.yml"
    for name in ("request", "complaint", "image-release", "health-consent", "survey", "treatment-card")
)
SLIPS = {
    "a kind of field there is not": (COMPLAINT, "kind: lines", "kind: linse", "not_one_of"),
    "a width there is not": (COMPLAINT, "width: third", "width: quarter", "not_one_of"),
    "a frame there is not": (RELEASE, "frame: consent", "frame: cosent", "not_one_of"),
    "a key there is not": (COMPLAINT, "rows: 5", "rws: 5", "unknown_key"),
    "more lines than a page has": (COMPLAINT, "rows: 5", "rows: 50", "rows"),
    "lines that are no number": (COMPLAINT, "rows: 5", "rows: five", "not_number"),
    "a tick beforehand": (
        RELEASE,
        "each: photos.channels",
        "each: photos.channels\n        ticked: yes",
        "unknown_key",
    ),
    "a name with a blank": (COMPLAINT, "field: story", 'field: "my story"', "not_an_id"),
    "two fields of one name": (COMPLAINT, "field: story", "field: want", "named_twice"),
    "two boxes of one name": (COMPLAINT, "id: person", "id: service", "named_twice"),
    "ticks without a box": (COMPLAINT, "        options_of: complaints.remedies\n", "", "no_options"),
    "a part that is nothing": (COMPLAINT, "- words: contact", "- word: contact", "no_form_part"),
    "a table without columns": (CARD, "        columns:\n", "        colums:\n", "missing"),
    "a cell there is not": (SURVEY, "cell: choice", "cell: tick", "not_one_of"),
    "more empty rows than a page has": (CARD, "rows: 8", "rows: 80", "rows"),
    "two columns of one name": (CARD, "id: next", "id: what", "named_twice"),
    "a row chosen by no fact": (SURVEY, "health.items", "health.itmes", "no_such_fact"),
    "rows like boxes no form has": (
        CARD,
        "        rows: 8\n",
        "        rows_of: complaint.abut\n",
        "no_such_boxes",
    ),
    "boxes of no fact": (COMPLAINT, "complaints.remedies", "complaints.remedy", "no_such_fact"),
    "boxes of a fact that is no list": (
        COMPLAINT,
        "complaints.remedies",
        "complaints.owner_role",
        "not_a_list_fact",
    ),
    "boxes of what staff know": (
        COMPLAINT,
        "options_of: complaints.remedies",
        "options_of: staff.roles",
        "no_such_fact",
    ),
    "a fact there is not": (REQUEST, "requests.reply", "requests.replie", "no_such_fact"),
    "a fact only one language names": (
        COMPLAINT,
        'pl: "{{ complaints.written_answer | within }} od',
        'pl: "{{ complaints.first_contact | within }} od',
        "unequal_facts",
    ),
    "a fact for staff": (REQUEST, "operator.legal_name", "incidents.phone", "internal_fact"),
    "a form nobody can say": (REQUEST, "requests.reply | within", "requests.reply | before", "no_such_form"),
    "an activity not at hand": (HEALTH, "        activity: treatment_card\n", "", "not_at_hand"),
    "an activity there is not": (
        HEALTH,
        "activity: treatment_card",
        "activity: treatment_crd",
        "no_such_activity",
    ),
    "chosen by what staff know": (
        RELEASE,
        "{photos.published: [with_release, always_asked]}",
        "{training.interval: none}",
        "internal_fact",
    ),
    "a section chosen by no fact": (RELEASE, "guests.minors", "guest.minors", "no_such_fact"),
    "a form of a type no file has": (
        "venue-types/salon.yml",
        "health-consent, ",
        "helth-consent, ",
        "type_names_nothing",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_a_form_is_told_at_its_line(tmp_path: Path, library: Library, slip: str) -> None:
    file, old, new, code = SLIPS[slip]
    content = tmp_path / "content"
    for folder in ("public/forms", "staff/forms", "venue-types"):
        shutil.copytree(CONTENT / folder, content / folder)
    text = (content / file).read_text("utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new, 1), "utf-8")
    layers = Layers([content], [])
    forms = read_forms(layers)
    findings = [
        *check_words(replace(library, forms=forms, types=read_types(layers))),
        *layers.findings,
    ]
    told = [finding for finding in findings if finding.code == f"content.{code}"]
    assert {finding.place.file for finding in told} == {f"content/{file}"}, [f.code for f in findings]
    assert all(finding.place.line for finding in told)
    assert all("; " in Messages.load([CONTENT], "en").say(finding, "en") for finding in told)


def test_a_form_of_ones_own_lies_over_ours(tmp_path: Path) -> None:
    own = tmp_path / "own" / "public" / "forms"
    own.mkdir(parents=True)
    (own / "complaint.yml").write_text("title: {en: Say what hurts}\n", "utf-8")
    library, findings = read_library([CONTENT, tmp_path / "own"])
    assert not findings
    form = library.forms["complaint"]
    assert (form.title["en"], form.title["pl"]) == ("Say what hurts", "Skarga")
    assert [section.id for section in form.sections][:2] == ["promise", "happened"]


def test_every_word_of_every_form_stands_in_all_languages(library: Library) -> None:
    lines = [line for line in form_lines(library) if line.words]
    assert len(lines) > 100
    assert {frozenset(line.words) for line in lines} == {frozenset(library.languages)}
