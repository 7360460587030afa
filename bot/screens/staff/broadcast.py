"""C2: composing a broadcast in a few taps: what, to whom, quick questions, the preview on real people, approval."""

from collections.abc import Sequence

from bot.screens import vacancy_lines as say
from bot.screens.broadcasts import card_of
from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen, html
from bot.services.broadcasts import Card
from bot.services.staff.audience import Example
from bot.services.staff.audience_sets import STATUSES
from bot.services.staff.broadcast import NEEDS, Outcome, Preview, Submitted
from bot.services.staff.broadcast_run import YES_PER_NEED
from bot.store.broadcasts import COURSE, EVENT, TEXT, VACANCY
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from matching import places
from matching.profile import Opportunity

LONGEST_LABEL, SHOWN = 30, 3
SUGGESTED = ("shift", "week", "ktp")
OPTIONS = {"s": ("70", "60", "50", "0"), "r": ("0", "2", "7", "14"), "l": ("", "id", "en"),
           "t": ("", *STATUSES)}  # fmt: skip


def pick(t: Texts, offers: Sequence[Opportunity], *, found: str = "", kind: str = VACANCY) -> Screen:
    """Which vacancy: the newest ones, a search, or something else to send."""
    listed = [Raw(f"{number}. {say.brief(t, one)}") for number, one in enumerate(offers[:SHOWN], 1)]
    rows = (
        Button(say.short(f"{number}. {one.title}", LONGEST_LABEL), "bc.pick", f"{kind}.{one.id}")
        for number, one in enumerate(offers[:SHOWN], 1)
    )
    hint = t.say("bc.found", words=found) if found and offers else t.say("bc.found_none", words=found) if found else ""
    return card(
        t,
        lines(t.say("bc.pick_title"), hint or t.say("bc.pick_hint"), *listed),
        *rows,
        choice(t, "bc.find", "bc.find", kind),
        choice(t, "bc.other", "bc.other"),
        choice(t, "bc.mine", "bc.mine"),
    )


def other(t: Texts) -> Screen:
    """Something else than a vacancy."""
    return card(
        t,
        t.say("bc.other_title"),
        choice(t, "bc.kind.course", "bc.kind", COURSE),
        choice(t, "bc.kind.event", "bc.kind", EVENT),
        choice(t, "bc.kind.text", "bc.kind", TEXT),
        choice(t, "bc.back", "bc.home"),
    )


def ask_search(t: Texts) -> Screen:
    """Wait for the words of a search."""
    return card(t, t.say("bc.ask_search"), choice(t, "bc.back", "bc.home"))


def ask_text(t: Texts, kind: str, note: str = "") -> Screen:
    """Wait for the words to send."""
    return card(t, lines(note, t.say(f"bc.ask_{kind}")), choice(t, "bc.back", "bc.home"))


def audience(t: Texts, seen: Preview) -> Screen:
    """To whom, how many, and who is left out."""
    broadcast_id, many = seen.row.id, len(seen.audience.people)
    text = lines(
        _title(t, seen),
        t.say("bc.to", n=many, what=_filter(t, seen)),
        _left_out(t, seen),
        t.say("bc.none_fit") if not many else "",
    )
    use = (choice(t, "bc.use", "bc.ask", broadcast_id, n=many),) if many else ()
    return card(t, text, *use, choice(t, "bc.edit", "bc.edit", broadcast_id), choice(t, "bc.back", "bc.home"))


def _title(t: Texts, seen: Preview) -> Raw:
    words = seen.offer.title if seen.offer is not None else seen.words
    return t.say("bc.title", what=say.short(words, say.LONGEST_TITLE))


def _filter(t: Texts, seen: Preview) -> Raw:
    wanted = seen.wanted
    place = places.area(wanted.area) if wanted.area else None
    said = (
        t.say("bc.f.score", n=wanted.score) if seen.offer is not None and wanted.score else Raw(""),
        Raw(html(place.name)) if place is not None else t.say("bc.f.all_area"),
        Raw(html(wanted.occupation)),
        t.say(f"bc.o.t{wanted.status}") if wanted.status else Raw(""),
        t.say(f"bc.o.l{wanted.language}") if wanted.language else Raw(""),
        t.say("bc.f.rested", n=wanted.rested) if wanted.rested else Raw(""),
    )
    return Raw(", ".join(one for one in said if one))


def _left_out(t: Texts, seen: Preview) -> Raw:
    told = [t.say(f"bc.left.{reason}", n=n) for reason, n in seen.audience.left_out]
    asleep = seen.audience.asleep
    if asleep and seen.audience.wakes is not None:
        zone = "Asia/Jakarta"
        told.append(t.say("bc.left.asleep", n=asleep, when=figures.moment(seen.audience.wakes, zone, t.language)))
    return t.say("bc.left", what=Raw(" · ".join(told))) if told else Raw("")


