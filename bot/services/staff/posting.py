"""A member of staff posts a vacancy from pasted words: read, checked field by field, published, found again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.store import postings, staff
from bot.store.postings import DRAFT, LIVE, Posting
from bot.store.staff import Staff
from intake.problems import Problem, RawRow
from labour_market import posting as catalogue
from labour_market import search, twins
from labour_market.adverts import reading
from labour_market.adverts.field import Name, Read
from labour_market.adverts.places import BETWEEN, place_as_written
from labour_market.adverts.typed import typed
from labour_market.posting import Signed
from labour_market.search import VacancyDetails
from labour_market.twins import Wanted

MOST_POSITIONS = 8
WAGES = (Name.WAGE_MIN, Name.WAGE_MAX)


@dataclass(frozen=True, slots=True)
class Draft:
    """An advertisement as far as it is checked."""

    id: str
    day: date
    positions: tuple[str, ...]  # chosen; several become a row each
    offered: tuple[str, ...]  # positions the text names, while it is not said which are meant
    fields: Mapping[Name, Read]
    demands: tuple[str, ...]
    suspicions: tuple[tuple[str, str], ...]  # kind, words
    twins: tuple[VacancyDetails, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def missing(self) -> tuple[Name, ...]:
        """What is needed and not there: what, where, how to apply."""
        has = {name for name, one in self.fields.items() if one.value}
        has |= {Name.APPLY} if Name.LINK in has else set()
        return tuple(name for name in reading.NEEDED if name not in has)

    @property
    def unsure(self) -> tuple[Name, ...]:
        """What must be confirmed before it goes live; of the wage its lower end stands for both."""
        doubtful = [name for name, one in self.fields.items() if not one.sure]
        return tuple(dict.fromkeys(Name.WAGE_MIN if name in WAGES else name for name in doubtful))

    @property
    def is_ready(self) -> bool:
        """Whether it can be published."""
        return bool(self.positions) and not (self.offered or self.missing or self.unsure or self.problems)


def begin(session: Session, member: Staff, text: str, day: date, now: datetime) -> Draft:
    """Read an advertisement and keep it, sealed, as this member's draft."""
    advert = reading.read(text, day)
    row = postings.begin(session, member.id, now)
    titles = [one.value for one in advert.positions][:MOST_POSITIONS]
    content = {
        "positions": titles,
        "asked": len(titles) > 1,
        "fields": {name: [one.value, one.sure, one.quoted] for name, one in advert.fields.items()},
        "demands": list(advert.demands),
        "suspicions": [[one.kind, one.found] for one in advert.suspicions],
        "text": advert.description,
    }
    postings.keep(session, row, content)
    return _draft(session, member, row, day)


def look(session: Session, member: Staff, posting_id: str, day: date) -> Draft | None:
    """Give a draft as it stands; None when it is none of the member's, live or dropped."""
    row = _own(session, member, posting_id)
    return _draft(session, member, row, day) if row is not None else None


def choose(session: Session, member: Staff, posting_id: str, which: str, day: date) -> Draft | None:
    """Say which position is meant, by its number; "all" makes a vacancy of each."""
    row = _own(session, member, posting_id)
    if row is None:
        return None
    content = postings.read(session, row)
    known = content["positions"]
    if which.isdecimal() and int(which) < len(known):
        content["positions"] = [known[int(which)]]
    content["asked"] = False
    content["fields"][Name.TITLE] = [content["positions"][0], True, ""]
    postings.keep(session, row, content)
    return _draft(session, member, row, day)


def change(  # noqa: PLR0913 - whose draft, which field, what was typed, when
    session: Session, member: Staff, posting_id: str, *, name: Name, text: str, day: date
) -> Draft | None:
    """Put what was typed into a field; None when it cannot be read, or the draft is gone."""
    row = _own(session, member, posting_id)
    content = postings.read(session, row) if row is not None else {}
    place = content.get("fields", {}).get(Name.PLACE, [""])[0]
    found = typed(name, text, day, place)
    if row is None or found is None or (name is Name.TITLE and not found):
        return None
    for one in WAGES if name in WAGES else (name,):
        content["fields"].pop(one, None)
    content["fields"].update({one.name: [one.value, one.sure, one.quoted] for one in found})
    if name is Name.TITLE:
        content["positions"], content["asked"] = [found[0].value], False
    postings.keep(session, row, content)
    return _draft(session, member, row, day)


