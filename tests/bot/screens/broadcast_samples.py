"""Sample values for the screens of broadcasts: the card of the people, the composing, the progress and the report."""

from dataclasses import replace
from typing import Any

from drawing import MOMENT

from bot.services.broadcasts import Card
from bot.services.staff.audience import Audience, Example, Filter
from bot.services.staff.broadcast import Outcome, Preview, Submitted
from bot.services.staff.broadcast_report import Person, Question, Report
from bot.services.staff.broadcast_run import Progress
from bot.store.broadcasts import EVENT, OVER, PAUSED, RUNNING, SCHEDULED, TEXT, VACANCY, WAITING, Broadcast, Counts
from bot.store.staff import COUNSELOR, Staff
from bot.texts.catalogue import Raw
from labour_market.search import VacancyDetails
from matching.profile import Opportunity, Ranked

ID = "a1b2c3d4e5f60718"
QUESTIONS = ("Bisa shift pagi?", "Bisa mulai minggu ini?", "Punya KTP asli?")
REASONS = ("blocked", "gone", "refused", "unreachable", "stopped", "applied", "unwanted", "often", "ended")
LEFT = ("blocked", "stopped", "refused", "not_agreed", "applied", "unwanted", "had", "recent", "often", "unfit")
WORDS = "Bursa kerja Sabtu pukul 08.00 di alun-alun <kota>. Bawa KTP & ijazah."
PEOPLE = tuple(
    Person(7_123_456_789 + number, "Sari Wulandari", "Kab. Sukoharjo", "operator jahit", why, "0812 0000 0000")
    for number, why in enumerate(REASONS)
)
STAFF = Staff(id=7, role=COUNSELOR, name="Bu Ani Contoh", added_at=MOMENT)
TOLD = Report(
    tuple(Question(one, 11, 6) for one in QUESTIONS), tuple((one, number + 1) for number, one in enumerate(REASONS)), 4
)


def types(offer: Opportunity, ranked: Ranked) -> dict[Any, tuple[Any, ...]]:
    """Give the samples by type."""
    details = VacancyDetails(offer, "Bursa Contoh", "", "Datang ke pabrik", is_open=True, is_stale=False)
    full = Card(
        ID, VACANCY, offer.id, details, None, "", "Mulai pukul 06.00.", QUESTIONS, "---", "Pak Budi", "Disnaker", "",
        "vacancy:1",
    )  # fmt: skip
    plain = replace(full, kind=TEXT, offer_id="", vacancy=None, words=WORDS, correction="", questions=(), answers="-")
    cards = (
        full, replace(full, answers="yy-"), replace(full, answers="yyy"), replace(full, answers="yyy", applied=True),
        replace(full, answers="yn-"), plain, replace(plain, kind=EVENT), replace(plain, answers="y"),
        replace(plain, kind=EVENT, answers="y"), replace(full, questions=(), answers="-"),
        *(replace(full, closing=one) for one in ("filled", "withdrawn", "closed")),
    )  # fmt: skip
    counts = Counts(312, 40, 38, 2, 3, 11, 6)
    progress = Progress(full, RUNNING, 1, 3, 9, counts, 5, 38, 2)
    going = (progress, *(replace(progress, state=one) for one in (WAITING, SCHEDULED, PAUSED, *OVER)),
             replace(progress, card=plain, need=0), replace(progress, card=cards[-3]))  # fmt: skip
    return {
        Card: cards, Progress: going, Person: PEOPLE, Report: (TOLD, Report((), (), 0)),
        Preview: tuple(_previews(offer, ranked)), Submitted: tuple(_submitted()),
    }  # fmt: skip


def _previews(offer: Opportunity, ranked: Ranked) -> list[Preview]:
    found = Audience(((1, 0.82), (2, 0.61), (3, 0.6)), 400, tuple((one, 9) for one in LEFT), 41, MOMENT)
    people = (Example("Sari", 82, ranked), Example("", 61, None), Example("Rini", None, None))
    row = Broadcast(id=ID, kind=VACANCY, author_id=1, need=3, release_at=MOMENT, created_at=MOMENT, changed_at=MOMENT)
    whole = Filter(60, "33.11", "operator jahit", "receiving", "id", 7)
    full = Preview(row, whole, found, people, (), needs_word=True, questions=QUESTIONS, offer=offer, words="")
    bare = replace(full, wanted=Filter(0, rested=0), suspicions=("fee", "shortener", "link", "promise", "papers"),
                   questions=(), offer=None, words=WORDS)  # fmt: skip
    empty = replace(full, audience=Audience((), 0, (), 0, None), examples=(), needs_word=False)
    calm = Broadcast(id=ID, kind=TEXT, author_id=1, created_at=MOMENT, changed_at=MOMENT)
    return [full, bare, empty, replace(bare, row=calm, suspicions=(), needs_word=False)]


def _submitted() -> list[Submitted]:
    row = Broadcast(
        id=ID, kind=TEXT, author_id=1, state=SCHEDULED, release_at=MOMENT, created_at=MOMENT, changed_at=MOMENT
    )
    return [
        *(Submitted(one, row, (STAFF,), "Bu Ani", "fee") for one in Outcome),
        Submitted(Outcome.GONE),
    ]


NAMED: dict[str, tuple[Any, ...]] = {
    "broadcast_id": (ID,),
    "sender": ("Pak Budi Contoh",),
    "reason": ("", "Nanti dulu"),
}
GIVEN: dict[str, dict[str, tuple[Any, ...]]] = {
    "staff.broadcast.ask_text": {"kind": (EVENT, TEXT)},
    "staff.broadcast.options": {"field": ("s", "a", "o", "t", "l", "r")},
    "staff.broadcast.pick": {"found": ("", "operator jahit"), "kind": (VACANCY, "course")},
    "staff.broadcast.questions": {"suggested": (QUESTIONS,)},
    "staff.broadcast.decided": {"seen_title": (Raw("📣 <b>Operator jahit</b>"),), "name": ("Bu Ani",)},
}
