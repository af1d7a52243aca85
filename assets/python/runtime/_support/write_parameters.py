"""Writes parameters and headers as they stand on the wire, by their style."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from .json_text import print_ascii_json, print_json
from .parameters import Json, Parameter
from .texts import encode, text_of

_VARIABLE = re.compile(r"\{([^}]*)\}")
_ESCAPED_DOT = re.compile("%2e", re.IGNORECASE)
_SEPARATORS = {"spaceDelimited": " ", "pipeDelimited": "|"}
_UNESCAPED_IN_PATH = ";,/:@&=+$!'()*-._~"
_NOT_IN_HEADERS = re.compile(r"^[\t ]|[\t ]$|[^\t\x20-\x7e\x80-\xff]")


class WireError(ValueError):
    """A value has no form on the wire that would arrive as it is."""


def write_path(template: str, parameters: Sequence[Parameter], values: Mapping[str, object]) -> str:
    """The path of a request, with the parameters in their places."""
    found = {each.name: each for each in parameters if each.location == "path"}

    def write(variable: str) -> str:
        parameter = found.get(variable.removesuffix("+"))
        if parameter is None:
            return quote(f"{{{variable}}}", safe="")
        value = values.get(parameter.key)
        if variable.endswith("+"):
            return _greedy(parameter, value)
        return _path_text(parameter, value)

    parts = _VARIABLE.split(template)
    return "".join(
        encode_path(part) if index % 2 == 0 else write(part) for index, part in enumerate(parts)
    )


def encode_path(part: str) -> str:
    """A fixed part of a path as it stands in a URL."""
    return quote(part, safe=_UNESCAPED_IN_PATH)


def write_query(parameters: Sequence[Parameter], values: Mapping[str, object]) -> str:
    """The query of a request, without its question mark."""
    parts = (
        _query_text(each, values[each.key])
        for each in parameters
        if each.location == "query" and each.key in values
    )
    return "&".join(part for part in parts if part)


def write_headers(parameters: Sequence[Parameter], values: Mapping[str, object]) -> dict[str, str]:
    """The headers of a request that are parameters, cookies among them, by names in lower case."""
    headers = {
        each.name.lower(): write_header(each, values[each.key])
        for each in parameters
        if each.location == "header" and each.key in values
    }
    cookies = (
        _cookie_text(each, values[each.key])
        for each in parameters
        if each.location == "cookie" and each.key in values
    )
    cookie = "; ".join(part for part in cookies if part)
    written = {name: text for name, text in headers.items() if text is not None}
    return {**written, "cookie": cookie} if cookie else written


def write_header(parameter: Parameter, value: object) -> str | None:
    """The text of a header, of a request or a response; nothing for null."""
    if isinstance(parameter.form, Json):
        return print_ascii_json(value)
    if value is None:
        return None
    texts = _scalars(parameter, value, "=" if parameter.explode else None)
    if not isinstance(value, (list, dict)):
        return texts[0]
    if any(text.strip() != text for text in texts):
        raise _refusal(parameter, "cannot have spaces around a value of a list")
    return ",".join(_joinable(parameter, texts, ","))


def is_header_text(text: str) -> bool:
    """HTTP has no spaces around a value, no line breaks, and no characters but those of one byte."""
    return _NOT_IN_HEADERS.search(text) is None


def _path_text(parameter: Parameter, value: object) -> str:
    if isinstance(parameter.form, Json):
        return _segment(parameter, encode(print_json(value)))
    name = encode(parameter.name)
    if parameter.style == "matrix" and parameter.explode:
        entries = _entries(parameter, value)
        return _segment(
            parameter, "".join(f";{encode(key)}={encode(text)}" for key, text in entries)
        )
    texts = _parts(parameter, value)
    if parameter.style == "matrix":
        return f";{name}={','.join(texts)}"
    if parameter.style == "label":
        # A dot inside of a value is told from those between them by being encoded.
        separator = "." if parameter.explode else ","
        return _segment(parameter, "." + separator.join(text.replace(".", "%2E") for text in texts))
    return _segment(parameter, ",".join(texts))


def _greedy(parameter: Parameter, value: object) -> str:
    """A path parameter that may hold slashes, as `{proxy+}`."""
    segments = _text(parameter, value).split("/")
    return "/".join(_segment(parameter, encode(segment)) for segment in segments)


def _query_text(parameter: Parameter, value: object) -> str | None:
    name = encode(parameter.name)
    if isinstance(parameter.form, Json):
        return f"{name}={_encode(parameter, print_json(value))}"
    if value is None:
        return None
    if parameter.style == "deepObject":
        members = value.items() if isinstance(value, dict) else ()
        return _to_query(
            parameter,
            [
                entry
                for key, item in members
                for entry in _member_entries(parameter, f"{parameter.name}[{key}]", item)
            ],
        )
    if parameter.explode:
        return _to_query(parameter, _entries(parameter, value))
    separator = _SEPARATORS.get(parameter.style, ",")
    texts = _scalars(parameter, value, None)
    if isinstance(value, (list, dict)):
        # Handlers get it decoded, with nothing to tell a separator from a character of a value.
        texts = _joinable(parameter, texts, separator)
    joint = separator if separator == "," else encode(separator)
    return f"{name}={joint.join(_encode(parameter, text) for text in texts)}"


def _cookie_text(parameter: Parameter, value: object) -> str | None:
    if isinstance(parameter.form, Json):
        return f"{parameter.name}={_encode(parameter, print_ascii_json(value))}"
    if value is None:
        return None
    if not parameter.explode:
        return f"{parameter.name}={','.join(_parts(parameter, value))}"
    entries = _entries(parameter, value)
    return "; ".join(f"{key}={_encode(parameter, text)}" for key, text in entries)


def _parts(parameter: Parameter, value: object) -> list[str]:
    """The texts of a value in one place, encoded; exploded, with `=` between names and values."""
    if parameter.explode and isinstance(value, dict):
        return [
            f"{_encode(parameter, key)}={_encode(parameter, _text(parameter, item))}"
            for key, item in value.items()
        ]
    texts = [_encode(parameter, text) for text in _scalars(parameter, value, None)]
    if isinstance(value, list) and texts == [""]:
        raise _refusal(parameter, "cannot be one empty text")
    return texts


def _scalars(parameter: Parameter, value: object, assign: str | None) -> list[str]:
    """The texts of a value; objects give their members' names too, one by one or assigned."""
    if isinstance(value, list):
        return [_text(parameter, item) for item in value]
    if not isinstance(value, dict):
        return [_text(parameter, value)]
    texts: list[str] = []
    for key, item in value.items():
        if isinstance(item, list):
            raise _refusal(parameter, f"cannot have a list in '{key}'")
        if assign is None:
            texts += [key, _text(parameter, item)]
        elif assign in key:
            raise _refusal(parameter, f"cannot have '{assign}' in a name")
        else:
            texts.append(f"{key}{assign}{_text(parameter, item)}")
    return texts


