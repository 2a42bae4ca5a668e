"""A build in which nothing has changed is over before any engine is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from placard.publish.fingerprint import remember, report_of_last, take, unchanged
from placard.publish.hashes import Hashes

CHECKOUT = Path(__file__).parents[2]
ARGUMENTS = ["--as-of", "2026-11-23"]
FILES = {"site/index.html": "a", "print/old-mill/cam-01.pdf": "b"}

FAST = """
import sys
before = set(sys.modules)
from pathlib import Path
from placard.publish.fingerprint import unchanged
manifest = unchanged([Path(path) for path in sys.argv[2:]], Path(sys.argv[1]), ["--as-of", "2026-11-23"])
heavy = {"weasyprint", "mkdocs", "pydantic", "jinja2", "yaml", "babel", "pypdfium2", "click", "rich"}
print(len(manifest.entries) if manifest else "changed", sorted(heavy & set(sys.modules)))
outside = {name.partition(".")[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)
print(sorted(outside))
"""


class Project:
    """Inputs in folders, and an output that was built from them."""

    def __init__(self, shop) -> None:
        self.shop = shop
        self.content = shop.folder / "content"
        self.venue = shop.folder / "venues" / "old-mill.yml"
        for n in range(5):
            clause = self.content / "public" / f"clause-{n}" / "en.md"
            clause.parent.mkdir(parents=True)
            clause.write_text(f"words {n}")
        self.venue.parent.mkdir()
        self.venue.write_text("name: Old Mill")
        self.inputs = [self.content, self.venue.parent, shop.folder / "mkdocs.yml"]
        self.build()

    def build(self, report: str = "") -> None:
        seen = take(self.inputs, self.shop.out, ARGUMENTS)
        self.shop.publish(FILES)
        remember(seen, self.shop.out, report)

    def unchanged(self, arguments=ARGUMENTS) -> bool:
        return unchanged(self.inputs, self.shop.out, arguments) is not None


@pytest.fixture
def project(shop) -> Project:
    project = Project(shop)
    assert project.unchanged()
    return project


def test_nothing_changed_gives_the_manifest_back(project) -> None:
    manifest = unchanged(project.inputs, project.shop.out, ARGUMENTS)
    assert manifest is not None
    assert [entry.path for entry in manifest.entries] == sorted(FILES)


def test_before_the_first_build_everything_has_changed(shop) -> None:
    assert unchanged([shop.folder], shop.out, ARGUMENTS) is None
    assert list(shop.folder.iterdir()) == []


CHANGES = {
    "an edited fact": lambda p: p.venue.write_text("name: New Mill"),
    "an edit of the same length": lambda p: p.venue.write_text("name: Old Mull"),
    "a new clause": lambda p: (p.content / "public" / "clause-0" / "pl.md").write_text("słowa"),
    "a clause taken away": lambda p: (p.content / "public" / "clause-0" / "en.md").unlink(),
    "a clause renamed": lambda p: (p.content / "public" / "clause-0").rename(
        p.content / "public" / "clause-x"
    ),
    "two clauses swapped": lambda p: swap(*sorted(p.content.rglob("en.md"))[:2]),
    "an input that was not there": lambda p: (p.shop.folder / "mkdocs.yml").write_text("site_name: x"),
    "an input that is gone": lambda p: p.venue.unlink(),
    "a page edited": lambda p: p.shop.put("site/index.html", "x"),
    "a page taken away": lambda p: (p.shop.out / "site/index.html").unlink(),
    "somebody's file": lambda p: p.shop.put("site/holiday.jpg", "x"),
    "somebody's folder": lambda p: (p.shop.out / "mine").mkdir(),
    "a link": lambda p: (p.shop.out / "link").symlink_to("nowhere"),
    "no manifest": lambda p: (p.shop.out / "manifest.json").unlink(),
    "another manifest": lambda p: (p.shop.out / "manifest.json").write_text("[]"),
    "no output": lambda p: p.shop.out.rename(p.shop.folder / "moved"),
    "a damaged memory": lambda p: (p.shop.staging / "fingerprint.json").write_text("{"),
    "another memory": lambda p: (p.shop.staging / "fingerprint.json").write_text("[1]"),
    "a build cut short": lambda p: begun(p.shop.staging / "swap" / "journal.json"),
}


def swap(one: Path, other: Path) -> None:
    first, second = one.read_text(), other.read_text()
    assert first != second
    one.write_text(second)
    other.write_text(first)


def begun(journal: Path) -> None:
    journal.parent.mkdir()
    journal.write_text("{}")


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_means_a_build(project, change: str) -> None:
    CHANGES[change](project)
    assert not project.unchanged()


@pytest.mark.parametrize(
    "change", ["an edited fact", "a new clause", "a clause taken away", "a page edited", "a page taken away"]
)
def test_after_that_build_nothing_has_changed_again(project, change: str) -> None:
    CHANGES[change](project)
    project.build()
    assert project.unchanged()


def test_other_arguments_mean_a_build(project) -> None:
    assert not project.unchanged(["--as-of", "2026-11-24"])


def test_an_upgraded_package_means_a_build(project, tmp_path: Path, monkeypatch) -> None:
    packages = tmp_path / "site-packages"
    (packages / "an_engine-70.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(packages))
    assert not project.unchanged()
    project.build()
    assert project.unchanged()
    (packages / "an_engine-70.0.dist-info").rename(packages / "weasyprint-70.1.dist-info")
    assert not project.unchanged()


def test_compiled_python_and_a_new_time_alone_mean_nothing(project) -> None:
    cache = project.content / "__pycache__"
    cache.mkdir()
    (cache / "x.pyc").write_text("x")
    os.utime(project.venue, (1, 1))
    assert project.unchanged()


def test_an_edit_made_while_the_build_ran_is_not_taken_for_built(project) -> None:
    seen = take(project.inputs, project.shop.out, ARGUMENTS)
    project.venue.write_text("name: typed while the press ran")
    project.shop.publish(FILES)
    remember(seen, project.shop.out)
    assert not project.unchanged()


def test_a_ring_of_links_and_a_link_to_nothing_do_no_harm(project) -> None:
    (project.content / "ring").symlink_to(project.content)
    (project.content / ".#en.md").symlink_to("nowhere")
    project.build()
    assert project.unchanged()


def test_what_the_last_build_told_can_be_told_again(project) -> None:
    project.build(report="withheld: handbook.pl (1 question)")
    assert report_of_last(project.shop.out) == "withheld: handbook.pl (1 question)"
    assert report_of_last(project.shop.folder / "elsewhere") == ""


def run_fast(project) -> tuple[float, list[str]]:
    """Return the seconds of a processor that a whole process takes, its start included, and what it says."""
    command = [sys.executable, "-c", FAST, str(project.shop.out), *map(str, project.inputs)]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    before = os.times()
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    after = os.times()
    took = after.children_user + after.children_system - before.children_user - before.children_system
    return took, done.stdout.splitlines()


def test_no_engine_is_loaded_and_only_the_standard_library_used(project) -> None:
    _, (first, second) = run_fast(project)
    assert first == f"{len(FILES)} []"
    assert second == "['placard']"


@pytest.mark.slow
def test_a_rebuild_with_nothing_changed_takes_a_blink(project) -> None:
    """As large as a chain of ten; counted in time of the processor, because others use it too."""
    for n in range(1500):
        clause = project.content / "many" / str(n % 40) / f"{n}.md"
        clause.parent.mkdir(parents=True, exist_ok=True)
        clause.write_text("words " * 100 + str(n))
    files = {f"site/old-mill/en/{n}/index.html": "page " * 4000 + str(n) for n in range(1000)}
    seen = take(project.inputs, project.shop.out, ARGUMENTS)
    project.shop.publish(files)
    remember(seen, project.shop.out)
    time.sleep(2.5)  # until the hashes of what was just written may be remembered
    assert run_fast(project)[1][0].startswith("1000 ")
    assert min(run_fast(project)[0] for _ in range(5)) < 0.15


def test_an_input_nobody_can_read_is_a_content_like_any_other(project, monkeypatch) -> None:
    def of(self, path, here=None):
        if path.endswith("old-mill.yml"):
            raise PermissionError(13, "Permission denied", path)
        return known(self, path, here)

    known = Hashes.of
    monkeypatch.setattr(Hashes, "of", of)
    (project.content / "loop").symlink_to("loop")
    os.mkfifo(project.content / "pipe")
    assert not project.unchanged()
    project.build()
    assert project.unchanged()
    monkeypatch.undo()
    assert not project.unchanged()
