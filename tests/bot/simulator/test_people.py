"""What a person does arrives at the bot as Telegram would tell it."""

import json

import pytest

from bot.simulator.people import PersonCannotError, person
from tests.bot.simulator.conftest import BUDI


@pytest.fixture
def news(telegram):
    """The newest update, without its number."""

    def last():
        update = dict(telegram.updates.waiting[-1])
        update.pop("update_id")
        return update

    return last


def test_a_deep_link_carries_its_payload(siti, news):
    siti.start("vac_123")

    assert news()["message"]["text"] == "/start vac_123"
    assert news()["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


def test_the_own_number_comes_with_the_own_id(siti, news):
    siti.share_contact()
    own = news()["message"]["contact"]
    siti.share_contact("+628119999999", user_id=0, first_name="Orang Lain")
    other = news()["message"]["contact"]

    assert own == {"phone_number": "+628110000001", "first_name": "Siti Contoh", "user_id": siti.id}
    assert other == {"phone_number": "+628119999999", "first_name": "Orang Lain"}


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker", "document"])
def test_files_of_every_kind_arrive(siti, news, kind):
    send = {"photo": siti.send_photo, "voice": siti.send_voice, "sticker": siti.send_sticker}
    send.get(kind, lambda content: siti.send_document(content, "cv.pdf", mime="application/pdf"))(b"bytes")

    carried = news()["message"][kind]
    assert (carried[-1] if kind == "photo" else carried)["file_size"] == 5


def test_a_place_arrives(siti, news):
    siti.share_place(-6.2, 106.8)

    assert news()["message"]["location"] == {"latitude": -6.2, "longitude": 106.8}


def test_an_edit_arrives_as_an_edit(siti, news):
    written = siti.say("slah")
    siti.edit(written, "salah")

    assert news()["edited_message"]["text"] == "salah"
    assert news()["edited_message"]["message_id"] == written


def test_only_the_own_message_can_be_edited(siti, call):
    call("sendMessage", chat_id=siti.id, text="x")

    with pytest.raises(PersonCannotError):
        siti.edit(2, "y")


def test_blocking_tells_the_bot_and_silences_the_person(siti, news):
    siti.block()
    blocked = news()["my_chat_member"]

    with pytest.raises(PersonCannotError):
        siti.say("halo?")
    siti.unblock()

    assert (blocked["old_chat_member"]["status"], blocked["new_chat_member"]["status"]) == ("member", "kicked")
    assert news()["my_chat_member"]["new_chat_member"]["status"] == "member"


def test_a_button_is_found_by_label_data_or_number(siti, call, news):
    row = [{"text": "Ya", "callback_data": "y"}, {"text": "Situs", "url": "https://a.id/x"}]
    row.append({"text": "Salin", "copy_text": {"text": "123"}})
    call("sendMessage", chat_id=siti.id, text="x", reply_markup=json.dumps({"inline_keyboard": [row]}))

    queries = {siti.press("Ya"), siti.press("y"), siti.press(0)}

    assert len(queries) == 3
    assert news()["callback_query"]["data"] == "y"
    assert news()["callback_query"]["message"]["message_id"] == 2
    assert (siti.press("Situs"), siti.press(2)) == ("https://a.id/x", "123")
    with pytest.raises(PersonCannotError, match="Ya"):
        siti.press("Tidak")


def test_a_key_of_the_reply_keyboard_is_sent_as_a_text_or_as_the_number(siti, call, news, telegram):
    keys = {"keyboard": [["Batal"], [{"text": "Nomor saya", "request_contact": True}]], "one_time_keyboard": True}
    call("sendMessage", chat_id=siti.id, text="x", reply_markup=json.dumps(keys))
    siti.press("Nomor saya")
    number = news()["message"]["contact"]["phone_number"]
    call("sendMessage", chat_id=siti.id, text="x", reply_markup=json.dumps(keys))
    siti.press("Batal")

    assert number == siti.user.phone
    assert news()["message"]["text"] == "Batal"
    assert telegram.chats[siti.id].keyboard is None


def test_a_protected_message_cannot_be_forwarded_and_others_can(siti, call, news, telegram):
    call("sendMessage", chat_id=siti.id, text="rahasia", protect_content="true")
    call("sendMessage", chat_id=siti.id, text="umum")
    secret, public = telegram.said(siti.id)

    siti.forward(public)

    assert news()["message"]["forward_origin"]["sender_user"]["is_bot"] is True
    with pytest.raises(PersonCannotError, match="protected"):
        siti.forward(secret)


def test_in_a_group_the_bot_hears_commands_mentions_and_replies_only(siti, call, telegram):
    person(telegram, BUDI)
    telegram.add_group(-100500, "Kasus", [siti.id])
    _, sent = call("sendMessage", chat_id=-100500, text="Kasus baru")

    siti.say("obrolan", chat_id=-100500)
    siti.say("/ambil", chat_id=-100500)
    siti.say(f"halo @{telegram.bot_username}", chat_id=-100500)
    siti.say("jawaban", chat_id=-100500, reply_to=sent["result"]["message_id"])

    heard = [update["message"]["text"] for update in telegram.updates.waiting if "message" in update]
    assert heard == ["/start", "/ambil", f"halo @{telegram.bot_username}", "jawaban"]
    with pytest.raises(PersonCannotError, match="member"):
        person(telegram, BUDI).say("boleh?", chat_id=-100500)


def test_the_apps_language_is_told_with_the_next_message(siti, news):
    siti.set_language("en")
    siti.say("hi")

    assert news()["message"]["from"]["language_code"] == "en"


def test_waiting_in_vain_names_what_came_instead(siti, call, telegram):
    call("sendMessage", chat_id=siti.id, text="something else")

    with pytest.raises(TimeoutError, match="something else"):
        telegram.wait_for(lambda now: now.said(siti.id)[1:], timeout=0.05)
