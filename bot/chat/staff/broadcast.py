"""C2: a counselor composes a broadcast by buttons, tries it on herself, and hands it in."""

from bot.chat.staff.gate import for_staff
from bot.chat.turn import Conversation, Turn
from bot.outbox import write
from bot.screens.staff import broadcast as screens
from bot.services import broadcasts as cards
from bot.services.staff import broadcast as services
from bot.services.staff.audience import Asker
from bot.services.staff.broadcast import Outcome, What
from bot.store import people, staff
from bot.store.broadcasts import COURSE, VACANCY, Broadcast
from bot.store.staff import Staff
from bot.texts.catalogue import Texts
from matching.profile import Kind

SEARCH, WORDS, QUESTION = "bc.search", "bc.words", "bc.question"
TOPIC = "broadcast_word"  # of the notices to those who may approve
LEAST_WORDS, OFFERED = 3, 3


def asker(turn: Turn, member: Staff) -> Asker:
    """Give who asks, for the use cases."""
    return Asker(member, turn.deps.shelf, turn.now)


def home(turn: Turn, member: Staff) -> None:
    """Which vacancy to send: the newest ones first."""
    turn.expect(None)
    turn.show(screens.pick(turn.texts, services.newest(turn.session, asker(turn, member), Kind.VACANCY, OFFERED)))


def other(turn: Turn, _member: Staff) -> None:
    """A course, an event, a text."""
    turn.show(screens.other(turn.texts))


def kind(turn: Turn, member: Staff) -> None:
    """A course to pick, or words to type."""
    if turn.argument == COURSE:
        found = services.newest(turn.session, asker(turn, member), Kind.COURSE, OFFERED)
        turn.show(screens.pick(turn.texts, found, kind=COURSE))
        return
    turn.expect(WORDS, kind=turn.argument)
    turn.show(screens.ask_text(turn.texts, turn.argument))


def find(turn: Turn, _member: Staff) -> None:
    """Wait for words to search by."""
    turn.expect(SEARCH, kind=turn.argument or VACANCY)
    turn.show(screens.ask_search(turn.texts))


def searched(turn: Turn, member: Staff) -> None:
    """The offers that the words bring."""
    wanted, words = turn.draft.get("kind", VACANCY), turn.said.text
    found = services.search(turn.session, asker(turn, member), Kind(wanted), words, OFFERED)
    turn.expect(SEARCH, kind=wanted)
    turn.show(screens.pick(turn.texts, found, found=words[:60], kind=wanted))


def pick(turn: Turn, member: Staff) -> None:
    """An offer, as `vacancy.12` or `course.3`: a draft begins."""
    kind, _, offer_id = turn.argument.partition(".")
    _begin(turn, member, What(kind, offer_id))


def typed_words(turn: Turn, member: Staff) -> None:
    """The words of an event or a text."""
    wanted = turn.draft.get("kind", "")
    if len(turn.said.text.split()) < LEAST_WORDS or len(turn.said.text) > services.LONGEST_TEXT:
        turn.show(screens.ask_text(turn.texts, wanted, turn.texts.say("bc.text_length", n=services.LONGEST_TEXT)))
        return
    _begin(turn, member, What(wanted, words=turn.said.text))


def _begin(turn: Turn, member: Staff, what: What) -> None:
    turn.expect(None)
    row = services.begin(turn.session, member, what, turn.now)
    to_people(turn, member, row)


def to_people(turn: Turn, member: Staff, row: Broadcast) -> None:
    """Show to whom a draft goes."""
    turn.show(screens.audience(turn.texts, services.preview(turn.session, asker(turn, member), row, named=False)))


def own_draft(turn: Turn, member: Staff) -> Broadcast | None:
    """Give the draft whose id the button carries; what is none any more is said to be gone."""
    row = services.draft(turn.session, member, turn.argument.partition(".")[0])
    if row is None:
        turn.expect(None)
        turn.show(screens.gone(turn.texts))
    return row


def suggested() -> tuple[str, ...]:
    """Give the questions that are offered, in the words that people get."""
    texts = Texts("id")
    return tuple(texts.label(f"bc.q.{one}") for one in screens.SUGGESTED)


