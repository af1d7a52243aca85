"""Checks that are made of other checks of the same value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from .checks import ANYTHING, Check, Place, Report, fail, passes

Discriminator: TypeAlias = tuple[str, Mapping[str, int]]
"""The name of a member that tells forms apart, and which form each of its values names."""


def nullable(check: Check) -> Check:
    """Null, or what passes a check."""

    def checked(value: object, at: Place, report: Report) -> None:
        if value is not None:
            check(value, at, report)

    return checked


def all_of(*checks: Check) -> Check:
    """What passes every check."""

    def check(value: object, at: Place, report: Report) -> None:
        for each in checks:
            each(value, at, report)

    return check


def any_of(*checks: Check, discriminator: Discriminator | None = None) -> Check:
    """What passes a check.

    :param discriminator: names the check that is tried first, and whose violations are the ones reported.
    """

    def check(value: object, at: Place, report: Report) -> None:
        hint = _hint(value, discriminator)
        if hint is not None and passes(checks[hint], value):
            return
        found: list[Report] = []
        for each in checks:
            violated = _violations(each, value, at)
            if not violated:
                return
            found.append(violated)
        fail(at, "anyOf", "matches none of the forms that are allowed", report)
        report.extend(_closest(found, hint))

    return check


def one_of(*checks: Check, discriminator: Discriminator | None = None) -> Check:
    """What passes exactly one check."""

    def check(value: object, at: Place, report: Report) -> None:
        found = [_violations(each, value, at) for each in checks]
        valid = sum(not violated for violated in found)
        if valid > 1:
            text = f"matches {valid} of the forms that are allowed, and must match exactly one"
            fail(at, "oneOf", text, report)
        elif valid == 0:
            fail(at, "oneOf", "matches none of the forms that are allowed", report)
            report.extend(_closest(found, _hint(value, discriminator)))

    return check


def negation(check: Check) -> Check:
    """What does not pass a check."""

    def checked(value: object, at: Place, report: Report) -> None:
        if passes(check, value):
            fail(at, "not", "must not have the form that is excluded", report)

    return checked


def conditional(condition: Check, *, then: Check = ANYTHING, otherwise: Check = ANYTHING) -> Check:
    """What passes one check where a condition holds, and another where it does not."""

    def check(value: object, at: Place, report: Report) -> None:
        (then if passes(condition, value) else otherwise)(value, at, report)

    return check


def _hint(value: object, discriminator: Discriminator | None) -> int | None:
    """The index of the check that a value names."""
    if discriminator is None or not isinstance(value, dict):
        return None
    name, forms = discriminator
    form = value.get(name)
    return forms.get(form) if isinstance(form, str) else None


def _violations(check: Check, value: object, at: Place) -> Report:
    report: Report = []
    check(value, at, report)
    return report


def _closest(found: Sequence[Report], hint: int | None) -> Report:
    """The violations that say most: those of the form that is named, or of the one that is violated least."""
    if hint is not None:
        return found[hint]
    return min(found, key=len, default=[])
