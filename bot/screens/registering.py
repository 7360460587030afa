"""One's own seat in a course: asked for, in line, kept, confirmed, over; what the provider sees of it; attendance."""

from datetime import date

from bot.screens.frame import card, choice
from bot.screens.screen import Ask, Button, Screen
from bot.screens.vacancy_lines import short
from bot.services.absences_left import Margin
from bot.services.attending import WHOLE_COURSE, Count, Risk
from bot.services.registering import Mine, State
from bot.store.registrations import WORKS
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines

LONGEST, LONGEST_LABEL = 80, 30
NONE = Raw("")
ENDED = {State.FINISHED, State.DROPPED}
ASKABLE_NUMBER = {State.ASKED, State.WAITING, State.OFFERED, State.CONFIRMED}


def seat(t: Texts, mine: Mine, zone: str, note: str = "") -> Screen:
    """Where one's seat stands, and what can be done about it."""
    text = lines(
        note,
        "\n" if note else "",
        t.say("seat.title", programme=_title(mine), provider=_short(mine.provider)),
        state(t, mine, zone),
        t.say("seat.off") if mine.is_off and mine.is_alive else NONE,
        _starts(t, mine),
        t.say("seat.said", words=mine.words) if mine.words else NONE,
        _count(t, mine.count) if mine.count and mine.state in {State.CONFIRMED, State.FINISHED} else NONE,
        t.say("seat.certificate") if mine.certificate else NONE,
        t.say(f"seat.works_{mine.works}") if mine.works else NONE,
        "\n",
        _seen(t, mine),
    )
    return card(t, text, *_choices(t, mine), protect=True)


def state(t: Texts, mine: Mine, zone: str) -> Raw:
    """Say in one line where it stands."""
    if mine.state is State.OFFERED and mine.until is not None:
        return t.say("seat.state.offered", until=figures.moment(mine.until, zone, t.language))
    return t.say(f"seat.state.{mine.state}", place=mine.place)


def _starts(t: Texts, mine: Mine) -> Raw:
    if mine.details.starts is None or mine.state in ENDED:
        return NONE
    return t.say("seat.starts", day=figures.day(mine.details.starts, t.language))


def _count(t: Texts, count: Count) -> Raw:
    """The own count, as the provider noted it, with the article; what is not certain is said as such."""
    whole = count.whole
    return lines(
        t.say("seat.count", present=whole.present, absent=whole.absent, total=whole.total),
        _left(t, whole),
        t.say("seat.rule", percent=whole.percent, article=count.article),
        NONE if count.sure else t.say("seat.days_unsure"),
    )


def _left(t: Texts, whole: Margin) -> Raw:
    if whole.is_lost:
        return t.say("seat.below", percent=whole.percent)
    return t.say("seat.left", n=whole.left, percent=whole.percent)


def _seen(t: Texts, mine: Mine) -> Raw:
    if not mine.is_alive:
        return NONE
    return t.say("seat.sees_number", phone=mine.phone) if mine.phone else t.say("seat.sees_name")


def _choices(t: Texts, mine: Mine) -> tuple[Button, ...]:
    offered = (choice(t, "seat.take", "seat.take", mine.id),) if mine.state is State.OFFERED else ()
    is_on = mine.state is State.CONFIRMED and not mine.is_off
    calendar = (choice(t, "seat.calendar", "calendar"),) if is_on else ()
    again = (choice(t, "seat.again", "seat.ask", mine.details.offer.id),) if _may_ask_again(mine) else ()
    number: tuple[Button, ...] = ()
    if mine.state in ASKABLE_NUMBER:
        key = "seat.number_back" if mine.phone else "seat.number"
        number = (choice(t, key, "seat.noshare" if mine.phone else "seat.share", mine.id),)
    leave = (choice(t, "seat.leave", "seat.leave", mine.id),) if mine.is_alive else ()
    back = choice(t, "course.mine", "course.mine")
    see = choice(t, "seat.course", "course.card", mine.details.offer.id)
    return (*offered, *_work(t, mine), *calendar, *again, *number, *leave, see, back)


