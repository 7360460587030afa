"""Letters on the screen: which fit, what one says, what is still blank, and the ways to take it along."""

from bot.screens import letter_words as words
from bot.screens.frame import card, choice
from bot.screens.screen import Attachment, Button, Screen, html
from bot.texts.catalogue import REFERENCE, Raw, Texts, lines
from jkp.letters import Blank, Fault, Kind, Letter


def listed(t: Texts, kinds: tuple[Kind, ...]) -> Screen:
    """The letters that help this case, the most useful first."""
    text = lines(t.say("letters.title"), t.say("letters.list" if kinds else "letters.none"))
    buttons = (choice(t, f"letters.button_{kind}", "letter", kind) for kind in dict.fromkeys(kinds))
    return card(t, text, *buttons, _papers(t))


def _papers(t: Texts) -> Button:
    return choice(t, "papers.back", "jkp.papers")


def letter(t: Texts, shown: Letter) -> Screen:
    """One letter: what it is for, its words, what is blank, and where it can go."""
    preview = html("\n".join(words.written(t, shown).lines))
    text = lines(
        t.say(f"letters.name_{shown.purpose}"),
        t.say(f"letters.for_{shown.purpose}"),
        t.say("letters.draft_note"),
        "\n",
        t.say("letters.language"),
        t.say("letters.preview", words=Raw(preview)),
        _blank(t, shown),
        t.say("letters.never_sent"),
    )
    pdf = choice(t, "letters.pdf", "letter.pdf", shown.kind)
    fill = choice(t, "letters.fill" if shown.blanks else "letters.change", "letter.fill", shown.kind)
    first, last = ((fill, pdf), ()) if shown.blanks else ((pdf,), (fill,))
    return card(
        t,
        text,
        *first,
        choice(t, "letters.short", "letter.wa", shown.kind),
        choice(t, "letters.officer", "letter.human", shown.kind),
        *last,
        choice(t, "letters.back", "letters"),
    )


def _blank(t: Texts, shown: Letter) -> str:
    if not shown.blanks:
        return ""
    return t.say("letters.blank", what=", ".join(t.label(f"letters.blank_{one}") for one in shown.blanks))


def question(t: Texts, kind: Kind, blank: Blank, offered: str, *, again: bool = False) -> Screen:
    """Ask for one thing that the letter needs; it may be skipped and written by hand."""
    text = lines(t.say(f"letters.wrong_{blank}") if again else "", t.say(f"letters.ask_for_{blank}"))
    at = f"{kind}.{blank}"
    faults = tuple(choice(t, f"letters.fault_{one}", "letter.fault", f"{kind}.{one}") for one in Fault)
    use = (choice(t, "letters.use", "letter.use", at, what=_cut(offered)),) if offered else ()
    return card(
        t,
        text,
        *(faults if blank is Blank.FAULT else use),
        choice(t, "letters.skip", "letter.skip", at),
        choice(t, "letters.to_letter", "letter", kind),
    )


LONGEST_OFFERED = 24


def _cut(offered: str) -> str:
    return offered if len(offered) <= LONGEST_OFFERED else f"{offered[: LONGEST_OFFERED - 1]}…"


def file(t: Texts, shown: Letter) -> Screen:
    """The letter as a file, free to be forwarded: it is the worker's own."""
    from bot.screens.printed import letter as printed  # what draws pages is slow to load

    made = card(t, lines(t.say("letters.file"), t.say("letters.never_sent")), _to_letter(t, shown))
    name = f"{t.label(f'letters.filename_{shown.purpose}')}-{shown.day.isoformat()}.pdf"
    return Screen(made.text, made.rows, attachment=Attachment(name, printed.page(shown)))


def short(t: Texts, shown: Letter) -> Screen:
    """A few sentences to copy into a chat with the one it goes to."""
    ready = words.short(shown)
    text = lines(t.say("letters.short_title"), "\n", t.say("letters.preview", words=Raw(html(ready))),
                 t.say("letters.short_note"))  # fmt: skip
    return card(t, text, Button(t.label("letters.copy"), copy=ready), _to_letter(t, shown))


def officer(t: Texts, shown: Letter) -> Screen:
    """Before anything goes to an officer: what would go, to whom, and that it needs a yes."""
    text = lines(t.say("letters.officer_title"), t.say("letters.officer_what"), t.say("letters.officer_not"))
    return card(t, text, choice(t, "letters.officer_yes", "letter.yes", shown.kind), _to_letter(t, shown))


def _to_letter(t: Texts, shown: Letter) -> Button:
    return choice(t, "letters.to_letter", "letter", shown.kind)


def for_officer(shown: Letter) -> str:
    """The words of the letter as they go to an officer: in Indonesian."""
    t = Texts(REFERENCE)
    return "\n".join((t.label("letters.draft"), *words.written(t, shown).lines))
