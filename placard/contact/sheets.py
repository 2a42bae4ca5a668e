"""The contact sheet of a venue: every print of a folder with its picture, its place and its code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from placard.brand.look import PLAIN, Look
from placard.press import templates

FOLDER = Path(__file__).parents[2] / "templates" / "contact"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where copies of a sheet hang: the room, the door as staff name it, how many, and why."""

    room: Markup
    door: Markup
    copies: int


@dataclass(frozen=True, slots=True)
class Print:
    """One PDF of the folder; `pictures` are `data:` addresses of its first pages, `spots` where it hangs."""

    file_name: str
    title: Markup
    kind: str
    tags: tuple[str, ...]
    sheet: str
    pages: int
    code: str
    why: Markup
    pictures: tuple[str, ...]
    spots: tuple[Spot, ...] = ()

    @property
    def text(self) -> str:
        """The file with the same words for a mail, which every letter has beside it."""
        return self.file_name.replace(f".{self.sheet}.pdf", ".txt") if self.kind == "letter" else ""


@dataclass(frozen=True, slots=True)
class Group:
    """Prints of one kind under one heading."""

    id: str
    heading: Markup
    prints: tuple[Print, ...]


@dataclass(frozen=True, slots=True)
class ContactSheet:
    """A contact sheet in one language; `others` are the same in other languages: name and file."""

    language: str
    venue: Markup
    title: Markup
    note: Markup
    in_force: Markup
    status: Markup
    sample: bool
    groups: tuple[Group, ...]
    others: tuple[tuple[str, str], ...]
    look: Look = PLAIN


def page(sheet: ContactSheet, words: Mapping[str, str]) -> str:
    """Return the contact sheet as one HTML file that needs no other; `words` are those of its language."""
    return templates.environment(FOLDER).get_template("index.html").render(sheet=sheet, words=words)


def grouped(prints: Sequence[Print], headings: Mapping[str, Markup]) -> tuple[Group, ...]:
    """Sort prints under their headings, in the order of the headings; empty ones are left out."""
    kinds = {kind: tuple(each for each in prints if each.kind == kind) for kind in headings}
    return tuple(Group(kind, headings[kind], found) for kind, found in kinds.items() if found)
