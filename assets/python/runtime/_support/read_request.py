"""Requests as handlers get them, checked by the model."""

from __future__ import annotations

from dataclasses import dataclass

from ..response import AnyResponse, Response
from .checks import Report, fail, violations_of
from .contents import Content, find_content
from .model import read_value
from .operation import Operation
from .read_parameters import read_parameters
from .wire import WireRequest


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """A request, and what answers it where the model refuses it."""

    parameters: object
    body: object
    refusal: AnyResponse | None = None


def read_request(operation: Operation[str], wire: WireRequest) -> ReadRequest:
    """Reads a request; one that the model allows has typed values."""
    parameters = read_parameters(operation.parameters, wire)
    report: Report = []
    if operation.check_parameters is not None:
        report += violations_of(operation.check_parameters, parameters, "/requestParameters")
    contents = () if operation.body is None else operation.body.contents
    content_type = wire.headers.get("content-type")
    content = find_content(contents, content_type)
    if contents and content is None and wire.body:
        allowed = ", ".join(each.media_type for each in contents)
        message = f"the content type '{content_type}' is not supported, use {allowed}"
        return ReadRequest(parameters, None, Response.of(415, {"message": message}))
    body: object = None
    is_there = False
    if operation.body is not None and content is not None:
        is_there = bool(wire.body) or _is_allowed_empty(content, wire)
        if is_there:
            body = _read_body(content, wire, report)
        elif operation.body.required:
            fail("/body", "required", "is required", report)
    if report:
        return ReadRequest(parameters, body, _refusal(report))
    if is_there and content is not None and content.type is not None:
        body = read_value(content.type, body)
    return ReadRequest(_typed_parameters(operation, parameters), body)


def _read_body(content: Content, wire: WireRequest, report: Report) -> object:
    try:
        body = content.decode(wire.body, wire.headers.get("content-type", content.media_type))
    except ValueError as error:
        fail("/body", "format", str(error), report)
        return None
    except RecursionError:
        # Only hostile input nests so far.
        fail("/body", "format", "is nested too deeply", report)
        return None
    if content.check is not None:
        report += violations_of(content.check, body, "/body")
    return body


def _is_allowed_empty(content: Content, wire: WireRequest) -> bool:
    """No bytes are a text, a file or a form without fields like any other where the client says that it sends one."""
    is_structured = "json" in content.media_type or "multipart" in content.media_type
    return "content-type" in wire.headers and not is_structured


def _typed_parameters(operation: Operation[str], values: dict[str, object]) -> object:
    if operation.parameters_type is None:
        return None
    typed = {
        each.attribute: (
            values[each.key] if each.type is None else read_value(each.type, values[each.key])
        )
        for each in operation.parameters
        if each.key in values
    }
    return operation.parameters_type(**typed)


def _refusal(report: Report) -> AnyResponse:
    said = "; ".join(f"{each.pointer} {each.message}" for each in report)
    errors = [{"pointer": each.pointer, "message": each.message} for each in report]
    return Response.bad_request({"message": f"the request is not valid: {said}", "errors": errors})
