"""The simulator worked from another process."""

import json

import httpx
import pytest

from bot.simulator.server import SimulatorServer


@pytest.fixture
def sim(server):
    with httpx.Client(base_url=f"{server.url}/_sim/", timeout=10) as client:

        def do(act, **given):
            response = client.post(act, json=given)
            return response.json() if response.is_success else (response.status_code, response.json()["error"])

        do.get = lambda path, **query: client.get(path, params=query).json()
        do.client = client
        yield do


@pytest.fixture
def tuti(sim):
    sim("people", people=[{"id": 8001, "first_name": "Tuti Contoh", "phone": "+628110000009"}])
    return 8001


def test_a_person_made_elsewhere_talks_and_presses(sim, call, tuti):
    sim("say", person=tuti, text="/start")
    rows = json.dumps({"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]})
    call("sendMessage", chat_id=tuti, text="<b>Halo</b>", parse_mode="HTML", reply_markup=rows)
    pressed = sim("press", person=tuti, button="Ya")
    call("answerCallbackQuery", callback_query_id=pressed["query"])

    chat = sim.get(f"chat/{tuti}")
    assert [message["text"] for message in chat["messages"]] == ["/start", "Halo"]
    assert chat["messages"][1]["rows"] == [[{"number": 0, "label": "Ya", "url": "", "copy": ""}]]
    assert sim.get("journal", count=1) == {"count": 2, "ok": 2, "refused": 0}
    assert [done["method"] for done in sim.get("journal", since=1)["calls"]] == ["answerCallbackQuery"]
    assert sim.get("journal", method="sendMessage")["calls"][0]["text"] == "Halo"


def test_every_act_of_a_person_has_an_address(sim, telegram, tuti):
    said = sim("say", person=tuti, text="/start")["message"]
    sim("contact", person=tuti)
    sim("contact", person=tuti, phone="+6281", owner=0)
    sim("place", person=tuti, latitude=-6.2, longitude=106.8)
    sim("edit", person=tuti, message=said, text="/mulai")
    sim.client.post("upload", params={"person": tuti, "name": "cv.pdf"}, content=b"%PDF").raise_for_status()
    sim("language", person=tuti, language="en")
    sim("block", person=tuti)
    sim("block", person=tuti, blocked=False)

    kinds = [next(iter(update.keys() - {"update_id"})) for update in telegram.updates.waiting]
    assert kinds == ["message"] * 4 + ["edited_message", "message", "my_chat_member", "my_chat_member"]
    document = sim.get(f"chat/{tuti}")["messages"][-1]["file"]
    assert document["name"] == "cv.pdf"
    assert sim.client.get(f"file/{document['id']}").headers["content-disposition"] == "attachment"


def test_what_cannot_be_done_is_said(sim, tuti):
    sim("say", person=tuti, text="/start")

    assert sim("press", person=tuti, button="Ya")[0] == 400
    assert sim("say", person=1, text="x")[0] == 400
    assert sim("clock", days=1) == (400, "this simulator's clock is the real one")
    assert sim("dance")[0] == 404
    assert sim.client.post("say", content="{").status_code == 400
    assert sim.client.get("chat/1").status_code == sim.client.get("file/none").status_code == 404


def test_faults_are_switched_from_elsewhere(sim, call, telegram, tuti):
    sim("say", person=tuti, text="/start")
    sim("faults", fail={"method": "sendMessage", "code": 429, "retry_after": 2}, flood={"on": True, "burst": 1})
    sim("faults", drop={"method": "getMe", "when": "after"}, duplicate=1, reverse=1, expire_queries=True)

    first, second = (call("sendMessage", chat_id=tuti, text="x")[0] for _ in range(2))
    assert (first, second) == (429, 200)
    assert call("sendMessage", chat_id=tuti, text="x")[0] == 429
    assert sim.get("state")["flood_refused"] == 1
    with pytest.raises(httpx.TransportError):
        call("getMe")
    assert len(call("getUpdates")[1]["result"]) == 2

    sim("faults", clear=True, flood=False, latency=0.0)
    assert telegram.flood.on is False


def test_the_demos_clock_is_moved_through_its_callback(telegram):
    moved = []

    with SimulatorServer(telegram, on_clock=moved.append) as server:
        answer = httpx.post(f"{server.url}/_sim/clock", json={"days": 7})
        state = httpx.get(f"{server.url}/_sim/state").json()

    assert moved == [7]
    assert answer.is_success
    assert state["clock"] is True
