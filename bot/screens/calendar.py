"""What is owed as a file for the reader's own calendar (RFC 5545): its words, neutral ones for discreet readers."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar

from bot.screens.frame import card, choice
from bot.screens.screen import Attachment, Screen
from bot.services.calendar import ONE_DAY, Entry, Kind, Owed
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines

DEED_TAKES = timedelta(minutes=30)
MOST_LISTED = 8
INDONESIAN = frozenset(figures.INDONESIAN_HOURS)


def saved(t: Texts, owed: Owed) -> Screen:
    """The file with a few words about it; a kind word when nothing is owed."""
    if not owed.entries:
        return card(t, t.say("calendar.nothing"), choice(t, "calendar.jkp", "jkp"), choice(t, "menu.back", "reminders"))
    listed = () if owed.discreet else tuple(_line(t, one) for one in owed.entries[:MOST_LISTED])
    more = len(owed.entries) - MOST_LISTED
    text = lines(
        t.say("calendar.title_discreet" if owed.discreet else "calendar.title"),
        *listed,
        t.say("reminders.more", n=more) if listed and more > 0 else "",
        t.say("status.window_portal_counts") if listed and _are_reckoned(owed) else "",
        "\n",
        t.say("calendar.how"),
        t.say("calendar.again"),
    )
    made = card(t, text, choice(t, "menu.back", "reminders"), protect=True)
    name = t.label("calendar.file_discreet" if owed.discreet else "calendar.file")
    return Screen(made.text, made.rows, attachment=Attachment(name, file(t, owed)), protect=True)


def _are_reckoned(owed: Owed) -> bool:
    """Whether a filing window is ours, by the text before 2025: then the portal's own day goes before it."""
    return any(one.kind is Kind.MONTH and not one.is_portal for one in owed.entries)


def _line(t: Texts, entry: Entry) -> Raw:
    return t.say("calendar.line", day=_day(t, entry.safe_day), what=_summary(t, entry, discreet=False))


def file(t: Texts, owed: Owed) -> bytes:
    """Write the calendar: lines folded, ended by CRLF, with the zone of every moment in it."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//KL//1.0//" + t.language.upper())
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in owed.entries:
        calendar.add_component(_days(t, owed, entry))
        if entry.deed is not None:
            calendar.add_component(_deed(t, owed, entry, entry.deed))
    if any(entry.deed for entry in owed.entries):
        first, last = owed.made.date(), max(entry.last for entry in owed.entries)
        calendar.add_missing_timezones(first.replace(year=first.year - 1), last + ONE_DAY)
    written: bytes = calendar.to_ical()
    return written


def _days(t: Texts, owed: Owed, entry: Entry) -> icalendar.Event:
    """The days of the law: dates without an hour, which stand still in every zone and keep no one busy."""
    event = _event(t, owed, entry, entry.uid)
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + ONE_DAY)  # the end is the day after
    event.add("transp", "TRANSPARENT")
    for moment in entry.alarms:
        event.add_component(_alarm(t, owed, entry, moment))
    return event


def _deed(t: Texts, owed: Owed, entry: Entry, moment: datetime) -> icalendar.Event:
    """The moment to act, in the reader's own zone; it rings as it begins, also where imported alarms are dropped."""
    event = _event(t, owed, entry, f"{entry.uid}-deed")
    begins = moment.astimezone(ZoneInfo(owed.zone))
    event.add("dtstart", begins)
    event.add("dtend", begins + DEED_TAKES)
    event.add_component(_alarm(t, owed, entry, timedelta()))
    return event


def _event(t: Texts, owed: Owed, entry: Entry, uid: str) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", uid)
    event.add("sequence", owed.sequence)
    event.add("dtstamp", owed.made)
    event.add("last-modified", owed.made)
    event.add("class", "PRIVATE")
    event.add("summary", _summary(t, entry, discreet=owed.discreet, deed=uid != entry.uid))
    if not owed.discreet:
        event.add("description", _description(t, owed, entry))
    return event


def _alarm(t: Texts, owed: Owed, entry: Entry, trigger: datetime | timedelta) -> icalendar.Alarm:
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _summary(t, entry, discreet=owed.discreet))
    at_a_moment = {"VALUE": "DATE-TIME"} if isinstance(trigger, datetime) else {}  # else it counts from the beginning
    alarm.add("trigger", trigger, parameters=at_a_moment)
    return alarm


def _summary(t: Texts, entry: Entry, *, discreet: bool, deed: bool = False) -> str:
    """Write plain words, without markup; discreet readers get the words of a discreet reminder."""
    if discreet:
        return t.label("calendar.neutral")
    if entry.kind is Kind.CALL:
        return t.label("calendar.call_at", employer=entry.employer) if entry.employer else t.label("calendar.call")
    if entry.kind is Kind.COURSE:
        return t.label("calendar.course", programme=entry.course)
    return t.label("calendar.deed" if deed else f"calendar.{entry.kind}", month=entry.month)


def _description(t: Texts, owed: Owed, entry: Entry) -> str:
    month = "calendar.month_portal" if entry.is_portal else "calendar.month_how"
    if entry.safe_day < owed.made.astimezone(ZoneInfo(owed.zone)).date():
        month = "calendar.month_late"
    parts = {
        Kind.CLAIM: ("calendar.claim_how" if entry.sure else "calendar.claim_safe",),
        Kind.MONTH: (month, "calendar.month_rule"),
        Kind.FORM: ("calendar.form_how", "calendar.month_rule"),
        Kind.CALL: ("calendar.call_how",),
        Kind.COURSE: ("calendar.course_how",),
    }[entry.kind]
    days = {"opens": _day(t, entry.first), "safe": _day(t, entry.safe_day), "closes": _day(t, entry.last)}
    said = [t.label(part, month=entry.month, where=entry.where, **days) for part in parts]
    if owed.zone not in INDONESIAN and entry.kind not in {Kind.CALL, Kind.COURSE}:
        said.append(t.label("calendar.ends", when=figures.moment(entry.ends, owed.zone, t.language)))
    return "\n".join([*said, t.label("calendar.made", day=_day(t, owed.made.astimezone(ZoneInfo(owed.zone)).date()))])


def _day(t: Texts, day: date) -> str:
    return figures.day(day, t.language)
