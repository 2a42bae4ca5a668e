"""A pack speaks the language of its own country, or says where it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from placard.check.untold import untold
from placard.findings import Severity
from placard.library.library import Library


@pytest.mark.parametrize(("pack", "language"), [("cn", "zh-Hans"), ("pl", "pl"), ("gb", "en")])
def test_our_packs_speak_the_language_of_their_country(library: Library, pack: str, language: str) -> None:
    assert library.packs[pack].languages == (language,)
    assert list(untold([library.packs[pack]], library.languages)) == []


def test_what_a_pack_does_not_say_at_home_is_named_with_its_key(library: Library) -> None:
    pack = library.packs["pl"]
    first, *rest = pack.rules
    mute = replace(first, title={"en": first.title["en"]})
    (finding,) = untold([replace(pack, rules=(mute, *rest))], library.languages)
    assert (finding.code, finding.severity, finding.place) == (
        "content.pack_untold",
        Severity.WARNING,
        pack.place,
    )
    assert finding.values["which"] == f"{first.id} (title)"


def test_a_language_nothing_is_written_in_is_told_too(library: Library) -> None:
    abroad = replace(library.packs["gb"], languages=("cy",))
    untold_there, unwritten = untold([abroad], library.languages)
    assert int(untold_there.values["count"]) > 20
    assert (unwritten.code, unwritten.values["language"]) == ("content.pack_unwritten", "cy")
