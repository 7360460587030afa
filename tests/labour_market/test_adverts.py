"""Advertisements as they are pasted: how right each field is read, and that what is doubtful is said to be."""

import pytest
from reading_adverts import counted, examples, printed, shares, sure_but_wrong

from labour_market.adverts import reading

# right at least, wrong at most, in % of the advertisements that say something about the field
FLOORS = {
    "title": (90, 10), "employer": (95, 5), "location": (95, 5), "wage_min": (95, 2), "wage_max": (95, 2),
    "education_min": (95, 2), "experience_years_min": (95, 2), "age_max": (95, 2), "contract_type": (95, 2),
    "shift": (90, 5), "skills": (95, 0), "apply": (95, 5), "closes": (95, 2), "openings": (95, 2), "demands": (95, 5),
    "suspicions": (95, 5),
}  # fmt: skip
# the twenty that were written after the reader; at first sight, before anything was mended, right / wrong in %:
#   title 55/45, employer 50/19, location 90/5, wage_min 93/0, wage_max 67/0, education 91/9, experience 100/0,
#   age 83/0, contract 100/0, shift 50/0, apply 80/15, closes 88/13, openings 75/0, demands 100/0, suspicions 100/0
# and ten more, written after that mending, at first sight: title 56/33, employer 100/0, location 89/11, wage_min 88/13,
#   wage_max 75/25, education, experience, age, shift, skills, apply, closes, demands 100/0, contract 75/25
UNSEEN_FLOORS = {
    "title": (55, 40), "employer": (50, 20), "location": (90, 5), "wage_min": (93, 0), "wage_max": (65, 0),
    "education_min": (90, 10), "experience_years_min": (100, 0), "age_max": (83, 0), "contract_type": (100, 0),
    "shift": (50, 0), "skills": (90, 0), "apply": (80, 15), "closes": (87, 13), "openings": (75, 0),
    "demands": (100, 0), "suspicions": (100, 0),
}  # fmt: skip


LATER_FLOORS = {
    "title": (55, 34), "employer": (95, 5), "location": (88, 12), "wage_min": (87, 13), "wage_max": (75, 25),
    "education_min": (95, 0), "experience_years_min": (95, 0), "age_max": (95, 0), "contract_type": (75, 25),
    "shift": (95, 0), "skills": (95, 0), "apply": (95, 5), "closes": (95, 0), "demands": (95, 0), "suspicions": (95, 5),
}  # fmt: skip
EVERY = ("first", "unseen", "later")


@pytest.mark.parametrize(
    ("file", "count", "floors"), [("first", 40, FLOORS), ("unseen", 20, UNSEEN_FLOORS), ("later", 10, LATER_FLOORS)]
)
def test_every_field_is_read_at_least_so_rightly(file, count, floors):
    table = counted(file)
    print(file, printed(table), sep="\n")

    found = shares(table)

    assert len(examples(file)) == count
    assert [
        (field, found[field])
        for field, (right, wrong) in floors.items()
        if found[field][1] < right or found[field][3] > wrong
    ] == []


def test_what_is_read_wrongly_is_marked_as_doubtful_nearly_always():
    doubtless = [one for file in EVERY for one in sure_but_wrong(file)]

    assert len(doubtless) <= 4, doubtless


def test_nothing_is_read_out_of_words_that_are_no_advertisement():
    for words in (
        "Selamat pagi, apa kabar hari ini?",
        "Bu Sari sudah saya telepon, besok datang ke kantor jam 9.",
        "ok",
    ):
        assert not reading.is_advert(words)

    assert all(reading.is_advert(one.text) for file in EVERY for one in examples(file))
