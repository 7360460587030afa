"""The command `kerjalagi`: each sub-command in its file, loaded together here."""

from bot.cli.app import app
from bot.cli.care import backup, restore, rotate_key
from bot.cli.data import decide, rank
from bot.cli.demo import demo
from bot.cli.exporting import export
from bot.cli.importing import import_, roll_back
from bot.cli.law import diff_law, page, show_law
from bot.cli.report import chain
from bot.cli.running import doctor, migrate, run
from bot.cli.staff import add, off, show

__all__ = [
    "add",
    "backup",
    "chain",
    "decide",
    "demo",
    "diff_law",
    "doctor",
    "export",
    "import_",
    "main",
    "migrate",
    "off",
    "page",
    "rank",
    "restore",
    "roll_back",
    "rotate_key",
    "run",
    "show",
    "show_law",
]


def main() -> None:
    """Run the command line."""
    app()
