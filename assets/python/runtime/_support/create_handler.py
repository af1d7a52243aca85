"""Makes Lambda functions of handlers: reads and checks requests, checks and writes responses."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any, Generic, TypeVar, overload

from ..response import AnyResponse, Response, ResponseException
from .api_gateway import ApiGatewayEvent, ApiGatewayResult, LambdaContext
from .check_response import check_response
from .checks import Report, Violation
from .encode_result import encode_result
from .handler import Chain, ChainedRequest, Interceptor
from .operation import Operation
from .read_request import read_request
from .wire import read_wire

_Request = TypeVar("_Request")
_Response = TypeVar("_Response")
_Id_co = TypeVar("_Id_co", bound=str, covariant=True)


_LOGGER = logging.getLogger(__name__)


class ResponseViolationError(Exception):
    """A handler's response is not what the model says."""

    def __init__(self, operation_id: str, violations: Sequence[Violation]) -> None:
        said = "; ".join(f"{each.pointer} {each.message}" for each in violations)
        super().__init__(f"the response of {operation_id} violates the model: {said}")
        self.operation_id = operation_id
        self.violations = violations


class ApiHandler(Generic[_Id_co]):
    """A Lambda function for one operation."""

    def __init__(
        self,
        operation: Operation[_Id_co],
        handler: Callable[[Any], object],
        interceptors: Sequence[Interceptor],
    ) -> None:
        self.operation = operation
        self._handler = handler
        self._interceptors = tuple(interceptors)

    def __call__(self, event: ApiGatewayEvent, context: LambdaContext) -> ApiGatewayResult:
        """Answers an event of API Gateway."""
        return self.answer(event, context)

    def answer(
        self, event: ApiGatewayEvent, context: LambdaContext, *, raises_violations: bool = False
    ) -> ApiGatewayResult:
        """Answers an event of API Gateway.

        :param raises_violations: for tests.
        :raises ResponseViolationError: instead of a 500 for a response that the model does not
           allow, if asked for.
        """
        violations: Report = []
        response = self._respond(event, context, violations)
        if violations and raises_violations:
            raise ResponseViolationError(self.operation.id, violations)
        return encode_result(response, self.operation.contents(response.status_code) or ())

    def intercept(self, interceptors: Sequence[Interceptor]) -> ApiHandler[_Id_co]:
        """The same with more interceptors, which run before its own."""
        return ApiHandler(self.operation, self._handler, (*interceptors, *self._interceptors))

    def _respond(
        self, event: ApiGatewayEvent, context: LambdaContext, violations: Report
    ) -> AnyResponse:
        read = read_request(self.operation, read_wire(self.operation.path, event))

        def innermost(request: ChainedRequest) -> AnyResponse:
            if read.refusal is not None:
                return read.refusal
            response = check_response(self.operation, self._call(request), violations)
            return _refuse(self.operation.id, violations) if violations else response

        request = ChainedRequest(
            request_parameters=read.parameters,
            body=read.body,
            event=event,
            context=context,
            interceptor_context={"operation_id": self.operation.id},
            chain=Chain((*self._interceptors, innermost)),
        )
        return request.chain.next(request)

    def _call(self, request: ChainedRequest) -> object:
        """A response that is raised is a response."""
        try:
            return self._handler(request)
        except ResponseException as raised:
            return raised.response


class HandlerWrapper(Generic[_Request, _Response, _Id_co]):
    """Makes Lambda functions of the handlers of one operation, as a decorator or called."""

    def __init__(self, operation: Operation[_Id_co]) -> None:
        self.operation = operation

    @overload
    def __call__(self, handler: Callable[[_Request], _Response], /) -> ApiHandler[_Id_co]: ...
    @overload
    def __call__(
        self, /, *, interceptors: Sequence[Interceptor]
    ) -> Callable[[Callable[[_Request], _Response]], ApiHandler[_Id_co]]: ...
    def __call__(
        self,
        handler: Callable[[_Request], _Response] | None = None,
        /,
        *,
        interceptors: Sequence[Interceptor] = (),
    ) -> ApiHandler[_Id_co] | Callable[[Callable[[_Request], _Response]], ApiHandler[_Id_co]]:
        """Wraps a handler.

        :param interceptors: run around the handler, each around all that come after it.
        """

        def wrap(handler: Callable[[_Request], _Response]) -> ApiHandler[_Id_co]:
            return ApiHandler(self.operation, handler, interceptors)

        return wrap if handler is None else wrap(handler)


def _refuse(operation_id: str, violations: Sequence[Violation]) -> AnyResponse:
    said = [asdict(each) for each in violations]
    _LOGGER.error("the response of %s violates the model: %s", operation_id, json.dumps(said))
    return Response.internal_failure({"message": "Internal Server Error"})
