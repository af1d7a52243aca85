"""Media types of bodies: how bytes become a value and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, TypeVar
from urllib.parse import parse_qsl, quote_plus

from .checks import Check
from .json_text import parse_json, print_json
from .media_types import characters, essence, is_json
from .parameters import Members
from .read_parameters import read_members
from .styled_fields import StyledFields, write_field
from .texts import Convert, text_of


@dataclass(frozen=True, slots=True)
class WrittenBody:
    """The body of a request as it is sent."""

    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Content:
    """A media type of a body."""

    check: Check | None = None
    type: object = None
    """What pydantic makes of the value; nothing where the value is what came."""
    media_type: str = "*/*"
    """As in the model, where it may be a range such as `image/*`."""

    usual: ClassVar[str] = "application/octet-stream"
    """What a body of a range is sent as."""

    def decode(self, body: bytes, content_type: str) -> object:
        """The value of some bytes.

        :raises ValueError: whose message says what is wrong with the bytes.
        """
        raise NotImplementedError

    def encode(self, value: object) -> str | bytes:
        """The value as a response has it."""
        raise NotImplementedError

    def write(self, value: object) -> WrittenBody:
        """The value as a request has it.

        :raises ValueError: for a value that would not arrive as it is.
        """
        encoded = self.encode(value)
        data = encoded.encode("utf-8") if isinstance(encoded, str) else encoded
        return WrittenBody(self.sent_type, data)

    @property
    def sent_type(self) -> str:
        """The media type: a range is not one that can be sent."""
        return self.usual if "*" in self.media_type else self.media_type


@dataclass(frozen=True, slots=True)
class JsonContent(Content):
    """`application/json` and its like."""

    media_type: str = "application/json"
    usual: ClassVar[str] = "application/json"

    def decode(self, body: bytes, content_type: str) -> object:
        text = characters(body, content_type).removeprefix("\ufeff")
        try:
            return parse_json(text)
        except ValueError as error:
            raise ValueError(f"is not valid JSON: {error}") from None

    def encode(self, value: object) -> str:
        return print_json(value)


@dataclass(frozen=True, slots=True)
class TextContent(Content):
    """Characters; the conversion is that of a parameter."""

    media_type: str = "text/plain"
    convert: Convert | None = None
    usual: ClassVar[str] = "text/plain"

    def decode(self, body: bytes, content_type: str) -> object:
        text = characters(body, content_type)
        return text if self.convert is None else self.convert(text)

    def encode(self, value: object) -> str:
        return "null" if value is None else text_of(value)


@dataclass(frozen=True, slots=True)
class BinaryContent(Content):
    """Bytes."""

    media_type: str = "application/octet-stream"

    def decode(self, body: bytes, content_type: str) -> object:
        return body

    def encode(self, value: object) -> bytes:
        return value if isinstance(value, bytes) else str(value).encode("utf-8")


@dataclass(frozen=True, slots=True)
class FormContent(Content):
    """`application/x-www-form-urlencoded`: lists repeat their field, and objects are JSON."""

    media_type: str = "application/x-www-form-urlencoded"
    members: Members = field(default_factory=Members)
    styled: StyledFields = field(default_factory=StyledFields)
    usual: ClassVar[str] = "application/x-www-form-urlencoded"

    def decode(self, body: bytes, content_type: str) -> object:
        entries = parse_qsl(characters(body, content_type), keep_blank_values=True)
        others = [(name, text) for name, text in entries if self.styled.is_other(name)]
        return {**read_members(self.members, others), **self.styled.read(entries)}

    def encode(self, value: object) -> str:
        fields = fields_of(value)
        return _to_form((name, "null" if item is None else text_of(item)) for name, item in fields)

    def write(self, value: object) -> WrittenBody:
        text = _to_form(self._entries(value))
        return WrittenBody(self.sent_type, text.encode("ascii"))

    def _entries(self, value: object) -> Iterable[tuple[str, str]]:
        for name, item in fields_of(value, self.styled):
            styled = self.styled.find(name)
            yield from (
                [(name, field_text(name, item))] if styled is None else write_field(styled, item)
            )


def fields_of(value: object, styled: StyledFields | None = None) -> Iterable[tuple[str, object]]:
    """The fields of a form, with one for each item of a list, unless the field has a style."""
    if not isinstance(value, dict):
        return
    for name, items in value.items():
        is_whole = not isinstance(items, list) or (styled is not None and styled.find(name))
        for item in [items] if is_whole else items:
            yield name, item


def field_text(name: str, value: object) -> str:
    """The text of a field. Text has no null: a handler could not tell it from the word."""
    try:
        return text_of(value)
    except ValueError as error:
        raise ValueError(f"the field '{name}' of a form {error}") from None


_Content = TypeVar("_Content", bound=Content)


def find_content(contents: Sequence[_Content], content_type: str | None) -> _Content | None:
    """The content that a media type asks for: the most exact one that matches, and the first where none is asked for."""
    if content_type is None:
        return contents[0] if contents else None
    wanted = essence(content_type)
    by_type = {essence(content.media_type): content for content in reversed(contents)}
    for media_type in (wanted, f"{wanted.partition('/')[0]}/*", "*/*"):
        if media_type in by_type:
            return by_type[media_type]
    if not is_json(wanted):
        return None
    return next((each for each in contents if is_json(essence(each.media_type))), None)


def _to_form(fields: Iterable[tuple[str, str]]) -> str:
    return "&".join(f"{_quote(name)}={_quote(text)}" for name, text in fields)


def _quote(text: str) -> str:
    """As https://url.spec.whatwg.org/#application/x-www-form-urlencoded has it."""
    return quote_plus(text, safe="*", errors="replace").replace("~", "%7E")
