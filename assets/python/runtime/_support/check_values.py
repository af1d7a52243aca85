"""Checks of texts, numbers and enumerations."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TypeAlias

from .checks import INTEGER, NUMBER, STRING, Check, Place, Report, fail, is_finite, is_number
from .json_text import print_json
from .patterns import TextPattern
from .texts import number_text, text_of

_Number: TypeAlias = int | float


def string(
    *,
    min_length: int = 0,
    max_length: int | None = None,
    pattern: TextPattern | None = None,
    format: Check | None = None,
    implied: bool = False,
) -> Check:
    """A text.

    :param min_length: in code points, as `max_length`.
    :param implied: what is no text is right too.
    """

    def check(value: object, at: Place, report: Report) -> None:
        if not isinstance(value, str):
            if not implied:
                STRING(value, at, report)
            return
        length = len(value)
        if length < min_length:
            characters = "character" if min_length == 1 else "characters"
            fail(at, "minLength", f"must have at least {min_length} {characters}", report)
        if max_length is not None and length > max_length:
            characters = "character" if max_length == 1 else "characters"
            fail(at, "maxLength", f"must have at most {max_length} {characters}", report)
        if pattern is not None and not pattern.test(value):
            fail(at, "pattern", f"must match {pattern}", report)
        if format is not None:
            format(value, at, report)

    return check


def number(
    *,
    minimum: _Number | None = None,
    maximum: _Number | None = None,
    exclusive_minimum: _Number | None = None,
    exclusive_maximum: _Number | None = None,
    multiple_of: _Number | None = None,
    format: Check | None = None,
    implied: bool = False,
    type: Check = NUMBER,
) -> Check:
    """A number.

    :param implied: what is no number is right too.
    """

    def check(value: object, at: Place, report: Report) -> None:
        if not implied:
            type(value, at, report)
        if not is_number(value):
            return
        if minimum is not None and value < minimum:
            fail(at, "minimum", f"must be at least {text_of(minimum)}", report)
        if maximum is not None and value > maximum:
            fail(at, "maximum", f"must be at most {text_of(maximum)}", report)
        if exclusive_minimum is not None and value <= exclusive_minimum:
            text = f"must be greater than {text_of(exclusive_minimum)}"
            fail(at, "exclusiveMinimum", text, report)
        if exclusive_maximum is not None and value >= exclusive_maximum:
            text = f"must be less than {text_of(exclusive_maximum)}"
            fail(at, "exclusiveMaximum", text, report)
        if multiple_of is not None and is_finite(value) and not _is_multiple(value, multiple_of):
            fail(at, "multipleOf", f"must be a multiple of {text_of(multiple_of)}", report)
        if format is not None:
            format(value, at, report)

    return check


integer = partial(number, type=INTEGER)
"""A number without a fraction: 1.0 is one."""


def enum(*values: object) -> Check:
    """One of some values, lists and objects among them."""
    allowed = {canonical(value) for value in values}

    def check(value: object, at: Place, report: Report) -> None:
        if canonical(value) not in allowed:
            fail(at, "enum", f"must be one of {', '.join(map(_print_json, values))}", report)

    return check


def canonical(value: object) -> str:
    """A text that is equal for equal values of JSON: true is not 1, and 1.0 is."""
    if isinstance(value, dict):
        members = (f"{print_json(name)}:{canonical(value[name])}" for name in sorted(value))
        return f"{{{','.join(members)}}}"
    if isinstance(value, list):
        return f"[{','.join(map(canonical, value))}]"
    if isinstance(value, str):
        return print_json(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    # The digits of a number are not those that messages show: making those takes long for long ones.
    return f"{value:x}" if is_number(value) and isinstance(value, int) else repr(value)


def _is_multiple(value: _Number, step: _Number) -> bool:
    """Exact on the decimals that are written: 0.3 is a multiple of 0.1."""
    if isinstance(value, int) and isinstance(step, int):
        return value % step == 0
    digits, exponent = _to_decimal(value)
    step_digits, step_exponent = _to_decimal(step)
    lowest = min(exponent, step_exponent)
    scaled: int = digits * 10 ** (exponent - lowest)
    scaled_step: int = step_digits * 10 ** (step_exponent - lowest)
    return scaled % scaled_step == 0


def _to_decimal(value: _Number) -> tuple[int, int]:
    """A number as digits and a power of ten."""
    sign, digits, exponent = Decimal(repr(value)).as_tuple()
    whole = int("".join(map(str, digits)))
    return -whole if sign else whole, int(exponent)


def _print_json(value: object) -> str:
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, list):
        return f"[{','.join(map(_print_json, value))}]"
    if isinstance(value, dict):
        members = (f"{print_json(name)}:{_print_json(each)}" for name, each in value.items())
        return f"{{{','.join(members)}}}"
    return print_json(value)
