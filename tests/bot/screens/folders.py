"""Papers and letters of workers in every situation, made by the rules themselves."""

from dataclasses import replace
from typing import Any

import situations
from drawing import DAY

from jkp.declared import Declared, Refusal
from jkp.letters import Details, Fault, Kind, Letter, compose
from jkp.papers import OWN, PROOF, Checklist, Item, Paper, Situation
from jkp.rules.case import Cause

GROUPS = ("proof", "own")
FULL = Details("Sari Wahyuni Contoh", "PT Contoh Busana Jaya Abadi", "Kabupaten Sukoharjo", Fault.ARREARS)
TOLD = replace(
    situations.DISMISSED,
    cause=situations.told(Cause.CLOSURE),
    reported=situations.told(value=False),
    refused=situations.told(Refusal.STILL_ACTIVE),
)
FORCED = replace(TOLD, cause=situations.told(Cause.FORCED_RESIGN))
CASES: tuple[tuple[Declared, Details], ...] = (
    (TOLD, FULL),
    (TOLD, Details()),
    (FORCED, FULL),
    (Declared(), Details(fault=Fault.NEVER_REGISTERED)),
    (situations.DISMISSED, replace(FULL, employer="PT " + "Contoh " * 10)),
)
LETTERS = tuple(compose(kind, declared, said, DAY) for declared, said in CASES for kind in Kind)
CHECKLISTS = (
    *(Checklist(one) for one in Situation),
    *(Checklist(one, frozenset(Paper)) for one in Situation),
    Checklist(Situation.ACCEPTED, frozenset({Paper.KTP}), proved=True),
)
ITEMS = tuple(dict.fromkeys(item for items in (*PROOF.values(), OWN) for item in items))
TYPES: dict[Any, tuple[Any, ...]] = {Letter: LETTERS, Checklist: CHECKLISTS, Item: ITEMS}
