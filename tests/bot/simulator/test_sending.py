"""What Telegram refuses to send, and what it makes of what it takes."""

import json

import httpx
import pytest

from bot.simulator import refusals
from bot.simulator.people import person
from bot.simulator.telegram import SIMULATOR_TOKEN
from tests.bot.simulator.conftest import BUDI


def buttons(*labels, **action):
    return json.dumps(
        {"inline_keyboard": [[{"text": label, **(action or {"callback_data": "x"})}] for label in labels]}
    )


def test_a_message_comes_back_as_telegram_would_write_it(call, siti, telegram):
    status, answer = call("sendMessage", chat_id=siti.id, text="Halo <b>Siti</b> &amp; ibu", parse_mode="HTML")

    message = answer["result"]
    assert status == 200
    assert message["text"] == "Halo Siti & ibu"
    assert message["entities"] == [{"type": "bold", "offset": 5, "length": 4}]
    assert message["from"]["is_bot"] is True
    assert message["chat"] == {"id": 7001, "type": "private", "first_name": "Siti Contoh", "username": "siti_contoh"}
    assert telegram.said(siti.id)[-1].html == "Halo <b>Siti</b> &amp; ibu"


@pytest.mark.parametrize("text", ["x" * 4096, "<b>" + "x" * 4096 + "</b>", "\N{GRINNING FACE}" * 2048])
def test_4096_utf16_units_after_parsing_still_fit(call, siti, text):
    status, _ = call("sendMessage", chat_id=siti.id, text=text, parse_mode="HTML")

    assert status == 200


@pytest.mark.parametrize("text", ["x" * 4097, "\N{GRINNING FACE}" * 2048 + "x"])
def test_one_unit_more_is_too_long(refused, siti, text):
    assert refused("sendMessage", chat_id=siti.id, text=text) == "Bad Request: message is too long"


@pytest.mark.parametrize(("text", "why"), [("", "message text is empty"), ("<b> </b>\n", "text must be non-empty")])
def test_an_empty_message_is_refused(refused, siti, text, why):
    assert refused("sendMessage", chat_id=siti.id, text=text, parse_mode="HTML") == f"Bad Request: {why}"


@pytest.mark.parametrize(("data", "fits"), [("x" * 64, True), ("x" * 65, False), ("é" * 33, False), ("", False)])
def test_callback_data_takes_64_bytes(call, siti, data, fits):
    status, answer = call("sendMessage", chat_id=siti.id, text="x", reply_markup=buttons("A", callback_data=data))

    assert (status == 200) is fits
    assert fits or answer["description"] == "Bad Request: BUTTON_DATA_INVALID"


def test_a_hundred_buttons_fit_and_one_more_does_not(call, refused, siti):
    fits = {
        "inline_keyboard": [[{"text": "A", "callback_data": "x"}] * 8] * 12
        + [[{"text": "A", "url": "https://a.id"}] * 4]
    }
    more = {"inline_keyboard": [*fits["inline_keyboard"], [{"text": "A", "callback_data": "x"}]]}
    wide = {"inline_keyboard": [[{"text": "A", "callback_data": "x"}] * 9]}

    status, _ = call("sendMessage", chat_id=siti.id, text="x", reply_markup=json.dumps(fits))

    assert status == 200
    for markup in (more, wide):
        said = refused("sendMessage", chat_id=siti.id, text="x", reply_markup=json.dumps(markup))
        assert said == "Bad Request: REPLY_MARKUP_TOO_LONG"


