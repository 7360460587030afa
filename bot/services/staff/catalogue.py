"""An admin's catalogue file: kept, compared, decided about, applied now or at its hour; what stood before returns."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.services import registrants
from bot.services.staff.catalogue_files import IMPORTERS, Kind, mark_of
from bot.store import access_log, uploads
from bot.store.staff import ADMIN, Staff
from bot.store.uploads import Asked, Upload
from intake import catalogue as rows
from intake.comparing import DIFFERENT, same_as
from intake.difference import Change, Plain
from intake.errors import IntakeError
from intake.likeness import Similar
from intake.preview import Applied, Preview
from intake.problems import Problem
from intake.version_log import last_standing

PROBLEMS, CHANGES, PAIRS = 60, 200, 200  # kept to be shown; the marked file names them all
MORNING = time(7)


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A row that would change, field by field, and how many people asked for it."""

    label: str
    fields: tuple[tuple[str, Plain, Plain], ...]
    affected: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows that look alike: one of the file, one that stands, or an earlier one (then with its number)."""

    id: str
    row: int
    label: str
    other_row: int
    other_key: str
    other_label: str
    maker: str
    other_maker: str
    day: str
    other_day: str


@dataclass(frozen=True, slots=True)
class Looked:
    """A compared file, as much of it as a person looks at."""

    id: int
    name: str
    kind: Kind
    new: int
    changed: int
    unchanged: int
    wrong: int
    held: int
    affected: int
    ignored: tuple[str, ...]
    problems: tuple[Problem, ...]
    changes: tuple[ShownChange, ...]
    pairs: tuple[Pair, ...]

    @property
    def usable(self) -> int:
        """Rows that would be written."""
        return self.new + self.changed


def receive(session: Session, member: Staff, name: str, content: bytes, now: datetime) -> Upload:
    """Keep a file to be read by the clock, outside of any talk."""
    return uploads.keep(session, member.id, name, content, now)


def waiting(session: Session, member: Staff, upload_id: str) -> Upload | None:
    """Give the member's file by the id that a button carries."""
    return uploads.find(session, member.id, int(upload_id)) if upload_id.isdecimal() else None


def summed_up(session: Session, upload: uploads.Waiting, kind: Kind, preview: Preview) -> Looked:
    """Say what its owner is to know of a compared file, and keep it."""
    difference = preview.difference
    ids = _ids(session, kind, [change.row.key for change in difference.changed])
    people = registrants.by_course(session, list(ids.values())) if kind is Kind.COURSES else {}
    looked = Looked(
        upload.id,
        upload.name,
        kind,
        len(difference.new),
        len(difference.changed),
        len(difference.unchanged),
        len(preview.problems),
        len(preview.similar),
        len({person for some in people.values() for person in some}),
        preview.ignored,
        preview.problems[:PROBLEMS],
        tuple(_shown(change, len(people.get(ids.get(change.row.key, ""), ()))) for change in difference.changed)[
            :CHANGES
        ],
        tuple(_pair(one) for one in preview.similar[:PAIRS]),
    )
    uploads.keep_summary(session, upload.id, json.dumps(asdict(looked)))
    uploads.answered(session, upload, kind=kind.value, shown=mark_of(preview))
    return looked


def look(session: Session, row: Upload) -> Looked | None:
    """Give again what its owner was shown; None before the file was compared."""
    kept = uploads.summary_of(session, row)
    return _looked(json.loads(kept)) if kept else None


def decide(session: Session, row: Upload, pairs: Iterable[Pair], *, same: bool) -> None:
    """Keep what its owner said about some likenesses."""
    uploads.decide(row, {pair.id: same_as(pair.other_key) if same else DIFFERENT for pair in pairs})
    session.add(row)


def open_pairs(row: Upload, looked: Looked) -> tuple[Pair, ...]:
    """Give the likenesses that nobody decided about yet."""
    decided = json.loads(row.decisions)
    return tuple(pair for pair in looked.pairs if pair.id not in decided)


def publish(session: Session, member: Staff, upload: uploads.Waiting, preview: Preview, now: datetime) -> Applied:
    """Apply the valid rows of a compared file, and forget the file.

    Raises:
        Overtaken: another file was applied since the preview.
    """
    kind = Kind(upload.kind)
    applied = IMPORTERS[kind].apply(session, preview, now=now, accept_valid=True, title=upload.name, staged=upload.id)
    uploads.done(session, upload.id)
    access_log.note(session, member.id, None, f"import:{kind}:{applied.version}", now)
    return applied


def take_back(session: Session, member: Staff, kind: Kind, version: int, now: datetime) -> bool:
    """Put back what stood before a version; False when a newer one stands on it."""
    try:
        IMPORTERS[kind].roll_back(session, version)
    except IntakeError:
        return False
    access_log.note(session, member.id, None, f"rollback:{kind}:{version}", now)
    return True


@dataclass(frozen=True, slots=True)
class Home:
    """The catalogue at a glance: what is scheduled, and the last version that can be taken back."""

    expiring: int
    scheduled: tuple[tuple[int, str, datetime], ...]
    last: tuple[int, str, datetime] | None


def home(session: Session, expiring: int) -> Home:
    """Look at the whole catalogue."""
    last = last_standing(session, Kind.COURSES.value)
    return Home(
        expiring,
        tuple((row.id or 0, row.name, row.due_at) for row in uploads.scheduled(session)),
        None if last is None else (last.number, last.title, last.applied_at),
    )


def tomorrow(now: datetime, zone: str) -> datetime:
    """Give seven in the morning of the day after, where the admin is."""
    day = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
    return datetime.combine(day, MORNING, ZoneInfo(zone)).astimezone(now.tzinfo)


def may(member: Staff | None) -> bool:
    """Only admins change the catalogues."""
    return member is not None and member.role == ADMIN


def source_of(member: Staff) -> str:
    """Name who hands in rows that do not say it themselves."""
    return member.office or member.name


def ask(row: Upload, what: Asked, due_at: datetime, card: str) -> None:
    """Have the clock do something with the file; `card` is the message that will tell of it."""
    uploads.ask(row, what, due_at)
    row.card = card


def _ids(session: Session, kind: Kind, keys: Sequence[str]) -> dict[str, str]:
    return {key: str(row["id"]) for key, row in rows.stored(session, IMPORTERS[kind].catalogue, keys).items()}


def _shown(change: Change, affected: int) -> ShownChange:
    return ShownChange(change.row.label, tuple((one.name, one.before, one.after) for one in change.fields), affected)


def _pair(one: Similar) -> Pair:
    values, other = one.row.values, one.other
    maker, day = str(values.get("provider", "")), str(values.get("starts") or "")
    return Pair(
        one.id,
        one.row.number,
        one.row.label,
        other.number,
        other.key,
        other.label,
        maker,
        other.traits.maker,
        day,
        other.traits.day,
    )


def _looked(kept: dict[str, Any]) -> Looked:
    """Make the value again that `asdict` took apart."""
    lists = {
        "ignored": tuple(kept["ignored"]),
        "problems": tuple(Problem(**one) for one in kept["problems"]),
        "changes": tuple(ShownChange(**one) for one in kept["changes"]),
        "pairs": tuple(Pair(**one) for one in kept["pairs"]),
    }
    return Looked(**{**kept, "kind": Kind(kept["kind"]), **lists})
