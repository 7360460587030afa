"""Days away: from when, to when, who stands in; and what the stand-in and the workers are told."""

from datetime import date

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.staff.absence import Entered, Moved
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines

LENGTHS = (1, 3, 5, 14)  # days
MOST_COLLEAGUES = 4
NOBODY = 0


def first_day(t: Texts, name: str, staff_id: int, problem: str = "") -> Screen:
    """From when."""
    text = lines(_problem(t, problem), t.say("away.from", name=name))
    return card(t, text, choice(t, "away.today", "away", "f.0"), choice(t, "away.tomorrow", "away", "f.1"),
                _cancel(t, staff_id))  # fmt: skip


def _problem(t: Texts, problem: str) -> str:
    return t.say(f"away.problem_{problem}") if problem else ""


def _cancel(t: Texts, staff_id: int) -> Button:
    return choice(t, "menu.back", "team", f"m.{staff_id}")


def last_day(t: Texts, first: date, staff_id: int, problem: str = "") -> Screen:
    """To when, the last day away."""
    text = lines(_problem(t, problem), t.say("away.to", first=figures.day(first, t.language)))
    rows = (choice(t, "away.days", "away", f"t.{days}", days=days) for days in LENGTHS)
    return card(t, text, *rows, _cancel(t, staff_id))


def stand_in(t: Texts, days: tuple[date, date], colleagues: tuple[tuple[int, str], ...], staff_id: int) -> Screen:
    """Who stands in: colleagues of the same role and province, or nobody."""
    first, last = (figures.day(day, t.language) for day in days)
    text = lines(t.say("away.who", first=first, last=last), t.say("away.who_sees"))
    rows = (Button(name, "away", f"s.{one}") for one, name in colleagues[:MOST_COLLEAGUES])
    return card(t, text, *rows, choice(t, "away.nobody", "away", f"s.{NOBODY}"), _cancel(t, staff_id))


def told_stand_in(t: Texts, entered: Entered) -> Screen:
    """For the stand-in: which days, whose people."""
    return card(t, _days(t, "away.you_stand_in", entered), choice(t, "desk.queue", "queue"))


def told_absent(t: Texts, entered: Entered) -> Screen:
    """For a member whose days away an admin entered."""
    who = t.say("team.stand_in", name=entered.stand_in) if entered.stand_in else t.say("team.no_stand_in")
    return card(t, lines(_days(t, "away.entered_for_you", entered), who), choice(t, "team.mine", "team"))


def _days(t: Texts, key: str, entered: Entered) -> Raw:
    first, last = (figures.day(day, t.language) for day in (entered.from_day, entered.to_day))
    return t.say(key, name=entered.name, first=first, last=last)


def told_moved(t: Texts, moved: Moved) -> Screen:
    """For whoever the talks went to: how many, and the way to them."""
    count = len(moved.requests)
    said = (
        t.say("away.came_back", n=count) if moved.came_back else t.say("away.came_over", n=count, name=moved.from_name)
    )
    return card(t, said, choice(t, "desk.held", "held"))


def told_worker(t: Texts, moved: Moved) -> Screen:
    """For a worker in a held talk: nothing changes but the name."""
    if moved.came_back:
        return card(t, t.say("away.worker_back", name=moved.to_name))
    last = figures.day(moved.until, t.language)
    return card(t, t.say("away.worker", away=moved.from_name, name=moved.to_name, last=last))
