"""Which documents a venue gets, in which languages, for which rooms, and why."""
