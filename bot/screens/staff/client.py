"""A client's case: the purpose first, then the card, notes, promises, the telephone, three vacancies."""

from bot.screens import status_lines
from bot.screens.frame import card, choice
from bot.screens.from_office import promise_line
from bot.screens.screen import Button, Screen
from bot.screens.staff.caseload import bot_said, why
from bot.services.staff.calling import Call
from bot.services.staff.caseload import Client
from bot.services.staff.client import Case, Note, Purpose
from bot.services.staff.picking import Outcome, Picked
from bot.services.staff.promising import LENGTHS, Promised
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from jkp.declared import Difference, Source


def purposes(t: Texts, client: Client) -> Screen:
    """Why is it opened? The client reads the answer."""
    rows = (choice(t, f"client.for.{one}", "case.open", f"{one}.{client.person_id}") for one in Purpose)
    return card(t, t.say("client.why", name=name_of(t, client)), *rows, choice(t, "desk.clients", "load"))


def case(t: Texts, shown: Case, zone: str) -> Screen:
    """The case card: stage, whose turn, next step, deadline, searches, what the bot said, promises, notes."""
    client = shown.client
    text = lines(
        t.say("client.title", name=name_of(t, client), purpose=t.say(f"client.because.{shown.purpose}")),
        *_claim(t, shown),
        t.say("load.applied", n=shown.applied),
        *_second_level(t, shown),
        bot_said(t, shown.told),
        *(promise_line(t, one) for one in shown.promises),
        *(_note(t, one, zone) for one in shown.notes),
        t.say("load.noted"),
    )
    return card(t, text, *_choices(t, shown), protect=True)


def _claim(t: Texts, shown: Case) -> tuple[Raw, ...]:
    if shown.standing is None:
        return (t.say("human.no_jkp"),)
    place = shown.standing.position
    turn = t.say("client.turn", who=t.say(f"load.actor.{place.actor}"))
    step = t.say(f"status.step_{place.next_step}", month=place.month)
    return (
        t.say("human.jkp", stage=t.say(f"human.stage.{place.stage}")),
        turn,
        t.say("client.step", step=step),
        t.say("client.why_now", why=why(t, shown.client)),
    )


def _second_level(t: Texts, shown: Case) -> list[str]:
    """Amounts and differences, each only for its own purpose and never more than the client sees."""
    if shown.standing is None or shown.purpose not in (Purpose.MONEY, Purpose.DIFFER):
        return []
    if shown.purpose is Purpose.MONEY:
        return [status_lines.estimate(t, shown.standing).words]
    return [_difference(t, one) for one in shown.standing.differences] or [t.say("client.no_differences")]


def _difference(t: Texts, one: Difference) -> Raw:
    is_news = one.kept.source is Source.WORKER
    mine, theirs = (one.kept, one.dropped) if is_news else (one.dropped, one.kept)
    return t.say(
        "client.difference",
        field=t.say(f"status.field_{one.field}"),
        mine=status_lines.fact_value(t, one.field, mine.value),
        theirs=status_lines.fact_value(t, one.field, theirs.value),
    )


def _note(t: Texts, one: Note, zone: str) -> Raw:
    return t.say("client.note_line", who=one.who, words=one.words, when=figures.moment(one.at, zone, t.language))


def _choices(t: Texts, shown: Case) -> tuple[Button, ...]:
    client, number = shown.client, shown.client.person_id
    talk: tuple[Button, ...] = ()
    if client.request_id and client.held:
        talk = (choice(t, "client.talk", "answer", client.request_id),)
    elif client.request_id:
        talk = (choice(t, "client.take", "take", client.request_id),)
    return (
        *talk,
        choice(t, "client.send_three", "case.three", number),
        choice(t, "client.phone", "case.call", number),
        choice(t, "client.note", "case.note", number),
        choice(t, "client.promise", "case.prom", number),
        choice(t, "desk.clients", "load"),
    )


def ask_note(t: Texts, client: Client) -> Screen:
    """Wait for a note; say first who will read it."""
    return card(t, t.say("client.ask_note", name=name_of(t, client)), _back(t, client.person_id))


def noted(t: Texts, client: Client) -> Screen:
    """The note is kept."""
    return card(t, t.say("client.noted", name=name_of(t, client)), _back(t, client.person_id))


def gone(t: Texts) -> Screen:
    """Somebody who is not in reach, or not any more."""
    return card(t, t.say("client.gone"), choice(t, "desk.clients", "load"))


def call(t: Texts, shown: Call) -> Screen:
    """The number, if the client gave it for this; else the polite way to it."""
    name = shown.name or t.label("answering.no_name")
    if shown.phone:
        button = Button(t.label("client.copy_number"), copy=shown.phone)
        return card(
            t, t.say("client.number", name=name, phone=shown.phone), button, _back(t, shown.person_id), protect=True
        )
    ask = choice(t, "client.ask_number", "case.askcall", shown.person_id)
    return card(t, t.say("client.no_number", name=name), ask, _back(t, shown.person_id))


def asked_number(t: Texts, name: str, person_id: int) -> Screen:
    """The client was asked; nothing more happens until they answer."""
    return card(t, t.say("client.asked_number", name=name or t.label("answering.no_name")), _back(t, person_id))


def picked(t: Texts, result: Picked) -> Screen:
    """What became of the three vacancies."""
    if result.outcome is Outcome.GONE:
        return gone(t)
    name = result.name or t.label("answering.no_name")
    text = t.say(f"client.three_{result.outcome}", name=name, n=len(result.picks))
    return card(t, text, choice(t, "load.next", "risk", result.person_id), _back(t, result.person_id))


def ask_promise(t: Texts, client: Client, open_now: tuple[Promised, ...]) -> Screen:
    """What is promised? Those still open can be ticked off here."""
    kept = (choice(t, "promise.keep", "case.kept", one.id, day=_short(t, one)) for one in open_now[:4])
    text = lines(*(promise_line(t, one) for one in open_now), t.say("promise.ask", name=name_of(t, client)))
    return card(t, text, *kept, _back(t, client.person_id), protect=True)


def _short(t: Texts, one: Promised) -> str:
    return figures.short_day(one.due_on, t.language)


def ask_until(t: Texts, words: str, person_id: int, *, wrong: bool = False) -> Screen:
    """Until when?"""
    text = lines(t.say("promise.wrong_day") if wrong else "", t.say("promise.until", words=words))
    rows = (choice(t, f"promise.in_{length}", "case.until", f"{length}.{person_id}") for length in LENGTHS)
    return card(t, text, *rows, _back(t, person_id))


def promised(t: Texts, one: Promised) -> Screen:
    """The promise stands, and the client has been told."""
    key = "promise.kept" if one.kept else "promise.made"
    text = t.say(key, words=one.words, day=figures.day(one.due_on, t.language))
    return card(t, text, choice(t, "client.promise", "case.prom", one.person_id), _back(t, one.person_id))


def _back(t: Texts, person_id: int) -> Button:
    return choice(t, "client.back", "case", person_id)


def name_of(t: Texts, client: Client) -> str:
    """The short name, or that there is none."""
    return client.name or t.label("answering.no_name")
