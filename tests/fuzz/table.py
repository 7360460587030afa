"""Turns without a network: what somebody does goes straight to the door's handler, and every letter is opened."""

import base64
import json
from dataclasses import dataclass, field

from pypdfium2 import PdfDocument
from sqlmodel import select

from bot.chat import link, routes, vacancies
from bot.chat.door import Door
from bot.chat.turn import Incoming
from bot.deps import Deps
from bot.outbox import deliver
from bot.outbox.post import Sent
from bot.services.register import LEVEL_AMOUNTS
from bot.settings import Settings
from bot.store import cases, inbox
from bot.store.inbox import Inbox

MOST_SHOWN = 400


@dataclass(slots=True)
class Seen:
    """One message as its reader gets it."""

    reader: int
    text: str
    owned: set[str] = field(default_factory=set)  # member ids that the reader is joined to at level 2
    actions: set[str] = field(default_factory=set)  # what its buttons do


class Table:
    """The product behind its door, on one database, with a clock that stands unless it is moved."""

    def __init__(self, database, clock) -> None:
        self.database, self.clock = database, clock
        self.deps = Deps(Settings(_env_file=None), database, clock)
        self.update_id = 0
        self.shown: list[tuple[int, str]] = []  # every button ever shown: reader, data
        self.names: dict[int, str] = {}  # of those who are not called Contoh

    def say(self, person_id: int, text: str) -> list[Seen]:
        choose = routes.command if text.startswith("/") else routes.text
        return self.do(
            choose,
            Incoming(0, person_id, self.names.get(person_id, "Contoh"), "id", message_id=self.update_id, text=text),
        )

    def press(self, person_id: int, data: str) -> list[Seen]:
        said = Incoming(0, person_id, self.names.get(person_id, "Contoh"), "id", message_id=7, pressed=7, data=data)
        return self.do(routes.button, said)

    def share(self, person_id: int, contact) -> list[Seen]:
        said = Incoming(0, person_id, self.names.get(person_id, "Contoh"), "id", message_id=7, contact=contact)
        return self.do(routes.fixed(link.contact), said)

    def locate(self, person_id: int, place) -> list[Seen]:
        return self.do(
            routes.fixed(vacancies.located),
            Incoming(0, person_id, self.names.get(person_id, "Contoh"), "id", message_id=7, place=place),
        )

    def do(self, choose, said: Incoming) -> list[Seen]:
        self.update_id += 1
        said = Incoming(**{name: getattr(said, name) for name in said.__slots__} | {"update_id": self.update_id})
        door = Door(self.deps, None, choose)

        def work(session):
            now = self.clock.now()
            inbox.keep(session, said.update_id, {"update_id": said.update_id}, now)
            before = _owned(session)
            letters = door._handle(session, said, choose)
            session.flush()
            after = _owned(session)
            for letter in letters:
                deliver.note(session, letter, Sent(7), now)
            return [self._open(one, before | after) for one in letters]

        return self.database.run(work)

    def drain(self) -> list[Seen]:
        """Take everything that is due, as the clock would."""

        def work(session):
            now, seen = self.clock.now(), []
            while letter := deliver.take(session, now):
                deliver.note(session, letter, Sent(7), now)
                seen.append(self._open(letter, _owned(session)))
            return seen

        return self.database.run(work)

    def _open(self, letter, owned: set[tuple[int, str]]) -> Seen:
        content = dict(letter.content)
        file = content.pop("file", None)
        attached = _written(base64.b64decode(file["content"])) if file else ""
        buttons = [button["data"] for row in content.get("rows", []) for button in row if "data" in button]
        self.shown = [*self.shown, *((letter.person_id, data) for data in buttons)][-MOST_SHOWN:]
        words = json.dumps({name: value for name, value in content.items() if name != "rows"}, ensure_ascii=False)
        labels = " ".join(button["label"] for row in content.get("rows", []) for button in row)
        mine = {member_id for reader, member_id in owned if reader == letter.person_id}
        actions = {data.partition(":")[0] for data in buttons}
        return Seen(letter.person_id, f"{words} {labels} {attached}", mine, actions)


def _written(file: bytes) -> str:
    """The words of a file: those on the pages of a PDF, or the text itself."""
    if not file.startswith(b"%PDF"):
        return file.decode()
    with PdfDocument(file) as pages:
        return " ".join(page.get_textpage().get_text_range() for page in pages)


def _owned(session) -> set[tuple[int, str]]:
    links = session.exec(select(cases.Link).where(cases.Link.level == LEVEL_AMOUNTS))
    return {(link.person_id, link.member_id) for link in links}


def unfinished(session) -> list[str]:
    """Name the states of updates that are not done."""
    return [row.state for row in session.exec(select(Inbox).where(Inbox.state != inbox.DONE))]
