"""/tim: who is staff, one member's card, and the changes an admin can make; a counselor sees the own card."""

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.screens.vacancy_lines import short
from bot.services.staff.team import Member
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from matching.areas import Area

ON_A_PAGE = 3
FIELDS = ("name", "office", "area")
EVERYWHERE = "-"


def roster(t: Texts, members: tuple[Member, ...], page: int = 0, pending: int = 0, words: str = "") -> Screen:
    """The staff of the admin's area, a few at a time; a typed name finds one."""
    pages = max(1, -(-len(members) // ON_A_PAGE))
    page = page % pages
    shown = members[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    text = lines(
        t.say("team.found", words=words, n=len(members)) if words else t.say("team.title", n=len(members)),
        *(_line(t, one) for one in shown),
        t.say("team.pending", n=pending) if pending else Raw(""),
        "\n", t.say("team.find"),
    )  # fmt: skip
    others = (choice(t, "team.more", "team", f"p.{page + 1}"),) if pages > 1 and not words else ()
    rows = (choice(t, "team.open", "team", f"m.{one.id}", name=_short(one.name)) for one in shown)
    return card(t, text, *rows, choice(t, "team.invite", "invite"), choice(t, "team.audit", "audit"), *others)


def _short(name: str) -> str:
    return short(name, 28)  # letters that a button shows beside its icon


def _line(t: Texts, one: Member) -> Raw:
    marks = (
        t.say("team.mark_away") if one.away is not None else Raw(""),
        t.say("team.mark_trial") if one.trial else Raw(""),
        t.say("team.mark_silent") if not one.started else Raw(""),
    )
    where = t.say("team.line", name=one.name, role=_role(t, one.role), area=_area(t, one.area))
    return Raw(" · ".join((where, *(mark for mark in marks if mark))))


def _role(t: Texts, role: str) -> Raw:
    return t.say(f"team.role.{role}")


def _area(t: Texts, area: str) -> str:
    return area or t.say("team.everywhere")


def member(t: Texts, shown: Member, note: str = "") -> Screen:
    """One member, for an admin; the own card has no way to take the own role away."""
    text = lines(note, "\n" if note else "", *_about(t, shown))
    away = _away_button(t, shown)
    if shown.own:
        return card(t, text, away, choice(t, "team.edit", "team", f"e.{shown.id}"), choice(t, "team.back", "team"))
    trial = choice(t, "team.trial_off" if shown.trial else "team.trial_on", "team", _trial(shown))
    return card(
        t, text, choice(t, "team.edit", "team", f"e.{shown.id}"), away, trial,
        choice(t, "team.lost", "team", f"l.{shown.id}"), choice(t, "team.off", "team", f"x.{shown.id}"),
        choice(t, "team.back", "team"),
    )  # fmt: skip


def _trial(shown: Member) -> str:
    return f"t0.{shown.id}" if shown.trial else f"t1.{shown.id}"


def _away_button(t: Texts, shown: Member) -> Button:
    if shown.away is None:
        return choice(t, "team.away", "away", shown.id)
    return choice(t, "team.present", "away", f"b.{shown.id}")


def _about(t: Texts, shown: Member) -> tuple[Raw, ...]:
    return (
        t.say("team.who", name=shown.name, role=_role(t, shown.role)),
        t.say("team.office", office=shown.office) if shown.office else Raw(""),
        t.say("team.area", area=_area(t, shown.area)),
        t.say("team.holds", n=shown.held),
        _absence(t, shown),
        t.say("team.on_trial") if shown.trial else Raw(""),
        t.say("team.silent") if not shown.started else Raw(""),
    )


def _absence(t: Texts, shown: Member) -> Raw:
    if shown.away is None:
        return Raw("")
    first, last = (figures.day(day, t.language) for day in (shown.away.from_day, shown.away.to_day))
    who = t.say("team.stand_in", name=shown.away.stand_in) if shown.away.stand_in else t.say("team.no_stand_in")
    return lines(t.say("team.absent", first=first, last=last), who)


def own(t: Texts, shown: Member, note: str = "") -> Screen:
    """A counselor's own card."""
    return card(t, lines(note, "\n" if note else "", *_about(t, shown)), _away_button(t, shown))


def edit(t: Texts, shown: Member) -> Screen:
    """What to change."""
    fields = (field for field in FIELDS if field != "area" or not shown.own)
    rows = (choice(t, f"team.edit_{field}", "team", f"{field[0]}.{shown.id}") for field in fields)
    return card(t, lines(*_about(t, shown)), *rows, _to(t, shown.id))


def _to(t: Texts, staff_id: int) -> Button:
    return choice(t, "menu.back", "team", f"m.{staff_id}")


def ask(t: Texts, field: str, staff_id: int, problem: str = "") -> Screen:
    """Ask for the new value; a wrong one is asked again with what was expected."""
    text = lines(t.say(f"team.problem.{problem}") if problem else "", t.say(f"team.ask_{field}"))
    return card(t, text, _to(t, staff_id))


def which_area(t: Texts, areas: tuple[Area, ...], staff_id: int) -> Screen:
    """Several places have this name."""
    rows = (Button(one.name, "team", f"w.{staff_id}.{one.code}") for one in areas[:5])
    return card(t, t.say("team.which_area"), *rows, _to(t, staff_id))


def sure(t: Texts, shown: Member, deed: str) -> Screen:
    """One clear warning before a role is taken away: `off`, or `lost` with a telephone."""
    text = lines(t.say(f"team.sure_{deed}", name=shown.name), t.say("team.sure_held", n=shown.held))
    yes = choice(t, f"team.yes_{deed}", "team", f"{'L' if deed == 'lost' else 'X'}.{shown.id}")
    return card(t, text, yes, _to(t, shown.id))


def gone(t: Texts) -> Screen:
    """Nobody of the own area has this number (any more)."""
    return card(t, t.say("team.gone"), choice(t, "team.back", "team"))


def dismissed(t: Texts, name: str, freed: int) -> Screen:
    """The role is gone, at once."""
    text = lines(t.say("team.dismissed", name=name), t.say("team.freed", n=freed) if freed else Raw(""))
    return card(t, text, choice(t, "team.back", "team"))


def only_admin(t: Texts) -> Screen:
    """A counselor pressed what only admins may do."""
    return card(t, t.say("team.only_admin"), choice(t, "team.mine", "team"))
