"""The search for the best offers as one compiled loop, title by title; imported only where numba is installed.

It finds what `candidates` finds among the offers that miss no condition, and stops as early: a title, an offer or its
wording is looked at only while it can still be among the best so far. What comes out is judged by the shipped signals.
"""

import heapq

import numpy as np

from matching.arrays import Flags, Floats, Kept, Search, Seen, Shares, Shelf, Texts, Wanted, Whole
from matching.kernels import compiled, letters_of, rows_with_words, words_of
from matching.letters import LETTERS_SHARE
from matching.profile import FITTING_TEXT
from matching.signals import ENOUGH_SKILLS, NO_SKILLS
from matching.views import ROUNDING

STEPS = np.array([0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 3.0])  # of score below the best title, taken in one go
BAND = 0.02  # of score: offers whose wording is looked at in one go
ROOM = 4_096  # offers that there is room for at first
ONE = np.uint64(1)


@compiled
def titles_of(seen: Seen) -> tuple[Floats, Floats]:
    """What titles are worth: those that fit, and the strange ones; minus infinity for the others."""
    size, most = seen.works.shape
    title, strange = np.full(size, -np.inf), np.full(size, -np.inf)
    works, occupation = seen.works, seen.occupation
    for at in range(size):
        if seen.refused[works[at, 0]]:
            continue
        best = occupation[works[at, 0]]
        for column in range(1, most):
            best = max(best, occupation[works[at, column]])
        worth = seen.weights[0] * best + seen.weights[1] * seen.level[seen.ranks[at]]
        if best < seen.fitting:
            strange[at] = worth
        else:
            title[at] = worth
    return title, strange


@compiled
def descend(search: Search, top: int) -> Kept:
    """Offers that miss nothing and hold the best `top`; all that miss nothing where there are fewer."""
    worst = [-np.inf] * top
    found = Kept(np.empty(0, dtype=np.int64), np.empty(0))
    best, taken = search.wanted.title.max(), np.inf
    for step in STEPS:
        low = max(best - step, worst[0] - ROUNDING - search.shares.behind_title)
        if low >= taken or best == -np.inf:
            break
        found = _with_wording(search, _in_reach(search, (low, taken), worst[0]), worst, found, 0.0)
        taken = low
    found = _strange(search, worst, found)
    kept: Kept = _kept(found, found.least >= worst[0] - ROUNDING - search.shares.freshness)
    return kept


@compiled
def _strange(search: Search, worst: list[float], found: Kept) -> Kept:
    """Add offers of other work, where the wording can make up for it: the wording is looked at first."""
    shelf, wanted, shares, texts = search
    floor = worst[0] - ROUNDING
    if wanted.strange.max() < max(floor - shares.behind_title, -1e9):
        return found
    needed = (FITTING_TEXT - LETTERS_SHARE) / (1 - LETTERS_SHARE) * texts.best.words - ROUNDING
    rows = rows_with_words(texts.words, texts.said, needed)
    scores = wanted.strange[shelf.title_of[rows]] + wanted.spot[shelf.spot_of[rows]]
    scores += wanted.terms[shelf.terms_of[rows]] + wanted.pay[shelf.pay_of[rows]]
    kept = (scores > -np.inf) & (scores >= floor - shares.skills - shares.text - shares.freshness)
    some = _cut(search, Kept(rows[kept], scores[kept]), worst[0])
    more: Kept = _with_wording(search, some, worst, found, FITTING_TEXT)
    return more


@compiled
def _in_reach(search: Search, worth: tuple[float, float], floor: float) -> Kept:
    """Offers whose title is worth so much and that can still come up to the floor, without what their wording adds."""
    shares = search.shares
    needed = floor - ROUNDING - shares.text - shares.freshness - shares.skills
    found: Kept = _cut(search, _on_shelf(search.shelf, search.wanted, worth, needed), floor)
    return found


@compiled
def _cut(search: Search, some: Kept, floor: float) -> Kept:
    """Add skills, and leave out what is closed or barred or cannot come up to the floor any longer."""
    shares, closes, barred = search.shares, search.shelf.closes, search.wanted.barred
    if shares.skills > 0.0:
        _add_skills(search.shelf, search.wanted, shares, some)
    kept = some.least >= floor - ROUNDING - shares.text - shares.freshness
    for at in range(len(kept)):
        row = some.rows[at]
        kept[at] = kept[at] and not closes[row] < shares.earliest and not _is_among(barred, row)
    return Kept(some.rows[kept], some.least[kept])


