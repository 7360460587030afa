"""The lines of the rights receipt, the same on the screen and on paper."""

from collections.abc import Iterable
from datetime import date

from bot.screens import status_lines
from bot.texts import figures
from bot.texts.catalogue import Raw, Texts, lines
from jkp.declared import Days, Months, Refusal, Source
from jkp.receipt import Condition, Evidence, Flip, Kind, Receipt, Truth, Value
from jkp.rules.case import Cause, Certainty
from jkp.rules.eligibility import NO_RIGHT_ANYWAY
from jkp.rules.reasons import Payer, Reason


def verdict(t: Texts, made: Receipt) -> Raw:
    """Say what the card says; the reasons of a refusal stand below it, one by one. An open rule is never a plain no."""
    view = made.outlook
    if view.mediator:
        return t.say("status.mediator")
    if view.likely or _is_hopeful(made):
        return t.say("status.likely")
    if view.likely is None:
        return t.say("status.unsure")
    if _is_employers_fault(made):
        return t.say("claim.verdict_never_registered")
    if view.certainty is Certainty.OPEN:
        return lines(t.say("status.unsure"), t.say("status.open_rule", office=t.say("status.office_bpjs_tk")))
    return t.say("receipt.unlikely")


def refused(t: Texts, why: Refusal | None) -> Raw:
    """Say that the running claim was sent back, and why; conditions that look met do not hide it."""
    return Raw("") if why is None else t.say("receipt.refused", reason=t.say(f"status.refusal_{why}"))


def _is_employers_fault(made: Receipt) -> bool:
    """Whether the worker was never registered and has a right otherwise: the duty is the employer's (Art 37)."""
    failed = made.outlook.failed
    return Reason.EMPLOYER_NOT_REGISTERED in failed and not NO_RIGHT_ANYWAY.intersection(failed)


def _is_hopeful(made: Receipt) -> bool:
    """Whether all that is unknown of what we ask is still to come, so that the card says "likely" already."""
    view = made.outlook
    return view.likely is None and bool(view.unknown) and set(view.unknown) <= status_lines.STILL_TO_COME


def statement(t: Texts, one: Condition) -> Raw:
    """Say what a condition asks."""
    return t.say(f"receipt.asks_{one.test}", n=one.least)


def article(t: Texts, one: str) -> Raw:
    """Write an article in the reader's language."""
    return Raw(one.replace(" Art ", f" {t.say('receipt.article')} "))


def source(t: Texts, one: Evidence) -> Raw:
    """Say who told a fact; a locked one is the register's."""
    if one.hidden:
        return t.say("receipt.source_locked")
    if one.source is None:
        return t.say("receipt.source_nobody")
    if one.source is Source.WORKER or one.on is None:
        return t.say(f"receipt.source_{one.source}")
    return t.say(f"status.source_{one.source}", day=figures.short_day(one.on, t.language))


def fact(t: Texts, one: Evidence) -> Raw:
    """Write a fact as its name and its value."""
    name = t.say(f"receipt.fact_{one.name}")
    if one.value is None:
        return t.say("receipt.fact_locked" if one.hidden else "receipt.fact_unknown", field=name)
    return t.say("receipt.fact", field=name, value=value(t, one.name, one.value))


def value(t: Texts, name: str, said: Value) -> Raw:
    """Write a value as people say it."""
    match said:
        case bool():
            return t.say("receipt.yes" if said else "receipt.no")
        case int() if name == "reported_wage":
            return Raw(figures.rupiah(said, t.language))
        case int():
            return t.say("receipt.times" if name == "previous_claims" else "receipt.months", n=said)
        case Days() | Months() | date():
            return status_lines.fact_value(t, name, said)
        case Cause():
            return t.say(f"status.cause_{said}")
        case str():
            return t.say(f"receipt.code_{said}")
    return Raw(", ".join(said)) if said else t.say("receipt.none")


def unmet(t: Texts, one: Condition) -> Raw:
    """Say what is not met, with what is known of it."""
    return t.say("receipt.unmet", reason=t.say(f"status.reason_{one.code}"), facts=Raw(" · ".join(known(t, one))))


def known(t: Texts, one: Condition) -> list[Raw]:
    """Write every known fact behind a condition; who told them stands once behind those of one source."""
    told: dict[Raw, list[Raw]] = {}
    for each in one.facts:
        if each.source is not None or each.hidden:
            told.setdefault(source(t, each), []).append(fact(t, each))
    found = [t.say("receipt.fact_told", fact=Raw(" · ".join(facts)), source=who) for who, facts in told.items()]
    if one.test == "not_employed" and one.facts[0].source is None and not one.facts[0].hidden:
        return [t.say("receipt.no_news")]
    return found


def by_source(t: Texts, found: Iterable[Condition]) -> dict[str, list[Condition]]:
    """Group conditions by who told what they rest on, so that the source is said once."""
    groups: dict[str, list[Condition]] = {}
    for one in found:
        told = dict.fromkeys(source(t, each) for each in one.facts if each.source is not None or each.hidden)
        groups.setdefault(", ".join(told), []).append(one)
    return groups


