"""The site as a folder: the same however it is built, and nothing in it but what was meant."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from placard.site import build as building
from placard.site.build import CONFIG, build_site
from placard.site.inputs import Filing

ROOT = CONFIG.parent


def files(folder: Path) -> dict[str, bytes]:
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
    assert len(found) > 20
    return found


def test_the_folder_holds_what_was_meant_and_nothing_else(built: Path) -> None:
    names = {re.sub(r"\.[0-9a-f]{8}\.min\.", ".min.", name) for name in files(built)}
    pages = {
        f"old-mill/{code}/{page}"
        for code in ("en", "pl", "zh-Hans")
        for page in ("index.html", "cameras/index.html", "complaints/index.html", "search/search_index.json")
    }
    assert names == pages | {
        "index.html",
        "404.html",
        "sitemap.xml",
        "favicon.svg",
        "assets/placard.css",
        "assets/stylesheets/main.min.css",
        "assets/stylesheets/palette.min.css",
        "assets/javascripts/bundle.min.js",
        "assets/javascripts/workers/search.min.js",
        "q/old-mill/cam-01/index.html",
        "s/7F3A-91C2-old-mill/index.html",
        "s/0B44-2D10-old-mill/index.html",
        "old-mill/listing.json",
    }


@pytest.fixture
def as_mkdocs(maker: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, bool], None]:
    """Build as `mkdocs build` and `mkdocs serve` do: the hook has to ask for its input itself."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    site = maker.site(maker.venue(address="https://privacy.oldmill.example/"))
    monkeypatch.setitem(sys.modules, "placard.pipeline", SimpleNamespace(site_input=lambda root: site))

    def run(into: Path, served: bool) -> None:
        config = load_config(config_file_path=str(CONFIG), site_dir=str(into))
        address = "http://127.0.0.1:8000/" if served else None
        if address:
            config.site_url = address
        build(config, serve_url=address)

    return run


