"""Reminders as a person sees them: the list, the pauses, and the reminder itself."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.screens.discreet import cover
from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.firing import Firing
from bot.services.reminders import LENGTHS, Overview, Planned
from bot.store.reminders import FOREVER
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines

MOST_LISTED = 8
MOST_TOPICS = 5
LEADS_TO = {
    "claim_deadline": "jkp", "month_duties": "jkp", "search_short": "jkp", "month_closes": "jkp",
    "status_form": "jkp", "contract_end": "rights", "coverage_lapse": "rights", "asked": "job",
    "course_start": "course",
}  # fmt: skip


def overview(t: Texts, seen: Overview, note: str = "") -> Screen:
    """List what will be reminded of, and what is paused."""
    if seen.stopped:
        return card(t, t.say("reminders.stopped"), choice(t, "stop.resume", "resume"))
    text = lines(note, "\n" if note else "", t.say("reminders.title"), *_planned(t, seen), *_paused(t, seen))
    rows = [choice(t, "reminders.pause", "reminders", "p")] if seen.planned else []
    if seen.paused:
        rows.insert(0, choice(t, "reminders.resume", "reminders", "r"))
    rows.append(choice(t, "calendar.open", "calendar"))
    return card(t, text, *rows, choice(t, "reminders.hour", "settings", "hour", hour=hour(t, seen.hour, seen.zone)))


def hour(t: Texts, number: int, zone: str) -> str:
    """Write an hour with its zone."""
    return t.label("reminders.clock", hour=f"{number:02}", zone=figures.zone_label(zone))


def _planned(t: Texts, seen: Overview) -> tuple[Raw, ...]:
    if not seen.planned:
        return (t.say("reminders.none"),)
    listed = tuple(_line(t, one, seen.zone) for one in seen.planned[:MOST_LISTED])
    more = len(seen.planned) - len(listed)
    return (*listed, t.say("reminders.more", n=more)) if more else listed


def _line(t: Texts, one: Planned, zone: str) -> Raw:
    when = figures.moment(one.at, zone, t.language)
    if one.deadline is None:
        return t.say("reminders.line", when=when, what=topic(t, one.topic))
    return t.say(
        "reminders.line_deadline", when=when, what=topic(t, one.topic), day=figures.day(one.deadline, t.language)
    )


def _paused(t: Texts, seen: Overview) -> tuple[Raw, ...]:
    return tuple(
        t.say("reminders.paused", what=topic(t, one), until=until(t, end, seen.zone)) for one, end in seen.paused
    )


def topic(t: Texts, name: str) -> Raw:
    """Name what a reminder is about."""
    key = f"reminders.topic.{name}"
    return t.say(key if t.has(key) else "reminders.topic.other")


def until(t: Texts, end: datetime, zone: str) -> Raw:
    """Say when a pause ends."""
    if end >= FOREVER:
        return t.say("reminders.until_opened")
    return t.say("reminders.until", day=figures.day(end.astimezone(ZoneInfo(zone)).date(), t.language))


def which(t: Texts, topics: tuple[str, ...]) -> Screen:
    """Ask what to pause."""
    rows = (Button(t.label(_topic_key(t, one)), "reminders", f"p.{one}") for one in topics[:MOST_TOPICS])
    return card(t, t.say("reminders.which"), *rows, choice(t, "menu.back", "reminders"))


def _topic_key(t: Texts, name: str) -> str:
    key = f"reminders.topic.{name}"
    return key if t.has(key) else "reminders.topic.other"


def how_long(t: Texts, name: str) -> Screen:
    """Ask for how long."""
    rows = (choice(t, f"reminders.length.{length}", "reminders", f"p.{name}.{length}") for length in LENGTHS)
    return card(t, t.say("reminders.how_long", what=topic(t, name)), *rows, choice(t, "menu.back", "reminders", "p"))


def due(t: Texts, firing: Firing) -> Screen:
    """The reminder itself: one thing, and the button that settles it."""
    key = f"reminders.due.{firing.topic}"
    text = t.say(key if t.has(key) else "reminders.due.other", **dict(firing.values))
    action = firing.action or LEADS_TO.get(firing.topic, "menu")
    label = f"reminders.do.{action}"
    return card(
        t,
        lines(text, _deadline(t, firing)),
        choice(t, label if t.has(label) else "reminders.do.other", action, firing.argument),
        choice(t, "reminders.pause_this", "reminders", f"p.{firing.topic}"),
        choice(t, "reminders.mine", "reminders"),
    )


def _deadline(t: Texts, firing: Firing) -> Raw:
    if firing.deadline is None or firing.days_left is None:
        return Raw("")
    day = figures.day(firing.deadline, t.language)
    if firing.days_left == 0:
        when = t.say("reminders.deadline_today", day=day)
    else:
        when = t.say("reminders.deadline", day=day, n=firing.days_left)
    return lines(when, t.say("status.window_portal_counts") if firing.is_own_reckoning else "")


def discreet(t: Texts, firing: Firing) -> Screen:
    """A reminder that says nothing until it is opened, for readers whose telephone is looked at."""
    return cover(t, "reminders", f"o.{firing.reminder_id}")


def over(t: Texts) -> Screen:
    """An opened reminder that is no longer needed."""
    return card(t, t.say("reminders.over"), choice(t, "reminders.mine", "reminders"))
