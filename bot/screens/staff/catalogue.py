"""A1: a catalogue file: what it is, what would change, what looks alike, apply now or tomorrow, and back again."""

from collections.abc import Sequence
from datetime import datetime

from bot.screens.frame import card, choice
from bot.screens.screen import Attachment, Button, Screen
from bot.screens.vacancy_lines import short
from bot.services.staff.catalogue import Home, Looked, Pair, ShownChange
from bot.services.staff.catalogue_files import Kind
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from intake.preview import Applied
from intake.problems import Problem

MOST_LINES = 8
LONGEST_VALUE = 40
LONGEST_DETAIL = 200
MOST_FIELDS = 6  # of a changed row; a message has room for no more
NONE = Raw("")


def home(t: Texts, found: Home, zone: str) -> Screen:
    """A0: the catalogue at a glance."""
    scheduled = (
        t.say("catalogue.scheduled", name=name, at=figures.moment(at, zone, t.language))
        for _id, name, at in found.scheduled[:MOST_LINES]
    )
    stops = (
        choice(t, "catalogue.unschedule", "cat.drop", one, name=_short(name)) for one, name, _at in found.scheduled[:1]
    )
    back: tuple[Button, ...] = ()
    if found.last is not None:
        number, title, at = found.last
        name = _short(title) or figures.short_day(at.date(), t.language)
        back = (choice(t, "catalogue.back_to", "cat.back", f"{Kind.COURSES}.{number}", name=name),)
    return card(
        t,
        lines(t.say("catalogue.how"), *scheduled),
        choice(t, "catalogue.expiring", "cat.due", n=found.expiring),
        choice(t, "catalogue.find", "cat.find"),
        choice(t, "catalogue.export", "cat.export"),
        *stops,
        *back,
    )


def working(t: Texts, stage: str, name: str, *, rows: int = 0, seconds: int = 0) -> Screen:
    """How far it is: reading, comparing, applying, marking or exporting, of how many rows, since when."""
    count = t.say("catalogue.working_rows", n=figures.number(rows, t.language)) if rows else ""
    since = t.say("catalogue.working_seconds", n=seconds) if seconds else ""
    return card(t, lines(t.say(f"catalogue.working_{stage}", name=name), count, since))


def refused(t: Texts, code: str, detail: str = "") -> Screen:
    """The file as a whole cannot be taken."""
    key = f"catalogue.refused_{code}"
    said = t.say(key if t.has(key) else "catalogue.refused_damaged", detail=detail[:LONGEST_DETAIL])
    return card(t, lines(said, t.say("catalogue.try_again")))


def which(t: Texts, upload_id: int, name: str, rows: int, kinds: Sequence[Kind]) -> Screen:
    """Which kind is it?"""
    choices = (choice(t, f"catalogue.kind_{kind}", "cat.look", f"{upload_id}.{kind}") for kind in kinds)
    text = t.say("catalogue.received", name=name, n=rows)
    return card(t, text, *choices, choice(t, "catalogue.drop", "cat.drop", upload_id))


def preview(t: Texts, looked: Looked, pairs: int, note: str = "") -> Screen:
    """What would change, what is wrong with which row, what looks alike."""
    text = lines(
        t.say(f"catalogue.{note}") if note else "",
        t.say(
            "catalogue.preview",
            name=looked.name,
            kind=t.say(f"catalogue.kind_{looked.kind}"),
            new=looked.new,
            changed=looked.changed,
            unchanged=looked.unchanged,
            problems=looked.wrong,
        ),
        t.say("catalogue.similar", n=pairs) if pairs else "",
        t.say("catalogue.affected", n=looked.affected) if looked.affected else "",
        *(problem(t, one) for one in looked.problems[:MOST_LINES]),
        t.say("catalogue.more", n=looked.wrong - MOST_LINES) if looked.wrong > MOST_LINES else "",
        t.say("catalogue.ignored", columns=", ".join(_short(one) for one in looked.ignored[:MOST_LINES]))
        if looked.ignored
        else "",
        "" if looked.usable or pairs else t.say("catalogue.nothing_new"),
    )
    choices = (
        (choice(t, "catalogue.changes", "cat.diff", looked.id), looked.changed),
        (choice(t, "catalogue.ask_similar", "cat.sim", looked.id, n=pairs), pairs),
        (choice(t, "catalogue.marked", "cat.mark", looked.id), looked.wrong),
        *_publish(t, looked),
        (choice(t, "catalogue.drop", "cat.drop", looked.id), 1),
    )
    return card(t, text, *(button for button, wanted in choices if wanted))


def _publish(t: Texts, looked: Looked) -> tuple[tuple[Button, int], ...]:
    return (
        (choice(t, "catalogue.apply", "cat.apply", looked.id, n=looked.usable), looked.usable),
        (choice(t, "catalogue.apply_later", "cat.later", looked.id), looked.usable),
    )


