"""A small site in two languages with nothing wrong with it, and PDFs made for the occasion."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import rendercv_fonts
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from placard.findings import Finding, Place
from placard.prove.outputs import Origin, Site
from placard.prove.pages import prove_site

ADDRESS = "https://mill.example/privacy"
VENUE = Place("venues/old-mill.yml", 7)

SCRIPT = """/*! theme, see https://theme.example/licence */
const svg="http://www.w3.org/2000/svg";
function draw(){return load("https://unpkg.com/mermaid@11/dist/mermaid.min.js")}
function stars(e,t){return ask(`https://api.github.com/repos/${e}/${t}`)}
// https://comment.example/ is never asked
fetch("../sitemap.xml")
"""
STYLE = """@import "more.css";
/* url(https://comment.example/x.png) */
h1 { background: url(../favicon.svg) } h2 { background: url("data:image/svg+xml;utf8,<svg/>") }
"""


def page(language: str, others: dict[str, str], body: str, head: str = "") -> str:
    menu = "".join(f'<a href="{href}" hreflang="{code}">{code}</a>' for code, href in others.items())
    alternates = "".join(
        f'<link rel="alternate" hreflang="{code}" href="{href}">\n' for code, href in others.items()
    )
    return f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>Cameras – Old Mill</title>
<link rel="canonical" href="{ADDRESS}/old-mill/{language}/cameras/">
{alternates}<link rel="stylesheet" href="../../../assets/site.css">
<link rel="icon" href="data:,">
{head}</head>
<body>
<!-- a comment with <a href="nowhere/"> -->
<nav>{menu}</nav>
<main>
{body}
</main>
<form data-md-component="palette"><input type="radio" id="__palette_{language}"></form>
<script id="__config" type="application/json">{{"base": "..", "search": "../assets/site.js"}}</script>
<script type="application/ld+json">{{"@context": "https://schema.org", "url": "https://uodo.gov.pl"}}</script>
<script>if (1<2 && "<a href='x'>") {{ go("../") }}</script>
<script src="../../../assets/site.js"></script>
</body>
</html>
"""


CAMERAS = """<h1 id="top-of-page">Cameras</h1>
<section id="areas"><p>Kept <b>14 days</b>.
<a href="#areas">Areas</a> <a href="../">Contents</a></p></section>
<p><a href="mailto:ask@mill.example?subject=Copy">Write</a>, <a href="tel:+44 1632 960960">call</a>
or <a href="https://ico.org.uk/">complain</a>. <img src="../../../favicon.svg" alt=""></p>"""


def files() -> dict[str, str]:
    to_en, to_pl = {"pl": "../../pl/cameras/"}, {"en": "../../en/cameras/"}
    start = '<h1 id="top-of-page">Contents</h1><a href="cameras/#areas">Cameras</a>'
    found = {
        "index.html": page("en", {}, '<a href="old-mill/en/">en</a>').replace("../../../", ""),
        "404.html": page("en", {}, '<a href="/privacy/">start</a>').replace("../../../", "/privacy/"),
        "old-mill/en/cameras/index.html": page("en", to_en, CAMERAS),
        "old-mill/pl/cameras/index.html": page("pl", to_pl, CAMERAS.replace("14 days", "14 dni")),
        "old-mill/en/index.html": page("en", {"pl": "../pl/"}, start).replace("../../../", "../../"),
        "old-mill/pl/index.html": page("pl", {"en": "../en/"}, start).replace("../../../", "../../"),
        "q/old-mill/cam-01/index.html": page(
            "en", {}, '<a hreflang="pl" href="../../../old-mill/pl/cameras/#areas">pl</a>'
        ),
        "assets/site.css": STYLE,
        "assets/more.css": "h3 { color: #123 }",
        "assets/site.js": SCRIPT,
        "favicon.svg": '<svg xmlns="http://www.w3.org/2000/svg"><title>Old Mill</title></svg>',
        "robots.txt": "User-agent: *\n",
        "sitemap.xml": f"""<urlset><url><loc>{ADDRESS}/old-mill/en/cameras/</loc>
<xhtml:link rel="alternate" hreflang="pl" href="{ADDRESS}/old-mill/pl/cameras/"/></url></urlset>""",
        "old-mill/en/search/search_index.json": json.dumps(
            {"docs": [{"location": "cameras/#areas", "title": "Areas", "text": "https://ico.org.uk/"}]}
        ),
    }
    return found


class Made:
    """The clean site, to plant one fault in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.intended = {path: Origin("old-mill", VENUE) for path in files()}
        self.typed: frozenset[str] = frozenset()
        for path, text in files().items():
            self.write(path, text)

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def plant(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new, 1))

    def prove(self) -> list[Finding]:
        return prove_site(Site(self.folder, self.intended, frozenset({ADDRESS}), self.typed))


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path / "site")


FACES = (
    ("Latin", 400, "NotoSans-Regular.ttf"),
    ("Latin", 700, "NotoSans-Bold.ttf"),
    ("Han", 400, "NotoSansSC-Regular.ttf"),
)


@cache
def fonts() -> tuple[FontConfiguration, weasyprint.CSS]:
    folder = Path(rendercv_fonts.path_of["Noto Sans"])
    rules = "".join(
        f'@font-face {{ font-family: {name}; font-weight: {weight}; src: url("{(folder / file).as_uri()}") }}'
        for name, weight, file in FACES
    )
    configuration = FontConfiguration()
    return configuration, weasyprint.CSS(string=rules, font_config=configuration)


def press(file: Path, body: str, footer: str, style: str = "", head: str = "") -> Path:
    """Print narrow A4 pages with a footer on each."""
    configuration, faces = fonts()
    html = f"""<html lang="en"><head>{head}<style>
    @page {{ size: A4; margin: 20mm; @bottom-center {{ content: "{footer}"; font: 9pt Latin }} }}
    body {{ font: 14pt Latin, Han; width: 60mm }} p {{ hyphens: auto }} {style}
    </style></head><body>{body}</body></html>"""
    document = weasyprint.HTML(string=html).render(font_config=configuration, stylesheets=[faces])
    file.write_bytes(document.write_pdf(pdf_tags=True))
    return file
