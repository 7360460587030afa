"""The buttons of the status card: the best next step first, by the stage and by what is still unknown."""

from collections.abc import Callable

from bot.screens.frame import MOST_CHOICES, choice
from bot.screens.screen import Button
from bot.services.status import Standing
from bot.texts.catalogue import Texts
from jkp.claims import Stage, Step
from jkp.declared import Refusal
from jkp.outlook import Unknown
from jkp.rules.cures import Office
from jkp.rules.duties import FIRST_MONTH, LAST_MONTH

QUESTION_OF_STEP = {Step.TELL_LAST_DAY: "last_day", Step.TELL_CLAIM_DATE: "claim_date"}
ASKED_FOR = (Stage.UNKNOWN, Stage.PHK_NOT_REPORTED, Stage.PHK_REPORTED, Stage.DISPUTED)
WITH_EXAMPLE = (Refusal.PROOF_UNREADABLE, Refusal.PAPERS_INVALID, Refusal.BANK_ACCOUNT)


def choices(t: Texts, standing: Standing) -> tuple[Button, ...]:
    """Give at most six buttons: those of the stage, then why, the link to the register, and corrections."""
    found = _OF_STAGE.get(standing.position.stage, _usual)(t, standing)
    why, change = choice(t, "status.why_button", "jkp.why"), choice(t, "status.change_button", "change")
    every = (*found[: MOST_CHOICES - 1], why, *_link(t, standing), change)
    return tuple(dict.fromkeys(every))[:MOST_CHOICES]


def missing_fact(standing: Standing) -> str | None:
    """Name the question whose answer would tell most now: what places the claim, then what decides it."""
    place, view = standing.position, standing.outlook
    if place.next_step in QUESTION_OF_STEP:
        return QUESTION_OF_STEP[place.next_step]
    if place.stage not in ASKED_FOR:
        return None
    deciding = [one.value for one in view.unknown if one not in (Unknown.PROOF, Unknown.WAGE)]
    reported = ["reported"] if standing.declared.reported is None and standing.declared.reported_on is None else []
    return next(iter((*deciding, *reported, *(one.value for one in view.unknown))), None)


def _question(t: Texts, standing: Standing) -> tuple[Button, ...]:
    field = missing_fact(standing)
    return () if field is None else (choice(t, f"claim.ask_{field}", "ask", field),)


def _link(t: Texts, standing: Standing) -> tuple[Button, ...]:
    if standing.amounts_hidden:
        return (choice(t, "status.amount_button", "link.two"),)
    return () if standing.level else (choice(t, "status.link_button", "link"),)


def remind(t: Texts, standing: Standing) -> Button:
    """Ask to be reminded, or see what is planned."""
    if standing.reminders_wanted and not standing.reminded:
        return choice(t, "status.reminders_none_button", "reminders")
    if standing.reminders_wanted:
        return choice(t, "status.reminders_button", "reminders", n=standing.reminded)
    return choice(t, "status.remind_button", "jkp.remind")


def _send(t: Texts, office: Office) -> Button:
    return choice(t, f"claim.send_{office}", "claim.send", office)


def _escalated(t: Texts, standing: Standing) -> tuple[Button, ...]:
    """Once a wait is too long: the letter and one's own report where the employer is silent, then the office."""
    found = standing.position.escalation
    if found is None:
        return ()
    letter = (choice(t, "claim.letter_employer", "letter", "employer"),) if found.letter else ()
    own = (choice(t, "claim.self_report", "papers.quiet"),) if standing.position.next_step is Step.SELF_REPORT else ()
    return (*letter, *own, _send(t, found.office))


def _news(t: Texts) -> Button:
    return choice(t, "status.news_button", "news")


def _papers(t: Texts) -> Button:
    return choice(t, "status.papers_button", "jkp.papers")


def _job(t: Texts) -> Button:
    return choice(t, "status.find_job_button", "job")


def _usual(t: Texts, standing: Standing) -> tuple[Button, ...]:
    escalated = _escalated(t, standing)
    if escalated:  # the way to one's own report shows the papers as well
        return (*escalated, remind(t, standing), _news(t))
    return (*_question(t, standing), _papers(t), remind(t, standing), _news(t))


def _disputed(t: Texts, standing: Standing) -> tuple[Button, ...]:
    return (_send(t, Office.MEDIATOR), *_question(t, standing), _papers(t), remind(t, standing), _news(t))


