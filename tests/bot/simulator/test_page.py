"""The chat page in a real browser: what a visitor sees and can do, by hand and by keyboard."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, expect

from bot.simulator.server import serve
from bot.simulator.telegram import FakeTelegram
from tests.bot.simulator.conftest import BUDI, SITI
from tests.browser.chromium import chromium

pytestmark = pytest.mark.browser
HOSTILE = "<img src=x onerror=alert(1)> & <b>"


@pytest.fixture(scope="module")
def browser():
    with chromium() as launched:
        yield launched


class Clock:
    """The demo's date, moved by the page."""

    moment = datetime(2026, 11, 22, 3, tzinfo=UTC)

    def now(self):
        return self.moment

    def move(self, days):
        self.moment += timedelta(days=days)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def telegram(clock):
    return FakeTelegram(now=clock.now)


@pytest.fixture
def server(telegram, clock):
    running = serve(telegram, roles=[SITI, BUDI], on_clock=clock.move)
    telegram.add_group(-100500, "Tim Konselor", [BUDI.id])
    yield running
    running.stop()


@pytest.fixture
def page(browser: Browser, server, request):
    """The page on a telephone; fails when the browser complains of anything."""
    complaints = []
    size = getattr(request, "param", (390, 844))
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    opened = context.new_page()
    opened.set_default_timeout(5000)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda line: complaints.append(line.text) if line.type in {"error", "warning"} else None)
    opened.goto(server.url)
    expect(opened.get_by_role("button", name="MULAI", exact=True)).to_be_visible()
    yield opened
    context.close()
    assert complaints == []


def markup(*rows):
    return json.dumps({"inline_keyboard": [list(row) for row in rows]})


def test_a_visitor_starts_presses_and_reads(page, call, telegram):
    page.get_by_role("button", name="MULAI", exact=True).click()
    expect(page.locator(".mine")).to_contain_text("/start")
    rows = markup([{"text": "Cek status", "callback_data": "s"}], [{"text": "Situs", "url": "https://a.id/x"}])
    call(
        "sendMessage",
        chat_id=SITI.id,
        text="<b>Halo</b> <i>Siti</i>, ketik /bantuan",
        parse_mode="HTML",
        reply_markup=rows,
    )

    page.get_by_role("button", name="Cek status").click()
    query = telegram.wait_for(lambda now: list(now.queries.values()))[0]
    call("answerCallbackQuery", callback_query_id=query.id, text="Sebentar ya")
    expect(page.get_by_role("status")).to_have_text("Sebentar ya")
    call("editMessageText", chat_id=SITI.id, message_id=2, text="Sudah")
    expect(page.locator(".theirs")).to_contain_text("Sudah")
    call("deleteMessage", chat_id=SITI.id, message_id=2)
    expect(page.locator(".theirs")).to_have_count(0)


def test_what_the_bot_writes_is_never_read_as_a_page(page, call, telegram):
    page.get_by_role("button", name="MULAI", exact=True).click()
    expect(page.locator(".mine")).to_be_visible()

    call("sendMessage", chat_id=SITI.id, text=HOSTILE, reply_markup=markup([{"text": HOSTILE, "callback_data": "x"}]))

    expect(page.locator(".theirs .words")).to_have_text(HOSTILE)
    assert page.locator(".theirs img").count() == 0


def test_links_open_elsewhere_and_know_nothing_of_us(page, call):
    page.get_by_role("button", name="MULAI", exact=True).click()
    expect(page.locator(".mine")).to_be_visible()
    rows = markup([{"text": "Situs", "url": "https://a.id/x"}, {"text": "Salin", "copy_text": {"text": "JKP-1"}}])
    call(
        "sendMessage", chat_id=SITI.id, text='<a href="https://b.id/y">sumber</a>', parse_mode="HTML", reply_markup=rows
    )

    for name in ("Situs", "sumber"):
        link = page.get_by_role("link", name=name)
        assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener noreferrer")
    page.get_by_role("button", name="Salin").click()
    expect(page.get_by_role("status")).to_have_text("Disalin: JKP-1")


