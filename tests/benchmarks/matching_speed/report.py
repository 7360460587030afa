"""The figures as a table for people: one block a size, then how the costs grow with the number of offers."""

from collections.abc import Sequence
from itertools import pairwise
from math import log

OURS = "KerjaLagi"
Figures = dict  # one size, as measure.Measured writes itself to JSON
HEADINGS = (
    ("", 26),
    ("p50 ms", 8),
    ("p95", 7),
    ("mean", 7),
    ("times ours", 11),
    ("of means", 9),
    ("bare ms", 8),
    ("times", 6),
    ("night/s", 8),
    ("times", 6),
    ("recall", 7),
    ("held", 6),
    ("build s", 8),
    ("update s", 9),
    ("MB", 7),
)


def report(sizes: Sequence[Figures]) -> str:
    """All sizes, smallest first."""
    ordered = sorted(sizes, key=lambda one: one["offers"])
    blocks = [_block(one) for one in ordered]
    return "\n\n".join((*blocks, *_growths(ordered), LEGEND))


LEGEND = """\
CPU time of one thread; every ranker answers the same people in turns. `ms`: the best 20 with parts and reasons;
`bare`: ids and scores only. `times ours`: median of the paired ratios, `of means`: ratio of the mean times; above 1 we
are faster. `night/s`: people a CPU second, in batches. `recall`: share of the best 20 by the shipped score over every
offer; `held`: share of them among what the peer had retrieved at all. `build`: the index alone; the columns and words
that every peer needs before it stand above the table, and ours contains them."""


def _block(one: Figures) -> str:
    head = (
        f"{one['offers']:,} offers, {one['people']} people; columns and words {one['reading']:.2f} s; "
        f"reading a profile {one['understanding']:.2f} ms, a new one {one['first_time']:.2f} ms (in every answer); "
        f"memory of our process +{one['resident']:.0f} MB"
    )
    title = "".join(f"{name:>{width}}" if width < 20 else f"{name:{width}}" for name, width in HEADINGS)
    return "\n".join((head, title, *(_line(row) for row in one["rows"])))


def _line(row: Figures) -> str:
    cells = (
        f"{row['answer']['p50']:.2f}",
        f"{row['answer']['p95']:.2f}",
        f"{row['answer']['mean']:.2f}",
        f"{row['ratio']['median']:.2f}",
        f"{row['ratio']['means']:.2f}",
        f"{row['bare']['p50']:.2f}",
        f"{row['bare_ratio']['median']:.2f}",
        f"{row['night']:.0f}",
        f"{row['night_ratio']['means']:.2f}",
        f"{row['recall']:.3f}",
        f"{row['retrieved']:.3f}",
        f"{row['build']:.2f}",
        f"{row['update']:.3f}",
        f"{row['megabytes']:.1f}",
    )
    widths = (width for _name, width in HEADINGS[1:])
    return f"{row['name']:26}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))


def growth(small: Figures, large: Figures, name: str) -> float | None:
    """The exponent e of cost ~ offers ** e, by mean CPU time; None where a ranker is missing."""
    times = [
        next((row["answer"]["mean"] for row in one["rows"] if row["name"] == name), None) for one in (small, large)
    ]
    if None in times:
        return None
    return log(times[1] / times[0]) / log(large["offers"] / small["offers"])


def _growths(sizes: list[Figures]) -> list[str]:
    if len(sizes) < 2:
        return []
    steps = list(pairwise(sizes))
    lines = ["growth exponent " + "".join(f"{a['offers']:>16,} -> {b['offers']:,}" for a, b in steps)]
    for row in sizes[0]["rows"]:
        found = (growth(a, b, row["name"]) for a, b in steps)
        lines.append(f"{row['name']:26}" + "".join(f"{'' if one is None else format(one, '.2f'):>22}" for one in found))
    return ["\n".join(lines)]
