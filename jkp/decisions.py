"""The body of `kerjalagi decide`: written cases in (YAML), one decided outcome a case out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import yaml

from jkp.case_fields import Fields
from jkp.case_kinds import KINDS, Kind

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # a PyYAML built without libyaml
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]  # the same loader, slower

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


DEEPEST = 50  # levels of lists and mappings; a case has four


@dataclass(frozen=True, slots=True)
class Written:
    """A written case with what is expected of it, key by key."""

    id: str
    kind: str
    values: Mapping[object, object]
    expect: Mapping[str, Json]

    def found(self) -> dict[str, Json] | None:
        """Decide the case now; None when it is unreadable."""
        return _decided(self.id, self.kind, KINDS[self.kind], self.values).result

    def differs(self, found: Mapping[str, Json] | None) -> tuple[str, ...]:
        """Name the expected keys that came out otherwise."""
        return tuple(key for key, value in self.expect.items() if found is None or found.get(key, "absent") != value)


class CasesError(Exception):
    """The file as a whole is not a list of cases."""


class _Loader(_SafeLoader):
    """Leaves dates as text, so that an impossible one is a problem of its case and not of the whole file."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in _SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case: its decision as it is written out, or the problems that make it unreadable (`result` None)."""

    id: str
    kind: str
    result: dict[str, Json] | None
    problems: tuple[str, ...] = ()


def decide_cases(text: str) -> list[Outcome]:
    """Decide every case of a YAML text `cases: [...]`, in its order; dates come out as ISO text, money in rupiah.

    A case without a claim date is not decided "as if today": its claim date is a missing fact, so that the outcome of
    a file never depends on the day it is read.

    Raises:
        CasesError: the text is no YAML or holds no list `cases`.
    """
    return [_outcome(number, each) for number, each in enumerate(_listed(text), start=1)]


def written_cases(text: str) -> tuple[Written, ...]:
    """Read the cases of a YAML text that say what is expected of them.

    Raises:
        CasesError: the text is no list of cases, or one of them is unreadable.
    """
    listed = _listed(text)
    for number, each in enumerate(listed, start=1):
        outcome = _outcome(number, each)
        if outcome.problems:
            raise CasesError(f"{outcome.id}: {'; '.join(outcome.problems)}")
    return tuple(Written(str(each["id"]), each["kind"], each["input"], each.get("expect") or {}) for each in listed)


def _listed(text: str) -> list[Any]:
    try:
        tree = _tree(text)
    except (yaml.YAMLError, ValueError) as error:
        raise CasesError(f"not readable as YAML: {error}") from error
    cases = tree.get("cases") if isinstance(tree, Mapping) else None
    if not isinstance(cases, list):
        raise CasesError("expected a mapping with a list under `cases`")
    return cases


def _tree(text: str) -> object:
    depth = 0
    for event in yaml.parse(text, Loader=_SafeLoader):  # the events first: building very deep trees ends the process
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise ValueError(f"nested deeper than {DEEPEST} levels")
    loader = _Loader(text)
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def _outcome(number: int, written: object) -> Outcome:
    place = f"#{number}"
    if not isinstance(written, Mapping):
        return Outcome(place, "", None, ("expected a mapping with id, kind and input",))
    given = written.get("id")
    name = str(given) if isinstance(given, (str, int)) and str(given).strip() else place
    kind, values = written.get("kind"), written.get("input")
    problems = () if name != place else ("id: required",)
    reader = KINDS.get(kind) if isinstance(kind, str) else None
    if reader is None:
        problems = (*problems, f"kind: expected one of {', '.join(KINDS)}")
    if not isinstance(values, Mapping):
        problems = (*problems, "input: expected a mapping")
    if reader is None or not isinstance(values, Mapping) or problems:
        return Outcome(name, str(kind or ""), None, problems)
    return _decided(name, str(kind), reader, values)


def _decided(name: str, kind: str, reader: Kind, values: Mapping[object, object]) -> Outcome:
    fields = Fields(values, reader.keys)
    fields.require(*reader.required)
    result = reader.decide(fields)
    if fields.problems:
        return Outcome(name, kind, None, tuple(fields.problems))
    written = {key: _json(value) for key, value in result.items()}
    return Outcome(name, kind, {"id": name, "kind": kind, "failed": [], **written})


def _json(value: object) -> Json:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [_json(each) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, (bool, int, str)):
        return value
    raise TypeError(f"not written out: {type(value).__name__}")
