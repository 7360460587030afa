"""What staff published: the list, one vacancy with its cards, and closing it."""

from collections.abc import Sequence

from bot.screens import vacancy_lines as say
from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.staff.posted import Mine
from bot.store.offer_changes import OfferChange, What
from bot.texts.catalogue import Raw, Texts, lines
from labour_market.search import VacancyDetails
from matching.profile import Kind

SHOWN, LONGEST_LABEL = 5, 30


def mine(t: Texts, found: Sequence[VacancyDetails]) -> Screen:
    """My vacancies, newest first; closed ones are marked."""
    if not found:
        return card(
            t, t.say("posted.none"), choice(t, "posting.again", "post.how"), choice(t, "posted.find", "post.find")
        )
    shown = found[:SHOWN]
    more = t.say("posted.more", n=len(found) - SHOWN) if len(found) > SHOWN else ""
    rows = (Button(say.short(one.offer.title, LONGEST_LABEL), "post.one", one.offer.id) for one in shown)
    return card(t, lines(t.say("posted.title"), *(say.listed(t, one) for one in shown), more), *rows,
                choice(t, "posted.find", "post.find"))  # fmt: skip


def ask(t: Texts) -> Screen:
    """Which vacancy is looked for."""
    return card(t, t.say("posted.ask"), choice(t, "posting.mine", "post.mine"))


def found(t: Texts, vacancies: Sequence[VacancyDetails]) -> Screen:
    """Open vacancies that the words bring and that this member may close."""
    rows = (Button(say.short(each.offer.title, LONGEST_LABEL), "post.one", each.offer.id) for each in vacancies)
    text = lines(
        t.say("posted.found" if vacancies else "posted.found_none"), *(say.listed(t, each) for each in vacancies)
    )
    return card(t, text, *rows, choice(t, "posting.mine", "post.mine"))


def one(t: Texts, found: Mine) -> Screen:
    """One vacancy: on how many cards it stands, and whether it is still open."""
    details = found.details
    text = lines(
        say.head(t, details.offer),
        t.say("posted.open" if details.is_open else "posted.closed"),
        t.say("posted.shown", n=found.shown),
        _went(t, found.last) if found.last is not None and not details.is_open else "",
        say.origin(t, details),
        t.say("posted.not_yours") if details.is_open and not found.may_close else "",
    )
    ends: tuple[Button, ...] = ()
    if found.may_close:
        ends = (
            choice(t, "posted.filled", "post.end", f"{details.offer.id}.{What.FILLED}"),
            choice(t, "posted.closed_button", "post.end", f"{details.offer.id}.{What.CLOSED}"),
            choice(t, "posting.broadcast", "bc.pick", f"{Kind.VACANCY}.{details.offer.id}"),
        )
    return card(
        t, text, *ends, choice(t, "posting.see", "job.card", details.offer.id), choice(t, "posting.mine", "post.mine")
    )


def _went(t: Texts, change: OfferChange) -> Raw:
    """How far the cards are; while edits are on their way, that they are."""
    if change.done_at is None:
        return t.say("posted.on_the_way")
    missed = sum(change.unreached.values())
    if not change.cards:
        return t.say(f"posted.was_{What(change.what)}")
    return t.say("posted.went_missed" if missed else "posted.went", n=change.edited, missed=missed)


def said(t: Texts, key: str) -> Screen:
    """One of the short answers: taken_back, gone, not_yours."""
    return card(t, t.say(f"posted.{key}"), choice(t, "posting.mine", "post.mine"))
