"""What handlers answer, checked by the model and in its form on the wire."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..response import AnyResponse, ApiResponse
from .checks import Report, fail, passes
from .contents import Content, JsonContent, find_content
from .model import Model, to_json
from .operation import Operation
from .response_headers import write_response_headers
from .streams import StreamContent


def check_response(operation: Operation[str], response: object, report: Report) -> AnyResponse:
    """The response with plain JSON for a body and texts for headers; what is wrong with it is reported."""
    if not isinstance(response, ApiResponse):
        message = "must be a response, such as Response.success(body)"
        fail("", "type", message, report)
        return ApiResponse(500, None)
    contents = operation.contents(response.status_code)
    if contents is None:
        message = f"{response.status_code} is no response of the model"
        fail("/statusCode", "responses", message, report)
        return response
    plain = _with_plain_body(response, contents, report)
    return plain if report else write_response_headers(operation, plain, report)


def allows_none(content: Content) -> bool:
    """Whether `None` is a body, the null of JSON; otherwise it says that there is none."""
    is_json = isinstance(content, JsonContent)
    return is_json and (content.check is None or passes(content.check, None))


def content_type_of(headers: Mapping[str, object] | None) -> str | None:
    """The media type that a response names."""
    named = (value for name, value in (headers or {}).items() if name.lower() == "content-type")
    return next((str(value) for value in named), None)


def _with_plain_body(
    response: AnyResponse, contents: Sequence[Content], report: Report
) -> AnyResponse:
    if not contents:
        if response.body not in (None, ""):
            message = "must not be there: the model gives this response no body"
            fail("/body", "responses", message, report)
        return replace(response, body=None)
    content = _choose_content(contents, response)
    if isinstance(content, StreamContent) and response.body is not None:
        body: object = _take_items(content, response.body, report)
        named = {"content-type": content.media_type}
        return replace(response, body=body, headers={**named, **(response.headers or {})})
    body = to_json(response.body)
    if body is None and not (content is not None and allows_none(content)):
        fail("/body", "required", "is required", report)
    elif content is not None and content.check is not None:
        content.check(body, "/body", report)
    return replace(response, body=body)


def _choose_content(contents: Sequence[Content], response: AnyResponse) -> Content | None:
    """The content that the response names; without a name, a stream for a source of items, and what is no stream for anything else."""
    named = content_type_of(response.headers)
    if named is not None:
        return find_content(contents, named)
    stream = next((each for each in contents if isinstance(each, StreamContent)), None)
    whole = next((each for each in contents if not isinstance(each, StreamContent)), None)
    is_list = isinstance(response.body, list) and whole is not None
    return (stream if _is_source(response.body) and not is_list else whole) or contents[0]


def _is_source(body: object) -> bool:
    return isinstance(body, Iterable) and not isinstance(body, (str, bytes, Mapping, Model))


def _take_items(content: StreamContent, source: object, report: Report) -> list[object]:
    """All items of a source, up to the first that is wrong."""
    items: list[object] = []
    if not isinstance(source, Iterable) or not _is_source(source):
        message = "must be a stream of items: a generator, or the list of them"
        fail("/body", "type", message, report)
        return items
    for index, each in enumerate(source):
        item = to_json(content.plain_item(each))
        content.check_item(item, ("/body", index), report)
        if report:
            break
        items.append(item)
    return items
