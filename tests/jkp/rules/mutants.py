"""Print what `mutmut run` found, file by file, and whom it left alive; fails below 95 per cent killed."""

import json
import sys
from collections import Counter
from pathlib import Path

LEAST = 0.95
ALIVE, NO_TEST, NOT_RUN = "survived", "no test", "not run"
WORD = {0: ALIVE, 5: NO_TEST, 33: NO_TEST, None: NOT_RUN}  # every other way to end is a death


def found(folder: Path) -> dict[str, dict[str, str]]:
    """Read by file how each mutant ended."""
    return {
        path.name.removesuffix(".py.meta"): {
            name: WORD.get(code, "killed") for name, code in json.loads(path.read_text())["exit_code_by_key"].items()
        }
        for path in sorted(folder.rglob("*.meta"))
    }


def line(name: str, ends: Counter) -> str:
    """Write the row of one file."""
    return f"{name:14}{ends.total():6}{ends['killed']:8}{ends[ALIVE]:10}{ends[NO_TEST]:9}{ends[NOT_RUN]:9}"


def main(folder: Path) -> int:
    """Print the figures; 1 where too few were killed or some were not run."""
    files = {name: ends for name, ends in found(folder).items() if ends}
    total = Counter(end for ends in files.values() for end in ends.values())
    print(f"{'file':14}{'all':>6}{'killed':>8}{ALIVE:>10}{NO_TEST:>9}{NOT_RUN:>9}")
    for name, ends in files.items():
        print(line(name, Counter(ends.values())))
    print(line("all", total))
    print(*(name for ends in files.values() for name, end in ends.items() if end in {ALIVE, NO_TEST}), sep="\n")
    share = total["killed"] / max(total.total(), 1)
    print(f"killed: {share:.1%}")
    return int(share < LEAST or total[NOT_RUN] > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
