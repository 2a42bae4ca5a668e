"""The doctor: what is lacking, and the one line that mends it."""

import subprocess
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

from placard import doctor, libraries
from placard.findings import said
from placard.press import fonts
from placard.press.engine import KNOWN
from placard.read.messages import Messages

Machine = Callable[..., None]
FONTS = "Placard Sans, Placard Han"
MESSAGES = Messages.load([Path(__file__).resolve().parents[1] / "content"], "en")


def says(condition: doctor.Condition) -> str:
    return MESSAGES.tell(condition.says, "en")


def condition(name: str) -> doctor.Condition:
    return next(one for one in doctor.diagnose() if one.name == name)


def test_the_doctor_looks_at_everything_and_says_one_line_about_each() -> None:
    looked_at = doctor.diagnose()
    assert [one.name for one in looked_at] == [
        "Python",
        "MkDocs",
        "WeasyPrint",
        "Pango",
        "HarfBuzz subset",
        FONTS,
        "Chromium",
    ]
    assert all(says(one) and "\n" not in says(one) for one in looked_at)


def test_the_doctor_works_on_a_machine_without_pango() -> None:
    code = "import sys; from placard import doctor; doctor.diagnose(); sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_machine_the_tests_run_on_can_make_the_website() -> None:
    assert condition("Python").ok
    assert condition("MkDocs").ok


@pytest.mark.parametrize(
    ("manager", "line"),
    [("dnf", "sudo dnf install -y pango harfbuzz"), ("brew", "brew install pango harfbuzz")],
)
def test_without_pango_other_systems_are_told_their_own_line(
    machine: Machine, manager: str, line: str
) -> None:
    machine(manager)
    assert libraries.needs_pango() == line
    assert says(condition("Pango")).endswith(f"only the website; run: {line}")


def test_a_missing_browser_is_said_to_matter_only_to_tests(machine: Machine) -> None:
    machine("apt-get")
    assert not condition("Chromium").ok
    assert "needed only to test the website" in says(condition("Chromium"))


def test_fonts_that_are_not_prepared_are_a_thing_to_mend(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fonts, "CACHE", tmp_path)
    assert condition(FONTS) == doctor.Condition(FONTS, False, said("report.fonts_lacking"))


@pytest.mark.parametrize(
    ("version", "ok"), [("1.6.0", False), ("1.6.1", True), ("1.7", True), ("2.0", False)]
)
def test_only_the_mkdocs_we_were_made_for_will_do(
    monkeypatch: pytest.MonkeyPatch, version: str, ok: bool
) -> None:
    monkeypatch.setattr(metadata, "version", lambda name: version)
    assert condition("MkDocs").ok is ok
    assert says(condition("MkDocs")).startswith(version)


def test_an_engine_nobody_tried_prints_all_the_same_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert says(condition("WeasyPrint")) == KNOWN["weasyprint"]
    monkeypatch.setattr(metadata, "version", lambda name: "70.9")
    assert condition("WeasyPrint").ok
    assert says(condition("WeasyPrint")).startswith("70.9, not the one")


def test_make_is_told_the_debian_packages(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine("apt-get")
    assert doctor.main(["--packages", "pango", "chromium"]) == 0
    assert capsys.readouterr().out == "libpango-1.0-0 libpangoft2-1.0-0 chromium\n"


@pytest.mark.parametrize(
    ("things", "line"),
    [
        (["pango", "subset"], "run: brew install pango harfbuzz"),
        (["subset"], "run: brew install harfbuzz"),
        (["chromium"], "run: brew install --cask chromium"),
    ],
)
def test_a_person_is_told_one_line(
    machine: Machine, capsys: pytest.CaptureFixture[str], things: list[str], line: str
) -> None:
    machine("brew")
    assert doctor.main(things) == 1
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 1
    assert said[0].endswith(line)


def test_nothing_is_said_when_all_is_there(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine("chromium")
    assert doctor.main(["chromium"]) == 0
    assert capsys.readouterr().out == ""
