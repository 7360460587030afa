"""The command line itself, and how it says that something is wrong: one plain line, no traceback."""

import sys
from typing import NoReturn

import typer

app = typer.Typer(
    name="kerjalagi",
    help="A Telegram assistant and job matcher for people in Indonesia who lost their job.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def stop(message: str, code: int = 2) -> NoReturn:
    """Say what is wrong and what to do, and leave."""
    print(message, file=sys.stderr)
    raise typer.Exit(code)
