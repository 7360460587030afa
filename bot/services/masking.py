"""Numbers that identify somebody, masked in what people type; amounts of money and dates stay readable."""

import re
from dataclasses import dataclass
from functools import partial

from jkp.membership.identifiers import mask as masked

_DATE = (
    r"(?:(?:0?[1-9]|[12]\d|3[01])[/.\-](?:0?[1-9]|1[0-2])[/.\-](?:19|20)\d\d(?!\d)"
    r"|(?:19|20)\d\d-\d\d-\d\d(?!\d))"
)
_DATES = rf"(?<!\d){_DATE}(?:\s?[-\u2013/]\s?{_DATE})*(?![.\-/]\d)"
_AMOUNT = r"(?<![\d.,])[1-9]\d{0,2}(?:[.,]\d{3}){1,3}(?![.,]?\d)"
_PHONE = (
    r"(?<!\d)(?:\+?62[ .\-]?|0)8\d{1,3}[ .\-]?\d{3,4}[ .\-]?\d{2,5}(?!\d)"  # an Indonesian mobile number
    r"|(?<!\d)0[2-79]\d{1,2}[ \-]?\d{5,8}(?!\d)"  # a landline with its area
    r"|\+\d{1,3}(?:[ .\-]?\d){7,12}(?!\d)"  # abroad
)
_IDENTITY = (
    r"(?<!\d)\d(?:[ .\-]?\d){15}(?!\d)"  # a NIK, with or without gaps
    r"|(?<!\d)\d{10,}"  # a KPJ has 11 digits; a mistyped NIK or a bank account is as private
)
_NUMBERS = re.compile(
    rf"(?P<readable>{_DATES}|{_AMOUNT})|(?P<phone>{_PHONE})|(?P<identity>{_IDENTITY})",
)


@dataclass(frozen=True, slots=True)
class Masked:
    """The words without private numbers, and whether one that identifies (NIK, KPJ, account) stood in them."""

    words: str
    identity: bool


def mask(words: str, *, phones: bool = True) -> Masked:
    """Mask every private number by all but its last four digits; `phones`: telephone numbers too."""
    identity = any(found.lastgroup == "identity" for found in _NUMBERS.finditer(words))
    return Masked(_NUMBERS.sub(partial(_shown, phones=phones), words), identity)


def _shown(found: re.Match[str], *, phones: bool) -> str:
    kept = found.lastgroup == "readable" or (found.lastgroup == "phone" and not phones)
    return found.group() if kept else masked(re.sub(r"\D", "", found.group()))
