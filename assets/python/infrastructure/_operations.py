"""Errors of OperationConfig that say what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import Field
from difflib import get_close_matches
from functools import wraps
from typing import Any, TypeVar

_Config = TypeVar("_Config")


def names_operations(config: type[_Config]) -> type[_Config]:
    """Makes a dataclass with a field for each operation say all that is wrong with its arguments.

    It names the operations that are missing, and what is no operation, as type checkers do too.
    """
    construct: Callable[..., None] = vars(config)["__init__"]
    fields: dict[str, Field[Any]] = vars(config)["__dataclass_fields__"]

    @wraps(construct)
    def construct_checked(self: _Config, /, *positional: object, **values: object) -> None:
        problems = list(_problems(config.__name__, list(fields), positional, values))
        if problems:
            raise TypeError("; ".join(problems))
        construct(self, **values)

    type.__setattr__(config, "__init__", construct_checked)
    return config


def _problems(
    config: str, operations: list[str], positional: tuple[object, ...], given: Iterable[str]
) -> Iterable[str]:
    if positional:
        example = f", such as {operations[0]}=..." if operations else ""
        yield f"{config} takes its operations by name{example}"
    names = set(given)
    unknown = [name for name in given if name not in operations]
    for name in unknown:
        close = get_close_matches(name, operations, n=1)
        hint = f", did you mean '{close[0]}'?" if close else ""
        yield f"there is no operation '{name}'{hint}"
    missing = [name for name in operations if name not in names]
    if missing:
        yield (
            f"{config} has nothing for {', '.join(missing)}: every operation needs a value;"
            " MockIntegrations.mock_all() has a mock for each of them"
        )
