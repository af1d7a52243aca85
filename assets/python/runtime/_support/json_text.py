"""JSON as other languages read and write it."""

from __future__ import annotations

import json
import re
from typing import NoReturn

_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_json(text: str) -> object:
    """The value of a JSON text.

    :raises ValueError: for what is not JSON, such as `NaN`, which the module `json` lets pass.
    :raises RecursionError: for what is nested too deeply.
    """
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError:
        raise
    except ValueError as error:
        if "integer string conversion" not in str(error):
            raise
        # More digits than Python makes an int of.
        return json.loads(text, parse_constant=_refuse_constant, parse_int=_to_int)


def print_json(value: object) -> str:
    """The JSON text of a value, with its characters as they are.

    :raises TypeError: if there is something in the value that JSON cannot say.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # Half of a character has no bytes: it is written out.
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def print_ascii_json(value: object) -> str:
    """The same with no characters but those of ASCII, as headers have it."""
    return json.dumps(value, allow_nan=False, separators=(",", ":"))


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"'{name}' is not JSON")


def _to_int(digits: str) -> int | float:
    try:
        return int(digits)
    except ValueError:
        return float(digits)
