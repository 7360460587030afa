"""A claim lived day by day by a seeded worker: refusals, silence, missed months, wrong words, a new job on the way."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from jkp.claims import Position, position
from jkp.declared import Days, Declared, Fact, Months, Refusal, Source
from jkp.monthly import SearchKind
from jkp.outlook import Outlook, outlook
from jkp.rules.case import Case, Cause
from jkp.rules.deadlines import claim_deadline
from jkp.stages import OVER, Actor, Stage, Step

FIRST = date(2025, 3, 3)
LONGEST = 270  # days that a claim is followed
STAYS = 4  # days that a claim is followed after its end
CAUSES = (*(Cause.EFFICIENCY,) * 12, Cause.CLOSURE, Cause.MUTUAL_AGREEMENT, Cause.FORCED_RESIGN, Cause.RESIGN,
          Cause.CONTRACT_EXPIRED, None)  # fmt: skip
RECORDS = (*(Case(),) * 14, Case(registered_in_jkp=False), Case(enterprise_size="small", programmes=("JKK", "JKM")),
           Case(arrears_months_consecutive=5, employer_bankrupt_or_closed=False))  # fmt: skip
FORGETTABLE = ("reported", "proof", "claim_date", "refused", "paid_through_month", "filed_month", "employed_again_on")


@dataclass
class Life:
    """One worker's case as it is known, and what the days bring."""

    chance: Random
    declared: Declared
    checked: Case
    day: date
    searches: tuple[tuple[date, str], ...] = ()
    is_patient: bool = False  # the institution or employer never answers
    mistaken: tuple[str, Fact | None] | None = None  # a wrong word, to be taken back
    view: Outlook | None = field(default=None)
    seen: Declared | None = None
    turning: frozenset[date] = frozenset()  # days on which time alone changes the outlook

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def tell(self, **facts) -> None:
        """Say facts today; None takes one back."""
        said = {name: None if one is None else Fact(one, Source.WORKER, self.day) for name, one in facts.items()}
        self.declared = replace(self.declared, **said)

    def look(self) -> tuple[Outlook, Position]:
        """Decide and place today; the outlook is asked anew only when something can have changed it."""
        if self.view is None or self.declared is not self.seen or self.day in self.turning:
            self.view, self.seen = outlook(self.declared, self.day, self.checked), self.declared
            self.turning = self._turning()
        return self.view, position(self.declared, self.view, self.searches, self.day)

    def _turning(self) -> frozenset[date]:
        said = self.declared
        ended = (said.last_day.value.first, said.last_day.value.last) if said.last_day else ()
        began = (said.employed_again_on.value,) if said.employed_again_on else ()
        return frozenset((*(claim_deadline(one, self.day) + timedelta(days=1) for one in ended), *began))


def born(seed: int) -> Life:
    """Make a worker whose job ended; some facts are known, some only roughly, some not at all."""
    chance = Random(seed)  # noqa: S311 - a seeded life is no secret
    ended = FIRST + timedelta(days=chance.randrange(450))
    life = Life(chance, Declared(), chance.choice(RECORDS), ended, is_patient=chance.random() < 0.1)
    width = chance.choice((0, 0, 0, 25))
    life.tell(
        last_day=chance.choice((Days(ended, ended + timedelta(days=width)),) * 9 + (None,)),
        cause=chance.choice(CAUSES),
        paid_months=chance.choice((Months(12, None), Months(20, 20), Months(24, 24), Months(0, 11), None)),
        wage=chance.choice((3_000_000, None)),
        proof=chance.choice((True, None, None, False)),
    )
    return life


def days(seed: int) -> Iterator[tuple[Life, Outlook, Position]]:
    """Live the claim: every day is placed, shown to the caller, and then brings what it brings."""
    life, over = born(seed), 0
    for _day in range(LONGEST):
        view, place = life.look()
        yield life, view, place
        over = over + 1 if place.stage in OVER else 0
        if over > STAYS:
            return
        _live(life, place)
        life.day += timedelta(days=1)


