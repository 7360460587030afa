"""Quiet hours, as the drain keeps them; the hours themselves are told in services.hours, where reminders are planned."""

from bot.services.hours import SLEEPS, WAKES, at, is_quiet, waking

__all__ = ["SLEEPS", "WAKES", "at", "is_quiet", "waking"]
