"""The rows of the law in words: a figure with its unit, a row with its source, a change between two days."""

import html
import re
from datetime import date
from itertools import groupby

from bot.services.law import Change, Kind
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts
from jkp.rules.parameters import PROGRAMME_START
from jkp.rules.regulation import BASIS, Parameter
from jkp.rules.rows import Mark, Unit
from jkp.rules.sources import spelled

PER_CENT = BASIS // 100
DOTS = " · "
AT_LEAST = frozenset({"paid_months", "consecutive_months", "search_applications", "search_calls", "attendance"})


def heading(t: Texts, row: Parameter) -> Raw:
    """Name a rule."""
    return t.say(f"law.rule.{row.rule.value}")


def value(t: Texts, row: Parameter | None) -> Raw:
    """Say what a row gives: its figure in its unit, its words, or that nothing is asked."""
    if row is None:
        return t.say("law.value.none")
    unit = row.rule.unit
    if unit is Unit.WORDS:
        return Raw(", ".join(_word(t, word) for word in row.words)) if row.words else t.say("law.value.not_asked")
    if unit is Unit.NOTHING:
        return t.say("law.value.amount_open" if row.mark is Mark.UNVERIFIED else "law.value.nothing")
    if unit is Unit.RATES:
        return _rates(t, row.numbers)
    if unit is Unit.SHARES:
        return _shares(t, row.numbers)
    if unit is Unit.YES_NO or not any(row.numbers):
        return t.say("law.value.asked" if any(row.numbers) else "law.value.not_asked")
    counted = Raw(DOTS.join(_counted(t, unit, number) for number in row.numbers))
    return t.say("law.value.at_least", value=counted) if row.rule.value in AT_LEAST else counted


def _word(t: Texts, word: str) -> str:
    return t.say(f"law.word.{word}") if t.has(f"law.word.{word}") else word


def _counted(t: Texts, unit: Unit, number: int) -> Raw:
    if unit is Unit.RUPIAH:
        return Raw(figures.rupiah(number, t.language))
    return t.say(f"law.value.{unit.value}", n=number)


def _per_cent(t: Texts, points: int) -> Raw:
    return t.say("law.value.per_cent", n=Raw(figures.number(points / PER_CENT, t.language)))


def _rates(t: Texts, rates: tuple[int, ...]) -> Raw:
    runs = [(rate, len(list(group))) for rate, group in groupby(rates)]
    key = "law.value.rate_only" if len(runs) == 1 else "law.value.rate_run"
    told = (t.say(key, rate=_per_cent(t, rate), months=t.say("law.value.months", n=length)) for rate, length in runs)
    return Raw(t.say("law.value.then").join(told))


def _shares(t: Texts, shares: tuple[int, ...]) -> Raw:
    government, jkk, jkm = (_per_cent(t, each) for each in shares)
    return t.say("law.value.share", total=_per_cent(t, sum(shares)), government=government, jkk=jkk, jkm=jkm)


def article(t: Texts, row: Parameter) -> Raw:
    """Write the article as the language does, Pasal or Art; one of a later law is only followed, and said so."""
    written = Raw(row.article.replace("Art ", f"{t.say('law.article')} "))
    year = re.search(r"/(\d{4})", row.article)
    is_later = year is not None and int(year[1]) > row.since.year
    return t.say("law.followed", article=written) if is_later else written


def source(t: Texts, row: Parameter) -> Raw:
    """Say where a row stands, who says so, how sure it is, since when it holds and when it was last checked."""
    return t.say(
        "law.row_source",
        article=article(t, row),
        source=spelled(row.source),
        mark=row.mark.value,
        since=_day(t, row.since),
        checked=_day(t, row.checked),
    )


def shown(t: Texts, day: date, rows: tuple[Parameter, ...]) -> list[str]:
    """Write the rules in force on a day as lines of text."""
    if not rows:
        return [t.say("law.show_nothing", day=_day(t, day), start=_day(t, PROGRAMME_START))]
    lines = [t.say("law.show_title", day=_day(t, day)), t.say("law.not_reviewed"), t.say("law.marks"), ""]
    for row in rows:
        lines += [_headed(t, row), f"    {source(t, row)}"]
    return [html.unescape(line) for line in lines]


def _headed(t: Texts, row: Parameter) -> Raw:
    """Name a rule with its value; a rule without figure or words is told by its name."""
    silent = row.rule.unit is Unit.NOTHING and row.mark is not Mark.UNVERIFIED
    return heading(t, row) if silent else Raw(f"{heading(t, row)}: {value(t, row)}")


_TITLES = {
    Kind.CHANGED: "law.diff_changed",
    Kind.NEW: "law.diff_new",
    Kind.GONE: "law.diff_gone",
    Kind.RETOLD: "law.diff_retold",
}


def compared(t: Texts, before: date, after: date, changes: tuple[Change, ...]) -> list[str]:
    """Write what changed between two days as lines of text, what workers notice first."""
    lines: list[str] = [
        t.say("law.diff_title", before=_day(t, before), after=_day(t, after)),
        t.say("law.not_reviewed"),
    ]
    if not changes:
        return [*lines, t.say("law.diff_nothing")]
    if all(each.before is None for each in changes) and any(each.rule.value == "regime" for each in changes):
        lines.append(t.say("law.diff_start"))
    for kind, title in _TITLES.items():
        told = [_told(t, each) for each in changes if each.kind is kind]
        lines += ["", t.say(title), *(f"- {each}" for each in told)] if told else []
    return [html.unescape(line) for line in [*lines, "", t.say("law.marks")]]


def _told(t: Texts, change: Change) -> Raw:
    row = change.after or change.before
    if row is None:  # a change has at least one row
        raise ValueError(change.rule)
    where, mark = article(t, row), row.mark.value
    if change.kind is Kind.CHANGED:
        before, after = value(t, change.before), value(t, change.after)
        return t.say("law.diff_change", rule=heading(t, row), before=before, after=after, article=where, mark=mark)
    if change.kind is Kind.RETOLD and change.before is not None and change.before.mark is not row.mark:
        was = change.before.mark.value
        return t.say("law.diff_sureness", rule=_headed(t, row), article=where, mark=mark, was=was)
    return t.say("law.diff_single", rule=_headed(t, row), article=where, mark=mark)


def _day(t: Texts, day: date) -> str:
    return figures.day(day, t.language).partition(", ")[2]