def edit(t: Texts, seen: Preview) -> Screen:
    """What of it to change."""
    rows = ("s", "a", "o", "t", "l", "r") if seen.offer is not None else ("a", "o", "t", "l", "r")
    return card(
        t,
        lines(
            _title(t, seen), t.say("bc.to", n=len(seen.audience.people), what=_filter(t, seen)), t.say("bc.edit_hint")
        ),
        *(choice(t, f"bc.e.{one}", "bc.opt", f"{seen.row.id}.{one}") for one in rows),
    )


def options(t: Texts, broadcast_id: str, field: str) -> Screen:
    """The choices for one part of the filter; places and work are typed."""
    if field in OPTIONS:
        rows = [choice(t, f"bc.o.{field}{one}", "bc.set", f"{broadcast_id}.{field}{one}") for one in OPTIONS[field]]
        return card(t, t.say(f"bc.opt.{field}"), *rows, choice(t, "bc.to_people", "bc.aud", broadcast_id))
    clear = choice(t, f"bc.o.{field}", "bc.set", f"{broadcast_id}.{field}")
    return card(t, t.say(f"bc.opt.{field}"), clear, choice(t, "bc.to_people", "bc.aud", broadcast_id))


def questions(t: Texts, seen: Preview, suggested: Sequence[str]) -> Screen:
    """Quick questions: ticked ones are asked."""
    broadcast_id, asked = seen.row.id, seen.questions
    rows = [_tick(t, broadcast_id, number, words, asked) for number, words in enumerate(suggested)]
    own = [one for one in asked if one not in suggested]
    text = lines(_title(t, seen), t.say("bc.questions"), *(t.say("bc.own_question", question=one) for one in own))
    onward = choice(t, "bc.onward" if asked else "bc.onward_none", "bc.prev", broadcast_id)
    return card(t, text, onward, *rows, choice(t, "bc.type_question", "bc.qtype", broadcast_id))


def _tick(t: Texts, broadcast_id: str, number: int, words: str, asked: Sequence[str]) -> Button:
    key = "bc.ticked" if words in asked else "bc.unticked"
    return choice(t, key, "bc.q", f"{broadcast_id}.{number}", question=words)


def ask_question(t: Texts, broadcast_id: str) -> Screen:
    """Wait for a question of one's own."""
    return card(t, t.say("bc.ask_question"), choice(t, "bc.back_questions", "bc.ask", broadcast_id))


def preview(t: Texts, seen: Preview, note: str = "") -> Screen:
    """The preview on three real people, with all that will happen."""
    broadcast_id = seen.row.id
    send = "bc.submit" if seen.needs_word else "bc.send_now"
    return card(
        t,
        lines(note, *_shown(t, seen), _word(t, seen)),
        choice(t, send, "bc.send", broadcast_id),
        choice(t, "bc.test", "bc.test", broadcast_id),
        choice(t, "bc.need", "bc.need", broadcast_id, n=seen.row.need or t.label("bc.everybody")),
        choice(t, "bc.when", "bc.when", broadcast_id),
        choice(t, "bc.edit", "bc.aud", broadcast_id),
        choice(t, "bc.drop", "bc.drop", broadcast_id),
        protect=True,
    )


def _shown(t: Texts, seen: Preview) -> tuple[Raw, ...]:
    row, many = seen.row, len(seen.audience.people)
    told = (_example(t, one) for one in seen.examples)
    asked = t.say("bc.asked", what=Raw(" · ".join(html(one) for one in seen.questions))) if seen.questions else Raw("")
    when = (
        t.say("bc.at", when=figures.moment(row.release_at, "Asia/Jakarta", t.language)) if row.release_at else Raw("")
    )
    return (
        _title(t, seen),
        t.say("bc.words", words=seen.words) if seen.words else Raw(""),
        t.say("bc.to", n=many, what=_filter(t, seen)),
        t.say("bc.examples") if seen.examples else Raw(""),
        *told,
        _left_out(t, seen),
        asked,
        _waves(t, row.need, many),
        when,
    )


def _waves(t: Texts, need: int, many: int) -> Raw:
    if not need:
        return t.say("bc.at_once", n=many)
    return t.say("bc.wave_plan", need=need, n=min(many, max(40, need * 10)), wanted=need * YES_PER_NEED)


