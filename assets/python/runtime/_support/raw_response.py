"""Responses as clients and tests see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic

from typing_extensions import TypeVar

_Status_co = TypeVar("_Status_co", bound=int, covariant=True, default=int)
_Body_co = TypeVar("_Body_co", covariant=True, default=object)
_HeaderValues_co = TypeVar(
    "_HeaderValues_co", bound=Mapping[str, object], covariant=True, default=Mapping[str, object]
)


class Headers(Mapping[str, str]):
    """Headers by their names in any case; those that came several times are joined."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._values: dict[str, list[str]] = {}
        for name, value in pairs:
            self._values.setdefault(name.lower(), []).append(value)

    def __getitem__(self, name: str) -> str:
        return ", ".join(self._values[name.lower()])

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Headers({self.pairs()!r})"

    def get_list(self, name: str) -> list[str]:
        """Every value of a header, such as `Set-Cookie`."""
        return list(self._values.get(name.lower(), ()))

    def pairs(self) -> list[tuple[str, str]]:
        """Every name, in lower case, with every value."""
        return [(name, value) for name, values in self._values.items() for value in values]


@dataclass(frozen=True)
class RawResponse(Generic[_Status_co, _Body_co, _HeaderValues_co]):
    """A response of any status. Two are equal whose status and body are."""

    status: _Status_co
    body: _Body_co
    """The value that the model describes for the status."""
    headers: Headers = field(default_factory=lambda: Headers(()), compare=False)
    header_values: _HeaderValues_co = field(compare=False, kw_only=True)
    """The headers that the model describes, as the values that it says they are."""
