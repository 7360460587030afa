"""Quiet hours as the drain keeps them; services.hours says which they are, because reminders are planned there."""

from bot.services.hours import SLEEPS, WAKES, at, is_quiet, waking

__all__ = ["SLEEPS", "WAKES", "at", "is_quiet", "waking"]
