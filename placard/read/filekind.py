"""Files that are no plain text at all, told by how their bytes begin."""

from __future__ import annotations

_BEGINNINGS = (
    (b"%PDF-", "file.pdf"),
    (b"PK\x03\x04", "file.document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file.document"),
    (b"{\\rtf", "file.document"),
    (b"\x89PNG", "file.picture"),
    (b"\xff\xd8\xff", "file.picture"),
    (b"GIF8", "file.picture"),
    (b"<!doctype", "file.web_page"),
    (b"<html", "file.web_page"),
    (b"<?xml", "file.web_page"),
    (b"<svg", "file.picture"),
    (b"\xff\xfe", "file.utf16"),
    (b"\xfe\xff", "file.utf16"),
)
_LONGEST = max(len(beginning) for beginning, _ in _BEGINNINGS)


def other_kind(raw: bytes) -> str | None:
    """Return the code of what a file is instead of plain text in UTF-8; `None` where it may be that."""
    head = raw[:_LONGEST]
    for beginning, code in _BEGINNINGS:
        if head.startswith(beginning) or head.lower().startswith(beginning):
            return code
    return "file.utf16" if _looks_two_byte(raw) else None


def _looks_two_byte(raw: bytes) -> bool:
    """UTF-16 without a mark is often decodable; every other byte being zero gives it away."""
    return raw.count(0) > len(raw) // 4
