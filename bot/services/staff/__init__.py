"""Use cases of counselors and admins."""
