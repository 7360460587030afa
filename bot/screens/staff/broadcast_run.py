"""A broadcast on its way, for those who steer it: the card that keeps itself true, who said yes, whom to phone."""

from bot.screens import vacancy_lines as say
from bot.screens.frame import card, choice
from bot.screens.screen import Attachment, Button, Screen, html
from bot.services.staff.broadcast_report import Person, Report
from bot.services.staff.broadcast_run import Progress
from bot.store.broadcasts import DONE, PAUSED, RUNNING, SCHEDULED, STOPPED, WAITING, WITHDRAWN
from bot.texts.catalogue import Raw, Texts, lines

SHOWN = 5
LONGEST_LABEL = 30


def title(t: Texts, found: Progress) -> Raw:
    """What it is about, in a few words."""
    offer = found.card.vacancy or found.card.course
    words = offer.offer.title if offer is not None else found.card.words
    return t.say("bc.title", what=say.short(words, say.LONGEST_TITLE))


def progress(t: Texts, found: Progress, note: str = "") -> Screen:
    """How far it is, with what can be done now."""
    counts = found.counts
    text = lines(
        note,
        title(t, found),
        t.say(f"bc.state.{found.state}"),
        t.say("bc.wave", n=found.wave, minutes=found.minutes) if found.wave else "",
        t.say("bc.reached", sent=counts.sent, opened=counts.opened, people=counts.people),
        t.say("bc.answers", yes=counts.yes, no=counts.no),
        _goal(t, found),
        t.say("bc.waiting", n=found.waiting) if found.waiting else "",
        t.say("bc.missed", failed=counts.failed, skipped=counts.skipped) if counts.failed + counts.skipped else "",
    )
    return card(t, text, *_deeds(t, found))


def _goal(t: Texts, found: Progress) -> Raw:
    if not found.need:
        return Raw("")
    key = "bc.enough" if found.counts.yes >= found.wanted else "bc.goal"
    return t.say(key, need=found.need, wanted=found.wanted)


def _deeds(t: Texts, found: Progress) -> tuple[Button, ...]:
    """At most six: first what is most likely wanted now."""
    broadcast_id = found.card.id
    people = choice(t, "bc.see_yes", "bc.people", broadcast_id, n=found.counts.yes)
    more = choice(t, "bc.more", "bc.more", broadcast_id)
    report = choice(t, "bc.report", "bc.report", broadcast_id)
    if found.state in (WAITING, SCHEDULED):
        return (choice(t, "bc.undo", "bc.stop", broadcast_id), choice(t, "bc.refresh", "bc.see", broadcast_id))
    if found.state == RUNNING:
        halt = choice(t, "bc.stop", "bc.stop", broadcast_id)
        return (halt, choice(t, "bc.pause", "bc.pause", broadcast_id), people, more)
    if found.state == PAUSED:
        return (choice(t, "bc.go_on", "bc.goon", broadcast_id), choice(t, "bc.stop", "bc.stop", broadcast_id), people,
                more)  # fmt: skip
    return (people, report, more) if found.state in (DONE, STOPPED, WITHDRAWN) else (report,)


def more(t: Texts, found: Progress) -> Screen:
    """The rarer deeds."""
    broadcast_id = found.card.id
    phone = choice(t, "bc.phone", "bc.phone", broadcast_id, n=found.to_phone)
    report = choice(t, "bc.report", "bc.report", broadcast_id)
    back = choice(t, "bc.refresh", "bc.see", broadcast_id)
    if found.card.closing in ("filled", "withdrawn"):
        return card(t, lines(title(t, found), t.say(f"bc.closed.{found.card.closing}")), phone, report, back)
    return card(
        t,
        lines(title(t, found), t.say("bc.more_hint")),
        choice(t, "bc.fill", "bc.fill", broadcast_id, n=found.need or 1),
        choice(t, "bc.correct", "bc.correct", broadcast_id),
        choice(t, "bc.withdraw", "bc.withdraw", broadcast_id),
        phone,
        report,
        back,
    )


def sure(t: Texts, found: Progress) -> Screen:
    """Ask once more before every delivered card changes."""
    broadcast_id = found.card.id
    text = lines(title(t, found), t.say("bc.sure_withdraw", n=found.counts.sent))
    return card(t, text, choice(t, "bc.yes_withdraw", "bc.withdraw", f"{broadcast_id}.yes"),
                choice(t, "bc.refresh", "bc.see", broadcast_id))  # fmt: skip


