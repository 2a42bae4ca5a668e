"""Software pip cannot bring: whether it is there, and the line that brings it."""

import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from placard import libraries

Machine = Callable[..., None]


def test_we_look_for_the_libraries_weasyprint_opens() -> None:
    spec = find_spec("weasyprint")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    source = Path(spec.submodule_search_locations[0], "text", "ffi.py").read_text("utf-8")
    opened = re.findall(r"^\w+ = _dlopen\((.*?)\)$", source, re.DOTALL | re.MULTILINE)
    needed = [set(re.findall(r"'([^']+)'", names)) for names in opened if "allow_fail" not in names]
    wished = [set(re.findall(r"'([^']+)'", names)) for names in opened if "allow_fail" in names]
    assert len(needed) == len(libraries.PANGO) == 5
    assert all(any(set(names) <= known for known in needed) for names in libraries.PANGO)
    assert any(set(libraries.SUBSET) <= known for known in wished)


def test_without_pango_debian_is_told_the_line_for_apt(machine: Machine) -> None:
    machine("apt-get")
    assert libraries.needs_pango() == (
        "sudo apt-get update && sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    )


def test_root_is_not_told_to_use_sudo(machine: Machine) -> None:
    machine("apt-get", root=True)
    assert "sudo" not in str(libraries.needs_pango())


def test_where_no_package_manager_is_known_all_three_lines_are_told(machine: Machine) -> None:
    machine()
    said = str(libraries.needs_pango())
    assert all(f"{manager} install" in said for manager in ("apt-get", "dnf", "brew"))
    assert "\n" not in said


def test_chrome_will_do_where_there_is_no_chromium(machine: Machine) -> None:
    machine("google-chrome")
    assert str(libraries.find_chromium()).endswith("google-chrome")