def changes(t: Texts, looked: Looked, page: int = 0) -> Screen:
    """The changes, field by field, a page at a time."""
    shown = looked.changes[page * MOST_LINES : (page + 1) * MOST_LINES]
    left = looked.changed - page * MOST_LINES - len(shown)
    more = t.say("catalogue.more", n=left) if left > 0 else ""
    text = lines(t.say("catalogue.changes_title"), *(_change(t, one) for one in shown), more)
    has_next = (page + 1) * MOST_LINES < len(looked.changes)
    following = (choice(t, "catalogue.next_page", "cat.diff", f"{looked.id}.{page + 1}"),) if has_next else ()
    return card(
        t,
        text,
        *(button for button, wanted in _publish(t, looked) if wanted),
        *following,
        choice(t, "menu.back", "cat.show", looked.id),
    )


def similar(t: Texts, upload_id: int, pair: Pair, left: int) -> Screen:
    """Two rows that look alike: are they the same?"""
    where = t.say("catalogue.pair_in_file", row=pair.other_row) if pair.other_row else t.say("catalogue.pair_stands")
    text = lines(
        t.say("catalogue.pair_title", n=left),
        t.say("catalogue.pair_new", row=pair.row, what=_named(t, pair.label, pair.maker, pair.day)),
        Raw(f"{where} {_named(t, pair.other_label, pair.other_maker, pair.other_day)}"),
        t.say("catalogue.pair_ask"),
    )
    every = (choice(t, "catalogue.pair_all_different", "cat.pair", f"{upload_id}.all.d", n=left),) if left > 1 else ()
    return card(
        t,
        text,
        choice(t, "catalogue.pair_same", "cat.pair", f"{upload_id}.{pair.id}.s"),
        choice(t, "catalogue.pair_different", "cat.pair", f"{upload_id}.{pair.id}.d"),
        *every,
        choice(t, "menu.back", "cat.show", upload_id),
    )


def applied(t: Texts, kind: Kind, done: Applied, told: int = 0) -> Screen:
    """Done, and how to take it back."""
    if done.version is None:
        return card(t, t.say("catalogue.nothing"))
    text = lines(
        t.say("catalogue.applied", new=done.new, changed=done.changed, unchanged=done.unchanged),
        t.say("catalogue.told", n=told) if told else "",
    )
    return card(t, text, choice(t, "catalogue.take_back", "cat.back", f"{kind}.{done.version}"))


def later(t: Texts, upload_id: int, name: str, at: datetime, zone: str) -> Screen:
    """It will be applied at its hour."""
    text = t.say("catalogue.later", name=name, at=figures.moment(at, zone, t.language))
    return card(
        t,
        text,
        choice(t, "catalogue.apply_now", "cat.apply", upload_id),
        choice(t, "catalogue.drop", "cat.drop", upload_id),
    )


def file(t: Texts, key: str, name: str, content: bytes) -> Screen:
    """A file to take away: the marked one, or the catalogue itself."""
    plain = card(t, t.say(f"catalogue.{key}"))
    return Screen(plain.text, plain.rows, attachment=Attachment(name, content))


def said(t: Texts, key: str) -> Screen:
    """One of the short answers: dropped, taken_back, too_late, gone, only_admin."""
    return card(t, t.say(f"catalogue.{key}"))


def problem(t: Texts, one: Problem) -> Raw:
    """One problem: where, what was expected, what stands there."""
    key = "catalogue.problem" if one.column else "catalogue.problem_row"
    return t.say(key, row=one.row, column=_short(one.column), found=one.found, expected=expected(t, one))


def expected(t: Texts, one: Problem) -> Raw:
    """What should stand there."""
    code, _, detail = one.expected.partition(":")
    key = f"catalogue.expected_{code}"
    named = f"catalogue.column_{detail}"
    words = t.label(named) if detail and t.has(named) else detail.replace("|", ", ").replace("_", " ")[:LONGEST_DETAIL]
    return t.say(key if t.has(key) else "catalogue.expected_other", detail=words)


def in_a_cell(t: Texts, one: Problem) -> str:
    """The same in the cell of a marked file, without markup."""
    return t.label("catalogue.problem_cell", column=one.column or "-", expected=expected(t, one), found=one.found)


def _named(t: Texts, label: str, maker: str, day: str) -> Raw:
    return t.say(
        "catalogue.pair_named", label=_short(label), maker=_short(maker), day=day or t.label("catalogue.any_day")
    )


def _change(t: Texts, change: ShownChange) -> Raw:
    fields = ", ".join(
        t.say("catalogue.field", name=field_name(t, name), before=_short(before), after=_short(after))
        for name, before, after in change.fields[:MOST_FIELDS]
    )
    left = len(change.fields) - MOST_FIELDS
    fields += f", … +{left}" if left > 0 else ""
    people = t.say("catalogue.change_people", n=change.affected) if change.affected else NONE
    return t.say("catalogue.change", label=_short(change.label), fields=Raw(fields), people=people)


def field_name(t: Texts, name: str) -> str:
    """A column as people call it."""
    return t.label(f"catalogue.column_{name}") if t.has(f"catalogue.column_{name}") else name


def _short(value: object) -> str:
    text = "-" if value in (None, "", []) else ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return short(text, LONGEST_VALUE)
