"""What the demo's people told the bot before the visitor came: played through their telephones, button by button."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot import log
from bot.simulator.journal import Call
from bot.simulator.people import Person
from bot.simulator.telegram import FakeTelegram
from bot.texts import figures
from bot.texts.catalogue import Texts

ANSWERS = frozenset({"sendMessage", "editMessageText"})
PATIENCE_SECONDS = 10.0

_log = log.get(__name__)


class EndedError(Exception):
    """The demo stops; what is not lived yet is left out."""


@dataclass(frozen=True, slots=True)
class Telephone:
    """A person who waits for the bot's answer after every deed.

    Raises:
        TimeoutError: no answer, or no such button.
        EndedError: the demo has stopped.
    """

    telegram: FakeTelegram
    id: int
    today: date
    has_ended: Callable[[], bool] = lambda: False

    @property
    def _person(self) -> Person:
        return Person(self.telegram, self.id)

    def start(self) -> None:
        """Press START."""
        self._answered(self._person.start)

    def say(self, text: str) -> None:
        """Write a text."""
        self._answered(lambda: self._person.say(text))

    def day(self, days_ago: int) -> None:
        """Write a day, as people write one."""
        self.say(figures.day(self.today - timedelta(days=days_ago), "id"))

    def press(self, key: str, **values: object) -> None:
        """Press the button whose words have this key, on the newest message that has it."""
        label = Texts(self._person.user.language_code).label(key, **values)
        self._wait(lambda: any(label in one.labels for one in self._person.chat))
        self._answered(lambda: self._person.press(label))

    def _answered(self, deed: Callable[[], object]) -> None:
        before = len(self.telegram.calls)
        deed()
        self._wait(lambda: any(map(self._is_answer, self.telegram.calls[before:])))

    def _is_answer(self, call: Call) -> bool:
        return call.chat_id == self.id and call.method in ANSWERS

    def _wait(self, seen: Callable[[], bool]) -> None:
        self.telegram.wait_for(lambda _now: self.has_ended() or seen(), PATIENCE_SECONDS)
        if self.has_ended():
            raise EndedError


def dedi(phone: Telephone) -> None:
    """Month two: claimed, paid once, three applications, reminders on."""
    _declare(phone, last_day=54, cause="closure", wage="2,9 juta")
    _look_for_work(phone, "operator produksi")
    phone.press("status.remind_button")
    phone.press("status.news_button")
    phone.press("declare.news_claimed")
    phone.day(24)
    phone.press("status.news_button")
    phone.press("declare.news_paid")
    phone.press("declare.paid_through_month.button", month=1)
    for made in ("operator pengemasan, PT Contoh Pangan Sehat", "operator produksi, PT Contoh Kertas Lestari",
                 "petugas gudang, PT Contoh Gudang Rapi"):  # fmt: skip
        phone.press("status.add_application_button")
        phone.say(made)
        phone.press("apply.to_jkp")


def rini(phone: Telephone) -> None:
    """The claim came back over the papers; she asked for a human."""
    _declare(phone, last_day=47, cause="efficiency", wage="3,1 juta")
    _look_for_work(phone, "admin kantor")
    phone.press("status.news_button")
    phone.press("declare.news_claimed")
    phone.day(20)
    phone.press("status.news_button")
    phone.press("declare.news_refused")
    phone.press("declare.refused.proof_unreadable")
    phone.press("fixed.human")
    phone.say("Surat PHK saya dibilang tidak terbaca. Harus bagaimana, Bu/Pak?")


def wati(phone: Telephone) -> None:
    """In Taiwan, free on Sundays, wants quiet notifications."""
    phone.start()
    phone.press("menu.abroad")
    phone.press("abroad.country", flag="🇹🇼", name="Taiwan")
    phone.press("abroad.rest_day", day="Minggu")
    phone.press("abroad.hush_yes")


def at_work(phone: Telephone) -> None:
    """Staff who have opened their desk, so that the bot may write to them."""
    phone.start()


PASTS: dict[str, Callable[[Telephone], None]] = {
    "Budi": at_work,
    "Ani": at_work,
    "Rina": at_work,
    "Rini": rini,
    "Dedi": dedi,
    "Wati": wati,
}


def play(telegram: FakeTelegram, today: date, has_ended: Callable[[], bool]) -> None:
    """Let everybody with a past live it, one after another; blocks until the bot has answered all of it.

    What the bot does not answer ends one past and is logged; the others are lived all the same.
    """
    known = {person.first_name.partition(" ")[0]: person.id for person in tuple(telegram.people.values())}
    for name, lived in PASTS.items():
        try:
            lived(Telephone(telegram, known[name], today, has_ended))
        except TimeoutError:
            _log.warning("a past was cut short", where=lived.__name__)
        except EndedError:
            return


def _look_for_work(phone: Telephone, work: str) -> None:
    """Say which work is looked for and where, and agree to hear of what fits."""
    phone.say("/kerja")
    phone.say(work)
    phone.say("Sukoharjo")
    phone.say("/profil")
    phone.press("profile.tell")


def _declare(phone: Telephone, *, last_day: int, cause: str, wage: str) -> None:
    """Tell the four facts of the JKP card."""
    phone.start()
    phone.press("menu.jkp")
    phone.press("status.door_self")
    phone.press("declare.type_button")
    phone.day(last_day)
    phone.press(f"declare.cause.{cause}")
    phone.press("declare.paid_months.12+")
    phone.say(wage)
