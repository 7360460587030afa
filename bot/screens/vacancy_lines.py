"""The lines of a vacancy's card: what the advertisement says, why it suits, what is missing, how old it is."""

from datetime import date

from bot.screens.screen import html
from bot.services.vacancies import Card
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from labour_market.search import VacancyDetails
from matching.minimum_wages import minimum_at, newest_year
from matching.places import area, find
from matching.profile import Kind, Opportunity, Part, Profile, Ranked
from matching.stated import stated

LONGEST_TITLE, LONGEST_NAME, LONGEST_HOW, LONGEST_TERM = 90, 60, 120, 40
STRONG, FAIR = 0.75, 0.4  # of a part: suits well, suits in part
DAILY_KM = 25.0  # one commuting area
EMPLOYERS_OWN = frozenset({"age_max"})  # stated by the employer; never told as something the person lacks
NONE = Raw("")


def short(text: str, most: int) -> str:
    """Cut a text that would fill the screen."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[: most - 1].rstrip()}…"


def head(t: Texts, offer: Opportunity, km: float | None = None) -> Raw:
    """Title, employer or provider, place and distance."""
    named = area(offer.location) if offer.location[:1].isdigit() else None
    place = named.name if named else short(offer.location, LONGEST_NAME)
    where = Raw(html(place)) if place else t.say("job.place_unknown")
    if place and km and km >= 1:
        where = t.say("job.place_km", place=place, km=f"{km:.0f}")
    title = t.say("job.title", title=short(offer.title, LONGEST_TITLE))
    return joined(title, Raw(html(short(offer.provider, LONGEST_NAME))), where)


def brief(t: Texts, offer: Opportunity) -> Raw:
    """One vacancy in a line: what, who, where, for how much."""
    return joined(head(t, offer), wage(t, offer) if offer.wage_min or offer.wage_max else NONE)


def listed(t: Texts, details: VacancyDetails) -> Raw:
    """One line of a list; a closed vacancy is marked."""
    return t.say("job.listed" if details.is_open else "job.listed_closed", what=head(t, details.offer))


def facts(t: Texts, card: Card) -> Raw:
    """Wage, shift, contract, closing day."""
    offer = card.details.offer
    said = [wage(t, offer)]
    said += [term(t, one) for one in (offer.shift, offer.contract_type) if one]
    if offer.closes is not None:
        said.append(_closing(t, offer.closes, card.days_left or 0))
    return t.say("job.facts", facts=joined(*said))


def term(t: Texts, written: str) -> Raw:
    """Say a kind of contract in our words where feeds write it in theirs ("fullTime", "full_time")."""
    key = f"job.kind_{''.join(letter for letter in written.lower() if letter.isalpha())}"
    return t.say(key) if t.has(key) else Raw(html(short(written, LONGEST_TERM)))


def wage(t: Texts, offer: Opportunity) -> Raw:
    """The wage a month, or that none is named."""
    low, high = offer.wage_min, offer.wage_max
    if low and high and low != high:
        return t.say(
            "job.wage_range", low=figures.rupiah(low, t.language), high=figures.rupiah(high, t.language)[len("Rp") :]
        )
    if low or high:
        return t.say("job.wage", amount=figures.rupiah(low or high or 0, t.language))
    return _wage_in_words(t, offer)


def _wage_in_words(t: Texts, offer: Opportunity) -> Raw:
    """What only the advertisement's own words promise; a minimum wage with its figure where it is known."""
    said = stated(f"{offer.title} . {offer.description}")
    if said.wage:
        return t.say("job.wage", amount=figures.rupiah(said.wage, t.language))
    if said.minimum is None:
        return t.say("job.wage_unknown")
    amount = minimum_at(find(offer.location), said.minimum)
    if amount is None:
        return t.say(f"job.wage_{said.minimum}")
    return t.say(f"job.wage_{said.minimum}_known", amount=figures.rupiah(amount, t.language), year=str(newest_year()))


def _closing(t: Texts, closes: date, left: int) -> Raw:
    day = figures.day(closes, t.language)
    if left < 0:
        return t.say("job.closed", day=day)
    return t.say("job.closes_today", day=day) if left == 0 else t.say("job.closes", day=day, n=left)


def suits(t: Texts, ranked: Ranked) -> Raw:
    """Why it suits."""
    near = ranked.distance_km is not None and ranked.distance_km <= DAILY_KM
    reasons = [("near" if near and code == "place" else code, value) for code, value in ranked.reasons]
    said = [_worded(t, f"job.reason.{code}", code, value) for code, value in reasons]
    return t.say("job.suits", what=_commas(*said)) if any(said) else NONE


