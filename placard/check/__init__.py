"""What is wrong with a venue, and what nobody has answered yet: rules, references, waivers."""
