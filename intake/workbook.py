"""The cells of a workbook, read in a process of its own with little memory and time: no file can hurt the bot."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from intake import workbook_process
from intake.errors import Refused

SECONDS = 60  # wall clock; the process limits its own processor time and memory
CODES = {workbook_process.TOO_LARGE: "too_large"}


def rows(content: bytes) -> Iterator[list[str] | str]:
    """Give the rows of every visible sheet, from its first row on, as text; behind them the name, if there are several.

    Raises:
        Refused: damaged, too_large (wider and longer than any sheet of people), too_expensive (memory or time).
    """
    command = [sys.executable, "-I", str(Path(workbook_process.__file__))]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own interpreter and file; the content goes through stdin
    except subprocess.TimeoutExpired as error:
        raise Refused("too_expensive", f"{SECONDS} s") from error
    if done.returncode < 0:  # ended by the system: no memory or processor time left
        raise Refused("too_expensive", f"signal {-done.returncode}")
    if done.returncode:
        raise Refused(CODES.get(done.returncode, "damaged"))
    for line in done.stdout.splitlines():
        yield json.loads(line)


def as_text(value: object) -> str:
    """Write one typed cell as text; the same way for workbooks and for JSON."""
    return workbook_process.as_text(value)
