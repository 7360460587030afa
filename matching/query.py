"""What a person types when looking for work: which occupation, which place, and what is left."""

from dataclasses import dataclass
from functools import lru_cache

from matching.education import LEVELS
from matching.gazetteer import is_marker, words_of
from matching.occupations import Occupation, occupations
from matching.places import PlaceKind, PlaceMatch, find
from matching.profile import Profile
from matching.wording import stop_words, words

PLACE_CUES = frozenset(
    {"di", "dekat", "deket", "sekitar", "daerah", "area", "near", "around", "in", "at", "wilayah", "ke"}
)
_EMPTY = frozenset(
    {"any", "me", "please", "tolong", "dong", "min", "kak", "gan", "bang", "halo", "saya", "ada", "work"}
)


@dataclass(frozen=True, slots=True)
class Query:
    """A search in words, taken apart."""

    text: str
    words: tuple[str, ...]  # everything meaningful but the place, written out: what the text search uses
    occupations: tuple[Occupation, ...]
    place: PlaceMatch
    remainder: tuple[str, ...]  # meaningful words that named neither an occupation nor a place
    education: str | None = None  # "lulusan smp"

    def as_profile(self, profile_id: str = "") -> Profile:
        """Return the search as a profile, so that a search is ranked like a person: only what was typed is known."""
        codes = tuple(one.code for one in self.place.areas)
        anywhere = ("seluruh Indonesia",) if self.place.kind is PlaceKind.ANYWHERE else ()
        abroad = (self.place.country.name,) if self.place.country else ()
        return Profile(
            id=profile_id,
            last_occupation=" ".join(self.words),
            education=self.education,
            willing_regions=codes + anywhere + abroad,
        )


@lru_cache(maxsize=5_000)
def parse(text: str) -> Query:
    """Take a search apart: "loker gudang karawang" names a warehouse group and Karawang, and leaves nothing over."""
    named = occupations(text, guess=False)
    place = _place(text, {word for one in named for word in one.words})
    meaningful = _meaningful(text, set(place.words))
    work = " ".join(meaningful)
    named = named or occupations(work)
    spoken = {word for one in named for word in one.words}
    return Query(
        text=text,
        words=meaningful,
        occupations=named,
        place=place,
        remainder=tuple(word for word in meaningful if word not in spoken and word.upper() not in LEVELS),
        education=next((word.upper() for word in words(text) if word.upper() in LEVELS), None),
    )


def _place(text: str, work_words: set[str]) -> PlaceMatch:
    """Look for the place after a cue first ("deket tangerang"), then in everything that is not the occupation."""
    plain = words_of(text)
    cue = next((at for at, word in enumerate(plain) if word in PLACE_CUES), None)
    if cue is not None:
        after = find(" ".join(plain[cue + 1 :]))
        if after.kind is not PlaceKind.NONE:
            return after
    rest = [word for word in plain if not work_words & set(words(word)) and not _is_idle(word)]
    return find(" ".join(rest))


def _is_idle(word: str) -> bool:
    written = words(word)
    return word.upper() in LEVELS or all(one in stop_words() or one in _EMPTY for one in written)


def _meaningful(text: str, place_words: set[str]) -> tuple[str, ...]:
    kept = (word for word in words(text) if word not in place_words and not is_marker(word))
    cues = PLACE_CUES | _EMPTY | stop_words()
    return tuple(word for word in kept if word not in cues)
