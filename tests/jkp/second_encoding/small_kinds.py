"""The kinds without conditions: windows, working days, contributions, and the migrant worker's packages and aid."""

from collections.abc import Mapping
from datetime import date

from second_encoding import figures as law
from second_encoding.days import ONE, day, later, rupiah, working_days_from


def window(values: Mapping) -> dict:
    """Months 2-5: reference day and five calendar days after it. Month 6: the last five working days and the end."""
    first, month = day(values["first_claim_date"]), values["month_no"]
    if month < 6:
        opens = later(first, month - 1)
        return {"opens": opens, "closes": opens + 5 * ONE}
    end = later(first, 6) - ONE
    return {"opens": working_days_from(end, -5, _holidays(values)), "closes": end}


def working_days(values: Mapping) -> dict:
    """Find the last of so many working days after an event."""
    return {"last_day": working_days_from(day(values["event_date"]), values["working_days"], _holidays(values))}


def contribution(values: Mapping) -> dict:
    """Split a month's contribution; the new rate holds for the whole of February 2025."""
    month = str(values["month"])[:7]
    split = law.SPLIT_NEW if month >= "2025-02" else law.SPLIT_OLD
    base = min(values["reported_wage"], law.CEILING)
    return {"base": base, "worker": 0} | {name: rupiah(base, basis_points=share) for name, share in split.items()}


def pmi_contribution(values: Mapping) -> dict:
    """Price a migrant worker's contract; a length between the packages has no published price."""
    before, months = law.PMI_BEFORE[values["channel"]], values["contract_months"]
    extra = max(0, months - law.PMI_LONGEST)
    package = law.PMI_PACKAGES.get(months - extra)
    if package is None:
        return {"before": before, "during_after": None, "total": None}
    rest = package + extra * law.PMI_EXTRA_MONTH
    return {"before": before, "during_after": rest, "total": before + rest}


def pmi_jkp(values: Mapping) -> dict:
    """No migrant worker has JKP; name the aid there is instead."""
    benefit, amount = law.PMI_AID[values["event"]]
    return {"jkp_eligible": False, "reason_code": "PMI_NOT_COVERED", "other_benefit": benefit, "amount": amount}


def _holidays(values: Mapping) -> set[date]:
    return {day(each) for each in values.get("holidays") or ()}
