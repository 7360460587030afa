"""What one institution knows about one member on one day.

MembershipError
└── MemberUnknown   there is no member with that id (or not any more)
"""

from dataclasses import dataclass, field
from datetime import date

from jkp.rules.case import Cause


class MembershipError(Exception):
    """Something about the members' snapshot."""


class MemberUnknown(MembershipError):
    """No member has this id."""


@dataclass(frozen=True, slots=True)
class Payment:
    """One paid instalment, as the institution tells it."""

    month: str  # the benefit month 1..6, or the calendar month 2026-03
    amount: int  # rupiah
    paid_on: date | None


@dataclass(frozen=True, slots=True)
class Record:
    """The facts of one member from one institution; None: the institution does not say. Wage in rupiah a month.

    What identifies a person stays out of `repr`, so that it cannot reach a log by accident.
    """

    source: str
    as_of: date
    nik: str = field(repr=False)
    kpj: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    birth_date: date | None = field(default=None, repr=False)
    phone: str = field(default="", repr=False)  # E.164
    employer: str = ""
    employer_id: str = ""
    enterprise_size: str | None = None  # micro small medium large
    programmes: tuple[str, ...] | None = None  # JKN JKK JHT JP JKM
    jkn_segment: str | None = None  # PPU PBI PBPU NONE
    jkp_registration_date: date | None = None
    contract_type: str | None = None  # PKWT PKWTT
    contract_end_date: date | None = None
    reported_wage: int | None = None
    paid_months: tuple[str, ...] | None = None  # 2026-01, sorted
    arrears_months: int | None = None
    termination_date: date | None = None
    termination_cause: Cause | None = None
    termination_reported_on: date | None = None
    proof: str = ""
    claim_date: date | None = None
    eligibility_decision_date: date | None = None
    payments: tuple[Payment, ...] | None = None
    area: str = ""  # regency code or free text
