"""`demo`: the whole product on this machine, with made-up people, no token and nothing kept."""

import asyncio
import contextlib
import io
import logging

import typer

from bot import log, wiring
from bot.cli.app import app, stop
from bot.settings import Settings
from bot.simulator.demo import Demo

WHAT = "SIMULATOR: KerjaLagi with made-up people and data; nothing leaves this machine. Stop with Ctrl-C."


@app.command()
def demo(
    port: int = typer.Option(8080, min=0, max=65535, help="of the chat page on this machine; 0 = any free"),
) -> None:
    """Play KerjaLagi in a browser on this machine: a simulated Telegram, the real bot, made-up people."""
    if Settings().telegram_token is not None:
        stop(
            "the demo does not start while KERJALAGI_TELEGRAM_TOKEN is set: it never touches a real bot; unset it first"
        )
    log.set_up(logging.WARNING)
    try:
        asyncio.run(Demo(port, _command, _announce).run())
    except OSError as error:
        stop(f"port {port} cannot be used ({error.strerror}); choose another: kerjalagi demo --port {port + 1}")
    except wiring.NotReady as problem:
        stop(str(problem))


def _announce(address: str) -> None:
    print(WHAT, address, sep="\n", flush=True)


def _command(*arguments: str) -> None:
    """Run a sub-command in this process, without its output.

    Raises:
        NotReady: it did not end well.
    """
    with contextlib.redirect_stdout(io.StringIO()):
        code = typer.main.get_command(app).main(args=list(arguments), prog_name="kerjalagi", standalone_mode=False)
    if code:
        raise wiring.NotReady(f"`kerjalagi {arguments[0]}` could not prepare the sample world (exit {code})")
