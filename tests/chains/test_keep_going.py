"""A chain built with `--keep-going`: the good branches are published, the others keep what they had."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow
LOCKS = "locks: [surveillance.retention]"
BROKEN = "surveillance: {retention: 3 days}\n"


def test_the_good_branches_are_published_and_the_faulty_one_keeps_what_it_had(
    tmp_path: Path,
    type_chain: Callable[..., Path],
    build_py: Callable[..., Any],
    snapshot: Callable[..., dict[str, bytes]],
) -> None:
    venues, out = tmp_path / "venues", tmp_path / "out"

    def built(branches: dict[str, str], *options: str) -> Any:
        type_chain(venues, branches, LOCKS)
        here = ("--venues", venues, "--out", out, "--as-of", "2026-12-01", "--language", "en")
        return build_py("site", *here, *options)

    assert built({"north": "", "south": ""}).code == 0
    before = snapshot(out)
    renamed = "operator: {legal_name: South Baths Ltd}\n"
    assert built({"north": BROKEN + renamed, "south": renamed}).code == 1
    assert snapshot(out) == before, "without --keep-going one error stops everybody"

    run = built({"north": BROKEN + renamed, "south": renamed}, "--keep-going")
    assert run.code == 1
    assert "published: south" in run.lines
    assert "not published because of errors, what was there stays: north" in run.lines
    assert any(line.startswith("venues/reed/north.yml:4: error: ") for line in run.lines)
    after = snapshot(out)
    north = [path for path in before if "/north/" in path]
    assert len(north) > 12
    assert [path for path in north if after[path] != before[path]] == []
    assert b"South Baths Ltd" in after["site/south/en/privacy/index.html"]


def listed(out: Path) -> list[str]:
    page = (out / "site/index.html").read_text("utf-8")
    links = re.findall(r'<a class="button" href="([^"]+)"', page)
    assert all((out / "site" / link / "index.html").is_file() for link in links), links
    return sorted({link.split("/")[0] for link in links})


def test_the_lists_name_what_stands_whatever_was_published_kept_or_taken_away(
    tmp_path: Path, type_chain: Callable[..., Path], build_py: Callable[..., Any]
) -> None:
    venues, out = tmp_path / "venues", tmp_path / "out"

    def built(branches: dict[str, str], *options: str) -> Any:
        type_chain(venues, branches, LOCKS)
        here = ("--venues", venues, "--out", out, "--as-of", "2026-12-01", "--language", "en")
        return build_py(*options, *here)

    assert built({"north": "", "south": "", "west": ""}, "site").code == 0
    assert listed(out) == ["north", "south", "west"]
    shared = [path for path in (out / "site/s").iterdir() if "West" in (path / "index.html").read_text()]
    assert shared

    # One branch is closed, one is new, one is faulty and keeps what it had.
    (venues / "reed/west.yml").unlink()
    run = built({"north": BROKEN, "south": "", "quay": ""}, "site", "--keep-going")
    assert (run.code, listed(out)) == (1, ["north", "quay", "south"]), run.told
    assert not (out / "site/west").exists()
    for page in (out / "site/s").rglob("*.html"):
        text = page.read_text("utf-8")
        assert "West" not in text
        links = re.findall(r'href="(\.\./[^"#]+)', text)
        assert links
        assert all((page.parent / link / "index.html").is_file() for link in links), links
    sitemap = (out / "site/sitemap.xml").read_text("utf-8")
    assert ("/quay/" in sitemap, "/north/" in sitemap, "/west/" in sitemap) == (True, True, False)

    # A build of one branch alone lists the others too, and equals a build of all byte for byte.
    run = built({"north": "", "south": "", "quay": "", "east": ""}, "site", "east", "north")
    assert (run.code, listed(out)) == (0, ["east", "north", "quay", "south"]), run.told
    alone = {name: (out / "site" / name).read_bytes() for name in ("index.html", "404.html", "sitemap.xml")}
    whole = built({}, "site")
    assert whole.code == 0
    assert {name: (out / "site" / name).read_bytes() for name in alone} == alone


def test_records_of_a_chain_that_is_gone_go_although_a_branch_is_faulty(
    tmp_path: Path, type_chain: Callable[..., Path], build_py: Callable[..., Any]
) -> None:
    venues, records = tmp_path / "venues", tmp_path / "out/records"
    here = ("--venues", venues, "--out", tmp_path / "out", "--language", "en")
    type_chain(venues / "old", {"west": ""})
    type_chain(venues, {"north": "", "south": ""}, LOCKS)
    assert build_py("records", *here).code == 0
    assert {"old-reed", "reed", "west", "north"} <= {path.name for path in records.iterdir()}
    shutil.rmtree(venues / "old")
    type_chain(venues, {"north": BROKEN}, LOCKS)
    assert build_py("records", *here, "--keep-going").code == 1
    left = {path.name for path in records.iterdir()}
    assert "reed" in left
    assert left.isdisjoint({"old-reed", "west"})


def test_the_record_of_the_head_office_holds_the_faulty_branch_too(
    tmp_path: Path, type_chain: Callable[..., Path], build_py: Callable[..., Any]
) -> None:
    type_chain(tmp_path / "venues", {"north": BROKEN, "south": ""}, LOCKS)
    here = ("--venues", tmp_path / "venues", "--out", tmp_path / "out", "--language", "en")
    assert build_py("records", *here, "--keep-going").code == 1
    page = (tmp_path / "out" / "records" / "reed" / "deviations.html").read_text("utf-8")
    assert "Locked, and nobody has agreed to it" in page
    only = build_py("records", "south", *here)
    assert (only.code, sorted(path.name for path in (tmp_path / "out").iterdir())) == (
        0,
        ["manifest.json", "records"],
    )
