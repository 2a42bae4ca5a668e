"""What must be mended before a site is built."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from placard.site.build import build_site
from placard.site.checks import WORDS

ROOT = Path(__file__).resolve().parents[2]


def test_the_list_of_words_is_that_of_the_templates() -> None:
    templates = [*(ROOT / "templates/site").rglob("*.html"), *(ROOT / "templates/small").glob("*.html")]
    assert len(templates) > 8
    used = {
        word
        for path in templates
        for word in re.findall(r"\bwords\.(?!title|place|in_force\b)(\w+)", path.read_text("utf-8"))
    }
    used |= {
        word
        for path in (ROOT / "placard/site").glob("*.py")
        for word in re.findall(r'\bwords\["(\w+)"\]', path.read_text("utf-8"))
    }
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    used |= {option["toggle"]["name"] for option in config["theme"]["palette"]}
    used |= {f"sheet_{status}" for status in ("current", "replaced", "withdrawn")}
    assert used == set(WORDS)


def test_a_missing_word_is_named_with_its_file(maker: Any, tmp_path: Path) -> None:
    site = maker.site()
    short = replace(site.languages[2], words={**site.languages[2].words, "home": ""})
    findings = build_site(replace(site, languages=(*site.languages[:2], short)), tmp_path / "site")
    assert [(f.code, f.place.file, dict(f.values)) for f in findings] == [
        ("site.word_missing", "content/labels/pl.yml", {"word": "home"})
    ]
    assert not (tmp_path / "site").exists(), "nothing is built"


@pytest.mark.parametrize("name", ["q", "s", "assets"])
def test_a_venue_may_not_take_an_address_of_the_site(maker: Any, tmp_path: Path, name: str) -> None:
    findings = build_site(maker.site(maker.venue(name)), tmp_path / "site")
    assert [(f.code, f.venue) for f in findings] == [("site.address_taken", name)]


@pytest.mark.parametrize("name", ["../out", "a b", "ą", "", "index.html"])
def test_only_plain_letters_stand_in_addresses(maker: Any, tmp_path: Path, name: str) -> None:
    findings = build_site(maker.site(maker.venue(name)), tmp_path / "site")
    assert "site.address_letters" in [finding.code for finding in findings]


def test_two_pages_of_one_name_are_refused(maker: Any, tmp_path: Path) -> None:
    venue = maker.venue()
    edition = venue.editions[0]
    doubled = replace(edition, pages=(edition.pages[0], edition.pages[0]))
    findings = build_site(maker.site(replace(venue, editions=(doubled,))), tmp_path / "site")
    assert [(f.code, dict(f.values)) for f in findings] == [("site.address_taken", {"name": "cameras"})]
