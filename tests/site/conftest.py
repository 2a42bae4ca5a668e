"""A venue in three languages, and the site made of it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml
from markupsafe import escape

from placard.site.build import build_site
from placard.site.inputs import (
    Edition,
    QuickPage,
    SheetPage,
    SheetWords,
    SiteInput,
    SiteLanguage,
    SitePage,
    SiteSection,
    SiteVenue,
)

SAMPLE = Path(__file__).with_name("sample.yml")


@dataclass(frozen=True)
class Values:
    """A small stand-in for the tokens of compose, of the same shape."""

    values: tuple[str, ...]

    def fill_html(self, html: str) -> str:
        return re.sub("\ue000(\\d+)\ue001", lambda m: str(escape(self.values[int(m[1])])), html)


class Maker:
    """Makes the site of sample.yml with other values or other venues."""

    def __init__(self) -> None:
        self.raw: dict[str, Any] = yaml.safe_load(SAMPLE.read_text("utf-8"))

    def venue(self, place: str = "old-mill", address: str | None = None, **values: str) -> SiteVenue:
        known = {**self.raw["values"], **values}
        fill = Values(tuple(known.values()))
        codes = [language["code"] for language in self.raw["languages"]]
        return SiteVenue(
            place,
            known["name"],
            address,
            sample=True,
            editions=tuple(self._edition(code, fill, known) for code in codes),
            quick=(QuickPage(**self._held(self.raw["quick"], known), fill=fill),),
            sheets=tuple(
                SheetPage(
                    f"{sheet['code']}-{place}",
                    sheet["status"],
                    tuple(SheetWords(code, *words) for code, words in sheet["words"].items()),
                    "cameras",
                )
                for sheet in self.raw["sheets"]
            ),
        )

    def site(self, *venues: SiteVenue) -> SiteInput:
        languages = tuple(SiteLanguage(**language) for language in self.raw["languages"])
        return SiteInput(languages, venues or (self.venue(),))

    def _edition(self, code: str, fill: Values, known: Mapping[str, str]) -> Edition:
        pages = [self._page(raw["id"], self._held(raw[code], known), fill) for raw in self.raw["pages"]]
        return Edition(code, self.raw["in_force"][code], tuple(pages))

    def _page(self, name: str, raw: dict[str, Any], fill: Values) -> SitePage:
        sections = tuple(
            SiteSection(s["id"], s.get("heading", ""), s["frame"], s["html"]) for s in raw["sections"]
        )
        return SitePage(name, raw["title"], raw["description"], sections, fill)

    def _held(self, raw: Any, known: Mapping[str, str]) -> Any:
        if isinstance(raw, str):
            names = list(known)
            return re.sub(r"\{\{(\w+)\}\}", lambda m: f"\ue000{names.index(m[1])}\ue001", raw)
        if isinstance(raw, list):
            return [self._held(part, known) for part in raw]
        if isinstance(raw, dict):
            return {key: self._held(part, known) for key, part in raw.items()}
        return raw


@pytest.fixture(scope="session")
def maker() -> Maker:
    return Maker()


@pytest.fixture(scope="session")
def built(maker: Maker, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of one venue that has a website."""
    into = tmp_path_factory.mktemp("site")
    assert build_site(maker.site(maker.venue(address="https://privacy.oldmill.example/")), into) == []
    return into


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None: ...

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        self.send_response(code)
        self.end_headers()
        self.wfile.write(page.read_bytes() if code == 404 else b"")


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder as a web host would, and say where."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
        servers.append(server)
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()


CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # A request to anywhere else fails at once, and is recorded all the same.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless browser; only a developer without one may go without these tests."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium here, and without it nothing is proven about the site")
        pytest.skip("no Chromium is installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield opened
        opened.close()
