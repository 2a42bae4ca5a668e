"""Every fault a page can have, planted one at a time in a site that has none."""

from __future__ import annotations

from pathlib import Path

import material
import pytest

from placard.findings import Place
from placard.prove.outputs import Origin, Site
from placard.prove.pages import prove_site
from placard.prove.strangers import DORMANT

from .conftest import ADDRESS, VENUE

EN = "old-mill/en/cameras/index.html"
PL = "old-mill/pl/cameras/index.html"
QUICK = "q/old-mill/cam-01/index.html"
CSS, JS, SVG = "assets/site.css", "assets/site.js", "favicon.svg"
FOUND = "old-mill/en/search/search_index.json"
END, HEAD = "</main>", "<title>"
X = "https://x.example"

DEAD = [
    ("a link", EN, 'href="../"', 'href="../nowhere/"'),
    ("a link without its slash", EN, 'href="../"', 'href="../cameras"'),
    ("a link out of the site", EN, 'href="../"', 'href="../../../../staff/"'),
    ("a link in other capitals", EN, 'href="../"', 'href="../Cameras/"'),
    ("a picture", EN, "favicon.svg", "favicon.png"),
    ("a script", EN, 'src="../../../assets/site.js', 'src="../../../assets/gone.js'),
    ("an address of our own", EN, f"{ADDRESS}/old-mill/en/", f"{ADDRESS}/old-mill/xx/"),
    ("a link from the root", "404.html", 'href="/privacy/"', 'href="/private/"'),
    ("a picture in a style", CSS, "../favicon.svg", "../gone.svg"),
    ("an import", CSS, "more.css", "less.css"),
    ("one picture of two", EN, "<h1", '<img srcset="a.png 1x, ../../../favicon.svg 2x"><h1'),
    ("a page in the sitemap", "sitemap.xml", "en/cameras", "en/cameraz"),
    ("a sister in the sitemap", "sitemap.xml", "pl/cameras", "pl/cameraz"),
    ("a sitemap of another site", "sitemap.xml", "mill.example", "mull.example"),
    ("a hit of the search", FOUND, "cameras/#a", "cameraz/#a"),
    ("a place of a hit", FOUND, "#areas", "#area"),
]
STRANGERS = [
    ("a script", EN, "../../../assets/site.js", f"{X}/x.js"),
    ("a script without scheme", EN, "../../../assets/site.js", "//x.example/x.js"),
    ("a script with slashes turned", EN, "../../../assets/site.js", r"\\x.example/x.js"),
    ("a style", EN, "../../../assets/site.css", f"{X}/css"),
    ("a connection opened early", EN, HEAD, f'<link rel="preconnect" href="{X}">{HEAD}'),
    ("a picture", EN, "../../../favicon.svg", f"{X}/pixel.gif"),
    ("one picture of two", EN, "<h1", f'<img srcset="../../../favicon.svg, {X}/a.png 2x"><h1'),
    ("a picture in capitals", EN, "<h1", f'<IMG/SRC="{X}/pixel.gif"><h1'),
    ("a film", EN, "<h1", f'<video poster="{X}/a.png"></video><h1'),
    ("a drawing", EN, "<h1", f'<svg><use xlink:href="{X}/a.svg#b"/></svg><h1'),
    ("a background", EN, "<h1", f'<p style="background:url({X}/a)">x</p><h1'),
    ("a style in the page", EN, HEAD, f"<style>@import '{X}/a'</style>{HEAD}"),
    ("a picture in a style", CSS, "../favicon.svg", f"{X}/a"),
    ("a picture in a drawing", SVG, HEAD, f'<image href="{X}/a"/>{HEAD}'),
    ("an address in a script", JS, '"../sitemap.xml"', f'"{X}/"'),
    ("an address without scheme", JS, '"../sitemap.xml"', "'//x.example/'"),
    ("an address put together", JS, '"../sitemap.xml"', "`https://${host}/`"),
    ("a script in the page", EN, 'go("../")', f'go("{X}/")'),
    ("a script on a click", EN, "<h1", f"""<p onclick="go('{X}/')">x</p><h1"""),
    ("a worker", EN, '"../assets/site.js"', f'"{X}/w.js"'),
    ("a form", EN, "<form data", f'<form action="{X}/" data'),
    ("a way off", EN, HEAD, f'<meta http-equiv="refresh" content="0; url={X}/">{HEAD}'),
]
OTHERS = [
    ("a dead place", EN, 'href="#areas"', 'href="#area"', "prove.dead_anchor"),
    ("a dead place elsewhere", QUICK, "#areas", "#area", "prove.dead_anchor"),
    ("a repeated id", EN, END, f'<p id="areas">x</p>{END}', "prove.repeated_id"),
    ("a tag that never ends", EN, "</html>", '<p title="open', "prove.broken_tag"),
    ("a comment that never ends", EN, "</html>", "<!-- open", "prove.broken_tag"),
    ("a script that never ends", EN, "</html>", "<script>open", "prove.broken_tag"),
    ("a frame", EN, END, f'<iframe src="../"></iframe>{END}', "prove.frame"),
    ("an object", EN, END, f'<object data="../../../favicon.svg"></object>{END}', "prove.frame"),
    ("a base", EN, HEAD, f'<base href="../">{HEAD}', "prove.frame"),
    ("a token", EN, "14 days", "\ue0001\ue001", "prove.unfilled"),
    ("a token in an attribute", EN, 'alt=""', 'alt="\uf8ff"', "prove.unfilled"),
    ("a token in the search", FOUND, "Areas", "\ue002", "prove.unfilled"),
    ("a placeholder", EN, "14 days", "{{ surveillance.retention | length }}", "prove.unfilled"),
    ("a placeholder in the sitemap", "sitemap.xml", "<urlset>", "<urlset>{{ x }}", "prove.unfilled"),
    ("no language", QUICK, ' lang="en"', "", "prove.no_language"),
    ("an empty language", QUICK, ' lang="en"', ' lang=""', "prove.no_language"),
    ("a promise not kept", QUICK, 'hreflang="pl"', 'hreflang="en"', "prove.wrong_hreflang"),
    ("a form of our own", EN, "<form data", '<form action="../" data', "prove.sends"),
    ("a counted click", EN, '<a href="#areas"', '<a ping="../" href="#areas"', "prove.sends"),
    ("a script for a link", EN, 'href="#areas"', 'href="javascript:alert(1)"', "prove.scheme"),
    ("one in disguise", EN, 'href="#areas"', 'href=" JAVA&#10;script:alert(1)"', "prove.scheme"),
    ("a page in a link", EN, 'href="#areas"', 'href="data:text/html,x"', "prove.scheme"),
    ("a file of this machine", EN, 'href="#areas"', 'href="file:///etc/passwd"', "prove.scheme"),
    ("broken data in the page", EN, '{"base": "..",', '{"base": ..,', "prove.not_json"),
    ("a broken search", FOUND, '{"docs"', '{"dogs"', "prove.not_json"),
]
FAULTS = [
    *((f"dead: {name}", *fault, "prove.dead_link") for name, *fault in DEAD),
    *((f"stranger: {name}", *fault, "prove.stranger") for name, *fault in STRANGERS),
    *OTHERS,
]


