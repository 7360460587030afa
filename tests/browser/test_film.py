"""The film: three telephones side by side, from a lost job to the figures of the month, in a real browser."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.visitor import Visitor, keep_picture, tell_the_facts

pytestmark = pytest.mark.browser
SIZE = (390, 844)
GAP = 16
PATIENCE_MS = 30_000
SARI, BUDI, ANI, RINA = 990000101, 990000201, 990000203, 990000202
COURSE = "Operator produksi garmen"
TRIES = 10  # the shelf is filled every few seconds
ADVERT = """*LOWONGAN KERJA*
PT CONTOH BUSANA LESTARI membutuhkan segera 3 orang
Posisi : Operator Jahit
usia 18 - 40 th, pend. min SMP
Gaji Rp 2.500.000 - Rp 2.900.000
Penempatan : Sukoharjo
Lamaran via WA 0812-0000-1101"""
CATALOGUE = (
    "lembaga,program,kejuruan,lokasi,tujuan,kompetensi,jp,kuota,pendidikan,biaya,cara_daftar\n"
    f"BLK Contoh Sukoharjo,{COURSE},Garmen,Kabupaten Sukoharjo,Bekerja rapi di lini produksi.,"
    "5S;produksi,80,16,SD,0,Daftar di BLK (contoh)\n"
)


@pytest.fixture
def telephones(browser, demo, shots):
    """The telephones of the worker, the counselor and a third person, each on a page of its own."""
    complaints = []
    expect.set_options(timeout=PATIENCE_MS)
    with ExitStack() as stack:

        def telephone(person: int) -> Visitor:
            context = browser.new_context(viewport=dict(zip(("width", "height"), SIZE, strict=True)),
                                          reduced_motion="reduce")  # fmt: skip
            stack.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(PATIENCE_MS)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(f"{demo.address}?user={person}")
            return Visitor(page, shots)

        yield telephone
    assert complaints == []


def side_by_side(visitors, name: str) -> Path:
    """Put what several telephones show into one picture."""
    pictures = [Image.open(one.look(f"film-{name}-{number}")) for number, one in enumerate(visitors, 1)]
    width, height = SIZE
    sheet = Image.new("RGB", (len(pictures) * (width + GAP) + GAP, height + 2 * GAP), "#5b6770")
    for number, picture in enumerate(pictures):
        sheet.paste(picture, (GAP + number * (width + GAP), GAP))
    file = visitors[0].shots / f"film-{name}.png"
    sheet.quantize(128).save(file, optimize=True)
    return file


def said(visitor, words: str):
    """Wait until any message of the bot holds these words; notices may come in between."""
    message = visitor.page.locator(".theirs .bubble", has_text=words).last
    expect(message).to_be_visible()
    return message


def pushed(visitor, label: str) -> None:
    """Press the newest button that holds these words."""
    visitor.page.locator(".theirs .choices").get_by_role("button", name=label).last.click()


def test_from_the_lost_job_to_the_figures_of_the_month(telephones, demo, tmp_path):
    sari, budi, ani = telephones(SARI), telephones(BUDI), telephones(ANI)
    demo.await_words(ANI, "meja petugas")
    sari_tells_what_happened_and_what_work_she_does(sari)

    budi_pastes_an_advertisement_and_asks_for_a_second_word(budi)
    said(ani, "minta persetujuan Anda")
    side_by_side((sari, budi, ani), "1-asked")
    ani.press("bc.approve")
    said(ani, "Disetujui")

    said(sari, "Bisa shift pagi?")
    said(budi, "Sampai: ")
    keep_picture(side_by_side((sari, budi, ani), "2-sent"), "film.png")
    sari.press("broadcast.yes")
    said(sari, "sampai ke Pak Budi")
    sari.press("broadcast.applied")
    said(sari, sari.label("apply.logged"))
    said(budi, "1 ya")
    budi.write("/rantai")
    said(budi, "Melamar ke situ: 1")

    rina = telephones(RINA)
    rina_uploads_a_course(rina, tmp_path)
    sari_sees_what_it_opens(sari)

    side_by_side((sari, budi, rina), "3-chain")

    demo.act("clock", days=1)
    said(sari, "⏰ Anda minta diingatkan")


def sari_tells_what_happened_and_what_work_she_does(sari) -> None:
    sari.start()
    said(sari, "Sari Contoh")
    tell_the_facts(sari)
    sari.press("status.remind_button")
    sari.write("/kerja")
    sari.press("job.group.garment")
    sari.button("job.anywhere").wait_for()
    sari.page.locator(".choices").get_by_role("button", name="Sukoharjo").click()
    said(sari, "Operator jahit")
    sari.press("job.apply")
    sari.press("apply.later")
    said(sari, "16.00")
    sari.write("/profil")
    sari.press("profile.tell")
    said(sari, "saya kabari")


def budi_pastes_an_advertisement_and_asks_for_a_second_word(budi) -> None:
    budi.write(ADVERT)
    said(budi, "Jabatan: Operator Jahit")
    budi.press("posting.publish")
    said(budi, "Tayang: 1 lowongan")
    budi.press("posting.broadcast")
    said(budi, "cocok ≥ 60")
    pushed(budi, "Pakai:")
    budi.press("bc.q.shift")
    pushed(budi, "Lanjut")
    said(budi, "Contoh orang nyata")
    pushed(budi, "Minta persetujuan")
    said(budi, "Bu Ani")


def rina_uploads_a_course(rina, folder) -> None:
    file = folder / "kursus.csv"
    file.write_text(CATALOGUE, encoding="utf-8")
    said(rina, "meja petugas")
    rina.page.locator("#file").set_input_files(file)
    said(rina, "kursus.csv")
    rina.press("catalogue.apply", n=1)
    said(rina, "Tayang: 1 baru")


def sari_sees_what_it_opens(sari) -> None:
    """She looks for it by its words, as soon as the shelf holds it: it opens vacancies that did not suit before."""
    for _try in range(TRIES):
        count = sari.page.locator(".theirs .bubble", has_text="Cara daftar").count()
        sari.write("kursus operator produksi garmen")
        expect(sari.page.locator(".theirs .bubble", has_text="Cara daftar")).to_have_count(count + 1)
        newest = sari.page.locator(".theirs .bubble").last
        if COURSE in (newest.text_content() or ""):
            break
        sari.page.wait_for_timeout(2000)
    expect(newest).to_contain_text(COURSE)
    expect(newest).to_contain_text("lowongan lagi cocok untuk Anda")
