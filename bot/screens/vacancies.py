"""Finding work (S2, S4): two questions at most, then one vacancy a card, and an honest end with ways on."""

from collections.abc import Sequence

from bot.screens import vacancy_lines as say
from bot.screens.frame import card as framed
from bot.screens.frame import choice
from bot.screens.screen import Ask, Button, Screen
from bot.services.profile import MATTERS
from bot.services.towns import Town
from bot.services.vacancies import REASONS, Card, End
from bot.services.widening import Widening
from bot.store import cards
from bot.texts.catalogue import Raw, Texts, lines
from labour_market.search import VacancyDetails
from matching.places import Area
from matching.profile import Kind

LONGEST_LABEL = 40
SHOWN_SAVED = 5
SHOWN_PLACES = 4
MANY = 50  # vacancies; beyond it a number helps nobody to choose


def ask_work(t: Texts, groups: Sequence[str], *, action: str = "job.work", again: bool = False) -> Screen:
    """The first question: the last job, by everyday groups or typed."""
    rows = (choice(t, f"job.group.{group}", action, group) for group in groups)
    problem = t.say("job.work_unread") if again else ""
    return framed(t, lines(problem, t.say("job.ask_work")), *rows, choice(t, "job.type_work", action, "type"))


def change(t: Texts) -> Screen:
    """What to change of the search."""
    return framed(
        t,
        t.say("job.change_title"),
        choice(t, "job.change_work", "job.ask"),
        choice(t, "job.change_place", "job.where"),
        choice(t, "job.change_most", "job.most"),
        choice(t, "job.profile", "profile"),
        choice(t, "job.saved_list", "job.saved"),
    )


def ask_matters(t: Texts, now: str) -> Screen:
    """What matters most; the present answer is ticked."""
    rows = (choice(t, "job.ticked" if one == now else "job.unticked", "job.first", one or "alike",
                   what=t.label(f"job.most.{one or 'alike'}")) for one in (*MATTERS, ""))  # fmt: skip
    return framed(t, t.say("job.ask_most"), *rows, choice(t, "job.back", "job.change"))


def type_work(t: Texts, *, again: bool = False) -> Screen:
    """Wait for a typed job."""
    return framed(t, lines(t.say("job.work_unread") if again else "", t.say("job.write_work")))


def ask_place(t: Texts, towns: Sequence[Town], *, again: bool = False) -> Screen:
    """The second question: where; the towns are those with most open offers for the job."""
    rows = (
        choice(t, "job.town", "job.place", "+".join(town.codes), name=town.name, n=town.count)
        for town in towns
    )  # fmt: skip
    problem = t.say("job.place_unread") if again else ""
    return framed(
        t,
        lines(problem, t.say("job.ask_place")),
        choice(t, "job.near_me", "job.place", "near"),
        *rows,
        choice(t, "job.anywhere", "job.place", "any"),
    )


def ask_location(t: Texts) -> Screen:
    """Ask for the person's location; the telephone asks for agreement itself."""
    return Screen(
        t.say("job.share_place"), ask=Ask(location=t.label("job.share_button"), cancel=t.label("job.no_share"))
    )


def place_noted(t: Texts, name: str) -> Screen:
    """Take the keyboard away again and say which area it is."""
    return Screen(t.say("job.place_noted", name=name), remove_ask=True)


def place_left(t: Texts) -> Screen:
    """Take the keyboard away again."""
    return Screen(t.say("job.place_left"), remove_ask=True)


def which_place(t: Texts, areas: Sequence[Area], action: str) -> Screen:
    """A kabupaten and a kota share the name: ask back."""
    codes = "+".join(one.code for one in areas[:SHOWN_PLACES])
    rows = (Button(one.name, action, one.code) for one in areas[:SHOWN_PLACES])
    text = t.say("job.which_place", name=areas[0].short_name)
    return framed(t, text, *rows, choice(t, "job.both_places", action, codes))


def vacancy(t: Texts, card: Card, note: str = "") -> Screen:
    """The card."""
    ranked = card.ranked
    judged = (say.suits(t, ranked), say.lacks(t, card, ranked), say.helps(t, card, ranked)) if ranked else ()
    text = lines(
        note,
        t.say("job.few", n=card.few) if card.few else "",
        "\n" if note or card.few else "",
        say.head(t, card.details.offer, ranked.distance_km if ranked else None),
        say.facts(t, card),
        *judged,
        say.conditions(t, card.details.offer),
        say.how(t, card.details),
        say.origin(t, card.details),
        t.say("job.gone") if not card.details.is_open else Raw(""),
    )
    return framed(t, text, *_choices(t, card), shows=cards.name(Kind.VACANCY, card.id))


