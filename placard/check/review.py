"""The review sheet of a law pack, made from its rules; `python -m placard.check.review` writes them anew."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from placard.check.sentences import sentence
from placard.check.untold import lacking_in
from placard.check.watched import Item, items_of
from placard.library.homes import Homes
from placard.library.law import Citation, Law, Pack
from placard.library.texts import Local
from placard.read.homes import read_homes
from placard.read.law import FOLDER, chain, read_packs
from placard.read.layers import Layers

_WATCHED = ("entry", "sources", "signature")
_BEFORE = {"release": "before release", "print": "before printing", "selling_online": "before selling online"}
TEMPLATE = f"{FOLDER}/review-sheet.md"
SHEET = "REVIEW.md"


def review_sheet(pack: Pack, law: Law, homes: Homes, template: str) -> str:
    """Return what a lawyer signs: each rule as a sentence, how its sources were seen, what is left out."""
    environment = Environment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # it is Markdown, never HTML
    )
    return environment.from_string(template).render(
        pack=pack,
        title=_told(pack, pack.name) or pack.id,
        in_its_language=lambda words: _told(pack, words),
        sentence_of=lambda rule: sentence(rule, law),
        cited=lambda names: _cited(names, law),
        lacking=lambda language: lacking_in(pack, language),
        homes=homes,
        watched=[item for item in items_of(pack, law, date.max) if item.kind in _WATCHED],
        when=_when,
        english=lambda words: words.get("en") or _told(pack, words),
        at_home=lambda citation: _at_home(pack, law, citation),
        kept_by=lambda rule: homes.kept_by(rule.id),
        elsewhere=homes.not_kept_by([rule.id for rule in pack.rules]),
    )


def write_sheets(folders: Sequence[Path]) -> list[Path]:
    """Write the review sheet of every pack beside it, in the last of the folders of content that has it."""
    layers = Layers(folders, [])
    packs = read_packs(layers)
    template = _last(folders, TEMPLATE).joinpath(TEMPLATE).read_text(encoding="utf-8")
    written = []
    for pack in packs.values():
        path = _last(folders, f"{FOLDER}/{pack.id}/pack.yml") / FOLDER / pack.id / SHEET
        made = review_sheet(pack, chain(packs, pack.id), read_homes(layers, pack.id), template)
        path.write_text(made, encoding="utf-8")
        written.append(path)
    return written


def _last(folders: Sequence[Path], relative: str) -> Path:
    return next(folder for folder in reversed(folders) if (folder / relative).is_file())


def _when(item: Item) -> str:
    """Name the day of an item, or what it is done before; the sheet says nothing of today."""
    if item.day is None:
        return _BEFORE.get(item.before or "", "no day set")
    return f"{'by' if item.entry and item.entry.latest else 'on'} {item.day.isoformat()}"


def _told(pack: Pack, words: Local) -> str:
    """Return words in a language the pack's own people read, else in the first they have."""
    return next((words[each] for each in (*pack.languages, *words) if each in words), "")


def _at_home(pack: Pack, law: Law, citation: Citation) -> str:
    """Return a citation as the pack's own people write it; nothing where that is how it stands anyway."""
    for language in pack.languages:
        told = [law.called(name).get(language, name) for name in (citation.law, citation.at)]
        if told != [citation.law, citation.at]:
            return ", ".join(told)
    return ""


def _cited(names: Iterable[str], law: Law) -> list[Citation]:
    return [citation for name in names if (citation := law.citation(name))]


if __name__ == "__main__":
    for sheet in write_sheets([Path(folder) for folder in sys.argv[1:] or ["content"]]):
        print(sheet)
