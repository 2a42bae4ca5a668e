"""A logo as PNG: opened for what it is, and written anew with its pixels and nothing else."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from placard.brand.contrast import luminance
from placard.brand.logo import Logo
from placard.read.svgtree import Refused

SIGNATURE = b"\x89PNG\r\n\x1a\n"
SHORTEST, LONGEST = 32, 6000
"""Pixels of a side: below, nothing can be made out; above, it was saved for something else."""
KEPT = 1200
"""Pixels of the longer side in the outputs: 42 mm at 700 dots per inch."""
SEEN = 0.63
"""Luminance under which something is seen on white (1.5 to 1)."""


def read_png(content: bytes) -> Logo:
    """Return the picture, written anew; raises `Refused`. The size is read before anything is unpacked."""
    if len(content) < 33 or content[12:16] != b"IHDR":
        raise Refused("logo.damaged", 0)
    width, height = struct.unpack(">II", content[16:24])
    if not (min(width, height) >= SHORTEST and max(width, height) <= LONGEST):
        values = {"width": str(width), "height": str(height), "least": str(SHORTEST), "most": str(LONGEST)}
        raise Refused("logo.png_size", 0, values)
    if b"acTL" in _chunks(content):
        raise Refused("logo.png_moves", 0)
    # Loaded late: most venues have no picture.
    from PIL import Image

    try:
        with Image.open(BytesIO(content), formats=["PNG"]) as picture:
            pixels = picture.convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise Refused("logo.damaged", 0) from None
    pixels.thumbnail((KEPT, KEPT), Image.Resampling.LANCZOS)
    packed = BytesIO()
    clean = Image.frombytes("RGBA", pixels.size, pixels.tobytes())
    clean.save(packed, "PNG", optimize=True)
    return Logo("png", packed.getvalue(), *pixels.size, pale=not _is_seen(clean))


def _chunks(content: bytes) -> list[bytes]:
    """Return the names of the parts of the file; raises `Refused` where one is not whole.

    Pillow would say so, too, but only until the press has told it to take what it can get.
    """
    names: list[bytes] = []
    at = len(SIGNATURE)
    while names[-1:] != [b"IEND"]:
        length = int.from_bytes(content[at : at + 4], "big")
        part, told = content[at + 4 : at + 8 + length], content[at + 8 + length : at + 12 + length]
        if len(told) < 4 or zlib.crc32(part) != int.from_bytes(told, "big"):
            raise Refused("logo.damaged", 0)
        names.append(part[:4])
        at += 12 + length
    return names


def _is_seen(picture: object) -> bool:
    """Tell whether anything stands out from white paper."""
    from PIL import Image

    assert isinstance(picture, Image.Image)
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture)
    small = paper.convert("RGB").resize((48, 48), Image.Resampling.BOX)
    channels = list(small.tobytes())
    pixels = zip(channels[::3], channels[1::3], channels[2::3], strict=True)
    return any(luminance((r / 255, g / 255, b / 255)) < SEEN for r, g, b in pixels)
