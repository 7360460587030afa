"""What an advertisement demands of a person that says nothing about the work: sex, looks, religion, marriage.

Such demands are never taken over as conditions; whoever checks the advertisement is told of them.
"""

import re

GENDER, LOOKS, RELIGION, MARITAL = "gender", "looks", "religion", "marital"
_FEMALE = re.compile(r"\b(?:wanita|perempuan|cewe?k|cwek?|female|muslimah|putri|ibu2|p\s?(?=\())\b", re.IGNORECASE)
_MALE = re.compile(r"\b(?:pria|laki\s?-?\s?laki|laki2?|cowo?k|cwok|male|putra|bapak2)\b", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:l\s?/\s?p|p\s?/\s?l|pria\s?(?:/|&|dan|atau)\s?wanita|all gender)\b", re.IGNORECASE)
_LOOKS = re.compile(
    r"good\s?looking|(?:ber)?penampilan[^\n,.;]{0,20}|(?<!gaji )(?<!bonus )(?<!komisi )(?<!insentif )(?<!penghasilan )"
    r"\bmenarik\b|(?:tinggi|tb|height)\s*(?:badan|pria|wanita)?\s*(?:min\w*\.?)?\s*:?\s*1\d\d\s*(?:cm)?"
    r"|(?:berat|bb)\s+(?:badan\s+)?(?:ideal|proporsional)|rambut\s+\w+|foto\s+(?:full|seluruh)\s+\w+|tidak\s+bertato"
    r"|kulit\s+(?:putih|bersih)",
    re.IGNORECASE,
)
_RELIGION = re.compile(
    r"\bmuslim(?:ah)?\b|\b(?:agama|beragama)\s+\w+|\bnon\s?-?muslim\b|\b(?:nasrani|kristen|katolik|hindu|buddha)\b"
    r"|\bber(?:kerudung|hijab|jilbab)\b",
    re.IGNORECASE,
)
_MARITAL = re.compile(
    r"belum\s+(?:pernah\s+)?(?:menikah|nikah|berkeluarga|kawin|punya\s+anak)|\b(?:single|lajang|janda|duda|unmarried)\b",
    re.IGNORECASE,
)


def demands(text: str) -> tuple[str, ...]:
    """Name the kinds of such demands in a text; both sexes named together demand neither."""
    female, male = _FEMALE.search(text), _MALE.search(text)
    found = {
        GENDER: bool(female) != bool(male) and not _BOTH.search(text),
        LOOKS: bool(_LOOKS.search(text)),
        RELIGION: bool(_RELIGION.search(text)),
        MARITAL: bool(_MARITAL.search(text)),
    }
    return tuple(kind for kind, is_there in found.items() if is_there)


def without(text: str) -> str:
    """Take such demands out of a text that is kept with the vacancy; lines that said nothing else fall out."""
    bare = text
    for pattern in (_BOTH, _LOOKS, _RELIGION, _MARITAL, _FEMALE, _MALE):
        bare = pattern.sub("", bare)
    return "\n".join(line for line in bare.split("\n") if any(letter.isalnum() for letter in line))