def ask_correction(t: Texts, found: Progress, note: str = "") -> Screen:
    """Wait for the words of the correction."""
    text = lines(note, title(t, found), t.say("bc.ask_correction", n=found.counts.sent))
    return card(t, text, choice(t, "bc.refresh", "bc.see", found.card.id))


def people(t: Texts, found: Progress, listed: tuple[Person, ...], total: int = 0) -> Screen:
    """Who said yes to everything."""
    if not listed:
        return card(t, lines(title(t, found), t.say("bc.nobody_yet")), choice(t, "bc.refresh", "bc.see", found.card.id))
    rows = (t.say("bc.person", name=one.name or t.label("answering.no_name"), place=one.place, work=one.work)
            for one in listed[: SHOWN * 4])  # fmt: skip
    many = max(total, len(listed))
    left = t.say("bc.and_more", n=many - SHOWN * 4) if many > SHOWN * 4 else ""
    text = lines(title(t, found), t.say("bc.people_title", n=many), *rows, left, "\n", t.say("bc.logged"))
    return card(t, text, choice(t, "bc.file", "bc.file", found.card.id),
                choice(t, "bc.refresh", "bc.see", found.card.id), protect=True)  # fmt: skip


def phone(t: Texts, found: Progress, listed: tuple[Person, ...], total: int = 0) -> Screen:
    """Whom the message did not reach; pressing ticks a call off."""
    back = choice(t, "bc.refresh", "bc.see", found.card.id)
    if not listed:
        return card(t, lines(title(t, found), t.say("bc.phone_none")), back)
    rows = tuple(_call(t, found.card.id, one) for one in listed[:SHOWN])
    told = (_to_call(t, one) for one in listed[:SHOWN])
    text = lines(title(t, found), t.say("bc.phone_title", n=max(total, len(listed))), *told, "\n", t.say("bc.logged"))
    return card(t, text, *rows, back, protect=True)


def _to_call(t: Texts, one: Person) -> Raw:
    name, number = one.name or t.label("answering.no_name"), one.phone or t.label("bc.phone_unknown")
    return t.say("bc.phone_row", name=name, phone=number, why=t.say(f"bc.why.{one.reason}"))


def _call(t: Texts, broadcast_id: str, one: Person) -> Button:
    name = say.short(one.name or t.label("answering.no_name"), LONGEST_LABEL - 14)
    return choice(t, "bc.called", "bc.called", f"{broadcast_id}.{one.person_id}", name=name)


def report(t: Texts, found: Progress, told: Report) -> Screen:
    """What came of it, in figures; the file holds the rows."""
    counts = found.counts
    missed = (t.say("bc.report_why", n=n, why=t.say(f"bc.why.{why}")) for why, n in told.reasons)
    asked = (t.say("bc.report_question", question=html(one.question), yes=one.yes, no=one.no) for one in told.questions)
    text = lines(
        title(t, found),
        t.say("bc.reached", sent=counts.sent, opened=counts.opened, people=counts.people),
        t.say("bc.answers", yes=counts.yes, no=counts.no),
        t.say("bc.applied", n=told.applied) if found.card.vacancy is not None else "",
        *asked,
        t.say("bc.missed_title") if told.reasons else "",
        *missed,
    )
    broadcast_id = found.card.id
    return card(t, text, choice(t, "bc.file", "bc.file", broadcast_id),
                choice(t, "bc.phone", "bc.phone", broadcast_id, n=found.to_phone),
                choice(t, "bc.refresh", "bc.see", broadcast_id))  # fmt: skip


def file(t: Texts, found: Progress, content: bytes) -> Screen:
    """The rows as a file."""
    made = card(t, lines(title(t, found), t.say("bc.file_note")), choice(t, "bc.refresh", "bc.see", found.card.id),
                protect=True)  # fmt: skip
    return Screen(made.text, made.rows, attachment=Attachment(f"siaran-{found.card.id}.csv", content), protect=True)


def listed(t: Texts, found: tuple[Progress, ...]) -> Screen:
    """My broadcasts, newest first."""
    if not found:
        return card(t, t.say("bc.none_yet"), choice(t, "bc.open", "bc.home"))
    rows = (Button(f"{t.label(f'bc.mark.{one.state}')} {_short(one)}", "bc.see", one.card.id) for one in found[:SHOWN])
    return card(t, t.say("bc.mine_title"), *rows, choice(t, "bc.open", "bc.home"))


def _short(one: Progress) -> str:
    offer = one.card.vacancy or one.card.course
    return say.short(offer.offer.title if offer is not None else one.card.words, LONGEST_LABEL)
