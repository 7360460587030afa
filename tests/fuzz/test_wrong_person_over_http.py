"""The same question through the real doors: whatever six people throw, amounts stand only in their owner's chat."""

import random

from deeds import Thrower
from people import found, member
from rig import MORNING, open_rig

from bot.services.register import LEVEL_AMOUNTS
from bot.store.cases import Link
from bot.store.staff import ADMIN, COUNSELOR, Staff
from jkp.membership import snapshot

ROUNDS = 20


def test_amounts_stand_only_in_their_owners_chat(database):
    secrets = [member(number) for number in range(3)]
    with open_rig(database) as rig:
        crowd = [rig.person(number, f"Contoh {number}") for number in range(1, 7)]

        def prepare(session):
            sealer = session.info["sealer"]
            snapshot.store(session, sealer, [one.record for one in secrets])
            for talker, one in zip(crowd, secrets, strict=False):
                row = snapshot.by_phone(session, sealer, one.record.phone)[0]
                session.add(Link(person_id=talker.id, member_id=row, level=LEVEL_AMOUNTS, linked_at=MORNING))
            for talker, role in zip(crowd[3:5], (COUNSELOR, ADMIN), strict=True):
                session.add(Staff(id=talker.id, role=role, name="Bu Contoh", added_at=MORNING))

        rig.database.run(prepare)
        thrower = Thrower(rig.telegram, random.Random(5))  # noqa: S311 - a game that can be played again needs a seed
        for talker in crowd[:3]:
            talker.say("/jkp")
            talker.press("Kenapa")
            talker.press("Lihat semua syarat")
        for _ in range(ROUNDS):
            for talker in crowd:
                thrower.throw(talker.person)
            rig.settle()
        sent = [(call.chat_id, call.text) for call in rig.telegram.sent]

    owners = {talker.id: one for talker, one in zip(crowd, secrets, strict=False)}
    for one in secrets:
        readers = {chat for chat, text in sent if found(one.facts, text)}
        assert {owners.get(chat) for chat in readers} == {one}
