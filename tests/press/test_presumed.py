"""What the engine presumes less of a page of ours changes no byte of what is printed."""

from __future__ import annotations

import weasyprint

from placard.press import presumed

HTML = """<html lang="en"><head><title>Hours</title></head><body>
<h1>Hours <span dir="rtl">x</span></h1><ol><li>Ten to <b>six</b><li>Closed on Monday</ol>
<ul><li>Towels<ul><li>small</ul></ul><table><tr><th>Day<td>Hour</table>
<p><q>Quiet</q>, please<br>thank you</p>
</body></html>"""
STYLE = "body { font-family: serif }"


def test_a_page_is_printed_as_the_engine_alone_would() -> None:
    style = [weasyprint.CSS(string=STYLE)]
    ours = presumed.Page(string=HTML).write_pdf(stylesheets=style, pdf_tags=True)
    assert ours == weasyprint.HTML(string=HTML).write_pdf(stylesheets=style, pdf_tags=True)


def test_parts_that_only_notes_and_lists_have_are_reckoned_for_nothing_else() -> None:
    def parts(page: weasyprint.HTML) -> list[tuple[str, str]]:
        found = []
        for element in page.wrapper_element.iter_subtree():
            for sheet in page._ua_stylesheets():
                found += [(element.local_name, part) for *_, part, _ in sheet.matcher.match(element) if part]
        return found

    alone, ours = parts(weasyprint.HTML(string=HTML)), parts(presumed.Page(string=HTML))
    assert ("h1", "footnote-call") in alone
    assert ("h1", "marker") in alone
    assert {part for _, part in ours} == {"marker", "before", "after"}
    assert {name for name, part in ours if part == "marker"} == {"li"}
