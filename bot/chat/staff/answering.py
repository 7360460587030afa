"""A counselor answers people: /antrean, taking, quick replies, switching, back to the bot."""

from dataclasses import replace

from bot.chat.staff import client, promising
from bot.chat.staff import replying as templates
from bot.chat.staff.gate import for_staff
from bot.chat.turn import Conversation, Turn
from bot.screens import human as worker_screens
from bot.screens.staff import answering as screens
from bot.services.human import cut
from bot.services.staff import answering as services
from bot.services.staff import replying
from bot.services.staff.answering import Outcome, Spoken, Whose
from bot.store import people
from bot.store.staff import Staff
from bot.texts.catalogue import Texts

WHOM = "answering.to"
# in these steps words may be for the bot although somebody is held
OWN_STEPS = {**client.STEPS, **promising.STEPS, **templates.STEPS}


def texts_of(turn: Turn, person_id: int) -> Texts:
    """Give our voice in somebody else's language."""
    person = people.find(turn.session, person_id)
    return Texts(person.language if person is not None else "")


def queue(turn: Turn, member: Staff) -> None:
    """Who waits."""
    turn.expect(None)
    turn.show(screens.queue(turn.texts, services.queue(turn.session, member, turn.now)))


def held(turn: Turn, member: Staff) -> None:
    """Those I hold."""
    turn.expect(None)
    turn.show(screens.everyone_held(turn.texts, services.held(turn.session, member)))


def take(turn: Turn, member: Staff) -> None:
    """Take a request; the worker is told who has it now."""
    turn.expect(None)
    result = services.take(turn.session, member, turn.argument, turn.now)
    turn.show(screens.taken(turn.texts, result, turn.person.zone))
    if result.outcome is Outcome.TAKEN and result.card is not None:
        worker = result.card.person_id
        turn.tell(worker, worker_screens.taken(texts_of(turn, worker), member.name, member.office))


def answer(turn: Turn, member: Staff) -> None:
    """Turn to one of those I hold."""
    turn.expect(None)
    card = services.focus(turn.session, member, turn.argument, turn.now)
    turn.show(screens.gone(turn.texts) if card is None else screens.held(turn.texts, card, turn.person.zone))


def more(turn: Turn, member: Staff) -> None:
    """What else can be done with one of those I hold."""
    card = services.focus(turn.session, member, turn.argument, turn.now)
    turn.show(screens.gone(turn.texts) if card is None else screens.more(turn.texts, card))


def quick(turn: Turn, member: Staff) -> None:
    """Send one of the prepared replies, in the worker's language."""
    number, _, request_id = turn.argument.partition(".")
    if number not in screens.QUICK:
        turn.show(screens.gone(turn.texts))
        return
    own = replying.of(turn.session, member)[int(number) - 1]
    in_reference = own or Texts("id").say(f"answering.reply.{number}")
    spoken = services.speak(turn.session, member, in_reference, turn.now, request_id) if request_id else None
    if spoken is None:
        turn.show(screens.gone(turn.texts))
        return
    words = own or texts_of(turn, spoken.person_id).say(f"answering.reply.{number}")
    _to_worker(turn, member, spoken, words)
    turn.add(screens.carried(turn.texts, spoken))


def _to_worker(turn: Turn, member: Staff, spoken: Spoken, words: str) -> None:
    texts = texts_of(turn, spoken.person_id)
    turn.tell(spoken.person_id, worker_screens.from_staff(texts, member.name, words))


def typed(turn: Turn) -> Conversation | None:
    """Give the conversation of a counselor's typed words for those she holds; None when they are for the bot."""
    member = turn.staff
    if member is None or not turn.said.text or turn.said.text.startswith("/"):
        return None
    if turn.person.step == WHOM:
        return STEPS[WHOM]
    whose = services.whose(turn.session, member, in_step=turn.person.step is not None)
    return {Whose.FOCUS: for_staff(_speak), Whose.UNCLEAR: STEPS[WHOM]}.get(whose)


def _speak(turn: Turn, member: Staff) -> None:
    _carry(turn, member, turn.said.text)


def _carry(turn: Turn, member: Staff, words: str, request_id: str = "") -> None:
    spoken = services.speak(turn.session, member, words, turn.now, request_id)
    if spoken is None:
        turn.show(screens.gone(turn.texts))
        return
    _to_worker(turn, member, spoken, cut(words))
    turn.show(screens.carried(turn.texts, spoken))


def ask_whom(turn: Turn, member: Staff) -> None:
    """Somebody else has written meanwhile: keep the words, ask to whom they go. More words are kept with them."""
    step, draft = turn.person.step, turn.draft
    before = draft.get("words", "") if step == WHOM else ""
    asked = draft.get("asked") if step == WHOM else (step, draft) if step in OWN_STEPS else None
    turn.expect(WHOM, words=cut("\n".join(part for part in (before, turn.said.text) if part)), asked=asked)
    turn.show(screens.whom(turn.texts, services.candidates(turn.session, member), is_asked=asked is not None))


def send_to(turn: Turn, member: Staff) -> None:
    """The kept words go to this one; pressed again, it is the talk with this one."""
    words = turn.draft.get("words", "") if turn.person.step == WHOM else ""
    if turn.argument == screens.OWN and words and turn.draft.get("asked"):
        _as_asked(turn, words)
    elif turn.argument in (screens.NOBODY, screens.OWN):
        held(turn, member)
    elif not words:
        answer(turn, member)
    else:
        turn.expect(None)
        _carry(turn, member, words, turn.argument)


def _as_asked(turn: Turn, words: str) -> None:
    """The words were the note or the promise that the bot had asked for."""
    step, draft = turn.draft["asked"]
    turn.expect(step, **draft)
    turn.said = replace(turn.said, text=words)
    OWN_STEPS[step](turn)


def hand_back(turn: Turn, member: Staff) -> None:
    """Close; the bot answers again, and the worker is asked whether it helped."""
    request_id = turn.argument
    spoken = services.hand_back(turn.session, member, request_id, turn.now)
    if spoken is None:
        turn.show(screens.gone(turn.texts))
        return
    turn.show(screens.closed(turn.texts, spoken))
    texts = texts_of(turn, spoken.person_id)
    turn.tell(spoken.person_id, worker_screens.handed_back(texts, member.name, request_id))


COMMANDS: dict[str, Conversation] = {"antrean": for_staff(queue), "queue": for_staff(queue)}
BUTTONS: dict[str, Conversation] = {
    "queue": for_staff(queue),
    "held": for_staff(held),
    "take": for_staff(take),
    "answer": for_staff(answer),
    "answer.more": for_staff(more),
    "quick": for_staff(quick),
    "handback": for_staff(hand_back),
    "sendto": for_staff(send_to),
}
STEPS: dict[str, Conversation] = {WHOM: for_staff(ask_whom)}
