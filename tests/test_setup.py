"""What is installed: the lock files, pyproject.toml and the Makefile say the same, and name no host."""

import os
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from setuptools import find_packages

from placard import doctor

CHECKOUT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-test.lock")
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))


def pins(lock: str) -> list[Requirement]:
    lines = (CHECKOUT / lock).read_text("utf-8").splitlines()
    found = [Requirement(line.rstrip(" \\")) for line in lines if line[:1].isalnum()]
    assert len(found) > 40, f"{lock} was not understood"
    return found


def locked_versions(lock: str, wanted: Requirement) -> list[str]:
    same = [pin for pin in pins(lock) if canonicalize_name(pin.name) == canonicalize_name(wanted.name)]
    return [next(iter(pin.specifier)).version for pin in same]


@pytest.mark.parametrize("name", [*LOCKS, "pyproject.toml", "Makefile", ".ci/run"])
def test_no_file_of_the_set_up_names_a_host_or_a_folder_of_one_machine(name: str) -> None:
    text = (CHECKOUT / name).read_text("utf-8")
    assert len(text) > 100
    assert not re.search(r"://|www\.|trusted-host|(?<!no-emit-)(index-url|find-links)", text)
    assert not re.search(r"/(home|root|srv|tmp|work|Users)/", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_is_one_version_with_its_hashes(lock: str) -> None:
    text = (CHECKOUT / lock).read_text("utf-8")
    for pin in pins(lock):
        assert [specifier.operator for specifier in pin.specifier] == ["=="]
        assert pin.url is None
    entries = re.split(r"\n(?=\w)", text.strip())
    assert len(entries) == len(pins(lock))
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_tests_run_on_the_very_versions_that_users_run_on() -> None:
    assert {str(pin) for pin in pins(LOCKS[0])} <= {str(pin) for pin in pins(LOCKS[1])}
    names = {canonicalize_name(pin.name) for pin in pins(LOCKS[0])}
    more = [pin for pin in pins(LOCKS[1]) if str(pin) not in {str(run) for run in pins(LOCKS[0])}]
    assert more
    assert [str(pin) for pin in more if canonicalize_name(pin.name) in names] == []


@pytest.mark.parametrize(
    ("lock", "asked_for"),
    [
        (LOCKS[0], PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["installer"]),
        (LOCKS[1], PROJECT["project"]["optional-dependencies"]["test"]),
    ],
)
def test_what_is_locked_is_what_pyproject_admits(lock: str, asked_for: list[str]) -> None:
    assert len(asked_for) > 10
    for wanted in map(Requirement, asked_for):
        versions = locked_versions(lock, wanted)
        assert versions, f"{wanted} is not in {lock}; run: make lock"
        assert all(wanted.specifier.contains(version) for version in versions), f"{wanted}, not {versions}"


def test_everything_asked_for_has_a_lowest_version() -> None:
    asked_for = PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["test"]
    without = [one for one in asked_for if not any(s.operator == ">=" for s in Requirement(one).specifier)]
    assert len(asked_for) > 20
    assert without == []


def test_the_oldest_python_is_named_the_same_everywhere() -> None:
    oldest = ".".join(map(str, doctor.PYTHON_SINCE))
    assert PROJECT["project"]["requires-python"] == f">={oldest}"
    assert PROJECT["tool"]["mypy"]["python_version"] == oldest
    makefile = (CHECKOUT / "Makefile").read_text("utf-8")
    assert f"--python-version {oldest} " in makefile
    assert f"sys.version_info < {doctor.PYTHON_SINCE}" in makefile


def test_no_pin_asks_for_a_newer_python_than_we_do() -> None:
    oldest = {"python_version": "3.11", "python_full_version": "3.11.0"}
    for lock in LOCKS:
        names = {pin.name for pin in pins(lock)}
        on_oldest = {pin.name for pin in pins(lock) if pin.marker is None or pin.marker.evaluate(oldest)}
        assert names - on_oldest <= {"brotlicffi"}


def test_the_doctor_and_the_lock_agree_on_mkdocs() -> None:
    admitted = next(
        r.specifier for r in map(Requirement, PROJECT["project"]["dependencies"]) if r.name == "mkdocs"
    )
    since, before = (".".join(map(str, v)) for v in (doctor.MKDOCS_SINCE, doctor.MKDOCS_BEFORE))
    assert admitted == SpecifierSet(f">={since},<{before}")


def test_only_placard_is_a_package_and_all_of_it_is() -> None:
    include = PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]
    found = set(find_packages(str(CHECKOUT), include=include))
    folders = {path.parent.relative_to(CHECKOUT) for path in (CHECKOUT / "placard").rglob("__init__.py")}
    assert {"placard", "placard.press"} <= found
    assert found == {".".join(folder.parts) for folder in folders}


def test_continuous_integration_runs_the_command_of_the_readme() -> None:
    script = CHECKOUT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text("utf-8").splitlines()[-1] == "exec make test"
