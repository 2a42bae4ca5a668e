"""What stands beside the prints of each venue: contact sheets and, for the signs, one file per paper size."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from markupsafe import escape

from placard.compose.venue import ComposedVenue
from placard.contact.bundles import bundle
from placard.contact.hung import Hung
from placard.contact.pictures import Album, Pictures, small
from placard.contact.sheets import ContactSheet, Print, Spot, grouped, page
from placard.made import Kind, Made
from placard.model import Unanswered
from placard.press.pool import Crew

SHOWN = 2
"""Pages shown of one print: the two sides of a card, a form and its second leaf."""

TITLES = {"print": "contact_sheet_print", "staff": "contact_sheet_staff"}
NOTES = {"print": "contact_sheet_print_note", "staff": "contact_sheet_staff_note"}
"""What the contact sheet of a folder is called, and what it says of itself: words of `content/labels`."""

HEADINGS: dict[Kind, str] = {
    "bundle": "all_in_one",
    "sheet": "sheets",
    "plan": "hanging_plan",
    "booklet": "booklets",
    "leaflet": "leaflets",
    "form": "forms",
    "text": "texts",
    "handbook": "handbook",
    "poster": "posters",
    "card": "cards",
    "quiz": "quiz",
    "key": "answer_key",
    "register": "training_register",
    "paper": "papers",
    "log": "logs",
    "letter": "letters",
}
"""Kinds of prints in the order they are shown, and the word of `content/labels` above them."""

OF_TEXTS: dict[Kind, Kind] = {"picture": "text"}
"""Kinds shown among others: a picture stands beside the text it goes with."""

HOW_TO_PRINT: dict[Kind, str] = {"leaflet": "print_leaflet"}
"""Kinds of prints a printer has to be told something for, and the word of `content/labels` that says what."""


def contact_sheets(
    venues: Sequence[ComposedVenue], made: Sequence[Made], staging: Path, crew: Crew
) -> list[Made]:
    """Make the contact sheets and the files that hold all sheets; return what was made."""
    album = Album(staging / "pictures")
    # First, while others look into what was printed: then they draw without waiting for the files of a house.
    houses = [_House.of(venue, made, staging) for venue in venues]
    papers = [[each for each in house.prints if each.file.suffix == ".pdf"] for house in houses]
    wanted = [[(each.file, _shown(each)) for each in several] for several in papers]
    more: list[Made] = []
    for house, _ in zip(houses, album.draw_in_turn(wanted, crew), strict=True):
        more += house.with_contact_sheets(staging, album)
    album.tidy()
    return more


@dataclass(frozen=True, slots=True)
class _House:
    """A venue, its prints, where they hang, and the files that hold all of them."""

    venue: ComposedVenue
    own: tuple[Made, ...]
    hung: Hung | None
    bundles: tuple[Made, ...]

    @classmethod
    def of(cls, venue: ComposedVenue, made: Sequence[Made], staging: Path) -> _House:
        own = tuple(each for each in made if each.venue == venue.venue_id and _is_shown(each))
        hung = Hung.of(venue, own)
        return cls(venue, own, hung, tuple(_bundles(venue, own, hung, staging)) if hung else ())

    @property
    def prints(self) -> tuple[Made, ...]:
        """Everything that is shown."""
        return (*self.bundles, *self.own)

    def with_contact_sheets(self, staging: Path, album: Album) -> Iterator[Made]:
        """Yield the files that hold all sheets, and a contact sheet for each folder."""
        yield from self.bundles
        for root in TITLES:
            papers = [each for each in self.prints if each.path.parts[0] == root]
            if papers:
                yield from _pages(self.venue, root, papers, self.hung, staging, album)


def _bundles(venue: ComposedVenue, own: Sequence[Made], hung: Hung, staging: Path) -> Iterator[Made]:
    files = {each.path.name: each for each in own}
    words = venue.composer.speaker(venue.plan.staff_languages[0]).labels.words
    name = venue.composer.said(venue.plan.staff_languages[0], "{{ venue.name | name }}").striptags()
    title = f"{name}: {words['all_in_one']}"
    for sheet, walk in hung.copies().items():
        wanted = [(files[name].file, copies) for name, copies in walk if copies]
        if not wanted:
            continue
        yield Made(
            path=PurePosixPath("print", venue.venue_id, f"all.{sheet}.pdf"),
            file=_kept(staging / "bundles", wanted, title),
            kind="bundle",
            venue=venue.venue_id,
            languages=venue.composer.context.venue.languages,
            sheet=sheet,
            pages=sum(copies for _, copies in wanted),
            reason="every sheet of this size in hanging order, as often as it hangs",
        )


def _kept(folder: Path, wanted: Sequence[tuple[Path, int]], title: str) -> Path:
    """Return the bundle of these files, made before where neither they nor their order have changed."""
    parts = [f"{hashlib.sha256(path.read_bytes()).hexdigest()} {copies}" for path, copies in wanted]
    parts.append(title)
    path = folder / f"{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()}.pdf"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".new")
        unfinished.write_bytes(bundle(wanted, title))
        unfinished.replace(path)
    return path


def _is_shown(made: Made) -> bool:
    return made.file.suffix == ".pdf" or made.kind in ("text", "picture")


def _pictures(made: Made, album: Album) -> Pictures:
    """Return pictures of what there is to see: pages of a paper, a picture itself, of a text nothing."""
    if made.file.suffix == ".pdf":
        return album.pages(made.file, _shown(made))
    return Pictures((small(made.file),) if made.kind == "picture" else (), 1)


def _shown(made: Made) -> int:
    """Return how many pages of a print are shown; of all sheets in one file, the first stands for them."""
    return 1 if made.kind == "bundle" else SHOWN


def _pages(
    venue: ComposedVenue, root: str, papers: Sequence[Made], hung: Hung | None, staging: Path, album: Album
) -> Iterator[Made]:
    languages = venue.plan.staff_languages
    names = {
        language: "index.html" if not n else f"index.{language}.html" for n, language in enumerate(languages)
    }
    pictures = {each.path: _pictures(each, album) for each in papers}
    for language, name in names.items():
        composer = venue.composer
        words = composer.speaker(language).labels.words
        own_first = sorted(
            papers, key=lambda each: each.languages != (language,) and len(each.languages) == 1
        )
        prints = [_print(venue, each, language, hung, pictures[each.path]) for each in own_first]
        sheet = ContactSheet(
            language=language,
            venue=composer.said(language, "{{ venue.name | name }}"),
            title=escape(words[TITLES[root]]),
            note=escape(words[NOTES[root]]),
            in_force=composer.in_force(language),
            status=escape(_status(venue, words["not_reviewed"], words["reviewed_by"])),
            sample=composer.context.venue.sample,
            groups=grouped(prints, {kind: escape(words[word]) for kind, word in HEADINGS.items()}),
            others=tuple(
                (composer.library.languages[other].own_name, file)
                for other, file in names.items()
                if other != language
            ),
            look=composer.look,
        )
        file = staging / "contact" / root / venue.venue_id / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page(sheet, words), "utf-8")
        yield Made(
            path=PurePosixPath(root, venue.venue_id, name),
            file=file,
            kind="contact",
            venue=venue.venue_id,
            languages=(language,),
            reason="every print of this folder at a glance",
        )


def _print(venue: ComposedVenue, made: Made, language: str, hung: Hung | None, pictures: Pictures) -> Print:
    rows = [row for row in hung.plans[language].rows if row.file_name == made.path.name] if hung else []
    tags = {code: each.tag for code, each in venue.composer.library.languages.items()}
    words = venue.composer.speaker(language).labels.words
    title = (
        rows[0].sign if rows else escape(made.title or words[HEADINGS[OF_TEXTS.get(made.kind, made.kind)]])
    )
    return Print(
        file_name=made.path.name,
        title=title,
        kind=OF_TEXTS.get(made.kind, made.kind),
        tags=tuple(tags[code] for code in made.languages),
        sheet=made.sheet,
        pages=pictures.pages,
        code=made.code,
        why=rows[0].why if rows else escape(words.get(HOW_TO_PRINT.get(made.kind, ""), "")),
        pictures=pictures.shown,
        spots=tuple(Spot(row.room, row.door, row.copies) for row in rows),
    )


def _status(venue: ComposedVenue, unread: str, read_by: str) -> str:
    reviewed = venue.composer.context.venue.reviewed
    if reviewed is None or isinstance(reviewed, Unanswered) or isinstance(reviewed.by, Unanswered):
        return unread
    return f"{read_by} {reviewed.by}"
