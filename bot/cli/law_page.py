"""The page docs/correctness.md: what is open, then every row of the law with its source and the cases that test it."""

from collections.abc import Sequence

from bot.cli import law_words
from bot.services import law as service
from bot.texts.catalogue import Texts
from jkp.decisions import Written
from jkp.rules.questions import QUESTIONS, Question
from jkp.rules.regulation import PARAMETERS, Parameter, Rule
from jkp.rules.rows import Mark
from jkp.rules.sources import spelled

T = Texts("en")


def page(written: Sequence[Written]) -> str:
    """Write the whole page for these cases."""
    tested = service.tested_by(written)
    untested = [row for row in PARAMETERS if not tested[row]]
    parts = [_OPENING, *_questions(), _how(written, untested), *_rows(tested)]
    return "\n".join(parts) + "\n"


_OPENING = """# How sure are the rules?

**Not reviewed by a lawyer yet.** `kerjalagi law page` writes this page from the rows in `jkp/rules/parameters.py` and
from the written cases in `tests/jkp/cases`; nobody keeps it by hand. The marks: [T] the text of the article was read,
[S] named secondary sources say so, [I] our reading, [U] not verified: whatever rests on it is called open and shown as
"belum pasti".
"""
_HOW = """## Which case tests which row

Found anew each time: every row is changed a little (its figure by one up and down, a word taken away or added, the
article where there is neither), all {count} written cases are decided again, and those that come out otherwise in a key
that they expect are the ones that test the row. G-cases come from the facts base, M-cases are ours.

Rows that no case tests: {untested}. What is a convention and no row (how months and working days are counted, rounding)
stands in [sources.md](sources.md); what changing the program itself shows about the tests, in
[MUTANTS.md](../tests/jkp/rules/MUTANTS.md).
"""


def _questions() -> list[str]:
    unverified = [row for row in PARAMETERS if row.mark is Mark.UNVERIFIED]
    lines = ["## Open questions", "", "| question | ask | rows that wait for the answer |", "|---|---|---|"]
    lines += [
        f"| {T.say(f'law.question.{each.code}')} | {T.say(f'law.office.{each.office.value}')} | {_waiting(each)} |"
        for each in QUESTIONS
    ]
    return [*lines, "", f"{len(unverified)} of {len(PARAMETERS)} rows are not verified [U].", ""]


def _waiting(question: Question) -> str:
    return ", ".join(f"`{rule.value}`" for rule in question.rules) or "none yet: no row can be written"


def _how(written: Sequence[Written], untested: list[Parameter]) -> str:
    named = ", ".join(f"`{row.rule.value}` since {row.since}" for row in untested)
    return _HOW.format(count=len(written), untested=named or "none")


def _rows(tested: dict[Parameter, tuple[str, ...]]) -> list[str]:
    lines = ["## Every row", "", "| rule | figure | since | article | source | mark | last checked | tested by |"]
    lines.append("|---|---|---|---|---|---|---|---|")
    ordered = [row for rule in Rule for row in PARAMETERS if row.rule is rule]
    return [*lines, *(_line(row, tested[row]) for row in ordered)]


def _line(row: Parameter, cases: tuple[str, ...]) -> str:
    figure = f"{law_words.value(T, row)}{f' ({row.note})' if row.note else ''}"
    named = ", ".join(cases[:-1] if len(cases) == service.MOST_NAMED else cases)
    more = " and more" if len(cases) == service.MOST_NAMED else ""
    cells = (
        f"{law_words.heading(T, row)} (`{row.rule.value}`)",
        figure,
        row.since.isoformat(),
        row.article,
        spelled(row.source),
        f"[{row.mark.value}]",
        row.checked.isoformat(),
        f"{named}{more}" or "**no case**",
    )
    return f"| {' | '.join(cells)} |"
