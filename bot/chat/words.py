"""What a person types without being asked: danger first, then the awaited answer, a held talk, an intent, a search."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from bot.chat import abroad, beliefs, contract, human, rights, start
from bot.chat.staff import answering, posting
from bot.chat.turn import Conversation, Turn
from bot.screens import everywhere
from bot.screens import words as screens
from bot.services import danger, figures, missions, relief, words
from bot.services.abroad import NO_OFFICIAL_PLACEMENT
from bot.services.danger import Danger
from bot.services.words import Intent
from bot.store.people import INDONESIA

SEARCH, JOB, COURSE_SEARCH, FIGURES = "search", "job", "coursesearch", "figures"


@dataclass(frozen=True, slots=True)
class Table:
    """The conversations of the whole bot, by the names of their buttons and steps."""

    buttons: Mapping[str, Conversation]
    steps: Mapping[str, Conversation]


def choose(turn: Turn, table: Table) -> Conversation:
    """Say which conversation a typed text belongs to.

    What a counselor types for somebody she holds is that talk's, danger or not: she quotes and asks about it. So is
    what she notes about a client, or promises.
    """
    spoken = answering.typed(turn)
    if spoken is not None:
        return spoken
    noted = answering.OWN_STEPS.get(turn.person.step or "")
    if noted is not None and turn.staff is not None:
        return noted
    advert = posting.pasted(turn)
    if advert is not None:  # quoted, never told: its words are nobody's own
        return advert
    found = danger.find(turn.said.text)
    if found is not None:
        return partial(in_danger, found)
    step = table.steps.get(turn.person.step or "")
    if step is not None:
        return step
    if human.relay(turn):
        return _carried
    return _wanted(turn, table) or partial(start.not_understood, "text")


def _carried(_turn: Turn) -> None:
    """Say nothing: the words went to the person who holds the talk."""


def _wanted(turn: Turn, table: Table) -> Conversation | None:
    intent = words.intent(turn.said.text)
    if rule := beliefs.spoken_of(turn, intent):
        return rule
    if intent is None:
        return None
    if intent is Intent.SEARCH:
        return search_hook(table)
    if own := OWN.get(intent):
        return own
    if intent is Intent.FIGURES:
        return _pressing(table, (FIGURES, figures.province(turn.said.text)))
    return next((_pressing(table, target) for target in TARGETS[intent] if target[0] in table.buttons), None)


def _pressing(table: Table, target: tuple[str, str]) -> Conversation:
    """Do what pressing this button would do."""
    name, argument = target

    def conversation(turn: Turn) -> None:
        turn.argument = argument
        table.buttons[name](turn)

    return conversation


def search_hook(table: Table) -> Conversation | None:
    """Give the conversation that searches vacancies for `turn.said.text`: the button `search`, else the way to one."""
    return table.buttons.get(SEARCH) or table.buttons.get(JOB)


def in_danger(found: Danger, turn: Turn) -> None:
    """Show whom to call at once. The awaited step stays; a person who is already in the talk hears it too."""
    half_finished = turn.person.step is not None
    if found is Danger.SELF_HARM:
        relief.until_tomorrow(turn.session, turn.person, turn.now)
        turn.show(screens.hard_moment(turn.texts, abroad=start.abroad(turn), half_finished=half_finished))
    else:
        country = words.country_named(turn.said.text) or turn.person.country
        contacts = missions.contacts(country, turn.today)
        turn.show(screens.hotline(turn.texts, found, contacts, half_finished=half_finished))
    if turn.person.step == human.STEP:
        human.more(turn)
    else:
        human.carry(turn)


def helpline(turn: Turn) -> None:
    """The numbers we have, and an honest word about them."""
    turn.show(screens.helpline(turn.texts, missions.contacts(turn.person.country, turn.today)))


def not_now(turn: Turn) -> None:
    """Nothing now; the way stays open."""
    turn.show(screens.not_now(turn.texts))


def not_meant(turn: Turn) -> None:
    """The hotline was not meant; go on."""
    turn.show(screens.not_meant(turn.texts, half_finished=turn.person.step is not None))


def scam(turn: Turn) -> None:
    """Warn about a suspicious offer."""
    named = words.country_named(turn.said.text)
    country = named if named in NO_OFFICIAL_PLACEMENT else ""
    turn.show(screens.scam(turn.texts, country, missions.contacts(turn.person.country, turn.today)))


def page(name: str, turn: Turn) -> None:
    """A short page about what another office settles."""
    turn.show(screens.page(turn.texts, name))


def thanks(turn: Turn) -> None:
    """You are welcome, and the menu."""
    note = turn.texts.say("words.welcome")
    turn.show(everywhere.menu(turn.texts, abroad=start.abroad(turn), note=note))


def language(turn: Turn) -> None:
    """Switch to the language that the words name."""
    turn.argument = "en" if any(word in turn.said.text.casefold() for word in ("ingg", "engl")) else "id"
    start.language(turn)


def place_abroad(turn: Turn) -> None:
    """Somebody tells where abroad they are: ask back before their hours and contacts change."""
    country = words.country_named(turn.said.text)
    if country and country != turn.person.country:
        turn.show(screens.in_country(turn.texts, country))
    else:
        abroad.begin(turn)


def home(turn: Turn) -> None:
    """Somebody says they are back: ask, for their reminders abroad will stop."""
    if turn.person.country == INDONESIA:
        start.menu(turn)
    else:
        turn.show(screens.is_home(turn.texts))


OWN: Mapping[Intent, Conversation] = {
    Intent.SCAM: scam,
    Intent.LANGUAGE: language,
    Intent.PASSPORT: rights.passport,
    Intent.MISSION: rights.mission,
    Intent.WAGES: rights.wages,
    Intent.PMI_COST: contract.iuran,
    Intent.PMI_ENDED: rights.ended,
    Intent.PMI_EVENTS: rights.events,
    Intent.PMI_RIGHTS: rights.rights,
    Intent.CONTRACT_END: contract.end,
    Intent.HOME: home,
    Intent.ABROAD: place_abroad,
    Intent.HELP: start.help_page,
    Intent.THANKS: thanks,
    Intent.GREETING: start.begin,
    Intent.JHT: partial(page, "jht"),
    Intent.DISPUTE: partial(page, "dispute"),
    Intent.ACCOUNT: partial(page, "account"),
    Intent.MEMBERSHIP: partial(page, "membership"),
    Intent.JKP_TRAINING: partial(page, "jkp_training"),
}
# buttons of other conversations with their argument; the first that exists is taken
TARGETS: Mapping[Intent, tuple[tuple[str, str], ...]] = {
    Intent.DELETE: (("mydata", "erase"),),
    Intent.DATA: (("mydata", ""),),
    Intent.HOUR: (("settings", "hour"),),
    Intent.STOP_REMINDERS: (("reminders", "p"),),
    Intent.STOP: (("stop", ""),),
    Intent.REMINDERS: (("reminders", ""),),
    Intent.HUMAN: (("human", ""),),
    Intent.JKP_PAPERS: (("jkp.papers", ""), ("jkp", "")),
    Intent.JKP_WHAT: (("jkp.what", ""), ("jkp", "")),
    Intent.JKP: (("jkp", ""),),
    Intent.COURSE: ((COURSE_SEARCH, ""), ("course", "")),
}
COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {"helpline": helpline, "not_now": not_now, "not_meant": not_meant}
STEPS: dict[str, Conversation] = {}
