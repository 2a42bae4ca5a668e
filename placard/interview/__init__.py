"""A venue file made from answers: asked at a terminal, given as flags, or taken from a table."""
