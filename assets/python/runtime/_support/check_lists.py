"""Checks of lists."""

from __future__ import annotations

from collections.abc import Sequence

from .check_values import canonical
from .checks import LIST, Check, Place, Report, fail, passes


def array(
    items: Check | None = None,
    *,
    prefix: Sequence[Check] = (),
    min_items: int = 0,
    max_items: int | None = None,
    unique_items: bool = False,
    implied: bool = False,
) -> Check:
    """A list.

    :param items: of the items behind the prefix.
    :param prefix: of the first items, those that are there.
    :param implied: what is no list is right too.
    """
    start = len(prefix)

    def check(value: object, at: Place, report: Report) -> None:
        if not isinstance(value, list):
            if not implied:
                LIST(value, at, report)
            return
        if len(value) < min_items:
            fail(at, "minItems", f"must have at least {_count(min_items)}", report)
        if max_items is not None and len(value) > max_items:
            fail(at, "maxItems", f"must have at most {_count(max_items)}", report)
        if unique_items and len(set(map(canonical, value))) < len(value):
            fail(at, "uniqueItems", "must not repeat an item", report)
        for index, (item, check_item) in enumerate(zip(value, prefix, strict=False)):
            check_item(item, (at, index), report)
        if items is not None:
            for index in range(start, len(value)):
                items(value[index], (at, index), report)

    return check


def contains(item: Check, *, min_contains: int = 1, max_contains: int | None = None) -> Check:
    """So many items pass a check; what is no list is right."""

    def check(value: object, at: Place, report: Report) -> None:
        if not isinstance(value, list):
            return
        found = sum(passes(item, each) for each in value)
        if found < min_contains or (max_contains is not None and found > max_contains):
            bound = (
                f"at least {min_contains}" if found < min_contains else f"at most {max_contains}"
            )
            text = f"must have {bound} of the items that are asked for"
            fail(at, "contains", text, report)

    return check


def _count(items: int) -> str:
    return f"{items} item" if items == 1 else f"{items} items"
