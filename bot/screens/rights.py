"""P1: what protects a migrant worker instead of JKP, and where to turn."""

from bot.screens import contacts as numbers
from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.missions import Contacts
from bot.store.people import INDONESIA
from bot.texts import countries, figures
from bot.texts.catalogue import Raw, Texts, lines
from jkp.rules.migrant import CLAIM_YEARS, Aid, Event, other_benefit

GAP = "\n"
EVENTS = (
    Event.PHK_NOT_WORK_ACCIDENT, Event.PHK_WORK_ACCIDENT, Event.ACCIDENT_TREATMENT, Event.PLACED_CONTRARY,
    Event.NOT_PLACED, Event.SENT_HOME, Event.DEATH, Event.RAPE,
)  # fmt: skip


def rights(t: Texts, country: str) -> Screen:
    """Say kindly that JKP does not cover work abroad, and what does."""
    aid = other_benefit(Event.PHK_NOT_WORK_ACCIDENT)
    text = lines(
        t.say("rights.title"),
        t.say("rights.no_jkp"),
        GAP,
        t.say("rights.instead"),
        GAP,
        _ended_aid(t, aid, "rights.ended_aid"),
        t.say("rights.years", years=CLAIM_YEARS),
        t.say("rights.earlier"),
        _source(t, aid),
    )
    return card(
        t,
        text,
        choice(t, "rights.to_ended", "ended"),
        choice(t, "rights.to_wages", "wages"),
        choice(t, "rights.to_passport", "passport"),
        _mission(t, country),
        choice(t, "rights.to_events", "events"),
        choice(t, "rights.to_more", "rights", "more"),
    )


def more(t: Texts) -> Screen:
    """Give the rest: what it costs, when it ends, an earlier job in Indonesia, the person's place."""
    return card(
        t,
        t.say("rights.more"),
        choice(t, "rights.to_cost", "iuran"),
        choice(t, "rights.to_end", "contract"),
        choice(t, "rights.to_jkp", "jkp"),
        choice(t, "rights.to_place", "abroad"),
        choice(t, "abroad.home", "abroad_home"),
        _back(t),
    )


def ended(t: Texts, country: str) -> Screen:
    """Say what a one-sided termination gives, what to keep, and where to turn."""
    aid = other_benefit(Event.PHK_NOT_WORK_ACCIDENT)
    text = lines(
        t.say("ended.title"),
        t.say("ended.kind"),
        GAP,
        _ended_aid(t, aid, "ended.aid"),
        t.say("ended.accident"),
        _source(t, aid),
        GAP,
        t.say("ended.keep"),
        t.say("ended.no_passport"),
        GAP,
        t.say("ended.turn"),
    )
    keep, jkp = choice(t, "ended.keep_only", "ended", "kept"), choice(t, "rights.to_jkp", "jkp")
    return card(t, text, keep, _mission(t, country), choice(t, "ended.talk", "human"), jkp, _back(t))


def kept(t: Texts, country: str) -> Screen:
    """Confirm that nothing was sent to anybody."""
    talk = choice(t, "ended.talk", "human")
    return card(t, t.say("ended.kept", years=CLAIM_YEARS), talk, _mission(t, country), _back(t))


def trouble(t: Texts, key: str, contacts: Contacts) -> Screen:
    """Show the page about unpaid wages or a held passport, with the numbers to call on the same screen."""
    text = lines(t.say(key), GAP, numbers.title(t, contacts.country), numbers.contact_lines(t, contacts))
    return card(t, text, *numbers.copy_first(t, contacts), choice(t, "ended.talk", "human"), _back(t))


def mission(t: Texts, contacts: Contacts) -> Screen:
    """Show whom to call from where the person is."""
    text = lines(numbers.title(t, contacts.country), numbers.contact_lines(t, contacts))
    other = choice(t, "mission.other_country", "abroad_where")
    return card(t, text, *numbers.copy_first(t, contacts), _back(t), other)


def events(t: Texts, country: str) -> Screen:
    """List the other events that JKK and JKM answer, with amounts where a source gives one."""
    text = lines(
        t.say("events.title"),
        GAP,
        *(_event(t, event) for event in EVENTS),
        GAP,
        t.say("events.survivor"),
        t.say("rights.years", years=CLAIM_YEARS),
        t.say("events.source"),
    )
    return card(t, text, _mission(t, country), choice(t, "ended.talk", "human"), _back(t))


def _event(t: Texts, event: Event) -> Raw:
    aid, name = other_benefit(event), t.say(f"event.{event.value}")
    if aid.amount is None:
        return t.say("events.open", event=name)
    amount, fare = figures.rupiah(aid.amount, t.language), figures.rupiah(aid.fare, t.language)
    if aid.fare:
        return t.say("events.fare", event=name, amount=amount, fare=fare)
    return t.say("events.ceiling" if aid.ceiling else "events.exact", event=name, amount=amount)


def _ended_aid(t: Texts, aid: Aid, key: str) -> Raw:
    if aid.amount is None:
        return t.say("events.open", event=t.say(f"event.{Event.PHK_NOT_WORK_ACCIDENT.value}"))
    return t.say(key, amount=figures.rupiah(aid.amount, t.language))


def _source(t: Texts, aid: Aid) -> Raw:
    article = aid.article.replace("Art", t.say("rights.article"))
    return t.say("rights.source_open" if aid.amount is None else "rights.source", article=article)


def _mission(t: Texts, country: str) -> Button:
    if country == INDONESIA:
        return choice(t, "rights.to_mission", "mission")
    return choice(t, "rights.to_mission_named", "mission", name=countries.name(country, t.language))


def _back(t: Texts) -> Button:
    return choice(t, "rights.back", "rights")
