"""A list in brief is the ranking without its explanations."""

from matching.brief import NEEDED


def test_a_list_in_brief_has_the_order_the_scores_and_what_fits(matcher, guard, seamstress, nurse):
    for person in (guard, seamstress, nurse):
        whole = matcher.rank(person, 12)

        found = matcher.brief(person, 12)

        assert [(one.offer_id, one.score, one.fits) for one in found] == [
            (one.offer_id, one.score, one.fits) for one in whole
        ]
        assert [{part.name: part for part in one.parts} for one in found] == [
            {part.name: part for part in one.parts if part.name in NEEDED} for one in whole
        ]
