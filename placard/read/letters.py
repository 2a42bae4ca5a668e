"""A file's bytes turned into letters, without those that hide, reorder or imitate others."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from pathlib import Path
from stat import S_ISREG

from placard.findings import Finding, Place
from placard.read.filekind import other_kind
from placard.read.found import found

MOST_BYTES = 1_000_000

# Tokens are built from private-use characters, so none may come in from outside.
_UNWANTED = re.compile(
    r"(?P<private>[\ue000-\uf8ff\U000f0000-\U0010ffff])"
    r"|(?P<turning>[\u202a-\u202e\u2066-\u2069])"
    r"|(?P<unseen>[\u200b\u2060\ufeff])"
    r"|(?P<control>[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff])"
)
STAND_IN = "\ufffd"


def read_text(path: Path, shown: str) -> tuple[str | None, list[Finding]]:
    """The text of a UTF-8 file, line ends made equal; None and a finding where there is none."""
    whole = Place(shown)
    try:
        raw = beginning(path)
    except FileNotFoundError:
        return None, [found("file.missing", whole)]
    except (OSError, ValueError):
        return None, [found("file.closed", whole)]
    kind = other_kind(raw)
    if kind is not None:
        return None, [found(kind, whole)]
    if len(raw) > MOST_BYTES:
        return None, [found("file.too_large", whole, most=MOST_BYTES // 1000)]
    raw = raw.removeprefix(BOM_UTF8)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = _with_even_ends(raw[: fault.start].decode("utf-8")).split("\n")
        return None, [found("file.not_utf8", Place(shown, len(before)), column=len(before[-1]) + 1)]
    return _with_even_ends(text), []


def beginning(path: Path) -> bytes:
    """Return the bytes of a file, and no more than one over `MOST_BYTES`; raises `OSError`.

    A pipe or a device is no file: one would wait for what nobody writes, or read without end.
    """
    if not S_ISREG(path.stat().st_mode):
        raise OSError(f"{path} is no file")
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _with_even_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def without_unwanted(text: str, shown: str) -> tuple[str, list[Finding]]:
    """The text with a stand-in for each unwanted character, and one finding for each line and kind."""
    if not _UNWANTED.search(text):
        return text, []
    findings: dict[tuple[int, str], Finding] = {}
    # Counting from the last hit keeps a file full of them linear.
    line, line_start, counted = 1, 0, 0
    for hit in _UNWANTED.finditer(text):
        line += text.count("\n", counted, hit.start())
        line_start = text.rfind("\n", counted, hit.start()) + 1 or line_start
        counted = hit.start()
        kind = str(hit.lastgroup)
        column = hit.start() - line_start + 1
        findings.setdefault((line, kind), _finding(hit[0], kind, Place(shown, line), column))
    return _UNWANTED.sub(STAND_IN, text), list(findings.values())


def without_escaped(value: str, place: Place) -> tuple[str, list[Finding]]:
    r"""The same for one value: an escape such as "\u202e" would have smuggled the character in."""
    if not _UNWANTED.search(value):
        return value, []
    letters = sorted({hit[0] for hit in _UNWANTED.finditer(value)})
    findings = [found("letters.escaped", place, letter=_code_point(letter)) for letter in letters]
    return _UNWANTED.sub(STAND_IN, value), findings


def _finding(letter: str, kind: str, place: Place, column: int) -> Finding:
    shown = _code_point(letter)
    match kind:
        case "private":
            return found("letters.private", place, letter=shown, column=column)
        case "turning":
            return found("letters.turning", place, letter=shown, column=column)
        case "unseen":
            return found("letters.unseen", place, letter=shown, column=column)
        case _:
            return found("letters.control", place, letter=shown, column=column)


def _code_point(letter: str) -> str:
    return f"U+{ord(letter):04X}"
