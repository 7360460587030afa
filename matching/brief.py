"""The best offers in brief: the score and what tells whether an offer fits, without a word of explanation.

Explaining sixty offers takes longer than finding them, and a list needs none of it: a card explains itself when it is
opened.
"""

from collections.abc import Sequence

from matching.judging import Judged
from matching.profile import Part, Ranked
from matching.stored_offers import ids_of

NEEDED = ("text", "occupation")  # parts by which an offer fits or does not


def brief(judged: Judged, rows: Sequence[int]) -> list[Ranked]:
    """Return offers as `reasons.explain` does, with these parts only, no reasons, no distance, nothing missing."""
    values = [(name, judged.values[name], judged.weights[name]) for name in NEEDED]
    ids = ids_of(judged.table.offers, rows)
    return [
        Ranked(
            offer_id,
            float(judged.total[row]),
            tuple(Part(name, float(value[row]), weight) for name, value, weight in values),
        )
        for offer_id, row in zip(ids, rows, strict=True)
    ]
