"""Who pays when the employer did not do its part."""

from dataclasses import replace

import pytest
import situations

from bot.screens import status as screens
from bot.texts.catalogue import Texts
from jkp.rules.case import Case, Cause

UNREGISTERED = Case(registered_in_jkp=False)


def card(declared, checked, **more):
    return screens.status(Texts("id"), situations.standing(declared, checked=checked, **more)).text


def test_who_was_never_registered_is_owed_by_the_employer_and_sent_to_the_inspector():
    words = card(situations.DISMISSED, UNREGISTERED)

    assert "perusahaan yang wajib membayar. Yang bisa membantu: pengawas ketenagakerjaan" in words
    assert "Perkiraan yang wajib dibayar: Rp15.480.000, sekaligus" in words


def test_without_a_wage_the_duty_is_told_without_an_amount():
    words = card(replace(situations.DISMISSED, wage=None), UNREGISTERED)

    assert "perusahaan yang wajib membayar" in words
    assert "Perkiraan yang wajib dibayar" not in words


def test_who_has_no_right_anyway_is_owed_nothing():
    words = card(replace(situations.DISMISSED, cause=situations.told(Cause.RESIGN)), UNREGISTERED)

    assert "wajib membayar" not in words


@pytest.mark.parametrize("declared", [situations.DISMISSED, situations.CLAIMED, situations.PAID])
def test_long_arrears_make_the_employer_pay_first_at_every_stage(declared):
    arrears = Case(arrears_months_consecutive=8)

    assert "Perusahaan wajib membayar dulu (Pasal 39)" in card(declared, arrears)
    assert "Pasal 39" not in card(declared, Case())
