"""Every value of a venue, who put it there, and on which line: what `explain` tells."""
