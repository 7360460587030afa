"""The rights receipt: it never contradicts the outlook, and every change it names was decided again."""

import json
import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from jkp.declared import Ago, Days, Declared, Fact, Months, Source, range_said
from jkp.outlook import Unknown, outlook, verdict
from jkp.receipt import Kind, Truth, receipt, to_json
from jkp.receipt.conditions import READS
from jkp.receipt.evidence import Known
from jkp.receipt.imagined import imagined
from jkp.rules.case import Case, Cause
from jkp.rules.conditions import CONDITIONS
from jkp.rules.reasons import Reason

DAY = date(2026, 11, 22)


def told(said, source=Source.WORKER):
    return Fact(said, source, DAY)


def on(day):
    return told(Days(day, day))


KNOWN = Declared(
    last_day=on(date(2026, 10, 1)),
    cause=told(Cause.EFFICIENCY),
    paid_months=told(Months(12, None)),
    wage=told(4_000_000),
    proof=told(said=True),
)
RECORD = Case(
    nationality="WNI",
    segment="PU",
    birth_date=date(1992, 5, 5),
    jkp_registration_date=date(2021, 3, 1),
    registered_in_jkp=True,
    enterprise_size="large",
    programmes=("JKN", "JKK", "JHT", "JP", "JKM"),
    jkn_segment="PPU",
    contract_type="PKWTT",
    arrears_months_consecutive=0,
)


def single(made, name):
    return [one for one in made.flips if one.name == name]


def found(made, test):
    return next(one for one in made.conditions if one.test == test)


def test_every_test_of_the_rules_says_which_facts_it_reads():
    assert {test.__name__ for test in CONDITIONS} == READS.keys()


def test_ten_months_lack_two():
    made = receipt(replace(KNOWN, paid_months=told(Months(10, 10))), DAY)

    (flip,) = made.flips
    assert (flip.name, flip.now, flip.to, flip.gives, flip.kind) == (
        "paid_months_last_24", Months(10, 10), 12, True, Kind.PROVE,
    )  # fmt: skip
    assert found(made, "paid_months").truth is Truth.NOT_MET
    assert found(made, "paid_months").code is Reason.IUR_LT_12_IN_24
    assert found(made, "paid_months").remedy.fixable is False


def test_a_right_is_lost_by_a_late_claim_or_an_earlier_job():
    made = receipt(KNOWN, DAY)

    assert [(one.to, one.gives, one.kind) for one in single(made, "claim_date")] == [(date(2027, 4, 2), False, Kind.DO)]
    assert [(one.to, one.gives) for one in single(made, "employed_again_on")] == [(DAY, False)]


def test_what_cannot_be_changed_is_only_said_for_a_wrong_record():
    made = receipt(replace(KNOWN, last_day=on(date(2025, 9, 1))), DAY)

    (flip,) = single(made, "termination_date")
    assert (flip.to, flip.gives, flip.kind) == (date(2026, 5, 22), True, Kind.RECORD)


def test_a_missing_proof_can_be_fetched():
    made = receipt(replace(KNOWN, proof=told(said=False)), DAY)

    assert [(one.to, one.gives, one.kind) for one in made.flips] == [(True, True, Kind.DO)]


def test_several_failures_are_only_cured_together():
    made = receipt(replace(KNOWN, cause=told(Cause.RESIGN), paid_months=told(Months(3, 3))), DAY)

    assert not [one for one in made.flips if one.gives]
    assert [(one.name, one.to) for one in made.together] == [
        ("termination_cause", Cause.EFFICIENCY),
        ("paid_months_last_24", 12),
    ]


def test_nothing_known_names_what_would_settle_it_both_ways():
    made = receipt(Declared(), DAY)

    against = {one.name: one.to for one in made.flips if one.gives is False}
    assert against["paid_months_last_24"] == 11
    assert against["proof_ok"] is False
    assert {one.name for one in made.together} == {
        "termination_cause", "termination_date", "proof_ok", "paid_months_last_24",
    }  # fmt: skip
    assert all(each.source is None for one in made.conditions for each in one.facts)


