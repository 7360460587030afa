"""S1c: the worker tells what happened, one question at a time; any answer can be corrected later."""

import re

from bot.chat import beliefs, status
from bot.chat.turn import Conversation, Turn
from bot.screens import declare as screens
from bot.services import declaring, spoken
from bot.services.declaring import ANSWERS, CONTRACT, QUESTIONS, NotUnderstood
from jkp.declared import value

STEP = "declare."
_ASKS = re.compile(r"\?|\b(?:katanya|bukannya|harus|wajib|apakah|isn't it|must)\b", re.IGNORECASE)
FOLLOWS = {"contract": "paid_months", "contract_end": "paid_months"}  # the second question on contracts, then on


def begin(turn: Turn) -> None:
    """The first question."""
    _ask(turn, QUESTIONS[0], chain=True)


def ask(turn: Turn) -> None:
    """One question by itself: a correction, or news."""
    if turn.argument in ANSWERS:
        _ask(turn, turn.argument, chain=False)
    else:
        status.show(turn)


def typed_day(turn: Turn) -> None:
    """Wait for a typed day instead of a button."""
    chain = bool(turn.draft.get("chain", True))
    turn.expect(f"{STEP}{turn.argument or QUESTIONS[0]}", chain=chain)
    turn.show(screens.type_day(turn.texts))


def pressed(turn: Turn) -> None:
    """An answer by button."""
    field, _, answer = turn.argument.partition(".")
    _take(turn, field, answer, chain=_in_chain(turn))


def _take(turn: Turn, field: str, answer: str, *, chain: bool) -> None:
    try:
        declaring.by_button(turn.session, turn.person.id, field, answer, turn.today, turn.now)
    except NotUnderstood:
        status.show(turn)
        return
    if answer == CONTRACT:
        _ask(turn, "contract", chain=chain)
    elif (field, answer) == ("contract", "early"):
        _ask(turn, "contract_end", chain=chain)
    else:
        _go_on(turn, field, chain=chain)


def typed(turn: Turn) -> None:
    """An answer in words; one that cannot be read is asked for again, with an example."""
    field = (turn.person.step or "").removeprefix(STEP)
    chain = _in_chain(turn)
    rule = beliefs.spoken_of(turn, None) if _ASKS.search(turn.said.text) else None
    if rule is not None:  # a question about a rule is no answer: it is answered, and ours is asked again
        rule(turn)
        _ask(turn, field, chain=chain)
        return
    meant = spoken.answer(field, turn.said.text)
    if meant is not None and meant in ANSWERS[field]:
        _take(turn, field, meant, chain=chain)
        return
    try:
        declaring.by_text(turn.session, turn.person.id, field, turn.said.text, turn.today, turn.now)
    except NotUnderstood as problem:
        turn.show(screens.question(turn.texts, field, problem=problem.expected))
        return
    _go_on(turn, field, chain=chain)


def corrections(turn: Turn) -> None:
    """The list of answers to correct."""
    turn.show(screens.corrections(turn.texts))


def news(turn: Turn) -> None:
    """What happened since."""
    known = status.known(turn)
    paid = value(known.paid_through_month) or 0
    turn.show(screens.news(turn.texts, running=bool(known.claim_date or paid), month=paid + 1))


def portal(turn: Turn) -> None:
    """The date that the portal shows."""
    _ask(turn, "portal_date", chain=False)


def _in_chain(turn: Turn) -> bool:
    return (turn.person.step or "").startswith(STEP) and bool(turn.draft.get("chain"))


def _ask(turn: Turn, field: str, *, chain: bool) -> None:
    turn.expect(f"{STEP}{field}", chain=chain)
    turn.show(screens.question(turn.texts, field))


def _go_on(turn: Turn, field: str, *, chain: bool) -> None:
    following = _following(field) if chain else None
    if following is None and field == "paid_through_month" and status.known(turn).claim_date is None:
        following = "claim_date"
    if following is None:
        status.show(turn)
    else:
        _ask(turn, following, chain=chain)


def _following(field: str) -> str | None:
    if field in FOLLOWS:
        return FOLLOWS[field]
    if field not in QUESTIONS or field == QUESTIONS[-1]:
        return None
    return QUESTIONS[QUESTIONS.index(field) + 1]


COMMANDS: dict[str, Conversation] = {}
BUTTONS = {
    "declare": begin,
    "ask": ask,
    "tell": pressed,
    "typeday": typed_day,
    "change": corrections,
    "news": news,
    "portal": portal,
}
STEPS = {
    f"{STEP}{field}": typed
    for field in ("last_day", "paid_months", "wage", "claim_date", "contract_end", "portal_date", "employed_again_on")
} | {
    f"{STEP}{field}": typed
    for field in (
        "cause",
        "contract",
        "proof",
        "reported",
        "paid_through_month",
        "refused",
        "status_form_done",
        "filed_month",
        "attended",
    )
}
