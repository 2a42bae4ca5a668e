"""The set-up: what `make` does the first time, the second time, and after it was cut short."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

MAKEFILE = Path(__file__).parents[1] / "Makefile"

STUB = """#!/bin/sh
# Stands in for python3 and for .venv/bin/python: notes what it is asked, and does nothing else.
case "$*" in
  *version_info*) exit 0 ;;
  "-c "*) exit 0 ;;
  "-m pip --version") exit 0 ;;
esac
echo "$*" >> "$LOG"
case "$*" in
  "-m venv --clear "*) rm -rf "$4"; mkdir -p "$4/bin"; cp "$0" "$4/bin/python" ;;
  "-m placard.doctor --packages "*) test -z "$LACKING" || echo "$LACKING" ;;
  "-m placard.doctor "*) test -z "$LACKING" || { echo "To have it, run: something"; exit 1; } ;;
esac
test -z "$FAILS" || case "$*" in *"$FAILS"*) exit 1 ;; esac
"""
FILES = (
    "requirements.lock",
    "requirements-test.lock",
    "pyproject.toml",
    "build.py",
    "placard/press/fonts.py",
)
TOOLS = ("awk", "cat", "cp", "env", "mkdir", "rm", "sed", "sh", "touch", "true")


class Checkout:
    """A folder with our Makefile, where python3 only writes down what it is asked to do."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "my salon"
        self.programs = folder / "programs"
        self.log = folder / "asked"
        self.programs.mkdir()
        for path in FILES:
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).touch()
        shutil.copy(MAKEFILE, self.folder)
        for tool in TOOLS:
            (self.programs / tool).symlink_to(str(shutil.which(tool)))
        self.program("python3", STUB)
        self.program("id", "#!/bin/sh\necho 1000\n")

    def program(self, name: str, text: str) -> None:
        (self.programs / name).write_text(text)
        (self.programs / name).chmod(0o755)

    def make(self, *arguments: str, lacking: str = "", fails: str = "") -> tuple[int, list[str], str]:
        """Return the exit code, what was asked of Python in words worth reading, and what was said."""
        self.log.write_text("")
        told = {"PATH": str(self.programs), "LOG": str(self.log), "LACKING": lacking, "FAILS": fails}
        command = [str(shutil.which("make")), *arguments]
        done = subprocess.run(command, cwd=self.folder, env=told, capture_output=True, text=True, check=False)
        asked = self.log.read_text().splitlines()
        return done.returncode, [short(line) for line in asked], done.stdout + done.stderr


def short(line: str) -> str:
    return re.sub(r"-m pip (--\S+ )*", "pip ", line).replace("-m ", "")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    if not shutil.which("make"):
        pytest.skip("make is not on this machine")
    return Checkout(tmp_path)


SET_UP = [
    "venv --clear .venv",
    "pip install --require-hashes -r requirements.lock",
    "pip install --no-deps --no-build-isolation -e .",
    "placard.doctor --packages pango subset",
    "placard.doctor pango subset",
    "placard.press.fonts",
]


def test_the_first_build_sets_everything_up(checkout: Checkout) -> None:
    code, asked, _ = checkout.make("build")
    assert (code, asked) == (0, [*SET_UP, "build.py"])


def test_the_second_build_only_builds(checkout: Checkout) -> None:
    checkout.make()
    code, asked, _ = checkout.make()
    assert (code, asked) == (0, ["build.py"])


@pytest.mark.parametrize("changed", ["requirements.lock", "pyproject.toml"])
def test_a_changed_lock_is_installed_without_starting_over(checkout: Checkout, changed: str) -> None:
    checkout.make()
    later = (checkout.folder / ".venv" / ".done" / "run").stat().st_mtime + 60
    os.utime(checkout.folder / changed, (later, later))
    _, asked, _ = checkout.make()
    assert asked == [*SET_UP[1:], "build.py"]


