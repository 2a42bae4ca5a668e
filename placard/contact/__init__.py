"""What is printed, at a glance: contact sheets that open from disk, and all sheets of a size in one file."""
