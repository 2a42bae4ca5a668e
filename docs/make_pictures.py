"""Draw the three pictures of the README from what `python build.py` made: sheets, a page, a handbook."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

from placard.libraries import find_chromium

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "out"
BATHS, SALON, STUDIO = "old-mill-bathhouse", "jade-mirror-salon", "river-light-studio"
PICTURES = ROOT / "docs" / "pictures"
A_SITUATION = "To tylko atrapa"
"""Words on a page of the studio's handbook that shows what to say and what not."""

GREY = (214, 219, 224)
GAP = 24


def side_by_side(pages: list[Image.Image], height: int) -> Image.Image:
    """Lay pages on a grey table, all of one height."""
    sizes = [(round(page.width * height / page.height), height) for page in pages]
    scaled = [page.resize(size, Image.LANCZOS) for page, size in zip(pages, sizes, strict=True)]
    width = sum(page.width for page in scaled) + GAP * (len(scaled) + 1)
    table = Image.new("RGB", (width, height + 2 * GAP), GREY)
    left = GAP
    for page in scaled:
        table.paste(page, (left, GAP))
        left += page.width + GAP
    return table


def page_of(pdf: Path, words: str = "") -> Image.Image:
    """Return the first page of a PDF that says this, as a picture."""
    pages = pypdfium2.PdfDocument(pdf)
    page = next(page for page in pages if words in page.get_textpage().get_text_range())
    return page.render(scale=2).to_pil().convert("RGB")


def keep(picture: Image.Image, name: str) -> None:
    """Write a picture in few colours, so that the repository stays small."""
    picture.quantize(64).save(PICTURES / f"{name}.png", optimize=True)


def main() -> None:
    """Draw all three."""
    if not (OUT / "print" / SALON).is_dir():
        sys.exit("there is nothing in out/ yet; run make build first")
    hung = ((SALON, "cam-01.entrance"), (BATHS, "pho-01.steam"), (STUDIO, "img-06"), (SALON, "trt-01.body"))
    signs = [next((OUT / "print" / venue).glob(f"{stem}.*.pdf")) for venue, stem in hung]
    keep(side_by_side([page_of(sign) for sign in signs], 560), "signs")
    papers = (
        *((BATHS, "handbook.en", ""), (STUDIO, "handbook.pl", A_SITUATION)),
        *((SALON, "card-ask-health.zh-Hans", ""), (BATHS, "quiz-a.en", "")),
    )
    shown = [page_of(OUT / "staff" / venue / f"{name}.pdf", words) for venue, name, words in papers]
    keep(side_by_side(shown, 560), "staff")
    with sync_playwright() as play:
        options = ["--no-sandbox", "--disable-gpu"]
        browser = play.chromium.launch(executable_path=find_chromium(), args=options)
        shots = []
        for width, height, page in ((1000, 1120, f"{BATHS}/en/cameras"), (400, 1120, f"{STUDIO}/pl/images")):
            tab = browser.new_page(viewport={"width": width, "height": height})
            tab.goto((OUT / "site" / page / "index.html").as_uri())
            path = PICTURES / "shot.png"
            tab.screenshot(path=path)
            shots.append(Image.open(path).convert("RGB"))
            path.unlink()
        browser.close()
    keep(side_by_side(shots, 560), "site")


if __name__ == "__main__":
    main()
