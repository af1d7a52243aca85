"""Reads parameters and headers off the wire, by their style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias, TypeVar

from .parameters import Items, Json, Members, Parameter, Scalar
from .texts import ABSENT, decode, encode, to_json
from .wire import WireRequest

_Texts: TypeAlias = Sequence[str] | None
"""The texts of a parameter that has several; nothing where it did not come."""

_Entries: TypeAlias = Sequence[tuple[str, str]] | None
"""The members of a parameter that is an object, in the order they came."""

_T = TypeVar("_T")

_SEPARATORS = {"spaceDelimited": " ", "pipeDelimited": "|"}


def read_parameters(
    parameters: Sequence[Parameter], wire: WireRequest, others: Sequence[Parameter] | None = None
) -> dict[str, object]:
    """The values of all parameters that came, by their keys.

    :param others: all that may come, if there are more.
    """
    known = parameters if others is None else others
    values = {each.key: read_parameter(each, wire, known) for each in parameters}
    return {key: value for key, value in values.items() if value is not ABSENT}


def read_parameter(
    parameter: Parameter, wire: WireRequest, others: Sequence[Parameter] = ()
) -> object:
    """The value of a parameter, or `ABSENT`.

    :param others: all parameters of the operation; an object with members of any name has none
       of theirs.
    """
    form = parameter.form
    if isinstance(form, Json):
        text = _text_of(parameter, wire)
        return ABSENT if text is None else to_json(text)
    if isinstance(form, Scalar):
        text = _text_of(parameter, wire)
        return ABSENT if text is None else form.convert(text)
    if isinstance(form, Items):
        return _read_field(form, _texts_of(parameter, wire))
    entries = _entries_of(parameter, form, wire, others)
    return ABSENT if entries is None else read_members(form, entries)


def read_members(form: Members, entries: Sequence[tuple[str, str]]) -> dict[str, object]:
    """An object of names and texts."""
    texts: dict[str, list[str]] = {}
    for name, text in entries:
        texts.setdefault(name, []).append(text)
    return {name: _read_field(form.fields.get(name), values) for name, values in texts.items()}


def _read_field(form: Scalar | Items | None, texts: _Texts) -> object:
    """Of a field with one value, the last wins."""
    if texts is None:
        return ABSENT
    if form is None:
        return texts[-1]
    if isinstance(form, Scalar) or (form.or_one and len(texts) == 1):
        return form.convert(texts[-1])
    return [form.convert(text) for text in texts]


def _text_of(parameter: Parameter, wire: WireRequest) -> str | None:
    """The text of a parameter as a whole. Label and matrix put something before it."""
    name = parameter.name
    if parameter.location == "path":
        text = _path_text(wire, name, _prefix(parameter))
        return None if text is None else decode(text)
    if parameter.location == "query":
        texts = wire.query.get(name)
        return texts[-1] if texts else None
    if parameter.location == "header":
        return wire.headers.get(name.lower())
    texts = _cookie_texts(wire, name)
    return None if texts is None else texts[0]


def _texts_of(parameter: Parameter, wire: WireRequest) -> _Texts:
    if parameter.location == "path":
        return _path_texts(parameter, wire)
    name = parameter.name
    if parameter.location == "header":
        parts = _split(wire.headers.get(name.lower()), ",")
        return None if parts is None else [part.strip(" \t") for part in parts]
    if parameter.location == "cookie":
        return _cookie_texts(wire, name) if parameter.explode else _cookie_parts(wire, name)
    if parameter.explode:
        return wire.query.get(name)
    return _split(_text_of(parameter, wire), _SEPARATORS.get(parameter.style, ","))


def _path_texts(parameter: Parameter, wire: WireRequest) -> _Texts:
    name = parameter.name
    if parameter.style == "matrix" and parameter.explode:
        entries = _path_entries(wire, name, ";", ";")
        return None if entries is None else [text for _, text in entries]
    separator = "." if parameter.style == "label" and parameter.explode else ","
    # The parts are told from what is inside of the values by being between separators that are not encoded.
    parts = _split(_path_text(wire, name, _prefix(parameter)), separator)
    return None if parts is None else [decode(part) for part in parts]


def _entries_of(
    parameter: Parameter, form: Members, wire: WireRequest, others: Sequence[Parameter]
) -> _Entries:
    name = parameter.name
    if parameter.style == "deepObject":
        return _deep_entries(wire, name)
    if not parameter.explode:
        return _pairs(_texts_of(parameter, wire))
    if parameter.location == "path":
        separator = {"label": ".", "matrix": ";"}.get(parameter.style, ",")
        prefix = "" if parameter.style == "simple" else separator
        return _path_entries(wire, name, separator, prefix)
    if parameter.location == "header":
        texts = _texts_of(parameter, wire)
        return None if texts is None else [_assignment(text) for text in texts]
    return _own_entries(parameter, form, wire, others)


def _own_entries(
    parameter: Parameter, form: Members, wire: WireRequest, others: Sequence[Parameter]
) -> _Entries:
    """Members that are parameters of their own: those that are declared, or all that are not others."""
    all_entries = (
        _cookies(wire)
        if parameter.location == "cookie"
        else [(name, text) for name, texts in wire.query.items() for text in texts]
    )
    if not form.is_open:
        wanted = [(name, text) for name in form.names for key, text in all_entries if key == name]
        return _or_nothing(wanted)
    siblings = [
        each for each in others if each.location == parameter.location and each is not parameter
    ]
    names = {each.name for each in siblings if each.style != "deepObject"}
    prefixes = tuple(f"{each.name}[" for each in siblings if each.style == "deepObject")
    return _or_nothing(
        [
            (name, text)
            for name, text in all_entries
            if name not in names and not name.startswith(prefixes)
        ]
    )


def _prefix(parameter: Parameter) -> str:
    if parameter.style == "label":
        return "."
    return f";{encode(parameter.name)}=" if parameter.style == "matrix" else ""


def _path_text(wire: WireRequest, name: str, prefix: str) -> str | None:
    text = wire.path.get(name)
    return None if text is None else text.removeprefix(prefix)


def _path_entries(wire: WireRequest, name: str, separator: str, prefix: str) -> _Entries:
    parts = _split(_path_text(wire, name, prefix), separator)
    if parts is None:
        return None
    return [(decode(key), decode(text)) for key, text in map(_assignment, parts)]


def _deep_entries(wire: WireRequest, name: str) -> _Entries:
    """`name[member]=value`"""
    return _or_nothing(
        [
            (key[len(name) + 1 : -1], text)
            for key, texts in wire.query.items()
            if key.startswith(f"{name}[") and key.endswith("]")
            for text in texts
        ]
    )


def _cookie_texts(wire: WireRequest, name: str) -> _Texts:
    """Every value of a cookie that came several times."""
    return _or_nothing([text for key, text in _cookies(wire) if key == name])


def _cookie_parts(wire: WireRequest, name: str) -> _Texts:
    """The parts of a cookie between commas, which are told from those inside of the values by not being encoded."""
    found = (text for key, text in _encoded_cookies(wire) if key == name)
    parts = _split(next(found, None), ",")
    return None if parts is None else [decode(part) for part in parts]


def _cookies(wire: WireRequest) -> list[tuple[str, str]]:
    return [(name, decode(text)) for name, text in _encoded_cookies(wire)]


def _encoded_cookies(wire: WireRequest) -> Iterable[tuple[str, str]]:
    cookies = wire.headers.get("cookie")
    return () if cookies is None else [_assignment(text.strip()) for text in cookies.split(";")]


def _split(text: str | None, separator: str) -> _Texts:
    """The values of a list that stands in one text."""
    if text is None:
        return None
    return text.split(separator) if text else []


def _pairs(texts: _Texts) -> _Entries:
    """`a,1,b,2` as members."""
    if texts is None:
        return None
    values = [*texts[1::2], ""]
    return list(zip(texts[::2], values, strict=False))


def _assignment(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name, value


def _or_nothing(found: Sequence[_T]) -> Sequence[_T] | None:
    return found or None