def _joinable(parameter: Parameter, texts: list[str], separator: str) -> list[str]:
    """Texts that are told apart when they stand together."""
    if any(separator in text for text in texts):
        raise _refusal(parameter, f"cannot have '{separator}' in a value")
    if texts == [""]:
        raise _refusal(parameter, "cannot be one empty text")
    return texts


def _entries(parameter: Parameter, value: object) -> list[tuple[str, str]]:
    """Names and values where each has a place of its own."""
    if not isinstance(value, dict):
        return _member_entries(parameter, parameter.name, value)
    return [entry for key, item in value.items() for entry in _member_entries(parameter, key, item)]


def _member_entries(parameter: Parameter, name: str, value: object) -> list[tuple[str, str]]:
    items = value if isinstance(value, list) else [value]
    return [(name, _text(parameter, item)) for item in items]


def _to_query(parameter: Parameter, entries: Sequence[tuple[str, str]]) -> str:
    return "&".join(
        f"{_encode(parameter, key)}={_encode(parameter, text)}" for key, text in entries
    )


def _segment(parameter: Parameter, text: str) -> str:
    """URLs resolve dots, and an empty segment is another resource: such a value would call another operation."""
    resolved = _ESCAPED_DOT.sub(".", text)
    if resolved in ("", ".", ".."):
        raise WireError(f"the path parameter '{parameter.name}' must not be '{resolved}'")
    return text


def _text(parameter: Parameter, value: object) -> str:
    try:
        return text_of(value)
    except ValueError as error:
        raise _refusal(parameter, str(error)) from None


def _encode(parameter: Parameter, text: str) -> str:
    try:
        return encode(text)
    except ValueError as error:
        raise _refusal(parameter, str(error)) from None


def _refusal(parameter: Parameter, reason: str) -> WireError:
    return WireError(f"the parameter '{parameter.name}' {reason}")
