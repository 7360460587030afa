"""Three workers, two of staff and a stranger do whatever they like: nobody ever reads what is somebody else's."""

import os
import random
import time
from collections import Counter
from datetime import timedelta

import pytest
from people import Secrets, found, member
from rig import StandingClock
from table import Seen, Table, unfinished

from bot.chat import routes
from bot.chat.turn import Contact, Place
from bot.outbox import buttons
from bot.services import register
from bot.services.status import Standing
from bot.store.staff import ADMIN, COUNSELOR, Staff
from jkp.membership import snapshot

WORKERS, COUNSELOR_ID, ADMIN_ID, STRANGER = (1, 2, 3), 11, 12, 21
EVERYBODY = (*WORKERS, COUNSELOR_ID, ADMIN_ID, STRANGER)
STAFF = (COUNSELOR_ID, ADMIN_ID)
SHORT_SECONDS, SHORT_STEPS = 6, 300
LONG_STEPS = int(os.environ.get("KERJALAGI_FUZZ_STEPS", "20000"))  # 100000 for the longest form
WORDS = (
    "ya", "tidak", "31 Oktober 2026", "5.000.000", "12 bulan", "saya mau bicara orang", "lowongan penjahit",
    "kapan uang saya cair", "Yogyakarta", "batal", "hapus data saya", "efisiensi", "08.00", "besok", "jahit, obras",
)  # fmt: skip


