"""Courses: what it teaches, where, when, for how much, how to get in; and what JKP adds, said with its source."""

from collections.abc import Sequence

from bot.screens import course_lines
from bot.screens import registering as seats
from bot.screens import vacancy_lines as say
from bot.screens.frame import MOST_CHOICES, choice
from bot.screens.frame import card as framed
from bot.screens.screen import Button, Screen, html
from bot.services.clash import Clash
from bot.services.courses import Card, End, TrainingRight
from bot.services.registering import Mine, State
from bot.store import cards
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from labour_market.search import VacancyDetails
from matching.profile import Kind
from training_catalog.search import CourseDetails
from training_catalog.vocabulary import TRAINING

MINUTES_A_JP = 45
SHOWN = 5
LONGEST_LABEL = 40
NONE = Raw("")
MANY = 50  # vacancies; beyond it a number helps nobody to choose


def course(t: Texts, card: Card, right: TrainingRight, note: str = "") -> Screen:
    """The card."""
    details = card.details
    text = lines(
        note,
        "\n" if note else "",
        say.head(t, details.offer, card.ranked.distance_km if card.ranked else None),
        course_lines.what_it_is(t, details),
        _when(t, card),
        course_lines.how(t, details),
        t.say("course.money", what=say.joined(_cost(t, details), _seats(t, details), _certificate(details))),
        say.suits(t, card.ranked) if card.ranked else NONE,
        say.conditions(t, details.offer),
        _contact(t, details),
        t.say("course.source", source=details.source),
        t.say("course.closed") if not details.is_open else NONE,
        _opens(t, len(card.opens)),
        _clash(t, card.clash) if card.clash else NONE,
        "\n",
        _right(t, right) if details.form in TRAINING else NONE,
        _seat(t, card),
    )
    return framed(t, text, *_choices(t, card), shows=cards.name(Kind.COURSE, card.id))


def _opens(t: Texts, count: int) -> Raw:
    """Say how many vacancies the course opens; of very many only that they are many: nobody believes or reads 1,272."""
    if not count:
        return NONE
    return t.say("course.opens", n=count) if count <= MANY else t.say("course.opens_many", n=MANY)


def _seat(t: Texts, card: Card) -> Raw:
    """Say where the own seat stands; before one asks, what the provider will see."""
    if card.seat is not None and card.seat.state is not State.WITHDRAWN:
        return lines("\n", seats.brief(t, card.seat))
    return lines("\n", t.say("seat.consent")) if card.can_ask else NONE


def _when(t: Texts, card: Card) -> Raw:
    details = card.details
    if details.starts is None:
        start = t.say("course.start_unknown")
    else:
        start = t.say(
            "course.starts", day=figures.day(details.starts, t.language), n=max((details.starts - card.day).days, 0)
        )
    until = details.offer.closes
    register = NONE
    if until is not None and until != details.starts:
        register = t.say("course.register", day=figures.short_day(until, t.language))
    return t.say("course.when", what=say.joined(start, register, _length(t, details)))


def _length(t: Texts, details: CourseDetails) -> Raw:
    units = details.offer.duration_hours
    if not units:
        return NONE
    return t.say("course.length", jp=units, hours=figures.number(round(units * MINUTES_A_JP / 60), t.language))


def _cost(t: Texts, details: CourseDetails) -> Raw:
    if details.cost is None:
        return t.say("course.cost_unknown")
    return (
        t.say("course.cost", amount=figures.rupiah(details.cost, t.language)) if details.cost else t.say("course.free")
    )


def _seats(t: Texts, details: CourseDetails) -> Raw:
    return NONE if details.seats is None else t.say("course.seats", n=details.seats)


def _certificate(details: CourseDetails) -> Raw:
    return Raw(html(say.short(details.certificate, LONGEST_LABEL)))


def _contact(t: Texts, details: CourseDetails) -> Raw:
    if details.how_to_apply:
        return t.say("course.contact", how=say.short(details.how_to_apply, say.LONGEST_HOW))
    return t.say("course.contact_page" if details.url else "course.contact_unknown")


def _clash(t: Texts, clash: Clash) -> Raw:
    """A month is shown by attendance or by a search; the last one by the search; too little attendance is open."""
    values = {"attendance": clash.attendance, "applications": clash.applications, "calls": clash.calls}
    months = ", ".join(str(one) for one in clash.months)
    only_last = clash.months == clash.months[-1:] and clash.has_last_month
    return lines(
        "\n",
        t.say("course.clash", months=months),
        t.say("course.clash_full") if clash.full_day else NONE,
        NONE if only_last else t.say("course.clash_attend", article=clash.article, **values),
        t.say("course.clash_last", applications=clash.applications, calls=clash.calls)
        if clash.has_last_month
        else NONE,
        t.say("course.clash_ask"),
    )


def _right(t: Texts, right: TrainingRight) -> Raw:
    return t.say(
        "course.right",
        cap=figures.rupiah(right.cap, t.language),
        article=right.cap_article,
        attendance=right.attendance,
        rule=right.attendance_article,
    )


