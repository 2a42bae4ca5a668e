"""What the README promises exists: its commands, its options, its folders, its pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(set(re.findall(r"`python build\.py ([a-z]+)", README)) | {"print", "staff"})
OPTIONS = sorted(set(re.findall(r"`(--[a-z-]+)", README)))
TARGETS = sorted(set(re.findall(r"(?:^|[`(])make ([a-z]+)", README, re.MULTILINE)))


def test_the_readme_names_commands_options_and_targets() -> None:
    assert {"check", "plan", "explain", "site", "serve", "doctor"} <= set(COMMANDS)
    assert len(OPTIONS) >= 10
    assert {"build", "test", "quick"} <= set(TARGETS)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_exists_and_has_help(build_py: Callable[..., Any], command: str) -> None:
    run = build_py(command, "--help")
    assert run.code == 0
    assert len(run.told) > 80


def test_every_command_there_is_stands_in_the_readme(build_py: Callable[..., Any]) -> None:
    listed = build_py("--help").told.split("Commands:")[1]
    commands = re.findall(r"^  ([a-z]+)  ", listed, re.MULTILINE)
    assert len(commands) >= 8
    assert [name for name in commands if f"`{name}`" not in README and f" {name}" not in README] == []


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_of_the_readme_exists(build_py: Callable[..., Any], option: str) -> None:
    assert option in build_py("--help").told


def test_every_command_takes_the_options_but_those_the_readme_excepts(build_py: Callable[..., Any]) -> None:
    everywhere = re.search(r"^Everywhere but in (.*?): (.*?)\.$", README, re.MULTILINE | re.DOTALL)
    assert everywhere is not None
    excepted = set(re.findall(r"`([a-z]+)`", everywhere[1]))
    options = set(re.findall(r"`(--[a-z-]+)", everywhere[2]))
    assert len(options) >= 10
    listed = build_py("--help").told.split("Commands:")[1]
    for command in re.findall(r"^  ([a-z]+)  ", listed, re.MULTILINE):
        taken = set(re.findall(r"--[a-z-]+", build_py(command, "--help").told))
        assert (options <= taken) == (command not in excepted), command


@pytest.mark.parametrize("target", TARGETS)
def test_a_make_target_of_the_readme_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("folder", re.findall(r"^\| `([a-z]+)/` \|", README, re.MULTILINE))
def test_a_folder_of_the_readme_exists(folder: str) -> None:
    assert folder == "out" or (ROOT / folder).is_dir()


def test_the_three_pictures_are_there_and_described() -> None:
    pictures = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", README)
    assert len(pictures) == 3
    for described, path in pictures:
        assert len(described) > 30
        assert (ROOT / path).read_bytes().startswith(b"\x89PNG")
