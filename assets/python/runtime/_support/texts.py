"""Values as the texts that stand in URLs, headers and forms, and back."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Final, TypeAlias
from urllib.parse import quote, unquote_to_bytes

from .json_text import parse_json, print_json

Convert: TypeAlias = Callable[[str], object]
"""Makes a value of a text. What it cannot convert stays a text, and the check that follows says what is wrong."""


class Absent(Enum):
    """What stands for a value that did not come: `None` is the null of JSON."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_INTEGER = re.compile(r"[+-]?[0-9]{1,4000}")
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LARGEST_EXACT = 2**53
_UNESCAPED = "!'()*-._~"


def to_text(text: str) -> object:
    """A text as itself."""
    return text


def to_number(text: str) -> object:
    """A decimal number; one without a fraction is an `int`, however it is written."""
    if _NUMBER.fullmatch(text) is None:
        return text
    if _INTEGER.fullmatch(text) is not None:
        return int(text)
    number = float(text)
    return int(number) if number.is_integer() and abs(number) <= _LARGEST_EXACT else number


def to_plain_number(text: str) -> object:
    """Where a text is as good as a number: only what a number is written as is one, so that `01` stays as it is."""
    if _NUMBER.fullmatch(text) is None:
        return text
    number = float(text)
    return to_number(text) if math.isfinite(number) and number_text(number) == text else text


def to_boolean(text: str) -> object:
    """`true` and `false`."""
    return {"true": True, "false": False}.get(text, text)


def to_null(text: str) -> object:
    """Nothing, or the word `null`."""
    return None if text in ("", "null") else text


def to_json(text: str) -> object:
    """JSON; a text that is not JSON stays a text."""
    try:
        return parse_json(text)
    except (ValueError, RecursionError):
        return text


def to_first(*converts: Convert) -> Convert:
    """The first conversion that makes something else of the text."""

    def convert(text: str) -> object:
        values = (each(text) for each in converts)
        return next((value for value in values if value is not text), text)

    return convert


def text_of(value: object) -> str:
    """A value as text: what is neither text nor list stands as JSON, since OpenAPI has no form for it.

    :raises ValueError: for `None`, of which there is no text, and for numbers that are not finite.
    """
    if isinstance(value, str):
        return value
    if value is None:
        raise ValueError("cannot hold null")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        return number_text(value)
    return print_json(value)


def number_text(number: float) -> str:
    """A number as programs of the web write it: `1` for 1.0, `1e+21` where the digits would be too many.

    See Number::toString of https://tc39.es/ecma262/.
    """
    if not math.isfinite(number):
        raise ValueError(f"cannot hold {number}")
    if number == 0:
        return "0"
    sign = "-" if number < 0 else ""
    parts = Decimal(float.__repr__(abs(number))).normalize().as_tuple()
    digits = "".join(map(str, parts.digits))
    return sign + _place_point(digits, len(digits) + int(parts.exponent))


def _place_point(digits: str, point: int) -> str:
    """A decimal point after as many digits as `point` says, which may be none or fewer."""
    if len(digits) <= point <= 21:
        return digits.ljust(point, "0")
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"0.{'0' * -point}{digits}"
    mantissa = digits if len(digits) == 1 else f"{digits[0]}.{digits[1:]}"
    return f"{mantissa}e{point - 1:+d}"


def encode(text: str) -> str:
    """A text as a part of a URL."""
    try:
        return quote(text, safe=_UNESCAPED)
    except UnicodeEncodeError:
        raise ValueError(
            f"cannot hold {text!r}: half of a character has no form in a URL"
        ) from None


def decode(text: str) -> str:
    """The other way. A `%` that starts no escape makes the whole a text like any other."""
    if "%" not in text or _BROKEN_ESCAPE.search(text) is not None:
        return text
    try:
        return unquote_to_bytes(text).decode("utf-8")
    except UnicodeError:
        return text
