"""Forms guests or staff fill in, and letters to guests: what they say and ask for, the slip torn off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from placard.findings import Place
from placard.library.conditions import Conditions
from placard.library.texts import Audience, Fills, Local

FieldKind = Literal["text", "lines", "date", "choice", "ticks", "table", "signature"]
FIELD_KINDS: tuple[FieldKind, ...] = get_args(FieldKind)
"""`choice` is one of several, `ticks` any of several; the options of a `table` are its columns.
A `signature` is written by hand only."""

Width = Literal["full", "half", "third"]
WIDTHS: tuple[Width, ...] = get_args(Width)

Frame = Literal["plain", "facts", "consent", "office"]
FRAMES: tuple[Frame, ...] = get_args(Frame)
"""`facts` stand in a panel above, `consent` in a frame of its own, `office` is filled in by staff."""

FormKind = Literal["form", "letter", "log"]
FORM_KINDS: tuple[FormKind, ...] = get_args(FormKind)
"""A `letter` is written by staff and read by a guest, in their language; a `log` lies on its side."""

Variants: TypeAlias = tuple[tuple[Conditions, Local], ...]


@dataclass(frozen=True, slots=True)
class FormWords:
    """Words on a form, with a label where they are a fact; the variants are a slot as on signs.

    `activity` is the code of the one activity they are about, whose facts are then at hand. `source`
    says what words that tell of the law rest on, as that of a clause.
    """

    id: str
    fills: Fills
    label: Local
    variants: Variants
    activity: str
    place: Place
    source: tuple[str, ...] = ()

    @property
    def items(self) -> frozenset[str]:
        """Return the items at hand, by the first word of their facts."""
        return frozenset({"activity"}) if self.activity else frozenset()


@dataclass(frozen=True, slots=True)
class FormOption:
    """One of the boxes of a choice or of ticks, or a column, `share` times as wide as another."""

    id: str
    words: Local
    share: int = 1


@dataclass(frozen=True, slots=True)
class FormField:
    """Something to fill in.

    `each` names a fact that is a list: the field stands once for every code of it, after which it is
    called. `options_of` names one whose codes are boxes, before those typed in `options`.
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


FormPart: TypeAlias = FormWords | FormField


@dataclass(frozen=True, slots=True)
class FormSection:
    """A part of a form under a heading (or none); `like` names the form and section it is taken from."""

    id: str
    heading: Local
    frame: Frame
    parts: tuple[FormPart, ...]
    applies: Conditions
    place: Place
    like: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form; `slip`, where there is one, stands at the foot of the last page, to be torn off and kept.

    `audience` says from which tree it comes, and so in whose folder it is put.
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

    @property
    def readers(self) -> Audience:
        """Tell who reads it in the end: a letter lies with the staff and goes to a guest."""
        return "public" if self.kind == "letter" else self.audience

    @property
    def every_section(self) -> tuple[FormSection, ...]:
        """Return the sections, and the slip after them."""
        return (*self.sections, self.slip) if self.slip else self.sections
