"""Letters: they fit the case, say only what was told, and only the law that was read or is sourced."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from jkp import letters
from jkp.declared import Days, Declared, Fact, Refusal, Source
from jkp.letters import Blank, Details, Fault, Footing, Kind, Purpose, Told, compose, fitting, needs, voice
from jkp.papers import Paper, Situation
from jkp.rules.case import Cause
from jkp.rules.reasons import Payer, Reason
from jkp.rules.regulation import Mark
from jkp.stages import Stage

DAY = date(2026, 11, 23)
LAST = date(2026, 6, 10)
FULL = Details("Sari Contoh", "PT Contoh Busana", "Kabupaten Sukoharjo", Fault.ARREARS)


def told(said, source=Source.WORKER):
    return Fact(said, source, date(2026, 11, 1))


CASE = Declared(last_day=told(Days(LAST, LAST)), cause=told(Cause.EFFICIENCY), reported=told(said=False))


@pytest.mark.parametrize("kind", Kind)
def test_everything_a_letter_needs_is_in_it_or_named_as_blank(kind):
    assert compose(kind, CASE, FULL, DAY).blanks == ()
    assert compose(kind, Declared(), Details(), DAY).blanks == needs(kind)


def test_only_the_inspector_is_told_what_the_employer_failed_to_do():
    assert [kind for kind in Kind if Blank.FAULT in needs(kind)] == [Kind.INSPECTOR]


def test_a_range_of_days_is_no_last_day():
    ranged = replace(CASE, last_day=told(Days(date(2026, 6, 1), date(2026, 6, 30))))

    letter = compose(Kind.EMPLOYER, ranged, FULL, DAY)

    assert letter.last_day is None
    assert Blank.LAST_DAY in letter.blanks


@pytest.mark.parametrize(
    ("change", "kind", "purpose", "said"),
    [
        ({}, Kind.EMPLOYER, Purpose.REPORT, (Told.NOT_REPORTED,)),
        ({"reported": None}, Kind.EMPLOYER, Purpose.REPORT, ()),
        ({"reported": told(said=True)}, Kind.EMPLOYER, Purpose.REPORT, ()),
        ({"refused": told(Refusal.STILL_ACTIVE)}, Kind.DEACTIVATE, Purpose.DEACTIVATE, (Told.STILL_ACTIVE,)),
        ({}, Kind.DEACTIVATE, Purpose.DEACTIVATE, ()),
        ({"cause": told(Cause.CLOSURE)}, Kind.DINAS, Purpose.SELF_REPORT, (Told.CLOSED, Told.NOT_REPORTED)),
        ({"cause": told(Cause.FORCED_RESIGN)}, Kind.DINAS, Purpose.MEDIATION, (Told.FORCED,)),
        ({}, Kind.INSPECTOR, Purpose.INSPECTION, (Told.ARREARS,)),
    ],
)
def test_a_letter_says_what_was_told_and_nothing_else(change, kind, purpose, said):
    letter = compose(kind, replace(CASE, **change), FULL, DAY)

    assert (letter.purpose, letter.told) == (purpose, said)


def test_nobody_asks_to_remind_an_employer_who_is_closed():
    closed = compose(Kind.DINAS, replace(CASE, cause=told(Cause.CLOSURE)), FULL, DAY)

    assert "remind_employer" not in closed.asks
    assert "remind_employer" in compose(Kind.DINAS, CASE, FULL, DAY).asks


@pytest.mark.parametrize(("kind", "fault", "cause"), [*product(Kind, (None, *Fault), (None, *Cause))])
def test_only_the_law_that_was_read_or_is_sourced_is_stated(kind, fault, cause):
    declared = replace(CASE, cause=told(cause) if cause else None)

    letter = compose(kind, declared, replace(FULL, fault=fault), DAY)

    assert letter.bases
    assert all(basis.mark in (Mark.TEXT, Mark.SOURCE) and basis.source and basis.article for basis in letter.bases)


def test_a_statement_we_only_read_that_way_is_left_out(monkeypatch):
    ours = replace(letters._BASES["dispute"], mark=Mark.INTERPRETATION)
    monkeypatch.setitem(letters._BASES, "dispute", ours)

    letter = compose(Kind.DINAS, replace(CASE, cause=told(Cause.FORCED_RESIGN)), FULL, DAY)

    assert letter.bases == ()


def test_the_law_of_a_later_day_is_not_held_against_an_earlier_end():
    before = date(2025, 2, 6)
    early = replace(CASE, last_day=told(Days(before, before)))

    codes = {basis.code for basis in compose(Kind.EMPLOYER, early, FULL, DAY).bases}

    assert codes == {"report_to_office"}


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault.NEVER_REGISTERED, {"owed_alone", "inspected"}),
        (Fault.ARREARS, {"pays_first", "inspected"}),
        (None, {"owed_alone", "pays_first", "inspected"}),
    ],
)
def test_the_inspector_reads_the_law_of_the_fault(fault, expected):
    letter = compose(Kind.INSPECTOR, CASE, replace(FULL, fault=fault), DAY)

    assert {basis.code for basis in letter.bases} == expected


def test_arrears_of_a_closed_employer_name_the_rule_for_them():
    letter = compose(Kind.INSPECTOR, replace(CASE, cause=told(Cause.BANKRUPTCY)), FULL, DAY)

    assert "insolvent" in {basis.code for basis in letter.bases}


def test_what_the_register_knows_stays_out_until_it_is_unlocked():
    theirs = Declared(last_day=told(Days(LAST, LAST), Source.BPJS_TK), cause=told(Cause.CLOSURE, Source.KEMNAKER))

    locked = voice(Declared(), theirs, unlocked=False)

    assert locked == Declared()
    assert voice(Declared(), theirs, unlocked=True) == theirs


@pytest.mark.parametrize("unlocked", [True, False])
def test_the_workers_own_word_stands_in_the_letter(unlocked):
    other = date(2026, 6, 1)
    theirs = replace(CASE, last_day=told(Days(other, other), Source.BPJS_TK))

    assert voice(CASE, theirs, unlocked=unlocked).last_day == CASE.last_day


@pytest.mark.parametrize(
    ("declared", "footing", "expected"),
    [
        (
            CASE,
            Footing(Stage.PHK_NOT_REPORTED, Situation.ACCEPTED),
            (Kind.EMPLOYER, Kind.DINAS, Kind.DEACTIVATE, Kind.INSPECTOR),
        ),
        (CASE, Footing(Stage.PHK_NOT_REPORTED, Situation.GONE), (Kind.DINAS, Kind.INSPECTOR)),
        (CASE, Footing(Stage.DISPUTED, Situation.FORCED), (Kind.DINAS,)),
        (
            CASE,
            Footing(Stage.PHK_REPORTED, Situation.ACCEPTED, have=frozenset({Paper.REPORT_RECEIPT})),
            (Kind.DEACTIVATE, Kind.INSPECTOR),
        ),
        (CASE, Footing(Stage.PAID, Situation.ACCEPTED), ()),
        (CASE, Footing(Stage.NO_RIGHT, Situation.ACCEPTED, (Reason.EXCLUDED_RESIGN,)), ()),
        (
            CASE,
            Footing(Stage.NEVER_REGISTERED, Situation.ACCEPTED, (Reason.EMPLOYER_NOT_REGISTERED,)),
            (Kind.INSPECTOR,),
        ),
    ],
)
def test_the_letters_fit_the_case(declared, footing, expected):
    assert fitting(declared, footing) == expected


def test_who_is_still_recorded_as_working_gets_that_letter_first():
    refused = replace(CASE, refused=told(Refusal.STILL_ACTIVE))

    assert fitting(refused, Footing(Stage.REJECTED_FIXABLE, Situation.ACCEPTED))[0] is Kind.DEACTIVATE


def test_where_the_employer_pays_the_inspector_comes_first():
    footing = Footing(Stage.PHK_REPORTED, Situation.ACCEPTED, payer=Payer.EMPLOYER)

    assert fitting(CASE, footing)[0] is Kind.INSPECTOR


@pytest.mark.parametrize(("stage", "where"), [*product(Stage, Situation)])
def test_every_stage_and_situation_has_its_answer(stage, where):
    found = fitting(CASE, Footing(stage, where))

    assert len(found) == len(set(found))


def test_a_letter_does_not_state_what_an_amendment_has_overtaken(monkeypatch):
    monkeypatch.setattr(letters, "amended_between", lambda rule, *_days: rule is letters.Rule.CLAIM_MONTHS)

    codes = {basis.code for basis in compose(Kind.EMPLOYER, Declared(), FULL, DAY).bases}

    assert "report_to_bpjs" in codes
    assert "six_months" not in codes
