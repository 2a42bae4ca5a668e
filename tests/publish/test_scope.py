"""Publishing a part: a venue with errors keeps its last good output, byte for byte."""

from __future__ import annotations

import pytest

from placard.publish.manifest import Entry, read
from placard.publish.scope import Scope, venue_of

OLD = {
    "site/index.html": "old chooser",
    "site/assets/main.111.css": "old style",
    "site/old-mill/en/index.html": "old mill",
    "site/old-mill/en/gone/index.html": "gone",
    "site/q/old-mill/cam-01/index.html": "quick mill",
    "site/s/k3f9-2mqa/index.html": "code of mill",
    "print/old-mill/cam-01.a4.pdf": "pdf mill",
    "site/studio/en/index.html": "old studio",
    "site/studio/en/gone/index.html": "gone studio",
    "site/q/studio/cam-01/index.html": "quick studio",
    "print/studio/cam-01.a4.pdf": "pdf studio",
    "staff/studio/handbook.en.pdf": "handbook studio",
}
NEW = {path: f"new {words}" for path, words in OLD.items() if "gone" not in path and "111" not in path}
NEW["site/assets/main.222.css"] = "new style"
ENTRIES = [
    Entry("site/s/k3f9-2mqa/index.html", "short", venue="old-mill"),
    Entry("print/studio/cam-01.a4.pdf", "sheet", venue="studio"),
    Entry("print/old-mill/cam-01.a4.pdf", "sheet", venue="old-mill"),
]


def of(venue: str, files: dict[str, str]) -> dict[str, str]:
    return {
        p: words for p, words in files.items() if f"/{venue}/" in p or (venue == "old-mill" and "/s/" in p)
    }


@pytest.fixture
def built(shop):
    shop.publish(OLD, entries=ENTRIES)
    assert shop.holds() == OLD
    return shop


def test_a_venue_that_is_kept_stays_as_it_was(built) -> None:
    done = built.publish(NEW, Scope(keep=frozenset({"studio"})), ENTRIES)
    now = built.holds()
    assert of("studio", now) == of("studio", OLD)
    assert len(of("studio", now)) == 5
    assert of("old-mill", now) == of("old-mill", NEW)
    assert (done.new, done.changed, done.removed) == (1, 5, 1)


def test_a_style_sheet_that_a_kept_page_may_need_stays_until_nothing_is_kept(built) -> None:
    built.publish(NEW, Scope(keep=frozenset({"studio"})), ENTRIES)
    assert {"site/assets/main.111.css", "site/assets/main.222.css"} <= built.holds().keys()
    built.publish(NEW, entries=ENTRIES)
    assert built.holds() == NEW


def test_a_kept_venue_that_was_not_even_made_stays_in_the_manifest(built) -> None:
    made = {path: words for path, words in NEW.items() if "studio" not in path}
    built.publish(made, Scope(keep=frozenset({"studio"})), [e for e in ENTRIES if e.venue != "studio"])
    manifest = read(built.out)
    assert manifest is not None
    listed = manifest.by_path()
    assert set(listed) == set(built.holds())
    assert listed["print/studio/cam-01.a4.pdf"].kind == "sheet"
    assert of("studio", built.holds()) == of("studio", OLD)


def test_one_root_of_one_venue(built) -> None:
    scope = Scope(roots=frozenset({"print"}), only=frozenset({"old-mill"}))
    built.publish(NEW, scope, ENTRIES)
    expected = OLD | {"print/old-mill/cam-01.a4.pdf": NEW["print/old-mill/cam-01.a4.pdf"]}
    assert built.holds() == expected


def test_a_venue_that_is_no_more_goes_with_the_next_whole_build(built) -> None:
    built.publish({path: words for path, words in OLD.items() if "studio" not in path}, entries=[ENTRIES[0]])
    assert of("studio", built.holds()) == {}
    assert not (built.out / "staff").exists()


def test_keeping_a_venue_from_its_very_first_build_publishes_nothing_of_it(shop) -> None:
    shop.publish(NEW, Scope(keep=frozenset({"studio"})), ENTRIES)
    assert of("studio", shop.holds()) == {}
    assert "site/index.html" in shop.holds()


@pytest.mark.parametrize(
    ("path", "venue"),
    [
        ("site/old-mill/en/index.html", "old-mill"),
        ("site/q/old-mill/cam-01/index.html", "old-mill"),
        ("site/assets/x.css", ""),
        ("site/index.html", ""),
        ("print/anybody/x.pdf", "anybody"),
        ("staff/anybody/x.pdf", "anybody"),
        ("print/readme.txt", ""),
        ("manifest.json", ""),
    ],
)
def test_whose_a_file_is(path: str, venue: str) -> None:
    assert venue_of(path, {"old-mill"}) == venue
