"""Every sentence about the law that is printed anywhere, with what it rests on and how that was seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from placard.check.sourced import Cited, cited_in, tells_of_law
from placard.compose.standing import Stands, standing
from placard.library.law import HOUSE, Citation, Law, Pack
from placard.library.wording import Wording
from placard.phrases.values import FactKind
from placard.read.messages import in_language
from placard.records.shapes import Row
from placard.records.telling import Teller


def sentence_rows(tell: Teller) -> Iterator[Row]:
    """Yield a row for each text and language; a text that stands in several documents names them all."""
    law, packs = tell.context.law, tell.composed.composer.library.packs
    stands: dict[tuple[str, str, str], list[Stands]] = {}
    for each in standing(tell.composed, tells_of_law):
        stands.setdefault((each.rests.id, each.language, each.words()), []).append(each)
    for (name, language, words), found in stands.items():
        first = found[0]
        own = {
            "says": words,
            "id": name,
            "stands": tell.several([each.document for each in found]),
            "language": language,
            "line": str(first.place),
        }
        cited = cited_in(first.rests.source, law, packs)
        ends = tuple(_cited(tell, law, each) for each in cited) or (_own_words(tell),)
        yield Row(own, ends)


def _cited(tell: Teller, law: Law, cited: Cited) -> Mapping[str, str]:
    citation = cited.citation
    wording = law.wording
    return {
        "law": cited.pack.id,
        "source": _called(tell, law, citation.law),
        "place": _called(tell, law, citation.at),
        "seen": _seen(wording, citation, tell.language),
        "reviewer": _reviewed(tell, cited.pack),
    }


def _seen(wording: Wording | None, citation: Citation, language: str) -> str:
    told = in_language(wording.seen[citation.seen], language) if wording else None
    return told or citation.seen


def _own_words(tell: Teller) -> Mapping[str, str]:
    """What rests on another law is our own word under this one."""
    nobody = tell.word("nobody")
    return {"law": HOUSE, "source": tell.word("own"), "place": "", "seen": "", "reviewer": nobody}


def _called(tell: Teller, law: Law, name: str) -> str:
    return law.called(name).get(tell.language, name)


def _reviewed(tell: Teller, pack: Pack) -> str:
    """Say who signed the review sheet, and when; a sheet nobody has signed was read by nobody."""
    if pack.signed is None:
        return tell.word("signed" if pack.status == "reviewed" else "nobody")
    day = [tell.value(pack.signed.day, FactKind.DATE, "date")] if pack.signed.day else []
    return ", ".join([pack.signed.by, *day])
