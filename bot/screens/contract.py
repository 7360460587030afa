"""The migrant worker's contract: its contributions, its end, and the reminders before it."""

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.contract import LONGEST_CONTRACT, Cost, End
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from jkp.rules.migrant import PACKAGES, Channel

CHANNEL_KEYS = {"p": Channel.AGENCY, "i": Channel.INDIVIDUAL}  # short, for the buttons
LABELS = {Channel.AGENCY: "contract.agency", Channel.INDIVIDUAL: "contract.individual"}


def channel(t: Texts) -> Screen:
    """Ask how the person went abroad."""
    asked = (choice(t, LABELS[one], "iuran", key) for key, one in CHANNEL_KEYS.items())
    return card(t, t.say("contract.channel"), *asked, _back(t))


def length(t: Texts, key: str) -> Screen:
    """Ask how long the contract is."""
    packages = (choice(t, "contract.months", "iuran", f"{key}.{months}", n=months) for months in PACKAGES)
    typed = choice(t, "contract.type_months", "iuran", f"{key}.type")
    return card(t, t.say("contract.length"), *packages, typed, _back(t))


def type_months(t: Texts, *, again: bool = False) -> Screen:
    """Ask to type the months, once more if they were not understood."""
    text = t.say("contract.months_again", most=LONGEST_CONTRACT) if again else t.say("contract.months_typed")
    return card(t, text, _back(t))


def cost(t: Texts, found: Cost) -> Screen:
    """Show what the contract costs in contributions."""
    text = lines(
        t.say("contract.cost", n=found.months, channel=t.say(LABELS[found.channel])),
        *_amounts(t, found),
        t.say("contract.jht"),
        t.say("contract.source", article=_articles(t, found)),
    )
    return card(t, text, choice(t, "contract.again", "iuran"), choice(t, "rights.to_end", "contract"), _back(t))


def _amounts(t: Texts, found: Cost) -> tuple[Raw, ...]:
    package = found.package
    before = t.say("contract.before_none")
    if package.before:
        before = t.say("contract.before", amount=figures.rupiah(package.before, t.language))
    if package.during_after is None or package.total is None:
        return (before, t.say("contract.open"))
    during = t.say("contract.during", amount=figures.rupiah(package.during_after, t.language))
    return (before, during, t.say("contract.total", amount=figures.rupiah(package.total, t.language)))


def _articles(t: Texts, found: Cost) -> str:
    return "; ".join(found.package.articles).replace("Art", t.say("rights.article"))


def ask_end(t: Texts, *, again: bool = False) -> Screen:
    """Ask when the contract ends, once more if the answer was not understood."""
    return card(t, t.say("contract.end_again" if again else "contract.ask_end"), _back(t))


def end(t: Texts, known: End) -> Screen:
    """Show the end of the contract and when the person will be reminded."""
    days = (figures.day(moment, t.language) for moment in known.remind_on)
    remind = t.say("contract.remind", moments="; ".join(days)) if known.remind_on else t.say("contract.no_remind")
    return card(
        t,
        lines(t.say("contract.end", day=figures.day(known.on, t.language), n=known.days_left), remind),
        choice(t, "rights.to_cost", "iuran"),
        choice(t, "contract.change_end", "contract", "change"),
        choice(t, "contract.forget", "contract", "forget"),
        _back(t),
    )


def forgotten(t: Texts) -> Screen:
    """Confirm that the date is gone."""
    return card(t, t.say("contract.forgotten"), choice(t, "rights.to_end", "contract"), _back(t))


def _back(t: Texts) -> Button:
    return choice(t, "rights.back", "rights")
