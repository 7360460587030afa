"""What the catalogue holds most: the everyday groups of jobs, and the towns with open offers for one job."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from bot.services import offers
from matching.matcher import Matcher
from matching.occupations import groups as codes
from matching.places import PlaceKind
from matching.profile import Profile

# everyday groups: the words that are searched, and the groups of the classification (KBJI) that they stand for
GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "garment": ("operator jahit", ("8153", "7531", "7532", "7533", "7543", "8157", "8152", "8156")),
    "factory": ("operator produksi", ("8189", "9329", "8183", "9321", "8211", "8212", "8142", "8160", "7223")),
    "warehouse": ("staf gudang kurir", ("4321", "9333", "9334", "9621", "8321", "8344")),
    "shop": ("kasir pramuniaga toko", ("5223", "5230", "5221", "5222", "5242", "5246")),
    "kitchen": ("juru masak", ("5120", "9412", "5131", "9411", "3434", "7512")),
    "driver": ("sopir", ("8322", "8332", "8331")),
    "office": ("admin", ("4110", "4120", "4132", "4311", "3313", "4226")),
    "sales": ("sales", ("3322", "5243", "5244")),
    "security": ("satpam", ("5414",)),
    "cleaning": ("cleaning service", ("9112", "9111", "5151", "5153")),
    "building": ("tukang bangunan", ("7112", "7111", "9313", "9312", "7115", "7131", "7212")),
    "care": ("perawat lansia", ("5322", "5321", "3221", "2221", "5311")),
}
EVERYDAY = ("garment", "factory", "warehouse", "shop", "kitchen")  # when the catalogue says nothing
SHOWN_GROUPS, SHOWN_TOWNS = 5, 3


@dataclass(frozen=True, slots=True)
class Town:
    """A town to choose: its everyday name, the codes it stands for (kabupaten and kota alike), its open offers."""

    name: str
    codes: tuple[str, ...]
    count: int


def words_of(group: str) -> str:
    """Give the words that an everyday group is searched by; empty for an unknown group."""
    return GROUPS.get(group, ("", ()))[0]


def groups(ready: Matcher | None) -> tuple[str, ...]:
    """Give the five everyday groups of which most is open, filled up with the usual ones."""
    counted = Counter[str]() if ready is None else _count_groups(ready)
    most = [name for name, count in counted.most_common() if count][:SHOWN_GROUPS]
    chosen = tuple(dict.fromkeys((*most, *EVERYDAY)))[:SHOWN_GROUPS]
    return tuple(sorted(chosen, key=list(GROUPS).index))


def _count_groups(ready: Matcher) -> Counter[str]:
    named = {code: name for name, (_, kinds) in GROUPS.items() for code in kinds}
    every = codes()
    firsts = (int(first) for first in ready.table.group[:, 0])
    found = Counter(named.get(every[first], "") for first in firsts if first < len(every))
    del found[""]
    return found


def towns(ready: Matcher, job: str, day: date) -> tuple[Town, ...]:
    """Give the towns with most open offers for a job, most first."""
    fitting = offers.in_brief(ready, Profile(id="", last_occupation=job), day)
    counts: Counter[str] = Counter()
    named: dict[str, dict[str, None]] = {}
    for ranked in fitting:
        place = ready.table.places[int(ready.table.place[ready.rows[ranked.offer_id]])]
        if place.kind in {PlaceKind.AREA, PlaceKind.CHOICE}:
            name = place.areas[0].short_name
            counts[name] += 1
            named.setdefault(name, {}).update(dict.fromkeys(one.code for one in place.areas))
    return tuple(Town(name, tuple(named[name])[:3], count) for name, count in counts.most_common(SHOWN_TOWNS))
