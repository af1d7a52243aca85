"""The headers of responses that the model describes, as texts and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..response import AnyResponse
from .checks import Report, fail
from .model import read_value, to_json
from .operation import Operation
from .parameters import Items, Parameter
from .read_parameters import read_parameter
from .texts import ABSENT
from .wire import WireRequest
from .write_parameters import WireError, is_header_text, write_header


def write_response_headers(
    operation: Operation[str], response: AnyResponse, report: Report
) -> AnyResponse:
    """Writes the headers of a response as the model has them, and checks them as a client will read them."""
    contract = operation.headers(response.status_code)
    if contract is None:
        return response
    declared = {each.name.lower(): each for each in contract.headers}
    texts: dict[str, str] = {}
    lists = {name: list(values) for name, values in (response.multi_value_headers or {}).items()}
    for name, value in (response.headers or {}).items():
        plain = to_json(value)
        if name.lower() == "set-cookie" and isinstance(plain, list):
            lists[name] = [str(each) for each in plain if _is_sendable(each, name, report)]
            continue
        text = _write(declared.get(name.lower()), name, plain, report)
        if text is not None:
            texts[name] = text
    values = _plain_headers(contract.headers, _joined(texts, lists), lists)
    contract.check(values, "/headers", report)
    return replace(response, headers=texts, multi_value_headers=lists or None)


def read_response_headers(
    operation: Operation[str], status: int, headers: Sequence[tuple[str, str]]
) -> dict[str, object]:
    """The values of the headers that the model describes, by their names in the model."""
    contract = operation.headers(status)
    if contract is None:
        return {}
    lists: dict[str, list[str]] = {}
    for name, text in headers:
        lists.setdefault(name.lower(), []).append(text)
    values = _plain_headers(contract.headers, _joined({}, lists), lists)
    types = {each.key: each.type for each in contract.headers if each.type is not None}
    return {
        name: read_value(types[name], value) if name in types else value
        for name, value in values.items()
    }


def _write(parameter: Parameter | None, name: str, value: object, report: Report) -> str | None:
    """The text of a header; what is not of the model is left as it is."""
    try:
        text = value if parameter is None else write_header(parameter, value)
    except WireError as error:
        fail(("/headers", name), "header", str(error), report)
        return None
    if text is None:
        return None
    return str(text) if _is_sendable(text, name, report) else None


def _is_sendable(text: object, name: str, report: Report) -> bool:
    is_sendable = isinstance(text, str) and is_header_text(text)
    if not is_sendable:
        message = "has characters that a header cannot have"
        fail(("/headers", name), "header", message, report)
    return is_sendable


def _joined(texts: Mapping[str, str], lists: Mapping[str, Sequence[str]]) -> dict[str, str]:
    joined = {name.lower(): text for name, text in texts.items()}
    return {**joined, **{name.lower(): ", ".join(values) for name, values in lists.items()}}


def _plain_headers(
    headers: Sequence[Parameter], texts: Mapping[str, str], lists: Mapping[str, Sequence[str]]
) -> dict[str, object]:
    wire = WireRequest(path={}, query={}, headers=texts, body=b"")
    cookies = next((list(lists[name]) for name in lists if name.lower() == "set-cookie"), [])
    values = {
        each.key: ((cookies or ABSENT) if _is_cookies(each) else read_parameter(each, wire))
        for each in headers
    }
    return {name: value for name, value in values.items() if value is not ABSENT}


def _is_cookies(parameter: Parameter) -> bool:
    """The one header that is sent once for each value."""
    return parameter.name.lower() == "set-cookie" and isinstance(parameter.form, Items)