def _may_ask_again(mine: Mine) -> bool:
    return mine.state is State.WITHDRAWN and mine.details.is_open and not mine.has_begun


def _work(t: Texts, mine: Mine) -> tuple[Button, ...]:
    if mine.state not in ENDED:
        return ()
    if mine.works == WORKS:
        return (choice(t, "seat.tell_found", "found"),)
    yes = choice(t, "seat.works", "seat.work", f"{mine.id}.yes")
    return (yes,) if mine.works else (yes, choice(t, "seat.searches", "seat.work", f"{mine.id}.no"))


def sure(t: Texts, mine: Mine) -> Screen:
    """Before a seat is given back."""
    key = "seat.sure_confirmed" if mine.state is State.CONFIRMED else "seat.sure"
    return card(
        t, t.say(key, programme=_title(mine)), choice(t, "seat.keep", "seat", mine.id),
        choice(t, "seat.left_yes", "seat.left", mine.id),
    )  # fmt: skip


def cannot(t: Texts) -> Screen:
    """A course that cannot be asked for here, or a seat that is nobody's any more."""
    return card(t, t.say("seat.cannot"), choice(t, "course.mine", "course.mine"), choice(t, "menu.course", "course"))


def share(t: Texts) -> Screen:
    """The keyboard that shares one's own number with the provider; Telegram itself asks once more."""
    return Screen(t.say("seat.share"), ask=Ask(contact=t.label("link.share"), cancel=t.label("seat.share_no")))


def shared(t: Texts, *, given: bool) -> Screen:
    """The number is kept for this provider, or it is not."""
    return Screen(t.say("seat.shared" if given else "seat.not_shared"), remove_ask=True)


def news(t: Texts, mine: Mine, zone: str) -> Screen:
    """The provider answered, a seat is free, or the time for it is over: told unasked."""
    return seat(t, mine, zone, t.say(f"seat.news.{mine.state}"))


def risk(t: Texts, mine: Mine, found: Risk) -> Screen:
    """Before attendance is lost: one more absence would bring it below."""
    margin = found.margin
    text = lines(
        t.say("seat.risk", programme=_title(mine), percent=margin.percent),
        _span(t, found),
        t.say("seat.risk_count", absent=margin.absent, total=margin.total),
        t.say("seat.rule", percent=margin.percent, article=found.article),
        t.say("seat.risk_open" if found.scope == WHOLE_COURSE or found.is_jkp else "seat.risk_month_open"),
        NONE if found.sure else t.say("seat.days_unsure"),
    )
    return card(t, text, choice(t, "seat.open", "seat", mine.id), protect=True)


def _span(t: Texts, found: Risk) -> Raw:
    if found.first is None or found.last is None:
        return t.say("seat.risk_course")
    return t.say("seat.risk_month", first=_day(t, found.first), last=_day(t, found.last))


def ask_work(t: Texts, mine: Mine) -> Screen:
    """A month after the end: did it lead to work? One tap."""
    return card(
        t,
        t.say("seat.ask_work", programme=_title(mine), provider=_short(mine.provider)),
        choice(t, "seat.works", "seat.work", f"{mine.id}.yes"),
        choice(t, "seat.searches", "seat.work", f"{mine.id}.no"),
    )


def brief(t: Texts, mine: Mine) -> Raw:
    """One line in a list: which course, and where the seat stands."""
    return t.say("seat.brief", programme=_title(mine), state=t.say(f"seat.short.{mine.state}", place=mine.place))


def label(t: Texts, mine: Mine) -> str:
    """The seat as a button in a list."""
    return t.label("seat.label", programme=_title(mine)[:LONGEST_LABEL])


def _title(mine: Mine) -> str:
    return _short(mine.details.offer.title)


def _day(t: Texts, day: date) -> str:
    return figures.short_day(day, t.language)


def _short(text: str) -> str:
    return short(text, LONGEST)
