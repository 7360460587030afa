"""Invitations: what an admin is asked, the link, what whoever opens it sees, and what the admins hear."""

from datetime import datetime
from urllib.parse import quote

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.screens.vacancy_lines import short
from bot.services.staff.inviting import Made
from bot.store.invites import Grant
from bot.texts import figures
from bot.texts.catalogue import Texts, lines
from matching.areas import Area

MOST_LISTED = 4
ALONE = "d"  # the argument that drops a link; with an id behind it


def role(t: Texts) -> Screen:
    """Who is it to be."""
    return card(
        t, t.say("invite.role"), choice(t, "invite.counselor", "invite", "r.counselor"),
        choice(t, "invite.admin", "invite", "r.admin"), choice(t, "invite.standing", "invite", "list"),
        choice(t, "team.back", "team"),
    )  # fmt: skip


def area(t: Texts, own: str, own_code: str, problem: str = "") -> Screen:
    """For which area; the admin's own one, or everywhere, is one tap away."""
    text = lines(t.say(f"team.problem.{problem}") if problem else "", t.say("invite.area"))
    label = t.label("invite.own_area", area=own) if own else t.label("invite.everywhere")
    return card(t, text, Button(label, "invite", f"a.{own_code or '-'}"), choice(t, "team.back", "team"))


def which_area(t: Texts, areas: tuple[Area, ...]) -> Screen:
    """Several places have this name."""
    rows = (Button(one.name, "invite", f"a.{one.code}") for one in areas[:5])
    return card(t, t.say("team.which_area"), *rows)


def office(t: Texts, own: str, problem: str = "") -> Screen:
    """Of which office; the admin's own one is one tap away."""
    text = lines(t.say(f"team.problem.{problem}") if problem else "", t.say("invite.office"))
    mine = (choice(t, "invite.own_office", "invite", "o"),) if own else ()
    return card(t, text, *mine, choice(t, "team.back", "team"))


def name(t: Texts, problem: str = "") -> Screen:
    """Under which name; whoever opens the link must type it again."""
    text = lines(t.say(f"team.problem.{problem}") if problem else "", t.say("invite.name"))
    return card(t, text, choice(t, "team.back", "team"))


def made(t: Texts, link: Made, bot_name: str, zone: str) -> Screen:
    """The link, to be sent to one person only."""
    address = f"https://t.me/{bot_name}?start={link.payload}"
    until = figures.moment(link.expires_at, zone, t.language)
    text = lines(
        t.say("invite.made", name=link.name), address, "\n",
        t.say("invite.until", moment=until), t.say("invite.once"), t.say("invite.will_type", name=link.name),
    )  # fmt: skip
    share = Button(t.label("invite.share"), url=f"https://t.me/share/url?url={quote(address, safe='')}")
    return card(t, text, share, choice(t, "team.back", "team"))


def refused(t: Texts) -> Screen:
    """Too many links today, or not in the own area."""
    return card(t, t.say("invite.refused"), choice(t, "team.back", "team"))


def standing(t: Texts, links: tuple[tuple[str, Grant, datetime], ...], zone: str) -> Screen:
    """The links that can still be used, each to be taken back."""
    if not links:
        return card(t, t.say("invite.none"), choice(t, "team.back", "team"))
    shown = links[:MOST_LISTED]
    text = lines(t.say("invite.list", n=len(links)), *(_link(t, grant, until, zone) for _id, grant, until in shown))
    rows = (choice(t, "invite.drop", "invite", f"{ALONE}.{one}", name=_short(grant.name)) for one, grant, _ in shown)
    return card(t, text, *rows, choice(t, "team.back", "team"))


def _short(words: str) -> str:
    return short(words, 20)  # letters beside "take back"


def _link(t: Texts, grant: Grant, until: datetime, zone: str) -> str:
    return t.say("invite.listed", name=grant.name, moment=figures.moment(until, zone, t.language))


def opened(t: Texts, grant: Grant) -> Screen:
    """For whoever opened the link: what it is for, and the question that proves the right person."""
    text = lines(
        t.say("join.hello"), t.say(f"join.as_{grant.role}"),
        t.say("join.office", office=grant.office) if grant.office else "", "\n", t.say("join.ask_name"),
    )  # fmt: skip
    return card(t, text)


def not_opened(t: Texts, outcome: str) -> Screen:
    """A link that does not open: wrong, late, used, taken, too_many, staff; told kindly, with a way on."""
    return card(t, t.say(f"join.{outcome}"))


def other_name(t: Texts, left: int) -> Screen:
    """Not the name on the invitation; none left means that the link has ended."""
    return card(t, t.say("join.other_name", n=left) if left else t.say("join.no_more"))


def joined(t: Texts, grant: Grant, back: int, *, trial: bool) -> Screen:
    """Welcome."""
    text = lines(
        t.say("join.done", name=grant.name), t.say("join.trial") if trial else "",
        t.say("join.back", n=back) if back else "", t.say("join.recorded"),
    )  # fmt: skip
    return card(t, text, choice(t, "join.desk", "menu"))


def told_joined(t: Texts, grant: Grant, telegram_name: str, staff_id: int) -> Screen:
    """For the admins: who came, and the way to stop a stranger at once."""
    text = lines(
        t.say("invite.joined", name=grant.name), t.say("invite.joined_as", name=telegram_name),
        t.say("invite.joined_check"),
    )  # fmt: skip
    return card(
        t, text, choice(t, "invite.see", "team", f"m.{staff_id}"), choice(t, "invite.stranger", "team", f"x.{staff_id}")
    )


def told_wrong(t: Texts, grant: Grant) -> Screen:
    """For the admins: somebody had the link but not the name."""
    return card(t, t.say("invite.wrong_name", name=grant.name), choice(t, "team.invite", "invite"))
