"""The look of a business: its logo, its one colour, and what each may be used for."""
