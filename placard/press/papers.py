"""Papers of several pages (handbook, quiz, hanging plan): printed once, kept under what they were made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from placard.findings import Finding, Place, Severity
from placard.press.cache import PressCache, sheet_key
from placard.press.fonts import HAN, SANS, Face, FontSet
from placard.press.opening import open_engine
from placard.press.outcome import Refusal
from placard.press.pool import Crew

if TYPE_CHECKING:
    from weasyprint.document import Document

    from placard.press.render import Press

Paper: TypeAlias = tuple[str | tuple[str, ...], str, str, int]
"""HTML, style sheet, name, and how many pages it must have; 0 for any number.

Several pages of HTML are one paper set ever closer: see `_laid_out`.
"""


Asked = TypeVar("Asked")
"""Whatever a paper was printed for, such as a venue and its leaflet."""


@dataclass(frozen=True, slots=True)
class PaperShop:
    """What every paper is printed with; with type to fill fields in, they are fields and not only drawn."""

    fonts: FontSet
    cache: PressCache
    typed: tuple[Face, ...] = ()

    def print(self, html: str, style: str, name: str, pages: int = 0) -> Path | Refusal:
        """Return the PDF of a paper in one language, or why there is none; unchanged ones load no engine."""
        [outcome] = self.print_all([(html, style, name, pages)])
        return outcome

    def print_all(self, papers: Sequence[Paper], crew: Crew | None = None) -> list[Path | Refusal]:
        """Print papers; the results stand in their order."""
        kept = {paper: path for paper in papers if (path := self._kept(paper)) is not None}
        missing = [paper for paper in papers if paper not in kept]
        made = (crew or Crew()).run(self._print_one, missing, _name)
        outcome: dict[Paper, Path | Refusal] = {**kept, **dict(zip(missing, made, strict=True))}
        return [outcome[paper] for paper in papers]

    def begin(self, papers: Sequence[Paper], crew: Crew) -> None:
        """Have others print these papers, where they are here; they will be among those of `print_all`."""
        for paper in papers:
            if self._kept(paper) is None:
                crew.begin(self._print_one, paper, _name(paper))

    def _kept(self, paper: Paper) -> Path | None:
        kept = self.cache.sheet(self._key(paper))
        return kept[0] if kept is not None else None

    def _key(self, paper: Paper) -> str:
        html, style, _, _ = paper
        typed = "".join(face.path.name for face in self.typed)
        return sheet_key("".join(html), self.fonts.digest + typed, True, style)

    def _print_one(self, paper: Paper) -> Path | Refusal:
        made = self._made(*paper)
        return made if isinstance(made, Refusal) else self.cache.keep_sheet(self._key(paper), made, ())

    def _made(self, html: str | tuple[str, ...], style: str, name: str, pages: int) -> bytes | Refusal:
        # The engine needs Pango, and a build in which this paper is unchanged does without it.
        open_engine()
        from placard.press.overfull import overfull, roomed
        from placard.press.render import PressFault, press

        machine = press(self.fonts, style, self.typed)
        try:
            settings = (html,) if isinstance(html, str) else html
            document = _laid_out(machine, settings)
            if pages and len(document.pages) != pages:
                return _refusal(name, "press.paper_pages", made=str(len(document.pages)), pages=str(pages))
            if roomed(settings[0]) and (panel := next(overfull(document), "")):
                return _refusal(name, "press.paper_full", panel=panel)
            pdf = machine.write(document, one_language=True)
        except PressFault as fault:
            return _refusal(name, "press.paper_engine", line=fault.lines[0])
        missing = {chr(point) for font in document.fonts.values() for point in font.missing} - {"\u200b"}
        foreign = {font.family for font in document.fonts.values()} - {
            SANS,
            HAN,
            *(face.family for face in self.typed),
        }
        if missing or foreign:
            return _refusal(name, "press.paper_letters", letters=" ".join(sorted(missing | foreign)))
        return pdf


def told_apart(
    asked: Sequence[Asked], outcomes: Sequence[Path | Refusal], venue: Callable[[Asked], str]
) -> tuple[list[tuple[Asked, Path]], list[Finding]]:
    """Return what was printed beside what was asked for, and what was found of the rest, by venue."""
    printed: list[tuple[Asked, Path]] = []
    findings: list[Finding] = []
    for each, outcome in zip(asked, outcomes, strict=True):
        if isinstance(outcome, Refusal):
            findings += [replace(finding, venue=venue(each)) for finding in outcome.findings]
        else:
            printed.append((each, outcome))
    return printed, findings


def _laid_out(machine: Press, settings: Sequence[str]) -> Document:
    """Lay a paper out in the first of its settings that needs no more pages than any other.

    Where words have rooms of a fixed size, it is the first in which they stay there.
    """
    from placard.press.overfull import overfull, roomed

    rooms = roomed(settings[0])
    document = machine.lay_out(settings[0])
    for closer in settings[1:]:
        if not any(overfull(document)) if rooms else len(document.pages) == 1:
            break
        tried = machine.lay_out(closer)
        document = tried if rooms or len(tried.pages) < len(document.pages) else document
    return document


def _name(paper: Paper) -> str:
    return paper[2]


def _refusal(name: str, code: str, **values: str) -> Refusal:
    return Refusal(name, (Finding(code, Severity.ERROR, Place(name), values),))
