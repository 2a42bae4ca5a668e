"""Signs send guests to the desk for the notice on paper: content in which it would not lie there is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from placard.check.words import check_words
from placard.findings import Severity
from placard.read.library import read_library

pytestmark = pytest.mark.slow

CONTENT = Path(__file__).resolve().parents[2] / "content"
TYPE, BOOKLET = "venue-types/studio.yml", "public/documents/paper-notice.yml"
LEDGER = "content.ledger_"
Told = Callable[[str, str, str], set[tuple[str, str, Severity]]]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Change one line of content; return what is found that was not found before."""

    def look(content: Path) -> set[tuple[str, str, Severity]]:
        library, findings = read_library([content])
        return {(f.code, f.place.file, f.severity) for f in [*findings, *check_words(library)]}

    def tell(file: str, old: str, new: str) -> set[tuple[str, str, Severity]]:
        content = tmp_path / "content"
        shutil.copytree(CONTENT, content)
        before = look(content)
        text = (content / file).read_text("utf-8")
        assert old in text
        (content / file).write_text(text.replace(old, new, 1), "utf-8")
        return look(content) - before

    return tell


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "of_ledger"),
    [
        # The ledger misses the paper as well: the notice that is read out to who cannot read it.
        (TYPE, "booklets: [paper-notice]\n", "", "content.no_paper_notice", {"content.ledger_not_here"}),
        (BOOKLET, "\n  copies: 2", "\n  copies: 0", "content.no_paper_notice", set()),
        (BOOKLET, "notice, cameras, images", "notice, images", "content.page_not_bound", set()),
    ],
)
def test_a_promise_nobody_keeps_is_a_warning(
    told: Told, file: str, old: str, new: str, code: str, of_ledger: set[str]
) -> None:
    found = told(file, old, new)
    assert {each for each, _, _ in found if each.startswith(LEDGER)} == of_ledger
    others = {(each, severity) for each, _, severity in found if not each.startswith(LEDGER)}
    assert others == {(code, Severity.WARNING)}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (TYPE, "[paper-notice]", "[paper-notcie]"),
        (TYPE, "[paper-notice]", "[privacy]"),
        (BOOKLET, "pages: [privacy,", "pages: [privcy,"),
    ],
    ids=["a booklet no file has", "a page among the booklets", "a page no file has"],
)
def test_a_booklet_or_page_that_is_not_there_stops_the_build(
    told: Told, file: str, old: str, new: str
) -> None:
    assert "content.type_names_nothing" in {
        code for code, _, s in told(file, old, new) if s is Severity.ERROR
    }
