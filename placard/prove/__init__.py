"""What was made is opened again and read, as a stranger would, before anything is published."""
