"""Staff of two areas and an admin of one try every button, command and number: nothing of another area appears."""

import os
import random
import re
import time
from collections import Counter
from datetime import timedelta

import pytest
from people import plain
from rig import MORNING, StandingClock
from sqlmodel import select
from table import Seen, Table, unfinished

from bot.chat import routes
from bot.outbox import buttons
from bot.store import profiles, staff
from bot.store.help_requests import HelpRequest
from bot.store.invites import Invite
from bot.store.people import Person
from bot.store.staff import ADMIN, COUNSELOR, Staff

WORKERS = {1: ("Anggrekwati", "33.11"), 2: ("Bougenvilia", "32.15"), 3: ("Cempakasari", "33.72")}
STAFF = {
    11: ("Petugas Dahliana", COUNSELOR, "33.11"),
    12: ("Petugas Edelweisa", COUNSELOR, "32.15"),
    13: ("Petugas Flamboyan", ADMIN, "33"),
    14: ("Petugas Gardenia", ADMIN, "32"),
}
ACTIVE = (11, 12, 13)  # the fourth is only there to be seen, or not
SHORT_SECONDS, SHORT_STEPS = 2.0, 1_500
LONG_STEPS = int(os.environ.get("KERJALAGI_FUZZ_STEPS", "20000"))
WORDS = ("ya", "tidak", "besok", "Sukoharjo", "Bekasi", "Jawa Barat", "semua", "Budi", "1 Des", "lowongan penjahit")
OFFICE = {name for one in routes.CONVERSATIONS if "chat.staff" in one.__name__ for name in one.BUTTONS} - {"workerview"}
ID = re.compile(r"[0-9a-f]{16}|\d+")


class Office:
    """Three areas, their people with secrets, and the books on what each of the staff was shown."""

    def __init__(self, database, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - a game that can be played again needs a seed
        self.clock = StandingClock()
        self.table = Table(database, self.clock)
        self.table.names = {number: name for number, (name, _region) in WORKERS.items()}
        self.secrets = {number: {name} for number, (name, _region) in WORKERS.items()}
        self.arguments: set[str] = set()
        self.counts: Counter[str] = Counter()
        self.disclosures: list[str] = []
        self.broken: Counter[str] = Counter()
        self.offices: dict[int, set[str]] = {who: set() for who in STAFF}  # office buttons that each was shown
        database.run(self._prepare)
        for number in WORKERS:
            self.table.say(number, "/start")
            database.run(self._place, number)
            self.worker(number)

    def _prepare(self, session) -> None:
        for number, (name, role, area) in STAFF.items():
            session.add(Person(id=number, created_at=MORNING, seen_at=MORNING))
            session.add(Staff(id=number, role=role, name=name, office=f"Kantor {area}", area=area, added_at=MORNING))

    def _place(self, session, number: int) -> None:
        profile = profiles.of(session, number)
        profile.region, profile.occupation = WORKERS[number][1], "penjahit"

    def step(self) -> None:
        """One deed of one person, and a look at everything that staff are shown because of it."""
        if self.chance.random() < 0.15:
            self.worker(self.chance.choice(list(WORKERS)))
        else:
            self.member(self.chance.choice(ACTIVE))

    def worker(self, who: int) -> None:
        """A worker asks for a human and tells something that only the right office may read."""
        word = f"rahasia{who}x{self.chance.randrange(10**6)}"
        self.secrets[who].add(word)
        self._watched(lambda: self.table.press(who, self.signed(who, "human")))
        self._watched(lambda: self.table.say(who, f"saya {word}"))

    def member(self, who: int) -> None:
        deed = self.chance.choices((self.press, self.again, self.forge, self.say, self.wait), (30, 25, 25, 15, 5))[0]
        self.counts[deed.__name__] += 1
        self._watched(lambda: deed(who))

    def press(self, who: int) -> list[Seen]:
        own = [data for reader, data in self.table.shown if reader == who][-30:]
        return self.table.press(who, self.chance.choice(own)) if own else self.table.say(who, "/start")

    def again(self, who: int) -> list[Seen]:
        """A button that somebody was shown once, as if it had been this one's, with any number in it."""
        if not self.arguments:
            return self.table.say(who, "/menu")
        action, argument = self.chance.choice(sorted(self.arguments)).split(":", 1)
        if self.chance.random() < 0.6:
            argument = ID.sub(lambda _found: self.number(), argument)
        return self.table.press(who, self.signed(who, action, argument[:30]))

    def forge(self, who: int) -> list[Seen]:
        """Any button there is, with any number."""
        action = self.chance.choice(list(routes.BUTTONS))
        head = self.chance.choice(("", "", "m.", "x.", "X.", "L.", "b.", "1.", "see.", "p."))
        return self.table.press(who, self.signed(who, action, head + self.number()))

    def number(self) -> str:
        """A number that belongs to somebody or something, whoever may know it."""
        return self.chance.choice(self.table.database.run(_numbers))

    def say(self, who: int) -> list[Seen]:
        command = "/" + self.chance.choice(list(routes.COMMANDS))
        words = self.chance.choice((command, f"{command} {self.number()}", self.number(), self.chance.choice(WORDS)))
        return self.table.say(who, words)

    def wait(self, _who: int) -> list[Seen]:
        self.clock.forward(timedelta(minutes=self.chance.choice((1, 30, 600))))
        return self.table.drain()

    def signed(self, who: int, action: str, argument: str = "") -> str:
        return buttons.sign(self.table.database.sealer, who, action, argument)

    def _watched(self, deed) -> None:
        before = self._scope()
        try:
            letters = deed()
        except (ValueError, KeyError, TypeError) as error:  # nobody can sign such a number; the turn is rolled back
            self.counts["refused"] += 1
            self.broken[f"{type(error).__name__} {error} in {_where(error)}"] += 1
            letters = []
        after = self._scope()
        self.arguments |= {data.rpartition(":")[0] for _reader, data in self.table.shown[-12:]}
        for seen in letters:
            self.judge(seen, before.get(seen.reader, set()) | after.get(seen.reader, set()))

    def _scope(self) -> dict[int, set[str]]:
        """What each of the staff may read: the secrets of their people and the names of their colleagues."""
        with self.table.database.engine.connect() as connection:
            rows = connection.execute(select(Staff.id, Staff.area).where(Staff.active)).all()
        areas = {number: area for number, _name, _role, area in ((who, *one) for who, one in STAFF.items())}
        now = areas | dict(rows)
        return {who: self._of(area) | _colleagues(area, areas) | _colleagues(area, now) for who, area in rows}

    def _of(self, area: str) -> set[str]:
        return {word for who, words in self.secrets.items() if _touch(area, WORKERS[who][1]) for word in words}

    def judge(self, seen: Seen, allowed: set[str]) -> None:
        if seen.reader not in STAFF:
            return
        self.counts["letters"] += 1
        text = plain(seen.text)
        every = {word for words in self.secrets.values() for word in words} | {name for name, _, _ in STAFF.values()}
        found = {word for word in every if word.lower() in text}
        if not seen.actions & OFFICE:  # as a worker, staff too are told who answers them
            found -= {name for name, _, _ in STAFF.values()}
        self.offices[seen.reader] |= seen.actions & OFFICE
        self.counts["read"] += len(found & allowed)
        self.disclosures += [f"{seen.reader} read {word}: {seen.text[:300]}" for word in found - allowed]

    def employ_again(self, who: int) -> None:
        """Whoever was dismissed or moved in the game comes back, so that it goes on."""

        def back(session) -> None:
            row = session.get(Staff, who)
            row.active, row.area, row.role = True, STAFF[who][2], STAFF[who][1]

        self.table.database.run(back)


def _touch(area: str | None, region: str | None) -> bool:
    """Say by itself what `staff.reaches` says, so that a hole in it is seen."""
    return not area or not region or f"{region}.".startswith(f"{area}.") or f"{area}.".startswith(f"{region}.")


def _colleagues(area: str | None, areas: dict[int, str | None]) -> set[str]:
    return {STAFF[who][0] for who, other in areas.items() if _touch(area, other)}


def _where(error: BaseException) -> str:
    trace = error.__traceback__
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}"


