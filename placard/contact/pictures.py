"""Small pictures of the pages of a PDF, kept under the hash of the file."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from placard.press.pool import Crew

if TYPE_CHECKING:
    import pypdfium2

WIDTH = 440
"""Pixels of the longer side: enough to tell sheets apart on a dense screen, too few to print."""

FORMAT = 2
COLOURS = 48
PACKED = 3
"""How hard a picture is packed, of 9: harder takes longer than all the rest, for a tenth less."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The first pages of a PDF as addresses that hold the picture itself (`data:`), and how many it has."""

    shown: tuple[str, ...]
    pages: int


Wanted = tuple[Path, int]
"""A PDF, and how many of its pages are to be shown."""


@dataclass(frozen=True, slots=True)
class Album:
    """A folder of pictures, safe to delete at any time; `tidy` forgets those nobody asked for."""

    folder: Path
    _used: set[str] = field(default_factory=set)

    def draw_in_turn(self, wanted: Sequence[Sequence[Wanted]], crew: Crew) -> Iterator[None]:
        """Draw what was not drawn before; come back after each group, while others draw the next ones."""
        missing = [tuple(each for each in group if not self._kept(each)) for group in wanted]
        return crew.in_turn(self._draw_some, missing, lambda group: ", ".join(pdf.name for pdf, _ in group))

    def _draw_some(self, wanted: Sequence[Wanted]) -> None:
        for each in wanted:
            self._drawn(each)

    def pages(self, pdf: Path, most: int) -> Pictures:
        """Return pictures of the first pages of a PDF, drawn before where the file is unchanged."""
        kept = self._kept((pdf, most)) or self._drawn((pdf, most))
        self._used.update(path.name for path in kept)
        shown = tuple(
            f"data:image/png;base64,{base64.b64encode(path.read_bytes()).decode()}" for path in kept
        )
        return Pictures(shown, int(kept[0].name.split(".")[3]))

    def tidy(self) -> None:
        """Forget every picture that was not asked for since this album was made."""
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                if path.name not in self._used:
                    path.unlink()

    def _kept(self, wanted: Wanted) -> list[Path]:
        """Return what was drawn before; the first page is drawn last, so that where it stands, all do."""
        kept = sorted(self.folder.glob(f"{_key(wanted)}.*.png"))
        return kept if kept and kept[0].name.endswith(".0.png") else []

    def _drawn(self, wanted: Wanted) -> list[Path]:
        # The engine is loaded late: a build in which nothing is new never needs it.
        import pypdfium2

        (pdf, most), key = wanted, _key(wanted)
        self.folder.mkdir(parents=True, exist_ok=True)
        document = pypdfium2.PdfDocument(pdf)
        try:
            paths = []
            for number in reversed(range(min(most, len(document)))):
                path = self.folder / f"{key}.{len(document)}.{number}.png"
                # Two files of one content may be drawn at once.
                unfinished = path.with_suffix(f".{os.getpid()}.new")
                unfinished.write_bytes(_png(document[number]))
                paths.append(unfinished.replace(path))
        finally:
            document.close()
        return paths[::-1]


def small(picture: Path) -> str:
    """Return a picture made smaller, as an address that holds it."""
    from PIL import Image

    with Image.open(picture) as whole:
        whole.thumbnail((WIDTH, WIDTH))
        packed = BytesIO()
        whole.quantize(COLOURS).save(packed, "PNG")
    return f"data:image/png;base64,{base64.b64encode(packed.getvalue()).decode()}"


def _key(wanted: Wanted) -> str:
    pdf, most = wanted
    return f"{hashlib.sha256(pdf.read_bytes()).hexdigest()[:40]}.{FORMAT}.{most}"


def _png(page: pypdfium2.PdfPage) -> bytes:
    from PIL import Image

    drawn = page.render(scale=WIDTH / max(page.get_size()), rev_byteorder=True).to_pil()
    packed = BytesIO()
    drawn.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(packed, "PNG", compress_level=PACKED)
    return packed.getvalue()
