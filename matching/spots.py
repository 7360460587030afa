"""The distinct places of many offers, as columns that one person's reach is compared with at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.distances import number_of
from matching.places import PlaceKind, PlaceMatch, find

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Spots:
    """Places in a fixed order."""

    texts: tuple[str, ...]  # as advertised
    places: tuple[PlaceMatch, ...]
    anywhere: NDArray[np.bool_]  # remote, or the whole of Indonesia
    unnamed: NDArray[np.bool_]
    abroad: NDArray[np.bool_]
    areas: Whole  # area number of a place with one area, the first of several; 0 where there is none
    several: Whole  # the places that may be in one of several areas
    choices: Whole  # (several, most areas) their area numbers, the first one repeated

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Spots":
        """Read what places texts mean and put them into columns."""
        named = tuple(texts)
        places = tuple(map(find, named))
        kinds = [one.kind for one in places]
        several = [number for number, one in enumerate(places) if len(one.areas) > 1]
        return cls(
            texts=named,
            places=places,
            anywhere=np.array([one.remote or one.kind is PlaceKind.ANYWHERE for one in places], dtype=bool),
            unnamed=np.array([kind is PlaceKind.NONE for kind in kinds], dtype=bool),
            abroad=np.array([kind is PlaceKind.ABROAD for kind in kinds], dtype=bool),
            areas=np.array([_numbers(one)[0] for one in places], dtype=np.int64),
            several=np.array(several, dtype=np.int64),
            choices=_padded([_numbers(places[number]) for number in several]),
        )

    def behind(self, others: "Spots") -> tuple["Spots", Whole]:
        """Return the places of others and behind them those of these that are not among them, with their numbers."""
        if self is others:
            return others, np.arange(len(self))
        number = {text: at for at, text in enumerate(others.texts)}
        numbers = np.array([number.setdefault(text, len(number)) for text in self.texts], dtype=np.int64)
        return (Spots.of(number) if len(number) > len(others) else others), numbers

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, number: int) -> PlaceMatch:
        return self.places[number]

    def __iter__(self) -> Iterator[PlaceMatch]:
        return iter(self.places)


def _numbers(place: PlaceMatch) -> list[int]:
    return [number_of()[one.code] for one in place.areas] or [0]


def _padded(numbers: list[list[int]]) -> Whole:
    most = max(map(len, numbers), default=1)
    rows = [[*one, *[one[0]] * (most - len(one))] for one in numbers]
    return np.array(rows, dtype=np.int64).reshape(len(numbers), most)
