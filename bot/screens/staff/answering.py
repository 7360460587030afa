"""C3: the queue, a held request with its summary, quick replies, and the way back to the bot."""

from bot.screens.frame import MOST_CHOICES, bottom, card, choice
from bot.screens.human import summary_lines
from bot.screens.screen import Button, Screen
from bot.screens.staff.caseload import bot_said, why
from bot.screens.vacancy_lines import short
from bot.services.staff.answering import Card, Outcome, Spoken, Taken, Waiting
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines

QUICK = ("1", "2", "3")
LONGEST_LABEL = 34
NOBODY, OWN = "none", "own"
HOUR, DAY = 60, 24 * 60  # minutes


def queue(t: Texts, waiting: tuple[Waiting, ...]) -> Screen:
    """Who waits, the most pressing first: first name and waiting time only."""
    if not waiting:
        return card(t, t.say("answering.empty"), choice(t, "desk.held", "held"))
    shown = waiting[: MOST_CHOICES - 1]
    text = lines(t.say("answering.queue", n=len(waiting)), t.say("answering.order"))
    rows = (Button(_label(t, one), "take", one.request_id) for one in shown)
    return card(t, text, *rows, choice(t, "desk.refresh", "queue"))


def _label(t: Texts, one: Waiting) -> str:
    key = "answering.row_urgent" if one.urgent else "answering.row_late" if one.late else "answering.row"
    return t.label(key, name=one.name or t.label("answering.no_name"), wait=waited(t, one.minutes))