def test_the_number_is_shared_only_after_telegrams_own_question(page, call, telegram):
    page.get_by_role("button", name="MULAI", exact=True).click()
    expect(page.locator(".mine")).to_be_visible()
    keys = {
        "keyboard": [[{"text": "Nomor saya", "request_contact": True}], [{"text": "Lokasi", "request_location": True}]]
    }
    call("sendMessage", chat_id=SITI.id, text="?", reply_markup=json.dumps(keys))

    page.get_by_role("button", name="Nomor saya").click()
    page.get_by_role("button", name="Batal").click()
    before = len(telegram.messages(SITI.id))
    page.get_by_role("button", name="Nomor saya").click()
    expect(page.get_by_role("dialog")).to_contain_text(SITI.phone)
    page.get_by_role("button", name="Bagikan").click()
    contact = telegram.wait_for(lambda now: now.messages(SITI.id)[before:])[0].contact
    page.get_by_role("button", name="Lokasi").click()
    page.get_by_role("button", name="Bagikan").click()

    assert contact.user_id == SITI.id
    assert telegram.wait_for(lambda now: now.messages(SITI.id)[before + 1 :])[0].place.latitude == -6.2


def test_the_keyboard_alone_is_enough(page, call, telegram):
    call("setMyCommands", commands=json.dumps([{"command": "status", "description": "Status JKP"}]))
    start = page.get_by_role("button", name="MULAI", exact=True)
    start.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Pesan")).to_be_focused()

    page.keyboard.type("halo")
    page.keyboard.press("Enter")
    telegram.wait_for(lambda now: now.messages(SITI.id)[-1].text == "halo")
    page.keyboard.type("/st")
    expect(page.get_by_role("button", name="/status Status JKP")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")

    assert telegram.wait_for(lambda now: now.messages(SITI.id)[2:])[0].text == "/status"


def test_roles_language_and_date_are_in_the_drawer(page, telegram, clock, call):
    page.get_by_role("button", name="Pilih peran").click()
    page.get_by_role("button", name="+7 hari").click()
    expect(page.locator("#date")).to_have_text("Minggu, 29 November 2026")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Choose a role")).to_be_visible()
    assert telegram.people[SITI.id].language_code == "en"
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Choose a role")).to_be_focused()

    page.get_by_role("button", name="Choose a role").click()
    page.get_by_role("button", name="Tim Konselor").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tim Konselor")
    page.get_by_label("Message").fill("/ambil")
    page.keyboard.press("Enter")
    telegram.wait_for(lambda now: now.messages(-100500))

    assert telegram.messages(-100500)[0].sender_id == BUDI.id


def test_a_file_goes_up_from_the_page(page, telegram):
    page.get_by_role("button", name="MULAI", exact=True).click()
    expect(page.locator(".mine")).to_be_visible()

    page.locator("#file").set_input_files({"name": "cv.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"})

    file = telegram.wait_for(lambda now: now.messages(SITI.id)[1:])[0].file
    assert (file.name, file.mime, file.content) == ("cv.pdf", "application/pdf", b"%PDF")
    expect(page.get_by_role("link", name="cv.pdf")).to_be_visible()


def test_blocking_asks_first_and_starting_again_undoes_it(page, telegram):
    page.get_by_role("button", name="MULAI", exact=True).click()
    page.get_by_role("button", name="Blokir").click()
    page.get_by_role("dialog").get_by_role("button", name="Blokir").click()
    page.get_by_role("button", name="MULAI LAGI").click()

    telegram.wait_for(lambda now: len(now.messages(SITI.id)) == 2)
    assert telegram.chats[SITI.id].blocked is False


@pytest.mark.parametrize("page", [(320, 640), (390, 844), (1280, 800)], indirect=True)
def test_everything_fits_and_can_be_hit_with_a_finger(page, call):
    page.get_by_role("button", name="MULAI", exact=True).click()
    expect(page.locator(".mine")).to_be_visible()
    row = [{"text": word, "callback_data": "x"} for word in ("Lowongan", "Pelatihan", "Status")]
    call("sendMessage", chat_id=SITI.id, text="x" * 200, reply_markup=markup(row))
    expect(page.get_by_role("button", name="Lowongan")).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.evaluate(
        """[...document.querySelectorAll('button, a, textarea')]
            .map((each) => [each.getBoundingClientRect(), each.textContent.trim() || each.id])
            .filter(([box]) => box.width && (box.height < 44 || box.width < 44))
            .map(([box, name]) => name)"""
    )
    assert [name for name in small if name != "/start"] == []


def test_the_page_runs_no_script_but_its_own(server):
    import httpx

    response = httpx.get(server.url)

    policy = response.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "<script>" not in response.text
    assert "http://" not in response.text
    assert "https://" not in response.text
    assert httpx.get(f"{server.url}/page/..%2fserver.py").status_code == 404