@pytest.mark.parametrize("served", [False, True], ids=["build", "serve"])
def test_mkdocs_by_itself_makes_the_same_bytes(
    built: Path, tmp_path: Path, as_mkdocs: Callable[[Path, bool], None], served: bool
) -> None:
    as_mkdocs(tmp_path / "site", served)
    ours, theirs = files(built), files(tmp_path / "site")
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_mkdocs_by_itself_stops_at_what_we_would_stop_at(
    maker: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort

    taken = SimpleNamespace(site_input=lambda root: maker.site(maker.venue("assets")))
    monkeypatch.setitem(sys.modules, "placard.pipeline", taken)
    with pytest.raises(Abort):
        build(load_config(config_file_path=str(CONFIG), site_dir=str(tmp_path / "site")))


def test_a_second_build_makes_the_same_bytes_and_clears_what_is_gone(maker: Any, tmp_path: Path) -> None:
    both = maker.site(maker.venue("a"), maker.venue("b"))
    assert build_site(both, tmp_path) == []
    first = files(tmp_path)
    assert build_site(maker.site(maker.venue("a")), tmp_path) == []
    assert not (tmp_path / "b").exists()
    assert build_site(both, tmp_path) == []
    assert files(tmp_path) == first


def test_the_pages_of_a_venue_do_not_change_when_another_is_added(maker: Any, tmp_path: Path) -> None:
    build_site(maker.site(maker.venue("a")), tmp_path / "one")
    build_site(maker.site(maker.venue("a"), maker.venue("b", name="Weir Baths")), tmp_path / "two")
    one, two = files(tmp_path / "one"), files(tmp_path / "two")
    own = [name for name in one if name.startswith(("a/", "q/a/"))]
    a_page = ("index.html", "cameras/index.html", "complaints/index.html", "search/search_index.json")
    pages = {f"a/{code}/{page}" for code in ("en", "pl", "zh-Hans") for page in a_page}
    assert set(own) == {*pages, "q/a/cam-01/index.html", "a/listing.json"}
    assert [name for name in own if one[name] != two[name]] == []


def test_a_file_left_lying_in_a_folder_is_not_published_and_stops_the_build(
    maker: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for part in ("templates/site", "content/site-root"):
        shutil.copytree(ROOT / part, tmp_path / part)
    for part in ("mkdocs.yml", "placard/mkdocs_hook.py"):
        (tmp_path / part).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / part, tmp_path / part)
    (tmp_path / "venues").mkdir()
    (tmp_path / "templates/site/assets/notes.txt").write_text("staff")
    (tmp_path / "content/site-root/quiz.md").write_text("staff")
    monkeypatch.setattr(building, "CONFIG", tmp_path / "mkdocs.yml")
    findings = build_site(maker.site(), tmp_path / "site")
    assert sorted(Path(finding.values["said"]).name for finding in findings) == ["notes.txt", "quiz.md"]
    assert not any("notes" in name or "quiz" in name for name in files(tmp_path / "site"))


def test_a_value_that_was_lost_is_a_finding(maker: Any, tmp_path: Path) -> None:
    venue = maker.venue(legal_name="\ue0009\ue001")
    findings = build_site(maker.site(venue), tmp_path / "site")
    assert {finding.code for finding in findings} == {"site.warning"}
    assert "old-mill/en/cameras/" in findings[0].values["said"]


def test_a_language_the_theme_does_not_know_is_a_finding_and_not_english(maker: Any, tmp_path: Path) -> None:
    site = maker.site()
    odd = replace(site.languages[0], theme="tlh")
    findings = build_site(replace(site, languages=(odd, *site.languages[1:])), tmp_path / "site")
    assert ["tlh" in finding.values["said"] for finding in findings] == [True]


def test_mkdocs_is_imported_only_to_build() -> None:
    code = "import sys, placard.site.build; sys.exit(any(m.split('.')[0] == 'mkdocs' for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_each_page_says_its_language_and_its_title(built: Path) -> None:
    for code, title in (("en", "Cameras"), ("pl", "Kamery"), ("zh-Hans", "摄像头")):
        page = (built / "old-mill" / code / "cameras/index.html").read_text("utf-8")
        assert f'<html lang="{code}"' in page
        assert f"<title>{title} – Old Mill Bathhouse</title>" in page
        assert (
            f'<link rel="canonical" href="https://privacy.oldmill.example/old-mill/{code}/cameras/">' in page
        )


def test_the_navigation_holds_this_venue_in_this_language_only(maker: Any, tmp_path: Path) -> None:
    build_site(maker.site(maker.venue("a"), maker.venue("b", name="Weir Baths")), tmp_path)
    page = (tmp_path / "a/pl/cameras/index.html").read_text("utf-8")
    assert "Weir Baths" not in page
    assert set(re.findall(r'class="md-nav__link[^"]*"[^>]*href="([^"#]+)"', page)) <= {
        "../",
        "./",
        "../complaints/",
    }
    assert set(re.findall(r'href="([^"#]+)" class="md-nav__link', page)) == {"../", "./", "../complaints/"}


class Loads(HTMLParser):
    """What a browser fetches, sends or runs because of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        held = {name: value or "" for name, value in attrs}
        if tag == "link" and held.get("rel") != "canonical":
            self.fetched.append(held["href"])
        self.fetched += [
            held[name] for name in ("src", "srcset", "data", "poster", "action", "ping") if name in held
        ]


def loads(page: Path) -> Loads:
    read = Loads()
    read.feed(page.read_text("utf-8"))
    return read


def outside(addresses: Iterator[str] | list[str]) -> list[str]:
    return [
        address for address in addresses if re.match(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", address, re.IGNORECASE)
    ]


def test_no_page_fetches_from_anywhere_else(built: Path) -> None:
    pages = list(built.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        read = loads(page)
        assert outside(read.fetched) == [], page
        assert not read.tags & {"iframe", "object", "embed", "img", "video", "audio", "base", "frame"}, page


def test_no_style_fetches_anything(built: Path) -> None:
    sheets = [*built.rglob("*.css"), *built.rglob("*.svg")]
    assert len(sheets) == 4
    for sheet in sheets:
        text = sheet.read_text("utf-8")
        assert "@import" not in text
        fetched = re.findall(r"url\(\s*[\"']?(?!data:)([^)\"']+)", text)
        assert fetched == [], sheet


def test_pages_forbid_the_browser_what_they_do_not_need(built: Path) -> None:
    for page in built.rglob("*.html"):
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page.read_text("utf-8"))
        assert policy, page
        assert "default-src 'none'" in policy[1]
        assert "form-action 'none'" in policy[1]
        assert not re.search(r"https?:|\*", policy[1])


def test_every_page_of_a_filed_venue_shows_its_number_and_no_other_does(maker: Any, tmp_path: Path) -> None:
    filed = replace(maker.venue("filed"), filings=(Filing("沪ICP备00000000号", "https://register.example/"),))
    assert build_site(maker.site(filed, maker.venue("plain")), tmp_path) == []
    shown = {name for name, made in files(tmp_path).items() if "沪ICP备00000000号".encode() in made}
    pages = {name for name in files(tmp_path) if name.startswith("filed/") and name.endswith(".html")}
    assert len(pages) > 3
    assert shown == pages | {"index.html", "filed/listing.json"}


def test_every_footer_leads_to_who_answers_for_the_text_where_there_is_such_a_page(
    maker: Any, tmp_path: Path
) -> None:
    venue = maker.venue()
    english, *others = venue.editions
    about = replace(english.pages[-1], id="about")
    told = replace(english, pages=(english.pages[0], about))
    venue = replace(venue, editions=(told, *others), quick=(), sheets=())
    assert build_site(maker.site(venue), tmp_path) == []
    page = (tmp_path / "old-mill/en/cameras/index.html").read_text("utf-8")
    assert '<a href="../about/">About this text</a>' in page
    assert "O tym tekście" not in (tmp_path / "old-mill/pl/cameras/index.html").read_text("utf-8")


def test_a_venue_goes_by_the_name_it_has_in_each_language(maker: Any, tmp_path: Path) -> None:
    venue = maker.venue()
    english, *others = venue.editions
    venue = replace(venue, editions=(replace(english, name="Mill by the Weir"), *others))
    assert build_site(maker.site(venue), tmp_path) == []
    titles = {
        language: re.findall(
            r"<title>(.*?)</title>", (tmp_path / f"old-mill/{language}/cameras/index.html").read_text("utf-8")
        )
        for language in ("en", "pl")
    }
    assert titles["en"][0].endswith("– Mill by the Weir")
    assert titles["pl"][0].endswith(f"– {venue.name}")
