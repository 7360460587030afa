"""/tim: an admin sees and changes the staff of the own area; a counselor sees the own card."""

from collections.abc import Callable

from bot.chat.staff.gate import for_staff, number
from bot.chat.turn import Conversation, Turn
from bot.outbox import alerting
from bot.screens.staff import inviting as invite_screens
from bot.screens.staff import team as screens
from bot.services.staff import inviting, team
from bot.services.staff.naming import tidied
from bot.store.staff import Staff
from matching import places

FIND, NAME, OFFICE, AREA = "team.find", "team.name", "team.office", "team.area"
Way = Callable[[Turn, Staff, str], None]


def show(turn: Turn, member: Staff) -> None:
    """The roster for admins, the own card for everybody else; whatever was half-finished is left."""
    turn.expect(None)
    if team.may(member):
        _page(turn, member, "0")
    else:
        own_card(turn, member)


def own_card(turn: Turn, member: Staff, note: str = "") -> None:
    """The reader's own card."""
    shown = team.card(turn.session, member, member.id, turn.now)
    if shown is not None:
        turn.show((screens.member if team.may(member) else screens.own)(turn.texts, shown, note))


def pressed(turn: Turn, member: Staff) -> None:
    """A button: a letter for the deed and whose card it is; counselors only ever see their own."""
    deed, _, rest = turn.argument.partition(".")
    if not team.may(member) and deed:
        turn.expect(None)
        if deed == "m" and number(rest) == member.id:
            own_card(turn, member)
        else:
            turn.show(screens.only_admin(turn.texts))
        return
    ways: dict[str, Way] = {
        "p": _page, "m": _card, "e": _edit, "n": _ask_name, "o": _ask_office, "a": _ask_area, "w": _relocate,
        "t0": _trial_off, "t1": _trial_on, "x": _sure_off, "l": _sure_lost, "X": _dismiss, "L": _lost,
    }  # fmt: skip
    way = ways.get(deed)
    if way is None:
        show(turn, member)
    else:
        way(turn, member, rest)


def _page(turn: Turn, member: Staff, rest: str) -> None:
    found = team.roster(turn.session, member, turn.now)
    turn.expect(FIND)
    turn.show(screens.roster(turn.texts, found, number(rest), team.pending(turn.session, member, turn.now)))


def find(turn: Turn, member: Staff) -> None:
    """A typed name: those of the own area who are called like that."""
    if not team.may(member):
        show(turn, member)
        return
    words = tidied(turn.said.text)
    turn.show(screens.roster(turn.texts, team.roster(turn.session, member, turn.now, words), words=words))


def _card(turn: Turn, member: Staff, rest: str) -> None:
    show_card(turn, member, number(rest))


def show_card(turn: Turn, member: Staff, staff_id: int, note: str = "") -> None:
    """One member's card, as the reader may see it."""
    turn.expect(None)
    if staff_id == member.id:
        own_card(turn, member, note)
        return
    shown = team.card(turn.session, member, staff_id, turn.now)
    turn.show(screens.gone(turn.texts) if shown is None else screens.member(turn.texts, shown, note))


def _edit(turn: Turn, member: Staff, rest: str) -> None:
    shown = team.card(turn.session, member, number(rest), turn.now)
    turn.expect(None)
    turn.show(screens.gone(turn.texts) if shown is None else screens.edit(turn.texts, shown))


def _ask(turn: Turn, member: Staff, rest: str, field: str) -> None:
    if team.card(turn.session, member, number(rest), turn.now) is None:
        turn.show(screens.gone(turn.texts))
        return
    turn.expect(f"team.{field}", who=number(rest))
    turn.show(screens.ask(turn.texts, field, number(rest)))


def _ask_name(turn: Turn, member: Staff, rest: str) -> None:
    _ask(turn, member, rest, "name")


def _ask_office(turn: Turn, member: Staff, rest: str) -> None:
    _ask(turn, member, rest, "office")


def _ask_area(turn: Turn, member: Staff, rest: str) -> None:
    _ask(turn, member, rest, "area")


