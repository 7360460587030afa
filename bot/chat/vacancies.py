"""Finding work (S2, S4): guest first, two questions, then cards; typed searches come in by the same door."""

from bot.chat.turn import Conversation, Turn
from bot.screens import vacancies as screens
from bot.services import looking, offers, profile, towns
from bot.services import vacancies as services
from bot.services.looking import Looker
from bot.services.profile import NotUnderstood, SeveralPlaces
from bot.services.vacancies import Card, End
from bot.store.profiles import Search
from matching.areas import nearest
from matching.matcher import Matcher
from matching.occupations import occupations
from matching.places import PlaceKind
from matching.profile import Kind
from matching.query import Query, parse

WORK, PLACE = "job.work", "job.place"
ANY, NEAR, TYPE = "any", "near", "type"
BETWEEN = "+"


def begin(turn: Turn) -> None:
    """Look for work with what is known; ask only for what is not."""
    turn.expect(None)
    if _ready(turn) is None:
        turn.show(screens.empty(turn.texts))
    elif not profile.knows_work(turn.session, turn.person.id) and not _wish(turn):
        ask_work(turn)
    elif not profile.knows_place(turn.session, turn.person.id):
        _ask_place(turn)
    else:
        looking.begin(turn.session, turn.person.id, Kind.VACANCY, turn.now, _wish(turn))
        show_next(turn)


def change(turn: Turn) -> None:
    """What to change of the search: the work or the place."""
    turn.expect(None)
    turn.show(screens.change(turn.texts))


def ask_work(turn: Turn) -> None:
    """The first question, also to change the answer."""
    turn.expect(WORK)
    turn.show(screens.ask_work(turn.texts, towns.groups(_ready(turn))))


def work(turn: Turn) -> None:
    """A job by its group, or the wish to type it."""
    words = towns.words_of(turn.argument)
    if not words:
        turn.expect(WORK)
        turn.show(screens.type_work(turn.texts))
        return
    profile.keep(turn.session, turn.person.id, "occupation", words)
    _after_work(turn)


def typed_work(turn: Turn) -> None:
    """A job as typed; a place in the same words is taken as well."""
    query = parse(turn.said.text)
    try:
        profile.keep(turn.session, turn.person.id, "occupation", " ".join(query.words))
    except NotUnderstood:
        turn.show(screens.type_work(turn.texts, again=True))
        return
    if query.place.kind in {PlaceKind.AREA, PlaceKind.PROVINCE}:
        profile.work_in(turn.session, turn.person.id, tuple(one.code for one in query.place.areas))
    _after_work(turn)


def _after_work(turn: Turn) -> None:
    looking.begin(turn.session, turn.person.id, Kind.VACANCY, turn.now)
    if profile.knows_place(turn.session, turn.person.id):
        turn.expect(None)
        show_next(turn)
    else:
        _ask_place(turn)


def _ask_place(turn: Turn, *, again: bool = False) -> None:
    turn.expect(PLACE)
    ready = _ready(turn)
    job = looking.own(turn.session, _search(turn)).last_occupation
    turn.show(screens.ask_place(turn.texts, towns.towns(ready, job, turn.today) if ready else (), again=again))


def ask_place(turn: Turn) -> None:
    """The second question, also to change the answer."""
    _ask_place(turn)


def place(turn: Turn) -> None:
    """A place by button: near me, anywhere, or the codes of a town."""
    if turn.argument == NEAR:
        turn.expect(PLACE)
        turn.add(screens.ask_location(turn.texts))
        return
    codes = () if turn.argument == ANY else tuple(turn.argument.split(BETWEEN))
    _settle(turn, codes)


def located(turn: Turn) -> None:
    """A shared location, expected or not: only its regency is kept."""
    where = turn.said.place
    if where is not None:
        found = nearest(where.lat, where.lon)
        turn.add(screens.place_noted(turn.texts, found.name))
        _settle(turn, (found.code,))


def typed_place(turn: Turn) -> None:
    """A place as typed; a name that several places share is asked back."""
    if turn.said.text == turn.texts.label("job.no_share"):
        turn.add(screens.place_left(turn.texts))
        _ask_place(turn)
        return
    if occupations(turn.said.text, guess=False):  # a new search, typed where a place was asked for
        search(turn)
        return
    try:
        _settle(turn, profile.place(turn.said.text))
    except SeveralPlaces as several:
        turn.show(screens.which_place(turn.texts, several.areas, "job.place"))
    except NotUnderstood:
        _ask_place(turn, again=True)


def _settle(turn: Turn, codes: tuple[str, ...]) -> None:
    profile.work_in(turn.session, turn.person.id, codes)
    search = _search(turn)
    looking.begin(turn.session, turn.person.id, Kind.VACANCY, turn.now, search.wish)
    turn.expect(None)
    show_next(turn)


