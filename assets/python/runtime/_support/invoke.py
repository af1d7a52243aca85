"""Calls handlers in this process, as API Gateway would."""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from .api_gateway import ApiGatewayEvent, ApiGatewayRequestContext, LambdaContext
from .create_handler import ApiHandler
from .operation import Operation
from .raw_response import Headers
from .read_response import read_response
from .wire import variables_of
from .write_call import WireCall, write_call
from .write_parameters import encode_path

_VARIABLE = re.compile(r"\{([^}]*)\}")


@dataclass(frozen=True, kw_only=True)
class InvokeOptions:
    """What a test may add to the event."""

    headers: Mapping[str, str] = field(default_factory=dict)
    authorizer: Mapping[str, object] | None = None
    """What the authorizer would have returned."""
    context: LambdaContext | None = None
    """Instead of one that looks like those of Lambda."""


class InvocationContext:
    """A Lambda context of a test."""

    def __init__(self, function_name: str) -> None:
        self.function_name = function_name
        self.function_version = "$LATEST"
        self.invoked_function_arn = (
            f"arn:aws:lambda:us-east-1:123456789012:function:{function_name}"
        )
        self.memory_limit_in_mb = 512
        self.aws_request_id = "test"
        self.log_group_name = f"/aws/lambda/{function_name}"
        self.log_stream_name = "test"

    def get_remaining_time_in_millis(self) -> int:
        """Milliseconds until the function is stopped."""
        return 30_000


# What a response is depends on the operation: generated functions say it.
def invoke_handler(
    handler: ApiHandler[str],
    operation: Operation[str],
    parameters: Mapping[str, object],
    *,
    body: object = None,
    content_type: str | None = None,
    options: InvokeOptions | None = None,
) -> Any:
    """Calls a handler as API Gateway would: through serialisation and validation.

    :raises ResponseViolationError: when the response is not what the model says.
    """
    given = options or InvokeOptions()
    call = write_call(operation, parameters, body, content_type)
    context = given.context or InvocationContext(operation.id)
    result = handler.answer(to_event(call, given), context, raises_violations=True)
    pairs = list(result["headers"].items())
    several = result.get("multiValueHeaders", {})
    pairs = [(name, value) for name, value in pairs if name not in several]
    pairs += [(name, value) for name, values in several.items() for value in values]
    text = result["body"]
    data = base64.b64decode(text) if result["isBase64Encoded"] else text.encode("utf-8")
    return read_response(operation, result["statusCode"], Headers(pairs), data)


def to_event(call: WireCall, options: InvokeOptions) -> ApiGatewayEvent:
    """The event of API Gateway for a request."""
    headers = {**call.headers, **{name.lower(): text for name, text in options.headers.items()}}
    query: dict[str, list[str]] = {}
    for name, value in parse_qsl(call.query, keep_blank_values=True):
        query.setdefault(name, []).append(value)
    body = None if call.body is None else base64.b64encode(call.body).decode("ascii")
    return {
        "resource": call.operation.path,
        "path": call.path,
        "httpMethod": call.operation.method,
        "headers": headers,
        "multiValueHeaders": {name: [text] for name, text in headers.items()},
        "pathParameters": _path_values(call),
        "queryStringParameters": {name: values[-1] for name, values in query.items()},
        "multiValueQueryStringParameters": query,
        "stageVariables": None,
        "body": body,
        "isBase64Encoded": body is not None,
        "requestContext": _request_context(call, options),
    }


def _request_context(call: WireCall, options: InvokeOptions) -> ApiGatewayRequestContext:
    return {
        "accountId": "123456789012",
        "apiId": "test",
        "httpMethod": call.operation.method,
        "path": call.path,
        "protocol": "HTTP/1.1",
        "requestId": "test",
        "requestTimeEpoch": int(time.time() * 1000),
        "resourceId": "test",
        "resourcePath": call.operation.path,
        "stage": "test",
        "authorizer": options.authorizer,
        "identity": {"sourceIp": "127.0.0.1", "userAgent": None, "user": None},
    }


def _path_values(call: WireCall) -> dict[str, str | None]:
    """What stands in the path in the places of the parameters, encoded as API Gateway leaves it."""
    parts = _VARIABLE.split(call.operation.path)
    pattern = "".join(
        re.escape(encode_path(part))
        if index % 2 == 0
        else ("(.+)" if part.endswith("+") else "([^/]*)")
        for index, part in enumerate(parts)
    )
    found = re.fullmatch(pattern, call.path)
    names = variables_of(call.operation.path)
    return dict(zip(names, found.groups() if found else (), strict=False))