def waited(t: Texts, minutes: int) -> str:
    """Write how long somebody has waited."""
    if minutes < HOUR:
        return t.label("answering.minutes", count=minutes)
    if minutes < DAY:
        return t.label("answering.hours", count=minutes // HOUR)
    return t.label("answering.days", count=minutes // DAY)


def notice(t: Texts, one: Waiting) -> Screen:
    """Somebody wants a human."""
    key = "answering.notice_urgent" if one.urgent else "answering.notice"
    text = t.say(key, name=one.name or t.label("answering.no_name"))
    return card(t, text, choice(t, "answering.take", "take", one.request_id), choice(t, "desk.queue", "queue"))


def taken(t: Texts, result: Taken, zone: str) -> Screen:
    """The card, or kindly why there is none."""
    if result.card is not None:
        note = t.say("answering.taken") if result.outcome is Outcome.TAKEN else Raw("")
        return held(t, result.card, zone, note)
    key = "answering.others" if result.outcome is Outcome.OTHERS else "answering.gone"
    text = t.say(key, name=result.holder or t.label("answering.colleague"))
    return card(t, text, choice(t, "desk.queue", "queue"), choice(t, "desk.held", "held"))


def held(t: Texts, shown: Card, zone: str, note: str = "") -> Screen:
    """A held request: the summary on top, quick replies, back to the bot."""
    due = figures.moment(shown.answer_by, zone, t.language)
    text = lines(
        note, "\n" if note else "", *summary_lines(t, shown.summary), *_known(t, shown),
        t.say("answering.promised", moment=due), "\n",
        t.say("answering.write", name=shown.name or t.label("answering.no_name")),
    )  # fmt: skip
    quick = (_quick(t, number, shown) for number in QUICK)
    others = (choice(t, "answering.switch", "held", n=shown.more),) if shown.more > 0 else ()
    more = choice(t, "answering.more", "answer.more", shown.request_id)
    return card(t, text, *quick, _hand_back(t, shown.request_id), more, *others, protect=True)


def _known(t: Texts, shown: Card) -> tuple[Raw, ...]:
    """What is missing, and what the bot has said, so that nobody says it twice."""
    if shown.client is None:
        return ()
    return t.say("client.why_now", why=why(t, shown.client)), bot_said(t, shown.told)


def _quick(t: Texts, number: str, shown: Card) -> Button:
    """One prepared reply: the office's own words shortened, or ours."""
    words = dict(enumerate(shown.replies, 1)).get(int(number), "")
    label = short(t.label("reply.own", words=words), LONGEST_LABEL) if words else t.label(f"answering.quick.{number}")
    return Button(label, "quick", f"{number}.{shown.request_id}")


def more(t: Texts, shown: Card) -> Screen:
    """What else can be done with a held talk."""
    name = shown.name or t.label("answering.no_name")
    return card(
        t,
        t.say("answering.more_of", name=name),
        choice(t, "pass.open", "pass", shown.request_id),
        choice(t, "client.promise", "case.prom", shown.person_id),
        choice(t, "client.note", "case.note", shown.person_id),
        choice(t, "client.open", "case", shown.person_id),
        choice(t, "reply.open", "reply"),
        choice(t, "pass.back", "answer", shown.request_id),
    )


def _hand_back(t: Texts, request_id: str) -> Button:
    return choice(t, "answering.hand_back", "handback", request_id)


def everyone_held(t: Texts, held_now: tuple[tuple[str, str], ...]) -> Screen:
    """Those she holds; the first is the one she answers now."""
    if not held_now:
        return card(t, t.say("answering.none_held"), choice(t, "desk.queue", "queue"))
    rows = (
        choice(t, "answering.open", "answer", request_id, name=name or t.label("answering.no_name"))
        for request_id, name in held_now[: MOST_CHOICES - 1]
    )
    text = t.say("answering.held", name=held_now[0][1] or t.label("answering.no_name"))
    return card(t, text, *rows, choice(t, "desk.queue", "queue"))


def whom(t: Texts, held_now: tuple[tuple[str, str], ...], *, is_asked: bool = False) -> Screen:
    """Ask to whom the typed words go, the last writer first; `is_asked`: the bot had asked for a note or a promise."""
    rows = (
        choice(t, "answering.to", "sendto", request_id, name=name or t.label("answering.no_name"))
        for request_id, name in held_now[: MOST_CHOICES - 2]
    )
    own = (choice(t, "answering.own", "sendto", OWN),) if is_asked else ()
    return card(t, t.say("answering.whom"), *rows, *own, choice(t, "answering.send_not", "sendto", NOBODY))


def from_worker(t: Texts, name: str, words: str, request_id: str) -> Screen:
    """What the worker says, with the way to answer just this one."""
    text = t.say("answering.from_worker", name=name or t.label("answering.no_name"), words=words)
    button = choice(t, "answering.open", "answer", request_id, name=name or t.label("answering.no_name"))
    return Screen(text, ((button,), bottom(t)), protect=True)


def carried(t: Texts, spoken: Spoken) -> Screen:
    """To whom the words went."""
    text = t.say("answering.carried", name=spoken.name or t.label("answering.no_name"))
    others = (choice(t, "answering.switch", "held", n=spoken.more),) if spoken.more > 0 else ()
    return card(t, text, _hand_back(t, spoken.request_id), *others)


def closed(t: Texts, spoken: Spoken) -> Screen:
    """Handed back to the bot."""
    text = t.say("answering.closed", name=spoken.name or t.label("answering.no_name"))
    return card(t, text, choice(t, "desk.queue", "queue"), choice(t, "desk.held", "held"))


def gone(t: Texts) -> Screen:
    """A button of a request that is over."""
    return card(t, t.say("answering.gone"), choice(t, "desk.queue", "queue"), choice(t, "desk.held", "held"))


def ended(t: Texts, name: str) -> Screen:
    """The worker ended the talk."""
    return card(
        t, t.say("answering.ended", name=name or t.label("answering.no_name")), choice(t, "desk.queue", "queue")
    )


def erased(t: Texts) -> Screen:
    """The worker erased everything; no name any more."""
    return card(t, t.say("answering.erased"), choice(t, "desk.queue", "queue"), choice(t, "desk.held", "held"))
