"""Forms and letters of venues as files that can be printed and written on, or filled in on a screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Literal

from placard.compose.blanks import FilledForm
from placard.compose.venue import ComposedVenue
from placard.findings import Finding
from placard.library.forms import FormKind
from placard.made import Kind, Made
from placard.press import templates
from placard.press.cache import PressCache
from placard.press.fonts import FontSet
from placard.press.papers import Paper, PaperShop, told_apart
from placard.press.pool import Crew
from placard.press.typing import typed_faces

SHEET = "a4"
_KINDS: Mapping[tuple[str, FormKind], Kind] = {
    ("staff", "form"): "paper",
    ("staff", "letter"): "letter",
    ("staff", "log"): "log",
}
_TEMPLATES: Mapping[FormKind, str] = {"form": "form.html", "letter": "letter.html", "log": "form.html"}
SETTINGS = (("roomy", 1.8), ("even", 1.3), ("close", 1.0))
"""How a form may be set, and how many of the lines typed for it there are then to write on."""


def print_forms(
    venues: Sequence[ComposedVenue], fonts: FontSet, cache: PressCache, crew: Crew
) -> tuple[list[Made], list[Finding]]:
    """Print every form for guests in every language it has; what cannot be printed is a finding."""
    return _printed([(venue, form) for venue in venues for form in venue.forms], "print", fonts, cache, crew)


def print_staff_forms(
    venues: Sequence[ComposedVenue], fonts: FontSet, cache: PressCache, crew: Crew
) -> tuple[list[Made], list[Finding]]:
    """Print every form and letter of the staff, into the folder no guest can open."""
    every = [(venue, form) for venue in venues for form in venue.staff_forms]
    return _printed(every, "staff", fonts, cache, crew)


def _printed(
    every: Sequence[tuple[ComposedVenue, FilledForm]],
    root: Literal["print", "staff"],
    fonts: FontSet,
    cache: PressCache,
    crew: Crew,
) -> tuple[list[Made], list[Finding]]:
    if not every:
        return [], []
    shop = PaperShop(fonts, cache, typed_faces(fonts))
    outcomes = shop.print_all([form_paper(venue, form) for venue, form in every], crew)
    printed, findings = told_apart(every, outcomes, lambda each: each[0].venue_id)
    made = [
        Made(
            path=PurePosixPath(root, venue.venue_id, file_name(form)),
            file=file,
            kind=_KINDS.get((root, form.kind), "form"),
            venue=venue.venue_id,
            languages=(form.language,),
            sheet=SHEET,
            code=form.footer.code,
            reason=venue.composer.library.forms[form.id].reason.get("en", ""),
            title=str(form.title.striptags()),
        )
        for (venue, form), file in printed
    ]
    return made, findings


def form_paper(venue: ComposedVenue, form: FilledForm) -> Paper:
    """Return a form as HTML for the press, roomy and close: one page if it can be, two that are full."""
    words = venue.composer.speaker(form.language).labels.words
    before, _, rest = words["page_of"].partition("{n}")
    between, _, after = rest.partition("{total}")
    settings = tuple(
        templates.page(
            _TEMPLATES[form.kind],
            form=form,
            look=venue.composer.look,
            words=words,
            page_of=(before, between, after),
            setting=name,
            rows=lambda rows, factor=factor: round(rows * factor),
        )
        for name, factor in SETTINGS
    )
    return settings, form.kind, file_name(form), 0


def file_name(form: FilledForm) -> str:
    """Return the name a form goes by, as in `request.pl.a4.pdf`."""
    return f"{form.name}.{form.language}.{SHEET}.pdf"
