"""Addresses are printed on walls: these strings may never change."""

from __future__ import annotations

from typing import Any

import pytest

from placard.site import addresses


def test_the_printed_addresses() -> None:
    assert addresses.edition("old-mill", "zh-Hans") == "old-mill/zh-Hans/"
    assert addresses.page("old-mill", "en", "cameras") == "old-mill/en/cameras/"
    assert addresses.quick("old-mill", "cam-01") == "q/old-mill/cam-01/"
    assert addresses.sheet("k3f9-2mqa") == "s/k3f9-2mqa/"


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("a/en/cameras/", "a/pl/cameras/", "../../pl/cameras/"),
        ("a/en/cameras/", "a/en/", "../"),
        ("a/en/", "a/en/", "./"),
        ("q/a/cam-01/", "a/en/cameras/#areas", "../../../a/en/cameras/#areas"),
        ("", "a/en/", "a/en/"),
        ("a/en/", "", "../../"),
    ],
)
def test_links_are_relative(here: str, there: str, link: str) -> None:
    assert addresses.relative(here, there) == link


@pytest.mark.parametrize("base", ["https://mill.example", "https://mill.example/"])
def test_an_address_under_a_website(base: str) -> None:
    assert addresses.absolute(base, "a/en/") == "https://mill.example/a/en/"


def test_the_error_page_leads_to_the_folder_all_venues_share(maker: Any) -> None:
    def site(*bases: str | None) -> Any:
        return maker.site(*(maker.venue(f"v{n}", base) for n, base in enumerate(bases)))

    assert addresses.root_of(site(None)) == "/"
    assert addresses.root_of(site("https://mill.example/privacy")) == "/privacy/"
    assert addresses.root_of(site("https://mill.example/a/", "https://weir.example/b/")) == "/"


def test_a_language_without_the_page_shows_its_contents(maker: Any) -> None:
    venue = maker.venue()
    assert addresses.full_notice(venue, "pl", "cameras", "areas") == "old-mill/pl/cameras/#areas"
    assert addresses.full_notice(venue, "pl", "unwritten", "areas") == "old-mill/pl/"
