"""The pages a telephone opens from a sheet: small, whole and without a script."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from placard.site import small
from placard.site.inputs import Filing


def pages(site: Any) -> dict[str, str]:
    return dict(small.pages(site))


def test_a_code_opens_the_answer_and_leads_to_the_full_notice_in_each_language(built: Path) -> None:
    page = (built / "q/old-mill/cam-01/index.html").read_text("utf-8")
    assert "<h1>Cameras at Old Mill Bathhouse</h1>" in page
    assert "No camera films where people undress." in page
    links = re.findall(r'href="([^"]+)" lang="([^"]+)"', page)
    assert links == [(f"../../../old-mill/{code}/cameras/#areas", code) for code in ("en", "zh-Hans", "pl")]


def test_small_pages_are_small_and_fetch_nothing(maker: Any) -> None:
    made = pages(maker.site())
    assert len(made) == 5
    for page in made.values():
        assert len(page.encode()) < 6_000
        assert not re.search(r"<script|<img|src=|url\(|http-equiv=.refresh|https?://", page)


def test_a_replaced_sheet_says_so(maker: Any) -> None:
    made = pages(maker.site())
    assert "This sheet is current." in made["s/7F3A-91C2-old-mill/index.html"]
    assert "Ten arkusz jest aktualny." in made["s/7F3A-91C2-old-mill/index.html"]
    assert "This sheet has been replaced." in made["s/0B44-2D10-old-mill/index.html"]


def test_sheets_that_read_the_same_share_a_page_and_each_place_is_named(maker: Any) -> None:
    venue = maker.venue()
    one = venue.sheets[0]
    other = replace(one, words=(replace(one.words[0], place="Front door"),))
    page = pages(maker.site(replace(venue, sheets=(one, one, other))))[f"s/{one.code}/index.html"]
    assert page.count("Yard door") == 1
    assert page.count("Front door") == 1


def test_the_start_lists_venues_and_languages_and_leads_nowhere_by_itself(maker: Any) -> None:
    made = pages(maker.site(maker.venue("a", name="Mill"), maker.venue("b", name="Weir")))
    links = re.findall(r'href="([^"]+)" lang', made["index.html"])
    assert links == [f"{venue}/{code}/" for venue in "ab" for code in ("en", "zh-Hans", "pl")]
    assert "refresh" not in made["index.html"]
    assert "<h2>Mill</h2>" in made["index.html"]


def test_the_start_shows_the_numbers_a_site_is_filed_under(maker: Any) -> None:
    filings = (Filing("沪ICP备00000000号", "https://register.example/"), Filing("沪公网安备00000000000000号"))
    filed = replace(maker.venue("a", name="Mill"), filings=filings)
    start = pages(maker.site(filed, maker.venue("b", name="<Weir>")))["index.html"]
    assert start.count("filings") == 1
    assert '<a href="https://register.example/">沪ICP备00000000号</a> · 沪公网安备00000000000000号' in start


def test_the_error_page_speaks_every_language_of_the_site(maker: Any) -> None:
    page = pages(maker.site(maker.venue(address="https://mill.example/privacy/")))["404.html"]
    for words in ("This page does not exist", "没有这个页面", "Nie ma takiej strony"):
        assert words in page
    assert page.count('href="/privacy/"') == 3
