"""Words that tell of the law say where it stands, and under which law."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from placard.check.resting import rests_elsewhere
from placard.check.sourced import cited_in, sourced
from placard.library.library import Library
from placard.library.texts import Clause
from placard.read.law import chain


@pytest.fixture
def told(library: Library) -> Callable[..., list[tuple[str, str]]]:
    """Check the words with one clause written otherwise: `told("guards-look", text, ("house",))`."""

    def check(text: str, source: tuple[str, ...], language: str = "en") -> list[tuple[str, str]]:
        clause = library.clauses["guards-look"]
        words = {**clause.texts, language: replace(clause.texts[language], markdown=text)}
        changed: Clause = replace(clause, texts=words, source=source)
        found = sourced(replace(library, clauses={**library.clauses, clause.id: changed}))
        return [(f.code, str(f.values.get("words") or f.values.get("citation"))) for f in found]

    return check


def test_our_own_words_all_name_what_they_rest_on(library: Library) -> None:
    assert [f"{f.place}: {dict(f.values)}" for f in sourced(library)] == []
    assert sum(bool(clause.source) for clause in library.clauses.values()) == len(library.clauses) > 400


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "You may ask for it under article 15 of that law.", "article 15"),
        ("en", "See section 164A.", "section 164A"),
        ("pl", "Mówi o tym art. 191a.", "art. 191a"),
        ("zh-Hans", "《治安管理处罚法》第五十条有规定。", "》第五十条"),
        ("en", "The GDPR says so.", "GDPR"),
        ("zh-Hans", "请拨打 12315。", "12315"),
        ("en", "We answer {{ law.reply | within }}.", "law.reply"),
    ],
)
def test_a_provision_a_name_or_a_period_of_the_law_without_a_source_is_found(
    told: Callable[..., list[tuple[str, str]]], language: str, text: str, words: str
) -> None:
    assert told(text, ("house",), language) == [("content.no_source", words)]
    assert told(text, ("eu:gdpr-15",), language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In this section about lockers we say more; the article lies at the desk."),
        ("en", "Somebody with a nice ICON may enter."),
        ("zh-Hans", "第一条消息不必回复。"),
    ],
)
def test_plain_words_need_no_law_behind_them(
    told: Callable[..., list[tuple[str, str]]], language: str, text: str
) -> None:
    assert told(text, ("house",), language) == []


def test_a_source_that_names_nothing_is_found(told: Callable[..., list[tuple[str, str]]]) -> None:
    assert told("Anything.", ("eu:gdpr-999", "atlantis:law-1", "house")) == [
        ("content.no_such_citation", "eu:gdpr-999"),
        ("content.no_such_citation", "atlantis:law-1"),
    ]


def test_a_citation_holds_under_every_law_that_rests_on_its_pack_and_under_no_other(library: Library) -> None:
    source = ("eu:gdpr-12-3", "gb:uk-gdpr-12", "pl:upk-7a")
    under = {
        law: [
            (each.pack.id, each.citation.id)
            for each in cited_in(source, chain(library.packs, law), library.packs)
        ]
        for law in ("eu", "pl", "gb", "cn")
    }
    assert under == {
        "eu": [("eu", "gdpr-12-3")],
        "pl": [("eu", "gdpr-12-3"), ("pl", "upk-7a")],
        "gb": [("gb", "uk-gdpr-12")],
        "cn": [],
    }
    assert rests_elsewhere(source, chain(library.packs, "cn"))
    assert not rests_elsewhere(("house", *source), chain(library.packs, "cn"))
    assert not rests_elsewhere(("house",), chain(library.packs, "cn"))
