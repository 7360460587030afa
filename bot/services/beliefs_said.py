"""Hears an outdated rule in what people type: the old figure is held to be true, not denied, past or weighed."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from rapidfuzz.distance import OSA

from bot.services import phrasebook
from bot.services.plain import plain
from jkp.beliefs import Belief, Change, change
from jkp.rules.regulation import BASIS, Rule, history

_PER_CENT = re.compile(r"\s*%")
_GLUED = re.compile(r"(?<![a-z0-9])(\d+)(?=[a-z]{2,})")  # 3bln
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")  # 1.000.000
_FRACTION = re.compile(r"(?<=\d)[.,](?=\d)")  # 0,46
_RUPIAH = re.compile(r"\b(?:rp|idr)\.?\s*(?=\d)")
_MILLIONS = re.compile(r"\b(\d+)000000\b")
SHORTEST_GUESS = 6  # letters of a word that may be mistyped
LONG = 10  # letters of a word that may be mistyped twice
# what makes the old figure no belief: it is denied beside it, or told of the past
_DENIED_BEFORE = re.compile(
    r"\b(?:bukan|tidak|isnt|arent|wasnt)(?: (?:lagi|harus|perlu|usah|cuma|sampai|selalu|dibatasi|ada|berlaku))*"
    r"(?: (?:yang|aturan|syarat|batas|batasan|iuran|lamar|di|ke))*\s*$"
)
_DENIED_WITHIN = re.compile(r"\b(?:tidak|bukan) (?:lagi )?(?:harus|perlu|usah|lagi|selalu)\b")
_DENIED_AFTER = re.compile(
    r"^(?: \w+){0,3}? (?:sudah tidak|tidak (?:berlaku|lagi|harus|perlu|usah)|dihapus|dicabut|diganti|ditiadakan"
    r"|abolished|removed|dropped|berubah|jadi \d)"
)
_SURPRISED = re.compile(r"\b(?:bukannya|katanya)(?: (?!dulu)\w+){0,3}\s*$")  # "isn't it ...?": what they expected
_PAST = re.compile(r"\b(?:dulu(?:nya)?|sebelumnya|aturan lama|sebelum 20\d\d|was)\b")
_FIRST = re.compile(
    r"\b(harus|tunggu|nunggu|asesmen|persetujuan|menteri|bayar)\b((?: \w+){0,4}) dulu\b"
)  # "X dulu": X first
_STILL = re.compile(r"\b(?:masih|tetap)\b")


@dataclass(frozen=True, slots=True)
class Heard:
    """What rule a text speaks of (None: of the changes as such), and whether it holds the old one to be true."""

    belief: Belief | None
    stale: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """One way to speak of a rule: all of `about`, and the old figure, the new one, or an open question."""

    belief: Belief
    about: tuple[re.Pattern[str], ...]
    old: re.Pattern[str]
    new: re.Pattern[str] | None
    asks: re.Pattern[str] | None
    never: re.Pattern[str] | None

    def hears(self, words: str) -> bool | None:
        """Whether the old rule is presupposed (True), asked about or told rightly (False), or not spoken of (None)."""
        if self.never is not None and self.never.search(words):
            return None
        if not all(pattern.search(words) for pattern in self.about):
            return None
        found = list(self.old.finditer(words))
        news = list(self.new.finditer(words)) if self.new is not None else []
        news = [one for one in news if not _denied(words, one)]
        if any(_is_surprise(words, one, news) for one in found):
            return True
        if news:
            return False
        if not found:
            return False if news or (self.asks is not None and self.asks.search(words)) else None
        if all(_denied(words, one) for one in found):
            return False
        return not _PAST.search(_FIRST.sub(r"\1\2", words)) or bool(_STILL.search(words))


def _denied(words: str, found: re.Match[str]) -> bool:
    return bool(
        _DENIED_BEFORE.search(words[: found.start()])
        or _DENIED_WITHIN.search(found.group())
        or _DENIED_AFTER.search(words[found.end() :])
    )


def _is_surprise(words: str, old: re.Match[str], news: list[re.Match[str]]) -> bool:
    """Whether the new figure is doubted for the old one: "why 60 %, isn't it 45 %?"."""
    doubted = bool(news) and all(one.end() <= old.start() for one in news)
    return doubted and bool(_SURPRISED.search(words[: old.start()]))


def heard(text: str, day: date) -> Heard | None:
    """Hear the outdated rule that a text holds to be true, or the rule that it asks for; None when it does neither.

    On a day before a rule was changed its old figure is no belief but the rule.
    """
    words = spoken(text)
    asked: Heard | None = None
    for belief in Belief:
        found = change(belief, day)
        for sign in _signs(found) if found is not None else ():
            answer = sign.hears(words)
            if answer:
                return Heard(belief, stale=True)
            if answer is False and asked is None:
                asked = Heard(belief, stale=False)
    if asked is None and _changes().search(words):
        return Heard(None, stale=False)
    return asked


def spoken(text: str) -> str:
    """Write a text out in plain words with its figures: per cent, millions and fractions as one token."""
    figures = _RUPIAH.sub("", _PER_CENT.sub(" persen ", text.lower()))
    figures = _GLUED.sub(r"\1 ", figures)
    figures = _MILLIONS.sub(r"\1 juta", _THOUSANDS.sub("", figures))
    words = plain(_FRACTION.sub("koma", figures))
    known = _phrases().sub(lambda found: _meanings()[found.group()], words)
    return _phrases().sub(lambda found: _meanings()[found.group()], " ".join(map(_guessed, known.split())))


@cache
def _meanings() -> dict[str, str]:
    return {row["written"]: row["meaning"] for row in phrasebook.rows("belief_words.csv")}


@cache
def _phrases() -> re.Pattern[str]:
    longest_first = sorted(_meanings(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


@cache
def _known_words() -> frozenset[str]:
    return frozenset(word for row in _meanings().items() for word in row)


def _guessed(word: str) -> str:
    """Mend a mistyped word of ours: one slip, or two in a long word."""
    if len(word) < SHORTEST_GUESS or word in _known_words() or not word.isalpha():
        return word
    slips = 2 if len(word) >= LONG else 1
    return next((one for one in _meant() if OSA.distance(word, one, score_cutoff=slips) <= slips), word)


@cache
def _meant() -> tuple[str, ...]:
    """Words that a mistyped one may stand for."""
    meant = {word for word in _meanings().values() if word.isalpha() and len(word) >= SHORTEST_GUESS}
    return tuple(sorted(meant))


@cache
def _changes() -> re.Pattern[str]:
    return next(phrasebook.pattern(row["asks"]) for row in phrasebook.rows("beliefs.csv") if not row["belief"])


@cache
def _signs(found: Change) -> tuple[Sign, ...]:
    rows = [row for row in phrasebook.rows("beliefs.csv") if row["belief"] == found.belief]
    return tuple(_sign(row, found) for row in rows)


def _sign(row: dict[str, str], found: Change) -> Sign:
    figures = _figures(found)

    def made(written: str) -> re.Pattern[str] | None:
        for name, figure in figures.items():
            written = written.replace(f"[{name}]", figure)
        return phrasebook.maybe(written)

    about = tuple(pattern for one in row["about"].split(" && ") if (pattern := made(one)) is not None)
    old = made(row["old"]) or re.compile(r"(?!)")
    return Sign(found.belief, about, old, made(row["new"]), made(row["asks"]), made(row["never"]))


def _figures(found: Change) -> dict[str, str]:
    """Write the figures of the rows as they stand in spoken words: [old], [new], [later], [five]."""
    rows = {"old": found.old, "new": found.new}
    figures = {name: _figure(found.belief, row.numbers) for name, row in rows.items()}
    figures["later"] = _figure(found.belief, found.old.numbers[-1:])
    return figures | {"five": str(history(Rule.SEARCH_APPLICATIONS)[0].number)}


def _figure(belief: Belief, numbers: tuple[int, ...]) -> str:
    if not numbers:
        return ""
    if belief is Belief.CASH:
        return str(numbers[0] * 100 // BASIS)
    if belief is Belief.CONTRIBUTION:
        return f"{sum(numbers) * 100 / BASIS:.2f}".replace(".", "koma")
    if belief is Belief.TRAINING_CAP:
        return f"{numbers[0] / 1_000_000:g}".replace(".", "koma") + " juta"
    return str(numbers[0])