def _typed_words(turn: Turn, member: Staff, field: str) -> None:
    who, words = _who(turn), tidied(turn.said.text)
    if not words:
        turn.show(screens.ask(turn.texts, field, who, field))
        return
    change = team.rename if field == "name" else team.set_office
    done = change(turn.session, member, who, words, turn.now)
    show_card(turn, member, who, turn.texts.say("team.saved") if done else "")


def _who(turn: Turn) -> int:
    return int(turn.draft.get("who", 0))


def typed_name(turn: Turn, member: Staff) -> None:
    """The new name."""
    _typed_words(turn, member, "name")


def typed_office(turn: Turn, member: Staff) -> None:
    """The new office."""
    _typed_words(turn, member, "office")


def typed_area(turn: Turn, member: Staff) -> None:
    """The new area, or several of that name to choose from."""
    said, who = team.area_said(member, turn.said.text), _who(turn)
    if said.everywhere or len(said.codes) == 1:
        _relocate(turn, member, f"{who}.{said.codes[0] if said.codes else screens.EVERYWHERE}")
    elif said.codes:
        turn.show(screens.which_area(turn.texts, tuple(filter(None, map(places.area, said.codes))), who))
    else:
        turn.show(screens.ask(turn.texts, "area", who, "outside" if said.outside else "area"))


def _relocate(turn: Turn, member: Staff, rest: str) -> None:
    who, _, code = rest.partition(".")
    known = code == screens.EVERYWHERE or places.area(code) is not None
    area = None if code == screens.EVERYWHERE else code
    freed = team.relocate(turn.session, member, number(who), area, turn.now) if known else None
    _waits_again(turn, freed)
    note = turn.texts.say("team.moved", n=len(freed)) if freed is not None else ""
    show_card(turn, member, number(who), note)


def _waits_again(turn: Turn, freed: tuple[str, ...] | None) -> None:
    for request_id in freed or ():
        alerting.waits_again(turn.session, request_id, turn.now)


def _trial_on(turn: Turn, member: Staff, rest: str) -> None:
    team.set_trial(turn.session, member, number(rest), turn.now, on=True)
    show_card(turn, member, number(rest))


def _trial_off(turn: Turn, member: Staff, rest: str) -> None:
    team.set_trial(turn.session, member, number(rest), turn.now, on=False)
    show_card(turn, member, number(rest))


def _sure_off(turn: Turn, member: Staff, rest: str) -> None:
    _sure(turn, member, rest, "off")


def _sure_lost(turn: Turn, member: Staff, rest: str) -> None:
    _sure(turn, member, rest, "lost")


def _sure(turn: Turn, member: Staff, rest: str, deed: str) -> None:
    turn.expect(None)
    shown = team.card(turn.session, member, number(rest), turn.now)
    turn.show(screens.gone(turn.texts) if shown is None or shown.own else screens.sure(turn.texts, shown, deed))


def _dismiss(turn: Turn, member: Staff, rest: str) -> None:
    turn.expect(None)
    freed = team.dismiss(turn.session, member, number(rest), turn.now)
    _waits_again(turn, freed)
    _end(turn, number(rest), freed)


def _end(turn: Turn, staff_id: int, freed: tuple[str, ...] | None) -> None:
    row = turn.session.get(Staff, staff_id)
    if freed is None or row is None:
        turn.show(screens.gone(turn.texts))
    else:
        turn.show(screens.dismissed(turn.texts, row.name, len(freed)))


def _lost(turn: Turn, member: Staff, rest: str) -> None:
    turn.expect(None)
    ended = inviting.lost(turn.session, member, number(rest), turn.now)
    freed = ended[1] if ended is not None else None
    _waits_again(turn, freed)
    _end(turn, number(rest), freed)
    if ended is not None:
        link = ended[0]
        screen = (
            invite_screens.refused(turn.texts)
            if link is None
            else invite_screens.made(turn.texts, link, turn.said.bot_name, turn.person.zone)
        )
        turn.add(screen)


COMMANDS: dict[str, Conversation] = {"tim": for_staff(show), "team": for_staff(show)}
BUTTONS: dict[str, Conversation] = {"team": for_staff(pressed)}
STEPS: dict[str, Conversation] = {
    FIND: for_staff(find),
    NAME: for_staff(typed_name),
    OFFICE: for_staff(typed_office),
    AREA: for_staff(typed_area),
}
