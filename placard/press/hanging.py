"""The hanging plan: what hangs where, in the order of a walk through the house."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from placard.press import templates
from placard.press.paper import SHEETS

EYE_HEIGHT_CM = (140, 170)
"""Middle of the sheet above the floor (Sign Design Guide, signage-standards 3.1)."""

RULER_MM = 100
LANDSCAPE = SHEETS["a4"]
STYLE = "hanging-plan"


@dataclass(frozen=True, slots=True)
class Hanging:
    """One sheet to hang; `door` says from where to where, `environment` is one of `content/rooms.yml`.

    `code` is the one in the foot of the sheet: it tells whether the print at hand is the one meant.
    """

    room: Markup
    door: Markup
    sheet: str
    read_from: Markup
    sign_id: str
    title: Markup
    file_name: str
    code: str
    copies: int
    environment: str
    why: Markup

    @property
    def sign(self) -> Markup:
        """What the sign is called: its id and its title."""
        return Markup("{} {}").format(self.sign_id, self.title)


@dataclass(frozen=True, slots=True)
class Kept:
    """A print that lies at the desk: its title, its file, its code, and how many copies of it."""

    title: str
    file_name: str
    code: str
    copies: int


@dataclass(frozen=True, slots=True)
class HangingPlan:
    """The plan of one venue in one staff language.

    `forms` lie at the desk: their names, file names and codes. So do the papers that are `kept` there,
    with how many copies; `desk` is the room where it is.
    """

    language: str
    venue: Markup
    in_force: Markup
    status: Markup
    rows: tuple[Hanging, ...]
    forms: tuple[tuple[Markup, str, str], ...] = ()
    kept: tuple[Kept, ...] = ()
    desk: str = ""

    @property
    def reasons(self) -> tuple[tuple[str, Markup], ...]:
        """Why each sign hangs: once per sign, in the order of their ids, which is how one looks them up."""
        return tuple(sorted({(row.sign_id, row.why) for row in self.rows if row.why}))

    @property
    def environments(self) -> tuple[str, ...]:
        """What there is to bear in this house, in the order one meets it on the walk."""
        return tuple(dict.fromkeys(row.environment for row in self.rows))


def page(plan: HangingPlan, words: Mapping[str, str]) -> str:
    """Return the plan as HTML for the style sheet `STYLE`, upright A4 turned on its side.

    `words` are those of `content/labels` in the language of the plan.
    """
    low, high = EYE_HEIGHT_CM
    before, _, rest = words["page_of"].partition("{n}")
    between, _, after = rest.partition("{total}")
    return templates.page(
        "hanging-plan.html",
        plan=plan,
        words=words,
        paper=LANDSCAPE,
        height=words["height_note"].replace("{n} ", f"{low}–{high}\u00a0"),
        ruler=RULER_MM,
        ruler_note=words["ruler"].replace("{n}", str(RULER_MM)),
        page_of=tuple(map(css_string, (before, between, after))),
    )


def css_around(words: str, *slots: str) -> tuple[Markup, ...]:
    """Return what stands before, between and after the slots, as a style sheet quotes it."""
    parts = []
    for slot in slots:
        before, _, words = words.partition(slot)
        parts.append(css_string(before))
    return (*parts, css_string(words))


def css_string(words: str) -> Markup:
    """Return words as a style sheet quotes them; what could end the quotes or the sheet is spelt out."""
    plain = (letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in words)
    return Markup('"{}"').format(Markup("".join(plain)))
