"""Files as a person typed them, turned into marked nodes; nothing here knows what a venue is."""
