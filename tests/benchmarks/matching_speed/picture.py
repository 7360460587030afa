"""The figures as a picture for docs/matching.md, drawn by hand as SVG: CPU time by number of offers, both by tens.

python -m matching_speed.picture figures-10000.json figures-100000.json > docs/pictures/matching-speed.svg
"""

import json
import sys
from collections.abc import Sequence
from html import escape
from math import ceil, floor, log10
from pathlib import Path

WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 210, 40, 50
COLOURS = ("#c0392b", "#1f6f8b", "#2e8b57", "#8e6bbf", "#b8860b", "#5a6b7b", "#444444", "#a0527a")
STYLE = "font-family: system-ui, sans-serif; font-size: 12px"
LINE_HEIGHT = 15

Points = list[tuple[float, float]]


def picture(sizes: Sequence[dict]) -> str:
    """Draw one line a ranker; ours is red and thick."""
    ordered = sorted(sizes, key=lambda one: one["offers"])
    lines = {row["name"]: _points(ordered, row["name"]) for row in ordered[0]["rows"]}
    every = [value for points in lines.values() for _size, value in points]
    low, high = floor(log10(min(every))), ceil(log10(max(every)))
    first, last = log10(ordered[0]["offers"]), log10(ordered[-1]["offers"])
    axes = Axes(first, max(last, first + 0.1), low, max(high, low + 1))
    parts = [*axes.grid([one["offers"] for one in ordered]), *_lines(lines, axes)]
    background = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>'
    title = (
        f'<text x="{LEFT}" y="22" font-weight="600">CPU of one answer (best 20 with reasons), one thread, mean</text>'
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" style="{STYLE}" role="img">'
    return "\n".join((head, background, title, *parts, "</svg>", ""))


class Axes:
    """Where a number of offers and a time stand."""

    def __init__(self, first: float, last: float, low: int, high: int) -> None:
        self.first, self.last, self.low, self.high = first, last, low, high

    def x(self, offers: float) -> float:
        """Across, by the power of ten."""
        return LEFT + (log10(offers) - self.first) / (self.last - self.first) * (WIDTH - LEFT - RIGHT)

    def y(self, milliseconds: float) -> float:
        """Down, by the power of ten."""
        share = (log10(milliseconds) - self.low) / (self.high - self.low)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    def grid(self, offers: Sequence[int]) -> list[str]:
        """Thin lines with their numbers."""
        found = []
        for power in range(self.low, self.high + 1):
            at = self.y(10.0**power)
            found.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.1f}" y2="{at:.1f}" stroke="#ddd"/>')
            found.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g} ms</text>')
        for count in offers:
            at = self.x(count)
            found.append(f'<text x="{at:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{count:,} offers</text>')
        return found


def _points(sizes: Sequence[dict], name: str) -> Points:
    return [(one["offers"], row["answer"]["mean"]) for one in sizes for row in one["rows"] if row["name"] == name]


def _lines(lines: dict[str, Points], axes: Axes) -> list[str]:
    found, taken = [], []
    for number, (name, points) in enumerate(sorted(lines.items(), key=lambda one: one[1][-1][1])):
        ours = name == "KerjaLagi"
        colour = COLOURS[0] if ours else COLOURS[1 + number % (len(COLOURS) - 1)]
        path = " ".join(f"{axes.x(size):.1f},{axes.y(value):.1f}" for size, value in points)
        found.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{3.5 if ours else 1.5}"/>')
        dots = (
            f'<circle cx="{axes.x(a):.1f}" cy="{axes.y(b):.1f}" r="{4 if ours else 2.5}" fill="{colour}"/>'
            for a, b in points
        )
        found += dots
        at = min([axes.y(points[-1][1]), *(one - LINE_HEIGHT for one in taken)])
        taken.append(at)
        label = f"{escape(name)}, {points[-1][1]:.1f} ms"
        weight = ' font-weight="600"' if ours else ""
        found.append(f'<text x="{WIDTH - RIGHT + 10}" y="{at + 4:.1f}" fill="{colour}"{weight}>{label}</text>')
    return found


if __name__ == "__main__":
    print(picture([json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:]]), end="")
