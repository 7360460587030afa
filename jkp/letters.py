"""Letters prepared from a case: to whom, about what, what may be said in them and what is still blank (codes only).

A letter says only what the worker gave and what was read in the law or in a named source; our own readings stay out.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jkp.declared import FIELDS, Declared, Refusal, Source, value
from jkp.papers import Paper, Situation
from jkp.rules.case import Cause
from jkp.rules.reasons import Payer, Reason
from jkp.rules.regulation import PROGRAMME_START, SWITCH, Mark, Rule, amended_between, in_force
from jkp.stages import IN_MONTHS, Stage


class Kind(StrEnum):
    """Whom a letter goes to, and why."""

    EMPLOYER = "employer"  # report the termination, give the receipt
    DEACTIVATE = "deactivate"  # to the employer as well
    DINAS = "dinas"  # the manpower office: take my report, or mediate
    INSPECTOR = "inspector"  # never registered, or contributions in arrears


class Purpose(StrEnum):
    """What a letter asks for."""

    REPORT = "report"
    DEACTIVATE = "deactivate"
    SELF_REPORT = "self_report"
    MEDIATION = "mediation"
    INSPECTION = "inspection"


class Fault(StrEnum):
    """What the employer did not do, as the worker tells the inspector."""

    NEVER_REGISTERED = "never_registered"
    ARREARS = "arrears"


class Blank(StrEnum):
    """What a letter needs from the worker; without it there is a dotted line to fill by hand."""

    NAME = "name"
    EMPLOYER = "employer"
    CITY = "city"  # of the place of work
    LAST_DAY = "last_day"
    FAULT = "fault"


class Told(StrEnum):
    """One statement about the case; only what the worker said, or a register that the worker unlocked."""

    NOT_REPORTED = "not_reported"
    STILL_ACTIVE = "still_active"
    CLOSED = "closed"
    BANKRUPT = "bankrupt"
    FORCED = "forced"
    NEVER_REGISTERED = "never_registered"
    ARREARS = "arrears"


@dataclass(frozen=True, slots=True)
class Basis:
    """One statement about the law: its article, source key and mark, and since when it holds."""

    code: str
    article: str
    source: str
    mark: Mark
    since: date


@dataclass(frozen=True, slots=True)
class Details:
    """What only letters ask for; the worker's own words."""

    name: str = ""
    employer: str = ""
    city: str = ""
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, ready to be worded. `told`, `asks` and `bases` are its lines in order; `blanks` what is missing."""

    kind: Kind
    purpose: Purpose
    details: Details
    last_day: date | None
    day: date
    told: tuple[Told, ...]
    asks: tuple[str, ...]
    bases: tuple[Basis, ...]
    blanks: tuple[Blank, ...]


STATED = frozenset({Mark.TEXT, Mark.SOURCE})
# statements whose article, source and mark are a row's; they are worded as the row of this day has them
_OF_ROWS = {
    "report_to_bpjs": (Rule.REPORT_WORKING_DAYS, SWITCH),
    "receipt_is_proof": (Rule.PROOF, SWITCH),
    "six_months": (Rule.CLAIM_MONTHS, SWITCH),
    "owed_alone": (Rule.EMPLOYER_LUMP_SUM, PROGRAMME_START),
    "pays_first": (Rule.ARREARS_BPJS_PAYS, SWITCH),
    "insolvent": (Rule.ARREARS_INSOLVENT, SWITCH),
}
_BASES = {
    each.code: each
    for each in (
        Basis("report_to_office", "PP 35/2021 Art 38", "PP35", Mark.TEXT, PROGRAMME_START),
        Basis("worker_data", "PP 37/2021 Art 9", "KOM", Mark.SOURCE, PROGRAMME_START),  # its 7 days are not
        Basis("self_report", "halo.jkp.go.id", "HALO", Mark.SOURCE, PROGRAMME_START),
        Basis("dispute", "PP 35/2021 Art 39", "PP35", Mark.TEXT, PROGRAMME_START),
        Basis("inspected", "PP 37/2021 Art 47", "P47", Mark.TEXT, PROGRAMME_START),
    )
}
_ASKS = {
    Purpose.REPORT: ("report_office", "report_bpjs", "give_receipt"),
    Purpose.DEACTIVATE: ("deactivate", "give_proof"),
    Purpose.SELF_REPORT: ("take_report", "give_receipt", "remind_employer"),
    Purpose.MEDIATION: ("take_complaint", "mediate", "explain"),
    Purpose.INSPECTION: ("inspect", "enforce", "answer"),
}
_LAW = {
    Purpose.REPORT: ("report_to_office", "report_to_bpjs", "receipt_is_proof", "six_months"),
    Purpose.DEACTIVATE: ("worker_data", "report_to_bpjs"),
    Purpose.SELF_REPORT: ("report_to_office", "receipt_is_proof", "self_report", "six_months"),
    Purpose.MEDIATION: ("dispute",),
    Purpose.INSPECTION: ("inspected",),
}
_FAULT_LAW = {Fault.NEVER_REGISTERED: ("owed_alone",), Fault.ARREARS: ("pays_first",)}
_SAYS = {
    Purpose.REPORT: frozenset({Told.NOT_REPORTED}),
    Purpose.DEACTIVATE: frozenset({Told.STILL_ACTIVE}),
    Purpose.SELF_REPORT: frozenset({Told.NOT_REPORTED, Told.CLOSED, Told.BANKRUPT}),
    Purpose.MEDIATION: frozenset({Told.FORCED}),
    Purpose.INSPECTION: frozenset({Told.NEVER_REGISTERED, Told.ARREARS, Told.CLOSED, Told.BANKRUPT}),
}
_GONE = frozenset({Told.CLOSED, Told.BANKRUPT})
_NEEDS = (Blank.NAME, Blank.EMPLOYER, Blank.CITY, Blank.LAST_DAY)
_RUNNING = IN_MONTHS | {Stage.FINISHED, Stage.STOPPED_EMPLOYED}
_ENDED = frozenset({Stage.NO_RIGHT, Stage.NEVER_REGISTERED})  # what the employer owes is all that is left to ask for
_CONTRIBUTIONS = frozenset({Reason.IUR_LT_12_IN_24, Reason.EMPLOYER_NOT_REGISTERED, Reason.PROGRAMMES_INCOMPLETE})


def needs(kind: Kind) -> tuple[Blank, ...]:
    """Name what a letter asks for, in the order of asking."""
    return (*_NEEDS, Blank.FAULT) if kind is Kind.INSPECTOR else _NEEDS


def voice(said: Declared, joined: Declared, *, unlocked: bool) -> Declared:
    """Give the facts that a letter may use: the worker's own word first, the register's only when unlocked."""
    spoken = {}
    for field in FIELDS:
        mine, other = getattr(said, field), getattr(joined, field)
        open_to_worker = other is not None and (unlocked or other.source is Source.WORKER)
        spoken[field] = mine or (other if open_to_worker else None)
    return Declared(**spoken)


def compose(kind: Kind, declared: Declared, details: Details, day: date) -> Letter:
    """Prepare a letter on a day from the facts that it may use (`voice`); statements about later law stay out."""
    purpose = _purpose(kind, declared)
    days = value(declared.last_day)
    last_day = days.first if days and days.first == days.last else None
    told = tuple(each for each in _told(declared, details) if each in _SAYS[purpose])
    asks = tuple(each for each in _ASKS[purpose] if each != "remind_employer" or not _GONE & set(told))
    held_on = last_day or day
    bases = tuple(_basis(code, held_on) for code in _law(purpose, details, told))
    return Letter(
        kind=kind,
        purpose=purpose,
        details=details,
        last_day=last_day,
        day=day,
        told=told,
        asks=asks,
        bases=tuple(each for each in bases if each and each.mark in STATED and each.since <= held_on),
        blanks=tuple(each for each in needs(kind) if not _given(each, details, last_day)),
    )


def _given(blank: Blank, details: Details, last_day: date | None) -> bool:
    return last_day is not None if blank is Blank.LAST_DAY else bool(getattr(details, blank))


def _purpose(kind: Kind, declared: Declared) -> Purpose:
    if kind is Kind.DINAS:
        is_dispute = value(declared.cause) is Cause.FORCED_RESIGN
        return Purpose.MEDIATION if is_dispute else Purpose.SELF_REPORT
    return {
        Kind.EMPLOYER: Purpose.REPORT, Kind.DEACTIVATE: Purpose.DEACTIVATE, Kind.INSPECTOR: Purpose.INSPECTION
    }[kind]  # fmt: skip


def _told(declared: Declared, details: Details) -> tuple[Told, ...]:
    cause = value(declared.cause)
    holds = {
        Told.FORCED: cause is Cause.FORCED_RESIGN,
        Told.CLOSED: cause is Cause.CLOSURE,
        Told.BANKRUPT: cause is Cause.BANKRUPTCY,
        Told.NEVER_REGISTERED: details.fault is Fault.NEVER_REGISTERED,
        Told.ARREARS: details.fault is Fault.ARREARS,
        Told.NOT_REPORTED: value(declared.reported) is False,
        Told.STILL_ACTIVE: value(declared.refused) is Refusal.STILL_ACTIVE,
    }
    return tuple(told for told, is_so in holds.items() if is_so)


def _basis(code: str, day: date) -> Basis | None:
    """Give a statement with the article of its row; none once an amendment has overtaken its words."""
    if code not in _OF_ROWS:
        return _BASES[code]
    rule, worded_on = _OF_ROWS[code]
    if amended_between(rule, worded_on, day):
        return None
    row = in_force(rule, worded_on)
    return Basis(code, row.article, row.source, row.mark, row.since)


def _law(purpose: Purpose, details: Details, told: tuple[Told, ...]) -> tuple[str, ...]:
    """Choose the statements about the law: of an inspection by the fault, of both where it is left blank."""
    if purpose is not Purpose.INSPECTION:
        return _LAW[purpose]
    faults = tuple(Fault) if details.fault is None else (details.fault,)
    by_fault = tuple(code for fault in faults for code in _FAULT_LAW[fault])
    is_insolvent = details.fault is Fault.ARREARS and bool(_GONE & set(told))
    return (*by_fault, *(("insolvent",) if is_insolvent else ()), *_LAW[purpose])


@dataclass(frozen=True, slots=True)
class Footing:
    """On what a choice of letters stands: the claim's stage, what fails for certain, who pays, the papers."""

    stage: Stage
    situation: Situation
    failed: tuple[str, ...] = ()
    payer: str = Payer.NONE
    have: AbstractSet[Paper] = frozenset()


