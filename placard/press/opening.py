"""The engine's libraries opened by the names they have, instead of being looked for with a compiler.

The engine asks for each of them by the names it has on Windows first. Python then looks for such a file in
the list of the system, and has a compiler and a linker look for it: a quarter of a second.
"""

from __future__ import annotations

import ctypes.util
import sys
import warnings
from functools import cache

NAMES = (
    *("libgobject-2.0.so.0", "libpango-1.0.so.0", "libharfbuzz.so.0"),
    *("libfontconfig.so.1", "libpangoft2-1.0.so.0"),
)
"""What the engine cannot do without; it asks for these names, too, once others are not found."""


@cache
def open_engine() -> None:
    """Load the engine; where its libraries do not open by name, it looks for them itself when it is used."""
    if sys.platform != "linux" or not all(map(_opens, NAMES)):
        return
    looks = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        with warnings.catch_warnings():
            # A machine without any system font: ours come by @font-face.
            warnings.filterwarnings("ignore", message="No fonts configured")
            import weasyprint.text.ffi  # noqa: F401
    finally:
        ctypes.util.find_library = looks


def _opens(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
