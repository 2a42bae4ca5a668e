"""A disk that refuses, for real: folders nobody may write to."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from placard.publish.disk import Disk

from .conftest import NEW, OLD, Shop, failing_at, state

NOBODY = 65534


@contextmanager
def not_root() -> Iterator[None]:
    """Be somebody whom permissions bind: the administrator may write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def bound() -> Iterator[Shop]:
    """Return a shop in a folder that an ordinary user can reach."""
    folder = Path(tempfile.mkdtemp(prefix="placard-refused-"))
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    with not_root():
        yield Shop(folder)
    for path in folder.rglob("*"):
        if path.is_dir():
            path.chmod(0o700)
    shutil.rmtree(folder)


def forbid(folder: Path) -> None:
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(PermissionError):
        (folder / "probe").write_text("")


@pytest.mark.parametrize("part", [".", "site", "site/old-mill/en/cameras", "staff/old-mill"])
def test_a_read_only_folder_anywhere_in_out_keeps_the_old_state(bound: Shop, part: str) -> None:
    bound.publish(OLD)
    old = state(bound.out)
    forbid(bound.out / part)
    assert bound.refused(NEW) == ["publish.unwritable"]
    assert state(bound.out) == old
    assert len(old) > len(OLD)
    (bound.out / part).chmod(0o700)
    assert bound.publish(NEW).new > 0
    assert bound.holds() == NEW


def test_a_read_only_folder_is_no_matter_where_nothing_differs(bound: Shop) -> None:
    bound.publish(OLD)
    forbid(bound.out)
    assert bound.publish(OLD).unchanged == len(OLD)


def test_a_folder_in_which_out_cannot_be_made(bound: Shop) -> None:
    made = bound.make(OLD)
    assert made
    parent = bound.folder / "parent"
    parent.mkdir()
    forbid(parent)
    bound.out = parent / "out"
    assert bound.refused(OLD) == ["publish.unwritable"]


def test_a_file_of_out_that_cannot_be_read(bound: Shop) -> None:
    bound.publish(OLD)
    secret = bound.out / "site/index.html"
    secret.chmod(0)
    shutil.rmtree(bound.staging)
    assert bound.refused(NEW) == ["publish.unwritable"]


def test_a_disk_that_does_not_flush_folders_is_no_matter(shop: Shop, monkeypatch) -> None:
    flushed: list[int] = []

    def cannot(descriptor: int) -> None:
        flushed.append(descriptor)
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", cannot)
    assert shop.publish(OLD, disk=Disk()).new == len(OLD)
    assert len(flushed) > 10


def test_a_disk_without_hard_links_gets_copies(shop: Shop, monkeypatch) -> None:
    def cannot(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    shop.publish(OLD)
    monkeypatch.setattr(os, "link", cannot)
    shop.publish(NEW)
    assert shop.holds() == NEW
    assert shop.refused(OLD, disk=failing_at(80, OSError(errno.EIO, "no"))) == ["publish.disk"]
    assert shop.holds() == NEW