def test_a_forced_resignation_waits_for_the_mediator():
    made = receipt(replace(KNOWN, cause=told(Cause.FORCED_RESIGN)), DAY)

    assert found(made, "cause").truth is Truth.UNKNOWN
    assert (True, Cause.EFFICIENCY) in {(one.gives, one.to) for one in single(made, "termination_cause")}


def test_what_is_assumed_is_never_a_fact_and_what_was_checked_names_its_day():
    as_of = date(2026, 11, 20)

    alone, checked = receipt(KNOWN, DAY), receipt(KNOWN, DAY, RECORD, as_of=as_of)

    assert found(alone, "nationality").truth is Truth.UNKNOWN
    (fact,) = found(checked, "nationality").facts
    assert (found(checked, "nationality").truth, fact.value, fact.source, fact.on) == (
        Truth.MET, "WNI", Source.BPJS_TK, as_of,
    )  # fmt: skip


def test_a_record_that_lacks_the_size_of_the_company_refuses_nobody():
    lacking = replace(RECORD, enterprise_size=None, programmes=("JKN", "JKK", "JHT", "JKM"))

    made = receipt(KNOWN, DAY, lacking)

    assert made.outlook.likely is None
    assert found(made, "programmes").truth is Truth.UNKNOWN
    assert {(one.to, one.gives) for one in single(made, "enterprise_size")} == {("micro", True), ("medium", False)}


def test_what_the_text_no_longer_asks_is_not_asked():
    made = receipt(KNOWN, DAY)

    assert found(made, "consecutive_months").truth is Truth.NOT_ASKED
    assert found(made, "health_segment").truth is Truth.NOT_ASKED


def test_an_old_claim_is_tested_by_the_old_text():
    old = replace(KNOWN, last_day=on(date(2024, 3, 1)), claim_date=told(date(2024, 4, 1)))

    made = receipt(old, DAY, replace(RECORD, consecutive_paid_months_before=4))

    assert found(made, "consecutive_months").truth is Truth.NOT_MET
    assert [(one.to, one.gives) for one in single(made, "consecutive_paid_months_before")] == [(6, True)]


def test_hidden_facts_are_reckoned_with_and_stand_nowhere():
    secret = replace(KNOWN, last_day=told(Days(date(2026, 9, 3), date(2026, 9, 3)), Source.BPJS_TK))
    secret = replace(secret, claim_date=told(date(2026, 9, 17), Source.BPJS_TK))

    shown = receipt(secret, DAY)
    made = receipt(secret, DAY, hidden=("last_day", "claim_date", "wage"))

    assert made.outlook.likely is True
    assert "2026-09-03" in to_json(shown)
    assert not any(day in to_json(made) for day in ("2026-09-03", "2026-09-17", "2026-09-18", "4000000"))
    assert not [one for one in (*made.flips, *made.together) if isinstance(one.to, date)]


def test_the_json_is_stable_and_says_what_the_receipt_says():
    made = receipt(replace(KNOWN, paid_months=told(Months(0, 11))), DAY, RECORD, as_of=DAY)

    written = to_json(made)

    tree = json.loads(written)
    assert to_json(receipt(replace(KNOWN, paid_months=told(Months(0, 11))), DAY, RECORD, as_of=DAY)) == written
    assert (tree["schema"], tree["reviewed_by_lawyer"], tree["day"]) == (1, False, "2026-11-22")
    assert tree["verdict"]["right"] is False
    assert tree["verdict"]["failed"] == ["IUR_LT_12_IN_24"]
    assert tree["flips"] == [
        {"name": "paid_months_last_24", "now": {"least": 0, "most": 11}, "to": 12, "gives": True, "kind": "prove"}
    ]
    assert len(tree["conditions"]) == len(CONDITIONS)


def _maybe(chance, values):
    return chance.choice([None, *values])


