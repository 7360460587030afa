"""The provider's list: courses it answers for, who asks for a seat, one person's line, how it ended."""

from collections.abc import Sequence

from bot.screens.frame import card, choice
from bot.screens.screen import Attachment, Button, Screen
from bot.screens.vacancy_lines import short
from bot.services.registering import State
from bot.services.seating import Seats
from bot.services.staff.roster import Figures, Kept, Line, Roster
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines

LONGEST, LONGEST_LABEL, SHOWN = 80, 34, 4
ENDS = ("cert", "done", "drop")
REASONS = ("full", "requirements", "closed")
OPEN_ENDED = {State.CONFIRMED, State.FINISHED, State.DROPPED}


def home(t: Texts, kept: Sequence[Kept], page: int, *, admin: bool) -> Screen:
    """The courses an account answers for, a page at a time."""
    sums = (choice(t, "roster.sums", "roster.sums"),) if admin else ()
    if not kept:
        return card(t, t.say("roster.none_admin" if admin else "roster.none"), *sums)
    shown = kept[page * SHOWN : (page + 1) * SHOWN] or kept[:SHOWN]
    text = lines(t.say("roster.home"), *(_kept(t, one) for one in shown))
    rows = (Button(_cut(f"👥 {one.programme}", LONGEST_LABEL), "roster", one.id) for one in shown)
    more = (page + 1) * SHOWN < len(kept)
    following = (choice(t, "roster.more", "roster.home", page + 1),) if more else ()
    return card(t, text, *rows, *following, *sums)


def _kept(t: Texts, one: Kept) -> Raw:
    day = figures.short_day(one.starts, t.language) if one.starts else t.label("catalogue.any_day")
    return t.say("roster.course", programme=_cut(one.programme), day=day, n=one.asked, seats=_seats(t, one.seats))


def _seats(t: Texts, seats: Seats) -> Raw:
    if seats.total is None:
        return t.say("roster.seats_unknown", taken=seats.taken)
    return t.say("roster.seats", taken=seats.taken, total=seats.total)


def page(t: Texts, roster: Roster, note: str = "") -> Screen:
    """One page of who asked for a course."""
    counts = dict(roster.counts)
    text = lines(
        note,
        "\n" if note else "",
        t.say("roster.title", programme=_cut(roster.programme), seats=_seats(t, roster.seats)),
        t.say("roster.counts", asked=counts["asked"], waiting=counts["waiting"] + counts["offered"]),
        *(_line(t, one) for one in roster.lines),
        t.say("roster.nobody") if not roster.lines else "",
        t.say("roster.page", page=roster.page + 1, pages=roster.pages) if roster.pages > 1 else "",
        t.say("roster.traced") if roster.lines else "",
    )
    rows = (Button(_cut(f"👤 {_name(t, one.name)}", LONGEST_LABEL), "roster.who", one.id) for one in roster.lines)
    following = (roster.page + 1) % roster.pages
    more = (choice(t, "roster.more", "roster", f"{roster.course_id}.{following}"),) if roster.pages > 1 else ()
    return card(t, text, *rows, *more, choice(t, "roster.tools", "roster.tools", roster.course_id), protect=True)


def _line(t: Texts, one: Line) -> Raw:
    return t.say("roster.line", name=_name(t, one.name), state=t.say(f"roster.state.{one.state}"), code=one.code)


def tools(t: Texts, course_id: str, programme: str) -> Screen:
    """What else can be done with a course's list."""
    return card(
        t,
        t.say("roster.tools_title", programme=_cut(programme)),
        choice(t, "class.open", "class", course_id),
        choice(t, "class.send", "class.send", course_id),
        choice(t, "roster.file", "roster.file", course_id),
        choice(t, "menu.back", "roster", course_id),
    )


