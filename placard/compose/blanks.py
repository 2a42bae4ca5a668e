"""Forms and letters as compose hands them on: every word filled and escaped, nothing ticked or written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from placard.compose.outputs import Footer
from placard.library.forms import Cell, FieldKind, FormKind, Frame, Width


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick, or what a row or a column is called; `value` is the same in every language."""

    value: str
    words: Markup


@dataclass(frozen=True, slots=True)
class Columns:
    """What a table has beside its rows: columns, with what part of the whole each takes, the names' first."""

    heads: tuple[Box, ...]
    shares: tuple[float, ...]
    cell: Cell


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to write in; `name` is its own on the form, and the same in every language.

    `repeated` is one of several alike, which stand below each other as the rows of a list. The boxes of
    a table are its rows. `instead_of` are the words that would stand there if a fact were known.
    """

    name: str
    kind: FieldKind
    label: Markup
    hint: Markup
    width: Width
    rows: int
    boxes: tuple[Box, ...]
    repeated: bool = False
    columns: Columns | None = None
    instead_of: str = ""

    @property
    def read(self) -> Iterator[Markup]:
        """Yield what is read there, in order."""
        yield from (self.label, self.hint)
        yield from (head.words for head in self.columns.heads) if self.columns else ()
        yield from (box.words for box in self.boxes)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, or a fact with its label; `id` is what its words are called on the form."""

    label: Markup
    words: Markup
    id: str = ""


@dataclass(frozen=True, slots=True)
class FilledFormSection:
    """A part of a form, ready for the press."""

    id: str
    heading: Markup
    frame: Frame
    parts: tuple[Told | Blank, ...]


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form in one language, nothing in it ticked or written; of a letter, `sender` says whose it is.

    `name` is its id, and the number of the item it is for: files go by it. One that `stays` is for staff.
    """

    id: str
    name: str
    language: str
    title: Markup
    sections: tuple[FilledFormSection, ...]
    slip: FilledFormSection | None
    footer: Footer
    kind: FormKind = "form"
    sender: tuple[Markup, ...] = ()
    stays: bool = False

    def words(self) -> Iterator[Markup]:
        """Yield everything there is to read, in order."""
        yield from self.sender
        yield from words_of(self.title, (*self.sections, *filter(None, [self.slip])))


def words_of(title: Markup, sections: Sequence[FilledFormSection]) -> Iterator[Markup]:
    """Yield what a reader reads: title, headings, sentences, labels and boxes."""
    yield title
    for section in sections:
        yield section.heading
        for part in section.parts:
            yield from (part.label, part.words) if isinstance(part, Told) else part.read
