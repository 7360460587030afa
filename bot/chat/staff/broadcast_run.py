"""A broadcast after it was handed in: the second word, the progress card and its deeds, who said yes, whom to phone."""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from bot.chat.staff.broadcast import asker
from bot.chat.staff.gate import for_staff, number
from bot.chat.turn import Conversation, Turn
from bot.outbox import write
from bot.screens.staff import broadcast as compose_screens
from bot.screens.staff import broadcast_run as screens
from bot.services.staff import broadcast as composing
from bot.services.staff import broadcast_report as reports
from bot.services.staff import broadcast_run as services
from bot.services.staff.broadcast import Outcome
from bot.services.staff.broadcast_run import Progress
from bot.store import broadcasts, people, staff
from bot.store.broadcasts import WAITING, Broadcast
from bot.store.staff import Staff
from bot.texts.catalogue import Texts

CORRECTION = "bc.wording"
TOPIC = "broadcast_decided"  # of the notice to the sender
LISTED = 5
LONGEST_CORRECTION = 300
Deed = Callable[[Session, Staff, str, datetime], Broadcast | None]


def read(turn: Turn, member: Staff, note: str = "") -> None:
    """The second person reads it again."""
    row = broadcasts.find(turn.session, turn.argument.partition(".")[0])
    who = asker(turn, member)
    if row is None or row.state != WAITING or not composing.may_decide(turn.session, who, row):
        see(turn, member)
        return
    sender = turn.session.get(Staff, row.author_id)
    seen = composing.as_submitted(turn.session, who, row)
    turn.show(compose_screens.asked(turn.texts, seen, sender.name if sender is not None else "", note))


def approve(turn: Turn, member: Staff) -> None:
    """The second word: yes."""
    _decide(turn, member, approve=True)


def reject(turn: Turn, member: Staff) -> None:
    """The second word: no, with its reason."""
    broadcast_id, _, reason = turn.argument.partition(".")
    if not reason:
        turn.show(compose_screens.ask_reason(turn.texts, broadcast_id))
        return
    _decide(turn, member, approve=False, reason=reason)


def _decide(turn: Turn, member: Staff, *, approve: bool, reason: str = "") -> None:
    broadcast_id = turn.argument.partition(".")[0]
    done = composing.decide(turn.session, asker(turn, member), broadcast_id, approve=approve, reason=reason)
    turn.show(compose_screens.submitted(turn.texts, done))
    if done.outcome in (Outcome.APPROVED, Outcome.REJECTED) and done.row is not None:
        _tell_sender(turn, member, done.row, reason)


def _tell_sender(turn: Turn, member: Staff, row: Broadcast, reason: str) -> None:
    person = people.find(turn.session, row.author_id)
    found = services.progress(turn.session, row.id, turn.now)
    if person is None or found is None:
        return
    t = Texts(person.language)
    words = t.label(f"bc.r.{reason}") if reason and t.has(f"bc.r.{reason}") else ""
    screen = compose_screens.decided(t, screens.title(t, found), member.name, approved=not reason, reason=words)
    write.notice(turn.session, row.author_id, screen, topic=TOPIC, occurrence=row.id, now=turn.now)


def mine(turn: Turn, member: Staff) -> None:
    """My broadcasts, newest first."""
    turn.expect(None)
    rows = broadcasts.of_author(turn.session, member.id, LISTED)
    found = tuple(one for row in rows if (one := services.progress(turn.session, row.id, turn.now)) is not None)
    turn.show(screens.listed(turn.texts, found))


def _seen(turn: Turn, member: Staff) -> tuple[Broadcast, Progress] | None:
    """Give the broadcast whose id the button carries, with how it stands; what is not mine is said to be gone."""
    row = services.seen(turn.session, member, turn.argument.partition(".")[0], turn.now)
    found = services.progress(turn.session, row.id, turn.now) if row is not None else None
    if row is None or found is None:
        turn.show(compose_screens.gone(turn.texts))
        return None
    return row, found


def see(turn: Turn, member: Staff) -> None:
    """How it stands."""
    turn.expect(None)
    found = _seen(turn, member)
    if found is not None:
        turn.show(screens.progress(turn.texts, found[1]))


