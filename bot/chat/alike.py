"""Offers like one that is gone: the button on a card that was closed after it had been sent."""

from bot.chat import courses, vacancies
from bot.chat.turn import Conversation, Turn
from bot.services import looking, profile
from labour_market import search as vacancy_catalogue
from matching.places import PlaceKind, find
from matching.profile import Kind, Opportunity
from training_catalog import search as course_catalogue


def vacancies_like(turn: Turn) -> None:
    """Look for the same work; where the person named no place, at the place of the one that is gone."""
    gone = vacancy_catalogue.by_id(turn.session, turn.argument, turn.today)
    if gone is None:
        vacancies.begin(turn)
        return
    _begin(turn, Kind.VACANCY, gone.offer)
    vacancies.show_next(turn)


def courses_like(turn: Turn) -> None:
    """Look for courses of the same kind."""
    gone = course_catalogue.by_id(turn.session, turn.argument, turn.today)
    if gone is None:
        courses.begin(turn)
        return
    _begin(turn, Kind.COURSE, gone.offer)
    courses.show_next(turn)


def _begin(turn: Turn, kind: Kind, gone: Opportunity) -> None:
    turn.expect(None)
    running = looking.of(turn.session, turn.person.id, kind, turn.now)
    wish = profile.plain_work(gone.title)
    if running.wish == wish and gone.id in running.seen:
        return  # pressed again: the search goes on
    running = looking.begin(turn.session, turn.person.id, kind, turn.now, wish)
    where = find(gone.location)
    if kind is Kind.VACANCY and not profile.knows_place(turn.session, turn.person.id) and where.kind is PlaceKind.AREA:
        running.places = sorted(where.codes)
    looking.note_seen(running, gone.id)


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {"like.job": vacancies_like, "like.course": courses_like}
STEPS: dict[str, Conversation] = {}
