"""What is looked for in everything that is made: known before the first file is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from placard.compose.venue import ComposedVenue
from placard.prove.key_facts import key_facts_of
from placard.prove.looking import Look
from placard.prove.one_value import KeyFact
from placard.prove.secrets import secrets_of


@dataclass(frozen=True, slots=True)
class Sought:
    """What must not stand in any file guests can open, and the facts that have one value in all of them."""

    look: Look
    facts: tuple[KeyFact, ...]

    @classmethod
    def of(cls, venues: Sequence[ComposedVenue], shelf: Path) -> Sought:
        """Return what is sought for some venues; `shelf` is the folder of PDFs that were read."""
        return cls(
            Look(shelf, tuple(secrets_of(venues))), tuple(f for venue in venues for f in _facts(venue))
        )


def _facts(venue: ComposedVenue) -> tuple[KeyFact, ...]:
    languages = (*venue.plan.staff_languages, *venue.composer.context.venue.languages)
    return tuple(key_facts_of(venue, tuple(dict.fromkeys(languages))))
