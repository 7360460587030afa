"""The work profile: what is known, one question to change one thing, and the wish to be told of offers."""

from collections.abc import Sequence

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen, html
from bot.services.profile import FIELDS, Seen
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from matching.places import Area

FIRST, SECOND = FIELDS[:4], FIELDS[4:]
# answers that are offered; anything else is typed
OFFERED: dict[str, tuple[str, ...]] = {
    "education": ("SD", "SMP", "SMA", "SMK"),
    "experience": ("1", "3", "5", "10"),
}
SHOWN_PLACES = 4


def overview(t: Texts, seen: Seen, note: str = "") -> Screen:
    """Everything that is known; unknown is said as unknown and harms nothing."""
    told = t.say("profile.told") if seen.told else t.say("profile.not_told")
    text = lines(
        note,
        "\n" if note else "",
        t.say("profile.title"),
        *(t.say(f"profile.line.{field}", value=_value(t, seen, field)) for field in FIELDS),
        t.say("profile.line.matters", value=t.label(f"job.most.{seen.matters or 'alike'}")),
        "\n",
        told,
    )
    wish = () if seen.told else (choice(t, "profile.tell", "profile", "tell"),)
    return card(
        t,
        text,
        choice(t, "profile.find", "job"),
        *(
            choice(t, f"profile.edit.{field}", "profile", f"e.{field}")
            for field in ("occupation", "place", "education")
        ),
        choice(t, "profile.more", "profile", "more"),
        *wish,
    )


def more(t: Texts, seen: Seen) -> Screen:
    """The rest of what can be changed."""
    fields = (FIRST[-1], *SECOND)
    text = lines(*(t.say(f"profile.line.{field}", value=_value(t, seen, field)) for field in fields))
    rows = (choice(t, f"profile.edit.{field}", "profile", f"e.{field}") for field in fields)
    return card(t, text, *rows, choice(t, "menu.back", "profile"))


def question(t: Texts, field: str, *, again: bool = False) -> Screen:
    """Ask for one thing; it can be skipped or forgotten."""
    problem = t.say(f"profile.unread.{field}") if again else ""
    rows = (Button(_offered(t, field, value), "profile", f"s.{field}.{value}") for value in OFFERED.get(field, ()))
    return card(
        t,
        lines(problem, t.say(f"profile.ask.{field}")),
        *rows,
        choice(t, "profile.skip", "profile"),
        choice(t, "profile.clear", "profile", f"c.{field}"),
    )


def _offered(t: Texts, field: str, value: str) -> str:
    return t.label("profile.years", n=value) if field == "experience" else value


def which_place(t: Texts, field: str, areas: Sequence[Area]) -> Screen:
    """A kabupaten and a kota share the name: ask back."""
    shown = areas[:SHOWN_PLACES]
    rows = (Button(one.name, "profile", f"p.{field}.{one.code}") for one in shown)
    codes = "+".join(one.code for one in shown[:3])
    both = choice(t, "job.both_places", "profile", f"p.{field}.{codes}")
    return card(t, t.say("job.which_place", name=areas[0].short_name), *rows, both)


def _value(t: Texts, seen: Seen, field: str) -> Raw:
    said = _known(t, seen, field)
    return said or t.say("profile.unknown")


def _known(t: Texts, seen: Seen, field: str) -> Raw:
    match field:
        case "place":
            return _places(t, seen.places, anywhere=seen.anywhere)
        case "willing":
            return _places(t, seen.willing, anywhere=False)
        case "wage":
            return Raw(figures.rupiah(seen.wage, t.language)) if seen.wage else Raw("")
        case "experience" if seen.experience is not None:
            return t.say("profile.years", n=figures.number(seen.experience, t.language))
        case "age":
            return t.say("profile.years", n=seen.age) if seen.age else Raw("")
        case "skills":
            return Raw(html(", ".join(seen.skills)))
    return Raw(html({"occupation": seen.occupation, "education": seen.education}.get(field) or ""))


def _places(t: Texts, names: Sequence[str], *, anywhere: bool) -> Raw:
    named = [Raw(html(name)) for name in names]
    return Raw(", ".join([*named, *([t.say("profile.anywhere")] if anywhere else [])]))
