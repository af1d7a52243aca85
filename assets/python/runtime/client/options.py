"""How clients reach the API."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = ["AsyncHeaderSource", "HeaderSource", "RequestOptions"]

HeaderSource: TypeAlias = Mapping[str, str] | Callable[[], Mapping[str, str]]
"""Headers of every request; a function is asked each time, for tokens that expire."""

AsyncHeaderSource: TypeAlias = HeaderSource | Callable[[], Awaitable[Mapping[str, str]]]
"""The same for clients that wait."""


@dataclass(frozen=True, kw_only=True)
class RequestOptions:
    """What may differ for one request."""

    headers: Mapping[str, str] = field(default_factory=dict)
    timeout: float | None = None
    """Seconds."""
    retries: int | None = None
    """How often a request that can be repeated safely is tried again."""
