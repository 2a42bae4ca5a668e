"""The engine is there without a compiler having been asked where its libraries are."""

from __future__ import annotations

import subprocess
import sys

import pytest

from placard.press import opening

LOOK = """
import ctypes.util, sys
started = []
sys.addaudithook(lambda event, told: started.append(told[0]) if event == "subprocess.Popen" else None)
looks = ctypes.util.find_library
from placard.press import opening
if sys.argv[1] == "elsewhere":
    opening.NAMES = (*opening.NAMES, "libnowhere.so.7")
opening.open_engine()
print("weasyprint.text.ffi" in sys.modules, ctypes.util.find_library is looks, len(started))
import weasyprint.text.ffi as engine
print(bool(engine.pango and engine.harfbuzz and engine.pangoft2), len(started) > 0)
"""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not all(map(opening._opens, opening.NAMES)),
    reason="the libraries of the engine have other names here",
)


def told(where: str) -> str:
    run = subprocess.run([sys.executable, "-c", LOOK, where], capture_output=True, text=True, check=True)
    return run.stdout


def test_libraries_are_opened_by_name_and_nobody_is_asked() -> None:
    assert told("here") == "True True 0\nTrue False\n"


def test_where_one_does_not_open_by_name_the_engine_looks_for_all_of_them_as_ever() -> None:
    assert told("elsewhere") == "False True 0\nTrue True\n"
