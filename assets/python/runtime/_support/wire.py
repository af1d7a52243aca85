"""Requests as API Gateway hands them to a Lambda function."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .api_gateway import ApiGatewayEvent

_VARIABLE = re.compile(r"\{([^}]*?)(\+?)\}")


@dataclass(frozen=True, slots=True)
class WireRequest:
    """A request as it came, each location in a map of its own."""

    path: Mapping[str, str]
    """Still encoded: API Gateway does not decode them."""

    query: Mapping[str, Sequence[str]]
    """Decoded, every value of a name in the order they came."""

    headers: Mapping[str, str]
    """By their names in lower case."""

    body: bytes


def read_wire(template: str, event: ApiGatewayEvent) -> WireRequest:
    """Reads an event for an operation: maps that are null are empty, and a body in base64 is decoded."""
    body = event.get("body") or ""
    return WireRequest(
        path=_path_values(template, event),
        query=_query_values(event),
        headers=_header_values(event),
        body=base64.b64decode(body)
        if event.get("isBase64Encoded")
        else body.encode("utf-8", "surrogatepass"),
    )


def shape_of(template: str) -> str:
    """What two templates have in common when only their variables are named differently."""
    return _VARIABLE.sub(r"{\2}", template)


def variables_of(template: str) -> list[str]:
    """The names of the variables of a template, in their order."""
    return [match[1] for match in _VARIABLE.finditer(template)]


def _path_values(template: str, event: ApiGatewayEvent) -> Mapping[str, str]:
    """The values of the variables of a template.

    API Gateway has one name for a place in the path that several operations name differently, so
    the event may come with the names of a sibling; the order tells which is which.
    """
    given = _without_none(event.get("pathParameters"))
    resource = event.get("resource") or template
    if resource == template or shape_of(resource) != shape_of(template):
        return given
    pairs = zip(variables_of(template), variables_of(resource), strict=True)
    return {name: given[theirs] for name, theirs in pairs if theirs in given}


def _query_values(event: ApiGatewayEvent) -> Mapping[str, Sequence[str]]:
    several = event.get("multiValueQueryStringParameters")
    if several is not None:
        return {name: values for name, values in several.items() if values is not None}
    single = _without_none(event.get("queryStringParameters"))
    return {name: [value] for name, value in single.items()}


def _header_values(event: ApiGatewayEvent) -> dict[str, str]:
    """A header that came more than once is one list, joined as HTTP says; cookies have a separator of their own."""
    headers = {name.lower(): value for name, value in _without_none(event.get("headers")).items()}
    for name, values in (event.get("multiValueHeaders") or {}).items():
        key = name.lower()
        if values is not None:
            headers[key] = ("; " if key == "cookie" else ", ").join(values)
    return headers


def _without_none(values: Mapping[str, str | None] | None) -> dict[str, str]:
    return {name: value for name, value in (values or {}).items() if value is not None}
