"""The demo's stories in a real browser on a telephone, from START to what the person came for."""

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import keep_picture, tell_the_facts

pytestmark = pytest.mark.browser
MOST_BYTES = 200_000


def test_a_worker_finds_a_vacancy_logs_the_application_and_sees_the_status(visitor):
    visitor.start()
    visitor.sees("Sari Contoh")
    visitor.look("worker-1-hello")
    visitor.press("menu.job")
    visitor.press("job.group.garment")
    visitor.button("job.anywhere").wait_for()
    visitor.look("worker-2-place")
    visitor.page.locator(".choices").get_by_role("button", name="Sukoharjo").click()
    visitor.button("job.apply").wait_for()
    visitor.sees("Sukoharjo")
    visitor.look("worker-3-vacancy")

    visitor.press("job.apply")
    visitor.button("apply.sent").wait_for()
    visitor.look("worker-4-apply")
    visitor.press("apply.sent")
    visitor.sees(visitor.label("apply.logged"))
    visitor.look("worker-5-logged")

    tell_the_facts(visitor)
    shot = visitor.look("worker-6-status")
    keep_picture(shot, "chat.png")
    assert shot.stat().st_size < MOST_BYTES


def test_a_migrant_worker_reads_her_rights(visitor):
    visitor.become("Wati Contoh")
    visitor.sees("Hak saya di luar negeri")
    visitor.write("/start")
    visitor.button("menu.rights").wait_for()
    visitor.look("abroad-1-hello")

    visitor.press("menu.rights")
    visitor.sees("Hak saya di luar negeri")
    visitor.look("abroad-2-rights")


def test_a_counselor_takes_a_request_and_the_worker_reads_the_answer(visitor):
    visitor.become("Budi Contoh")
    visitor.sees("Rini")
    visitor.look("counselor-1-notice")
    visitor.press("answering.take")
    visitor.sees("Surat PHK")
    visitor.look("counselor-2-summary")
    visitor.write("Foto ulang di tempat terang, semua sudut terlihat.")
    visitor.sees("Rini")

    visitor.become("Rini Contoh")
    visitor.sees("semua sudut terlihat")
    visitor.write("Baik, terima kasih.")
    visitor.look("counselor-3-answer")
    visitor.become("Budi Contoh")
    visitor.sees("Baik, terima kasih.")
    visitor.press("answering.hand_back")
    visitor.become("Rini Contoh")
    visitor.button("human.helped_yes").wait_for()
    visitor.look("counselor-4-back")


def test_a_week_later_the_reminders_are_there(visitor):
    visitor.become("Dedi Contoh")
    visitor.sees("3 dari 5")
    visitor.look("dedi-1-month")
    visitor.page.locator("#side-open").click()
    before = visitor.page.locator("#date").text_content()
    visitor.page.locator("[data-days='7']").click()
    expect(visitor.page.locator("#date")).not_to_have_text(before or "")
    visitor.page.keyboard.press("Escape")

    expect(visitor.page.locator(".theirs", has_text="⏰").last).to_be_visible()
    visitor.look("dedi-2-week")
