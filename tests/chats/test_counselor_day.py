"""C0 and C1: the morning card, those in danger, a case opened for a purpose, promises, numbers, transfers."""

from datetime import timedelta

import pytest
from offered import bring
from sqlmodel import select
from test_human import KARAWANG, SUKOHARJO, employ, place
from test_status_months import in_months

from bot.outbox import buttons
from bot.store import consents, profiles
from bot.store.notes import CaseNote
from bot.store.outbox import Outbox
from bot.store.phones import CallNumber
from bot.store.promises import Promise


def rows(rig, table):
    return rig.database.run(lambda session: list(session.exec(select(table))))


def heard(talker, words):
    return any(words in text for text in talker.all_said)


def agree(rig, talker, *purposes):
    def write(session):
        for purpose in purposes:
            consents.give(session, talker.id, purpose, rig.clock.now())

    rig.database.run(write)


def work(rig, talker, occupation, region=SUKOHARJO):
    def write(session):
        profile = profiles.of(session, talker.id)
        profile.occupation, profile.region = occupation, region

    rig.database.run(write)


def forged(rig, talker, action, argument):
    """A button that this very person could have been given, for somebody who is none of theirs."""
    data = buttons.sign(rig.database.sealer, talker.id, action, str(argument))
    newest = rig.telegram.said(talker.id)[-1]
    return talker._answered(lambda: talker.person.press_data(newest.message_id, data))


@pytest.fixture
def budi(rig):
    return employ(rig, 50, "Pak Budi")


@pytest.fixture
def client(rig, sari):
    """Sari, whose third month opens in three days with nothing applied for."""
    in_months(sari, claimed="26 Sep 2026", month=2, last_day="1 Sep 2026")
    place(rig, sari, SUKOHARJO)
    agree(rig, sari, consents.COUNSELLING)
    return sari


def test_the_morning_leads_to_who_is_in_danger_and_the_client_reads_who_looked(rig, client, budi):
    rig.forward(hours=22, minutes=40)
    card = budi.newest
    rig.forward(minutes=5)
    again = [text for text in budi.all_said if "Selamat pagi" in text]
    danger = budi.press("Buka yang terancam")
    budi.press("Buka kasus")
    case = budi.press("Menghitung uang")
    client.say("/data")
    trail = client.press("Siapa yang melihat")
    print(card, budi.labels, danger, case, trail, sep="\n---\n")

    assert "1 orang cairnya terancam" in card
    assert len(again) == 1
    assert "Sari C." in danger
    assert "kurang 5 lamaran" in danger
    assert "alasan: menghitung uang JKP" in case
    assert "Rp" in case
    assert "Pak Budi, Disnaker Sukoharjo, membuka data Anda, alasan: menghitung uang JKP" in trail
