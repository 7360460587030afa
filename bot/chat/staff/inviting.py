"""An admin invites somebody: role, area, office, name, and the link; and takes an unused link back."""

from bot.chat.staff.gate import for_staff
from bot.chat.turn import Conversation, Turn
from bot.screens.staff import inviting as screens
from bot.screens.staff import team as team_screens
from bot.services.mydata import place_name
from bot.services.staff import inviting, team
from bot.services.staff.naming import tidied
from bot.store.invites import Grant
from bot.store.staff import ROLES, Staff
from matching import places

AREA, OFFICE, NAME = "invite.area", "invite.office", "invite.name"


def pressed(turn: Turn, member: Staff) -> None:
    """A button: nothing (begin), r.ROLE, a.CODE, o (my office), list, d.ID (take back)."""
    if not team.may(member):
        turn.expect(None)
        turn.show(team_screens.only_admin(turn.texts))
        return
    deed, _, rest = turn.argument.partition(".")
    if deed == "list":
        _list(turn, member)
    elif deed == screens.ALONE:
        inviting.take_back(turn.session, member, rest, turn.now)
        _list(turn, member)
    elif deed == "r" and rest in ROLES:
        _ask_area(turn, member, rest)
    elif deed == "a" and "role" in turn.draft:
        _take_area(turn, member, rest)
    elif deed == "o" and "area" in turn.draft:
        _ask_name(turn, member.office)
    else:
        turn.expect(None)
        turn.show(screens.role(turn.texts))


def _list(turn: Turn, member: Staff) -> None:
    turn.expect(None)
    links = inviting.standing(turn.session, member, turn.now)
    turn.show(screens.standing(turn.texts, links, turn.person.zone))


def _ask_area(turn: Turn, member: Staff, role: str, problem: str = "") -> None:
    turn.expect(AREA, role=role)
    turn.show(screens.area(turn.texts, place_name(member.area), member.area or "", problem))


def typed_area(turn: Turn, member: Staff) -> None:
    """The area, or several of that name to choose from."""
    said = team.area_said(member, turn.said.text)
    if said.everywhere or len(said.codes) == 1:
        _take_area(turn, member, said.codes[0] if said.codes else team_screens.EVERYWHERE)
    elif said.codes:
        turn.show(screens.which_area(turn.texts, tuple(filter(None, map(places.area, said.codes)))))
    else:
        _ask_area(turn, member, str(turn.draft.get("role", "")), "outside" if said.outside else "area")


def _take_area(turn: Turn, member: Staff, code: str) -> None:
    turn.expect(OFFICE, role=turn.draft.get("role", ""), area=code)
    turn.show(screens.office(turn.texts, member.office))


def typed_office(turn: Turn, member: Staff) -> None:
    """The office."""
    office = tidied(turn.said.text)
    if office:
        _ask_name(turn, office)
    else:
        turn.show(screens.office(turn.texts, member.office, "office"))


def _ask_name(turn: Turn, office: str) -> None:
    turn.expect(NAME, role=turn.draft.get("role", ""), area=turn.draft.get("area", ""), office=office)
    turn.show(screens.name(turn.texts))


def typed_name(turn: Turn, member: Staff) -> None:
    """The name; with it the link is made."""
    name, draft = tidied(turn.said.text), turn.draft
    if not name:
        turn.show(screens.name(turn.texts, "name"))
        return
    turn.expect(None)
    code = str(draft.get("area", ""))
    area = None if code == team_screens.EVERYWHERE else code
    grant = Grant(str(draft.get("role", "")), name, str(draft.get("office", "")), area)
    known = area is None or places.area(area) is not None
    link = inviting.invite(turn.session, member, grant, turn.now) if known else None
    if link is None:
        turn.show(screens.refused(turn.texts))
    else:
        turn.show(screens.made(turn.texts, link, turn.said.bot_name, turn.person.zone))


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {"invite": for_staff(pressed)}
STEPS: dict[str, Conversation] = {
    AREA: for_staff(typed_area),
    OFFICE: for_staff(typed_office),
    NAME: for_staff(typed_name),
}
