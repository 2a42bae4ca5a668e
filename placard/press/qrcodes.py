"""QR codes as drawings: error level M, quiet zone of four modules, no smaller than a phone can read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from placard.press.legibility import QR_MODULE_MM, QR_QUIET_MODULES, QR_SIDE_MM

if TYPE_CHECKING:
    import segno


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code; `side` is that of its white square in millimetres, quiet zone and all."""

    svg: Markup
    modules: int
    side: float


@lru_cache(maxsize=256)
def _code(address: str) -> segno.QRCode:
    # Loaded late: others draw, and what is unchanged is not drawn at all.
    import segno

    return segno.make_qr(address, error="m", boost_error=False)


def qr_size(address: str) -> tuple[int, float]:
    """Return how many modules the code that opens `address` has, and its side, without drawing it."""
    modules = len(_code(address).matrix)
    module = max(QR_MODULE_MM, QR_SIDE_MM / modules)
    return modules, (modules + 2 * QR_QUIET_MODULES) * module


@lru_cache(maxsize=256)
def qr_code(address: str, alternative: str = "") -> QrCode:
    """Draw the code that opens `address`; its title is read aloud."""
    svg = _code(address).svg_inline(
        border=QR_QUIET_MODULES, omitsize=True, title=alternative or address, svgclass=None, lineclass=None
    )
    return QrCode(Markup(svg), *qr_size(address))
