"""The chat page for everybody: by keyboard alone, by ear, with weak eyes, on the narrowest telephone."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
DEDI = 990000102
TEXT, LARGE = 4.5, 3.0  # WCAG 2.2 AA: contrast of text, and of what marks a control
PAIRS = (
    ("ink", "surface", TEXT), ("soft-ink", "surface", TEXT), ("on-accent", "accent", TEXT),
    ("choice-ink", "choice", TEXT),
    ("choice-ink", "surface", TEXT), ("choice-ink", "tint", TEXT), ("on-banner", "banner", TEXT), ("ink", "mine", TEXT),
    ("ink", "theirs", TEXT), ("foot", "mine", TEXT), ("their-foot", "theirs", TEXT), ("code", "theirs", TEXT),
    ("choice-ink", "theirs", TEXT), ("focus", "surface", LARGE), ("focus", "wall-1", LARGE), ("focus", "wall-2", LARGE),
)  # fmt: skip
NAMELESS = """() => [...document.querySelectorAll("button, a, input, textarea, [role=log], nav, aside dialog")]
  .filter((each) => !each.closest("[aria-hidden=true], .spoiler"))
  .filter((each) => !(each.getAttribute("aria-label") || each.textContent.trim() || each.labels?.length))
  .map((each) => each.outerHTML.slice(0, 80))"""
COLOURS = """(names) => names.map((name) => {
  const probe = document.createElement("i");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color.match(/[0-9.]+/g).map(Number);
  probe.remove();
  return colour;
})"""


def luminance(colour) -> float:
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def tab_to(page, is_there: str, key: str = "Tab", most: int = 60) -> None:
    """Press Tab until `it`, the focused element, is the one."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate(f"(it => Boolean({is_there}))(document.activeElement)"):
            return
    raise AssertionError(f"{is_there}: not reached by {most} presses of {key}")


def test_the_keyboard_alone_brings_a_worker_to_the_status_questions(visitor):
    page = visitor.page
    tab_to(page, "it.id === 'start'")
    page.keyboard.press("Enter")
    visitor.sees("Sari Contoh")
    expect(page.locator("#text")).to_be_focused()

    page.keyboard.type("/jkp")
    page.keyboard.press("Enter")
    visitor.button("status.door_self").wait_for()
    tab_to(
        page, f"it.matches('.choice') && it.textContent.includes({visitor.label('status.door_self')!r})", "Shift+Tab"
    )
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
    page.keyboard.press("Enter")
    visitor.sees("1 dari 4")

    assert page.evaluate("document.activeElement.matches('.theirs .choice')"), "the focus stays in the changed card"


def test_the_keyboard_alone_changes_role_date_and_language(visitor):
    page = visitor.page
    tab_to(page, "it.id === 'side-open'")
    page.keyboard.press("Enter")
    expect(page.locator("#side-close")).to_be_focused()
    tab_to(page, "it.matches('.role') && it.textContent.includes('Rina Contoh')", most=8)
    page.keyboard.press("Enter")
    expect(page.locator("#side-open")).to_be_focused()
    visitor.sees("Bu Rina Contoh")

    page.keyboard.press("Enter")
    before = page.locator("#date").text_content() or ""
    tab_to(page, "it.dataset.days === '1'")
    page.keyboard.press("Enter")
    expect(page.locator("#date")).not_to_have_text(before)
    tab_to(page, "it.dataset.language === 'en'")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.keyboard.press("Escape")

    expect(page.locator("#side-open")).to_be_focused()


def test_a_screen_reader_is_told_what_everything_is(visitor):
    page = visitor.page
    visitor.become("Dedi Contoh")
    visitor.sees("JKP")

    assert page.evaluate(NAMELESS) == []
    assert page.locator("h1").count() == 1
    expect(page.locator("html")).to_have_attribute("lang", "id")
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    assert page.get_by_role("status").count() == 1
    assert page.locator("dialog").get_attribute("aria-labelledby") == "box-text"
    assert page.locator(".role[aria-current]").count() == 1


def test_the_focus_stays_on_a_role_while_messages_arrive(visitor, demo):
    page = visitor.page
    page.locator("#side-open").click()
    rini = page.locator(".role", has_text="Rini Contoh")
    rini.focus()

    demo.act("say", person=DEDI, text="/menu")

    expect(page.locator(".role", has_text="Dedi Contoh").locator(".badge")).to_be_visible()
    expect(rini).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(visitor, scheme):
    page = visitor.page
    page.emulate_media(color_scheme=scheme)
    weak = {}
    for front, back, least in PAIRS:
        found = contrast(*page.evaluate(COLOURS, [front, back]))
        if found < least:
            weak[front, back] = round(found, 2)
    faces = page.evaluate(
        "[...document.querySelectorAll('.avatar')].map((each) => getComputedStyle(each).backgroundColor)"
    )

    assert weak == {}
    white = (255, 255, 255)
    assert all(contrast([float(part) for part in face[4:-1].split(",")], white) >= TEXT for face in faces)


@pytest.mark.parametrize("visitor", [(320, 640), (390, 844), (1280, 800)], indirect=True)
@pytest.mark.parametrize("name", ["Dedi", "Rini", "Wati", "Budi"])
def test_nothing_is_cut_off_at_any_width(visitor, name):
    visitor.become(f"{name} Contoh")
    expect(visitor.page.locator(".theirs .choice").first).to_be_visible()

    size = visitor.page.viewport_size or {}
    visitor.look(f"width-{size['width']}-{name.lower()}")


def test_english_is_spoken_by_the_page_and_by_the_bot(visitor, demo):
    newcomer = {"id": 990009999, "first_name": "Tamu Contoh", "description": "Tamu.", "description_en": "A guest."}
    demo.act("people", people=[newcomer])
    visitor.become("Tamu Contoh")
    visitor.page.locator("#side-open").click()
    visitor.page.locator("button[data-language='en']").click()
    expect(visitor.page.locator(".role[aria-current]")).to_contain_text("A guest.")
    expect(visitor.page.locator(".role").first).to_contain_text("Sewing operator")
    visitor.page.keyboard.press("Escape")

    visitor.language = "en"
    visitor.start()

    visitor.button("menu.job").wait_for()
    visitor.look("english-hello")
