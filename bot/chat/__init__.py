"""Telegram in: one file per conversation, all of them listed in routes."""
