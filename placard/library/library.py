"""The library: everything `content/` holds, read once and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from placard.library.law import Pack
from placard.library.texts import Clause, Document, Mail, Preset, Quiz, Sign
from placard.library.vocabulary import Labels, Language, RoomKind, VenueType


@dataclass(frozen=True, slots=True)
class Library:
    """Words, vocabularies, venue types and law packs, by id."""

    languages: Mapping[str, Language]
    labels: Mapping[str, Labels]
    rooms: Mapping[str, RoomKind]
    types: Mapping[str, VenueType]
    activities: Mapping[str, Preset]
    clauses: Mapping[str, Clause]
    documents: Mapping[str, Document]
    signs: Mapping[str, Sign]
    quizzes: Mapping[str, Quiz]
    mails: Mapping[str, Mail]
    packs: Mapping[str, Pack]

    def vocabularies(self) -> Mapping[str, frozenset[str]]:
        """Return the codes each vocabulary knows, in any language that has labels for it."""
        known: dict[str, set[str]] = {
            "rooms": set(self.rooms),
            "activities": set(self.activities),
            "venue_types": set(self.types),
            "law_packs": set(self.packs),
        }
        for labels in self.labels.values():
            for vocabulary, codes in labels.codes.items():
                known.setdefault(vocabulary, set()).update(codes)
        return {vocabulary: frozenset(codes) for vocabulary, codes in known.items()}
