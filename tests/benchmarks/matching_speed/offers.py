"""Synthetic offers from a fixed seed: as many as are asked for, the first ten thousand always the same."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
from matching_speed.draws import (
    SEED,
    Urn,
    between,
    invented,
    model,
    occupation_urn,
    place_text,
    place_urn,
    sector_of,
    surface_forms,
    word_urn,
)

from matching.profile import Kind, Opportunity

DAY = date(2026, 1, 31)
CHUNK = 10_000
ABOUT_ITSELF = 0.09  # share of a description's words that repeat the title or other names of the occupation
RARE_WORDS = 60_000  # invented words of the first ten thousand offers; their number grows with the root of the offers
CLOSING_SHARE = 0.3  # our own assumption, for the real advertisements lost their closing dates
CLOSES_WITHIN = (-6, 60)  # days: a tenth of them is closed


def synthetic(count: int) -> Iterator[Opportunity]:
    """Yield offers; the same number always gives the same offers."""
    for chunk in range(0, count, CHUNK):
        yield from _chunk(chunk, min(CHUNK, count - chunk))


def _chunk(first: int, count: int) -> Iterator[Opportunity]:
    random = np.random.default_rng([SEED, first])
    titles = _titles(random, count)
    columns = zip(
        titles,
        _descriptions(random, titles, rare=int(RARE_WORDS * np.sqrt(1 + first / CHUNK))),
        _places(random, count),
        _skills(random, count),
        _wages(random, count),
        _facts(random, count),
        _days(random, count),
        strict=True,
    )
    for row, ((code, title), description, place, skills, wage, facts, days) in enumerate(columns):
        education, years, age, contract = facts
        yield Opportunity(
            id=f"S{first + row:07d}",
            kind=Kind.VACANCY,
            title=title,
            provider=f"PT Contoh {(first + row) * 7919 % 50_021}",
            location=place,
            description=description,
            skills=skills,
            category=sector_of().get(code, ""),
            education_min=education or None,
            experience_years_min=float(years) if years else None,
            age_max=int(age) if age else None,
            wage_min=wage,
            wage_max=wage and wage * 5 // 4,
            contract_type=contract,
            posted=days[0],
            closes=days[1],
        )


def _titles(random: np.random.Generator, count: int) -> list[tuple[str, str]]:
    codes = occupation_urn().draw(random, count)
    extra = Urn.of(model()["title_extra"]).draw(random, count)
    more = iter(word_urn("title_words").draw(random, 8 * count))
    which = random.random(count)
    found = []
    for code, size, share in zip(codes, extra, which, strict=True):
        names = surface_forms().get(code, ())
        name = names[int(share * len(names))] if names else f"{next(more)} {next(more)}"
        found.append((code, " ".join((name, *(next(more) for _ in range(int(size)))))))
    return found


def _descriptions(random: np.random.Generator, titles: list[tuple[str, str]], rare: int) -> Iterator[str]:
    has = random.random(len(titles)) < model()["description_share"]
    lengths = np.where(has, between(model()["description_lengths"], random, len(titles)), 0).astype(int)
    common = iter(word_urn("description_words").draw(random, int(lengths.sum())))
    kind = random.random(int(lengths.sum()))
    ranks = (rare ** random.random(int(lengths.sum()))).astype(int)
    tail = ABOUT_ITSELF + model()["tail_share"] * (1 - ABOUT_ITSELF)
    at = 0
    for (code, title), length in zip(titles, lengths, strict=True):
        own = [*title.split(), *(word for name in surface_forms().get(code, ())[:6] for word in name.split())]
        said = []
        for share, rank in zip(kind[at : at + length], ranks[at : at + length], strict=True):
            word = next(common)
            if share < ABOUT_ITSELF:
                word = own[rank % len(own)]
            elif share < tail:
                word = invented(int(rank))
            said.append(word)
        at += length
        yield " ".join(said)


def _places(random: np.random.Generator, count: int) -> list[str]:
    styles = random.integers(3, size=count)
    return [place_text(code, style) for code, style in zip(place_urn().draw(random, count), styles, strict=True)]


def _skills(random: np.random.Generator, count: int) -> Iterator[tuple[str, ...]]:
    sizes = [int(size) for size in Urn.of(model()["skill_counts"]).draw(random, count)]
    named = iter(word_urn("skill_words").draw(random, 2 * sum(sizes)))
    for size in sizes:
        yield tuple(f"{next(named)} {next(named)}" for _ in range(size))


def _wages(random: np.random.Generator, count: int) -> list[int | None]:
    wages = between(model()["wages"], random, count)
    stated = random.random(count) < model()["wage_share"]
    return [int(wage) // 100_000 * 100_000 if has else None for wage, has in zip(wages, stated, strict=True)]


def _facts(random: np.random.Generator, count: int) -> Iterator[tuple[str, str, str, str]]:
    names = ("education", "experience", "age")
    tables = [{key: share for key, share in model()[name].items() if key != "other"} for name in names]
    intern = random.random(count) < model()["internships"]
    contracts = ["Magang" if one else "Full time" for one in intern]
    return zip(*(Urn.of(table).draw(random, count) for table in tables), contracts, strict=True)


def _days(random: np.random.Generator, count: int) -> Iterator[tuple[date, date | None]]:
    old = between(model()["days_old"], random, count).astype(int)
    closing = random.random(count) < CLOSING_SHARE
    left = random.integers(*CLOSES_WITHIN, size=count)
    for days, has, within in zip(old, closing, left, strict=True):
        yield DAY - timedelta(int(days)), DAY + timedelta(int(within)) if has else None
