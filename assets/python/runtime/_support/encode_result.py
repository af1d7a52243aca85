"""Responses as API Gateway wants them."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from ..response import AnyResponse
from .api_gateway import ApiGatewayResult
from .check_response import allows_none, content_type_of
from .contents import Content, JsonContent, find_content
from .model import to_json


def encode_result(response: AnyResponse, contents: Sequence[Content]) -> ApiGatewayResult:
    """Writes a response. A header of the response itself wins over the media type of the model."""
    headers = {name: str(value) for name, value in (response.headers or {}).items()}
    content_type = content_type_of(headers)
    content = find_content(contents, content_type)
    encoded = _encode(response.body, content)
    if content_type is None and encoded is not None:
        headers = {"content-type": (content or JsonContent()).sent_type, **headers}
    is_binary = isinstance(encoded, bytes)
    result: ApiGatewayResult = {
        "statusCode": response.status_code,
        "headers": headers,
        "body": base64.b64encode(encoded).decode("ascii")
        if isinstance(encoded, bytes)
        else encoded or "",
        "isBase64Encoded": is_binary,
    }
    if response.multi_value_headers is not None:
        several = response.multi_value_headers
        result["multiValueHeaders"] = {name: list(values) for name, values in several.items()}
    return result


def _encode(body: object, content: Content | None) -> str | bytes | None:
    """The text or the bytes of a body; nothing where there is none."""
    if body is None and not (content is not None and allows_none(content)):
        return None
    encode = (content or JsonContent()).encode
    try:
        return encode(body)
    except TypeError:
        # What an interceptor answers may have models in it.
        return encode(to_json(body))
