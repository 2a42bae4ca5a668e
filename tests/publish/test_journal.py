"""Cut short at every single moment, or refused by the disk: `out/` is all old or all new."""

from __future__ import annotations

import errno
import json
import shutil
from pathlib import Path

import pytest

from placard.findings import UserMistake
from placard.publish.hashes import sha256_of
from placard.publish.journal import Recovery, recover

from .conftest import NEW, OLD, Cut, QuickDisk, Shop, State, WatchedDisk, failing, failing_at, state


def moments_of_a_publication(folder: Path) -> list[str]:
    shop = Shop(folder)
    shop.publish(OLD)
    disk = WatchedDisk()
    shop.publish(NEW, disk=disk)
    return disk.moments


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return moments_of_a_publication(tmp_path_factory.mktemp("rehearsal"))


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> tuple[State, State]:
    """Return `out/` as it is after OLD, and as it is after NEW."""
    shop = Shop(tmp_path_factory.mktemp("ends"))
    shop.publish(OLD)
    old = state(shop.out)
    shop.publish(NEW)
    new = state(shop.out)
    assert {path for path, raw in new.items() if raw is not None} == {*NEW, "manifest.json"}
    assert old != new
    return old, new


def fresh(shop: Shop) -> None:
    shutil.rmtree(shop.out, ignore_errors=True)
    shutil.rmtree(shop.staging, ignore_errors=True)
    shop.publish(OLD)


def test_a_publication_does_enough_for_these_tests_to_mean_something(moments: list[str]) -> None:
    assert len(moments) > 80
    assert {m.split()[1] for m in moments} == {
        *("copy", "keep", "write", "move", "remove", "make_folder", "remove_folder", "clear", "settle")
    }


def test_cut_at_every_moment_it_is_all_old_or_all_new_after_recovery(shop, moments, ends) -> None:
    old, new = ends
    reached = []
    for moment in range(len(moments)):
        fresh(shop)
        with pytest.raises(Cut):
            shop.publish(NEW, disk=failing_at(moment, Cut()))
        how = recover(shop.out, disk=QuickDisk())
        now = state(shop.out)
        assert now in (old, new), moments[moment]
        assert (now == new) == (how is Recovery.FINISHED) or how is Recovery.NOTHING
        reached.append(now == new)
        assert recover(shop.out) is Recovery.NOTHING
    assert True in reached
    assert False in reached
    assert reached == sorted(reached), "once the journal stands, the new state is the one to reach"


def test_cut_in_recovery_again_and_again_it_still_ends_well(shop, moments, ends) -> None:
    old, new = ends
    halfway = moments.index("before remove") + 3
    cuts = 0
    for moment in range(10**6):
        fresh(shop)
        with pytest.raises(Cut):
            shop.publish(NEW, disk=failing_at(halfway, Cut()))
        assert state(shop.out) not in (old, new)
        try:
            recover(shop.out, disk=failing_at(moment, Cut()))
        except Cut:
            cuts += 1
        else:
            break
        recover(shop.out, disk=QuickDisk())
        assert state(shop.out) == new
    assert cuts > 20


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "words", "every"),
    [
        (errno.ENOSPC, "publish.disk_full", 1),
        (errno.EACCES, "publish.unwritable", 7),
        (errno.EIO, "publish.disk", 7),
        (errno.EXDEV, "publish.other_disk", 7),
    ],
)
def test_refused_at_any_moment_the_old_state_is_kept_and_the_reason_told(
    shop, moments, ends, code: int, words: str, every: int
) -> None:
    old, new = ends
    told, kept = set(), 0
    tried = range(0, len(moments), every)
    for moment in tried:
        fresh(shop)
        try:
            shop.publish(NEW, disk=failing_at(moment, OSError(code, "no", "some file")))
        except UserMistake as mistake:
            told |= {finding.code for finding in mistake.findings}
            assert state(shop.out) == old, moments[moment]
            kept += 1
        else:
            # Refused only while tidying up, or where the journal already stood.
            assert state(shop.out) == new, moments[moment]
        assert recover(shop.out) is Recovery.NOTHING
    assert told == {words}
    assert kept > len(tried) * 3 / 4


def test_refused_from_some_moment_on_the_next_command_puts_it_right(shop, moments, ends) -> None:
    old, new = ends
    codes = set()
    for moment in range(len(moments)):
        fresh(shop)
        try:
            shop.publish(NEW, disk=failing_at(moment, OSError(errno.EROFS, "read-only"), lasting=True))
        except UserMistake as mistake:
            codes |= {finding.code for finding in mistake.findings}
        recover(shop.out, disk=QuickDisk())
        assert state(shop.out) in (old, new), moments[moment]
        assert recover(shop.out) is Recovery.NOTHING
    assert codes == {"publish.unwritable", "publish.half_done"}


def test_cut_on_the_way_back_it_goes_on_going_back(shop, moments, ends) -> None:
    old, _ = ends
    refused = [i for i, m in enumerate(moments) if m == "before move"][-3]
    for moment in range(refused + 1, 10**6):
        fresh(shop)
        try:
            shop.publish(NEW, disk=failing({refused: OSError(errno.EACCES, "no"), moment: Cut()}))
        except Cut:
            recover(shop.out, disk=QuickDisk())
            assert state(shop.out) in ends
            assert not (shop.staging / "swap" / "journal-back.json").exists()
        except UserMistake:
            break
    assert moment - refused > 20
    assert state(shop.out) == old


