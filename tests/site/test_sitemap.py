"""The sitemap says which pages are one page in several languages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

from placard.site.sitemap import sitemap

SITE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def test_every_page_is_listed_with_itself_in_the_other_languages(maker: Any) -> None:
    xml = sitemap(maker.site(maker.venue(address="https://mill.example/")))
    assert xml is not None
    entries = ElementTree.fromstring(xml).findall(f"{SITE}url")
    assert len(entries) == 9
    by_address = {
        entry.findtext(f"{SITE}loc"): {
            link.get("hreflang"): link.get("href") for link in entry.findall(f"{XHTML}link")
        }
        for entry in entries
    }
    assert by_address["https://mill.example/old-mill/pl/cameras/"] == {
        "en": "https://mill.example/old-mill/en/cameras/",
        "zh-Hans": "https://mill.example/old-mill/zh-Hans/cameras/",
        "pl": "https://mill.example/old-mill/pl/cameras/",
        "x-default": "https://mill.example/old-mill/en/cameras/",
    }


def test_a_page_that_a_language_lacks_is_not_promised(maker: Any) -> None:
    venue = maker.venue(address="https://mill.example/")
    english, *others = venue.editions
    short = replace(english, pages=english.pages[:1])
    xml = sitemap(maker.site(replace(venue, editions=(short, *others))))
    assert xml is not None
    assert "/old-mill/en/complaints/" not in xml
    assert xml.count('hreflang="x-default" href="https://mill.example/old-mill/zh-Hans/complaints/"') == 2


def test_without_a_website_there_is_no_sitemap(maker: Any) -> None:
    assert sitemap(maker.site()) is None
