"""Facts as a sentence can use them: a closed list of facts, and whole phrases for each form."""
