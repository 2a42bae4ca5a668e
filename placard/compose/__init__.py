"""Words and facts put together: one tokenised fragment per clause and language, filled at the end."""