def questions(turn: Turn, member: Staff) -> None:
    """Quick questions."""
    row = own_draft(turn, member)
    if row is not None:
        turn.expect(None)
        _show_questions(turn, member, row)


def _show_questions(turn: Turn, member: Staff, row: Broadcast) -> None:
    seen = services.unaddressed(turn.session, asker(turn, member), row)
    turn.show(screens.questions(turn.texts, seen, suggested()))


def tick(turn: Turn, member: Staff) -> None:
    """Ask one of the suggested questions, or no more."""
    row = own_draft(turn, member)
    number = turn.argument.partition(".")[2]
    if row is not None and number.isdecimal() and int(number) < len(suggested()):
        services.toggle(turn.session, row, suggested()[int(number)])
        _show_questions(turn, member, row)


def type_question(turn: Turn, member: Staff) -> None:
    """Wait for a question of one's own."""
    row = own_draft(turn, member)
    if row is not None:
        turn.expect(QUESTION, id=row.id)
        turn.show(screens.ask_question(turn.texts, row.id))


def typed_question(turn: Turn, member: Staff) -> None:
    """A question of one's own."""
    row = services.draft(turn.session, member, turn.draft.get("id", ""))
    turn.expect(None)
    if row is None:
        turn.show(screens.gone(turn.texts))
        return
    services.toggle(turn.session, row, turn.said.text)
    _show_questions(turn, member, row)


def preview(turn: Turn, member: Staff) -> None:
    """The preview on real people."""
    row = own_draft(turn, member)
    if row is not None:
        turn.show(screens.preview(turn.texts, services.preview(turn.session, asker(turn, member), row)))


def needs(turn: Turn, member: Staff) -> None:
    """How many are wanted."""
    if own_draft(turn, member) is not None:
        turn.show(screens.needs(turn.texts, turn.argument))


def times(turn: Turn, member: Staff) -> None:
    """When to send."""
    if own_draft(turn, member) is not None:
        turn.show(screens.times(turn.texts, turn.argument))


def drop(turn: Turn, member: Staff) -> None:
    """Throw the draft away."""
    row = own_draft(turn, member)
    if row is not None:
        services.drop(turn.session, row)
        turn.show(screens.dropped(turn.texts))


def send(turn: Turn, member: Staff) -> None:
    """Hand it in; those who may approve hear of it."""
    done = services.submit(turn.session, asker(turn, member), turn.argument)
    turn.show(screens.submitted(turn.texts, done))
    if done.outcome is Outcome.WAITING and done.row is not None:
        for other in done.asked:
            _ask_word(turn, member, other, done.row)


def _ask_word(turn: Turn, member: Staff, other: Staff, row: Broadcast) -> None:
    person = people.find(turn.session, other.id)
    seen = services.as_submitted(turn.session, asker(turn, other), row)
    screen = screens.asked(Texts(person.language if person is not None else ""), seen, member.name)
    write.notice(turn.session, other.id, screen, topic=TOPIC, occurrence=row.id, now=turn.now)


def test(turn: Turn, member: Staff) -> None:
    """Send the card to oneself: what stands there is what the people get."""
    row = services.testable(turn.session, asker(turn, member), turn.argument)
    if row is None:
        turn.show(screens.gone(turn.texts))
        return
    staff.note(turn.session, member.id, None, f"broadcast:test:{row.id}", turn.now)
    turn.add(screens.test_card(Texts("id"), cards.drawn(turn.session, row, turn.today)))


_TALKS = {
    "bc.home": home, "bc.other": other, "bc.kind": kind, "bc.find": find, "bc.pick": pick,
    "bc.ask": questions, "bc.q": tick,
    "bc.qtype": type_question, "bc.prev": preview, "bc.need": needs, "bc.when": times, "bc.drop": drop,
    "bc.send": send, "bc.test": test,
}  # fmt: skip
COMMANDS: dict[str, Conversation] = {"siaran": for_staff(home), "broadcast": for_staff(home)}
BUTTONS: dict[str, Conversation] = {name: for_staff(talk) for name, talk in _TALKS.items()}
STEPS: dict[str, Conversation] = {
    SEARCH: for_staff(searched), WORDS: for_staff(typed_words), QUESTION: for_staff(typed_question),
}  # fmt: skip
