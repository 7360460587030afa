"""S11: a human, with one's place in the queue, the time by which they answer, and what is sent along."""

from bot.screens.frame import bottom, card, choice
from bot.screens.from_office import promise_line
from bot.screens.screen import Button, Screen
from bot.services.cutting import cut
from bot.services.human import Standing, Summary
from bot.services.staff.promising import Promised
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines

MOST_SAID = 6
LONGEST_SHOWN = 300  # UTF-16 units
INDONESIA = "ID"


def opened(  # noqa: PLR0913 - what stands about a request, and to whom it is said
    t: Texts,
    standing: Standing,
    zone: str,
    note: str = "",
    *,
    abroad: bool = False,
    promises: tuple[Promised, ...] = (),
) -> Screen:
    """The request as it stands: who has it, the place in the queue, answered by when, what the office promised."""
    text = lines(
        note, "\n" if note else "", *_who(t, standing, zone, abroad=abroad), _along(t, standing), _more(t, standing),
        t.say("office.promises") if promises else "", *(promise_line(t, one) for one in promises),
    )  # fmt: skip
    return card(
        t,
        text,
        choice(t, "human.see", "human", "see"),
        choice(t, "human.add", "human", "add"),
        choice(t, "human.numbers", "human", "numbers"),
        choice(t, "human.done" if standing.held else "human.cancel", "human", "cancel"),
    )


def _who(t: Texts, standing: Standing, zone: str, *, abroad: bool) -> tuple[Raw, ...]:
    urgent = t.say("human.urgent") if standing.urgent else Raw("")
    if standing.held:
        return (t.say("human.held", name=standing.holder), urgent)
    if not standing.answers.ids:
        return (t.say("human.nobody"), urgent, t.say("human.meanwhile"), *_numbers(t, abroad=abroad))
    moment = figures.moment(standing.answer_by, zone, t.language)
    when = t.say("human.late" if standing.late else "human.answer_by", moment=moment)
    return (_whose(t, standing), urgent, t.say("human.place", place=standing.place), when)


def _whose(t: Texts, standing: Standing) -> Raw:
    who = standing.answers
    name = ", ".join(part for part in (who.name, who.office) if part)
    return t.say("human.with", name=name) if name else t.say("human.with_several", n=len(who.ids))


def _along(t: Texts, standing: Standing) -> Raw:
    return t.say("human.sent_along" if standing.shares else "human.not_sent")


def _more(t: Texts, standing: Standing) -> Raw:
    return t.say("human.just_write" if standing.held else "human.write_more")


def numbers(t: Texts, *, abroad: bool) -> Screen:
    """The public numbers, each with its source and the source's date."""
    text = lines(t.say("human.numbers_title"), *_numbers(t, abroad=abroad))
    return card(t, text, choice(t, "menu.back", "human"))


def _numbers(t: Texts, *, abroad: bool) -> tuple[Raw, ...]:
    inland = (t.say("human.number_kemnaker"), t.say("human.number_bpjs"))
    return (t.say("human.number_kp2mi"), *inland) if abroad else inland


def ask_more(t: Texts) -> Screen:
    """Wait for a message to add."""
    return card(t, t.say("human.ask_more"), choice(t, "menu.back", "human"))


def summary(t: Texts, seen: Summary) -> Screen:
    """What is sent along, for the person who wants to check."""
    text = lines(t.say("human.summary_title"), *summary_lines(t, seen))
    toggle = choice(t, "human.hide", "human", "hide") if seen.shared else choice(t, "human.share", "human", "share")
    return card(t, text, choice(t, "menu.back", "human"), toggle, protect=True)


def summary_lines(t: Texts, seen: Summary) -> tuple[Raw, ...]:
    """The summary line by line: the same for the person and for the counselor."""
    said = tuple(
        t.say("human.said_staff" if by_staff else "human.said", words=cut(words, LONGEST_SHOWN))
        for by_staff, words in seen.said[-MOST_SAID:]
    )
    if not seen.shared:
        return (t.say("human.name", name=seen.name), *_topic(t, seen), t.say("human.not_shared"), *said)
    return (t.say("human.name", name=seen.name), *_topic(t, seen), *_about(t, seen), *said)


def _topic(t: Texts, seen: Summary) -> tuple[Raw, ...]:
    """Name the office to which the worker wants the case brought."""
    key = f"status.office_{seen.topic}"
    return (t.say("claim.topic", office=t.say(key)),) if t.has(key) else ()


def _about(t: Texts, seen: Summary) -> tuple[Raw, ...]:
    where = seen.place if seen.country == INDONESIA else seen.country
    stage = f"human.stage.{seen.stage}"
    kept = (
        t.say("human.where", where=where) if where else Raw(""),
        t.say("human.work", work=seen.occupation) if seen.occupation else Raw(""),
        t.say("human.jkp", stage=t.say(stage)) if t.has(stage) else t.say("human.no_jkp"),
        t.say("claim.days_in_stage", n=seen.waited) if seen.waited else Raw(""),
        _deadline(t, seen),
        t.say("human.applications", n=seen.applications) if seen.applications else Raw(""),
    )
    return tuple(line for line in kept if line)


def _deadline(t: Texts, seen: Summary) -> Raw:
    if seen.deadline is None or seen.days_left is None:
        return Raw("")
    day = figures.day(seen.deadline, t.language)
    if seen.days_left < 0:
        return t.say("human.deadline_past", day=day)
    return t.say("human.deadline", day=day, n=seen.days_left)


def cancelled(t: Texts) -> Screen:
    """Taken back."""
    return card(t, t.say("human.cancelled"), choice(t, "human.again", "human"))


def taken(t: Texts, name: str, office: str) -> Screen:
    """Somebody took it: from now on they read along."""
    who = ", ".join(part for part in (name, office) if part)
    return card(t, lines(t.say("human.taken", name=who), t.say("human.just_write")), _see(t))


def _see(t: Texts) -> Button:
    return choice(t, "human.see", "human", "see")


def from_staff(t: Texts, name: str, words: str) -> Screen:
    """What the counselor says."""
    return Screen(t.say("human.from_staff", name=name, words=words), (bottom(t),))


def forwarded(t: Texts, name: str) -> Screen:
    """Said once: the words go to the counselor, the bot is silent."""
    return card(t, t.say("human.forwarded", name=name))


def handed_back(t: Texts, name: str, request_id: str) -> Screen:
    """The counselor is done; did it help?"""
    return card(
        t,
        t.say("human.handed_back", name=name),
        choice(t, "human.helped_yes", "human", f"yes.{request_id}"),
        choice(t, "human.helped_no", "human", f"no.{request_id}"),
    )


def rated(t: Texts, *, helped: bool) -> Screen:
    """Thanks, or the way back to a human."""
    if helped:
        return card(t, t.say("human.thanks"), choice(t, "menu.jkp", "jkp"), choice(t, "menu.job", "job"))
    return card(
        t, t.say("human.sorry"), choice(t, "human.again", "human"), choice(t, "human.numbers", "human", "numbers")
    )
