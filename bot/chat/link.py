"""S1d: linking to the register, by the own number or by three identifiers; what identifies is deleted from the chat."""

from datetime import date

from bot.chat import calling, registering, status
from bot.chat.turn import Conversation, Turn
from bot.screens import link as screens
from bot.services import linking, typed
from bot.services.linking import Outcome
from jkp.membership import identifiers

PHONE, NIK, BIRTH, KPJ, CODE = "link.phone", "link.nik", "link.birth", "link.kpj", "link.code"
OLDEST = 100  # years


def begin(turn: Turn) -> None:
    """Say why, and offer the key that shares the number."""
    turn.expect(PHONE)
    turn.show(screens.intro(turn.texts))
    turn.add(screens.share(turn.texts))


def about_data(turn: Turn) -> None:
    """What happens with the data."""
    turn.show(screens.about_data(turn.texts))


def contact(turn: Turn) -> None:
    """A shared number, expected or not."""
    shared = turn.said.contact
    if shared is None or calling.shared(turn) or registering.shared(turn):
        return
    turn.delete_said()
    turn.expect(None)
    _answer(turn, linking.by_phone(turn.session, turn.person, shared.phone, shared.user_id, turn.now))


def not_shared(turn: Turn) -> None:
    """Something typed instead of the key: leave, kindly."""
    turn.expect(None)
    turn.add(screens.outcome(turn.texts, "left"))
    status.show(turn)


def second(turn: Turn) -> None:
    """Level 2 begins with the NIK."""
    turn.expect(NIK)
    turn.show(screens.ask(turn.texts, "nik"))


def typed_nik(turn: Turn) -> None:
    """The NIK."""
    turn.delete_said()
    number = identifiers.nik(turn.said.text)
    if number is None:
        turn.show(screens.ask(turn.texts, "nik", wrong=True))
        return
    turn.expect(BIRTH, nik=number)
    turn.show(screens.ask(turn.texts, "birth"))


def typed_birth(turn: Turn) -> None:
    """The birth date."""
    turn.delete_said()
    day = typed.day(turn.said.text, turn.today)
    if day is None or not turn.today.year - OLDEST <= day.year < turn.today.year:
        turn.show(screens.ask(turn.texts, "birth", wrong=True))
        return
    turn.expect(KPJ, nik=turn.draft["nik"], birth=day.isoformat())
    turn.show(screens.ask(turn.texts, "kpj"))


def typed_kpj(turn: Turn) -> None:
    """The KPJ: now all three are compared."""
    turn.delete_said()
    number = identifiers.kpj(turn.said.text)
    if number is None:
        turn.show(screens.ask(turn.texts, "kpj", wrong=True))
        return
    draft = turn.draft
    turn.expect(None)
    birth = date.fromisoformat(draft["birth"])
    _answer(
        turn,
        linking.by_identity(turn.session, turn.person, turn.now, nik=draft["nik"], birth_date=birth, kpj=number),
    )


def ask_code(turn: Turn) -> None:
    """An officer has seen the papers and gave a code."""
    turn.expect(CODE)
    turn.show(screens.ask_code(turn.texts))


def typed_code(turn: Turn) -> None:
    """The code; a wrong one can be typed again."""
    outcome = linking.by_code(turn.session, turn.person, turn.said.text, turn.now)
    if outcome is Outcome.CODE_WRONG:
        turn.show(screens.ask_code(turn.texts, wrong=True))
        return
    turn.expect(None)
    _answer(turn, outcome)


def _answer(turn: Turn, outcome: Outcome) -> None:
    turn.add(screens.outcome(turn.texts, outcome))
    status.show(turn)


COMMANDS: dict[str, Conversation] = {}
BUTTONS = {"link": begin, "link.two": second, "link.read": about_data, "link.code": ask_code}
STEPS = {PHONE: not_shared, NIK: typed_nik, BIRTH: typed_birth, KPJ: typed_kpj, CODE: typed_code}
