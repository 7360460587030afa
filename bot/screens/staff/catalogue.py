"""A1: a catalogue file in four taps: what it is, what would change, apply, and back again."""

from bot.screens.frame import card, choice
from bot.screens.screen import Screen
from bot.services.staff.catalogue import Kind, Looked, Received
from bot.texts.catalogue import Raw, Texts, lines
from intake.difference import Change
from intake.preview import Applied
from intake.problems import Problem

MOST_LINES = 8


def how(t: Texts) -> Screen:
    """How to hand a file in."""
    return card(t, t.say("catalogue.how"))


def refused(t: Texts, code: str) -> Screen:
    """The file as a whole cannot be taken."""
    key = f"catalogue.refused_{code}"
    return card(t, lines(t.say(key if t.has(key) else "catalogue.refused_damaged"), t.say("catalogue.try_again")))


def received(t: Texts, file: Received) -> Screen:
    """Which kind is it?"""
    choices = (choice(t, f"catalogue.kind_{kind}", "cat.look", kind) for kind in file.kinds)
    return card(
        t,
        t.say("catalogue.received", name=file.name, n=file.rows),
        *choices,
        choice(t, "catalogue.drop", "cat.drop"),
    )


def preview(t: Texts, looked: Looked) -> Screen:
    """What would change, and what is wrong with which row."""
    difference = looked.preview.difference
    problems = looked.preview.problems
    text = lines(
        t.say(
            "catalogue.preview",
            name=looked.name,
            kind=t.say(f"catalogue.kind_{looked.kind}"),
            new=len(difference.new),
            changed=len(difference.changed),
            unchanged=len(difference.unchanged),
            problems=len(problems),
        ),
        *(_problem(t, one) for one in problems[:MOST_LINES]),
        t.say("catalogue.more", n=len(problems) - MOST_LINES) if len(problems) > MOST_LINES else "",
        t.say("catalogue.ignored", columns=", ".join(looked.preview.ignored[:MOST_LINES]))
        if looked.preview.ignored
        else "",
    )
    apply = (choice(t, "catalogue.apply", "cat.apply", looked.kind, n=looked.usable),) if looked.usable else ()
    changes = (choice(t, "catalogue.changes", "cat.diff", looked.kind),) if difference.changed else ()
    return card(t, text, *changes, *apply, choice(t, "catalogue.drop", "cat.drop"))


def changes(t: Texts, looked: Looked) -> Screen:
    """Every change, field by field."""
    found = looked.preview.difference.changed
    more = t.say("catalogue.more", n=len(found) - MOST_LINES) if len(found) > MOST_LINES else ""
    text = lines(t.say("catalogue.changes_title"), *(_change(t, one) for one in found[:MOST_LINES]), more)
    apply = choice(t, "catalogue.apply", "cat.apply", looked.kind, n=looked.usable)
    return card(t, text, apply, choice(t, "menu.back", "cat.look", looked.kind))


def applied(t: Texts, kind: Kind, done: Applied) -> Screen:
    """Done, and how to take it back."""
    if done.version is None:
        return card(t, t.say("catalogue.nothing"))
    text = t.say("catalogue.applied", new=done.new, changed=done.changed, unchanged=done.unchanged)
    return card(t, text, choice(t, "catalogue.take_back", "cat.back", f"{kind}.{done.version}"))


def said(t: Texts, key: str) -> Screen:
    """One of the short answers: dropped, taken_back, too_late, gone, only_admin."""
    return card(t, t.say(f"catalogue.{key}"))


def _problem(t: Texts, problem: Problem) -> Raw:
    code, _, detail = problem.expected.partition(":")
    key = f"catalogue.expected_{code}"
    expected = t.say(key if t.has(key) else "catalogue.expected_other", detail=detail.replace("|", ", "))
    return t.say("catalogue.problem", row=problem.row, column=problem.column, found=problem.found, expected=expected)


def _change(t: Texts, change: Change) -> Raw:
    fields = ", ".join(
        t.say("catalogue.field", name=field.name, before=_short(field.before), after=_short(field.after))
        for field in change.fields
    )
    return t.say("catalogue.change", label=change.row.label, fields=Raw(fields))


def _short(value: object) -> str:
    text = "-" if value in (None, "", []) else str(value)
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 - readable on a phone
