"""Responses as the values that the model describes."""

from __future__ import annotations

from typing import Any

from .contents import Content, JsonContent, find_content
from .media_types import characters, essence, is_json, is_text
from .model import read_value
from .operation import Operation
from .raw_response import Headers, RawResponse
from .response_headers import read_response_headers
from .streams import StreamContent


def read_response(
    operation: Operation[str], status: int, headers: Headers, body: bytes
) -> RawResponse[int, Any]:
    """A response that is there as a whole; the body of a stream is the list of its items.

    :raises ValueError: for bytes that are not of their media type.
    """
    return with_body(operation, status, headers, _read_body(operation, status, headers, body))


def with_body(
    operation: Operation[str], status: int, headers: Headers, body: object
) -> RawResponse[int, Any]:
    """A response whose body has been read."""
    values = read_response_headers(operation, status, headers.pairs())
    return RawResponse(status, body, headers, header_values=values)


def content_of(operation: Operation[str], status: int, headers: Headers) -> Content | None:
    """How a response is read; nothing where its media type is not of the model."""
    contents = operation.contents(status) or ()
    content_type = headers.get("content-type")
    return None if content_type is None else find_content(contents, content_type)


def read_typed(content: Content, value: object) -> object:
    """A value of the model; one that the model does not allow stays plain JSON."""
    if content.type is None:
        return value
    try:
        return read_value(content.type, value)
    except ValueError:
        return value


def _read_body(operation: Operation[str], status: int, headers: Headers, body: bytes) -> object:
    content_type = headers.get("content-type", "")
    media_type = essence(content_type)
    if not body and (not media_type or is_json(media_type)):
        return None
    content = content_of(operation, status, headers)
    if content is None:
        return _read_unknown(media_type, content_type, body)
    value = content.decode(body, content_type)
    if isinstance(content, StreamContent) and isinstance(value, list):
        return [read_typed(content, item) for item in value]
    return read_typed(content, value)


def _read_unknown(media_type: str, content_type: str, body: bytes) -> object:
    if is_json(media_type):
        return JsonContent().decode(body, content_type)
    return characters(body, content_type) if is_text(media_type) else body
