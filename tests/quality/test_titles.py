"""Titles on benchmark sets that are not ours to ship: title to class, to occupation group, related occupations."""

import csv
import statistics
from collections import Counter, defaultdict
from datetime import date

import pytest

from matching.matcher import Matcher
from matching.occupations import occupations
from matching.profile import Kind, Opportunity, Profile

pytestmark = pytest.mark.bench
DAY = date(2026, 1, 1)
ASKED = 200  # O*NET occupations that are asked for


def rows(folder, *path):
    file = folder.joinpath("bench", *path)
    if not file.is_file():
        pytest.skip(f"no {'/'.join(path)} beside the judged data")
    with file.open(encoding="utf-8") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_our_groups_tell_the_class_of_a_title(folder):
    titles = [(row[1], row[2]) for row in rows(folder, "title-to-class", "title-class.tsv")[1:]]
    learnt, asked = titles[::2], titles[1::2]
    by_group: dict[str, Counter[str]] = defaultdict(Counter)
    for title, named in learnt:
        by_group[_group(title)][named] += 1

    right = [
        by_group[_group(title)].most_common(1)[0][0] == named for title, named in asked if _group(title) in by_group
    ]

    print(f"title to class by our group alone: {statistics.mean(right):.3f} of {len(asked)} (LinearSVC: about .68)")
    assert statistics.mean(right) >= 0.55


def test_titles_find_their_occupation_group(folder):
    titles = [
        (row[0], set(row[1].replace(",", ";").split(";"))) for row in rows(folder, "kbji", "title-to-kbji.tsv")[1:]
    ]
    found = [({one.code for one in occupations(title)}, {code.strip() for code in codes}) for title, codes in titles]

    whole = statistics.mean(bool(ours & theirs) for ours, theirs in found)
    wide = statistics.mean(bool({one[:2] for one in ours} & {one[:2] for one in theirs}) for ours, theirs in found)

    print(f"title to KBJI group ({len(found)}, labels noisy): four digits {whole:.3f}, two digits {wide:.3f}")
    assert wide >= 0.45


def test_related_occupations_are_near(folder):
    listed = rows(folder, "onet-related", "occupations.tsv")
    related: dict[str, set[str]] = defaultdict(set)
    for row in rows(folder, "onet-related", "related.tsv")[1:]:
        related[row[0]].add(row[1])
    offers = [Opportunity(id=code, kind=Kind.VACANCY, title=title, description=said) for code, title, said in listed]
    matcher = Matcher.fit(offers, DAY)

    asked = [row for row in listed if row[0] in related][:ASKED]
    found = statistics.mean(_precision(matcher, row, related[row[0]]) for row in asked)

    print(f"O*NET related occupations, in English: MAP {found:.3f} (TF-IDF title .168, title and description .315)")
    assert found > 0.0


def _precision(matcher, row, wanted):
    person = Profile(id="", last_occupation=row[1], free_text=row[2])
    ranked = [one for one, _ in matcher.scores(person, 0, with_rules=False) if one != row[0]]
    places = sorted(ranked.index(one) + 1 for one in wanted if one in ranked)
    return statistics.mean(number / place for number, place in enumerate(places, start=1)) if places else 0.0


def _group(title):
    return next((one.code for one in occupations(title, guess=False)), "")
