"""The demo as a whole: it starts by itself, its people have a past, its clock moves, and nothing is left behind."""

import re
import signal
import socket
from datetime import date

import httpx
import pytest

from bot.simulator import sample
from intake import reading
from jkp.membership import identifiers
from jkp.membership.handover import read_row as read_member
from labour_market.sheet import read as read_vacancy
from matching import places
from tests.bot.simulator.running_demo import running_demo, start
from training_catalog.sheet import read as read_course

SARI, DEDI, RINI, WATI, BUDI = 990000101, 990000102, 990000103, 990000104, 990000201
DAYS = (date(2026, 11, 22), date(2027, 1, 1), date(2028, 2, 29), date(2027, 3, 31))


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    with running_demo(tmp_path_factory.mktemp("demo")) as running:
        yield running


def test_it_says_what_it_is_and_its_address_on_a_line_of_its_own(demo):
    what, address = demo.printed

    assert what.startswith("SIMULATOR")
    assert "Ctrl-C" in what
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", address)


def test_the_first_role_is_answered_at_once(demo):
    demo.act("say", person=SARI, text="/start")

    demo.await_words(SARI, "Sari Contoh")
    assert demo.state()["people"][0]["id"] == SARI


def test_every_role_is_described_in_both_languages(demo):
    people = demo.state()["people"]

    assert [one["first_name"].split()[0] for one in people] == ["Sari", "Dedi", "Rini", "Wati", "Budi", "Ani", "Rina"]
    assert all(one["description"] and one["description_en"] and one["phone"] for one in people)


def test_members_can_read_their_cards_and_others_have_none(demo):
    papers = {one["first_name"].split()[0]: one["papers"] for one in demo.state()["people"]}

    assert papers["Sari"][0].startswith("NIK 3311")
    assert (papers["Wati"], papers["Budi"]) == ([], [])


def test_people_have_told_the_bot_their_past(demo):
    demo.await_words(WATI, "Hak saya di luar negeri")
    demo.await_words(RINI, "Pak Budi Contoh")
    demo.await_words(DEDI, "3 dari 5")
    demo.await_words(BUDI, "Rini minta bantuan")


def test_a_vacancy_is_found_in_the_sample_world(demo):
    demo.act("say", person=SARI, text="loker jahit sukoharjo")

    demo.await_words(SARI, "PT Contoh")


def test_the_clock_buttons_live_day_after_day(demo):
    demo.await_words(DEDI, "3 dari 5")
    before = date.fromisoformat(demo.state()["now"][:10])
    demo.act("clock", days=7)

    demo.wait(lambda: (date.fromisoformat(demo.state()["now"][:10]) - before).days == 7, "a week later")
    demo.wait(lambda: demo.chat(DEDI)["messages"][-1]["at"][:10] > before.isoformat(), "a reminder for Dedi")


def test_only_this_machine_is_served(demo):
    port = int(demo.address.rpartition(":")[2])
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as asking:
        asking.settimeout(2)
        asking.connect(("127.0.0.1", port))

        assert asking.getpeername()[0] == "127.0.0.1"
    refused = httpx.get(f"http://127.0.0.1:{port}/", headers={"host": "example.org"})
    assert refused.status_code == 400


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_leaves_nothing_behind(tmp_path, number):
    with running_demo(tmp_path) as running:
        running.act("say", person=SARI, text="/start")
        running.await_words(SARI, "Sari Contoh")
        assert list(tmp_path.glob("kerjalagi-demo-*"))

        code, errors = running.stop(number)

    assert code == 0
    assert "Traceback" not in errors
    assert not list(tmp_path.iterdir())


def test_it_stops_also_while_it_is_still_starting(tmp_path):
    with running_demo(tmp_path) as running:
        code, errors = running.stop(signal.SIGTERM)

    assert code == 0
    assert "Traceback" not in errors
    assert not list(tmp_path.iterdir())


def test_a_taken_port_is_said_plainly(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process = start("--port", str(taken.getsockname()[1]), folder=tmp_path)
        printed, errors = process.communicate(timeout=60)

    assert process.returncode == 2
    assert errors.count("\n") == 1
    assert "cannot be used" in errors
    assert printed == ""


def test_it_does_not_start_beside_a_real_token(tmp_path):
    process = start("--port", "0", folder=tmp_path, KERJALAGI_TELEGRAM_TOKEN="1234567890:" + "A" * 35)
    printed, errors = process.communicate(timeout=60)

    assert process.returncode == 2
    assert errors.count("\n") == 1
    assert "KERJALAGI_TELEGRAM_TOKEN" in errors
    assert "A" * 35 not in errors
    assert printed == ""


@pytest.mark.parametrize("today", DAYS)
def test_the_sample_files_have_no_problem_on_any_day(today):
    readers = {
        "vacancies": lambda raw: read_vacancy(raw, "contoh"),
        "courses": lambda raw: read_course(raw, "contoh"),
        "members": lambda raw: read_member(raw, "contoh", today),
    }

    for kind, read in readers.items():
        results = [read(raw) for raw in reading.read(sample.rendered(kind, today).encode())]

        assert [problems for _, problems in results if problems] == []
        assert len(results) == {"vacancies": 300, "courses": 60, "members": 3}[kind]


def test_every_place_of_the_sample_world_is_known():
    for kind in ("vacancies", "courses"):
        named = {raw.cells["location"] for raw in reading.read(sample.rendered(kind, DAYS[0]).encode())}

        assert [place for place in named if not places.find(place).areas] == []
        assert len(named) > 12


def test_the_sample_people_look_made_up():
    members = [raw.cells for raw in reading.read(sample.rendered("members", DAYS[0]).encode())]

    assert all(identifiers.nik(one["nik"]) and one["nik"][-4:].startswith("0") for one in members)
    assert all("Contoh" in one["name"] and "Contoh" in one["employer"] for one in members)
    assert {one["phone"] for one in members} <= {role.user.phone for role in sample.roles()}
