"""A broadcast in its reader's chat: who sends it, what it is about, one quick question at a time, and the way out."""

from bot.screens import vacancy_lines as say
from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen, html
from bot.services.broadcasts import NO, YES, Card
from bot.store.broadcasts import EVENT, VACANCY
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines

LONGEST_HOW = 120


def card_of(t: Texts, found: Card) -> Screen:
    """Draw the card as it stands: asking, answered, or closed."""
    if found.closing:
        return _closed(t, found)
    if found.asked is not None:
        return _asking(t, found)
    return _answered(t, found)


def _asking(t: Texts, found: Card) -> Screen:
    number = found.asked or 0
    question = Raw(html(found.questions[number])) if found.questions else t.say(f"broadcast.ask.{found.kind}")
    step = t.say("broadcast.step", n=number + 1, of=len(found.questions)) if len(found.questions) > 1 else ""
    text = lines(*_what(t, found), "\n", t.say("broadcast.question", question=question), step)
    return card(
        t,
        text,
        choice(t, "broadcast.yes", "bc.ans", f"{found.id}.{number}.{YES}"),
        choice(t, "broadcast.no", "bc.ans", f"{found.id}.{number}.{NO}"),
        *_offer(t, found),
        choice(t, "broadcast.no_more", "bc.nomore", found.id),
        shows=found.shows,
    )


def _answered(t: Texts, found: Card) -> Screen:
    change = choice(t, "broadcast.change", "bc.undo", found.id)
    if not found.yes:
        text = lines(*_what(t, found), "\n", t.say("broadcast.thanks_no"))
        return card(t, text, choice(t, "broadcast.others", "job"), change,
                    choice(t, "broadcast.no_more", "bc.nomore", found.id), shows=found.shows)  # fmt: skip
    thanks = t.say("broadcast.thanks_applied" if found.applied else f"broadcast.thanks.{found.kind}", name=found.sender)
    text = lines(*_what(t, found), "\n", thanks)
    return card(t, text, *_next(t, found), change, shows=found.shows)


def _next(t: Texts, found: Card) -> tuple[Button, ...]:
    """After a yes: the way of applying, or the course's own card."""
    if found.kind != VACANCY:
        return _offer(t, found)
    if found.applied:
        return (choice(t, "job.applied_already", "applied", found.offer_id),)
    return (
        choice(t, "broadcast.apply", "apply", found.offer_id),
        choice(t, "broadcast.applied", "applied", found.offer_id),
    )


def _offer(t: Texts, found: Card) -> tuple[Button, ...]:
    if found.vacancy is not None:
        return (choice(t, "broadcast.look", "job.card", found.offer_id),)
    return (choice(t, "broadcast.look", "course.card", found.offer_id),) if found.course is not None else ()


def _closed(t: Texts, found: Card) -> Screen:
    title = _title(t, found)
    text = lines(t.say(f"broadcast.closed.{found.closing}"), t.say("broadcast.about", what=title) if title else "")
    shows = "" if found.closing in {"filled", "withdrawn"} else found.shows
    return card(t, text, choice(t, "broadcast.similar", "job"), choice(t, "menu.course", "course"), shows=shows)


def _title(t: Texts, found: Card) -> Raw:
    offer = found.vacancy or found.course
    return say.head(t, offer.offer) if offer is not None else Raw(html(say.short(found.words, say.LONGEST_TITLE)))


def _what(t: Texts, found: Card) -> tuple[str, ...]:
    """Who sends it, what was corrected, the offer or the words."""
    sender = ", ".join(part for part in (found.sender, found.office) if part)
    head = t.say("broadcast.from", sender=sender)
    corrected = t.say("broadcast.corrected", words=found.correction) if found.correction else ""
    offer = found.vacancy or found.course
    words = Raw(html(found.words))
    if offer is None:
        icon = t.say("broadcast.event") if found.kind == EVENT else ""
        return (head, corrected, "\n", icon, words)
    wage = t.say("job.facts", facts=say.wage(t, offer.offer)) if found.kind == VACANCY else ""
    closes = t.say("broadcast.until", day=figures.day(offer.offer.closes, t.language)) if offer.offer.closes else ""
    return (head, corrected, "\n", say.head(t, offer.offer), wage, closes, _how(t, found), words)


def _how(t: Texts, found: Card) -> Raw:
    offer = found.vacancy or found.course
    how = offer.how_to_apply if offer is not None else ""
    return t.say("job.how", how=say.short(how, LONGEST_HOW)) if how else Raw("")


def no_more(t: Texts) -> Screen:
    """No more broadcasts from now on, and the way back."""
    return card(
        t, t.say("broadcast.stopped"), choice(t, "broadcast.again", "bc.again"), choice(t, "broadcast.others", "job")
    )


def again(t: Texts) -> Screen:
    """Back again."""
    return card(t, t.say("broadcast.resumed"), choice(t, "broadcast.others", "job"))


def gone(t: Texts) -> Screen:
    """It is no longer there."""
    return card(t, t.say("broadcast.gone"), choice(t, "broadcast.others", "job"))