def test_a_file_torn_by_a_power_cut_is_never_published(shop, moments, ends) -> None:
    old, _ = ends
    fresh(shop)
    with pytest.raises(Cut):
        shop.publish(NEW, disk=failing_at(moments.index("before remove") + 2, Cut()))
    waiting = sorted((shop.staging / "swap").glob("new-*"))
    assert waiting
    waiting[-1].write_bytes(b"")
    assert recover(shop.out) is Recovery.UNDONE
    assert state(shop.out) == old


def test_the_first_build_of_all_cut_short_leaves_nothing_or_everything(shop) -> None:
    files = {"site/index.html": "a", "site/en/index.html": "b", "print/old-mill/x.pdf": "c"}
    disk = WatchedDisk()
    shop.publish(files, disk=disk)
    whole, seen = state(shop.out), set()
    for moment in range(len(disk.moments)):
        shutil.rmtree(shop.out, ignore_errors=True)
        shutil.rmtree(shop.staging)
        with pytest.raises(Cut):
            shop.publish(files, disk=failing_at(moment, Cut()))
        recover(shop.out, disk=QuickDisk())
        now = state(shop.out) if shop.out.exists() else {}
        assert now in ({}, whole)
        seen.add(bool(now))
    assert seen == {True, False}


def test_the_next_build_recovers_by_itself(shop, moments, ends) -> None:
    _, new = ends
    fresh(shop)
    with pytest.raises(Cut):
        shop.publish(NEW, disk=failing_at(moments.index("before remove") + 2, Cut()))
    assert shop.publish(NEW).unchanged == len(NEW)
    assert state(shop.out) == new


def test_somebodys_file_survives_every_cut(shop, moments) -> None:
    for moment in range(0, len(moments), 5):
        fresh(shop)
        shop.put("print/old-mill/gone/holiday.jpg", "mine")
        with pytest.raises(Cut):
            shop.publish(NEW, disk=failing_at(moment, Cut()))
        recover(shop.out)
        assert (shop.out / "print/old-mill/gone/holiday.jpg").read_text() == "mine"


def test_recovering_where_nothing_was_ever_built_makes_nothing(shop) -> None:
    assert recover(shop.out) is Recovery.NOTHING
    assert list(shop.folder.iterdir()) == []


def test_a_journal_nobody_can_read_is_told_and_kept(shop) -> None:
    shop.publish(OLD)
    journal = shop.staging / "swap" / "journal.json"
    journal.parent.mkdir()
    journal.write_text("{")
    with pytest.raises(UserMistake) as mistake:
        recover(shop.out)
    (finding,) = mistake.value.findings
    assert (finding.code, finding.values["file"]) == ("publish.journal", str(journal))
    assert shop.holds() == OLD
    journal.unlink()
    assert shop.publish(NEW).new > 0


def planted(shop: Shop, **step: str) -> None:
    """Put a journal beside `out/` as somebody may commit it, with all that its step needs."""
    swap = shop.staging / "swap"
    swap.mkdir(parents=True)
    (swap / "new-0").write_text("theirs")
    (swap / "old-0").write_text("theirs")
    whole = {"path": "site/index.html", "new": "", "old": "", "sha256": sha256_of(swap / "new-0")} | step
    (swap / "journal.json").write_text(json.dumps({"format": 1, "steps": [whole]}))


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize(
    "step",
    [
        {"do": "put", "path": "../victim", "new": "new-0"},
        {"do": "put", "path": "site/../../victim", "new": "new-0", "old": "old-0"},
        {"do": "put", "path": "site/index.html", "new": "../../victim"},
        {"do": "put", "path": "site/index.html", "new": "new-0", "old": "../../victim"},
        {"do": "put", "path": "site/moved", "new": ""},
        {"do": "put", "path": "manifest.json", "new": "old-0"},
        {"do": "remove", "path": "../victim", "old": "old-0"},
        {"do": "remove", "path": "site/index.html", "old": ""},
        {"do": "remove", "path": "..\\victim", "old": "old-0"},
        {"do": "remove", "path": "C:victim", "old": "old-0"},
        {"do": "remove_folder", "path": "../empty"},
        {"do": "make_folder", "path": "../another"},
        {"do": "remove_folder", "path": ""},
        {"do": "make_folder", "path": "/"},
        {"do": "sweep", "path": "site"},
    ],
    ids=str,
)
def test_a_journal_that_reaches_out_of_the_folder_is_never_played(
    shop: Shop, step: dict[str, str], back: bool
) -> None:
    shop.publish(OLD)
    (shop.folder / "victim").write_text("mine")
    (shop.folder / "empty").mkdir()
    before = state(shop.folder).keys()
    planted(shop, **step)
    if back:
        swap = shop.staging / "swap"
        (swap / "journal.json").rename(swap / "journal-back.json")
    with pytest.raises(UserMistake):
        recover(shop.out)
    assert (shop.folder / "victim").read_text() == "mine"
    assert shop.holds() == OLD
    assert {path for path in state(shop.folder) if "swap" not in path} == before


def test_a_journal_with_other_values_than_ours_is_told_and_nothing_is_touched(shop: Shop) -> None:
    shop.publish(OLD)
    planted(shop, do="put", path=["site"], new="new-0")  # type: ignore[arg-type]
    with pytest.raises(UserMistake):
        recover(shop.out)
    assert shop.holds() == OLD
