"""Tokens, unknown methods, and what a bot sets about itself."""

import json
import time

import httpx
import pytest

from bot.simulator.people import person
from bot.simulator.server import SimulatorServer
from bot.simulator.telegram import SIMULATOR_TOKEN, FakeTelegram
from tests.bot.simulator.conftest import BUDI


@pytest.mark.parametrize(
    ("token", "code", "words"), [("123:wrong", 401, "Unauthorized"), ("nonsense", 404, "Not Found")]
)
def test_a_wrong_token_opens_nothing(server, token, code, words):
    call = httpx.post(f"{server.base_url}{token}/getMe")
    file = httpx.get(f"{server.base_file_url}{token}/documents/file_1.pdf")

    assert call.status_code == file.status_code == code
    assert call.json() == {"ok": False, "error_code": code, "description": words}


def test_a_token_that_looks_real_is_refused():
    with pytest.raises(ValueError, match="looks like a real"):
        FakeTelegram(token="123456789:" + "A" * 35)


def test_only_this_machine_is_served(telegram):
    with pytest.raises(ValueError, match="this machine only"):
        SimulatorServer(telegram, host="0.0.0.0")  # noqa: S104 - the very thing that is refused


def test_another_name_for_this_machine_is_refused(server):
    response = httpx.get(server.url, headers={"Host": "evil.example"})

    assert response.status_code == 400


def test_another_sites_page_cannot_act(server, siti):
    response = httpx.post(
        f"{server.url}/_sim/say", json={"person": siti.id, "text": "x"}, headers={"Origin": "https://evil.example"}
    )

    assert response.status_code == 403
    assert len(siti.chat) == 1


def test_an_unknown_method_is_not_found(refused):
    assert refused("sendEverything") == "Not Found: method not found"


def test_the_bot_knows_itself(call):
    _, answer = call("getMe")

    assert answer["result"]["id"] == int(SIMULATOR_TOKEN.split(":")[0])
    assert answer["result"]["is_bot"] is True
    assert call("logOut")[1] == call("close")[1] == {"ok": True, "result": True}


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ({"command": "Status", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "cek-status", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "", "description": "x"}, "command must be non-empty"),
        ({"command": "x" * 33, "description": "x"}, "command length must not exceed 32"),
        ({"command": "x", "description": " "}, "command description must be non-empty"),
        ({"command": "x", "description": "x" * 257}, "command description length must not exceed 256"),
        ("x", "can't parse BotCommand: expected an Object"),
    ],
)
def test_commands_follow_telegrams_rules(refused, command, why):
    assert refused("setMyCommands", commands=json.dumps([command])) == f"Bad Request: {why}"


def test_too_many_commands_are_refused(refused):
    many = [{"command": f"c{number}", "description": "x"} for number in range(101)]

    assert refused("setMyCommands", commands=json.dumps(many)) == "Bad Request: BOT_COMMANDS_TOO_MUCH"
    assert refused("setMyCommands", commands='"x"') == "Bad Request: expected an Array of BotCommand"


def test_commands_are_kept_by_scope_and_language(call, telegram, siti):
    def named(name, **where):
        call("setMyCommands", commands=json.dumps([{"command": name, "description": "x"}]), **where)

    named("umum")
    named("english", language_code="en")
    named("konselor", scope=json.dumps({"type": "chat", "chat_id": siti.id}))
    here = [command["command"] for command in telegram.settings.commands_for(siti.id, "id")]
    there = [command["command"] for command in telegram.settings.commands_for(BUDI.id, "en")]
    call("deleteMyCommands", scope=json.dumps({"type": "chat", "chat_id": siti.id}))

    assert (here, there) == (["konselor"], ["english"])
    assert call("getMyCommands")[1]["result"] == [{"command": "umum", "description": "x"}]
    assert telegram.settings.commands_for(siti.id, "id")[0]["command"] == "umum"


def test_scopes_and_languages_must_exist(refused):
    one = json.dumps([{"command": "a", "description": "x"}])

    assert "Unsupported type" in refused("setMyCommands", commands=one, scope='{"type": "everywhere"}')
    assert refused("setMyCommands", commands=one, scope='"x"').endswith("expected an Object as BotCommandScope")
    assert refused("setMyCommands", commands=one, language_code="indonesian").endswith(
        "invalid language code specified"
    )


def test_descriptions_have_512_and_120_characters(call, refused):
    call("setMyDescription", description="x" * 512, language_code="id")
    call("setMyShortDescription", short_description="x" * 120)

    assert call("getMyDescription", language_code="id")[1]["result"]["description"] == "x" * 512
    assert call("getMyShortDescription")[1]["result"]["short_description"] == "x" * 120
    assert refused("setMyDescription", description="x" * 513) == "Bad Request: description is too long"
    assert refused("setMyShortDescription", short_description="x" * 121) == "Bad Request: short description is too long"


def test_the_menu_button_has_known_kinds(call, refused):
    assert call("setChatMenuButton", menu_button='{"type": "commands"}')[0] == 200
    assert "Unsupported type" in refused("setChatMenuButton", menu_button='{"type": "fancy"}')


def test_a_bot_leaves_groups_only(call, refused, telegram, siti):
    telegram.add_group(-100500, "Kasus", [siti.id])

    assert call("getChat", chat_id=-100500)[1]["result"]["title"] == "Kasus"
    assert call("leaveChat", chat_id=-100500)[0] == 200
    assert refused("sendMessage", chat_id=-100500, text="x") == "Forbidden: bot was kicked from the supergroup chat"
    assert "private chats" in refused("leaveChat", chat_id=siti.id)


def test_the_journal_keeps_every_call_in_order_and_tells_what_was_refused(call, telegram, siti):
    person(telegram, BUDI)
    call("sendMessage", chat_id=siti.id, text="<b>a</b>", parse_mode="HTML", reply_markup='{"inline_keyboard": []}')
    call("sendMessage", chat_id=BUDI.id, text="b")
    call("sendDocument", {"document": ("a.txt", b"abc")}, chat_id=siti.id, caption="c")

    assert [(done.sequence, done.method, done.code, done.text) for done in telegram.calls] == [
        (1, "sendMessage", 200, "a"),
        (2, "sendMessage", 400, "b"),
        (3, "sendDocument", 200, "c"),
    ]
    assert [done.message_id for done in telegram.sent] == [2, 3]
    assert telegram.sent[0].payload["reply_markup"] == {"inline_keyboard": []}
    assert telegram.sent[1].payload["document"] == {"name": "a.txt", "size": 3}
    assert telegram.sent[0].at <= telegram.sent[1].at


def test_a_taken_port_is_an_error_and_not_another_port(server):
    with pytest.raises(OSError, match="in use"):
        SimulatorServer(FakeTelegram(), server.port).start()


def test_answers_are_not_held_back_by_nagle(server, siti):
    began = time.monotonic()
    with httpx.Client(base_url=f"{server.base_url}{SIMULATOR_TOKEN}/") as client:
        for _ in range(50):
            client.post("getMe")

    assert time.monotonic() - began < 50 * 0.04


def test_a_group_may_make_the_bot_an_admin(telegram, siti):
    telegram.add_group(-100500, "Kasus", [siti.id], admin=True)
    siti.say("obrolan", chat_id=-100500)

    membership, said = telegram.updates.waiting[1:]
    assert membership["my_chat_member"]["new_chat_member"]["can_delete_messages"] is True
    assert said["message"]["text"] == "obrolan"
