"""The library: everything `content/` holds, read once and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from placard.library.forms import Form
from placard.library.grounds import Preset
from placard.library.law import Pack
from placard.library.ledger import Ledger
from placard.library.ownsigns import OwnSigns
from placard.library.promises import Promises
from placard.library.records import RecordWords
from placard.library.texts import Clause, Document, KeyWords, Local, Mail, Sign
from placard.library.training import Card, Chapter, Question, Quiz, Situation
from placard.library.vocabulary import Examples, Labels, Language, RoomKind, VenueType
from placard.model.remembered import of_the_last


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
    own_signs: OwnSigns
    forms: Mapping[str, Form]
    situations: Mapping[str, Situation]
    chapters: Mapping[str, Chapter]
    cards: Mapping[str, Card]
    questions: Mapping[str, Question]
    quizzes: Mapping[str, Quiz]
    mails: Mapping[str, Mail]
    key_facts: Mapping[str, KeyWords]
    promises: Promises
    ledger: Ledger
    addresses: Mapping[str, str]
    levels: Mapping[str, Local]
    pillars: Mapping[str, Local]
    ignorance: Mapping[str, tuple[str, ...]]
    """What people say for `none` and `unanswered`, in any language."""
    examples: Examples
    packs: Mapping[str, Pack]
    records: Mapping[str, RecordWords]

    def handbook_headings(self, venue_type: VenueType) -> Mapping[str, Local]:
        """Return what the handbook of a type may say: the id of each section and situation, its heading."""
        staff = (self.documents[name] for name in venue_type.staff if name in self.documents)
        books = [document for document in staff if document.kind != "poster"]
        sections = [section for book in books for section in book.sections]
        chapters = [self.chapters[name] for name in venue_type.chapters if name in self.chapters]
        sections += [section for chapter in chapters for section in chapter.sections]
        situations = [self.situations[name] for name in venue_type.situations if name in self.situations]
        return {section.id: section.heading for section in sections if section.heading} | {
            situation.id: situation.title for situation in situations
        }

    def notices(self) -> frozenset[str]:
        """Return the signs that announce filming: those that hang at the ways in."""
        return frozenset(sign.id for sign in self.signs.values() if sign.hangs.way == "ways_in")

    @of_the_last
    def vocabularies(self) -> Mapping[str, frozenset[str]]:
        """Return the codes each vocabulary knows: from its own file, else from the labels of any language."""
        known: dict[str, set[str]] = {}
        for labels in self.labels.values():
            for vocabulary, codes in labels.codes.items():
                known.setdefault(vocabulary, set()).update(codes)
        return {vocabulary: frozenset(codes) for vocabulary, codes in known.items()} | {
            "rooms": frozenset(self.rooms),
            "activities": frozenset(self.activities),
            "venue_types": frozenset(self.types),
            "law_packs": frozenset(self.packs),
            "signs": frozenset(self.signs),
            "own_pictograms": frozenset(self.own_signs.pictograms),
        }
