"""Where an address leads, as a browser would go."""

from __future__ import annotations

import pytest

from placard.prove.urls import Kind, Target, target_of

PAGE = "old-mill/en/cameras/index.html"
ADDRESSES = frozenset({"https://mill.example/privacy", "https://studio.example/"})


@pytest.mark.parametrize(
    ("url", "path", "anchor"),
    [
        ("", PAGE, ""),
        ("#areas", PAGE, "areas"),
        ("?x=1#a", PAGE, "a"),
        ("./", PAGE, ""),
        ("..", "old-mill/en/index.html", ""),
        ("../", "old-mill/en/index.html", ""),
        ("../../pl/", "old-mill/pl/index.html", ""),
        ("../../..", "index.html", ""),
        ("../../../assets/a.css?v=2", "assets/a.css", ""),
        ("../../../../x", "../x", ""),
        ("a%20b/#c%C4%85", "old-mill/en/cameras/a b/index.html", "cą"),
        ("/privacy/404.html", "404.html", ""),
        ("/privacy/", "index.html", ""),
        ("/old-mill/", "old-mill/index.html", ""),
        ("https://mill.example/privacy/old-mill/pl/#x", "old-mill/pl/index.html", "x"),
        ("https://mill.example/privacy", "index.html", ""),
        ("https://studio.example/q/studio/cam-01/", "q/studio/cam-01/index.html", ""),
        ("//studio.example/", "index.html", ""),
        (" \n./\t", PAGE, ""),
    ],
)
def test_an_address_inside_is_a_file_and_a_place(url: str, path: str, anchor: str) -> None:
    assert target_of(url, PAGE, ADDRESSES) == Target(Kind.INSIDE, path, anchor)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://mill.example/", Kind.OUTSIDE),
        ("https://mill.example/privacypolicy", Kind.OUTSIDE),
        ("https://mill.example.evil.example/privacy/", Kind.OUTSIDE),
        ("HTTP://x.example", Kind.OUTSIDE),
        ("//x.example/a", Kind.OUTSIDE),
        ("\\\\x.example/a", Kind.OUTSIDE),
        ("/\\x.example/a", Kind.OUTSIDE),
        ("ht\ntps://x.example", Kind.OUTSIDE),
        ("mailto:a@b", Kind.MESSAGE),
        ("TEL:+48", Kind.MESSAGE),
        ("data:image/png;base64,x", Kind.DATA),
        ("javascript:alert(1)", Kind.OTHER),
        ("\x01java\tscript:alert(1)", Kind.OTHER),
        ("ftp://x.example", Kind.OTHER),
        ("file:///etc/passwd", Kind.OTHER),
        ("weixin://dl/chat", Kind.OTHER),
    ],
)
def test_an_address_elsewhere_is_known_for_what_it_is(url: str, kind: Kind) -> None:
    assert target_of(url, PAGE, ADDRESSES).kind is kind