def _facts(chance):
    """Give a random case: what was said (with ranges), and a record with holes."""
    earliest = chance.choice([date(2020, 12, 1), DAY - timedelta(days=170)])
    last = earliest + timedelta(days=chance.randrange((DAY - earliest).days))
    days = chance.choice(
        [Days(last, last), Days(last, min(last + timedelta(days=70), DAY)), range_said(chance.choice([*Ago]), DAY)]
    )
    least = chance.choice([chance.randrange(25), 14])
    months = chance.choice([Months(least, least), Months(0, 11), Months(12, None)])
    filed = last + timedelta(days=chance.randrange(1, 300))
    declared = Declared(
        last_day=_maybe(chance, [told(days)] * 5),
        cause=_maybe(chance, [*map(told, Cause), *[told(Cause.EFFICIENCY)] * 30]),
        paid_months=_maybe(chance, [told(months)] * 5),
        wage=_maybe(chance, [told(4_000_000)]),
        proof=_maybe(chance, [*[told(said=True)] * 6, told(said=False)]),
        contract_end=_maybe(chance, [*[None] * 6, told(last + timedelta(days=chance.choice([-1, 0, 30])))]),
        claim_date=_maybe(chance, [None, told(filed)]),
        employed_again_on=_maybe(chance, [*[None] * 9, told(filed + timedelta(days=chance.choice([-9, 9])))]),
    )
    holes = {key: None for key in ("enterprise_size", "birth_date", "programmes") if chance.random() < 0.2}
    record = replace(
        RECORD,
        nationality=chance.choice(["WNI"] * 19 + ["WNA"]),
        birth_date=date(chance.randrange(1965, 2002), 5, 5),
        enterprise_size=chance.choice(["micro", "large"]),
        programmes=chance.choice([RECORD.programmes] * 4 + [("JKN", "JKK", "JHT", "JKM")]),
        registered_in_jkp=chance.choice([True] * 19 + [False]),
        previous_claims=chance.choice([*[None, 0] * 4, 1, 3]),
        iur_months_since_last_benefit=chance.choice([None, 12, 59, 60]),
        consecutive_paid_months_before=chance.choice([None, 3, 6, 12]),
        eligibility_decision_date=chance.choice([None, None, None, date(2025, 2, 6), date(2025, 3, 1)]),
    )
    return declared, replace(record, **holes) if chance.random() < 0.6 else Case()


@pytest.mark.parametrize("count", [60, pytest.param(5_000, marks=pytest.mark.long)])
def test_every_named_change_gives_what_it_says_and_nothing_contradicts_the_outlook(count):
    chance = random.Random(26)  # noqa: S311 - made-up cases, no secrets
    for _ in range(count):
        declared, checked = _facts(chance)
        made = receipt(declared, DAY, checked)

        assert made.outlook == outlook(declared, DAY, checked)
        assert made.outlook.likely is verdict(declared, DAY, checked)
        _check_changes(made, Known(declared, checked))
        _check_conditions(made)


def _check_changes(made, known):
    for one in made.flips:
        other = imagined(known, one.name, one.to, DAY)
        assert outlook(other.declared, DAY, other.checked).likely is one.gives
        assert one.gives is not made.outlook.likely
    if made.together:
        assert not any(one.gives for one in made.flips)
        for one in made.together:
            known = imagined(known, one.name, one.to, DAY)
        assert outlook(known.declared, DAY, known.checked).likely is True


def _check_conditions(made):
    unmet = made.with_truth(Truth.NOT_MET)
    assert tuple(one.code for one in unmet) == made.outlook.failed
    assert all(one.remedy is not None and one.remedy.office for one in unmet)
    assert (made.outlook.likely is False) == bool(unmet)
    if made.outlook.likely:
        named = {"cause", "proof", "paid_months", "in_time"}
        assert all(one.truth in (Truth.MET, Truth.NOT_ASKED) for one in made.conditions if one.test in named)
    for one in made.conditions:
        assert (one.truth is Truth.UNKNOWN) == bool(one.missing)


def test_the_wage_and_the_arrears_change_no_right():
    for wage in (None, told(1), told(90_000_000)):
        for arrears in (None, 0, 3, 8):
            checked = replace(RECORD, arrears_months_consecutive=arrears)
            assert receipt(replace(KNOWN, wage=wage), DAY, checked).outlook.likely is True


def test_unknown_months_are_asked_of_the_worker():
    made = receipt(replace(KNOWN, paid_months=None), DAY)

    assert made.outlook.unknown == (Unknown.PAID_MONTHS,)
    assert [(one.to, one.gives, one.kind) for one in single(made, "paid_months_last_24")] == [
        (12, True, Kind.TELL), (11, False, Kind.TELL),
    ]  # fmt: skip
