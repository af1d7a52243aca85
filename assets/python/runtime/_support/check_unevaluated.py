"""Checks of what the other keywords of a schema say nothing of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from .checks import Check, Place, Report, fail, passes
from .patterns import TextPattern


@dataclass(slots=True)
class Evaluated:
    """What a schema has evaluated of a value: names of an object, positions of a list."""

    names: set[str] = field(default_factory=set)
    positions: set[int] = field(default_factory=set)


Mark: TypeAlias = Callable[[object, Evaluated], None]
"""Adds what one keyword evaluates."""


def _unknown(value: object, at: Place, report: Report) -> None:
    fail(at, "unevaluatedProperties", "is not known", report)


def _too_many(value: object, at: Place, report: Report) -> None:
    fail(at, "unevaluatedItems", "is one item too many", report)


def unevaluated_properties(*marks: Mark, check: Check = _unknown) -> Check:
    """Checks the members that no mark has evaluated; without a check there must be none."""

    def checked(value: object, at: Place, report: Report) -> None:
        if not isinstance(value, dict):
            return
        names = _evaluate(value, marks).names
        for name, member in value.items():
            if name not in names:
                check(member, (at, name), report)

    return checked


def unevaluated_items(*marks: Mark, check: Check = _too_many) -> Check:
    """Checks the items that no mark has evaluated; without a check there must be none."""

    def checked(value: object, at: Place, report: Report) -> None:
        if not isinstance(value, list):
            return
        positions = _evaluate(value, marks).positions
        for index, item in enumerate(value):
            if index not in positions:
                check(item, (at, index), report)

    return checked


def of_names(*names: str) -> Mark:
    """Members with these names."""
    return lambda _, evaluated: evaluated.names.update(names)


def of_pattern(pattern: TextPattern) -> Mark:
    """Members whose names match."""

    def mark(value: object, evaluated: Evaluated) -> None:
        if isinstance(value, dict):
            evaluated.names.update(name for name in value if pattern.test(name))

    return mark


def of_items(count: int) -> Mark:
    """The first items."""
    return lambda _, evaluated: evaluated.positions.update(range(count))


def of_matches(check: Check) -> Mark:
    """Items that pass a check."""

    def mark(value: object, evaluated: Evaluated) -> None:
        if isinstance(value, list):
            found = (index for index, item in enumerate(value) if passes(check, item))
            evaluated.positions.update(found)

    return mark


def of_all(value: object, evaluated: Evaluated) -> None:
    """Everything there is."""
    if isinstance(value, dict):
        evaluated.names.update(value)
    elif isinstance(value, list):
        evaluated.positions.update(range(len(value)))


def of_form(check: Check, marks: Sequence[Mark], others: Sequence[Mark] = ()) -> Mark:
    """What marks add to a value that passes a check, and what others add to one that does not."""

    def mark(value: object, evaluated: Evaluated) -> None:
        for each in marks if passes(check, value) else others:
            each(value, evaluated)

    return mark


def _evaluate(value: object, marks: Sequence[Mark]) -> Evaluated:
    evaluated = Evaluated()
    for mark in marks:
        mark(value, evaluated)
    return evaluated