def _by_the_employer(t: Texts, standing: Standing) -> tuple[Button, ...]:
    """What the employer left undone goes to the inspector; another condition is mended at its own office."""
    found = standing.position.remedy
    if found is None or found.office is not Office.INSPECTOR:
        ask = (_send(t, Office.BPJS_TK),) if found is not None and found.office is Office.BPJS_TK else ()
        return (*ask, _papers(t), _news(t))
    return (_send(t, Office.INSPECTOR), choice(t, "claim.letter_inspector", "letter", "inspector"), _news(t))


def _verifying(t: Texts, standing: Standing) -> tuple[Button, ...]:
    tell_me = () if standing.reminders_wanted or not standing.level else (choice(t, "claim.tell_me", "jkp.remind"),)
    return (*_escalated(t, standing), _news(t), *tell_me)


def _refused(t: Texts, standing: Standing) -> tuple[Button, ...]:
    reason = standing.declared.refused.value if standing.declared.refused else Refusal.OTHER
    example = (choice(t, "claim.example_button", "claim.look", reason),) if reason in WITH_EXAMPLE else ()
    is_active = reason is Refusal.STILL_ACTIVE
    letter = (choice(t, "claim.letter_employer", "letter", "deactivate"),) if is_active else ()
    again = choice(t, "claim.filed_again", "ask", "claim_date")
    if standing.position.month > FIRST_MONTH:
        again = choice(t, "claim.filed_again", "tell", f"filed_month.{standing.position.month}")
    undo = choice(t, "claim.not_refused", "tell", "refused.?")
    found = (*example, *letter, again, *_escalated(t, standing), remind(t, standing), _papers(t))
    return (*tuple(dict.fromkeys(found))[: MOST_CHOICES - 2], undo)


def _months(t: Texts, standing: Standing) -> tuple[Button, ...]:
    place, needs = standing.position, standing.position.needs
    if needs is None:
        return (*_question(t, standing), _news(t))
    add = choice(t, "status.add_application_button", "month.add")
    call = choice(t, "status.add_call_button", "month.call")
    portal, filed = choice(t, "status.portal_button", "portal"), _filed(t, place.month)
    is_open = place.stage is Stage.MONTH_OPEN
    if place.next_step is Step.STATUS_FORM:
        form = choice(t, "claim.ask_status_form_done", "ask", "status_form_done")
        return (form, *((filed,) if is_open else ()), portal, remind(t, standing), _news(t))
    if needs.satisfied:
        first = (filed,) if is_open else _not_here(t)
        return (*first, portal, remind(t, standing), _news(t), add)
    return (add, call, filed if is_open else _not_here(t)[0], portal, _news(t))


def _not_here(t: Texts) -> tuple[Button, ...]:
    return (choice(t, "claim.money_button", "claim.money"),)


def _filed(t: Texts, month: int) -> Button:
    return choice(t, "claim.filed", "tell", f"filed_month.{month}", month=month)


def _submitted(t: Texts, standing: Standing) -> tuple[Button, ...]:
    month = min(standing.position.month, LAST_MONTH)
    paid = choice(t, "claim.money_came", "tell", f"paid_through_month.{month}")
    undo = choice(t, "claim.not_filed", "tell", "filed_month.?")
    return (*_escalated(t, standing), paid, *_not_here(t), _news(t), undo)


def _month_missed(t: Texts, standing: Standing) -> tuple[Button, ...]:
    portal = choice(t, "status.portal_button", "portal")
    return (_send(t, Office.BPJS_TK), _filed(t, standing.position.month), portal, _news(t))


def _stopped_late(t: Texts, _standing: Standing) -> tuple[Button, ...]:
    return (_send(t, Office.BPJS_TK), choice(t, "claim.ask_last_day", "ask", "last_day"), _job(t), _news(t))


def _over(t: Texts, _standing: Standing) -> tuple[Button, ...]:
    return (_job(t), choice(t, "claim.course_button", "course"), _news(t))


_OF_STAGE: dict[Stage, Callable[[Texts, Standing], tuple[Button, ...]]] = {
    Stage.DISPUTED: _disputed,
    Stage.NEVER_REGISTERED: _by_the_employer,
    Stage.BLOCKED: _by_the_employer,
    Stage.VERIFYING: _verifying,
    Stage.REJECTED_FIXABLE: _refused,
    Stage.PAID: _months,
    Stage.MONTH_OPEN: _months,
    Stage.SUBMITTED: _submitted,
    Stage.MONTH_MISSED: _month_missed,
    Stage.STOPPED_DEADLINE: _stopped_late,
    Stage.FINISHED: _over,
    Stage.STOPPED_EMPLOYED: _over,
    Stage.NO_RIGHT: _over,
}
