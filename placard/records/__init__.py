"""What a place keeps for itself: sources of our sentences, cameras, periods, recipients; a review to sign."""
