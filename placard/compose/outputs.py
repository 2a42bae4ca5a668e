"""What compose hands on: finished words for press and staff, tokenised pages for the site.

Every `Markup` here is filled and escaped; press and staff place it, and never look inside.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from placard.brand.look import PLAIN, Look
from placard.findings import Place


@dataclass(frozen=True, slots=True)
class LabelledFact:
    """`Label: value`, the form signs prefer."""

    label: Markup
    value: Markup


@dataclass(frozen=True, slots=True)
class SignBlock:
    """What a sign says in one language; `script` and `tie` are those of `content/languages.yml`."""

    language: str
    tag: str
    script: str
    tie: str
    headline: Markup
    key: Markup | None
    facts: tuple[LabelledFact, ...]
    body: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Footer:
    """The small line of a sheet; `code` is the hash of what a reader reads."""

    sign: str
    venue: Markup
    code: str
    in_force: Markup
    status: Markup
    sample: bool


@dataclass(frozen=True, slots=True)
class SheetWords:
    """Everything that stands on one sheet, in every language it has, in the venue's order.

    `read_from` is in metres; `stem` is the file name without the paper size. `qr` is the address
    the code opens, `address` the same in words; both are `None` where the venue has no website,
    and then `desk` says where the full notice is. Where phones are put away there is no code, and a
    sign that says all there is to say has none of the three. `look` is no word: no code knows of it.
    `place` is where the words of an owner's own sign stand.
    """

    stem: str
    sign: str
    title: str
    sign_class: Literal["information", "prohibition", "service"]
    pictogram: str
    pictogram_alt: str
    read_from: float
    smallest: str
    labels_lead: bool
    blocks: tuple[SignBlock, ...]
    qr: str | None
    address: Markup | None
    desk: tuple[Markup, ...]
    footer: Footer
    look: Look = PLAIN
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause, or a table, as finished HTML, with the source it came from."""

    source: str
    html: Markup


@dataclass(frozen=True, slots=True)
class FilledSection:
    """A section of a finished document; `id` is its anchor in every language."""

    id: str
    heading: Markup | None
    frame: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class FilledDocument:
    """A finished document in one language (a page of the site, a handbook)."""

    id: str
    language: str
    title: Markup
    description: Markup
    sections: tuple[FilledSection, ...]