def _live(life: Life, place: Position) -> None:
    if life.mistaken is not None:
        name, before = life.mistaken
        life.declared, life.mistaken = replace(life.declared, **{name: before}), None
        return
    if life.happens(0.006):
        _mistake(life)
    elif life.happens(0.003):
        life.tell(employed_again_on=life.day + timedelta(days=life.chance.randrange(10)))
    elif not life.is_patient or place.actor is Actor.WORKER:
        _MOVES.get(place.stage, _nothing)(life, place)


def _mistake(life: Life) -> None:
    """Say a wrong word; tomorrow it is taken back."""
    name = life.chance.choice(FORGETTABLE)
    wrong = {
        "reported": False, "proof": False, "claim_date": life.day, "refused": Refusal.OTHER,
        "paid_through_month": life.chance.randint(1, 6), "filed_month": life.chance.randint(2, 6),
        "employed_again_on": life.day,
    }  # fmt: skip
    life.mistaken = (name, getattr(life.declared, name))
    life.tell(**{name: wrong[name]})


def _nothing(_life: Life, _place: Position) -> None:
    """A day like any other."""


def _unknown(life: Life, _place: Position) -> None:
    if life.declared.last_day is None and life.happens(0.1):
        ended = life.day - timedelta(days=life.chance.randrange(30))
        life.tell(last_day=Days(ended, ended))
    elif life.happens(0.1):
        life.tell(reported=life.happens(0.6), cause=Cause.EFFICIENCY, paid_months=Months(14, 14))


def _not_reported(life: Life, place: Position) -> None:
    if life.happens(0.12 if place.overdue else 0.06):
        life.tell(reported=True)


def _reported(life: Life, place: Position) -> None:
    if place.next_step is Step.GET_PROOF and life.happens(0.1):
        life.tell(proof=True)
    elif life.happens(0.08):
        life.tell(claim_date=life.day)


def _verifying(life: Life, place: Position) -> None:
    month = place.month
    if life.happens(0.18):
        life.tell(paid_through_month=month, refused=None, refused_month=None)
    elif life.happens(0.08):
        life.tell(refused=life.chance.choice(tuple(Refusal)), refused_month=month)


def _refused(life: Life, place: Position) -> None:
    if life.happens(0.12):
        again = {"claim_date": life.day} if place.month == 1 else {"filed_month": place.month}
        life.tell(refused=None, refused_month=None, **again)


def _search(life: Life, place: Position) -> None:
    """Look for work, go to a training, fill in the form of month 6."""
    if life.happens(0.15):
        kind = SearchKind.CALL if life.happens(0.1) else SearchKind.APPLICATION
        life.searches = (*life.searches, (life.day, kind))
    elif life.happens(0.01):
        life.tell(trained_month=place.month, attended=life.happens(0.8))
    elif place.month == 6 and life.happens(0.1):
        life.tell(status_form_done=True)


def _open(life: Life, place: Position) -> None:
    if place.next_step is Step.FILE_MONTH and life.happens(0.45):
        life.tell(filed_month=place.month)
    elif life.happens(0.02):
        life.tell(portal_date=life.day + timedelta(days=life.chance.randrange(12)))
    else:
        _search(life, place)


def _missed(life: Life, place: Position) -> None:
    if life.happens(0.08):
        life.tell(filed_month=place.month)


_MOVES = {
    Stage.UNKNOWN: _unknown,
    Stage.PHK_NOT_REPORTED: _not_reported,
    Stage.PHK_REPORTED: _reported,
    Stage.VERIFYING: _verifying,
    Stage.SUBMITTED: _verifying,
    Stage.REJECTED_FIXABLE: _refused,
    Stage.PAID: _search,
    Stage.MONTH_OPEN: _open,
    Stage.MONTH_MISSED: _missed,
}
