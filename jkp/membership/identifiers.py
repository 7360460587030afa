"""NIK, KPJ and phone numbers: read as people write them, shown only masked."""

import re

import phonenumbers
from stdnum.exceptions import ValidationError
from stdnum.id import nik as nik_number

NO_SERIAL = "0000"
KPJ = re.compile(r"[0-9A-Z]{8,16}")
BETWEEN = re.compile(r"[\s.\-/]")
SHOWN = 4  # last characters of an identifier that stay readable
LONG_NUMBER = re.compile(r"\+?\d(?:[\s.\-]?\d){6,}")


def nik(text: str) -> str | None:
    """Read a NIK (16 digits: district, birth date with 40 added to a woman's day, serial number from 0001).

    It has no check digit, so a well-formed NIK proves nothing; only the register does.
    """
    try:
        number = str(nik_number.validate(BETWEEN.sub("", text)))
    except ValidationError:
        return None
    return None if number.endswith(NO_SERIAL) else number


def kpj(text: str) -> str | None:
    """Read a KPJ, the number of a participant's card (letters and digits, mostly 11 digits)."""
    number = BETWEEN.sub("", text).upper()
    return number if KPJ.fullmatch(number) else None


def phone(text: str) -> str | None:
    """Read a phone number as E.164; without a country it is Indonesian, with or without its leading zero."""
    try:
        number = phonenumbers.parse(text, "ID")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def mask(identifier: str) -> str:
    """Show an identifier by its last four characters only; a short one not at all."""
    shown = identifier[-SHOWN:] if len(identifier) > 2 * SHOWN else ""
    return "•••" + shown


def mask_numbers(text: str) -> str:
    """Mask every number of seven digits or more in a text: it may be an identifier in the wrong column."""
    return LONG_NUMBER.sub(lambda found: mask(found.group()), text)
