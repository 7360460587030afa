"""Telegram out: the only place that sends."""
