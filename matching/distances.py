"""All areas beside each other: how far apart they are and which holds which, worked out once for the process."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from matching.areas import EARTH_KM, PROVINCE, Area, provinces, regencies


@cache
def every_area() -> tuple[Area, ...]:
    """Provinces and regencies, the regencies of one province side by side."""
    return (*provinces(), *regencies())


@cache
def number_of() -> dict[str, int]:
    """Where an area code stands in `every_area`."""
    return {one.code: number for number, one in enumerate(every_area())}


@cache
def gaps() -> NDArray[np.float64]:
    """Kilometres between the centres of any two areas; of a province its nearest regency counts."""
    near = _arcs_km(regencies())
    parts = [_parts(one) for one in provinces()]
    rows = np.vstack([*(near[part].min(axis=0) for part in parts), near])
    return np.column_stack([*(rows[:, part].min(axis=1) for part in parts), rows])


@cache
def overlaps() -> NDArray[np.bool_]:
    """Whether two areas are the same, or one is the province of the other."""
    province = np.array([one.province_code for one in every_area()])
    whole = is_province()
    same = np.eye(len(province), dtype=bool)
    return np.asarray(same | ((province[:, None] == province[None, :]) & (whole[:, None] | whole[None, :])))


@cache
def is_province() -> NDArray[np.bool_]:
    """Which areas are whole provinces: of those the distance is not known."""
    return np.array([one.kind == PROVINCE for one in every_area()])


def _parts(province: Area) -> list[int]:
    return [at for at, one in enumerate(regencies()) if one.province_code == province.code]


def _arcs_km(areas: tuple[Area, ...]) -> NDArray[np.float64]:
    """The straight line of `areas.distance_km` between all pairs."""
    lat, lon = np.radians([one.lat for one in areas]), np.radians([one.lon for one in areas])
    half = np.sin((lat[:, None] - lat) / 2) ** 2 + np.cos(lat[:, None]) * np.cos(lat) * (
        np.sin((lon[:, None] - lon) / 2) ** 2
    )
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(half)))
