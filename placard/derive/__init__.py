"""Facts that follow from the typed ones; packs use them and none can be defined in a pack."""