def _example(t: Texts, one: Example) -> Raw:
    name = one.name or t.label("answering.no_name")
    if one.score is None:
        return t.say("bc.example_plain", name=name)
    why = say.suits(t, one.ranked) if one.ranked is not None else Raw("")
    return t.say("bc.example", name=name, score=one.score, why=why)


def _word(t: Texts, seen: Preview) -> Raw:
    if seen.suspicions:
        what = Raw(", ".join(t.say(f"bc.doubt.{one}") for one in seen.suspicions))
        return t.say("bc.doubtful", what=what)
    return t.say("bc.needs_word") if seen.needs_word else t.say("bc.needs_none")


def needs(t: Texts, broadcast_id: str) -> Screen:
    """How many people are wanted."""
    rows = (choice(t, "bc.need_n" if n else "bc.need_all", "bc.set", f"{broadcast_id}.n{n}", n=n) for n in NEEDS)
    return card(t, t.say("bc.ask_need"), *rows, choice(t, "bc.back_preview", "bc.prev", broadcast_id))


def times(t: Texts, broadcast_id: str) -> Screen:
    """When it is to go out."""
    rows = (choice(t, f"bc.o.w{one}", "bc.set", f"{broadcast_id}.w{one}") for one in ("0", "16", "8"))
    return card(t, t.say("bc.ask_when"), *rows, choice(t, "bc.back_preview", "bc.prev", broadcast_id))


def test_card(t: Texts, found: Card) -> Screen:
    """The card as the people will see it."""
    drawn = card_of(t, found)
    return Screen(lines(t.say("bc.test_note"), "\n", drawn.text), drawn.rows)


def submitted(t: Texts, found: Submitted) -> Screen:
    """What became of submitting."""
    outcome = found.outcome
    if found.row is None or outcome in (Outcome.GONE, Outcome.NOT_YOURS):
        return card(t, t.say(f"bc.out.{outcome}"), choice(t, "bc.mine", "bc.mine"), choice(t, "bc.open", "bc.home"))
    broadcast_id = found.row.id
    if outcome in (Outcome.NOBODY, Outcome.NO_APPROVER):
        return card(t, t.say(f"bc.out.{outcome}"), choice(t, "bc.back_preview", "bc.prev", broadcast_id))
    see = choice(t, "bc.refresh", "bc.see", broadcast_id)
    if outcome is Outcome.WAITING:
        names = ", ".join(one.name for one in found.asked)
        return card(t, t.say("bc.out.waiting", names=names), see)
    when = figures.moment(found.row.release_at, "Asia/Jakarta", t.language) if found.row.release_at else ""
    if outcome is Outcome.SCHEDULED:
        return card(t, t.say("bc.out.scheduled", when=when), choice(t, "bc.undo", "bc.stop", broadcast_id), see)
    return card(t, t.say(f"bc.out.{outcome}", by=found.by, state=t.say(f"bc.state.{found.row.state}")), see)


def asked(t: Texts, seen: Preview, sender: str, note: str = "") -> Screen:
    """What the second person sees: the same preview, and the two words."""
    broadcast_id = seen.row.id
    return card(
        t,
        lines(note, t.say("bc.asked_by", name=sender), *_shown(t, seen), _doubt_for_approver(t, seen)),
        choice(t, "bc.approve", "bc.ok", broadcast_id),
        choice(t, "bc.reject", "bc.nok", broadcast_id),
        choice(t, "bc.test", "bc.test", broadcast_id),
        protect=True,
    )


def _doubt_for_approver(t: Texts, seen: Preview) -> Raw:
    return _word(t, seen) if seen.suspicions else Raw("")


def ask_reason(t: Texts, broadcast_id: str) -> Screen:
    """Wait for the reason of a rejection."""
    rows = (choice(t, f"bc.r.{one}", "bc.nok", f"{broadcast_id}.{one}") for one in ("fee", "wrong", "people", "later"))
    return card(t, t.say("bc.ask_reason"), *rows, choice(t, "bc.back_asked", "bc.read", broadcast_id))


def decided(t: Texts, seen_title: str, name: str, *, approved: bool, reason: str = "") -> Screen:
    """What its sender hears."""
    key = "bc.was_approved" if approved else "bc.was_rejected"
    return card(t, t.say(key, what=seen_title, name=name, reason=reason), choice(t, "bc.mine", "bc.mine"))


def gone(t: Texts) -> Screen:
    """It is no draft any more."""
    return card(t, t.say("bc.out.gone"), choice(t, "bc.mine", "bc.mine"), choice(t, "bc.open", "bc.home"))


def dropped(t: Texts) -> Screen:
    """The draft was thrown away."""
    return card(t, t.say("bc.dropped"), choice(t, "bc.open", "bc.home"))
