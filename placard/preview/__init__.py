"""A document as its reader will have it, with the file of each paragraph beside it."""