class Game:
    """The people, what each may know, and the books on what each was shown."""

    def __init__(self, database, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - a game that can be played again needs a seed
        self.clock = StandingClock()
        self.table = Table(database, self.clock)
        self.members = [member(number) for number in range(4)]  # the fourth talks to nobody
        self.owners: dict[str, Secrets] = {}
        self.typed: dict[int, set[str]] = {person_id: set() for person_id in EVERYBODY}
        self.counts: Counter[str] = Counter()
        self.disclosures: list[str] = []
        self.shared_rightly: set[int] = set()
        database.run(self._prepare)

    def _prepare(self, session) -> None:
        sealer = session.info["sealer"]
        snapshot.store(session, sealer, [one.record for one in self.members])
        for one in self.members:
            self.owners[snapshot.by_phone(session, sealer, one.record.phone)[0]] = one
        now = self.clock.now()
        session.add(Staff(id=COUNSELOR_ID, role=COUNSELOR, name="Bu Contoh", office="Disnaker Contoh", added_at=now))
        session.add(Staff(id=ADMIN_ID, role=ADMIN, name="Pak Contoh", added_at=now))

    def step(self) -> None:
        """One deed of one person, and a look at everything that it made us say to anybody."""
        who = self.chance.choice(EVERYBODY)
        deed = self.chance.choices(
            (self.press, self.look, self.forge, self.say, self.link, self.share, self.wait), (36, 10, 12, 22, 7, 5, 8)
        )[0]
        self.counts[deed.__name__] += 1
        for seen in deed(who):
            self.judge(seen)

    def press(self, who: int) -> list[Seen]:
        own = [data for reader, data in self.table.shown if reader == who][-24:]
        return self.table.press(who, self.chance.choice(own)) if own else self.table.say(who, "/start")

    def look(self, who: int) -> list[Seen]:
        """The cards on which secrets may stand, for those who own them."""
        cards = (
            ("jkp", ""),
            ("jkp.why", ""),
            ("receipt", "all"),
            ("receipt", "data"),
            ("letter", "dinas"),
            ("letter.pdf", "dinas"),
            ("mydata", "file"),
        )
        return self.table.press(who, self.signed(who, *self.chance.choice(cards)))

    def forge(self, who: int) -> list[Seen]:
        if not self.table.shown:
            return self.table.say(who, "/menu")
        _reader, data = self.chance.choice(self.table.shown)
        kind = self.chance.randrange(3)
        if kind == 1:
            action, _, rest = data.partition(":")
            data = f"{action}:{self.chance.choice(['', '1', 'see', 'wipe'])}:{rest.rpartition(':')[2]}"
        return self.table.press(who, data if kind < 2 else data[:-1] + "A")

    def say(self, who: int) -> list[Seen]:
        words = self.chance.choice(
            (
                self.chance.choice(WORDS),
                "/" + self.chance.choice(list(routes.COMMANDS)),
                self.identifier(who),
                f"saya {self.identifier(who)} tolong lihat",
            )
        )
        return self.table.say(who, words)

    def identifier(self, who: int) -> str:
        """Somebody's number or name, out of a stranger's mouth."""
        secret = self.chance.choice(self.chance.choice(self.members).identifiers)
        self.typed[who].add(secret)
        return secret

    def link(self, who: int) -> list[Seen]:
        """The three identifiers: a worker's own, or mixed from several people."""
        own = self.members[WORKERS.index(who)] if who in WORKERS else self.chance.choice(self.members)
        right = who in WORKERS and self.chance.random() < 0.7
        others = [own if right else self.chance.choice(self.members) for _ in range(3)]
        if not right and len({id(one) for one in others}) == 1:
            others[0] = self.members[(self.members.index(others[1]) + 1) % 4]
        nik, born, kpj = others[0].record.nik, others[1].record.birth_date.isoformat(), others[2].record.kpj
        seen = self.table.press(who, self.signed(who, "link.two"))
        for words in (nik, born, kpj):
            self.typed[who].add(words)
            seen += self.table.say(who, words)
        return seen

    def signed(self, who: int, action: str, argument: str = "") -> str:
        return buttons.sign(self.table.database.sealer, who, action, argument)

    def share(self, who: int) -> list[Seen]:
        """The own number, or the card of somebody else, which Telegram marks as such."""
        if self.chance.random() < 0.2:
            return self.table.locate(who, Place(self.chance.uniform(-9, 5), self.chance.uniform(95, 140)))
        if who in WORKERS and self.chance.random() < 0.6:
            phone, owner = self.members[WORKERS.index(who)].record.phone, who
        else:
            victim = self.chance.randrange(4)
            phone, owner = self.members[victim].record.phone, self.chance.choice([None, WORKERS[victim % 3]])
            if owner == who:
                owner = None
        self.typed[who].add(phone.removeprefix("+"))
        return self.table.share(who, Contact(phone.removeprefix("+"), owner))

    def wait(self, _who: int) -> list[Seen]:
        self.clock.forward(timedelta(minutes=self.chance.choice((1, 30, 600, 2000))))
        return self.table.drain()

    def judge(self, seen: Seen) -> None:
        """Look for everybody's secrets in one message."""
        self.counts["letters"] += 1
        for owner, secrets in self.owners.items():
            mine = owner in seen.owned
            facts = found(secrets.facts, seen.text)
            if mine:
                self.counts["owners"] += len(facts)
                facts = set()
            heard = self.typed[seen.reader] | (set().union(*self.typed.values()) if seen.reader in STAFF else set())
            if seen.reader not in STAFF:
                heard = heard | self.typed[COUNSELOR_ID] | self.typed[ADMIN_ID]  # what a counselor says is carried
            whole = found(secrets.identifiers, seen.text) - (set(secrets.identifiers) if mine else heard)
            self.disclosures += [f"{seen.reader} read {secret}: {seen.text[:300]}" for secret in facts | whole]


def play(game: Game, steps: int, seconds: float = 3600) -> int:
    until = time.monotonic() + seconds
    for done in range(steps):
        if time.monotonic() > until:
            return done
        game.step()
    return steps


def judge_all(game: Game, steps: int, begun: float) -> None:
    took = time.monotonic() - begun
    print(
        f"\n{steps} steps in {took:.1f} s ({steps / took:.0f}/s), {game.counts['letters']} messages read: "
        f"{len(game.disclosures)} disclosures; {game.counts['owners']} secrets read by their owners; "
        f"{dict(game.counts)}"
    )
    assert game.disclosures == []
    assert game.table.database.run(unfinished) == []
    for person_id in EVERYBODY:
        assert game.table.say(person_id, "/menu")


def test_nobody_reads_what_is_somebody_elses(database):
    game, begun = Game(database, 1), time.monotonic()

    steps = play(game, SHORT_STEPS, SHORT_SECONDS)

    judge_all(game, steps, begun)


@pytest.mark.long
def test_nobody_reads_what_is_somebody_elses_in_the_long_form(database):
    game, begun = Game(database, 2), time.monotonic()

    steps = play(game, LONG_STEPS)

    judge_all(game, steps, begun)


def test_the_game_notices_a_register_that_tells_too_much(database, monkeypatch):
    """A link by phone number alone unlocks no amounts; were both locks broken, the game would be lost."""
    monkeypatch.setattr(register, "STAGE_FACTS", (*register.STAGE_FACTS, "wage"))
    monkeypatch.setattr(Standing, "locked", lambda _self, _fact: False)
    game = Game(database, 4)
    game.table.share(1, Contact(game.members[0].record.phone.removeprefix("+"), 1))

    for seen in game.table.press(1, game.signed(1, "receipt", "all")):
        game.judge(seen)

    assert game.disclosures != []


def test_an_owner_reads_the_own_amounts_and_a_worse_link_does_not(database):
    """The game would be worth nothing if nobody could ever see the secrets."""
    game = Game(database, 3)
    own = game.members[0]

    game.table.share(1, Contact(own.record.phone.removeprefix("+"), 1))
    by_phone = [one.text for one in game.table.press(1, game.signed(1, "receipt", "all"))]
    game.table.press(1, game.signed(1, "link.two"))
    for words in (own.record.nik, own.record.birth_date.isoformat(), own.record.kpj):
        game.table.say(1, words)
    by_identity = [one.text for one in game.table.press(1, game.signed(1, "receipt", "all"))]

    assert not any(found(own.facts, text) for text in by_phone)
    assert any(found(own.facts, text) for text in by_identity)
