"""Writes values as JSON, with the very bytes that apps in other languages write."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

JsonValue: TypeAlias = (
    "str | int | float | bool | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
)
"""Anything that JSON can say."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_ARRAY_INDEX = re.compile(r"0|[1-9][0-9]{0,9}", re.ASCII)
_LARGEST_ARRAY_INDEX = 2**32 - 2


def to_json(value: JsonValue) -> str:
    """The text that JSON.stringify of JavaScript makes of a value.

    :raises TypeError: if there is something in the value that JSON cannot say.
    """
    return _write(value, "")


def _write(value: object, pointer: str) -> str:
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, str):
        return _write_text(value)
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        return _write_float(value)
    if isinstance(value, Mapping):
        return _write_object(value, pointer)
    if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray, memoryview)):
        items = [_write(item, f"{pointer}/{index}") for index, item in enumerate(value)]
        return f"[{','.join(items)}]"
    raise TypeError(
        f"JSON has no value for the {type(value).__name__} at '{pointer}' of the body;"
        " use dicts, lists, strings, numbers, booleans and None"
    )


def _write_object(members: Mapping[object, object], pointer: str) -> str:
    for name in members:
        if not isinstance(name, str):
            raise TypeError(
                f"the key {name!r} at '{pointer}' of the body is not a string; JSON has no others"
            )
    texts = {
        str(name): _write(value, f"{pointer}/{_pointer_token(str(name))}")
        for name, value in members.items()
    }
    pairs = [f"{_write_text(name)}:{texts[name]}" for name in _in_order(texts)]
    return f"{{{','.join(pairs)}}}"


def _in_order(names: Mapping[str, object]) -> list[str]:
    """As JavaScript has them: array indices by size, then all others as they were put there."""
    indices = [name for name in names if _is_array_index(name)]
    others = [name for name in names if not _is_array_index(name)]
    return sorted(indices, key=int) + others


def _is_array_index(name: str) -> bool:
    return _ARRAY_INDEX.fullmatch(name) is not None and int(name) <= _LARGEST_ARRAY_INDEX


def _pointer_token(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def _write_text(text: str) -> str:
    if _SURROGATE.search(text) is not None:
        # Two halves of a character are that character; a half of its own is written out.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    written = json.dumps(text, ensure_ascii=False)
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", written)


def _write_float(number: float) -> str:
    """Number::toString of ECMA-262."""
    if not math.isfinite(number):
        return "null"
    if number == 0:
        return "0"
    sign = "-" if number < 0 else ""
    parts = Decimal(float.__repr__(abs(number))).normalize().as_tuple()
    digits = "".join(map(str, parts.digits))
    point = len(digits) + int(parts.exponent)
    return sign + _place_point(digits, point)


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
