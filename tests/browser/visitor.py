"""What a visitor does with the chat page: presses the bot's buttons by their words, writes, changes roles, looks."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from bot.texts.catalogue import Texts

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"

# buttons whose words do not fit, controls too small for a finger, words too small to read, a page wider than its window
POOR = """() => {
  const poor = [];
  if (document.documentElement.scrollWidth > innerWidth) poor.push("the page is wider than the window");
  for (const each of document.querySelectorAll("button, a.choice, textarea, input")) {
    const box = each.getBoundingClientRect();
    const inText = each.matches(".command, .spoiler");
    if (!box.width || each.closest(".hidden, [hidden]") || each.matches(".hidden") || inText) continue;
    const name = each.textContent.trim() || each.id;
    if (each.scrollWidth > each.clientWidth + 1 && !each.matches("textarea")) poor.push(`cut off: ${name}`);
    if (box.height < 44 || box.width < 44) poor.push(`too small: ${name}`);
  }
  for (const each of document.querySelectorAll("p, small, strong, time, span, button, div.words")) {
    if (each.offsetWidth && !each.closest(".hidden") && parseFloat(getComputedStyle(each).fontSize) < 12)
      poor.push(`tiny: ${each.textContent}`);
  }
  return poor;
}"""


@dataclass
class Visitor:
    """One visitor; the language is the one that the bot is expected to speak."""

    page: Page
    shots: Path
    language: str = "id"

    def label(self, key: str, **values: object) -> str:
        return Texts(self.language).label(key, **values)

    def start(self) -> None:
        """Press START, whatever it is called on this telephone."""
        self.page.locator("#start").click()

    def button(self, key: str, **values: object):
        """The newest button of the bot with these words."""
        return self.page.locator(".theirs .choices").get_by_role("button", name=self.label(key, **values)).last

    def press(self, key: str, **values: object) -> None:
        self.button(key, **values).click()

    def write(self, text: str) -> None:
        self.page.locator("#text").fill(text)
        self.page.locator("#text").press("Enter")

    def sees(self, words: str) -> None:
        """Wait until the bot's newest message holds these words."""
        expect(self.page.locator(".theirs .bubble").last).to_contain_text(words)

    def become(self, name: str) -> None:
        """Take another role's telephone."""
        if self.page.locator("#side-open").is_visible():
            self.page.locator("#side-open").click()
        self.page.locator(".role", has_text=name).click()
        expect(self.page.locator(".role[aria-current]")).to_contain_text(name)

    def look(self, name: str) -> Path:
        """Take a screenshot, after checking that nothing on it is poorly laid out."""
        file = self.shots / f"{name}.png"
        self.page.mouse.move(0, 0)  # no button shows that it is pointed at
        self.page.evaluate("document.activeElement.blur()")
        self.page.screenshot(path=file)
        assert self.page.evaluate(POOR) == [], file
        return file


def keep_picture(shot: Path, name: str) -> None:
    """Renew a picture of the README, when KERJALAGI_PICTURES is set."""
    if os.environ.get("KERJALAGI_PICTURES"):
        PICTURES.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(shot, PICTURES / name)


def tell_the_facts(visitor: Visitor) -> None:
    """From /jkp by the four questions to the status card."""
    visitor.write("/jkp")
    visitor.press("status.door_self")
    visitor.press("declare.last_day.months_1_3")
    visitor.press("declare.cause.efficiency")
    visitor.press("declare.paid_months.12+")
    visitor.sees("gaji")
    visitor.write("2,65 juta")
    visitor.sees("JKP Anda")
    visitor.sees("Rp1.590.000")
    visitor.button("status.papers_button").wait_for()
