"""Cards that were sent before say what became of their offer."""

import offered
from sqlmodel import select

from bot.store.offer_changes import OfferChange

HEAD, *ROWS = offered.VACANCIES.splitlines()
OFFERS = "\n".join([HEAD, *(row for row in ROWS if row.startswith(("J1;", "J3;")))]) + "\n"


def find_sewing(sari) -> str:
    sari.start()
    sari.press("Cari kerja")
    sari.say("penjahit")
    return sari.say("Sukoharjo")


def changes(rig) -> list[OfferChange]:
    return rig.database.run(lambda s: list(s.exec(select(OfferChange).order_by(OfferChange.at))))


def test_a_sent_card_tells_a_new_wage_then_the_closing_and_leads_to_similar_work(rig, sari):
    offered.bring(rig, offers=OFFERS)
    assert "PT Contoh Busana" in find_sewing(sari)
    said = len(sari.all_said)

    rig.forward(minutes=1)
    raised = OFFERS.replace("2.400.000;2.700.000", "2.600.000;2.900.000")
    rig.database.run(offered.put_in, raised, "", rig.clock.now())
    rig.tick()

    assert "Diperbarui</b>" not in sari.newest
    assert "Diperbarui: gaji Rp2.400.000 → Rp2.600.000" in sari.newest
    assert any("lamar" in label for label in sari.labels)

    rig.forward(minutes=1)
    rest = "\n".join(line for line in raised.splitlines() if not line.startswith("J1;")) + "\n"
    rig.database.run(lambda s: offered.put_in(s, rest, "", rig.clock.now(), complete=True))
    rig.forward(hours=12)  # at night: an edit rings nobody

    assert sari.newest.startswith("⚪ Sudah ditutup")
    assert len(sari.all_said) == said
    assert "Penjahit" in sari.press("Lowongan mirip")
    rig.tick()
    assert [(one.what, one.cards, one.edited) for one in changes(rig)] == [("changed", 1, 1), ("closed", 1, 1)]


def test_the_day_after_the_last_day_the_card_says_so_once(rig, sari):
    offered.bring(rig, offers=OFFERS.replace("2026-12-05", "2026-11-24"))
    assert "PT Contoh Busana" in find_sewing(sari)

    rig.forward(days=2)
    rig.forward(days=1)

    assert sari.newest.startswith("⚪ Batas lamarannya sudah lewat")
    assert [one.what for one in changes(rig)] == ["over"]