def _choices(t: Texts, card: Card) -> tuple[Button, ...]:
    more = (choice(t, "course.see", "course.open", card.id),) if card.opens else ()
    page = (Button(t.label("course.page"), url=card.details.url),) if card.details.url else ()
    following = choice(t, "course.next", "course.next", card.id)
    other = choice(t, "course.other", "course.ask")
    seat = _seat_choice(t, card)
    if card.interested:
        mine = (choice(t, "course.mine", "course.mine"), choice(t, "course.drop", "course.drop", card.id))
        return (*seat, *more, *page, following, *mine, other)[:MOST_CHOICES]
    if not card.details.is_open:
        return (*seat, following, other)
    want, listed = choice(t, "course.want", "course.want", card.id), choice(t, "course.mine", "course.mine")
    return (*seat, want, *more, *page, following, other, listed)[:MOST_CHOICES]


def _seat_choice(t: Texts, card: Card) -> tuple[Button, ...]:
    if card.seat is not None and card.seat.state is not State.WITHDRAWN:
        return (choice(t, "seat.mine", "seat", card.seat.id),)
    return (choice(t, "seat.ask", "seat.ask", card.id),) if card.can_ask else ()


def opened(t: Texts, card: Card, found: Sequence[VacancyDetails]) -> Screen:
    """The vacancies that fit after the course only."""
    back = choice(t, "job.back", "course.card", card.id)
    if not found:
        return framed(t, t.say("course.opens_none"), back)
    listed = [t.say("job.listed", what=say.brief(t, one.offer)) for one in found]
    more = t.say("today.more", n=len(card.opens) - len(found)) if len(card.opens) > len(found) else ""
    rows = [Button(say.short(one.offer.title, LONGEST_LABEL), "job.card", one.offer.id) for one in found[:SHOWN]]
    title = t.say("course.opens_title", title=say.short(card.details.offer.title, say.LONGEST_TITLE))
    return framed(t, lines(title, *listed, more), *rows, back)


def type_wish(t: Texts, *, again: bool = False) -> Screen:
    """Wait for a typed wish."""
    return framed(t, lines(t.say("job.work_unread") if again else "", t.say("course.write_wish")))


def ask(t: Texts, groups: Sequence[str]) -> Screen:
    """Which field: everyday groups or typed."""
    rows = (choice(t, f"job.group.{group}", "course.work", group) for group in groups)
    return framed(t, t.say("course.ask"), *rows, choice(t, "job.type_work", "course.work", "type"))


def end(t: Texts, found: End) -> Screen:
    """Nothing more fits: said as it is, with what there is in the whole country."""
    wish = found.wish or t.label("course.any")
    none = t.say("course.none_left" if found.shown else "course.none", wish=wish)
    national = t.say("course.national", n=found.open) if found.open else t.say("course.national_none")
    every: tuple[Button, ...] = ()
    if found.open and not found.wider:
        every = (choice(t, "course.all", "course.all", n=found.open),)
    return framed(
        t,
        lines(none, national, t.say("course.ask_office")),
        *every,
        choice(t, "course.other", "course.ask"),
        choice(t, "course.mine", "course.mine"),
        *((choice(t, "course.others", "course.apart", n=found.others),) if found.others else ()),
        choice(t, "menu.job", "job"),
    )


def others(t: Texts, found: Sequence[CourseDetails]) -> Screen:
    """Degrees and counselling days: what they are, until when one registers, what is asked for."""
    if not found:
        return framed(t, t.say("course.others_none"), choice(t, "menu.course", "course"))
    listed = [t.say("job.listed", what=_other(t, one)) for one in found[:SHOWN]]
    rows = [Button(say.short(one.offer.title, LONGEST_LABEL), "course.card", one.offer.id) for one in found[:SHOWN]]
    return framed(t, lines(t.say("course.others_title"), *listed), *rows, choice(t, "menu.course", "course"))


def _other(t: Texts, details: CourseDetails) -> Raw:
    until = details.offer.closes
    last = t.say("course.register", day=figures.short_day(until, t.language)) if until else NONE
    return say.joined(say.brief(t, details.offer), course_lines.what_it_is(t, details), last)


def mine(t: Texts, found: Sequence[CourseDetails], asked: Sequence[Mine] = ()) -> Screen:
    """The courses in which one asked for a seat, with where that stands, then those one is interested in."""
    taken = {one.details.offer.id for one in asked}
    saved = [one for one in found if one.offer.id not in taken][: max(SHOWN - len(asked), 0)]
    if not saved and not asked:
        return framed(t, t.say("course.mine_none"), choice(t, "menu.course", "course"))
    listed = [t.say("job.listed" if one.is_open else "job.listed_closed", what=say.head(t, one.offer)) for one in saved]
    rows = [Button(seats.label(t, one), "seat", one.id) for one in asked[:SHOWN]]
    rows += [Button(say.short(one.offer.title, LONGEST_LABEL), "course.card", one.offer.id) for one in saved]
    text = lines(
        *(t.say("seat.title_mine") for _one in asked[:1]),
        *(seats.brief(t, one) for one in asked[:SHOWN]),
        "\n" if asked and saved else "",
        *(t.say("course.mine_title") for _one in saved[:1]),
        *listed,
    )
    return framed(t, text, *rows, choice(t, "menu.course", "course"))
