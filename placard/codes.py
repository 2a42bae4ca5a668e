"""The code in a footer: a short hash of what a reader reads, and of nothing else.

Words in order, the pictogram and the target of the QR code count; style, PDF bytes, dates of
today and the code itself do not, so restyling never means reprinting.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

# No 0, 1, i, l, o, u: nothing that is misread over the phone or spells a word.
_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 8


def code_of(words: Iterable[str], pictogram: str, target: str) -> str:
    """Return a code such as `k3f9-2mqa`; blanks of any width between words count the same."""
    read = "\x1e".join([*(" ".join(word.split()) for word in words), pictogram, target])
    number = int.from_bytes(hashlib.sha256(read.encode()).digest(), "big")
    letters = []
    for _ in range(_LENGTH):
        number, rest = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[rest])
    return "".join(letters[:4]) + "-" + "".join(letters[4:])
