"""What handlers and interceptors are called with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeAlias, TypeVar

from ..response import AnyResponse
from .api_gateway import ApiGatewayEvent, LambdaContext

_Parameters_co = TypeVar("_Parameters_co", covariant=True)
_Body_co = TypeVar("_Body_co", covariant=True)


@dataclass(frozen=True, kw_only=True)
class ApiRequest(Generic[_Parameters_co, _Body_co]):
    """What a handler is called with: a request, read and checked by the model."""

    request_parameters: _Parameters_co
    body: _Body_co
    event: ApiGatewayEvent
    """What Lambda got."""
    context: LambdaContext
    interceptor_context: dict[str, object] = field(default_factory=dict)
    """The `operation_id`, and what interceptors leave there; a logger, for instance."""


@dataclass(frozen=True, kw_only=True)
class ChainedRequest(ApiRequest[object, object]):
    """What an interceptor is called with.

    Parameters and body are those of the operation, or, where the model refuses the request, what
    came as plain JSON.
    """

    chain: Chain
    """`request.chain.next(request)` goes on to the next interceptor, and in the end to the handler."""


class Chain:
    """What comes after an interceptor."""

    def __init__(self, links: Sequence[Interceptor]) -> None:
        self._links = links

    def next(self, request: ChainedRequest) -> AnyResponse:
        """Calls what comes next, with this request."""
        if not self._links:
            raise RuntimeError("chain.next was called by the last of the chain, the handler")
        first, *rest = self._links
        return first(replace(request, chain=Chain(rest)))


Interceptor: TypeAlias = Callable[[ChainedRequest], AnyResponse]
"""Runs around the handlers of any operation.

A request that the model refuses passes the interceptors too, so that the headers they add are on
the answer.
"""
