"""What has to stand together before a place can call its privacy whole: its pillars, and what they lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from placard.compose.tokenised import Withheld
from placard.findings import Finding, Severity
from placard.library.library import Library
from placard.read.venue import VenueFile
from placard.titles import titles


def lacking(file: VenueFile, library: Library, withheld: Iterable[Withheld]) -> Iterator[Finding]:
    """Tell which pillars of the kind of venue lean on a document that waits for an answer."""
    waiting = {each.id.partition(".")[0] for each in withheld}
    called = titles(library)
    for pillar, documents in library.types[file.venue.type].pillars.items():
        short = [called.get(name, {"en": name}) for name in documents if name in waiting]
        if short:
            spoken = dict.fromkeys(language for title in short for language in title)
            yield Finding(
                "profile.lacking",
                Severity.INFO,
                file.place(("type",)),
                {
                    "pillar": library.pillars.get(pillar, {"en": pillar}),
                    "documents": {
                        language: ", ".join(title.get(language, title["en"]) for title in short)
                        for language in spoken
                    },
                },
                venue=file.venue.id,
            )
