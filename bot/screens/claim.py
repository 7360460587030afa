"""What hangs on the stages of a claim: a right example, money that did not come, and taking a case to an office."""

from bot.screens.frame import card, choice
from bot.screens.screen import Screen
from bot.texts.catalogue import Texts, lines
from jkp.declared import Refusal
from jkp.rules.cures import Office
from jkp.stages import Stage

EXAMPLES = {
    Refusal.PROOF_UNREADABLE: "photo",
    Refusal.PAPERS_INVALID: "papers",
    Refusal.BANK_ACCOUNT: "account",
}


def example(t: Texts, refusal: Refusal) -> Screen:
    """How the thing that was sent back looks when it is right, in words."""
    text = t.say(f"claim.example_{EXAMPLES.get(refusal, 'photo')}")
    return card(t, text, choice(t, "status.papers_button", "jkp.papers"), choice(t, "status.back_button", "jkp"))


def money(t: Texts, *, told_month: int) -> Screen:
    """The money is not in the account: what to look at, whom to ask; a month told by a wrong press is taken back."""
    wrong = (choice(t, "claim.wrong_press", "claim.unpaid", told_month),) if told_month else ()
    send = choice(t, f"claim.send_{Office.BPJS_TK}", "claim.send", Office.BPJS_TK)
    return card(t, t.say("claim.money"), send, *wrong, choice(t, "status.back_button", "jkp"))


def confirm(t: Texts, office: Office) -> Screen:
    """Nothing is sent without the worker's yes: what goes along, and to whom."""
    name = t.say(f"status.office_{office}")
    text = lines(t.say("claim.confirm", office=name), t.say("claim.confirm_along"), t.say("claim.confirm_later"))
    return card(t, text, choice(t, "claim.confirm_yes", "claim.sent", office), choice(t, "claim.confirm_no", "jkp"))


def moved(t: Texts, stage: Stage) -> Screen:
    """An institution moved the claim while nobody looked."""
    words = t.say(f"human.stage.{stage}")
    return card(t, t.say("claim.moved", stage=words), choice(t, "reminders.do.jkp", "jkp"), protect=True)
