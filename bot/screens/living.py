"""Living cards: a card sent before says that its offer is filled, closed or changed; and staff hear how far it went."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.screens import vacancy_lines as say
from bot.screens.frame import card as framed
from bot.screens.frame import choice
from bot.screens.screen import Screen, html
from bot.services.changes import Field
from bot.store.offer_changes import What
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from intake.difference import Plain
from matching.places import area
from matching.profile import Kind, Opportunity

MOST_FIELDS = 4
LONGEST_VALUE = 40
MONEY = {"wage_min", "wage_max", "cost"}
DAYS = {"closes", "starts", "ends"}
BARE = {"how_to_apply", "url"}  # too long to be quoted: only that they changed
NONE = Raw("")


def over(  # noqa: PLR0913 - which offer, what became of it, when, and whether the reader had applied
    t: Texts, kind: Kind, offer: Opportunity | None, *, what: What, day: date, shows: str, applied: bool = False
) -> Screen:
    """The offer is gone: said on the very card that showed it, with the way to others like it."""
    is_job = kind is Kind.VACANCY
    way_on = choice(t, "menu.job", "job") if is_job else choice(t, "menu.course", "course")
    if offer is not None:
        way_on = choice(t, f"living.alike_{kind}", "like.job" if is_job else "like.course", offer.id)
    return framed(
        t,
        lines(
            t.say(f"living.{what}_{kind}", day=figures.short_day(day, t.language)),
            say.head(t, offer) if offer is not None else "",
            t.say("living.stays") if applied else "",
        ),
        way_on,
        shows=shows,
    )


def note(t: Texts, what: What, fields: Sequence[Field]) -> Raw:
    """What changed, above the card as it is now."""
    if what is What.REOPENED:
        return t.say("living.reopened")
    said = dict.fromkeys(filter(None, (_field(t, one) for one in _joined(fields))))
    named = list(said)[:MOST_FIELDS]
    if not named:
        return t.say("living.changed_somehow")
    return t.say("living.changed", what=Raw("; ".join(named)))


def _joined(fields: Sequence[Field]) -> list[Field]:
    """Tell the lower end of the wages only, where both ends changed."""
    names = {name for name, _before, _after in fields}
    return [one for one in fields if not (one[0] == "wage_max" and "wage_min" in names)]


def _field(t: Texts, field: Field) -> Raw:
    name, before, after = field
    label = t.label(f"living.field.{name}")
    if name in BARE:
        return t.say("living.field_bare", name=label)
    was, now = _value(t, name, before), _value(t, name, after)
    return t.say("living.field_both", name=label, before=was, after=now)


def _value(t: Texts, name: str, value: Plain) -> str:
    if value in (None, "", []):
        return t.label("living.nothing")
    if name in MONEY and isinstance(value, int | float):
        return figures.rupiah(int(value), t.language)
    if name in DAYS:
        return figures.short_day(date.fromisoformat(str(value)), t.language)
    if name == "location" and (place := area(str(value))) is not None:
        return place.name
    return say.short(figures.number(value, t.language) if isinstance(value, float) else str(value), LONGEST_VALUE)


def report(t: Texts, title: str, edited: int, *, moved_on: int, unreached: Mapping[str, int]) -> Screen:
    """How many cards now tell the truth, and which could not be changed, by reason."""
    reasons = (
        t.say("living.unreached", n=count, why=t.label(f"living.why.{reason}")) for reason, count in unreached.items()
    )
    return framed(
        t,
        lines(
            t.say("living.report", title=Raw(html(say.short(title, say.LONGEST_TITLE))), n=edited),
            t.say("living.moved_on", n=moved_on) if moved_on else NONE,
            *reasons,
        ),
    )
