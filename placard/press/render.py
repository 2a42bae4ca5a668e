"""HTML to PDF: no network, no file outside our folders, no warning left unheard."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from urllib.request import url2pathname

with warnings.catch_warnings():
    # A machine without any system font: ours come by @font-face.
    warnings.filterwarnings("ignore", message="No fonts configured")
    import weasyprint
    from weasyprint.document import Document
    from weasyprint.urls import URLFetcher

from placard.press import engine, fillable, templates
from placard.press.constants import Constants
from placard.press.fonts import Face, FontSet, css_of
from placard.press.presumed import Page
from placard.press.typecase import TypeCase

LOGGER = logging.getLogger("weasyprint")
engine.tell()


class PressFault(Exception):
    """Carries what the engine warned of while it made one sheet."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        super().__init__("; ".join(lines))


class LockedFetcher(URLFetcher):  # type: ignore[misc]
    """Fetches files from the given folders, and data that stand in the page itself; nothing else."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False, fail_on_errors=True)
        self.folders = tuple(folder.resolve() for folder in folders)

    def fetch(self, url: str, headers: Any = None) -> Any:
        """Refuse what lies outside the folders, also by way of `..` or a link."""
        if url.lower().startswith("file:"):
            self.path_of(url)
        return super().fetch(url, headers)

    def path_of(self, url: str) -> Path:
        """Return the file of a `file:` address; raises `ValueError` where it lies outside the folders."""
        path = Path(url2pathname(url.split("?")[0].split("#")[0][5:].removeprefix("//"))).resolve()
        if not any(path.is_relative_to(folder) for folder in self.folders):
            raise ValueError(f"{path.name} lies outside the folders of the press")
        return path


class Press:
    """Fonts and style sheets read once, for every sheet this process makes."""

    def __init__(self, fonts: FontSet, style: str = "sheet", typed: tuple[Face, ...] = ()) -> None:
        self._fillable = bool(typed)
        self._fetcher = LockedFetcher((templates.FOLDER, *{face.path.parent for face in fonts.faces}))
        self._configuration = _type_case((*fonts.faces, *typed))
        rules = "\n".join(templates.style_sheets(style))
        self._constants = Constants.of(rules)
        # In a single sheet, as each element is held against every one there is; what imports comes first.
        faces = css_of((*fonts.faces, *typed))
        self._sheet = self._read(f"{self._constants.spelt_out(rules)}\n{faces}")
        self._rules = rules

    @cached_property
    def _named(self) -> weasyprint.CSS:
        """The style sheets as written, for pages with values of their own; the type is known by now."""
        return self._read(self._rules)

    def _read(self, rules: str) -> weasyprint.CSS:
        with heard():
            return weasyprint.CSS(
                string=rules,
                base_url=templates.FOLDER.as_uri() + "/",
                url_fetcher=self._fetcher,
                font_config=self._configuration,
            )

    def lay_out(self, html: str) -> Document:
        """Lay out a page; raise `PressFault` with what the engine warned of."""
        sheet = self._named if self._constants.are_given_in(html) else self._sheet
        with heard():
            return Page(
                string=html, base_url=templates.FOLDER.as_uri() + "/", url_fetcher=self._fetcher
            ).render(font_config=self._configuration, stylesheets=[sheet], pdf_forms=self._fillable)

    def write(self, document: Document, one_language: bool) -> bytes:
        """Return the PDF, always tagged.

        PDF/UA knows one language per document, so it is claimed for those alone that have one.
        """
        with heard():
            if self._fillable:
                return bytes(document.write_pdf(pdf_variant="pdf/ua-1", finisher=fillable.finish))
            if one_language:
                return bytes(document.write_pdf(pdf_variant="pdf/ua-1"))
            return bytes(document.write_pdf(pdf_tags=True))


@lru_cache(maxsize=4)
def press(fonts: FontSet, style: str = "sheet", typed: tuple[Face, ...] = ()) -> Press:
    """Return this process's press for these fonts; with type for fields, papers can be filled in."""
    return Press(fonts, style, typed)


@lru_cache(maxsize=4)
def _type_case(faces: tuple[Face, ...]) -> TypeCase:
    """Return the type of this process for these faces, which pages of every style are set from."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="No fonts configured")
        return TypeCase()


@contextmanager
def heard() -> Iterator[None]:
    """Turn every warning of the engine into a failure: a missing image, a misspelt property."""
    listener = _Listener()
    LOGGER.addHandler(listener)
    try:
        yield
    except weasyprint.urls.FatalURLFetchingError as error:
        cause = f": {error.__cause__}" if error.__cause__ else ""
        raise PressFault([*listener.lines, f"{error}{cause}"]) from error
    finally:
        LOGGER.removeHandler(listener)
    if listener.lines:
        raise PressFault(listener.lines)


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