def person(t: Texts, one: Line, course_id: str, *, has_begun: bool, note: str = "") -> Screen:
    """One person, and what can be decided."""
    text = lines(
        t.say(f"roster.said.{note}") if note else "",
        t.say("roster.person", name=_name(t, one.name), code=one.code),
        t.say(f"roster.state.{one.state}"),
        t.say("roster.phone", phone=one.phone) if one.phone else t.say("roster.no_phone"),
        t.say("seat.certificate") if one.certificate else "",
        t.say("roster.words", words=one.words) if one.words else "",
    )
    back = choice(t, "roster.back", "roster", course_id)
    return card(t, text, *_decisions(t, one, has_begun=has_begun), back, protect=True)


def _decisions(t: Texts, one: Line, *, has_begun: bool) -> tuple[Button, ...]:
    confirm = choice(t, "roster.confirm", "roster.yes", one.id)
    wait = choice(t, "roster.waitlist", "roster.wait", one.id)
    decline = choice(t, "roster.decline", "roster.no", one.id)
    if one.state in OPEN_ENDED and has_begun:
        ends = tuple(choice(t, f"roster.end_{how}", "roster.end", f"{one.id}.{how}") for how in ENDS)
        return (*ends, choice(t, "roster.note", "roster.note", one.id))
    return {
        State.ASKED: (confirm, wait, decline),
        State.WAITING: (confirm, decline),
        State.OFFERED: (confirm, decline),
        State.CONFIRMED: (decline,),
        State.DECLINED: (confirm, wait),
    }.get(one.state, ())


def why(t: Texts, one: Line) -> Screen:
    """Which reason?"""
    rows = (choice(t, f"roster.reason.{reason}", "roster.why", f"{one.id}.{reason}") for reason in REASONS)
    other = choice(t, "roster.type", "roster.why", f"{one.id}.type")
    return card(
        t, t.say("roster.why", name=_name(t, one.name)), *rows, other,
        choice(t, "roster.back_person", "roster.who", one.id),
    )  # fmt: skip


def reason(t: Texts, name: str) -> str:
    """A ready reason in the words of the person who gets it."""
    return t.label(f"roster.reason.{name}")


def type_words(t: Texts, one: Line, *, is_reason: bool) -> Screen:
    """Wait for the reason, or for a note."""
    text = t.say("roster.type_reason" if is_reason else "roster.type_note", name=_name(t, one.name))
    return card(t, text, choice(t, "roster.back_person", "roster.who", one.id))


def not_yours(t: Texts) -> Screen:
    """Only whoever answers for a course sees its list."""
    return card(t, t.say("roster.not_yours"))


def file(t: Texts, course_id: str, name: str, content: bytes) -> Screen:
    """A workbook to take away."""
    made = card(t, t.say("roster.file_made"), choice(t, "roster.back", "roster", course_id), protect=True)
    return Screen(made.text, made.rows, attachment=Attachment(name, content), protect=True)


def asked(t: Texts, course_id: str, programme: str, asking: int) -> Screen:
    """Somebody asks for a seat: told to whoever answers for the course."""
    text = t.say("roster.asked", programme=_cut(programme), n=asking)
    return card(t, text, choice(t, "roster.open", "roster", course_id))


def ended(t: Texts, course_id: str, programme: str, waiting: int) -> Screen:
    """A course is over: told to whoever answers for it, who says how it ended for each."""
    text = t.say("roster.ended", programme=_cut(programme), n=waiting)
    return card(t, text, choice(t, "roster.open", "roster", course_id))


def sums(t: Texts, found: Figures) -> Screen:
    """What came of all seats."""
    text = lines(
        t.say("roster.sums_title"),
        t.say("roster.sum.asked", n=found.asked),
        t.say("roster.sum.confirmed", n=found.confirmed),
        t.say("roster.sum.finished", n=found.finished, certified=found.certified),
        t.say("roster.sum.working", n=found.working, silent=found.silent),
        t.say("roster.sum.source"),
    )
    return card(t, text, choice(t, "roster.mine", "roster.home", 0))


def _name(t: Texts, name: str) -> str:
    return _cut(name) or t.label("answering.no_name")


def _cut(text: str, longest: int = LONGEST) -> str:
    return short(text, longest)
