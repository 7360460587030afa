"""S10: found work; warm, short, and clear about what it ends."""

from bot.screens.frame import card, choice
from bot.screens.screen import Screen
from bot.services.finding import NewJob
from bot.texts import figures
from bot.texts.catalogue import Texts, lines


def when(t: Texts, *, wrong: bool = False) -> Screen:
    """Since when?"""
    text = lines(t.say("declare.wrong_future_day") if wrong else "", t.say("found.when"))
    return card(t, text, choice(t, "found.today", "found.on", "today"), choice(t, "status.back_button", "jkp"))


def registered(t: Texts, job: NewJob) -> Screen:
    """Does the new employer register them?"""
    day = job.begins.isoformat()
    return card(
        t,
        t.say("found.registered"),
        choice(t, "found.yes", "found.bpjs", f"y{day}"),
        choice(t, "found.unknown", "found.bpjs", f"u{day}"),
        choice(t, "found.no", "found.bpjs", f"n{day}"),
    )


def congratulations(t: Texts, name: str, job: NewJob, *, registered_by_employer: str) -> Screen:
    """What ends, what is still to do, when we ask again."""
    day = figures.day(job.begins, t.language)
    text = lines(
        t.say("found.congratulations", name=name),
        t.say("found.stops", day=day),
        t.say("found.last_report") if job.claim_running else "",
        t.say(f"found.bpjs_{registered_by_employer}"),
        "" if registered_by_employer == "yes" else t.say("found.freelance"),
        t.say("found.again", day=figures.day(job.ask_again, t.language)) if job.ask_again else "",
    )
    return card(t, text, choice(t, "status.back_button", "jkp"), choice(t, "found.undo", "found.undo"))
