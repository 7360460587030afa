"""C2: an advertisement as it was read, to be checked before anybody sees it; every field can be mended."""

from collections.abc import Sequence
from datetime import date

from bot.screens import vacancy_lines as say
from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.staff.posting import Draft, Live
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from intake.problems import Problem
from labour_market.adverts.field import Name, Read
from labour_market.adverts.places import BETWEEN, place_as_written
from matching.places import area
from matching.profile import Kind

SHOWN = 5  # fields or positions on one screen
LONGEST_VALUE, LONGEST_LABEL, LONGEST_QUOTE = 140, 30, 50
ALL = "all"
EDITED = tuple(name for name in Name if name is not Name.WAGE_MAX)  # the wage is one field to a person
CODES = {name.value: name for name in Name}


def how(t: Texts) -> Screen:
    """How to post a vacancy."""
    return card(t, t.say("posting.how"), choice(t, "posting.mine", "post.mine"))


def unread(t: Texts, key: str) -> Screen:
    """What was sent is no advertisement: no_words (a picture alone), no_advert, gone."""
    return card(t, t.say(f"posting.{key}"), choice(t, "posting.again", "post.how"))


def which(t: Texts, draft: Draft) -> Screen:
    """One text, several positions: which are meant?"""
    shown = draft.offered[:SHOWN]
    rows = (Button(say.short(title, LONGEST_LABEL), "post.pick", f"{draft.id}.{at}") for at, title in enumerate(shown))
    listed = "\n".join(f"{at}. {title}" for at, title in enumerate(draft.offered, start=1))
    return card(
        t,
        t.say("posting.which", n=len(draft.offered), titles=listed),
        choice(t, "posting.all", "post.pick", f"{draft.id}.{ALL}", n=len(draft.offered)),
        *rows,
    )


def check(t: Texts, draft: Draft, note: str = "") -> Screen:
    """Everything that was read, with what is doubtful, missing or suspicious."""
    text = lines(
        note,
        t.say("posting.check"),
        "\n",
        *(_line(t, draft, name) for name in EDITED if name in draft.fields or name in draft.missing),
        _absent(t, draft),
        "\n",
        *(_warnings(t, draft)),
        t.say("posting.ready" if draft.is_ready else "posting.not_ready"),
    )
    return card(t, text, *_ways_on(t, draft))


def _line(t: Texts, draft: Draft, name: Name) -> Raw:
    label = t.label(f"posting.field.{name}")
    if name in draft.missing or name not in draft.fields:
        return t.say("posting.line_missing", name=label)
    found = draft.fields[name]
    value = value_of(t, draft, name)
    if name not in draft.unsure:
        return t.say("posting.line", name=label, value=value)
    words = say.short(found.where, LONGEST_QUOTE)
    return t.say("posting.line_unsure" if words else "posting.line_guess", name=label, value=value, words=words)


def value_of(t: Texts, draft: Draft, name: Name) -> str:
    """Say what a field holds, as a person reads it."""
    found = draft.fields.get(name)
    if name is Name.TITLE and draft.positions:
        return say.short("; ".join(draft.positions), LONGEST_VALUE)
    if found is None:
        return t.label("posting.nothing")
    if name is Name.WAGE_MIN:
        return _wage(t, found, draft.fields.get(Name.WAGE_MAX))
    if name is Name.PLACE:
        return _place(t, found.value)
    if name is Name.CLOSES:
        return figures.day(date.fromisoformat(found.value), t.language)
    if name is Name.SKILLS:
        return ", ".join(say.skill(t, code) for code in found.value.split("|"))
    return say.short(found.value, LONGEST_VALUE)


def _wage(t: Texts, low: Read, high: Read | None) -> str:
    if high is None:
        return figures.rupiah(int(low.value), t.language)
    ends = (figures.rupiah(int(one.value), t.language) for one in (low, high))
    return t.label("posting.wage_range", low=next(ends), high=next(ends))


def _place(t: Texts, value: str) -> str:
    codes = value.split(BETWEEN)
    named = [place.name for place in map(area, codes) if place is not None]
    if value == "remote":
        return t.label("posting.remote")
    return t.label("posting.or").join(named) if len(codes) > 1 else (named or [place_as_written(value)])[0]


def _absent(t: Texts, draft: Draft) -> Raw:
    names = [
        t.label(f"posting.field.{name}") for name in EDITED if name not in draft.fields and name not in draft.missing
    ]
    return t.say("posting.absent", names=", ".join(names)) if names else Raw("")


