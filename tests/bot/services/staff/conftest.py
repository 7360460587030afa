"""Made-up offices: staff, the people they care for, and the talks they hold; other made-up people lie beside."""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.store import people, profiles
from bot.store.help_requests import HELD, HelpRequest
from bot.store.people import Person
from bot.store.staff import COUNSELOR, Staff

sys.path.insert(0, str(Path(__file__).parent))

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Office:
    """Makes staff and people in one session."""

    session: Session

    def person(self, number: int) -> Person:
        found = people.find(self.session, number)
        if found is None:
            found = Person(id=number, created_at=NOW, seen_at=NOW)
            self.session.add(found)
            self.session.flush()
        return found

    def employ(self, number: int, area: str | None = None, role: str = COUNSELOR, name: str = "", **more) -> Staff:
        self.person(number)
        member = Staff(id=number, role=role, name=name or f"Petugas {number}", area=area, added_at=NOW, **more)
        self.session.add(member)
        self.session.flush()
        return member

    def hold(self, request_id: str, worker: int, counselor: int, region: str | None) -> HelpRequest:
        """A talk that a counselor holds with somebody of this region."""
        self.person(worker)
        profiles.of(self.session, worker).region = region
        request = HelpRequest(
            id=request_id, person_id=worker, state=HELD, counselor_id=counselor, opened_at=NOW, answer_by=NOW,
            taken_at=NOW, focused_at=NOW,
        )  # fmt: skip
        self.session.add(request)
        self.session.flush()
        return request


@pytest.fixture
def office(session):
    return Office(session)
