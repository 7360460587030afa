"""Many people's profiles for matching at once, from a handful of questions to the rows: each as `profile` gives it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlmodel import Session, col, select

from bot.services.widening import ANYWHERE
from bot.store.applications import REFUSED, Application, Feedback
from bot.store.profiles import WorkProfile
from matching.profile import Profile

AT_ONCE = 5_000  # numbers in one question


def for_matching(session: Session, people: Sequence[int]) -> list[Profile]:
    """Give the profiles of those who have one, in no order."""
    chunks = [people[start : start + AT_ONCE] for start in range(0, len(people), AT_ONCE)]
    return [one for chunk in chunks for one in _profiles(session, chunk)]


def _profiles(session: Session, people: Sequence[int]) -> Iterable[Profile]:
    said: dict[int, list[tuple[str, str]]] = defaultdict(list)
    refusals = select(Feedback.person_id, Feedback.offer_id, Feedback.reason).where(
        Feedback.verdict == REFUSED, col(Feedback.undone_at).is_(None), col(Feedback.person_id).in_(people)
    )
    for person_id, offer_id, reason in session.exec(refusals.order_by(col(Feedback.at).desc())):
        said[person_id].append((offer_id, reason))
    applied: dict[int, list[str]] = defaultdict(list)
    logged = select(Application.person_id, Application.vacancy_id).where(
        col(Application.undone_at).is_(None), col(Application.person_id).in_(people)
    )
    for person_id, vacancy_id in session.exec(logged):
        applied[person_id].append(vacancy_id or "")
    columns = WorkProfile.__table__.columns  # type: ignore[attr-defined] # every table model has its table
    rows = session.execute(select(*columns).where(col(WorkProfile.person_id).in_(people)))
    for row in rows:
        yield _profile(row, said.get(row.person_id, []), applied.get(row.person_id, []))


def _profile(row: Any, refused: list[tuple[str, str]], applied: list[str]) -> Profile:
    return Profile(
        id=str(row.person_id),
        priorities=(row.matters,) if row.matters else (),
        last_occupation=row.occupation,
        experience_years=row.experience_years,
        education=row.education,
        skills=tuple(row.skills),
        region=row.region,
        willing_regions=(*row.willing, *((ANYWHERE,) if row.anywhere else ())),
        wage_expectation_min=row.wage_expectation,
        age=row.age,
        disliked=tuple(dict.fromkeys(reason for _offer, reason in refused if reason)),
        excluded_ids=frozenset((*(offer for offer, _reason in refused), *(one for one in applied if one))),
    )
