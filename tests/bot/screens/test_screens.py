"""Every screen in both languages: what Telegram takes, what a tired reader takes, and its words as they stand."""

import re
from pathlib import Path

import pytest
from samples import functions, samples

from bot.outbox import write
from bot.screens.frame import MOST_CHOICES
from bot.screens.screen import Screen
from bot.simulator import entities
from bot.texts.catalogue import LANGUAGES, Texts
from jkp.membership.sealed import Sealer, new_key

PAGE = Path(__file__).parents[3] / "docs/screens.md"
MOST_UNITS = 4096  # of one message, in UTF-16
MOST_CAPTION = 1024  # under a file
MOST_LABEL = 34  # letters that a button shows in one line at 390 px
MOST_WORDS = 12  # of one sentence
PERSON = 9_007_199_254_740_991  # the largest number Telegram may give a person
NAMES = sorted(label for label, _function in functions())
FROM_OUTSIDE = (
    "vacancies.",
    "courses.",
    "applying.",
    "figures.",
    "catalogue.",
    "today.",
    "living.",
    "broadcasts.",
    "staff.broadcast.",
    "staff.broadcast_run.",
    "staff.posted.",
    "staff.posting.",
)  # titles, sources: not our wording


def plain(screen: Screen) -> str:
    """The text as a reader sees it."""
    return entities.parse(screen.text, "HTML").text


def inline(screen: Screen) -> list[str]:
    """The labels under the text."""
    return [button.label for row in screen.rows for button in row]


@pytest.fixture(scope="module")
def sealer():
    return Sealer([new_key()])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_sample_is_what_telegram_and_a_tired_reader_can_take(name, language, sealer):
    for sample in samples(name):
        screen = sample.show(language)

        limit = MOST_CAPTION if screen.attachment else MOST_UNITS
        assert 0 < entities.utf16(plain(screen)) <= limit, sample
        write.pack(screen, PERSON, sealer)  # refuses a button that does not fit 64 bytes
        _check_rows(screen, Texts(language), sample)


def _check_rows(screen: Screen, t: Texts, sample) -> None:
    choices = [row for row in screen.rows if row[-1].action != "menu"]
    assert len(choices) <= MOST_CHOICES, sample
    assert all(len(row) == 1 for row in choices), sample
    assert all(inline(screen)), sample
    if not any(isinstance(value, tuple) for value in sample.arguments.values()):  # a sample list repeats one thing
        pressed = [(button.action, button.argument, button.url, button.copy) for row in choices for button in row]
        assert len(pressed) == len(set(pressed)), (sample, pressed)
    for row in screen.rows:
        for button in row:
            assert sum(map(bool, (button.action, button.url, button.copy))) == 1, (sample, button)


def test_labels_can_be_read_on_a_small_telephone():
    long = sorted(
        {
            f"{language} {name}: {label} ({len(label)})"
            for name in NAMES
            if not name.startswith(FROM_OUTSIDE)
            for sample in samples(name)
            for language in LANGUAGES
            for label in inline(sample.show(language))
            if len(label) > MOST_LABEL
        }
    )

    assert long == []


def test_indonesian_sentences_are_short():
    long = sorted(
        {
            f"{name}: {sentence} ({count})"
            for name in NAMES
            if not name.startswith(FROM_OUTSIDE)
            for sample in samples(name)
            for sentence in sentences(plain(sample.show("id")))
            if (count := words(sentence)) > MOST_WORDS
        }
    )

    assert long == []


def sentences(text: str) -> list[str]:
    """Running text by sentences; a list, a figure with its source or a term with its meaning is read part by part."""
    return [part for line in text.split("\n") for part in re.split(r"(?<=[.!?:;])\s|, | \(| · ", line)]


def words(text: str) -> int:
    """Words with a letter or a digit in them."""
    return sum(1 for word in text.split() if re.search(r"\w", word))


@pytest.mark.parametrize("name", NAMES)
def test_the_words_of_the_screen_are_as_they_were_read(name, snapshot):
    fullest = max(samples(name), key=lambda sample: len(sample.show("id").text))

    shown = [fullest.show(language) for language in LANGUAGES]

    assert "\n\n".join(_drawn(screen) for screen in shown) == snapshot


def _drawn(screen: Screen) -> str:
    rows = ["  ".join(f"[{button.label}]" for button in row) for row in screen.rows]
    if screen.ask is not None:
        rows += [f"<{one}>" for one in (screen.ask.contact, screen.ask.location, screen.ask.cancel) if one]
    file = [f"({screen.attachment.name})"] if screen.attachment else []
    return "\n".join([plain(screen), *file, *rows])


def test_the_list_of_screens_is_current(request):
    """Run with --snapshot-update (make texts) it writes the list; otherwise it compares."""
    made = listed()
    if request.config.option.update_snapshots:
        PAGE.write_text(made, encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == made, "run `make texts` and read the difference"


def listed() -> str:
    """Every screen by its longest sample: words, bytes and buttons in both languages."""
    rows = [_row(name, language) for name in NAMES for language in LANGUAGES]
    head = [
        "# Screens\n",
        "Written by `make texts` from the samples in `tests/bot/screens`; each line is the longest sample of a screen.",
        f"The rules: at most {MOST_UNITS} units of text, {MOST_CHOICES} choices and the bottom row, 64 bytes a button,",
        f"{MOST_WORDS} words a sentence in Indonesian, {MOST_LABEL} letters a button where the words are ours.\n",
        f"{len(NAMES)} screens, {sum(len(samples(name)) for name in NAMES)} samples, {len(LANGUAGES)} languages.\n",
        "| screen | language | words | bytes | buttons |",
        "|---|---|---|---|---|",
    ]
    return "\n".join([*head, *rows]) + "\n"


def _row(name: str, language: str) -> str:
    longest = max((sample.show(language) for sample in samples(name)), key=lambda screen: len(screen.text))
    text = plain(longest)
    return f"| {name} | {language} | {words(text)} | {len(text.encode())} | {len(inline(longest))} |"