def fitting(declared: Declared, footing: Footing) -> tuple[Kind, ...]:
    """Name the letters that help this case, the most useful first; none once the money runs or the way is over."""
    if footing.situation is Situation.FORCED:
        return (Kind.DINAS,)
    if footing.stage in _RUNNING:
        return ()
    at_fault = bool(_CONTRIBUTIONS.intersection(footing.failed)) or footing.payer == Payer.EMPLOYER
    if footing.stage in _ENDED:
        return (Kind.INSPECTOR,) if at_fault else ()
    is_active = value(declared.refused) is Refusal.STILL_ACTIVE
    order = (
        (Kind.INSPECTOR, at_fault),
        (Kind.DEACTIVATE, is_active),
        *((kind, Paper.REPORT_RECEIPT not in footing.have) for kind in _reporting(footing.situation)),
        (Kind.DEACTIVATE, footing.situation is not Situation.GONE),
        (Kind.INSPECTOR, True),
    )
    return tuple(dict.fromkeys(kind for kind, fits in order if fits))


def _reporting(situation: Situation) -> tuple[Kind, ...]:
    """Name who is asked about the report: nobody writes to an employer who is gone."""
    return (Kind.DINAS,) if situation is Situation.GONE else (Kind.EMPLOYER, Kind.DINAS)
