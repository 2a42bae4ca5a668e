"""For the head office of a chain: where branches differ, and a zip for each of them."""
