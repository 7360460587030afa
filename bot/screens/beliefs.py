"""Old rules against new ones: what was, what is, since when, by which article, and what it means for oneself."""

from itertools import groupby

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.beliefs import Answer
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from jkp.beliefs import Applies, Belief, Change
from jkp.rules.regulation import BASIS, Parameter, Rule, in_force

A_PAGE = 5
OLD_HOLDS = frozenset({Applies.OLD})
BOTH = frozenset({Applies.OLD_IF_DECIDED, Applies.CHANGES, Applies.LAPSED})
AT_THE_DECISION = frozenset({Belief.CONSECUTIVE, Belief.HEALTH})
ACROSS = {Belief.CASH: "cash", Belief.CONTRIBUTION: "work"}  # words of their own for a case across the change
IN_THE_MONTH = frozenset({Belief.DIFFERENT, Belief.ASSESSMENT})


def listed(t: Texts, changes: tuple[Change, ...], page: int = 0) -> Screen:
    """Choose among the changes, five a page."""
    shown = changes[page * A_PAGE : (page + 1) * A_PAGE]
    rows = [Button(t.label(f"beliefs.name.{one.belief}"), "beliefs", one.belief) for one in shown]
    last = max(len(changes) - 1, 0) // A_PAGE
    if page < last:
        rows.append(choice(t, "beliefs.more", "beliefs", page + 1))
    elif page:
        rows.append(choice(t, "menu.back", "beliefs"))
    return card(t, lines(t.say("beliefs.title"), t.say("beliefs.intro")), *rows)


def answer(t: Texts, found: Answer) -> Screen:
    """Tell a changed rule; where the old one holds for this person, that is said first."""
    known = found.applies is not Applies.UNKNOWN
    mine = choice(t, "beliefs.open_jkp", "jkp") if known else choice(t, "beliefs.tell", "declare")
    text = lines(_title(t, found), *_rules(t, found), "\n", *_own(t, found), "\n", *_sources(t, found))
    return card(t, text, mine, choice(t, "beliefs.others", "beliefs"), protect=known)


def _title(t: Texts, found: Answer) -> Raw:
    if found.applies in OLD_HOLDS:
        return t.say("beliefs.title_old")
    if found.applies in BOTH:
        return t.say("beliefs.title_both")
    return t.say("beliefs.title_stale" if found.stale else "beliefs.title_now")


def _rules(t: Texts, found: Answer) -> tuple[Raw, ...]:
    change, belief = found.change, found.change.belief
    before, now = _what(t, belief, "old", change.old), _what(t, belief, "new", change.new)
    if found.applies in OLD_HOLDS:
        return (t.say("beliefs.for_you", what=before), t.say("beliefs.for_newer", what=now))
    return (t.say("beliefs.now", what=now), t.say("beliefs.before", what=before))


def _what(t: Texts, belief: Belief, age: str, row: Parameter) -> Raw:
    """Write one row in words; every figure is the row's own, or that of a row beside it in the law."""
    if belief is Belief.CASH:
        return _rates(t, row.numbers)
    return t.say(f"beliefs.{belief}.{age}", **_values(t, belief, row))


def _values(t: Texts, belief: Belief, row: Parameter) -> dict[str, object]:
    match belief:
        case Belief.CLAIM_TIME:
            return {"months": row.number}
        case Belief.CONSECUTIVE if row.number:
            return {"months": row.number}
        case Belief.CONSECUTIVE:
            paid, within = (in_force(rule, row.since).number for rule in (Rule.PAID_MONTHS, Rule.PAID_MONTHS_WITHIN))
            return {"paid": paid, "within": within}
        case Belief.DIFFERENT:
            return {"applications": in_force(Rule.SEARCH_APPLICATIONS, row.since).number}
        case Belief.TRAINING_CAP:
            return {"amount": figures.rupiah(row.number, t.language)}
        case Belief.CONTRIBUTION:
            parts = {"percent": sum(row.numbers), "part": row.numbers[-1]}
            return {name: _percent(t, points) for name, points in parts.items() if points}
    return {}


def _percent(t: Texts, basis_points: int) -> str:
    return figures.number(basis_points * 100 / BASIS, t.language)


def _rates(t: Texts, rates: tuple[int, ...]) -> Raw:
    runs = [(_percent(t, rate), len(list(months))) for rate, months in groupby(rates)]
    if len(runs) == 1:
        return t.say("beliefs.rate_alone", percent=runs[0][0], months=runs[0][1])
    return Raw(t.say("beliefs.then").join(t.say("beliefs.rate", percent=rate, months=count) for rate, count in runs))


def _own(t: Texts, found: Answer) -> tuple[str, ...]:
    since = figures.day(found.change.new.since, t.language)
    return (_applies(t, found, since), _deadline(t, found), _amounts(t, found))


def _applies(t: Texts, found: Answer, since: str) -> Raw:
    belief = found.change.belief
    if found.applies is Applies.UNKNOWN:
        key = "decision" if belief in AT_THE_DECISION else "month" if belief in IN_THE_MONTH else belief
        months = found.change.old.number if belief is Belief.CLAIM_TIME else 0
        return t.say(f"beliefs.unknown_{key}", since=since, months=months)
    if found.applies is Applies.CHANGES and belief in ACROSS:
        return t.say(f"beliefs.applies_{ACROSS[belief]}", since=since)
    return t.say(f"beliefs.applies_{found.applies}", since=since)


def _deadline(t: Texts, found: Answer) -> str:
    """Write the person's own day to claim: for this rule, and wherever it may have passed."""
    if found.deadline is None or found.days_left is None:
        return ""
    day = figures.day(found.deadline, t.language)
    if found.missed:
        return t.say("beliefs.deadline_passed", day=day)
    if found.change.belief is not Belief.CLAIM_TIME:
        return ""
    if found.missed is None:
        return t.say("beliefs.deadline_maybe")
    if found.days_left == 0:
        return t.say("beliefs.deadline_today", day=day)
    return t.say("beliefs.deadline" if found.sure else "beliefs.deadline_safe", day=day, n=found.days_left)


def _amounts(t: Texts, found: Answer) -> Raw:
    runs = [(figures.rupiah(amount, t.language), len(list(months))) for amount, months in groupby(found.amounts)]
    if not runs:
        return Raw("")
    return t.say("beliefs.amounts", what=", ".join(t.say("beliefs.amount", amount=one, n=n) for one, n in runs))


def _sources(t: Texts, found: Answer) -> tuple[str, ...]:
    old, new = found.change.old, found.change.new
    note = f"beliefs.{found.change.belief}.note"
    return (
        t.say(note) if t.has(note) else "",
        t.say("beliefs.since", day=figures.day(new.since, t.language)),
        t.say("beliefs.source_new", article=_article(t, new), mark=_mark(t, new)),
        t.say("beliefs.source_old", article=_article(t, old), mark=_mark(t, old)),
        t.say("beliefs.lawyer"),
    )


def _article(t: Texts, row: Parameter) -> str:
    return row.article.replace("Art ", t.label("beliefs.article") + " ")


def _mark(t: Texts, row: Parameter) -> Raw:
    keys = row.source.split(", ")
    names = ", ".join(t.label(f"receipt.key_{key}") if t.has(f"receipt.key_{key}") else key for key in keys)
    return t.say(f"beliefs.mark_{row.mark}", source=names)
