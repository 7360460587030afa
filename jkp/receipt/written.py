"""The rights receipt as JSON: stable, so that another office's program can read it."""

import json
from datetime import date
from typing import Any

from jkp.declared import Days, Months
from jkp.receipt.conditions import Condition
from jkp.receipt.evidence import Evidence
from jkp.receipt.flips import Flip
from jkp.receipt.receipt import Receipt

SCHEMA = 1
Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


def to_json(made: Receipt) -> str:
    """Write a receipt as JSON, indented, with sorted keys; dates are ISO text, money is in rupiah.

    The keys, version 1 of the schema:

    - `schema`: 1. `reviewed_by_lawyer`: false.
    - `day`: the day of the receipt. `rules`: `regime` (PP37, PP6, PP37_TO_PP6), `since`, `checked`, `articles`.
    - `verdict`: `right` (true: likely, false: something fails for certain, null: a deciding fact is unknown), `failed`,
      `unknown`, `checked_by_bpjs`, `mediator`, `payer` (BPJS_TK, EMPLOYER, NONE), `deadline`, `deadline_sure`,
      `missed`, `monthly_amounts`, `max_months`, `owed_by_employer`, `certainty` (law, reading, open).
    - `conditions`: in the order of the rules: `test`, `code`, `truth` (met, not_met, unknown, not_asked), `facts`,
      `missing`, `least`, `since`, `checked`, `article`, `source`, `mark` (T, S, I, U), `certainty`, `remedy` (`cure`,
      `office`, `fixable`) or null.
    - a fact, also under `payment`: `name`, `value`, `said_by` (worker, employer, kemnaker, bpjs_tk) and `on`, or nulls;
      `hidden` true: reckoned with, not shown. A range of days is `{first, last}`, of months `{least, most}`; both ends
      equal mean an exact value, `most` null is open upwards.
    - `flips` (each alone) and `together` (only jointly): `name`, `now`, `to`, `gives` (the verdict then: true, false,
      null), `kind` (do, prove, tell, record).
    """
    return json.dumps(_receipt(made), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _receipt(made: Receipt) -> Json:
    view = made.outlook
    return {
        "schema": SCHEMA,
        "reviewed_by_lawyer": False,
        "day": made.day.isoformat(),
        "rules": {
            "regime": view.regime,
            "since": made.since.isoformat(),
            "checked": made.checked.isoformat(),
            "articles": [*view.articles],
        },
        "verdict": _verdict(made),
        "conditions": [_condition(each) for each in made.conditions],
        "payment": [_fact(each) for each in made.payment],
        "flips": [_flip(each) for each in made.flips],
        "together": [_flip(each) for each in made.together],
    }


def _verdict(made: Receipt) -> Json:
    view = made.outlook
    return {
        "right": view.likely,
        "failed": [*view.failed],
        "unknown": [*view.unknown],
        "checked_by_bpjs": [*view.checked_by_bpjs],
        "mediator": view.mediator,
        "payer": view.payer,
        "deadline": _value(view.deadline),
        "deadline_sure": view.deadline_sure,
        "missed": view.missed,
        "monthly_amounts": [*view.monthly_amounts],
        "max_months": view.max_months,
        "owed_by_employer": view.owed_by_employer,
        "certainty": view.certainty,
    }


def _condition(one: Condition) -> Json:
    remedy: Json = None
    if one.remedy is not None:
        remedy = {"cure": one.remedy.cure, "office": one.remedy.office, "fixable": one.remedy.fixable}
    return {
        "test": one.test,
        "code": one.code,
        "truth": one.truth,
        "facts": [_fact(each) for each in one.facts],
        "missing": [*one.missing],
        "least": one.least,
        "since": one.since.isoformat(),
        "checked": one.checked.isoformat(),
        "article": one.article,
        "source": one.source,
        "mark": one.mark,
        "certainty": one.certainty,
        "remedy": remedy,
    }


def _fact(one: Evidence) -> Json:
    return {
        "name": one.name,
        "value": _value(one.value),
        "said_by": one.source,
        "on": _value(one.on),
        "hidden": one.hidden,
    }


def _flip(one: Flip) -> Json:
    return {
        "name": one.name,
        "now": _value(one.now),
        "to": _value(one.to),
        "gives": one.gives,
        "kind": one.kind,
    }


def _value(value: Any) -> Json:
    match value:
        case Days(first, last):
            return {"first": first.isoformat(), "last": last.isoformat()}
        case Months(least, most):
            return {"least": least, "most": most}
        case tuple():
            return [*value]
        case date():
            return value.isoformat()
    kept: Json = value
    return kept
