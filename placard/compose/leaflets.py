"""The folded leaflet: sentences of the pages once more, a panel for each thing a guest wonders about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from placard.codes import code_of
from placard.compose.booklets import online_of
from placard.compose.documents import Composer
from placard.compose.outputs import FilledSection
from placard.compose.signs import in_words
from placard.compose.tokenised import Composed, Withheld
from placard.library.binding import Folding
from placard.library.texts import Document
from placard.plan.documents import PlannedDocument


@dataclass(frozen=True, slots=True)
class FilledLeaflet:
    """A leaflet in one language: title and lead on the cover, sections by the panel they stand on.

    `online` is the address of the pages, where there is one, `address` the same in words. `code` is the
    hash of what a reader reads; `words` are those it was filled from, with their sources.
    """

    id: str
    file: str
    language: str
    title: Markup
    lead: Markup
    panels: Mapping[str, tuple[FilledSection, ...]]
    online: str
    address: Markup
    words: Composed
    code: str = ""

    def headings(self) -> Iterator[Markup]:
        """Yield the title and every heading: what has to be found on the paper, whole."""
        yield self.title
        for sections in self.panels.values():
            yield from (section.heading for section in sections if section.heading)


def leaflet_words(composer: Composer, planned: PlannedDocument) -> FilledLeaflet | Withheld:
    """Compose a leaflet; a sentence that only sends its reader to a page is left out: paper has no links."""
    source = planned.source
    if not isinstance(source, Document) or source.folds is None:
        raise TypeError(f"{planned.name} has no panels to stand on")
    made = composer.document(source, planned.language)
    return made if isinstance(made, Withheld) else _folded(composer, source.folds, made)


def _folded(composer: Composer, folding: Folding, words: Composed) -> FilledLeaflet:
    filled = words.filled(lambda page, anchor: "", ())
    there = {s.id: s for s in filled.sections if any(p.html.strip() for p in s.passages)}
    online = online_of(composer, words.language)
    leaflet = FilledLeaflet(
        id=words.id,
        file=folding.file,
        language=words.language,
        title=filled.title,
        lead=filled.description,
        panels={
            panel: tuple(there[name] for name in names if name in there)
            for panel, names in folding.panels.items()
        },
        online=online,
        address=in_words(online) if online else Markup(),
        words=words,
    )
    return replace(leaflet, code=code_of([str(part.striptags()) for part in _read(leaflet)], "", online))


def _read(leaflet: FilledLeaflet) -> Iterator[Markup]:
    yield from (leaflet.title, leaflet.lead)
    for sections in leaflet.panels.values():
        for section in sections:
            yield section.heading or Markup()
            yield from (passage.html for passage in section.passages)
