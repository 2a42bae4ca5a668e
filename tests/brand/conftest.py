"""Looks to dress outputs in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from placard.brand.logo import Logo
from placard.brand.look import Look
from placard.read.svg import read_svg


def drawn(width: float, height: float, colour: str = "#204060") -> Logo:
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    return read_svg(f'{opening}<rect width="{width}" height="{height}" fill="{colour}"/></svg>'.encode())


@pytest.fixture(scope="session")
def look() -> Callable[..., Look]:
    """Dress in a logo of a size, and a colour: `look(300, 100, colour="#8a4b24")`."""

    def dress(width: float, height: float, colour: str = "#8a4b24", ink: str = "#204060") -> Look:
        return Look(drawn(width, height, ink), colour)

    return dress
