"""What the words of a document need to know, found without writing them: enough to tell what is withheld."""