def codes(made) -> set[str]:
    return {finding.code for finding in made.prove()}


def test_the_clean_site_has_nothing_wrong_with_it(made) -> None:
    assert made.prove() == []
    assert len(made.intended) > 10


@pytest.mark.parametrize(("path", "old", "new", "code"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_planted_fault_is_found_and_nothing_else(made, path: str, old: str, new: str, code: str) -> None:
    made.plant(path, old, new)
    assert codes(made) == {code}


def test_a_page_of_one_language_in_the_folder_of_another(made) -> None:
    made.plant(EN, 'html lang="en"', 'html lang="pl"')
    assert "prove.other_language" in codes(made)


def test_a_place_that_one_language_lacks(made) -> None:
    made.plant(PL, END, f'<h2 id="appeals">Odwołania</h2>{END}')
    (finding,) = made.prove()
    assert finding.code == "prove.missing_id"
    assert finding.values == {"output": f"site/{EN}", "id": "appeals", "languages": "pl"}


def test_the_ids_of_the_themes_own_switches_may_differ(made) -> None:
    made.plant(PL, END, f'<p id="__nav_3">x</p>{END}')
    assert made.prove() == []


def test_a_page_that_does_not_lead_to_its_sister(made) -> None:
    made.plant(EN, '<link rel="alternate" hreflang="pl" href="../../pl/cameras/">', "")
    assert codes(made) == {"prove.one_way_hreflang"}, "the menu in the page still leads there"
    made.plant(EN, '<a href="../../pl/cameras/" hreflang="pl">', "<a>")
    assert codes(made) == {"prove.one_way_hreflang", "prove.no_hreflang"}


def test_a_page_whose_menu_leads_to_another_page_in_the_other_language(made) -> None:
    for _ in range(2):
        made.plant(EN, "../../pl/cameras/", "../../pl/")
    assert codes(made) == {"prove.one_way_hreflang", "prove.no_hreflang"}


def test_a_file_nobody_asked_for(made) -> None:
    made.write("staff/handbook.txt", "alarm code")
    (finding,) = made.prove()
    assert (finding.code, finding.values["output"]) == ("prove.uninvited", "site/staff/handbook.txt")


def test_a_link_left_lying_there_is_not_invited_either(made) -> None:
    (made.folder / "old").symlink_to("nowhere")
    assert codes(made) == {"prove.uninvited"}


def test_a_file_that_was_not_made(made) -> None:
    made.intended["old-mill/en/rights/index.html"] = Origin("old-mill")
    (finding,) = made.prove()
    assert (finding.code, finding.venue) == ("prove.not_made", "old-mill")


def test_a_finding_names_the_output_with_its_line_and_the_line_to_mend(made) -> None:
    made.plant(EN, 'href="../">', 'href="../nowhere/">')
    (finding,) = made.prove()
    text = (made.folder / EN).read_text("utf-8")
    line = text[: text.index("../nowhere")].count("\n") + 1
    assert line > 10
    assert finding.values["output"] == f"site/{EN}:{line}"
    assert finding.place == VENUE
    made.intended[EN] = Origin("old-mill")
    (finding,) = made.prove()
    assert finding.place == Place(f"site/{EN}", line)


def test_what_an_owner_typed_may_look_like_a_placeholder(made) -> None:
    name = "| {{7*7}} <b>"
    made.plant(EN, "14 days", "| {{7*7}} &lt;b&gt;")
    assert codes(made) == {"prove.unfilled"}
    made.typed = frozenset({name})
    assert made.prove() == []
    made.plant(EN, "Areas", "{{ area.rooms }}")
    assert codes(made) == {"prove.unfilled"}


def test_a_site_without_pages_proves_nothing(tmp_path: Path) -> None:
    assert [f.code for f in prove_site(Site(tmp_path, {}))] == ["prove.no_page"]


BUNDLES = sorted(Path(material.__file__).parent.glob("templates/assets/javascripts/*.min.js"))


@pytest.fixture
def themed(made):
    """Return the clean site with the real script of the theme in place of the small one."""
    (bundle,) = BUNDLES
    made.write(JS, bundle.read_text("utf-8"))
    return made


def test_the_script_of_the_theme_names_strangers_and_asks_none(themed) -> None:
    text = (themed.folder / JS).read_text("utf-8")
    assert all(dormant.url in text for dormant in DORMANT)
    assert themed.prove() == []


@pytest.mark.parametrize(
    ("element", "asked"),
    [
        ('<pre class="mermaid"><code>graph</code></pre>', ["https://unpkg.com/mermaid@"]),
        ("<div class='big mermaid'></div>", ["https://unpkg.com/mermaid@"]),
        (
            '<a href="https://github.com/a/b" data-md-component="source">b</a>',
            ["https://api.github.com/r", "https://api.github.com/u", "https://${e}/api/v4/proj"],
        ),
    ],
)
def test_a_page_that_wakes_one_of_them_is_found_out(themed, element: str, asked: list[str]) -> None:
    themed.plant(EN, END, element + END)
    findings = themed.prove()
    assert {finding.code for finding in findings} == {"prove.stranger"}
    targets = {finding.values["target"] for finding in findings}
    assert len(targets) == len(asked)
    assert all(any(target.startswith(start) for start in asked) for target in targets)


def test_the_word_alone_wakes_nothing(themed) -> None:
    themed.plant(EN, "Kept", "A mermaid in a class of her own. Kept")
    assert themed.prove() == []


def test_a_newer_theme_that_asks_somebody_else_is_found_out(themed) -> None:
    (bundle,) = BUNDLES
    themed.write(JS, bundle.read_text("utf-8") + ';fetch("https://unpkg.com/newcomer@1/x.js")')
    assert codes(themed) == {"prove.stranger"}