def is_for_worker(one: Condition) -> bool:
    """Whether an unknown condition waits for the worker's word and not for the institution's record."""
    return one.truth is Truth.UNKNOWN and one.test in ("cause", "in_time", "paid_months", "proof")


def flip(t: Texts, one: Flip, made: Receipt) -> Raw:
    """Say what one change would do; what cannot be changed is only "if it turns out"."""
    if one.name in ("claim_date", "employed_again_on") and one.kind is Kind.DO:
        return t.say(f"receipt.ahead_{one.name}", day=value(t, one.name, one.to))
    short = lacking(one)
    if short:
        return t.say("receipt.lacking", n=short)
    key = "receipt.if_recorded" if one.kind is Kind.RECORD else "receipt.if"
    return t.say(key, what=change(t, one), result=result(t, one, made))


def lacking(one: Flip) -> int:
    """Count the months that are lacking, where their number is known exactly; else 0."""
    is_exact = isinstance(one.now, Months) and one.now.least == one.now.most
    if one.kind is not Kind.PROVE or not is_exact or not isinstance(one.now, Months) or not isinstance(one.to, int):
        return 0
    return max(one.to - one.now.least, 0)


def change(t: Texts, one: Flip) -> Raw:
    """Write the fact with its other value; months go up or down from there, a day is an example."""
    name = t.say(f"receipt.fact_{one.name}")
    if one.name in ("paid_months_last_24", "consecutive_paid_months_before"):
        key = "receipt.at_most" if one.gives is False else "receipt.at_least"
        return t.say(key, field=name, n=one.to)
    if isinstance(one.to, bool):
        return t.say(f"receipt.true_{one.name}" if one.to else f"receipt.false_{one.name}")
    if one.name == "termination_cause" and one.gives:
        return t.say("receipt.is_dismissal")  # any cause that the text does not exclude
    said = value(t, one.name, one.to)
    return t.say("receipt.for_example" if isinstance(one.to, date) else "receipt.change", field=name, value=said)


def result(t: Texts, one: Flip, made: Receipt) -> Raw:
    """Say what the verdict would be then; what is called likely already only grows firmer."""
    if one.gives and _is_hopeful(made):
        return t.say("receipt.gives_firmer")
    if one.gives is None and one.to is Cause.FORCED_RESIGN:
        return t.say("receipt.gives_mediator")
    return t.say({True: "receipt.gives_yes", False: "receipt.gives_no", None: "receipt.gives_unsure"}[one.gives])


def joint(t: Texts, made: Receipt) -> list[Raw]:
    """Say what would only together make a right."""
    return [t.say("receipt.joint_line", what=change(t, each)) for each in made.together]


def cure(t: Texts, one: Condition) -> Raw:
    """Say what helps and which office, where a condition is not met or unknown."""
    if one.remedy is None:
        return Raw("")
    office = t.say(f"status.office_{one.remedy.office}")
    if one.truth is Truth.NOT_MET:
        return t.say("status.cure", cure=t.say(f"status.cure_{one.remedy.cure}"), office=office)
    if is_for_worker(one):
        return t.say("receipt.settled_by_you", office=office)
    if one.test == "willing":
        return t.say("receipt.settled_at_claim")
    return t.say("receipt.settled_by", office=t.say("status.office_bpjs_tk"))


def money(made: Receipt) -> list[Evidence]:
    """Give the known facts that set the amount and who pays."""
    return [one for one in made.payment if one.source is not None or one.hidden]


def payer(t: Texts, made: Receipt) -> list[Raw]:
    """Say when the employer pays: first, because of arrears (Art 39), or alone, who was never registered (Art 37)."""
    view = made.outlook
    if view.payer != Payer.EMPLOYER or NO_RIGHT_ANYWAY.intersection(view.failed):
        return []
    if Reason.EMPLOYER_NOT_REGISTERED not in view.failed:
        return [t.say("status.employer_pays_first")]
    owed = t.say("status.owed_by_employer", office=t.say("status.office_pengawas"))
    if not view.owed_by_employer:
        return [owed]
    return [owed, t.say("status.owed_amount", amount=figures.rupiah(view.owed_by_employer, t.language))]


def deadline(t: Texts, made: Receipt) -> Raw:
    """Say until when it must be claimed; nothing while no last day is known, nor once the claim was filed in time."""
    view = made.outlook
    facts = (one for each in made.conditions for one in each.facts if one.name == "claim_date")
    is_filed = any(one.hidden or one.value is not None for one in facts)
    if view.deadline is None or view.days_left is None or _is_employers_fault(made):
        return Raw("")
    if is_filed and view.missed is False:
        return Raw("")
    if view.missed is None and view.days_left < 0:
        return t.say("status.deadline_maybe_passed")
    day = figures.day(view.deadline, t.language)
    if view.missed:
        return t.say("receipt.deadline_passed", day=day)
    return t.say("receipt.deadline" if view.deadline_sure else "receipt.deadline_safe", day=day)


def version(t: Texts, made: Receipt) -> Raw:
    """Say which rules were used, and when they were last compared with their sources."""
    return t.say(
        "receipt.version",
        since=figures.long_day(made.since, t.language),
        checked=figures.long_day(made.checked, t.language),
    )
