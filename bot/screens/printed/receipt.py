"""The rights receipt on paper: the same receipt as on the screen, with every fact, article and source written out."""

from collections.abc import Iterator, Sequence

from bot.screens import receipt_lines as say
from bot.screens.printed import page
from bot.screens.printed.page import Banner, Block, Field, Gap, Heading, Line, Note, Paragraph
from bot.screens.printed.sheet import Mark
from bot.services.receipt import Shown
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts
from jkp.receipt import Condition, Kind, Receipt, Truth

BULLET = "• "
MARKS: dict[Truth, Mark] = {Truth.MET: "yes", Truth.NOT_MET: "no", Truth.UNKNOWN: "unknown", Truth.NOT_ASKED: ""}


def pages(t: Texts, shown: Shown, changes: Sequence[str], sure: Sequence[str]) -> bytes:
    """Draw the receipt; `changes` and `sure` are the screen's own lines. It holds no NIK and no KPJ."""
    blocks = (
        *_head(t, shown),
        *_verdict(t, shown),
        Heading(t.say("receipt.page_conditions")),
        *(_condition(t, one) for one in shown.receipt.conditions),
        *_money(t, shown.receipt),
        *_changes(t, shown.receipt, changes),
        Heading(t.say("receipt.page_sure")),
        *(Paragraph(one) for one in sure if one),
        *_sources(t, shown.receipt),
    )
    return page.document(
        t.say("receipt.page_title"), blocks, footer=t.say("receipt.page_footer"), made=shown.receipt.day
    )


def _head(t: Texts, shown: Shown) -> Iterator[Block]:
    made = shown.receipt
    yield Banner(t.say("receipt.lawyer"))
    yield Field(t.say("receipt.page_name"), shown.name or t.say("receipt.page_name_blank"))
    yield Field(t.say("receipt.page_day"), figures.day(made.day, t.language))
    yield Field(t.say("receipt.page_rules"), t.say(f"receipt.regime_{made.outlook.regime}"))
    yield Note(say.version(t, made))


def _verdict(t: Texts, shown: Shown) -> Iterator[Block]:
    made = shown.receipt
    yield Heading(t.say("receipt.page_verdict"))
    for line in (*say.verdict(t, made).split("\n"), say.refused(t, shown.refused), say.deadline(t, made)):
        if line:
            yield Paragraph(line)


def _condition(t: Texts, one: Condition) -> Block:
    words = say.statement(t, one)
    if one.truth is Truth.NOT_MET:
        words = t.say("receipt.page_unmet", what=words, reason=t.say(f"status.reason_{one.code}"))
    elif one.truth is not Truth.MET:
        words = t.say(f"receipt.page_{one.truth}", what=words)
    basis = t.say(
        "receipt.page_basis",
        article=say.article(t, one.article),
        since=figures.long_day(one.since, t.language),
        sources=one.source,
        mark=t.say(f"receipt.mark_{one.mark}"),
    )
    return Line(MARKS[one.truth], words, "\n".join([*say.known(t, one), *filter(None, [say.cure(t, one)]), basis]))


def _money(t: Texts, made: Receipt) -> Iterator[Block]:
    view = made.outlook
    yield Heading(t.say("receipt.page_money"))
    facts = (t.say("receipt.page_fact", fact=say.fact(t, one), source=say.source(t, one)) for one in say.money(made))
    yield from (Line("", one) for one in facts)
    if view.monthly_amounts:
        amounts = ", ".join(figures.rupiah(one, t.language) for one in view.monthly_amounts)
        yield Paragraph(t.say("receipt.page_amounts", n=len(view.monthly_amounts), amounts=Raw(amounts)))
    elif view.likely is not False:
        yield Paragraph(t.say("receipt.page_amounts_unknown"))
    yield from (Paragraph(one) for one in say.payer(t, made))


def _changes(t: Texts, made: Receipt, changes: Sequence[str]) -> Iterator[Block]:
    yield Heading(t.say("receipt.page_changes"))
    first, *others = [*changes, ""]
    if first and first != t.say("receipt.changes"):  # the heading says that already
        yield Paragraph(first)
    yield from (Line("", one.removeprefix(BULLET)) for one in others if one)
    rest = [line for one in made.flips if (line := say.flip(t, one, made)) not in others]
    if rest:
        yield Paragraph(t.say("receipt.page_single"))
    yield from (Line("", one.removeprefix(BULLET)) for one in rest)
    if any(one.kind is Kind.RECORD for one in made.flips):
        yield Note(t.say("receipt.page_recorded"))


def _sources(t: Texts, made: Receipt) -> Iterator[Block]:
    yield Gap()
    yield Heading(t.say("receipt.page_sources"))
    keys = sorted({key for one in made.conditions for key in one.source.split(", ")})
    yield Note(" · ".join(f"{key}: {t.say(f'receipt.key_{key}')}" for key in keys if t.has(f"receipt.key_{key}")))