def _choices(t: Texts, card: Card) -> tuple[Button, ...]:
    following = choice(t, "job.next", "job.next", card.id)
    refuse = choice(t, "job.refuse", "job.no", card.id)
    why = choice(t, "job.why", "job.why", card.id)
    first = (
        choice(t, "job.applied_already", "applied", card.id)
        if card.applied
        else choice(t, "job.apply", "apply", card.id)
    )
    if not card.details.is_open:
        return (following, choice(t, "job.change", "job.change"))
    if card.saved:
        saved = (choice(t, "job.saved_list", "job.saved"), choice(t, "job.unsave", "job.unsave", card.id))
        return (first, following, refuse, *saved, why)
    return (
        first,
        following,
        refuse,
        choice(t, "job.save", "job.save", card.id),
        why,
        choice(t, "job.wide", "job.wide") if card.few else choice(t, "job.change", "job.change"),
    )


def why(t: Texts, card: Card) -> Screen:
    """Why this one: the parts of the comparison in words, most important first."""
    back = choice(t, "job.back", "job.card", card.id)
    if card.ranked is None:
        return framed(t, t.say("job.why_unknown"), back)
    text = lines(
        t.say("job.why_title", title=say.short(card.details.offer.title, say.LONGEST_TITLE)),
        say.parts(t, card, card.ranked),
        say.helps(t, card, card.ranked),
        say.first(t, card.ranked, card),
        t.say("job.why_rules"),
    )
    return framed(t, text, back, choice(t, "job.next", "job.next", card.id), choice(t, "job.change_most", "job.most"),
                  choice(t, "job.profile", "profile"))  # fmt: skip


def reasons(t: Texts, offer_id: str) -> Screen:
    """Why not: five reasons."""
    rows = (choice(t, f"job.refusal.{reason}", "job.refuse", f"{offer_id}.{reason}") for reason in REASONS)
    return framed(t, t.say("job.ask_reason"), *rows, choice(t, "job.back", "job.card", offer_id))


def refused(t: Texts, offer_id: str, *, applied: bool = False) -> Screen:
    """What the refusal changes, and the way back; one applied for already says nothing about others."""
    return framed(
        t,
        t.say("job.refused_applied" if applied else "job.refused"),
        choice(t, "job.next", "job.next", offer_id),
        choice(t, "job.undo", "job.unrefuse", offer_id),
    )


def end(t: Texts, found: End) -> Screen:
    """Nothing more fits: said as it is, with what a change would bring."""
    if not found.open:
        return framed(t, t.say("job.none_at_all"), choice(t, "menu.course", "course"), choice(t, "menu.jkp", "jkp"))
    where = ", ".join(one.name for one in found.places[:2]) or t.label("job.everywhere")
    wish = found.wish or t.label("job.any_work")
    if found.left:
        none = t.say("job.few_left", n=found.left, wish=wish, where=where)
    else:
        none = t.say("job.none_left" if found.shown else "job.none", wish=wish, where=where)
    hint = t.say("job.widen" if found.widenings else "job.widen_nothing")
    onward = choice(t, "job.next", "job.next") if found.left else choice(t, "menu.course", "course")
    return framed(t, lines(none, _learning(t, found), hint), *_ways_on(t, found), onward)


def _learning(t: Texts, found: End) -> Raw:
    """Which course would bring most; of very many vacancies only that they are many."""
    if found.course is None:
        return Raw("")
    title = say.short(found.course.title, LONGEST_LABEL)
    if found.course.count > MANY:
        return t.say("job.course_opens_many", title=title, n=MANY)
    return t.say("job.course_opens", title=title, n=found.course.count)


def _ways_on(t: Texts, found: End) -> tuple[Button, ...]:
    """What to change; the course stands where else the saved ones do, for six choices are the most."""
    wider = tuple(choice(t, f"job.wider.{one.name}", "job.wider", one.name, n=_number(t, one))
                  for one in found.widenings)  # fmt: skip
    change = choice(t, "job.change", "job.change")
    if found.course is None:
        return (*wider, change, choice(t, "job.saved_list", "job.saved"))
    return (*wider, choice(t, "job.course_way", "course.card", found.course.course_id), change)


def _number(t: Texts, one: Widening) -> str:
    return t.label("job.at_least", n=one.count) if one.is_more else str(one.count)


def saved(t: Texts, found: Sequence[VacancyDetails]) -> Screen:
    """The saved vacancies, newest first; a closed one is marked."""
    if not found:
        return framed(t, t.say("job.saved_none"), choice(t, "menu.job", "job"))
    listed = [say.listed(t, one) for one in found[:SHOWN_SAVED]]
    rows = [Button(say.short(one.offer.title, LONGEST_LABEL), "job.card", one.offer.id) for one in found[:SHOWN_SAVED]]
    more = t.say("job.saved_more", n=len(found) - SHOWN_SAVED) if len(found) > SHOWN_SAVED else ""
    return framed(t, lines(t.say("job.saved_title"), *listed, more), *rows, choice(t, "menu.job", "job"))


def empty(t: Texts) -> Screen:
    """Nothing is open at all."""
    return end(t, End("", (), 0, 0, ()))
