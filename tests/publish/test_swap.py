"""Publishing: only what differs is touched, nobody's own file is lost, the manifest tells the rest."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import pytest

from placard.findings import Severity, UserMistake
from placard.publish.disk import Disk
from placard.publish.manifest import Entry, read
from placard.publish.swap import publish


def test_the_first_build_makes_out_and_counts_what_is_new(shop) -> None:
    done = shop.publish({"site/index.html": "a", "print/old-mill/cam-01.pdf": "b"})
    assert (done.new, done.changed, done.removed, done.unchanged) == (2, 0, 0, 0)
    assert shop.holds() == {"site/index.html": "a", "print/old-mill/cam-01.pdf": "b"}


def test_a_second_build_of_the_same_touches_no_file(shop) -> None:
    files = {"site/index.html": "a", "site/en/index.html": "b"}
    shop.publish(files)
    before = {path: path.stat() for path in sorted(shop.out.rglob("*"))}
    done = shop.publish(files)
    assert (done.new, done.changed, done.removed, done.unchanged) == (0, 0, 0, 2)
    after = {path: path.stat() for path in sorted(shop.out.rglob("*"))}
    assert len(before) == 5
    assert {p: (s.st_ino, s.st_mtime_ns, s.st_ctime_ns) for p, s in before.items()} == {
        p: (s.st_ino, s.st_mtime_ns, s.st_ctime_ns) for p, s in after.items()
    }


def test_only_the_file_that_differs_is_replaced(shop) -> None:
    shop.publish({"site/a": "1", "site/b": "2"})
    untouched = (shop.out / "site/a").stat()
    done = shop.publish({"site/a": "1", "site/b": "3"})
    assert (done.changed, done.unchanged) == (1, 1)
    assert (shop.out / "site/a").stat() == untouched
    assert shop.holds() == {"site/a": "1", "site/b": "3"}


def test_what_is_no_longer_made_goes_and_so_does_the_folder_it_leaves_empty(shop) -> None:
    shop.publish({"site/a": "1", "site/deep/er/b": "2"})
    done = shop.publish({"site/a": "1"})
    assert done.removed == 1
    assert shop.holds() == {"site/a": "1"}
    assert not (shop.out / "site/deep").exists()


def test_a_file_may_become_a_folder_and_a_folder_a_file(shop) -> None:
    shop.publish({"site/a": "1", "site/b/c": "2"})
    shop.publish({"site/a/x": "3", "site/b": "4"})
    assert shop.holds() == {"site/a/x": "3", "site/b": "4"}


def test_the_staging_folder_stays_a_cache_that_out_does_not_share(shop) -> None:
    made = shop.make({"site/a": "1"})
    publish(made, shop.out)
    (file,) = made.values()
    file.write_text("scribbled over by the next build")
    assert shop.holds() == {"site/a": "1"}
    assert not (shop.staging / "swap").exists()


def test_a_file_somebody_put_there_is_left_alone_and_reported(shop) -> None:
    shop.publish({"site/en/a": "1"})
    shop.put("site/en/holiday.jpg", "mine")
    shop.put("my notes/todo.txt", "mine")
    shop.put("my notes/more/todo.txt", "mine")
    done = shop.publish({"site/en/a": "2"})
    told = {(f.code, f.values["file"], f.severity) for f in done.findings}
    assert told == {
        ("publish.left_alone", "site/en/holiday.jpg", Severity.WARNING),
        ("publish.left_alone", "my notes/", Severity.WARNING),
    }
    assert shop.holds()["site/en/holiday.jpg"] == "mine"
    assert shop.holds()["my notes/more/todo.txt"] == "mine"


def test_somebodys_file_keeps_the_folder_that_would_be_left_empty(shop) -> None:
    shop.publish({"site/a": "1", "site/gone/b": "2"})
    shop.put("site/gone/holiday.jpg", "mine")
    (shop.out / "site/empty folder of mine").mkdir()
    shop.publish({"site/a": "1"})
    assert shop.holds() == {"site/a": "1", "site/gone/holiday.jpg": "mine"}
    assert (shop.out / "site/empty folder of mine").is_dir()


@pytest.mark.parametrize(
    ("theirs", "ours", "named"),
    [
        ("site/a", "site/a", "site/a"),
        ("site/a", "site/a/b", "site/a"),
        ("site/a/b", "site/a", "site/a"),
    ],
)
def test_somebodys_file_in_the_way_stops_everything(shop, theirs: str, ours: str, named: str) -> None:
    shop.publish({"site/z": "1"})
    shop.put(theirs, "mine")
    with pytest.raises(UserMistake) as mistake:
        shop.publish({"site/z": "2", ours: "ours"})
    assert [(f.code, f.values["file"]) for f in mistake.value.findings] == [("publish.in_the_way", named)]
    assert shop.holds() == {"site/z": "1", theirs: "mine"}


def test_a_link_in_the_way_is_never_followed(shop, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shop.publish({"print/z": "1"})
    (shop.out / "site").symlink_to(elsewhere)
    assert shop.refused({"print/z": "1", "site/a": "x"}) == ["publish.in_the_way"]
    assert list(elsewhere.iterdir()) == []


def test_a_link_where_a_file_of_ours_was_is_somebodys(shop, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    shop.publish({"site/a": "1", "site/b": "1"})
    (shop.out / "site/a").unlink()
    (shop.out / "site/a").symlink_to(precious)
    done = shop.publish({"site/b": "1"})
    assert [(f.code, f.values["file"]) for f in done.findings] == [("publish.left_alone", "site/a")]
    assert (shop.out / "site/a").is_symlink()
    assert precious.read_text() == "mine"


def test_the_same_file_put_there_by_hand_is_simply_ours_from_now_on(shop) -> None:
    shop.publish({"site/z": "1"})
    shop.put("site/a", "same")
    done = shop.publish({"site/z": "1", "site/a": "same"})
    assert done.findings == ()
    assert shop.publish({"site/z": "1"}).removed == 1


def test_a_folder_full_of_files_without_a_manifest_is_not_ours_to_write_in(shop) -> None:
    shop.put("site/index.html", "another site")
    shop.put("site/about.html", "another site")
    with pytest.raises(UserMistake) as mistake:
        shop.publish({"site/index.html": "ours", "site/about.html": "ours"})
    (finding,) = mistake.value.findings
    assert finding.code == "publish.not_ours_folder"
    assert finding.values["count"] == "2"
    assert shop.holds()["site/index.html"] == "another site"


@pytest.mark.parametrize(
    "content", ["{", "[1]", '[{"path": "../../precious"}]', '{"name": "a web app of mine"}']
)
def test_a_manifest_that_is_not_ours_is_never_overwritten(shop, content: str) -> None:
    shop.publish({"site/a": "1", "site/b": "1"})
    (shop.out / "manifest.json").write_text(content)
    with pytest.raises(UserMistake) as mistake:
        shop.publish({"site/a": "2"})
    (finding,) = mistake.value.findings
    assert (finding.code, finding.values["file"]) == ("publish.in_the_way", "manifest.json")
    assert shop.holds() == {"site/a": "1", "site/b": "1"}
    assert (shop.out / "manifest.json").read_text() == content


def test_an_empty_manifest_makes_nothing_ours(shop) -> None:
    shop.publish({"site/a": "1", "site/b": "1"})
    (shop.out / "manifest.json").write_text("[]")
    assert shop.refused({"site/a": "2"}) == ["publish.in_the_way"]
    assert shop.holds() == {"site/a": "1", "site/b": "1"}


def test_a_file_of_ours_changed_by_hand_is_made_again_and_that_is_said(shop) -> None:
    shop.publish({"site/a": "1", "site/b": "1"})
    shop.put("site/a", "corrected by hand")
    done = shop.publish({"site/a": "1", "site/b": "1"})
    assert [(f.code, f.values["file"]) for f in done.findings] == [("publish.edited", "site/a")]
    assert shop.holds() == {"site/a": "1", "site/b": "1"}


def test_a_file_of_ours_taken_away_by_hand_comes_back(shop) -> None:
    shop.publish({"site/a": "1", "site/b": "1"})
    (shop.out / "site/a").unlink()
    assert shop.publish({"site/a": "1", "site/b": "1"}).new == 1


def test_the_manifest_tells_what_each_file_is(shop) -> None:
    entry = Entry(
        "print/old-mill/cam-01.yard.a4.pdf",
        "sheet",
        venue="old-mill",
        languages=("en", "pl"),
        sheet="cam-01",
        pages=1,
        code="k3f9-2mqa",
        reason="hangs at every way into a filmed room",
    )
    files = {"site/old-mill/en/index.html": "page", entry.path: "pdf"}
    done = shop.publish(files, entries=[entry])
    assert read(shop.out) == done.manifest
    sheet, page = done.manifest.entries
    assert (sheet.code, sheet.pages, sheet.languages) == ("k3f9-2mqa", 1, ("en", "pl"))
    assert len(sheet.sha256) == 64
    assert (page.path, page.kind, page.venue) == ("site/old-mill/en/index.html", "asset", "old-mill")
    raw = json.loads((shop.out / "manifest.json").read_text("utf-8"))
    assert [item["path"] for item in raw] == sorted(item["path"] for item in raw)


def test_equal_outputs_have_equal_manifests(shop, tmp_path: Path) -> None:
    files = {f"site/{name}": name for name in "qwertz"}
    shop.publish(files)
    other = type(shop)(tmp_path / "another place")
    other.publish(dict(reversed(files.items())))
    first, second = ((each.out / "manifest.json").read_bytes() for each in (shop, other))
    assert first.count(b"\n") == len(files) + 2
    assert first == second


def test_a_new_reason_alone_is_written_down_too(shop) -> None:
    entry = Entry("site/a", "page", reason="because")
    shop.publish({"site/a": "1"}, entries=[entry])
    done = shop.publish({"site/a": "1"}, entries=[Entry("site/a", "page", reason="because of the yard")])
    assert (done.changed, done.unchanged) == (0, 1)
    manifest = read(shop.out)
    assert manifest is not None
    assert manifest.entries[0].reason == "because of the yard"


def test_the_manifest_does_not_depend_on_what_was_built_before(shop, tmp_path: Path) -> None:
    with_sheet = {"site/old-mill/en/index.html": "page", "print/old-mill/x.pdf": "sheet"}
    page_alone = {"site/old-mill/en/index.html": "page"}
    shop.publish(with_sheet)
    shop.publish(page_alone)
    other = type(shop)(tmp_path / "another place")
    other.publish(page_alone)
    assert (shop.out / "manifest.json").read_bytes() == (other.out / "manifest.json").read_bytes()


@pytest.mark.parametrize("path", ["../escaped", "/etc/escaped", "manifest.json", "."])
def test_a_path_out_of_out_is_a_fault_of_ours(shop, path: str) -> None:
    made = shop.make({"site/a": "1"})
    with pytest.raises(ValueError, match="cannot be published"):
        publish({PurePosixPath(path): next(iter(made.values()))}, shop.out)
    assert not shop.out.exists()


def test_describing_what_was_not_made_is_a_fault_of_ours(shop) -> None:
    with pytest.raises(ValueError, match=r"not made: site/b"):
        shop.publish({"site/a": "1"}, entries=[Entry("site/b", "page")])


def test_out_may_be_a_link_to_where_the_web_server_looks(shop, tmp_path: Path) -> None:
    served = tmp_path / "srv" / "www"
    served.mkdir(parents=True)
    shop.out.symlink_to(served)
    shop.publish({"site/a": "1"})
    assert (served / "site/a").read_text() == "1"
    assert shop.publish({"site/a": "2"}).changed == 1
    assert shop.out.is_symlink()


def test_a_staged_file_that_changes_under_our_hands_stops_everything(shop, tmp_path: Path) -> None:
    class Meddler(Disk):
        def copy(self, source: Path, target: Path) -> str:
            source.write_text("another process was here")
            return super().copy(source, target)

    shop.publish({"site/a": "1"})
    with pytest.raises(RuntimeError, match="was written to"):
        shop.publish({"site/a": "2"}, disk=Meddler())
    assert shop.holds() == {"site/a": "1"}