def _warnings(t: Texts, draft: Draft) -> list[Raw]:
    said = [t.say("posting.problem", what=_problem(t, one)) for one in draft.problems]
    if draft.demands:
        names = ", ".join(t.label(f"posting.demand.{one}") for one in draft.demands)
        said.append(t.say("posting.demands", names=names))
    said += [
        t.say("posting.suspicion", kind=t.label(f"posting.kind.{kind}"), words=say.short(words, LONGEST_QUOTE))
        for kind, words in draft.suspicions[:3]
    ]
    if draft.twins:
        said.append(t.say("posting.twins"))
        said += [t.say("job.listed", what=say.head(t, one.offer)) for one in draft.twins]
    return said


def _problem(t: Texts, problem: Problem) -> str:
    name = CODES.get(problem.column)
    label = t.label(f"posting.field.{name}") if name is not None else problem.column
    return f"{label}: {say.short(problem.found, LONGEST_QUOTE)}"


def _ways_on(t: Texts, draft: Draft) -> tuple[Button, ...]:
    ask = [*draft.missing, *(name for name in draft.unsure if is_shared_place(draft, name))]
    twin = tuple(choice(t, "posting.twin", "post.one", one.offer.id) for one in draft.twins[:1])
    return (
        *((choice(t, "posting.publish", "post.live", draft.id),) if draft.is_ready else ()),
        *(_fill(t, draft, name) for name in ask[:2]),
        *((choice(t, "posting.all_right", "post.ok", draft.id),) if draft.unsure and not _only(draft, ask) else ()),
        *twin,
        choice(t, "posting.edit", "post.edit", f"{draft.id}.0"),
        choice(t, "posting.drop", "post.drop", draft.id),
    )[:6]


def _only(draft: Draft, ask: Sequence[Name]) -> bool:
    return set(draft.unsure) <= set(ask)


def is_shared_place(draft: Draft, name: Name) -> bool:
    """Whether a place may be one of several, so that nobody can simply agree."""
    return name is Name.PLACE and name in draft.fields and BETWEEN in draft.fields[name].value


def _fill(t: Texts, draft: Draft, name: Name, key: str = "posting.fill") -> Button:
    if is_shared_place(draft, name):
        key = "posting.which_place"
    return choice(t, key, "post.field", f"{draft.id}.{_number(name)}", name=t.label(f"posting.field.{name}"))


def _number(name: Name) -> int:
    return list(Name).index(name)


def edit(t: Texts, draft: Draft, page: int) -> Screen:
    """Which field to change, some at a time."""
    names = EDITED[page * SHOWN : (page + 1) * SHOWN]
    rows = (_fill(t, draft, name, "posting.edit_one") for name in names)
    is_last = (page + 1) * SHOWN >= len(EDITED)
    on = choice(t, "posting.back", "post.check", draft.id) if is_last else choice(
        t, "posting.more_fields", "post.edit", f"{draft.id}.{page + 1}"
    )  # fmt: skip
    return card(t, t.say("posting.edit_which"), *rows, on)


def field(t: Texts, draft: Draft, name: Name, *, again: bool = False) -> Screen:
    """Ask for one field, with what it holds now and an example."""
    text = lines(
        t.say("posting.unreadable") if again else "",
        t.say("posting.ask", name=t.label(f"posting.field.{name}"), now=value_of(t, draft, name)),
        t.say(f"posting.example.{name}"),
    )
    places: tuple[Button, ...] = ()
    if is_shared_place(draft, name):
        codes = draft.fields[name].value.split(BETWEEN)
        named = [place for place in map(area, codes) if place is not None][: SHOWN - 1]
        places = tuple(Button(place.name, "post.place", f"{draft.id}.{place.code}") for place in named)
        places += (choice(t, "posting.all_places", "post.place", f"{draft.id}.{ALL}"),)
    return card(t, text, *places, choice(t, "posting.back", "post.check", draft.id))


def _of_first(t: Texts, vacancy_id: str) -> tuple[Button, ...]:
    if not vacancy_id:
        return ()
    to_people = choice(t, "posting.broadcast", "bc.pick", f"{Kind.VACANCY}.{vacancy_id}")
    return (to_people, choice(t, "posting.see", "job.card", vacancy_id))


def live(t: Texts, found: Live) -> Screen:
    """It can be found now, and can be taken back."""
    shown = (t.say("job.listed", what=say.head(t, one.offer)) for one in found.vacancies[:SHOWN])
    first = found.vacancies[0].offer.id if found.vacancies else ""
    return card(
        t,
        lines(t.say("posting.live", n=len(found.vacancies)), *shown, t.say("posting.live_soon")),
        *_of_first(t, first),
        choice(t, "posting.mine", "post.mine"),
        choice(t, "posting.take_back", "post.back", found.id),
        choice(t, "posting.again", "post.how"),
    )
