"""The engine told what our pages do not need, where it is the very one that was tried.

What it is told replaces parts of it that no release promises to keep. Another version is used as it comes:
slower, and with the same pages.
"""

from __future__ import annotations

from importlib import metadata

KNOWN = {"weasyprint": "70.0", "pydyf": "0.13.0", "tinycss2": "1.5.1"}
"""Versions whose pages were compared byte by byte, told and untold; those of requirements.lock."""


def is_known() -> bool:
    """Tell whether all of the engine is of the versions that were tried."""
    return all(metadata.version(name) == version for name, version in KNOWN.items())


def tell() -> None:
    """Tell the engine, for all pages of this process."""
    if not is_known():
        return
    # Here and not above: with another version, what they take hold of may have another name.
    from placard.press import lengths, reckoning, remembered, typeset

    for each in (reckoning, lengths, typeset, remembered):
        each.tell()
