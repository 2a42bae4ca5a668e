"""Letters as text say what their PDF says, and texts to paste what was composed; nothing is left unfilled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from placard.compose.blanks import FilledForm, Told
from placard.compose.venue import ComposedVenue
from placard.findings import Finding
from placard.made import Made
from placard.press.letters import mailed
from placard.prove.outputs import Origin, fault
from placard.prove.pages import PRIVATE
from placard.prove.pdf import squeezed

_BETWEEN = re.compile(r"[\s_:：☐]+")
"""What parts a label from its gap, and the gap itself."""


def prove_letters(made: Sequence[Made], venues: Sequence[ComposedVenue]) -> Iterator[Finding]:
    """Compare every letter in plain text with the words that were composed for it."""
    letters = {
        (venue.venue_id, f"{form.name}.{form.language}.txt"): form
        for venue in venues
        for form in venue.staff_forms
    }
    texts = {(v.venue_id, f"{text.name}.{text.language}"): text for v in venues for text in v.texts}
    for each in made:
        if each.kind == "letter" and each.file.suffix == ".txt":
            yield from _compared(each, letters[each.venue, each.path.name])
        if each.kind == "text":
            yield from _said(each, texts[each.venue, each.path.name.removesuffix(each.file.suffix)])


def _compared(made: Made, letter: FilledForm) -> Iterator[Finding]:
    shown, origin = made.path.as_posix(), Origin(made.venue)
    text = made.file.read_text("utf-8-sig")
    if left := PRIVATE.search(text):
        yield fault("prove.unfilled", shown, origin, text.count("\n", 0, left.start()) + 1, found=left[0])
    there = _bare(text)
    phrases = [str(words.striptags()) for words in mailed(letter).words() if words]
    for phrase in phrases:
        if _bare(phrase) not in there:
            yield fault("prove.lost_words", shown, origin, 0, phrase=phrase)
    if len(there) != sum(len(_bare(phrase)) for phrase in phrases):
        yield fault("prove.letter_other", shown, origin)


def _said(made: Made, text: FilledForm) -> Iterator[Finding]:
    """Compare a text to paste, or a piece of a web page, with its words; lengths and a code are there too."""
    shown, origin = made.path.as_posix(), Origin(made.venue)
    raw = made.file.read_text("utf-8-sig")
    if left := PRIVATE.search(raw):
        yield fault("prove.unfilled", shown, origin, raw.count("\n", 0, left.start()) + 1, found=left[0])
    there = _bare(str(Markup(raw).striptags()) if made.file.suffix == ".html" else raw)
    told = [part for section in text.sections for part in section.parts if isinstance(part, Told)]
    for words in (each.words for each in told):
        if _bare(str(words.striptags())) not in there:
            yield fault("prove.lost_words", shown, origin, 0, phrase=str(words.striptags()))


def _bare(text: str) -> str:
    return _BETWEEN.sub("", squeezed(text))
