"""Each partial of the theme we replace still is what we replaced, and nothing else is replaced."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "templates" / "site"
THEME = Path(material.__file__).parent / "templates"

OF_OUR_OWN = {
    "assets/placard.css",
    ".icons/placard/mark.svg",
    "bodies/contents.html",
    "bodies/document.html",
    "bodies/found.html",
}
# What the theme's own file holds, and our replacement counts on.
RELIED_ON = {
    "main.html": ['{% extends "base.html" %}'],
    "partials/header.html": [
        'data-md-component="header"',
        'class="md-header__inner md-grid"',
        'for="__drawer"',
        'for="__search"',
        "nav.homepage.url",
        '{% include "partials/palette.html" %}',
        '{% include "partials/javascripts/palette.html" %}',
        '{% include "partials/search.html" %}',
    ],
    "partials/search.html": [
        'data-md-component="search" role="dialog"',
        'name="search"',
        'data-md-component="search-query"',
        'data-md-component="search-result"',
        'lang.t("search.result.initializer")',
    ],
    "partials/language.html": [
        '{% import "partials/languages/" ~ config.theme.language ~ ".html" as lang %}',
        '{% import "partials/languages/en.html" as fallback %}',
        "{% macro t(key) %}{{ lang.t(key) or fallback.t(key) or key }}{% endmacro %}",
    ],
    "partials/javascripts/base.html": ["__md_scope=", "__md_hash=", "__md_get=", "__md_set="],
}
# Partials we do not replace, and what our pages need of them.
NEEDED = {
    "base.html": [
        '{% import "partials/language.html" as lang with context %}',
        "<html lang=\"{{ lang.t('language') }}\"",
        "{% block site_meta %}",
        "{% block htmltitle %}",
        "{% block announce %}",
        "{% block hero %}",
        "{% block content %}",
        "{% block footer %}",
        "page.meta.description",
        "page.canonical_url",
        '"base": base_url',
        "page.toc | first",
    ],
    "partials/palette.html": ['data-md-component="palette"', 'name="__palette"', "data-md-color-media"],
    "partials/nav.html": ["{{ config.site_name }}", "nav.items", "nav.homepage.url"],
    "partials/toc.html": ["first.level == 1", 'lang.t("toc")'],
    "partials/javascripts/palette.html": ['__md_get("__palette")', "palette.color.media"],
}


def test_every_file_replaces_one_of_the_theme_or_is_known_to_be_ours() -> None:
    files = {path.relative_to(OURS).as_posix() for path in OURS.rglob("*") if path.is_file()}
    replaced = files - OF_OUR_OWN
    assert files >= OF_OUR_OWN
    assert replaced == set(RELIED_ON)
    assert len(replaced) <= 6
    for path in replaced:
        assert (THEME / path).is_file(), f"{path} replaces nothing"


@pytest.mark.parametrize("path", sorted(RELIED_ON | NEEDED))
def test_the_theme_still_holds_what_we_rely_on(path: str) -> None:
    text = (THEME / path).read_text("utf-8")
    for part in (RELIED_ON | NEEDED)[path]:
        assert part in text


def test_the_script_of_the_theme_asks_for_nothing_we_took_away() -> None:
    (bundle,) = THEME.glob("assets/javascripts/bundle.*.min.js")
    ours = (OURS / "partials/javascripts/base.html").read_text("utf-8")
    asked = set(re.findall(r"__md_\w+", bundle.read_text("utf-8")))
    assert {"__md_get", "__md_set"} <= asked <= set(re.findall(r"__md_\w+", ours))
    assert not re.search(r"localStorage|sessionStorage|cookie", ours)


def test_the_settings_keep_what_they_promise() -> None:
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    assert not {"strict", "site_url", "repo_url", "use_directory_urls"} & set(config)
    assert config["theme"]["font"] is False
    assert config["plugins"] == []
    assert config["extra"] == {"generator": False}
    assert config["site_dir"] == ".cache/site"
    assert {word for part in config["validation"].values() for word in part.values()} == {"warn"}
