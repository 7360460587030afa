"""The command `kerjalagi`: each sub-command in its file, loaded together here."""

from bot.cli.app import app
from bot.cli.care import backup, restore, rotate_key
from bot.cli.data import decide, import_, rank
from bot.cli.demo import demo
from bot.cli.running import doctor, migrate, run
from bot.cli.staff import add, off, show

__all__ = [
    "add",
    "backup",
    "decide",
    "demo",
    "doctor",
    "import_",
    "main",
    "migrate",
    "off",
    "rank",
    "restore",
    "rotate_key",
    "run",
    "show",
]


def main() -> None:
    """Run the command line."""
    app()
