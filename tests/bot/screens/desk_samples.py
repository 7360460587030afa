"""Sample values for the screens of the counselor's day: clients, cases, promises, transfers, the chain of a month."""

from dataclasses import replace
from datetime import date

import situations
from drawing import DAY, MOMENT

from bot.services.staff.calling import Call
from bot.services.staff.caseload import ALL, Client, Need, Page
from bot.services.staff.chain import Behind, Chain, Figure, Sent
from bot.services.staff.client import Case, Note, Purpose
from bot.services.staff.day import Morning
from bot.services.staff.picking import Outcome, Pick, Picked
from bot.services.staff.promising import Promised
from bot.services.staff.stuck import AT, Place
from bot.services.staff.telling import Told
from bot.services.staff.transferring import Choice, Colleague, Passed, Reason
from bot.store.chain import STEPS, WHOLE

PERSON = 7_123_456_789
REQUEST = "a1b2c3d4e5f60718"
MONTH = date(2026, 11, 1)
SARI = Client(
    PERSON, Need.RISK, (Need.RISK, Need.IDLE), "Sari Wulandari P.", "month_open", "worker",
    "do_applications", 3, "search",
    DAY.replace(day=26), 3, 2, 1, quiet_days=1,
)  # fmt: skip
CLIENTS = (
    *(replace(SARI, need=need, actor="bpjs_tk", promised_on=DAY, found_on=DAY, request_id=REQUEST, late=True)
      for need in Need),
    *(replace(SARI, due=due, left=left) for due in ("claim", "search", "form", "month", "fix", "missed")
      for left in (3, 0, -2)),
    replace(SARI, need=Need.WAITING, request_id=REQUEST, held=True),
    replace(SARI, paused=True, name="", quiet_days=0),
)  # fmt: skip
FOUR = tuple(replace(SARI, person_id=PERSON + number) for number in range(4))
PROMISED = Promised(
    "0123456789abcdef", PERSON, "Pak Budi Contoh", "Disnaker Contoh", "Saya cek berkas ke BPJS <TK> & kabari", DAY
)
PROMISES = (PROMISED, replace(PROMISED, late=True), replace(PROMISED, kept=True))
TOLD = tuple(Told(topic, MOMENT) for topic in ("reminder", "digest", "recommendation", "claim_moved"))
CASE = Case(
    SARI, Purpose.MONEY, situations.EVERY[0], 3, TOLD, PROMISES[:2],
    (Note("Pak Budi", "Orangnya rajin, cari shift pagi.", MOMENT),),
)  # fmt: skip
CASES = (
    *(replace(CASE, purpose=purpose) for purpose in Purpose),
    *(replace(CASE, standing=standing) for standing in situations.EVERY),
    replace(CASE, standing=None, told=(Told("broadcast", MOMENT), Told("promise", MOMENT)), promises=(), notes=()),
    replace(CASE, told=(), client=replace(SARI, request_id=REQUEST, held=True)),
    replace(CASE, client=replace(SARI, request_id=REQUEST)),
)
BUSY = Morning("Pak Budi Contoh", DAY, 4, 7, 2, 3, 1, 1, 2, 400, others=("Bu Ani Contoh",))
MORNINGS = (BUSY, replace(BUSY, late=0, broken=0), Morning("Pak Budi", DAY, 0, 0, 0, 0, 0, 0, 0, 0, early=False))
SENT = tuple(
    Sent(f"{number:016x}", kind, title, DAY, (312, 41, 17, 9, 3))
    for number, (kind, title) in enumerate((("vacancy", "Operator Jahit Garmen Bagian Produksi"), ("vacancy", ""),
                                            ("course", ""), ("event", ""), ("text", "")))
)  # fmt: skip
CHAIN = Chain(MONTH, (312, 41, 17, 9, 3), SENT, (120, 60, 12, 4), may_open=True, is_running=True)
COLLEAGUES = tuple(Colleague(PERSON + number, "Bu Ani", "Disnaker") for number in range(5))
TYPES = {
    Client: CLIENTS,
    Told: TOLD,
    Promised: PROMISES,
    Case: CASES,
    Morning: MORNINGS,
    Call: (Call(PERSON, "Sari P.", "+6281200000000"), Call(PERSON, "", "")),
    Page: (
        *(Page(FOUR, name, 0, 100, 400) for name in (*Need, ALL, *(f"{AT}{place}" for place in Place))),
        Page((), Need.RISK, 0, 1, 0),
    ),
    Chain: (CHAIN, Chain(MONTH, (0,) * 5, (), (0,) * 4)),
    Behind: tuple(
        Behind(Figure(MONTH, step, SENT[0].id), ((PERSON, "Sari P."), (PERSON + 1, "")), 7, 0, 3)
        for step in (*STEPS, *WHOLE)
    ),
    Choice: (Choice(REQUEST, "Sari", COLLEAGUES), Choice(REQUEST, "", ())),
    Passed: tuple(Passed(REQUEST, PERSON, "Sari", COLLEAGUES[0], reason) for reason in Reason),
}
COUNTS = dict.fromkeys(Need, 12)


def picks(details, ranked):
    """Three vacancies as a counselor sends them, and every outcome of sending."""
    chosen = tuple(Pick(one, ranked) for one in details)
    return {
        Pick: chosen,
        Picked: tuple(Picked(outcome, PERSON, "Sari P.", chosen) for outcome in Outcome),
    }


NAMED = {"replies": ("Kantor buka Senin-Jumat, 08.00-15.00 <WIB>, bawa KTP & surat PHK.", "")}
GIVEN = {
    "staff.caseload.overview": {"counts": (COUNTS, {Need.CALM: 3}, {}), "total": (400, 0)},
    "staff.caseload.stuck": {"counts": (dict.fromkeys(Place, 12), {Place.SMOOTH: 3}, {})},
    "staff.caseload.found": {"typed": ("sarri",), "clients": (CLIENTS[:4], ())},
    "staff.client.ask_promise": {"open_now": (PROMISES[:2], ())},
    "staff.client.asked_number": {"name": ("Sari P.", "")},
    "staff.chain.which": {"broadcast_id": (SENT[0].id, "", "all")},
    "staff.chain.broadcasts": {"page": (0, 1)},
    "from_office.passed_on": {"reason": tuple(Reason)},
    "human.opened": {"promises": (PROMISES[:2], ())},
}
