"""What `content/` holds, typed: languages, labels, clauses, documents, signs, law packs."""
