"""What would change the verdict: searched fact by fact, and only what deciding again has confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jkp.outlook import verdict
from jkp.receipt.candidates import candidates
from jkp.receipt.conditions import READS, Condition, Truth
from jkp.receipt.evidence import Bare, Evidence, Known, Value
from jkp.receipt.imagined import imagined, unpassed


class Kind(StrEnum):
    """What a person can do about a fact."""

    DO = "do"  # still in the person's hands, or the employer's duty
    PROVE = "prove"  # months that pay slips can prove
    TELL = "tell"  # nobody said it yet
    RECORD = "record"  # cannot be changed, only be recorded wrongly


@dataclass(frozen=True, slots=True)
class Flip:
    """One input of the rules: what is known of it (`now`), another value (`to`), and the verdict that this gives."""

    name: str
    now: Value | None
    to: Bare
    gives: bool | None
    kind: Kind


_AHEAD = ("claim_date", "employed_again_on")
_IN_HAND = frozenset({"proof_ok", "willing_to_work", "registered_in_jkp", "programmes", "jkn_segment"})
_BY_SLIP = frozenset({"paid_months_last_24", "consecutive_paid_months_before"})
_ASKED = ("termination_date", "termination_cause", "paid_months_last_24", "proof_ok")
_OPEN = frozenset({Truth.NOT_MET, Truth.UNKNOWN})
INPUTS = tuple(dict.fromkeys(name for reads in READS.values() for name in reads))


def flips(known: Known, day: date, found: Iterable[Condition]) -> tuple[Flip, ...]:
    """Give, for every fact, the nearest value for each other verdict; every one of them was decided again.

    Searched are the facts that are known, those that a worker is asked, and what lies ahead (the claim, a new job);
    where the verdict hangs on the institution's record alone, also what that record leaves open. What is not to be
    shown is not searched.
    """
    now = verdict(known.declared, day, known.checked)
    searched = _searched(known, found, now=now)
    every = (flip for name in searched for flip in _flips_of(name, known, day, now=now))
    return tuple(flip for flip in every if not _tells(known, flip))


def _tells(known: Known, flip: Flip) -> bool:
    """Whether a change would tell what must not be shown: the other days are reckoned from the hidden ones."""
    return bool(known.hidden) and (isinstance(flip.to, date) or known.evidence(flip.name).hidden)


def _searched(known: Known, found: Iterable[Condition], *, now: bool | None) -> list[str]:
    evidence = {name: known.evidence(name) for name in INPUTS}
    searched = {name for name in INPUTS if evidence[name].source is not None} | {*_ASKED, *_AHEAD}
    is_disputed = any(each.test == "cause" and each.truth is Truth.UNKNOWN for each in found)
    if now is None and not is_disputed and all(evidence[name] != Evidence(name) for name in _ASKED):
        searched |= {name for each in found for name in each.missing}
    if now is False:  # a test that fails is passed only by another value of what it reads, or by another rules' day
        searched &= {"claim_date"} | {
            name for each in found if each.truth is Truth.NOT_MET for name in READS[each.test]
        }
    return [name for name in INPUTS if name in searched and not evidence[name].hidden]


def _flips_of(name: str, known: Known, day: date, *, now: bool | None) -> list[Flip]:
    found: dict[bool | None, Flip] = {}
    for value in candidates(name, known.case, day):
        other = imagined(known, name, value, day)
        gives = verdict(other.declared, day, other.checked)
        if gives is not now and gives not in found:
            found[gives] = _flip(known, name, value, gives=gives, day=day)
    return list(found.values())


def together(known: Known, day: date, found: Iterable[Condition]) -> tuple[Flip, ...]:
    """Give the changes that only together make a right; empty if we find none, or if one of them is not to be shown.

    One fact after another takes the value that leaves the fewest tests unpassed; what is not needed is left out again.
    """
    names = dict.fromkeys(name for each in found if each.truth in _OPEN for name in READS[each.test])
    changed, chosen = known, dict[str, Bare]()
    for name in names:
        tried = {value: imagined(changed, name, value, day) for value in candidates(name, changed.case, day)}
        best = min(tried, key=lambda value: unpassed(tried[value], day), default=None)  # the first of several
        if best is not None and unpassed(tried[best], day) < unpassed(changed, day):
            chosen[name], changed = best, tried[best]
    needed = _needed(known, chosen, day)
    joint = tuple(_flip(known, name, value, gives=True, day=day) for name, value in needed.items())
    return () if any(_tells(known, flip) for flip in joint) else joint


def _needed(known: Known, chosen: dict[str, Bare], day: date) -> dict[str, Bare]:
    if not _gives_right(known, chosen, day):
        return {}
    needed = dict(chosen)
    for name in chosen:
        without = {key: value for key, value in needed.items() if key != name}
        if _gives_right(known, without, day):
            needed = without
    return needed


def _gives_right(known: Known, chosen: dict[str, Bare], day: date) -> bool:
    for name, value in chosen.items():
        known = imagined(known, name, value, day)
    return verdict(known.declared, day, known.checked) is True


def _flip(known: Known, name: str, value: Bare, *, gives: bool | None, day: date) -> Flip:
    evidence = known.evidence(name)
    return Flip(name, evidence.value, value, gives, _kind(evidence, value, gives=gives, day=day))


def _kind(evidence: Evidence, to: Bare, *, gives: bool | None, day: date) -> Kind:
    if evidence.name in _AHEAD:
        return Kind.DO if isinstance(to, date) and to >= day else Kind.RECORD
    if gives and evidence.name in _IN_HAND:
        return Kind.DO
    if evidence.source is None:
        return Kind.TELL
    return Kind.PROVE if gives and evidence.name in _BY_SLIP else Kind.RECORD
