"""What API Gateway hands to a Lambda function and gets back: its proxy integration, version 1.0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired, Protocol, TypedDict


class ApiGatewayIdentity(TypedDict, total=False):
    """Who called, as far as API Gateway can tell."""

    sourceIp: str
    userAgent: str | None
    user: str | None
    userArn: str | None
    caller: str | None
    apiKey: str | None
    accountId: str | None
    accessKey: str | None
    cognitoIdentityId: str | None


class ApiGatewayRequestContext(TypedDict, total=False):
    """What API Gateway knows of a request besides the request."""

    accountId: str
    apiId: str
    httpMethod: str
    path: str
    protocol: str
    requestId: str
    requestTimeEpoch: int
    resourceId: str
    resourcePath: str
    stage: str
    domainName: str
    authorizer: Mapping[str, object] | None
    """The claims of a caller, or what a Lambda authorizer returned."""
    identity: ApiGatewayIdentity


class ApiGatewayEvent(TypedDict, total=False):
    """The first argument of a Lambda function behind a proxy integration."""

    resource: str
    """The path as the model has it: `/pets/{petId}`."""
    path: str
    httpMethod: str
    headers: Mapping[str, str | None] | None
    multiValueHeaders: Mapping[str, Sequence[str] | None] | None
    pathParameters: Mapping[str, str | None] | None
    queryStringParameters: Mapping[str, str | None] | None
    multiValueQueryStringParameters: Mapping[str, Sequence[str] | None] | None
    stageVariables: Mapping[str, str | None] | None
    body: str | None
    isBase64Encoded: bool
    requestContext: ApiGatewayRequestContext


class ApiGatewayResult(TypedDict):
    """What a Lambda function behind a proxy integration returns."""

    statusCode: int
    headers: dict[str, str]
    multiValueHeaders: NotRequired[dict[str, list[str]]]
    body: str
    isBase64Encoded: bool


class LambdaContext(Protocol):
    """The second argument of a Lambda function."""

    @property
    def function_name(self) -> str: ...
    @property
    def function_version(self) -> str: ...
    @property
    def invoked_function_arn(self) -> str: ...
    @property
    def memory_limit_in_mb(self) -> int: ...
    @property
    def aws_request_id(self) -> str: ...
    @property
    def log_group_name(self) -> str: ...
    @property
    def log_stream_name(self) -> str: ...

    def get_remaining_time_in_millis(self) -> int:
        """Milliseconds until the function is stopped."""
        ...
