"""The site in a real browser: nothing asked of anybody else, nothing kept, everything reachable."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from placard.site.build import build_site

pytestmark = pytest.mark.browser

ADDRESSES = [
    "",
    "404.html",
    "old-mill/en/",
    "old-mill/en/cameras/",
    "old-mill/pl/cameras/",
    "old-mill/zh-Hans/cameras/",
    "old-mill/pl/complaints/",
    "q/old-mill/cam-01/",
    "s/7F3A-91C2-old-mill/",
    "s/0B44-2D10-old-mill/",
]


@dataclass
class Visit:
    """A visitor, and everything the browser asked for and complained of meanwhile."""

    page: Any
    base: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfailed", self._failed)

    def _failed(self, request: Any) -> None:
        # Who leaves a page drops what it was still asking for: that is no fault of the page.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(request.url)

    def goto(self, address: str) -> None:
        self.page.goto(f"{self.base}/{address}", wait_until="load")

    def left_behind(self) -> list[Any]:
        stored = self.page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        return [*stored, *self.page.context.cookies()]

    def from_elsewhere(self) -> list[str]:
        assert self.requests
        return [url for url in self.requests if not url.startswith((f"{self.base}/", "data:", "blob:"))]

    def search(self, words: str) -> list[str]:
        self.page.click(".md-search__input")
        self.page.fill(".md-search__input", words)
        # The theme reads the query when a key goes up.
        self.page.keyboard.press("End")
        self.page.wait_for_function(
            "document.querySelector('.md-search-result__meta').textContent.trim() !== ''"
            " && !document.querySelector('.md-search-result__meta').textContent.includes('…')"
        )
        self.page.wait_for_timeout(250)
        return [a.get_attribute("href") for a in self.page.query_selector_all(".md-search-result__link")]


@pytest.fixture
def visit(browser: Any, built: Path, serve: Callable[[Path], str]) -> Iterator[Callable[..., Visit]]:
    contexts = []

    def start(width: int = 1280, scheme: str = "light", folder: Path = built, **more: Any) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce", **more
        )
        contexts.append(context)
        return Visit(context.new_page(), serve(folder))

    yield start
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_asks_anybody_else_keeps_anything_or_scrolls_sideways(
    visit: Callable[..., Visit], width: int
) -> None:
    seen = visit(width)
    for address in ADDRESSES:
        seen.goto(address)
        # The search index is fetched after the page.
        seen.page.wait_for_timeout(100)
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert seen.left_behind() == [], address
        assert seen.page.inner_text("h1"), address
    assert seen.from_elsewhere() == []
    assert seen.complaints == []


def test_a_name_without_end_does_not_scroll_sideways_either(
    maker: Any, visit: Callable[..., Visit], tmp_path: Path
) -> None:
    long = "Badeanstaltsgesellschaft" * 12
    assert build_site(maker.site(maker.venue(name=long, legal_name=long, phone=long)), tmp_path) == []
    seen = visit(360, folder=tmp_path)
    for address in ADDRESSES:
        seen.goto(address)
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 360, address


def test_the_language_menu_stays_on_the_page(visit: Callable[..., Visit]) -> None:
    seen = visit(360)
    seen.goto("old-mill/en/cameras/")
    seen.page.click(".placard-languages a[lang=pl]")
    assert seen.page.url.endswith("/old-mill/pl/cameras/")
    assert seen.page.inner_text("h1") == "Kamery"
    seen.page.click(".placard-languages a[lang=zh-Hans]")
    assert seen.page.url.endswith("/old-mill/zh-Hans/cameras/")
    assert seen.page.get_attribute("html", "lang") == "zh-Hans"
    assert seen.complaints == []
    assert seen.left_behind() == []


@pytest.mark.parametrize(
    ("scheme", "before", "after"), [("light", "default", "slate"), ("dark", "slate", "default")]
)
def test_the_colours_follow_the_device_and_a_choice_is_not_kept(
    visit: Callable[..., Visit], scheme: str, before: str, after: str
) -> None:
    seen = visit(scheme=scheme)
    seen.goto("old-mill/en/cameras/")
    body = "document.body.getAttribute('data-md-color-scheme')"
    assert seen.page.evaluate(body) == before
    seen.page.click("form[data-md-component=palette] label:not([hidden])")
    seen.page.wait_for_function(f"{body} === '{after}'")
    assert seen.left_behind() == []
    seen.page.reload()
    assert seen.page.evaluate(body) == before
    assert seen.complaints == []


def test_the_colours_are_right_before_the_first_paint(visit: Callable[..., Visit]) -> None:
    seen = visit(scheme="dark")
    seen.page.route("**/bundle*.js", lambda route: route.abort())
    seen.page.goto(f"{seen.base}/old-mill/en/cameras/")
    assert seen.page.get_attribute("body", "data-md-color-scheme") == "slate"


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("en", "complain", "old-mill/en/complaints/#how"),
        ("en", "brewery", "old-mill/en/cameras/#areas"),
        ("pl", "skargę", "old-mill/pl/complaints/#how"),
        ("pl", "zlozyc", "old-mill/pl/complaints/#how"),
        ("pl", "wlasciciel", "old-mill/pl/cameras/#access"),
        ("zh-Hans", "更衣室", "old-mill/zh-Hans/cameras/#never"),
        ("zh-Hans", "投诉", "old-mill/zh-Hans/complaints/#how"),
        ("zh-Hans", "录像", "old-mill/zh-Hans/cameras/#access"),
        ("zh-Hans", "绝不安装摄像头", "old-mill/zh-Hans/cameras/"),
        ("zh-Hans", "不存在的", None),
    ],
)
def test_the_search_finds_what_a_guest_types(
    visit: Callable[..., Visit], language: str, words: str, found: str | None
) -> None:
    seen = visit()
    seen.goto(f"old-mill/{language}/cameras/")
    hits = seen.search(words)
    if found is None:
        assert hits == []
    else:
        assert f"{seen.base}/{found}" in hits
    assert seen.from_elsewhere() == []
    assert seen.left_behind() == []
    assert seen.complaints == []


def test_the_search_opens_on_a_telephone_and_by_keyboard(visit: Callable[..., Visit]) -> None:
    seen = visit(360)
    seen.goto("old-mill/en/cameras/")
    seen.page.focus(".md-header__button[for=__search]")
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_selector(".md-search__input", state="visible")
    assert seen.page.evaluate("document.activeElement.name") == "query"


def test_without_scripts_everything_can_be_read(visit: Callable[..., Visit]) -> None:
    seen = visit(360, java_script_enabled=False)
    seen.goto("old-mill/pl/cameras/")
    assert seen.page.is_visible("h1")
    assert seen.page.is_visible("a.button-mail")
    assert seen.page.is_visible(".placard-languages a[lang=en]")


def test_the_first_tab_skips_to_the_text(visit: Callable[..., Visit]) -> None:
    seen = visit()
    seen.goto("old-mill/en/cameras/")
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.getAttribute('href')") == "#page-start"


def test_a_hostile_name_runs_nowhere(maker: Any, visit: Callable[..., Visit], tmp_path: Path) -> None:
    bad = "<img src=x onerror=window.hit=1>\"'</title><script>window.hit=1</script>"
    venue = maker.venue(name=bad, legal_name=bad, email=bad, phone=bad)
    assert build_site(maker.site(venue), tmp_path) == []
    # Without the policy, which would hide what escaping let through.
    seen = visit(folder=tmp_path, bypass_csp=True)
    for address in ("", "old-mill/en/cameras/", "q/old-mill/cam-01/", "s/7F3A-91C2-old-mill/"):
        seen.goto(address)
        assert seen.page.evaluate("window.hit") is None
        assert seen.page.query_selector("img") is None
    seen.goto("old-mill/en/cameras/")
    assert seen.search("manager onerror")
    assert seen.page.evaluate("window.hit") is None
    assert seen.page.query_selector("img") is None
    assert bad in seen.page.inner_text(".md-search-result")
    assert seen.from_elsewhere() == []


@pytest.fixture(scope="module")
def axe() -> str:
    """The rules of axe-core, from the package that brings them."""
    try:
        import axe_playwright_python
    except ImportError:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip("axe-playwright-python is not installed; see the test extra in pyproject.toml")
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Callable[..., Visit], axe: str, width: int, scheme: str) -> None:
    seen = visit(width, scheme, bypass_csp=True)
    for address in ADDRESSES:
        seen.goto(address)
        seen.page.evaluate(axe)
        result = seen.page.evaluate("axe.run()")
        assert result["passes"], address
        found = [(rule["id"], rule["nodes"][0]["html"][:120]) for rule in result["violations"]]
        assert found == [], address
