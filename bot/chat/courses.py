"""Courses: by the work one did or by a typed wish, one card at a time."""

from bot.chat.turn import Conversation, Turn
from bot.screens import courses as screens
from bot.services import courses as services
from bot.services import looking, offers, opening, profile, registering, towns
from bot.services.courses import Card, End
from bot.services.looking import Looker
from bot.services.widening import ANY_WORK
from bot.store.profiles import Search
from matching.profile import Kind
from matching.query import parse

WORK = "course.work"


def begin(turn: Turn) -> None:
    """Show the best course for what is known; ask only when nothing is."""
    turn.expect(None)
    known = _search(turn).wish
    if profile.knows_work(turn.session, turn.person.id) or known:
        _start(turn, "" if profile.knows_work(turn.session, turn.person.id) else known)
    else:
        ask(turn)


def ask(turn: Turn) -> None:
    """Which field."""
    turn.expect(WORK)
    ready = offers.matcher(turn.session, turn.deps.shelf, Kind.COURSE, turn.today)
    turn.show(screens.ask(turn.texts, towns.groups(ready)))


def work(turn: Turn) -> None:
    """A field by its group, or the wish to type it."""
    words = towns.words_of(turn.argument)
    if words:
        turn.expect(None)
        _start(turn, words)
    else:
        turn.expect(WORK)
        turn.show(screens.type_wish(turn.texts))


def search(turn: Turn) -> None:
    """A wish as typed; the profile stays as it is."""
    words = profile.plain_work(" ".join(parse(turn.said.text).words))
    if not any(letter.isalpha() for letter in words):
        turn.expect(WORK)
        turn.show(screens.type_wish(turn.texts, again=True))
        return
    turn.expect(None)
    _start(turn, words)


def _start(turn: Turn, wish: str) -> None:
    looking.begin(turn.session, turn.person.id, Kind.COURSE, turn.now, wish)
    show_next(turn)


def show_next(turn: Turn, after: str = "") -> None:
    """Show the next card, or the end."""
    found = services.next_card(turn.session, _looker(turn), after)
    if isinstance(found, End):
        turn.show(screens.end(turn.texts, found))
    else:
        _show(turn, found)


def following(turn: Turn) -> None:
    """The card after the one whose button was pressed."""
    show_next(turn, after=turn.argument)


def every(turn: Turn) -> None:
    """Every course there is, whatever the field; pressed twice it shows the same card."""
    running = _search(turn)
    if ANY_WORK in running.widened and running.seen:
        turn.argument = running.seen[-1]
        card(turn)
        return
    looking.widen(running, ANY_WORK)
    show_next(turn)


def card(turn: Turn) -> None:
    """One certain card."""
    _again(turn)


def opened(turn: Turn) -> None:
    """The vacancies that a course would open."""
    found = services.card(turn.session, _looker(turn), turn.argument)
    if found is None:
        show_next(turn)
    else:
        turn.show(screens.opened(turn.texts, found, opening.first(turn.session, found.opens, turn.today)))


def want(turn: Turn) -> None:
    """Interested: keep it."""
    services.interested(turn.session, turn.person.id, turn.argument, turn.now)
    _again(turn, turn.texts.say("course.wanted"))


def drop(turn: Turn) -> None:
    """Not interested after all."""
    services.not_interested(turn.session, turn.person.id, turn.argument, turn.now)
    _again(turn, turn.texts.say("course.dropped"))


def mine(turn: Turn) -> None:
    """The courses one is interested in."""
    turn.expect(None)
    saved = services.saved(turn.session, turn.person.id, turn.today)
    turn.show(screens.mine(turn.texts, saved, registering.all_of(turn.session, turn.person.id, turn.today)))


def _again(turn: Turn, note: str = "") -> None:
    found = services.card(turn.session, _looker(turn), turn.argument)
    if found is None:
        show_next(turn)
    else:
        _show(turn, found, note)


def _show(turn: Turn, found: Card, note: str = "") -> None:
    turn.show(screens.course(turn.texts, found, services.training_right(turn.today), note))


def _looker(turn: Turn) -> Looker:
    return Looker(turn.person.id, turn.deps.shelf, turn.today, turn.now)


def _search(turn: Turn) -> Search:
    return looking.of(turn.session, turn.person.id, Kind.COURSE, turn.now)


def others(turn: Turn) -> None:
    """Degrees and counselling days."""
    turn.show(screens.others(turn.texts, services.others(turn.session, turn.today)))


COMMANDS = {"kursus": begin, "course": begin, "courses": begin}


BUTTONS = {
    "course.apart": others,
    "course": begin, "coursesearch": search, "course.ask": ask, WORK: work, "course.next": following,
    "course.card": card, "course.open": opened, "course.all": every, "course.want": want,
    "course.drop": drop, "course.mine": mine,
}  # fmt: skip
STEPS: dict[str, Conversation] = {WORK: search}
