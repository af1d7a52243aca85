"""Requests as clients send them, whatever carries them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .contents import WrittenBody, find_content
from .model import to_json
from .operation import Operation
from .write_parameters import write_headers, write_path, write_query


@dataclass(frozen=True, slots=True)
class WireCall:
    """A request in its form on the wire."""

    operation: Operation[str]
    path: str
    query: str
    headers: Mapping[str, str]
    """By names in lower case."""
    body: bytes | None

    @property
    def target(self) -> str:
        """Path and query."""
        return f"{self.path}?{self.query}" if self.query else self.path


def write_call(
    operation: Operation[str],
    parameters: Mapping[str, object],
    body: object = None,
    content_type: str | None = None,
) -> WireCall:
    """Writes a request.

    :param parameters: by their names in Python; those that are `None` are not sent.
    :param content_type: one of the media types of the body; the first, unless it is given.
    :raises ValueError: for a value that would not arrive as it is.
    """
    values = {
        each.key: to_json(parameters[each.attribute])
        for each in operation.parameters
        if parameters.get(each.attribute) is not None
    }
    written = _write_body(operation, body, content_type)
    headers = write_headers(operation.parameters, values)
    accept = _accept(operation)
    own = {
        **({"accept": accept} if accept else {}),
        **({} if written is None else {"content-type": written.content_type}),
    }
    return WireCall(
        operation=operation,
        path=write_path(operation.path, operation.parameters, values),
        query=write_query(operation.parameters, values),
        headers={**own, **headers},
        body=None if written is None else written.data,
    )


def _write_body(
    operation: Operation[str], body: object, content_type: str | None
) -> WrittenBody | None:
    if operation.body is None or (body is None and not operation.body.required):
        return None
    content = find_content(operation.body.contents, content_type)
    if content is None:
        raise ValueError(f"{operation.id} has no body of the media type '{content_type}'")
    return content.write(to_json(body))


def _accept(operation: Operation[str]) -> str:
    """Every media type of the responses."""
    contents = (each for response in operation.responses.values() for each in response)
    return ", ".join(dict.fromkeys(each.media_type for each in contents))
