"""`staff`: who may act as a counselor or admin, by the numeric Telegram user id."""

import typer
from sqlmodel import Session

from bot import wiring
from bot.cli.app import app, stop
from bot.deps import Clock
from bot.outbox import alerting
from bot.services import cutting
from bot.services.staff import leaving
from bot.settings import Settings
from bot.store import staff as rows
from bot.store.database import Database
from matching import places

LONGEST_NAME = 64  # it stands before every message that is carried

staff = typer.Typer(help="Counselors and admins.", no_args_is_help=True)
app.add_typer(staff, name="staff")


@staff.command()
def add(
    telegram_id: int = typer.Argument(help="the numeric Telegram user id"),
    role: str = typer.Option(..., help="counselor or admin"),
    name: str = typer.Option(..., help="as workers will read it, for example: Pak Budi"),
    office: str = typer.Option("", help="for example: Disnaker Sukoharjo"),
    area: str = typer.Option("", help="province or regency code; empty = everywhere"),
) -> None:
    """Let a person act as staff (again)."""
    if role not in rows.ROLES:
        stop(f"the role is one of: {', '.join(rows.ROLES)}")
    if cutting.cut(name, LONGEST_NAME) != name:
        stop(f"the name is longer than {LONGEST_NAME} characters")
    if area and places.area(area) is None:
        stop(f"no area has the code {area}; codes look like 33 or 33.11")
    deps = _open()
    member = rows.Staff(id=telegram_id, role=role, name=name, office=office, area=area or None, added_at=Clock().now())
    deps.run(lambda session: session.merge(member))
    print(f"{name} is now {role}")


@staff.command()
def off(telegram_id: int = typer.Argument(help="the numeric Telegram user id")) -> None:
    """Take the role away; those whom the person held wait again, and the colleagues are told."""

    def switch(session: Session) -> bool:
        freed = leaving.leave(session, telegram_id, Clock().now())
        for request_id in freed or ():
            alerting.waits_again(session, request_id, Clock().now())
        return freed is not None

    if not _open().run(switch):
        stop(f"{telegram_id} is not staff", 1)
    print("done")


@staff.command("list")
def show() -> None:
    """List the active staff."""
    database = _open()
    for role in rows.ROLES:
        for row in database.run(rows.everyone, role):
            print(f"{row.id}\t{row.role}\t{row.name}\t{row.office}\t{row.area or '-'}")


def _open() -> Database:
    try:
        return wiring.open_deps(Settings()).database
    except wiring.NotReady as problem:
        stop(str(problem))
