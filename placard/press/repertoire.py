"""The letters type is cut to, whatever the words of today need."""

from __future__ import annotations

BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A with all of Polish, Latin Extended-B
    (0x0300, 0x052F),  # combining marks, Greek, Cyrillic: names of owners and streets
    (0x1E00, 0x1EFF),  # Vietnamese, for the same reason
    (0x2000, 0x27BF),  # punctuation, currencies, arrows, mathematical and geometric signs
    (0x3000, 0x312F),  # Chinese punctuation, kana, bopomofo
    (0x3200, 0x33FF),  # numbers in circles, units in a square
    (0x4E00, 0x9FFF),  # Han
    (0xFE30, 0xFE6F),  # small and upright forms
    (0xFF00, 0xFFEF),  # full-width forms
    (0x20000, 0x2FFFF),  # the few Han the font has here, all of them used in names
)


def repertoire() -> frozenset[int]:
    """Return the code points a sheet may use, whatever the words of today need.

    Fixed, so that one new name never changes a font, and with it the bytes of every PDF.
    """
    pairs = (bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    gbk = {ord(character) for pair in pairs for character in pair.decode("gbk", errors="ignore")}
    return frozenset(gbk.union(*(range(first, last + 1) for first, last in BLOCKS)))
