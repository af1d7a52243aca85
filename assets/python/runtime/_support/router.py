"""One Lambda function for several operations."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TypeAlias

from ..response import Response
from .api_gateway import ApiGatewayEvent, ApiGatewayResult, LambdaContext
from .create_handler import ApiHandler
from .encode_result import encode_result
from .handler import Interceptor
from .wire import shape_of

_LOGGER = logging.getLogger(__name__)

LambdaFunction: TypeAlias = Callable[[ApiGatewayEvent, LambdaContext], ApiGatewayResult]
"""A Lambda function behind a proxy integration."""


def route_handlers(
    handlers: Sequence[ApiHandler[str]], interceptors: Sequence[Interceptor]
) -> LambdaFunction:
    """Makes one function: the method and the resource of the event tell which handler answers."""
    routes = {
        (each.operation.method, shape_of(each.operation.path)): each.intercept(interceptors)
        for each in handlers
    }

    def route(event: ApiGatewayEvent, context: LambdaContext) -> ApiGatewayResult:
        method, resource = event.get("httpMethod", ""), event.get("resource", "")
        handler = routes.get((method, shape_of(resource)))
        if handler is not None:
            return handler(event, context)
        message = f"no handler for {method} {resource}"
        known = ", ".join(f"{method} {path}" for method, path in routes)
        _LOGGER.error("%s; there are %s", message, known)
        return encode_result(Response.internal_failure({"message": message}), ())

    return route
