"""What a user would pick instead: plain text rankers over the same texts, alone and armed with the same conditions."""

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np

from matching import constraints
from matching.nearness import nearness
from matching.person import understand
from matching.profile import Opportunity, Profile
from tests.quality.judged import Judged, Scores

Scorer = Callable[[Profile], Scores]
STATED = ("place", "education", "age", "wage", "contract", "closed")  # what every ranker can read from the fields


def tfidf_words(judged: Judged) -> Scorer:
    """TF-IDF over words (scikit-learn's defaults)."""
    return _cosine(judged, analyzer="word")


def tfidf_letters(judged: Judged) -> Scorer:
    """TF-IDF over three to five letters."""
    return _cosine(judged, analyzer="char_wb", ngram_range=(3, 5))


def bm25(judged: Judged) -> Scorer | None:
    """BM25 as bm25s does it; None where it is not installed."""
    try:
        import bm25s
    except ImportError:
        return None
    index = bm25s.BM25()
    index.index(bm25s.tokenize([_offer_text(one) for one in judged.offers], show_progress=False), show_progress=False)
    ids = [one.id for one in judged.offers]

    def scored(person: Profile) -> Scores:
        asked = bm25s.tokenize([_person_text(person)], show_progress=False, return_ids=False)[0]
        return dict(zip(ids, map(float, index.get_scores(asked)), strict=True))

    return scored


def armed(judged: Judged, text: Scorer) -> Scorer:
    """Rank by a text ranker with every stated condition that is missed put behind everything else, as ours are."""
    table = judged.matcher.table

    def scored(person: Profile) -> Scores:
        who = understand(person)
        near = nearness(who.reach, table.places)
        none = np.zeros(len(table.offers))
        missed = constraints.missed(
            table, who, near, day=judged.day.toordinal(), values={"text": none, "occupation": none}
        )
        count = sum(missed[name].astype(float) for name in STATED)
        plain = text(person)
        return {offer.id: plain[offer.id] - 100.0 * float(count[row]) for row, offer in enumerate(table.offers)}

    return scored


def _cosine(judged: Judged, **options: Any) -> Scorer:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(sublinear_tf=True, **options)
    by_terms = vectors.fit_transform([_offer_text(one) for one in judged.offers]).T.tocsr()
    ids = [one.id for one in judged.offers]

    @cache
    def scored(person: Profile) -> Scores:
        found = (vectors.transform([_person_text(person)]) @ by_terms).toarray()[0]
        return dict(zip(ids, map(float, found), strict=True))

    return scored


def _offer_text(offer: Opportunity) -> str:
    """The texts that serve a plain ranker best: the title three times, and no category."""
    return " ".join((offer.title, offer.title, offer.title, *offer.skills, offer.description))


def _person_text(person: Profile) -> str:
    return " ".join((person.last_occupation, person.major or "", *person.skills, person.free_text))
