"""`staff`: who may act as a counselor or admin; everything an admin can do in the chat, for the operator."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import typer
from sqlmodel import Session

from bot import wiring
from bot.cli import staff_link
from bot.cli.app import app, stop
from bot.deps import Clock
from bot.outbox import alerting, standing_in
from bot.services.staff import absence, auditing, inviting, leaving, team
from bot.services.staff.absence import Wish
from bot.services.staff.inviting import Made
from bot.services.staff.naming import LONGEST, tidied
from bot.settings import Settings
from bot.store import staff as rows
from bot.store.database import Database
from bot.store.invites import Grant
from matching import places

T = TypeVar("T")
NUMBER = typer.Argument(help="the numeric Telegram user id")

staff = typer.Typer(help="Counselors and admins.", no_args_is_help=True)
app.add_typer(staff, name="staff")


@staff.command()
def add(
    telegram_id: int = NUMBER,
    role: str = typer.Option(..., help="counselor or admin"),
    name: str = typer.Option(..., help="as workers will read it, for example: Pak Budi"),
    office: str = typer.Option("", help="for example: Disnaker Sukoharjo"),
    area: str = typer.Option("", help="province or regency code; empty = everywhere; it binds admins, too"),
    trial: bool = typer.Option(False, help="new: everything sent to many needs a second person"),
) -> None:
    """Let a person act as staff (again)."""
    _check(role, name, area)
    now = Clock().now()
    member = rows.Staff(
        id=telegram_id, role=role, name=name, office=office, area=area or None, added_at=now, trial=trial
    )

    def keep(session: Session) -> None:
        before = session.get(rows.Staff, telegram_id)
        member.formerly = before.formerly if before is not None else None
        row = session.merge(member)
        session.flush()
        _waits_again(session, leaving.let_go(session, row, now), now)
        rows.note(session, rows.OPERATOR, None, f"staff:added:{role}", now, colleague_id=telegram_id)

    _run(keep)
    print(f"{name} is now {role}")


def _check(role: str, name: str, area: str) -> None:
    if role not in rows.ROLES:
        stop(f"the role is one of: {', '.join(rows.ROLES)}")
    if len(name) > LONGEST:
        stop(f"the name is longer than {LONGEST} characters")
    if tidied(name) != name:
        stop("the name has 2 to 64 characters on one line")
    if area and places.area(area) is None:
        stop(f"no area has the code {area}; codes look like 33 or 33.11")


@staff.command()
def invite(
    role: str = typer.Option(..., help="counselor or admin"),
    name: str = typer.Option(..., help="whoever opens the link has to type it"),
    office: str = typer.Option("", help="for example: Disnaker Sukoharjo"),
    area: str = typer.Option("", help="province or regency code; empty = everywhere"),
) -> None:
    """Print a link that lets one person in: for 48 hours, once, for whoever opens it first and types the name."""
    _check(role, name, area)
    grant, now = Grant(role, name, office, area or None), Clock().now()
    _print_link(_run(lambda session: inviting.invite(session, team.operator(), grant, now)))


def _print_link(link: Made | None) -> None:
    if link is None:
        stop("no link was made", 1)
    print(staff_link.address(Settings(), link.payload))
    print(f"for {link.name}, until {link.expires_at:%Y-%m-%d %H:%M} UTC")


@staff.command()
def off(telegram_id: int = NUMBER) -> None:
    """Take the role away; those whom the person held wait again, and the colleagues are told."""
    now = Clock().now()

    def switch(session: Session) -> bool:
        freed = leaving.leave(session, telegram_id, now)
        _waits_again(session, freed or (), now)
        return freed is not None

    _done(_run(switch), telegram_id)


def _waits_again(session: Session, freed: tuple[str, ...], now: datetime) -> None:
    for request_id in freed:
        alerting.waits_again(session, request_id, now)


def _done(done: bool, telegram_id: int) -> None:
    if not done:
        stop(f"{telegram_id} is not staff", 1)
    print("done")


@staff.command()
def lost(telegram_id: int = NUMBER) -> None:
    """A telephone is lost: end the account at once, and print the link with which the member comes back."""
    now = Clock().now()

    def end(session: Session) -> tuple[bool, Made | None]:
        ended = inviting.lost(session, team.operator(), telegram_id, now)
        _waits_again(session, ended[1] if ended is not None else (), now)
        return ended is not None, ended[0] if ended is not None else None

    ended, link = _run(end)
    if not ended:
        stop(f"{telegram_id} is not staff", 1)
    _print_link(link)


@staff.command()
def move(
    telegram_id: int = NUMBER,
    area: str | None = typer.Option(None, help="province or regency code; empty = everywhere"),
    office: str | None = typer.Option(None, help="the new office"),
    name: str | None = typer.Option(None, help="the new name"),
    trial: bool | None = typer.Option(None, "--trial/--no-trial", help="put on trial, or lift it"),
) -> None:
    """Change area, office, name or trial; whoever is held but out of the new area waits again."""
    now = Clock().now()
    if name is not None or area:
        _check(rows.ADMIN, name or "ab", area or "")

    def change(session: Session) -> bool:
        by = team.operator()
        done = team.theirs(session, by, telegram_id) is not None
        if done and area is not None:
            _waits_again(session, team.relocate(session, by, telegram_id, area or None, now) or (), now)
        if done and office is not None:
            team.set_office(session, by, telegram_id, office, now)
        if done and name is not None:
            team.rename(session, by, telegram_id, name, now)
        if done and trial is not None:
            team.set_trial(session, by, telegram_id, now, on=trial)
        return done

    _done(_run(change), telegram_id)


@staff.command()
def absent(
    telegram_id: int = NUMBER,
    first: str = typer.Option("", "--from", help="the first day away, 2026-12-01"),
    last: str = typer.Option("", "--to", help="the last day away"),
    stand_in: int = typer.Option(0, help="who stands in: a colleague of the same role and province"),
    back: bool = typer.Option(False, help="the member is back: ends the absence that runs or comes next"),
) -> None:
    """Enter days away with a stand-in, or end them."""
    now = Clock().now()

    def keep(session: Session) -> bool:
        by = team.operator()
        if back:
            done = absence.come_back(session, by, telegram_id, now)
        else:
            entered = absence.enter(session, by, telegram_id, Wish(_day(first), _day(last), stand_in or None), now)
            if entered is not None:
                standing_in.tell_entered(session, entered, rows.OPERATOR, now)
            done = entered is not None
        standing_in.settle(session, now)
        return done

    if not _run(keep):
        stop("not entered: no such member, days that cannot be, or no colleague of the same role and province", 1)
    print("done")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        stop("--from and --to are days such as 2026-12-01")


@staff.command("list")
def show() -> None:
    """List the active staff: number, role, name, office, area, what is the matter."""
    now = Clock().now()
    for one in _run(lambda session: team.roster(session, team.operator(), now)):
        away = f"away {one.away.from_day}..{one.away.to_day} {one.away.stand_in or '-'}" if one.away else ""
        marks = (away, "trial" if one.trial else "", "" if one.started else "no START")
        area = one.area_code or "-"
        print("\t".join((str(one.id), one.role, one.name, one.office, area, ", ".join(filter(None, marks)))).rstrip())


@staff.command()
def audit(
    only: int | None = typer.Option(None, "--member", help="deeds of this one, or done to this one"),
    most: int = typer.Option(100, help="how many, newest first"),
    output: Path | None = typer.Option(None, help="write a CSV file instead of lines"),
) -> None:
    """Print what the staff did: when, who, what, about which colleague; persons appear as marks without a name."""
    now = Clock().now()
    found = _run(lambda session: auditing.entries(session, team.operator(), now, most=most, only=only))
    if output is not None:
        output.write_bytes(auditing.as_csv(found))
        print(f"{len(found)} rows in {output}")
        return
    for one in found:
        print(f"{one.at:%Y-%m-%dT%H:%M:%SZ}\t{one.who or 'operator'}\t{one.what}\t{one.about or one.person}".rstrip())


def _run(deed: Callable[[Session], T]) -> T:
    return _open().run(deed)


def _open() -> Database:
    try:
        return wiring.open_deps(Settings()).database
    except wiring.NotReady as problem:
        stop(str(problem))