def lacks(t: Texts, card: Card, ranked: Ranked) -> Raw:
    """What the advertisement asks for beside; of a person whose skills we do not know, it is asked, not missing."""
    told = [(code, value) for code, value in ranked.missing if code not in EMPLOYERS_OWN]
    said = [_worded(t, f"job.missing.{code}", code, value) for code, value in told]
    if not any(said):
        return NONE
    knows = bool(card.profile.skills) or any(code != "skill" for code, _ in told)
    return t.say("job.lacks" if knows else "job.asks", what=_commas(*said))


def helps(t: Texts, card: Card, ranked: Ranked) -> Raw:
    """The one change that would help most."""
    if ranked.would_help is None or (ranked.would_help[0] == "skill" and not card.profile.skills):
        return NONE
    code, value = ranked.would_help
    return _worded(t, f"job.helps.{code}", code, value)


def conditions(t: Texts, offer: Opportunity) -> Raw:
    """What the employer, or whoever gives a course, asks for, said as theirs."""
    years = offer.experience_years_min
    said = (
        t.say("job.cond.education", value=offer.education_min) if offer.education_min else NONE,
        t.say("job.cond.experience", years=figures.number(years, t.language)) if years else NONE,
        t.say("job.cond.age", n=offer.age_max) if offer.age_max else NONE,
    )
    key = "course.conditions" if offer.kind is Kind.COURSE else "job.conditions"
    return t.say(key, what=_commas(*said)) if any(said) else NONE


def origin(t: Texts, details: VacancyDetails) -> Raw:
    """Who says so, how old it is, and who of ours looked at it."""
    if details.verified_by and details.verified_on is not None:
        return t.say("job.verified", who=details.verified_by, day=figures.day(details.verified_on, t.language))
    posted = details.offer.posted
    if posted is None:
        return t.say("job.source_undated", source=details.source)
    key = "job.source_old" if details.is_stale else "job.source"
    return t.say(key, source=details.source, day=figures.day(posted, t.language))


def how(t: Texts, details: VacancyDetails) -> Raw:
    """How to apply, in one line."""
    if details.how_to_apply:
        return t.say("job.how", how=short(details.how_to_apply, LONGEST_HOW))
    return t.say("job.how_page") if details.url else NONE


def parts(t: Texts, card: Card, ranked: Ranked) -> Raw:
    """Every part of the comparison in words; a part about which nothing is known is left out."""
    return lines(*(_part(t, part) for part in ranked.parts if _is_known(card, part)))


def _part(t: Texts, part: Part) -> Raw:
    level = "strong" if part.value >= STRONG else "fair" if part.value >= FAIR else "weak"
    return t.say("job.part", name=t.say(f"job.part.{part.name}"), how=t.say(f"job.level.{level}"))


def _is_known(card: Card, part: Part) -> bool:
    person, offer = card.profile, card.details.offer
    known: dict[str, object] = {
        "text": person.last_occupation,
        "occupation": person.last_occupation,
        "skills": person.skills,
        "place": (person.region or person.willing_regions) and offer.location,
        "wage": person.wage_expectation_min and _names_wage(offer),
        "education": person.education and offer.education_min,
        "experience": person.experience_years is not None and offer.experience_years_min,
        "age": person.age and offer.age_max,
        "level": person.last_occupation,
        "hours": part.value < 1 or (offer.shift and _cares_for_hours(person)),
        "contract": part.value < 1,
        "freshness": offer.posted,
    }
    return bool(known.get(part.name))


def _names_wage(offer: Opportunity) -> bool:
    said = stated(f"{offer.title} . {offer.description}")
    return bool(offer.wage_min or offer.wage_max or said.wage or said.minimum)


def _cares_for_hours(person: Profile) -> bool:
    return "hours" in person.priorities or "wrong_hours" in person.disliked


def skill(t: Texts, code: str) -> str:
    """Say the code of a skill in words that a worker knows."""
    key = f"skill.{code.replace(' ', '_')}"
    return t.label(key) if t.has(key) else code


def first(t: Texts, ranked: Ranked, card: Card) -> Raw:
    """Which part weighs more than usual because the person said so."""
    known = [one for one in card.profile.priorities if t.has(f"job.most.{one}")]
    return t.say("job.why_first", what=t.label(f"job.most.{known[0]}")) if known and ranked.parts else NONE


def _worded(t: Texts, key: str, code: str, value: str) -> Raw:
    return t.say(key, value=_value(t, code, value)) if t.has(key) else NONE


def _value(t: Texts, code: str, value: str) -> str:
    if code in {"wage_ok", "wage_low"} and value.isdecimal():
        return figures.rupiah(int(value), t.language)
    if code == "experience" and value:
        return figures.number(float(value), t.language)
    if code == "skill":
        return skill(t, value)
    if code == "closed" and value:
        return figures.day(date.fromisoformat(value), t.language)
    return value


def joined(*parts: Raw) -> Raw:
    """Join what was said with dots between; what is empty falls away."""
    return Raw(" · ".join(part for part in parts if part))


def _commas(*parts: Raw) -> Raw:
    return Raw(", ".join(dict.fromkeys(part for part in parts if part)))
