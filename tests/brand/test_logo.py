"""The logo a venue file names: found beside it, taken for what it is, else left out with a word."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from placard.brand.logo import Logo
from placard.findings import Severity
from placard.read.logo import read_logo
from placard.read.png import read_png
from placard.read.venue import read_venue

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h30v10z"/></svg>'
LAST = "\neffective_on: 2027-01-04\n"


def png(width: int = 300, height: int = 200, colour: str = "#204060", **saved: object) -> bytes:
    packed = io.BytesIO()
    Image.new("RGBA", (width, height), colour).save(packed, "PNG", **saved)
    return packed.getvalue()


def moving() -> bytes:
    frames = [Image.new("RGB", (200, 200), colour) for colour in ("red", "blue")]
    packed = io.BytesIO()
    frames[0].save(packed, "PNG", save_all=True, append_images=frames[1:])
    return packed.getvalue()


def of_size(width: int, height: int) -> bytes:
    """The beginning of a picture that says how large it is, and is not."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    whole = struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    return b"\x89PNG\r\n\x1a\n" + whole + b"\0\0\0\0IEND\xaeB`\x82"


@pytest.fixture
def named(tmp_path: Path, type_venue: Callable[..., Path]) -> Callable[..., tuple[Logo | None, list[str]]]:
    """Name a logo in the sample and lay a file there; return what became of it."""

    def name(path: str, content: bytes | None = None, where: str = "") -> tuple[Logo | None, list[str]]:
        venues = tmp_path / "venues"
        file = type_venue(venues, {LAST: f'{LAST}brand: {{logo: "{path}"}}\n'}, keep_id=True)
        if content is not None:
            target = venues / (where or path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        venue, findings = read_venue(file, f"venues/{file.name}")
        assert venue is not None, findings
        logo, findings = read_logo(venue, venues)
        assert {each.severity for each in findings} <= {Severity.WARNING}
        line = venue.place(("brand", "logo")).line
        return logo, [f"{f.place}: {f.code}".replace(f"{venue.file}:{line}", "here") for f in findings]

    return name


def test_a_drawing_and_a_picture_beside_the_venue_are_found(
    named: Callable[..., tuple[Logo, list[str]]],
) -> None:
    drawing, said = named("mill.svg", SVG.encode())
    assert (drawing.kind, drawing.ratio, drawing.is_wordmark, said) == ("svg", 3.0, True, [])
    picture, said = named("pictures/mill.PNG", png(200, 200))
    assert (picture.kind, picture.is_icon, said) == ("png", True, [])


@pytest.mark.parametrize(
    ("path", "content", "told"),
    [
        ("missing.svg", None, "here: logo.missing"),
        ("brand", None, "here: logo.other_type"),
        ("mill.jpg", b"\xff\xd8\xff", "here: logo.other_type"),
        ("https://oldmill.example/logo.svg", None, "here: logo.not_a_path"),
        (r"brand\\mill.svg", None, "here: logo.not_a_path"),
        ("/etc/hostname.svg", None, "here: logo.not_a_path"),
        ("../secret.svg", SVG.encode(), "here: logo.outside"),
        ("brand/../../secret.png", png(), "here: logo.outside"),
        ("mill.svg", png(), "here: logo.lies"),
        ("mill.png", SVG.encode(), "here: logo.lies"),
        ("mill.png", b"GIF89a" + bytes(100), "here: logo.lies"),
        ("mill.svg", b"", "here: logo.lies"),
        ("mill.svg", SVG.encode() + b" " * 300_000, "here: logo.too_large"),
        ("mill.png", png() + bytes(3_000_000), "here: logo.too_large"),
        ("mill.png", png()[:120], "venues/mill.png: logo.damaged"),
        ("mill.png", b"\x89PNG\r\n\x1a\n", "venues/mill.png: logo.damaged"),
        ("mill.png", moving(), "venues/mill.png: logo.png_moves"),
        ("mill.png", of_size(60_000, 60_000), "venues/mill.png: logo.png_size"),
        ("mill.png", of_size(0, 0), "venues/mill.png: logo.png_size"),
        ("mill.png", png(16, 16), "venues/mill.png: logo.png_size"),
        ("mill.png", png(2000, 60), "here: logo.shape"),
        ("mill.svg", SVG.replace("<path", "\n<script/><path").encode(), "venues/mill.svg:2: logo.svg_active"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_left_out_and_told_with_its_line(
    named: Callable[..., tuple[Logo | None, list[str]]], path: str, content: bytes | None, told: str
) -> None:
    assert named(path, content) == (None, [told])


@pytest.mark.parametrize(
    ("content", "told"), [(png(90, 60), "here: logo.coarse"), (png(300, 200, "#fdfdfd"), "here: logo.pale")]
)
def test_what_prints_badly_is_used_and_told(
    named: Callable[..., tuple[Logo | None, list[str]]], content: bytes, told: str
) -> None:
    logo, said = named("mill.png", content)
    assert logo is not None
    assert said == [told]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(
    tmp_path: Path, named: Callable[..., tuple[Logo | None, list[str]]]
) -> None:
    (tmp_path / "venues").mkdir()
    (tmp_path / "secret.svg").write_text(SVG)
    (tmp_path / "venues" / "mill.svg").symlink_to(tmp_path / "secret.svg")
    assert named("mill.svg") == (None, ["here: logo.outside"])


def test_a_logo_that_a_chain_shares_is_looked_for_beside_the_shared_file(
    tmp_path: Path, type_venue: Callable[..., Path]
) -> None:
    chain = tmp_path / "venues" / "mills"
    branch = type_venue(chain, {LAST: f"{LAST}extends: shared/_shared.yml\n"}, keep_id=True)
    (chain / "shared").mkdir()
    (chain / "shared" / "_shared.yml").write_text("schema: 1\nbrand: {logo: mark.svg}\n")
    (chain / "shared" / "mark.svg").write_text(SVG)
    venue, findings = read_venue(branch, f"venues/mills/{branch.name}")
    assert venue is not None, findings
    logo, findings = read_logo(venue, tmp_path / "venues")
    assert findings == []
    assert logo is not None
    assert logo.ratio == 3


def test_a_picture_is_written_anew_with_its_pixels_and_nothing_else() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Ruth Calder")
    before = png(2400, 1200, pnginfo=notes) + b"<script>alert(1)</script>"
    logo = read_png(before)
    assert b"Ruth" in before
    assert b"Ruth" not in logo.content
    assert b"script" not in logo.content
    assert (logo.width, logo.height) == (1200, 600)
    with Image.open(io.BytesIO(logo.content)) as picture:
        assert picture.size == (1200, 600)
        assert picture.convert("RGB").getpixel((5, 5)) == (0x20, 0x40, 0x60)
