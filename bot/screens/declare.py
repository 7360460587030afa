"""One question a screen (S1c), and the lists from which an answer is corrected or news is told."""

from bot.screens.frame import card, choice
from bot.screens.screen import Button, Screen
from bot.services.declaring import ANSWERS, QUESTIONS, UNKNOWN
from bot.texts.catalogue import Texts, lines
from jkp.rules.duties import FIRST_MONTH, LAST_MONTH

TYPED_DAYS = frozenset({"last_day"})


def question(t: Texts, field: str, *, problem: str = "") -> Screen:
    """Ask for one fact, with its buttons; after a wrong answer, first what was expected."""
    progress = ""
    if field in QUESTIONS:
        progress = t.say("declare.progress", number=QUESTIONS.index(field) + 1, of=len(QUESTIONS))
    wrong = t.say(f"declare.wrong_{problem}") if problem else ""
    text = lines(wrong, t.say(f"declare.ask_{field}"), progress)
    return card(t, text, *(_answer(t, field, answer) for answer in _offered(field)), *_typing(t, field))


def _offered(field: str) -> tuple[str, ...]:
    answers = ANSWERS.get(field, ())
    return tuple(one for one in answers if one != UNKNOWN) if field in TYPED_DAYS else answers


def _answer(t: Texts, field: str, answer: str) -> Button:
    argument = f"{field}.{answer}"
    if field in ("paid_through_month", "filed_month"):
        return choice(t, "declare.paid_through_month.button", "tell", argument, month=answer)
    key = f"declare.{field}.{answer}"
    return choice(t, key if t.has(key) else "declare.unknown", "tell", argument)


def _typing(t: Texts, field: str) -> tuple[Button, ...]:
    if field not in TYPED_DAYS:
        return ()
    return (choice(t, "declare.type_button", "typeday", field), choice(t, "declare.unknown", "tell", f"{field}.?"))


def type_day(t: Texts) -> Screen:
    """Wait for a typed day."""
    return card(t, t.say("declare.type_date"), choice(t, "menu.back", "ask", "last_day"))


def corrections(t: Texts) -> Screen:
    """Which answer is to be corrected?"""
    fields = ("last_day", "cause", "paid_months", "wage", "proof", "claim_date")
    return card(t, t.say("declare.change_title"), *(choice(t, f"declare.change.{one}", "ask", one) for one in fields))


def news(t: Texts, *, running: bool, month: int = 0) -> Screen:
    """What happened since? The choices follow the stage; `month` is the benefit month that is to be paid next."""
    paid = choice(t, "declare.news_paid", "ask", "paid_through_month")
    refused = choice(t, "declare.news_refused", "ask", "refused")
    claimed = choice(t, "declare.news_claimed", "ask", "claim_date")
    work = choice(t, "declare.news_work", "found")
    change = choice(t, "status.change_button", "change")
    if not running:
        reported = choice(t, "declare.news_reported", "ask", "reported")
        return card(t, t.say("declare.news_title"), reported, claimed, paid, refused, work, change)
    if month <= FIRST_MONTH:
        return card(t, t.say("declare.news_title"), paid, refused, claimed, work, change)
    filed = choice(t, "declare.news_filed", "ask", "filed_month")
    form = choice(t, "declare.news_form", "ask", "status_form_done")
    attended = choice(t, "declare.news_attended", "ask", "attended")
    last = form if month >= LAST_MONTH else attended
    return card(t, t.say("declare.news_title"), paid, filed, last, refused, work, change)