@pytest.mark.parametrize(
    ("action", "why"),
    [
        ({"url": "ftp://a.id"}, "inline keyboard button URL 'ftp://a.id' is invalid: Unsupported URL protocol"),
        ({"url": "https://a"}, "inline keyboard button URL 'https://a' is invalid: Wrong HTTP URL"),
        ({"copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"pay": True}, "BUTTON_TYPE_INVALID"),
        ({"other": 1}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    ],
)
def test_a_button_must_do_exactly_something_sensible(refused, siti, action, why):
    said = refused("sendMessage", chat_id=siti.id, text="x", reply_markup=buttons("A", **action))

    assert said == f"Bad Request: {why}"


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ("[]", "object expected as reply markup"),
        ("{", "can't parse reply markup JSON object"),
        ('{"inline_keyboard": 1}', "can't parse inline keyboard markup JSON object: Field must be of type Array"),
        ('{"inline_keyboard": [1]}', "can't parse inline keyboard markup JSON object: expected an Array of Array"),
        ('{"inline_keyboard": [[1]]}', "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        ('{"inline_keyboard": [[{}]]}', "can't parse inline keyboard button: Can't find field \"text\""),
        ('{"inline_keyboard": [[{"text": " ", "url": "x"}]]}', "inline keyboard button text must be non-empty"),
        ('{"keyboard": [[1]]}', "can't parse keyboard button: KeyboardButton must be a String or an Object"),
        ('{"keyboard": [[""]]}', "keyboard button text must be non-empty"),
        (json.dumps({"keyboard": [["x"] * 10] * 31}), "REPLY_MARKUP_TOO_LONG"),
    ],
)
def test_a_malformed_keyboard_is_refused(refused, siti, markup, why):
    assert refused("sendMessage", chat_id=siti.id, text="x", reply_markup=markup) == f"Bad Request: {why}"


def test_a_reply_keyboard_stays_until_it_is_removed(call, siti, telegram):
    keys = {"keyboard": [[{"text": "Bagikan nomor", "request_contact": True}], ["Batal"]]}

    call("sendMessage", chat_id=siti.id, text="nomor?", reply_markup=json.dumps(keys))
    shown = telegram.chats[siti.id].keyboard
    call("sendMessage", chat_id=siti.id, text="ok", reply_markup=json.dumps({"remove_keyboard": True}))

    assert [[(key.label, key.wants) for key in row] for row in shown.keys] == [
        [("Bagikan nomor", "contact")],
        [("Batal", "")],
    ]
    assert telegram.chats[siti.id].keyboard is None


def test_a_number_is_asked_for_in_private_only(refused, telegram, siti):
    telegram.add_group(-100500, "Kasus", [siti.id])
    keys = json.dumps({"keyboard": [[{"text": "Nomor", "request_contact": True}]]})

    said = refused("sendMessage", chat_id=-100500, text="x", reply_markup=keys)

    assert said == "Bad Request: phone number can be requested in private chats only"


def test_nobody_can_be_written_to_who_never_wrote(refused, telegram, siti):
    person(telegram, BUDI)

    assert refused("sendMessage", chat_id=BUDI.id, text="x") == "Bad Request: chat not found"
    assert refused("sendMessage", chat_id=404, text="x") == "Bad Request: chat not found"
    assert refused("sendMessage", chat_id="@somebody", text="x") == "Bad Request: chat not found"
    assert refused("sendMessage", text="x") == "Bad Request: chat_id is empty"


def test_somebody_met_in_a_group_must_still_start_the_chat(refused, telegram, siti):
    person(telegram, BUDI)
    telegram.add_group(-100500, "Kasus", [siti.id, BUDI.id])

    assert refused("sendMessage", chat_id=BUDI.id, text="x") == f"Forbidden: {refusals.NOT_STARTED}"


def test_who_blocked_the_bot_cannot_be_reached_until_unblocking(call, refused, siti):
    siti.block()
    said = refused("sendMessage", chat_id=siti.id, text="x")
    siti.unblock()
    status, _ = call("sendMessage", chat_id=siti.id, text="x")

    assert said == "Forbidden: bot was blocked by the user"
    assert status == 200


def test_a_protected_message_stays_protected(call, siti, telegram):
    _, answer = call("sendMessage", chat_id=siti.id, text="rahasia", protect_content="true")

    assert answer["result"]["has_protected_content"] is True
    assert telegram.said(siti.id)[-1].protected


def test_a_reply_needs_the_message_it_replies_to(call, refused, siti):
    gone = json.dumps({"message_id": 999})
    lenient = json.dumps({"message_id": 999, "allow_sending_without_reply": True})

    said = refused("sendMessage", chat_id=siti.id, text="x", reply_parameters=gone)
    status, _ = call("sendMessage", chat_id=siti.id, text="x", reply_parameters=lenient)
    _, answer = call("sendMessage", chat_id=siti.id, text="x", reply_parameters=json.dumps({"message_id": 1}))

    assert said == "Bad Request: message to be replied not found"
    assert status == 200
    assert answer["result"]["reply_to_message"]["text"] == "/start"


def test_a_document_goes_up_and_comes_down_byte_by_byte(call, siti, server):
    content = bytes(range(256)) * 3 + b"\r\n--\r\n"

    _, sent = call(
        "sendDocument",
        {"document": ("laporan é.csv", content, "text/csv")},
        chat_id=siti.id,
        caption="<i>Ini</i>",
        parse_mode="HTML",
    )
    document = sent["result"]["document"]
    _, found = call("getFile", file_id=document["file_id"])
    got = httpx.get(f"{server.base_file_url}{SIMULATOR_TOKEN}/{found['result']['file_path']}")

    assert document["file_name"] == "laporan é.csv"
    assert document["file_size"] == len(content)
    assert sent["result"]["caption_entities"] == [{"type": "italic", "offset": 0, "length": 3}]
    assert got.content == content


def test_a_file_can_be_sent_again_by_its_id(call, refused, siti):
    _, first = call("sendPhoto", {"photo": ("a.jpg", b"jpeg", "image/jpeg")}, chat_id=siti.id)
    again = first["result"]["photo"][-1]["file_id"]

    status, _ = call("sendPhoto", chat_id=siti.id, photo=again)

    assert status == 200
    assert "wrong remote file identifier" in refused("sendPhoto", chat_id=siti.id, photo="none")
    assert refused("sendPhoto", chat_id=siti.id) == "Bad Request: there is no photo in the request"


def test_files_have_telegrams_sizes(refused, siti):
    megabyte = b"x" * 1024 * 1024
    big = siti.send_document(megabyte * 21, "besar.bin")

    photo = refused("sendPhoto", {"photo": ("a.jpg", megabyte * 10 + b"x")}, chat_id=siti.id)
    document = refused("sendDocument", {"document": ("a.bin", megabyte * 52)}, chat_id=siti.id)
    empty = refused("sendDocument", {"document": ("a.bin", b"")}, chat_id=siti.id)
    fetched = refused("getFile", file_id=siti.telegram.message(siti.id, big).file.file_id)

    assert "is too big for a photo" in photo
    assert document == "Request Entity Too Large"
    assert empty == "Bad Request: file must be non-empty"
    assert fetched == "Bad Request: file is too big"
    assert refused("getFile", file_id="none") == "Bad Request: invalid file_id"


def test_a_caption_has_1024_units(refused, siti):
    said = refused("sendDocument", {"document": ("a.txt", b"x")}, chat_id=siti.id, caption="x" * 1025)

    assert said == "Bad Request: message caption is too long"


def test_a_chat_action_must_exist(call, refused, siti):
    status, _ = call("sendChatAction", chat_id=siti.id, action="typing")

    assert status == 200
    assert (
        refused("sendChatAction", chat_id=siti.id, action="dancing") == "Bad Request: wrong parameter action in request"
    )
    assert refused("sendChatAction", chat_id=siti.id) == "Bad Request: there is no action in the request"


def test_parameters_may_come_as_json_or_in_the_address(server, siti):
    url = f"{server.base_url}{SIMULATOR_TOKEN}/sendmessage"

    as_json = httpx.post(url, json={"chat_id": siti.id, "text": "a"})
    in_address = httpx.get(url, params={"chat_id": siti.id, "text": "b"})
    broken = httpx.post(url, content="{", headers={"Content-Type": "application/json"})
    no_object = httpx.post(url, json=[1])

    assert (as_json.status_code, in_address.status_code) == (200, 200)
    assert broken.json()["description"] == "Bad Request: can't parse JSON object"
    assert no_object.json()["description"] == "Bad Request: expected an Object"
