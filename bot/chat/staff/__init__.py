"""Conversations of counselors and admins."""
