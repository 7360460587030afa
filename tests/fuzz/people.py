"""Members with secrets that nobody else has, and the people who try to see them."""

from dataclasses import dataclass
from datetime import date

from jkp.membership.facts import from_values, to_values
from jkp.membership.record import Payment, Record
from jkp.rules.case import Cause

DAY = date(2026, 11, 21)


@dataclass(frozen=True, slots=True)
class Secrets:
    """One member: what identifies them (strangers type it, too) and what only they may ever read."""

    record: Record
    identifiers: tuple[str, ...]
    facts: tuple[str, ...]


def member(number: int) -> Secrets:
    """Make a member whose every figure and name is unmistakable."""
    wage = 4_000_000 + 123_571 * (number + 1) + number
    paid = wage * 60 // 100
    nik, kpj, phone = (
        f"340401410{7 - number}900{number}17",
        f"9900{number}00{number}7{number}3",
        f"+62812000{number}9{number}7{number}",
    )
    born = date(1990 - number, 7 - number, 1)
    employer = f"PT Rahasia {('Anggrek', 'Bougenvil', 'Cempaka', 'Dahlia')[number]}"
    name = ("Zulkarnain", "Xaveria", "Wulandaru", "Viktorina")[number] + " Contohnama"
    record = Record(
        "bpjs", DAY, nik, kpj, name, born, phone,
        employer=employer, reported_wage=wage, programmes=("JKN", "JKK", "JHT", "JKM"), contract_type="PKWTT",
        jkp_registration_date=date(2022, 3, 3), paid_months=tuple(f"2026-{month:02}" for month in range(1, 11)),
        termination_date=date(2026, 10, 5 + number), termination_cause=Cause.EFFICIENCY,
        termination_reported_on=date(2026, 10, 10), claim_date=date(2026, 10, 20 + number),
        payments=(Payment("1", paid, date(2026, 11, 5)),),
    )  # fmt: skip
    return Secrets(
        from_values(to_values(record), "bpjs", DAY),
        identifiers=(nik, kpj, phone.removeprefix("+"), name, born.isoformat()),
        facts=(employer, str(wage), str(paid), *(str(amount) for amount in (wage * 45 // 100, wage * 25 // 100))),
    )


def plain(text: str) -> str:
    """Bring a text into the form in which secrets are looked for: no separators inside figures, small letters."""
    for mark in (".", ",", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"):
        text = text.replace(mark, "")
    return text.lower()


def found(secrets: tuple[str, ...], text: str) -> set[str]:
    """Name the secrets that stand in a text."""
    searched = plain(text)
    return {secret for secret in secrets if plain(secret) in searched}
