"""Checks of values: what every other module of checks is made of.

Values are those of JSON, as the module `json` has them; bytes stand for files.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeGuard

from .texts import ABSENT


@dataclass(frozen=True, slots=True)
class Violation:
    """One way in which a value is not what the model says."""

    pointer: str
    """Where, as a JSON pointer."""

    constraint: str
    """The keyword of the model that is violated, such as `minLength`."""

    message: str


Report: TypeAlias = list[Violation]
"""Where a check leaves what it finds."""

Place: TypeAlias = "str | tuple[Place, str | int]"
"""Where a value stands: a JSON pointer, or the name or index in what stands somewhere.

Most values are right, so that pointers are put together only when one is wrong.
"""

Check: TypeAlias = Callable[[object, Place, Report], None]
"""Reports every way in which the value at a place is wrong."""


def violations_of(check: Check, value: object, at: Place = "") -> Report:
    """All violations of a value, for example `violations_of(PET_CHECK, value)`."""
    report: Report = []
    if value is ABSENT:
        fail(at, "required", "is required", report)
        return report
    try:
        check(value, at, report)
    except RecursionError:
        return [Violation(pointer_of(at), "depth", "is nested too deeply")]
    return report


def passes(check: Check, value: object) -> bool:
    """Whether a check finds nothing."""
    report: Report = []
    check(value, "", report)
    return not report


def fail(at: Place, constraint: str, message: str, report: Report) -> None:
    """Reports one violation."""
    report.append(Violation(pointer_of(at), constraint, message))


def fail_type(expected: str, at: Place, report: Report) -> None:
    """Reports a value of another type."""
    fail(at, "type", f"must be {expected}", report)


def pointer_of(at: Place) -> str:
    """A place as a JSON pointer."""
    tokens: list[str] = []
    while not isinstance(at, str):
        at, name = at
        tokens.append(str(name).replace("~", "~0").replace("/", "~1"))
    return "/".join([at, *reversed(tokens)])


def is_number(value: object) -> TypeGuard[int | float]:
    """True for what JSON calls a number."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_finite(value: object) -> TypeGuard[int | float]:
    """True for a number that programs of every language can hold."""
    return is_number(value) and abs(value) <= sys.float_info.max


def lazy(check: Callable[[], Check]) -> Check:
    """A check that is looked up when it is first used: schemas may refer to each other in a circle."""
    found: Check | None = None

    def checked(value: object, at: Place, report: Report) -> None:
        nonlocal found
        if found is None:
            found = check()
        found(value, at, report)

    return checked


# What is not of the type of a check is left alone by its other keywords: each says one thing.


def _any(value: object, at: Place, report: Report) -> None:
    pass


def _never(value: object, at: Place, report: Report) -> None:
    fail(at, "false schema", "is not allowed", report)


def _null(value: object, at: Place, report: Report) -> None:
    if value is not None:
        fail_type("null", at, report)


def _boolean(value: object, at: Place, report: Report) -> None:
    if not isinstance(value, bool):
        fail_type("true or false", at, report)


def _string(value: object, at: Place, report: Report) -> None:
    if not isinstance(value, str):
        fail_type("a string", at, report)


def _bytes(value: object, at: Place, report: Report) -> None:
    if not isinstance(value, bytes):
        fail_type("bytes", at, report)


def _number(value: object, at: Place, report: Report) -> None:
    if not is_finite(value):
        fail_type("a number", at, report)


def _integer(value: object, at: Place, report: Report) -> None:
    if not (is_finite(value) and value == int(value)):
        fail_type("an integer", at, report)


def _object(value: object, at: Place, report: Report) -> None:
    if not isinstance(value, dict):
        fail_type("an object", at, report)


def _list(value: object, at: Place, report: Report) -> None:
    if not isinstance(value, list):
        fail_type("a list", at, report)


ANYTHING: Final[Check] = _any
NEVER: Final[Check] = _never
NULL: Final[Check] = _null
BOOLEAN: Final[Check] = _boolean
STRING: Final[Check] = _string
NUMBER: Final[Check] = _number
INTEGER: Final[Check] = _integer
OBJECT: Final[Check] = _object
LIST: Final[Check] = _list
BYTES: Final[Check] = _bytes
