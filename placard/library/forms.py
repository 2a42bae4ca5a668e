"""Forms guests or staff fill in, and letters to guests: what they say and ask for, the slip torn off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from placard.findings import Place
from placard.library.conditions import Conditions
from placard.library.texts import Audience, Fills, Local

FieldKind = Literal["text", "lines", "date", "choice", "ticks", "signature", "table"]
FIELD_KINDS: tuple[FieldKind, ...] = get_args(FieldKind)
"""`choice` is one of several, `ticks` any of several; a `signature` is written by hand only."""

Cell = Literal["text", "choice"]
CELLS: tuple[Cell, ...] = get_args(Cell)
"""What is done in a table: something written in each place, or one place of each row ticked."""

Width = Literal["full", "half", "third"]
WIDTHS: tuple[Width, ...] = get_args(Width)

Frame = Literal["plain", "facts", "consent", "office", "rows", "checks", "terms"]
FRAMES: tuple[Frame, ...] = get_args(Frame)
"""`facts` stand in a panel above, `consent` in a frame of its own, `office` is filled in by staff.

Of `rows` and `checks` each part is a line with its label on the left; `terms` are numbered through the form.
"""

FormKind = Literal["form", "letter", "log", "text"]
FORM_KINDS: tuple[FormKind, ...] = get_args(FormKind)
"""A `letter` is written by staff and read by a guest, in their language; a `log` lies on its side.

A `text` is pasted somewhere else (a booking page, a social network) and is no paper at all.
"""

Also = Literal["html", "square", "wide"]
ALSO: tuple[Also, ...] = get_args(Also)
"""What a text is made as besides: a piece of a web page, a picture of its section `picture`."""

MADE_FOR = ("", "partners")
"""Collections a form can be made for each item of: its number is in the name of the file."""

Variants: TypeAlias = tuple[tuple[Conditions, Local], ...]


@dataclass(frozen=True, slots=True)
class FormWords:
    """Words on a form, with a label where they are a fact; the variants are a slot as on signs.

    `activity` is the code of the one activity they are about, whose facts are then at hand; `for_each`
    is a collection for whose every item they stand once. With `or_line` a fact that nobody has answered,
    or of which there is none, leaves a line to write on. `source` says what words that tell of the law
    rest on, as that of a clause.
    """

    id: str
    fills: Fills
    label: Local
    variants: Variants
    activity: str
    place: Place
    source: tuple[str, ...] = ()
    for_each: str = ""
    or_line: bool = False

    @property
    def items(self) -> frozenset[str]:
        """Return the items at hand, by the first word of their facts."""
        return frozenset({"activity"}) if self.activity else frozenset()


@dataclass(frozen=True, slots=True)
class FormOption:
    """One of the boxes of a choice or of ticks, or a row of a table; left out where it does not apply."""

    id: str
    words: Local
    applies: Conditions = ()


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a table; `share` is its share beside the others."""

    id: str
    words: Local
    share: int


@dataclass(frozen=True, slots=True)
class FormField:
    """Something to fill in.

    `each` names a fact that is a list: the field stands once for every code of it, after which it is
    called. `options_of` names one whose codes are boxes, before those typed in `options`.

    A table has a row for each of its options, called like it, or so many empty ones as `rows` says.
    `rows_of` takes the options over from a field of another form, as `complaint.about`, so that what is
    counted is called what guests tick. `share` is the share of the column the names stand in.
    """

    id: str
    kind: FieldKind
    label: Local
    hint: Local
    width: Width
    rows: int
    options: tuple[FormOption, ...]
    options_of: str
    each: str
    applies: Conditions
    place: Place
    columns: tuple[FormColumn, ...] = ()
    cell: Cell = "text"
    rows_of: str = ""
    share: int = 1

    @property
    def words_to_tick(self) -> tuple[Local, ...]:
        """Return what stands beside boxes and over columns."""
        return (*(each.words for each in self.options), *(each.words for each in self.columns))


FormPart: TypeAlias = FormWords | FormField


@dataclass(frozen=True, slots=True)
class FormSection:
    """A part of a form under a heading (or none); `like` names the form and section it is taken from.

    `at_most` is how many letters a network takes; 0 where it is no matter.
    """

    id: str
    heading: Local
    frame: Frame
    parts: tuple[FormPart, ...]
    applies: Conditions
    place: Place
    like: str = ""
    at_most: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """A form; `slip`, where there is one, stands at the foot of the last page, to be torn off and kept.

    `audience` says from which tree it comes, and so in whose folder it is put. With `for_each` there is
    one for every item of that collection of which `only_where` is so. One of the staff that is
    `handed_over` goes to somebody outside.
    """

    id: str
    title: Local
    sections: tuple[FormSection, ...]
    slip: FormSection | None
    applies: Conditions
    reason: Local
    place: Place
    audience: Audience = "public"
    kind: FormKind = "form"
    for_each: str = ""
    only_where: Conditions = ()
    also: tuple[str, ...] = ()
    handed_over: bool = False

    @property
    def stays(self) -> bool:
        """Tell whether it is for nobody but staff: no letter, and nothing a partner gets."""
        return self.audience == "staff" and self.kind != "letter" and not self.handed_over

    @property
    def readers(self) -> Audience:
        """Tell who reads it in the end: a letter lies with the staff and goes to a guest."""
        return "public" if self.kind == "letter" else self.audience

    def field(self, name: str) -> FormField | None:
        """Return a field by its name."""
        parts = (part for section in self.every_section for part in section.parts)
        return next((part for part in parts if isinstance(part, FormField) and part.id == name), None)

    @property
    def every_section(self) -> tuple[FormSection, ...]:
        """Return the sections, and the slip after them."""
        return (*self.sections, self.slip) if self.slip else self.sections


def field_of(forms: Mapping[str, Form], name: str) -> FormField | None:
    """Return a field of any form, as `complaint.about`; none where there is no such."""
    form, _, field = name.partition(".")
    return forms[form].field(field) if form in forms else None
