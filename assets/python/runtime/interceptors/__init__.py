"""What runs around handlers. Nothing here needs another package; `.powertools` does."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace

from .._support.handler import Chain, ChainedRequest, Interceptor
from ..response import AnyResponse, ApiResponse, ResponseException

__all__ = [
    "INTERCEPTORS",
    "Chain",
    "ChainedRequest",
    "Interceptor",
    "build_response_header_interceptor",
    "build_try_catch_interceptor",
    "cors_interceptor",
    "try_catch_interceptor",
]

_LOGGER = logging.getLogger(__name__)


def build_try_catch_interceptor(status_code: int, body: object) -> Interceptor:
    """Answers what is raised: a response as itself, anything else, logged, with this status and body."""

    def intercept(request: ChainedRequest) -> AnyResponse:
        try:
            return request.chain.next(request)
        except ResponseException as raised:
            return raised.response
        except Exception:
            _LOGGER.exception("%s failed", request.interceptor_context["operation_id"])
            return ApiResponse(status_code, body)

    return intercept


def build_response_header_interceptor(headers: Mapping[str, str]) -> Interceptor:
    """Adds headers to every response, unless it has them itself, in any spelling."""

    def intercept(request: ChainedRequest) -> AnyResponse:
        response = request.chain.next(request)
        given = response.headers or {}
        own = {name.lower() for name in given}
        added = {name: text for name, text in headers.items() if name.lower() not in own}
        return replace(response, headers={**added, **given})

    return intercept


try_catch_interceptor = build_try_catch_interceptor(500, {"message": "Internal Server Error"})
"""Answers an error that nobody expected with a 500."""

cors_interceptor = build_response_header_interceptor(
    {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*"}
)
"""Lets pages of any origin call. For one origin, build your own with `build_response_header_interceptor`."""

INTERCEPTORS: tuple[Interceptor, ...] = (cors_interceptor, try_catch_interceptor)
"""What most handlers want around them."""
