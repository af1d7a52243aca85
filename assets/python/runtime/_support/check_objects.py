"""Checks of objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .checks import OBJECT, Check, Place, Report, fail
from .patterns import TextPattern


def structure(
    members: Mapping[str, Check],
    *,
    required: Sequence[str] = (),
    patterns: Sequence[tuple[TextPattern, Check]] = (),
    others: Check | None = None,
    min_properties: int = 0,
    max_properties: int | None = None,
    implied: bool = False,
) -> Check:
    """An object.

    :param members: of those that are declared, by their names.
    :param required: names that have to be there.
    :param patterns: of members whose names match, declared or not.
    :param others: of members that are neither declared nor of a pattern.
    :param implied: what is no object is right too.
    """
    checked = tuple(members.items())

    def check(value: object, at: Place, report: Report) -> None:
        if not isinstance(value, dict):
            if not implied:
                OBJECT(value, at, report)
            return
        for name in required:
            if name not in value:
                fail((at, name), "required", "is required", report)
        if len(value) < min_properties:
            text = f"must have at least {min_properties} properties"
            fail(at, "minProperties", text, report)
        if max_properties is not None and len(value) > max_properties:
            text = f"must have at most {max_properties} properties"
            fail(at, "maxProperties", text, report)
        for name, check_member in checked:
            if name in value:
                check_member(value[name], (at, name), report)
        for pattern, check_matching in patterns:
            for name, member in value.items():
                if pattern.test(name):
                    check_matching(member, (at, name), report)
        if others is not None:
            for name, member in value.items():
                if name not in members and not any(each.test(name) for each, _ in patterns):
                    others(member, (at, name), report)

    return check


def mapping(
    values: Check | None = None,
    *,
    patterns: Sequence[tuple[TextPattern, Check]] = (),
    min_properties: int = 0,
    max_properties: int | None = None,
    implied: bool = False,
) -> Check:
    """An object without declared members.

    :param values: of members that are not of a pattern.
    """
    return structure(
        {},
        patterns=patterns,
        others=values,
        min_properties=min_properties,
        max_properties=max_properties,
        implied=implied,
    )


def property_names(name: Check) -> Check:
    """The names of an object pass a check; the pointer of a violation is that of the member."""

    def check(value: object, at: Place, report: Report) -> None:
        if isinstance(value, dict):
            for each in value:
                name(each, (at, each), report)

    return check


def _unknown(value: object, at: Place, report: Report) -> None:
    fail(at, "additionalProperties", "is not known", report)


NO_OTHERS: Check = _unknown
"""Refuses members that the model does not know."""
