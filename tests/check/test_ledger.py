"""A promise to guests has a row that says how it is kept; a row names what is there, or is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from placard.check.ledger import ledger_findings
from placard.check.pointing import pointing_findings
from placard.findings import Finding
from placard.library.ledger import Ledger, LedgerRow
from placard.library.library import Library
from placard.library.texts import Clause
from placard.read.messages import Messages

CONTENT = Path(__file__).parents[2] / "content"
Told = Callable[..., list[tuple[str, str]]]


def with_row(library: Library, name: str, **otherwise: object) -> Library:
    """Return the words with one row of the ledger written otherwise."""
    groups = tuple(
        replace(
            group,
            rows=tuple(
                replace(row, **otherwise) if row.id == name else row  # type: ignore[arg-type]
                for row in group.rows
            ),
        )
        for group in library.ledger.groups
    )
    return replace(library, ledger=replace(library.ledger, groups=groups))


def row_of(library: Library, name: str) -> LedgerRow:
    return next(row for row in library.ledger.rows if row.id == name)


def codes(findings: list[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def test_our_own_ledger_holds_together(library: Library) -> None:
    assert len(list(library.ledger.rows)) >= 30
    assert list(ledger_findings(library)) == []


def test_content_without_a_ledger_promises_nothing(library: Library) -> None:
    assert list(ledger_findings(replace(library, ledger=Ledger()))) == []


@pytest.mark.parametrize("lacking", ["kept_in", "papers", "owner", "facts"])
def test_a_promise_that_does_not_say_how_it_is_kept_is_found(library: Library, lacking: str) -> None:
    empty = "" if lacking == "owner" else ()
    findings = list(ledger_findings(with_row(library, "first_contact", **{lacking: empty})))
    told = [f for f in findings if f.code == "content.ledger_lacks"]
    assert [(f.values["row"], f.values["key"]) for f in told] == [("first_contact", lacking)]
    assert told[0].place == row_of(library, "first_contact").place


@pytest.mark.parametrize(
    ("key", "name"),
    [("kept_in", "dsek"), ("papers", "complaynt"), ("told", "no-retalation"), ("holds", "no_sond")],
)
def test_a_row_that_names_what_is_not_there_is_an_error_and_the_nearest_is_told(
    library: Library, key: str, name: str
) -> None:
    row = row_of(library, "first_contact")
    planted = with_row(library, "first_contact", **{key: (*getattr(row, key), name)})
    [found] = [f for f in ledger_findings(planted) if f.code == "content.ledger_names_nothing"]
    assert found.severity == "error"
    assert found.values["id"] == name
    assert found.values["near"] not in (name, "–")


def test_a_promise_belongs_to_a_role_and_to_nothing_else(library: Library) -> None:
    planted = with_row(library, "first_contact", owner="complaints.first_contact")
    assert "content.ledger_no_role" in codes(list(ledger_findings(planted)))


def test_a_way_to_keep_it_must_be_there_wherever_the_promise_is(library: Library) -> None:
    planted = with_row(library, "answered", kept_in=("complaint-path",))
    missing = [f for f in ledger_findings(planted) if f.code == "content.ledger_not_here"]
    assert {f.values["type"] for f in missing} == {"bathhouse", "studio"}
    # A section that only some places have keeps no promise that all of them make.
    planted = with_row(library, "answered", kept_in=("pictures",))
    missing = [f for f in ledger_findings(planted) if f.code == "content.ledger_not_here"]
    assert len(missing) == 3


def test_an_assertion_to_guests_that_no_row_holds_is_found_where_they_read_it(library: Library) -> None:
    planted = with_row(library, "no_sound", holds=())
    found = [f for f in ledger_findings(planted) if f.code == "content.promise_without_row"]
    assert {f.values["row"] for f in found} == {"no_sound"}
    places = {f.place.file for f in found}
    assert {f"content/public/clauses/cameras/sound-none/{each}.md" for each in ("en", "pl")} <= places


def test_a_period_told_to_guests_that_no_row_names_is_found_where_they_read_it(library: Library) -> None:
    planted = with_row(library, "taken_down", facts=("photos.published",))
    found = [f for f in ledger_findings(planted) if f.code == "content.period_without_row"]
    assert {f.values["fact"] for f in found} == {"photos.withdrawal"}
    assert any("img-01.yml" in f.place.file for f in found)


def test_what_is_found_is_told_in_three_languages(library: Library) -> None:
    planted = with_row(library, "first_contact", kept_in=("dsek",), owner="", papers=())
    findings = list(ledger_findings(planted))
    for language in ("en", "pl", "zh-Hans"):
        messages = Messages.load([CONTENT], language)
        told = [messages.say(finding, language) for finding in findings]
        assert told
        assert all("first_contact" in line or "dsek" in line for line in told), told


# --- words of the book that send to another page of it ---------------------------------------------------


def telling(library: Library, name: str, markdown: str) -> Library:
    clause: Clause = library.clauses[name]
    english = replace(clause.texts["en"], markdown=markdown)
    changed = replace(clause, texts={**clause.texts, "en": english})
    return replace(library, clauses={**library.clauses, name: changed})


def test_a_link_to_a_section_no_book_has_is_found(library: Library) -> None:
    assert list(pointing_findings(library)) == []
    [found] = pointing_findings(telling(library, "six-safe", "Lock it. [Screens](book:screns)"))
    assert (found.code, found.values["near"]) == ("content.no_section_in_book", "screens")


def test_guests_are_not_sent_to_a_book_they_do_not_have(library: Library) -> None:
    [found] = pointing_findings(telling(library, "at-once", "Tell us. [How](book:desk)"))
    assert found.code == "content.book_in_public"