def _numbers(session) -> list[str]:
    found = [row.id for row in session.exec(select(HelpRequest))] + [row.id for row in session.exec(select(Invite))]
    return [*map(str, (*WORKERS, *STAFF)), *found, "0", "33.11", "32.15"]


def play(game: Office, steps: int, seconds: float = 3600) -> None:
    begun, done = time.monotonic(), 0
    while done < steps and time.monotonic() < begun + seconds:
        game.step()
        done += 1
        if done % 100 == 0:
            for who in ACTIVE:
                game.employ_again(who)
    took = time.monotonic() - begun
    print(
        f"\n{done} steps in {took:.1f} s, {dict(game.counts)}, {len(game.disclosures)} disclosures; {dict(game.broken)}"
    )


def judge_all(game: Office) -> None:
    assert game.disclosures == []
    assert game.counts["read"] > 0  # nobody would leak anything if nobody could see anything
    assert set(game.table.database.run(unfinished)) <= {"failed"}


def test_nobody_of_the_staff_reads_anything_of_another_area(database):
    game = Office(database, 1)

    play(game, SHORT_STEPS, SHORT_SECONDS)

    judge_all(game)


@pytest.mark.long
def test_nobody_of_the_staff_reads_anything_of_another_area_in_the_long_form(database):
    game = Office(database, 2)

    play(game, LONG_STEPS)

    judge_all(game)


def test_whoever_was_revoked_reads_nothing_any_more(database):
    """As a worker they still see whom they may ask; of the office nothing, not even a button of it."""
    game = Office(database, 3)
    for _ in range(20):
        game.member(11)
        game.member(13)
    for who in (11, 13):
        game.employ_again(who)
    game.table.press(13, game.signed(13, "team", "X.11"))
    game.disclosures, game.offices[11], begun = [], set(), time.monotonic()

    while time.monotonic() < begun + SHORT_SECONDS:
        game.member(11)
        game.worker(1)

    assert (game.disclosures, game.offices[11]) == ([], set())
    assert database.run(lambda session: session.get(Staff, 11).active) is False


def test_the_game_notices_an_office_without_walls(database, monkeypatch):
    monkeypatch.setattr(staff, "reaches", lambda _member, _region: True)
    game = Office(database, 4)

    game._watched(lambda: game.table.say(12, "/antrean"))

    assert game.disclosures != []
