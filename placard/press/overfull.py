"""Whether words stay in their rooms: `room-x` is a place of a fixed size, `words-x` what stands in it."""

from __future__ import annotations

from collections.abc import Iterator

from weasyprint.document import Document

from placard.press import boxes

ROOM, WORDS = "room-", "words-"
TOLERANCE_MM = 0.1


def overfull(document: Document) -> Iterator[str]:
    """Yield the rooms whose words reach out of them."""
    for page in range(len(document.pages)):
        zones = {each.zone: each.rectangle for each in boxes.panels(document, page) if not each.drawing}
        for name, room in zones.items():
            words = zones.get(WORDS + name.removeprefix(ROOM)) if name.startswith(ROOM) else None
            if words is not None and words.outside(room) > TOLERANCE_MM:
                yield name.removeprefix(ROOM)


def roomed(html: str) -> bool:
    """Tell whether words have rooms in a paper at all; most have none, and need not be walked through."""
    return f'data-zone="{ROOM}' in html
