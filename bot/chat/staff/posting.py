"""C2: a counselor pastes, forwards or types an advertisement, checks what was read, and publishes it."""

from bot.chat.staff.gate import for_staff
from bot.chat.turn import Conversation, Turn
from bot.screens.staff import posting as screens
from bot.services.staff import posting as services
from bot.services.staff.posting import Draft, Live
from bot.store.staff import Staff
from labour_market.adverts.field import Name
from labour_market.adverts.reading import is_advert
from labour_market.adverts.typed import labelled

TEXT, FIX, VALUE = "post.text", "post.fix", "post.value"


def how(turn: Turn, member: Staff) -> None:
    """How to post; what is typed or pasted next is the advertisement."""
    words = turn.said.text.partition(" ")[2] if turn.said.text.startswith("/") else ""
    if words.strip():
        _read(turn, member, words)
        return
    turn.expect(TEXT)
    turn.show(screens.how(turn.texts))


def pasted(turn: Turn) -> Conversation | None:
    """Give the conversation for an advertisement that staff pasted unasked, or for an answer about one; else None."""
    if turn.staff is None or not turn.said.text or turn.said.text.startswith("/"):
        return None
    if turn.person.step in {TEXT, FIX, VALUE}:
        return STEPS[turn.person.step]
    return for_staff(received) if turn.person.step is None and is_advert(turn.said.text) else None


def received(turn: Turn, member: Staff) -> None:
    """The words of an advertisement, also the caption of a forwarded poster."""
    if not any(letter.isalpha() for letter in turn.said.text):  # a poster alone: pictures are not read
        turn.expect(TEXT)
        turn.show(screens.unread(turn.texts, "no_words"))
        return
    _read(turn, member, turn.said.text)


def _read(turn: Turn, member: Staff, words: str) -> None:
    _go_on(turn, services.begin(turn.session, member, words, turn.today, turn.now))


def _go_on(turn: Turn, draft: Draft | None, note: str = "") -> None:
    """Show the draft where it stands: first which of several positions, then everything to check."""
    if draft is None:
        turn.expect(None)
        turn.show(screens.unread(turn.texts, "gone"))
        return
    turn.expect(FIX, posting=draft.id)
    if draft.offered:
        turn.show(screens.which(turn.texts, draft))
    else:
        turn.show(screens.check(turn.texts, draft, note))


def check(turn: Turn, member: Staff) -> None:
    """The draft again."""
    _go_on(turn, services.look(turn.session, member, turn.argument, turn.today))


def pick(turn: Turn, member: Staff) -> None:
    """Which of several positions is meant."""
    posting_id, _, which = turn.argument.partition(".")
    _go_on(turn, services.choose(turn.session, member, posting_id, which, turn.today))


def edit(turn: Turn, member: Staff) -> None:
    """Which field to change."""
    posting_id, _, page = turn.argument.partition(".")
    draft = services.look(turn.session, member, posting_id, turn.today)
    if draft is None:
        _go_on(turn, None)
    else:
        turn.expect(FIX, posting=draft.id)
        turn.show(screens.edit(turn.texts, draft, int(page)))


def field(turn: Turn, member: Staff) -> None:
    """Ask for one field."""
    posting_id, _, number = turn.argument.partition(".")
    name = list(Name)[int(number)]
    draft = services.look(turn.session, member, posting_id, turn.today)
    if draft is None:
        _go_on(turn, None)
    else:
        turn.expect(VALUE, posting=draft.id, field=name.value)
        turn.show(screens.field(turn.texts, draft, name))


def place(turn: Turn, member: Staff) -> None:
    """Which of the places of one name."""
    posting_id, _, which = turn.argument.partition(".")
    found = services.confirm(turn.session, member, posting_id, name=Name.PLACE, which=which, day=turn.today)
    _go_on(turn, found)


def all_right(turn: Turn, member: Staff) -> None:
    """Everything that was marked as doubtful is right."""
    _go_on(turn, services.confirm(turn.session, member, turn.argument, name=None, day=turn.today))


def typed_value(turn: Turn, member: Staff) -> None:
    """A field as typed."""
    draft = turn.draft
    _change(turn, member, draft.get("posting", ""), Name(draft["field"]), turn.said.text)


def typed(turn: Turn, member: Staff) -> None:
    """While a draft is looked at: "gaji: 3,5 jt" changes it, a new advertisement takes its place."""
    told = labelled(turn.said.text)
    if is_advert(turn.said.text):
        received(turn, member)
    elif told is not None:
        _change(turn, member, turn.draft.get("posting", ""), *told)
    else:
        draft = services.look(turn.session, member, turn.draft.get("posting", ""), turn.today)
        _go_on(turn, draft, turn.texts.say("posting.type_so"))


def _change(turn: Turn, member: Staff, posting_id: str, name: Name, text: str) -> None:
    changed = services.change(turn.session, member, posting_id, name=name, text=text, day=turn.today)
    if changed is not None:
        _go_on(turn, changed)
        return
    draft = services.look(turn.session, member, posting_id, turn.today)
    if draft is None:
        _go_on(turn, None)
    else:
        turn.expect(VALUE, posting=draft.id, field=name.value)
        turn.show(screens.field(turn.texts, draft, name, again=True))


def publish(turn: Turn, member: Staff) -> None:
    """Live; pressed again it is the same."""
    found = services.publish(turn.session, member, turn.argument, turn.today, turn.now)
    if isinstance(found, Live):
        turn.expect(None)
        turn.show(screens.live(turn.texts, found))
    else:
        _go_on(turn, found)


def drop(turn: Turn, member: Staff) -> None:
    """Forget the draft."""
    services.drop(turn.session, member, turn.argument)
    turn.expect(None)
    turn.show(screens.unread(turn.texts, "dropped"))


COMMANDS: dict[str, Conversation] = {"lowongan": for_staff(how), "vacancy": for_staff(how)}
BUTTONS: dict[str, Conversation] = {
    "post.how": for_staff(how), "post.check": for_staff(check), "post.pick": for_staff(pick),
    "post.edit": for_staff(edit), "post.field": for_staff(field), "post.place": for_staff(place),
    "post.ok": for_staff(all_right), "post.live": for_staff(publish), "post.drop": for_staff(drop),
}  # fmt: skip
STEPS: dict[str, Conversation] = {
    TEXT: for_staff(received), FIX: for_staff(typed), VALUE: for_staff(typed_value),
}  # fmt: skip
poster = for_staff(received)
