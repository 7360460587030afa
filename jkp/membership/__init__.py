"""Facts about one person from two institutions."""
