"""What a venue is: typed facts, each of which may honestly be unknown."""

from placard.model.ignorance import UNANSWERED, Unanswered
from placard.model.venue import Venue

__all__ = ["UNANSWERED", "Unanswered", "Venue"]
