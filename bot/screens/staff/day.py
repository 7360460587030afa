"""C0: the morning card, pushed at 07.30 and asked for by /hari."""

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.staff.caseload import Need
from bot.services.staff.day import Morning
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines


def morning(t: Texts, shown: Morning) -> Screen:
    """What the day holds, the most pressing first; a quiet day is said to be quiet."""
    counted = tuple(_counted(t, shown))
    text = lines(
        t.say("day.hello" if shown.early else "day.hello_later", name=shown.name),
        t.say("day.today", day=figures.day(shown.day, t.language)),
        *(counted or (t.say("day.quiet"),)),
        t.say("day.also_for", names=", ".join(shown.others)) if shown.others else "",
        t.say("day.clients", n=shown.clients),
    )
    return card(t, text, *_choices(t, shown))


def _counted(t: Texts, shown: Morning) -> list[Raw]:
    waiting = t.say("day.waiting_late", n=shown.waiting, late=shown.late) if shown.late else ""
    found = (
        t.say("day.risk", n=shown.risk) if shown.risk else "",
        waiting or (t.say("day.waiting", n=shown.waiting) if shown.waiting else ""),
        t.say("day.broken", n=shown.broken) if shown.broken else "",
        t.say("day.promised", n=shown.promised) if shown.promised else "",
        t.say("day.placed", n=shown.placed) if shown.placed else "",
    )
    return [Raw(one) for one in found if one]


def _choices(t: Texts, shown: Morning) -> tuple[Button, ...]:
    found = (
        choice(t, "day.open_risk", "risk", n=shown.risk) if shown.risk else None,
        choice(t, "day.open_queue", "queue", n=shown.waiting) if shown.waiting else None,
        choice(t, "day.open_promises", "load", f"{Need.PROMISE}.0") if shown.promised or shown.broken else None,
        choice(t, "bc.menu", "bc.home"),
        choice(t, "desk.clients", "load"),
        choice(t, "desk.chain", "chain"),
    )
    return tuple(one for one in found if one is not None)