@compiled
def _on_shelf(shelf: Shelf, wanted: Wanted, worth: tuple[float, float], needed: float) -> Kept:
    """Offers that come up to what is needed by what can be read off their title, terms, pay and spot."""
    titles = wanted.title
    rows, scores, count = np.empty(ROOM, dtype=np.int64), np.empty(ROOM), 0
    spot, terms, pay = shelf.spot, shelf.terms, shelf.pay
    of_spot, of_terms, of_pay = wanted.spot, wanted.terms, wanted.pay
    for title in np.flatnonzero((titles >= worth[0]) & (titles < worth[1])):
        own = titles[title]
        if count + shelf.starts[title + 1] - shelf.starts[title] > len(rows):
            room = np.empty(count + shelf.starts[title + 1] - shelf.starts[title])
            rows, scores = np.append(rows, room.astype(np.int64)), np.append(scores, room)
        for place in range(shelf.starts[title], shelf.starts[title + 1]):
            score = own + of_spot[spot[place]] + (of_terms[terms[place]] + of_pay[pay[place]])
            if score > -np.inf and score >= needed:
                rows[count], scores[count] = shelf.rows[place], score
                count += 1
    return Kept(rows[:count], scores[:count])


@compiled
def _add_skills(shelf: Shelf, wanted: Wanted, shares: Shares, some: Kept) -> None:
    """Add what `signals.skills` says of the offers."""
    skill, own, rows = shelf.skill, wanted.skill, some.rows
    for at in range(len(rows)):
        named, value = shelf.named[rows[at]], NO_SKILLS
        if shares.has_skills and named > 0.0:
            common = 0
            for word in range(len(own)):
                bits = skill[rows[at], word] & own[word]
                while bits:
                    bits &= bits - ONE
                    common += 1
            value = min(common / min(named, ENOUGH_SKILLS), 1.0)
            if shelf.is_course[rows[at]]:
                value = max(value, NO_SKILLS)
        some.least[at] += shares.skills * value


@compiled
def _with_wording(search: Search, some: Kept, worst: list[float], found: Kept, least_text: float) -> Kept:
    """Add what the wording adds, offers that score most first, and keep what is so alike and may be of the best."""
    shares = search.shares
    high = some.least.max() if len(some.rows) else -np.inf
    while high > -np.inf and high + shares.text + shares.freshness >= worst[0] - ROUNDING:
        among = (some.least <= high) & (some.least > high - BAND)
        fresh = _worded(shares, search.texts, _kept(some, among), worst[0], least_text)
        for total in fresh.least:
            if total > worst[0]:
                heapq.heapreplace(worst, total)
        found = Kept(np.concatenate((found.rows, fresh.rows)), np.concatenate((found.least, fresh.least)))
        alive = some.least + shares.text + shares.freshness >= worst[0] - ROUNDING
        some = _kept(some, alive & (some.least <= high - BAND))
        high = some.least.max() if len(some.rows) else -np.inf
    return found


@compiled
def _worded(shares: Shares, texts: Texts, some: Kept, floor: float, least_text: float) -> Kept:
    """Of some offers those that come up to the floor with their wording and are at least so alike."""
    needed = floor - ROUNDING - shares.freshness
    words = (1 - LETTERS_SHARE) * (words_of(texts.words, texts.said, some.rows) / texts.best.words)
    most = words + LETTERS_SHARE
    kept = (some.least + shares.text * most >= needed) & (most >= least_text - ROUNDING)
    rows, words, scores = some.rows[kept], words[kept], some.least[kept]
    title = letters_of(texts.letters, texts.hits, texts.title[rows].astype(np.int64)) / texts.best.letters
    text = words + LETTERS_SHARE * title
    scores = scores + shares.text * text
    kept = (scores >= needed) & (text >= least_text)
    return Kept(rows[kept], scores[kept])


@compiled
def _is_among(rows: Whole, row: int) -> bool:
    if not len(rows):
        return False
    at = np.searchsorted(rows, row)
    return bool(at < len(rows) and rows[at] == row)


@compiled
def _kept(some: Kept, kept: Flags) -> Kept:
    return Kept(some.rows[kept], some.least[kept])