def _doing(deed: Deed) -> Callable[[Turn, Staff], None]:
    """Do something to it, then show how it stands."""

    def talk(turn: Turn, member: Staff) -> None:
        deed(turn.session, member, turn.argument.partition(".")[0], turn.now)
        turn.session.flush()
        see(turn, member)

    return talk


def more(turn: Turn, member: Staff) -> None:
    """The rarer deeds."""
    found = _seen(turn, member)
    if found is not None:
        turn.show(screens.more(turn.texts, found[1]))


def withdraw(turn: Turn, member: Staff) -> None:
    """Withdraw it from everybody, asked once more."""
    found = _seen(turn, member)
    if found is None:
        return
    if not turn.argument.endswith(".yes"):
        turn.show(screens.sure(turn.texts, found[1]))
        return
    _doing(services.withdraw)(turn, member)


def ask_correction(turn: Turn, member: Staff) -> None:
    """Wait for the words of a correction."""
    found = _seen(turn, member)
    if found is not None:
        turn.expect(CORRECTION, id=found[0].id)
        turn.show(screens.ask_correction(turn.texts, found[1]))


def typed_correction(turn: Turn, member: Staff) -> None:
    """The words of a correction; what asks for money or hides a link is not put on anybody's card."""
    turn.argument = turn.draft.get("id", "")
    found = _seen(turn, member)
    if found is None:
        turn.expect(None)
        return
    words = " ".join(turn.said.text.split())[:LONGEST_CORRECTION]
    if composing.is_doubtful(words):
        turn.show(screens.ask_correction(turn.texts, found[1], turn.texts.say("bc.correction_held")))
        return
    turn.expect(None)
    services.correct(turn.session, member, found[0].id, words, turn.now)
    turn.session.flush()
    note = turn.texts.say("bc.corrected", n=found[1].counts.sent)
    turn.show(screens.progress(turn.texts, found[1], note))


def listed_people(turn: Turn, member: Staff) -> None:
    """Who said yes."""
    found = _seen(turn, member)
    if found is not None:
        listed = reports.yes_list(turn.session, member, found[0], turn.now)
        turn.show(screens.people(turn.texts, found[1], listed.people, listed.total))


def phone(turn: Turn, member: Staff) -> None:
    """Whom to phone."""
    found = _seen(turn, member)
    if found is not None:
        listed = reports.phone_list(turn.session, member, found[0], turn.now)
        turn.show(screens.phone(turn.texts, found[1], listed.people, listed.total))


def called(turn: Turn, member: Staff) -> None:
    """Tick a call off; the list follows without it."""
    found = _seen(turn, member)
    if found is not None:
        services.phoned(turn.session, member, found[0].id, number(turn.argument.partition(".")[2]), turn.now)
        turn.session.flush()
        phone(turn, member)


def report(turn: Turn, member: Staff) -> None:
    """The figures."""
    found = _seen(turn, member)
    if found is not None:
        turn.show(screens.report(turn.texts, found[1], reports.report(turn.session, found[0])))


def file(turn: Turn, member: Staff) -> None:
    """All rows as a file."""
    found = _seen(turn, member)
    if found is not None:
        staff.note(turn.session, member.id, None, f"broadcast:file:{found[0].id}", turn.now)
        turn.add(screens.file(turn.texts, found[1], reports.as_csv(turn.session, member, found[0], turn.now)))


_TALKS = {
    "bc.read": read, "bc.ok": approve, "bc.nok": reject, "bc.mine": mine, "bc.see": see,
    "bc.stop": _doing(services.stop), "bc.pause": _doing(services.pause), "bc.goon": _doing(services.resume),
    "bc.fill": _doing(services.fill), "bc.more": more, "bc.withdraw": withdraw, "bc.correct": ask_correction,
    "bc.people": listed_people, "bc.phone": phone, "bc.called": called, "bc.report": report, "bc.file": file,
}  # fmt: skip
COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {name: for_staff(talk) for name, talk in _TALKS.items()}
STEPS: dict[str, Conversation] = {CORRECTION: for_staff(typed_correction)}
