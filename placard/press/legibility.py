"""From the distance a sign is read at to the smallest sizes it may be set in.

The factors are those of `signage-standards.md` 1.6: D/200 for the capital of a Latin headline,
D/150 for the face of a Han character (about 20 strokes, 0.25 arc minutes each, on top of the Latin
17.2), D/40 for a framed symbol (DIN 4844-1 and GB 13495 agree), D/300 for one supporting line.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from placard.press.fonts import HAN_FACE_EM, LATIN_CAP_EM

MM_PER_PT = 25.4 / 72

BODY_PT = 14.0
"""Wall minimum: x-height 2.65 mm, RNIB's "better" (Clear Print)."""

FOOT_PT = 7.5
"""Only the line with the number of the sign; nobody needs it to act (check P03 allows 7 to 8)."""

FOOT_PTS = (7.0, 8.0)

PICTOGRAM_MM = 20.0

QR_MODULE_MM, QR_SIDE_MM, QR_QUIET_MODULES = 0.8, 30.0, 4
LINE_EM = 32.0
"""Longest line: 32 Han characters, and 65 letters of 0.493 em (RNIB allows 60 to 70)."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Distance factors: height = distance / factor."""

    latin: float
    han: float
    pictogram: float
    key_latin: float
    key_han: float


STANDARD = Profile(latin=200, han=150, pictogram=40, key_latin=300, key_han=225)
ACCESSIBLE = Profile(latin=100, han=100, pictogram=30, key_latin=150, key_han=150)


@dataclass(frozen=True, slots=True)
class Smallest:
    """The smallest sizes of one sheet: type in points, the pictogram in millimetres."""

    head: float
    key: float
    body: float
    pictogram: float


def is_han(text: str) -> bool:
    """True where a text is read as Han characters."""
    return any("\u3400" <= character <= "\u9fff" for character in text)


def half_point_up(points: float) -> float:
    """Round up to the half point; never down, for that would fall short of the distance."""
    return math.ceil(points * 2 - 1e-6) / 2


def smallest_sizes(metres: float, headlines: tuple[str, ...], profile: Profile = STANDARD) -> Smallest:
    """Return the sizes a reader `metres` away needs, the same for every language of the sheet."""
    han = any(map(is_han, headlines))
    latin = not all(map(is_han, headlines))
    head = max(
        _points(metres, profile.latin, LATIN_CAP_EM) if latin else 0.0,
        _points(metres, profile.han, HAN_FACE_EM) if han else 0.0,
    )
    key = max(
        _points(metres, profile.key_latin, LATIN_CAP_EM) if latin else 0.0,
        _points(metres, profile.key_han, HAN_FACE_EM) if han else 0.0,
    )
    return Smallest(
        head=half_point_up(max(head, BODY_PT * 1.5)),
        key=half_point_up(max(key, BODY_PT * 1.25)),
        body=BODY_PT,
        pictogram=max(PICTOGRAM_MM, metres * 1000 / profile.pictogram),
    )


def farthest(head: float, pictogram: float, headlines: tuple[str, ...], profile: Profile = STANDARD) -> float:
    """Return from how many metres a sheet with these sizes can be read, to the quarter metre below."""
    metres = [pictogram * profile.pictogram / 1000]
    for headline in headlines:
        em, factor = (HAN_FACE_EM, profile.han) if is_han(headline) else (LATIN_CAP_EM, profile.latin)
        metres.append(head * MM_PER_PT * em * factor / 1000)
    return math.floor(min(metres) * 4 + 1e-6) / 4


def _points(metres: float, factor: float, em: float) -> float:
    return metres * 1000 / factor / (em * MM_PER_PT)
