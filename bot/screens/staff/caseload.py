"""C1: the caseload, a page of it, those in danger one by one, and the search by name."""

from collections.abc import Mapping

from bot.screens.frame import MOST_CHOICES, card, choice
from bot.screens.screen import Button, Screen
from bot.services.staff.caseload import Client, Need, Page
from bot.services.staff.stuck import Place
from bot.services.staff.telling import Told
from bot.services.tracking import MISSED
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines

NEEDS_SHOWN = MOST_CHOICES - 2  # beside "other lists" and "search"


def overview(t: Texts, counts: Mapping[Need, int], total: int, *, rest: bool = False) -> Screen:
    """How many need what; the most pressing needs are one tap away, the `rest` of them two."""
    if not total:
        return card(t, t.say("load.empty"), choice(t, "desk.queue", "queue"))
    present = [need for need in Need if counts.get(need)]
    counted = (t.say("load.count", need=t.say(f"load.need.{need}"), n=counts[need]) for need in present)
    text = lines(t.say("load.title", n=total), *counted)
    everybody, held_up = choice(t, "load.all", "load", "all.0"), choice(t, "stuck.open", "stuck")
    rows = tuple(choice(t, f"load.open.{need}", "load", f"{need}.0", n=counts[need]) for need in present)
    if rest:
        return card(t, text, *rows[NEEDS_SHOWN : 2 * NEEDS_SHOWN], everybody, held_up)
    search = choice(t, "load.search", "load.find")
    if len(present) < NEEDS_SHOWN:
        return card(t, text, *rows, search, everybody, held_up)
    return card(t, text, *rows[:NEEDS_SHOWN], search, choice(t, "load.rest", "load", "rest.0"))


def stuck(t: Texts, counts: Mapping[Place, int]) -> Screen:
    """C4: where claims are held up, the most people first; what runs smoothly is counted, not opened."""
    present = sorted((one for one in Place if counts.get(one)), key=lambda one: -counts[one])
    counted = (t.say("load.count", need=t.say(f"load.need.at_{one}"), n=counts[one]) for one in present)
    opened = [one for one in present if one is not Place.SMOOTH][: MOST_CHOICES - 1]
    rows = (choice(t, f"stuck.at.{one}", "load", f"at_{one}.0", n=counts[one]) for one in opened)
    return card(t, lines(t.say("stuck.title"), *counted), *rows, choice(t, "desk.clients", "load"))


def page(t: Texts, shown: Page) -> Screen:
    """Some clients, each with the one next action and why."""
    if not shown.clients:
        return card(t, t.say("load.none"), choice(t, "desk.clients", "load"))
    title = t.say(f"load.need.{shown.name}")
    text = lines(
        t.say("load.page", what=title, n=shown.total, page=shown.number + 1, pages=shown.pages),
        *(listed(t, one) for one in shown.clients),
    )
    rest = f"{shown.name}.{shown.number + 1}"
    more = (choice(t, "load.more", "load", rest),) if shown.number + 1 < shown.pages else ()
    back = () if more else (choice(t, "desk.clients", "load"),)
    return card(t, text, *(_open(t, one) for one in shown.clients), *more, *back, protect=True)


def found(t: Texts, typed: str, clients: tuple[Client, ...]) -> Screen:
    """Who was found by name, likeliest first."""
    again = choice(t, "load.search", "load.find")
    if not clients:
        return card(t, t.say("load.not_found", typed=typed), again, choice(t, "desk.clients", "load"))
    text = lines(t.say("load.found", typed=typed), *(listed(t, one) for one in clients))
    return card(t, text, *(_open(t, one) for one in clients), again, protect=True)


def ask_name(t: Texts) -> Screen:
    """Wait for a name."""
    return card(t, t.say("load.ask_name"), choice(t, "desk.clients", "load"))


def danger(t: Texts, client: Client) -> Screen:
    """C1: one client in danger: what is missing, by when, last heard of when; two taps a person."""
    text = lines(
        t.say("load.danger", name=_name(t, client)),
        why(t, client),
        t.say("load.applied", n=client.applied),
        _heard(t, client),
        t.say("load.step", step=t.say(f"load.do.{client.need}")),
        t.say("load.noted"),
    )
    number = client.person_id
    return card(
        t, text,
        choice(t, "client.send_three", "case.three", number),
        choice(t, "client.phone", "case.call", number),
        choice(t, "client.note", "case.note", number),
        choice(t, "client.open", "case", number),
        choice(t, "load.next", "risk", number),
        protect=True,
    )  # fmt: skip


def nobody(t: Texts) -> Screen:
    """Nobody is in danger any more."""
    return card(t, t.say("load.no_danger"), choice(t, "desk.today", "day"), choice(t, "desk.clients", "load"))


def listed(t: Texts, client: Client) -> Raw:
    """One client in a line: who, why, what to do."""
    step = t.say(f"load.do.{client.need}")
    return t.say("load.row", name=_name(t, client), why=why(t, client), step=step)


def why(t: Texts, client: Client) -> Raw:
    """Why this client needs what they need."""
    if client.need in (Need.RISK, Need.SOON):
        return _owed(t, client)
    if client.need is Need.WAITING:
        return t.say("load.why.held" if client.held else "load.why.late" if client.late else "load.why.waiting")
    if client.need is Need.PROMISE and client.promised_on is not None:
        return t.say("load.why.promise", day=figures.short_day(client.promised_on, t.language))
    if client.need is Need.OVERDUE:
        return t.say("load.why.overdue", who=t.say(f"load.actor.{client.actor}"))
    if client.need is Need.GOOD and client.found_on is not None:
        return t.say("load.why.good", day=figures.short_day(client.found_on, t.language))
    key = f"load.why.{client.need}"
    return t.say(key, n=client.quiet_days) if t.has(key) else t.say("load.why.calm")


def _owed(t: Texts, client: Client) -> Raw:
    what = t.say(f"load.owes.{client.due}", month=client.month, n=client.missing)
    if client.deadline is None or client.left is None or client.due == MISSED:
        return what
    day = figures.day(client.deadline, t.language)
    key = "load.until_past" if client.left < 0 else "load.until_today" if client.left == 0 else "load.until"
    return Raw(f"{what}, {t.say(key, day=day, n=client.left)}")


def bot_said(t: Texts, told: tuple[Told, ...]) -> Raw:
    """What the bot has sent lately, so that nobody says it twice."""
    said = (
        t.say("client.told", what=t.say(f"client.topic.{one.topic}"), day=figures.short_day(one.at.date(), t.language))
        for one in told
    )
    what = Raw(", ".join(said))
    return t.say("client.bot_said", what=what) if what else t.say("client.bot_silent")


def _heard(t: Texts, client: Client) -> Raw:
    if client.paused:
        return t.say("load.paused")
    return t.say("load.heard", n=client.quiet_days) if client.quiet_days else t.say("load.heard_today")


def _open(t: Texts, client: Client) -> Button:
    return choice(t, "load.open_client", "case", client.person_id, name=_name(t, client))


def _name(t: Texts, client: Client) -> str:
    return client.name or t.label("answering.no_name")