def confirm(  # noqa: PLR0913 - whose draft, which field, which of several places, when
    session: Session, member: Staff, posting_id: str, *, name: Name | None, which: str = "", day: date
) -> Draft | None:
    """Say that a field was read rightly (None: every one that was shown); of a place that may be two, say which."""
    row = _own(session, member, posting_id)
    if row is None:
        return None
    content = postings.read(session, row)
    for one in tuple(Name) if name is None else WAGES if name in WAGES else (name,):
        if one in content["fields"]:
            value, sure, words = content["fields"][one]
            chosen = which if one is Name.PLACE and which in value.split(BETWEEN) else value
            is_shared = one is Name.PLACE and BETWEEN in value
            content["fields"][one] = [chosen, sure or name is one or not is_shared, words]
    postings.keep(session, row, content)
    return _draft(session, member, row, day)


@dataclass(frozen=True, slots=True)
class Live:
    """What became of a draft: its vacancies, open from now on."""

    id: str
    vacancies: tuple[VacancyDetails, ...]


def publish(session: Session, member: Staff, posting_id: str, day: date, now: datetime) -> Live | Draft | None:
    """Publish a checked draft; pressed again it is the same. A draft that is not ready comes back, None if gone."""
    row = postings.own(session, member.id, posting_id)
    if row is not None and row.state == LIVE:
        return _live(session, row, day)
    draft = look(session, member, posting_id, day)
    if row is None or draft is None or not draft.is_ready:
        return draft
    version, ids = catalogue.publish(session, _rows(session, member, row, day), _source(member), now)
    postings.publish(row, ids, version, now)
    staff.note(session, member.id, None, f"vacancy:post:{','.join(map(str, ids))}", now)
    session.flush()
    return _live(session, row, day)


def drop(session: Session, member: Staff, posting_id: str) -> None:
    """Forget a draft."""
    row = _own(session, member, posting_id)
    if row is not None:
        postings.drop(row)


def _live(session: Session, row: Posting, day: date) -> Live:
    return Live(row.id, tuple(search.by_ids(session, [str(one) for one in row.vacancies], day)))


def _own(session: Session, member: Staff, posting_id: str) -> Posting | None:
    row = postings.own(session, member.id, posting_id)
    return row if row is not None and row.state == DRAFT else None


def _draft(session: Session, member: Staff, row: Posting, day: date) -> Draft:
    content = postings.read(session, row)
    fields = _fields(content)
    titles = tuple(content["positions"]) or ((fields[Name.TITLE].value,) if Name.TITLE in fields else ())
    draft = Draft(
        id=row.id,
        day=day,
        positions=titles,
        offered=tuple(content["positions"]) if content["asked"] else (),
        fields=fields,
        demands=tuple(content["demands"]),
        suspicions=tuple((kind, words) for kind, words in content["suspicions"]),
    )
    return _checked(session, member, row, draft)


def _checked(session: Session, member: Staff, row: Posting, draft: Draft) -> Draft:
    """Add what only the catalogue can say: what is like it, and what its import would refuse."""
    house, where = (draft.fields.get(name) for name in (Name.EMPLOYER, Name.PLACE))
    place = place_as_written(where.value) if where else ""
    wanted = [Wanted(title, house.value if house else "", place) for title in draft.positions]
    wrong: Sequence[Problem] = ()
    if not draft.offered and not draft.missing:
        wrong = catalogue.problems(session, _rows(session, member, row, draft.day), _source(member))
    return Draft(
        id=draft.id,
        day=draft.day,
        positions=draft.positions,
        offered=draft.offered,
        fields=draft.fields,
        demands=draft.demands,
        suspicions=draft.suspicions,
        twins=tuple(twins.alike(session, wanted, draft.day)),
        problems=tuple(wrong),
    )


def _rows(session: Session, member: Staff, row: Posting, day: date) -> list[RawRow]:
    content = postings.read(session, row)
    fields = {name: one.value for name, one in _fields(content).items()}
    titles = content["positions"] or [fields.get(Name.TITLE, "")]
    signed = Signed(_source(member), ", ".join(filter(None, (member.name, member.office))), day)
    return catalogue.rows(row.id, titles, fields, content["text"], signed)


def _fields(content: Mapping[str, Any]) -> dict[Name, Read]:
    kept = content["fields"]
    return {name: Read(name, *kept[name]) for name in Name if name in kept}


def _source(member: Staff) -> str:
    return member.office or member.name