def search(turn: Turn) -> None:
    """A search in words: "loker gudang karawang". What it leaves open comes from the profile, or is asked."""
    query = parse(turn.said.text)
    turn.expect(None)
    looking.begin_typed(turn.session, turn.person.id, Kind.VACANCY, query, turn.now)
    if _ready(turn) is None:
        turn.show(screens.empty(turn.texts))
    elif query.place.kind is PlaceKind.CHOICE:
        turn.show(screens.which_place(turn.texts, query.place.areas, "job.pick"))
    elif query.place.kind is PlaceKind.NONE and not profile.knows_place(turn.session, turn.person.id):
        _ask_place(turn)
    else:
        show_next(turn, note=_read_as(turn, query))


def pick(turn: Turn) -> None:
    """Which of the places of one name a typed search meant; the profile stays as it is."""
    running = _search(turn)
    running.places = turn.argument.split(BETWEEN)
    running.seen = []
    show_next(turn)


def _read_as(turn: Turn, query: Query) -> str:
    """Say how a misspelt place was read, so that a wrong guess is seen."""
    where = query.place.area
    return turn.texts.say("job.read_as", name=where.name) if query.place.guessed and where else ""


def show_next(turn: Turn, after: str = "", note: str = "") -> None:
    """Show the next card, or the end."""
    found = services.next_card(turn.session, _looker(turn), after)
    if isinstance(found, End):
        turn.show(screens.end(turn.texts, found))
    else:
        turn.show(screens.vacancy(turn.texts, found, note))


def following(turn: Turn) -> None:
    """The card after the one whose button was pressed."""
    show_next(turn, after=turn.argument)


def wider(turn: Turn) -> None:
    """Let a condition go and look again."""
    running = _search(turn)
    if turn.argument in running.widened and running.seen:  # pressed twice: the same card
        turn.argument = running.seen[-1]
        show_card(turn)
        return
    looking.widen(running, turn.argument)
    show_next(turn)


def ways_on(turn: Turn) -> None:
    """Little fits: what a change would bring."""
    turn.show(screens.end(turn.texts, services.ways_on(turn.session, _looker(turn))))


def show_card(turn: Turn, note: str = "") -> None:
    """One certain card again; the next one if it is gone for good."""
    found = _card(turn, turn.argument)
    if found is None:
        show_next(turn)
    else:
        turn.show(screens.vacancy(turn.texts, found, note))


def card(turn: Turn) -> None:
    """One certain card."""
    show_card(turn)


def save(turn: Turn) -> None:
    """Keep a card for later."""
    services.save(turn.session, turn.person.id, turn.argument, turn.now)
    show_card(turn, turn.texts.say("job.saved_note"))


def unsave(turn: Turn) -> None:
    """Take a card out of the saved ones."""
    services.take_back(turn.session, turn.person.id, turn.argument, turn.now)
    show_card(turn, turn.texts.say("job.unsaved_note"))


def saved(turn: Turn) -> None:
    """The saved cards."""
    turn.expect(None)
    turn.show(screens.saved(turn.texts, services.saved(turn.session, turn.person.id, turn.today)))


def why(turn: Turn) -> None:
    """Why this card is shown."""
    found = _card(turn, turn.argument)
    if found is None:
        show_next(turn)
    else:
        turn.show(screens.why(turn.texts, found))


def ask_reason(turn: Turn) -> None:
    """Ask why it is not for this person."""
    turn.show(screens.reasons(turn.texts, turn.argument))


def refuse(turn: Turn) -> None:
    """Keep the reason; it changes what comes next."""
    offer_id, _, reason = turn.argument.partition(".")
    services.refuse(turn.session, turn.person.id, offer_id, reason, turn.now)
    turn.show(screens.refused(turn.texts, offer_id, applied=reason == services.APPLIED))


def unrefuse(turn: Turn) -> None:
    """Take the refusal back and show the card again."""
    services.take_back(turn.session, turn.person.id, turn.argument, turn.now)
    show_card(turn)


def _card(turn: Turn, offer_id: str) -> Card | None:
    return services.card(turn.session, _looker(turn), offer_id)


def _looker(turn: Turn) -> Looker:
    return Looker(turn.person.id, turn.deps.shelf, turn.today, turn.now)


def _ready(turn: Turn) -> Matcher | None:
    return offers.matcher(turn.session, turn.deps.shelf, Kind.VACANCY, turn.today)


def _search(turn: Turn) -> Search:
    return looking.of(turn.session, turn.person.id, Kind.VACANCY, turn.now)


def _wish(turn: Turn) -> str:
    """The typed wish of the last search, when the profile names no work."""
    return "" if profile.knows_work(turn.session, turn.person.id) else _search(turn).wish


COMMANDS = {"kerja": begin, "job": begin, "loker": begin, "simpanan": saved, "saved": saved}
BUTTONS = {
    "job": begin, "search": search, "job.change": change, "job.ask": ask_work, "job.where": ask_place, WORK: work,
    PLACE: place, "job.pick": pick, "job.next": following, "job.card": card, "job.wider": wider, "job.why": why,
    "job.no": ask_reason, "job.refuse": refuse, "job.unrefuse": unrefuse, "job.save": save, "job.unsave": unsave,
    "job.saved": saved, "job.wide": ways_on,
}  # fmt: skip
STEPS: dict[str, Conversation] = {WORK: typed_work, PLACE: typed_place}