@pytest.mark.parametrize("step", ["--clear", "requirements.lock", "--no-deps"])
def test_an_installation_that_was_cut_short_starts_over(checkout: Checkout, step: str) -> None:
    code, asked, _ = checkout.make(fails=step)
    assert code != 0
    assert "build.py" not in asked
    code, asked, _ = checkout.make()
    assert (code, asked) == (0, [*SET_UP, "build.py"])


def test_tests_whose_installation_was_cut_short_start_over_too(checkout: Checkout) -> None:
    checkout.make("quick", fails="requirements-test.lock")
    _, asked, _ = checkout.make("quick")
    assert asked[0] == "venv --clear .venv"
    assert asked[-1].startswith("pytest ")


def test_fonts_that_failed_are_prepared_again(checkout: Checkout) -> None:
    assert checkout.make(fails="placard.press.fonts")[0] != 0
    _, asked, _ = checkout.make()
    assert asked == ["placard.press.fonts", "build.py"]


def test_a_checkout_that_was_moved_is_set_up_where_it_is_now(checkout: Checkout) -> None:
    checkout.make()
    checkout.folder = checkout.folder.rename(checkout.folder.with_name("my new salon"))
    _, asked, _ = checkout.make()
    assert asked == [*SET_UP[1:], "build.py"]


def test_an_environment_whose_python_is_gone_is_made_anew(checkout: Checkout) -> None:
    checkout.make()
    (checkout.folder / ".venv" / "bin" / "python").unlink()
    _, asked, _ = checkout.make()
    assert asked == [*SET_UP, "build.py"]


def test_everything_is_linted_before_the_tests_close_the_run(checkout: Checkout) -> None:
    code, asked, _ = checkout.make("test")
    assert code == 0
    assert asked[-4:] == ["ruff check .", "ruff format --check .", "mypy --strict placard", "pytest -n 2"]
    assert "pip install --require-hashes -r requirements-test.lock" in asked


def test_a_failed_test_fails_the_command(checkout: Checkout) -> None:
    assert checkout.make("test", fails="pytest")[0] != 0


def test_the_quick_tests_need_no_browser(checkout: Checkout) -> None:
    _, asked, _ = checkout.make("quick")
    assert asked[-1].startswith("pytest -n 2 not slow and not browser --durations")
    assert not [line for line in asked if "chromium" in line]


def test_where_apt_may_not_be_used_one_line_is_printed_and_the_build_goes_on(checkout: Checkout) -> None:
    checkout.program("apt-get", '#!/bin/sh\necho "apt-get $*" >> "$LOG"\n')
    code, asked, said = checkout.make(lacking="libpango-1.0-0")
    assert (code, asked) == (0, [*SET_UP, "build.py"])
    assert said.count("To have it, run: something") == 1


@pytest.mark.parametrize("way", ["root", "sudo"])
def test_where_apt_may_be_used_it_brings_what_is_lacking(checkout: Checkout, way: str) -> None:
    checkout.program("apt-get", '#!/bin/sh\necho "apt-get $*" >> "$LOG"\n')
    if way == "root":
        checkout.program("id", "#!/bin/sh\necho 0\n")
    else:
        checkout.program("sudo", '#!/bin/sh\ntest "$1" = -n && shift && exec "$@"\n')
    _, asked, _ = checkout.make(lacking="libpango-1.0-0 libpangoft2-1.0-0")
    assert [line for line in asked if line.startswith("apt-get")] == [
        "apt-get update -qq",
        "apt-get install -qq -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0",
    ]


def test_what_was_lacking_is_looked_for_again_at_the_next_build(checkout: Checkout) -> None:
    checkout.make(lacking="libpango-1.0-0")
    assert checkout.make()[1] == [*SET_UP[3:5], "build.py"]
    assert checkout.make()[1] == ["build.py"]


def test_help_names_every_command_a_reader_of_the_makefile_would_type(checkout: Checkout) -> None:
    said = checkout.make("help")[2]
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE.read_text("utf-8"), re.MULTILINE)
    assert phony
    commands = set(phony[1].split()) - {"all", "setup", "setup-test", "FORCE"}
    assert len(commands) > 8
    assert {line.split()[1] for line in said.splitlines()} == commands
