"""What every guest reads anyway is no secret, and a PDF nobody can open is told, not tripped over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

from placard.made import Made
from placard.prove.comparing import readings_of
from placard.prove.pdf import Shelf
from placard.prove.run import _pages
from placard.prove.secrets import _in_words, public_words, secrets_of


def test_common_words_are_no_secret_and_parts_of_words_are_none_either(library: Any) -> None:
    ours = "|".join(map(_in_words, public_words(library)))
    for public in ("CAMERAS", "Your rights", "您的权利"):
        assert _in_words(public) in ours
    for own in ("amera", "Mrs Kowalska", "safe code 7719", "legal_name"):
        assert _in_words(own) not in ours


def test_an_internal_word_that_stands_in_our_words_is_not_searched_for(
    typed: Callable[..., Any], composed: Callable[..., Any], monkeypatch: Any
) -> None:
    venue = composed(typed().file)
    told = [(False, "Cameras"), (False, "Mrs Kowalska of the kiosk")]
    monkeypatch.setattr("placard.prove.secrets.texts_of", lambda _: iter(told))
    assert [secret.words for secret in secrets_of([venue])] == ["Mrs Kowalska of the kiosk"]


def test_a_pdf_that_cannot_be_opened_has_no_words(tmp_path: Path) -> None:
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(b"%PDF-1.7 torn")
    made = [
        Made(PurePosixPath("print/x.pdf"), file, "sheet", "old-mill", ("en",))
        for file in (torn, tmp_path / "gone.pdf")
    ]
    assert list(readings_of(made, Shelf())) == []
    assert [_pages(each, Shelf()) for each in made] == [0, 0]
