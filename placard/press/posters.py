"""The picture of a text for social networks: laid out as a page, drawn as pixels."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from placard.compose.blanks import FilledForm, Told
from placard.compose.venue import ComposedVenue
from placard.press import templates
from placard.press.papers import Paper

SHAPES = {"square": (1080, 1080), "wide": (1200, 630)}
"""Pixels across and down, as networks show a post and the preview of a link."""

STYLE = "poster"
DRAWING = "rights"
SIZES = (1.2, 1.1, 1.0, 0.88, 0.76, 0.66)
"""How large words may be set, the largest first; what does not fit in the last is refused."""


def poster_paper(venue: ComposedVenue, text: FilledForm, words: Mapping[str, Told], shape: str) -> Paper:
    """Return the picture as HTML for the press."""
    labels = venue.composer.speaker(text.language).labels.words
    across, down = SHAPES[shape]
    settings = tuple(
        templates.page(
            "poster.html",
            language=text.language,
            words={name: part.words for name, part in words.items()},
            venue=text.footer.venue,
            sample=labels["sample"] if text.footer.sample else "",
            shape=shape,
            across=across,
            down=down,
            size=size,
            drawing=templates.pictogram(DRAWING, labels[f"pictogram_{DRAWING}"]),
            look=venue.composer.look,
        )
        for size in SIZES
    )
    return settings, STYLE, f"{text.name}-{shape}.{text.language}.png", 1


def draw(pdf: Path, shape: str) -> bytes:
    """Return a page as a PNG of exactly so many pixels."""
    # The engine is loaded late, as everywhere: an unchanged build needs it for nothing else.
    import pypdfium2

    across, _ = SHAPES[shape]
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        picture = page.render(scale=across / page.get_width()).to_pil().convert("RGB")
    finally:
        document.close()
    packed = BytesIO()
    picture.save(packed, "PNG", optimize=True)
    return packed.getvalue()
