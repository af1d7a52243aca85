"""`multipart/form-data`, which only requests have: https://www.rfc-editor.org/rfc/rfc7578."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

from .contents import Content, WrittenBody, field_text, fields_of
from .media_types import characters
from .parameters import TEXT, Items, Scalar
from .styled_fields import StyledFields, write_field

_BOUNDARY = re.compile(r';\s*boundary=(?:"([^"]+)"|([^;\s]+))', re.IGNORECASE)
_NAME = re.compile(
    r'^content-disposition:[^\r\n]*?;\s*name=(?:"([^"]*)"|([^;\s]+))', re.IGNORECASE | re.MULTILINE
)
_TYPE = re.compile(r"^content-type:[ \t]*([^\r\n]*)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Bytes:
    """A field that is a file, or a list of them."""

    is_list: bool = False


PartForm: TypeAlias = Scalar | Items | Bytes


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a form."""

    name: str
    content_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class MultipartContent(Content):
    """A form of parts. Lists are parts that repeat, and objects are JSON."""

    media_type: str = "multipart/form-data"
    fields: Mapping[str, PartForm] = field(default_factory=dict)
    part_types: Mapping[str, str] = field(default_factory=dict)
    """The media types of parts, by name."""
    styled: StyledFields = field(default_factory=StyledFields)
    usual: ClassVar[str] = "multipart/form-data"

    def decode(self, body: bytes, content_type: str) -> object:
        parts: dict[str, list[Part]] = {}
        entries: list[tuple[str, str]] = []
        for part in read_parts(body, content_type):
            if self.styled.is_other(part.name):
                parts.setdefault(part.name, []).append(part)
            else:
                entries.append((part.name, characters(part.body, part.content_type)))
        others = {name: _read_field(self.fields.get(name, TEXT), parts[name]) for name in parts}
        return {**others, **self.styled.read(entries)}

    def encode(self, value: object) -> str | bytes:
        raise ValueError("a multipart form cannot be a response")

    def write(self, value: object) -> WrittenBody:
        boundary = secrets.token_hex(16)
        delimiter = f"--{boundary}".encode("ascii")
        lines: list[bytes] = []
        for name, item in fields_of(value, self.styled):
            styled = self.styled.find(name)
            entries = [(name, item)] if styled is None else write_field(styled, item)
            for key, each in entries:
                lines += [delimiter, *_write_part(key, each, self.part_types.get(name))]
        data = b"\r\n".join([*lines, delimiter + b"--", b""])
        return WrittenBody(f"{self.sent_type}; boundary={boundary}", data)


def read_parts(body: bytes, content_type: str) -> list[Part]:
    """The parts between the boundaries.

    :raises ValueError: if the bytes are not a form.
    """
    boundary = _BOUNDARY.search(content_type)
    if boundary is None:
        raise ValueError("is not a form: its content type has no 'boundary'")
    delimiter = f"\r\n--{boundary[1] or boundary[2]}".encode()
    _, *parts = (b"\r\n" + body).split(delimiter)
    # What follows the last boundary is none.
    return [_read_part(part) for part in parts[:-1]]


def _read_part(raw: bytes) -> Part:
    head, end, body = raw.partition(b"\r\n\r\n")
    if not end:
        raise ValueError("is not a form: a part has no headers")
    headers = head.decode("utf-8", "replace")
    name = _NAME.search(headers)
    if name is None:
        raise ValueError("is not a form: a part has no name")
    content_type = _TYPE.search(headers)
    return Part(
        name=_unescape(name[1] if name[1] is not None else name[2]),
        content_type="text/plain" if content_type is None else content_type[1],
        body=body,
    )


def _read_field(form: PartForm, parts: Sequence[Part]) -> object:
    if isinstance(form, Bytes):
        return [part.body for part in parts] if form.is_list else parts[-1].body
    texts = [characters(part.body, part.content_type) for part in parts]
    if isinstance(form, Scalar) or (form.or_one and len(texts) == 1):
        return form.convert(texts[-1])
    return [form.convert(text) for text in texts]


def _write_part(name: str, value: object, content_type: str | None) -> list[bytes]:
    """Bytes are files, and so is what has a media type of its own."""
    is_file = isinstance(value, bytes) or content_type is not None
    file = '; filename="blob"' if is_file else ""
    disposition = f'Content-Disposition: form-data; name="{_escape(name)}"{file}'
    media_type = [f"Content-Type: {content_type or 'application/octet-stream'}"] if is_file else []
    data = value if isinstance(value, bytes) else field_text(name, value).encode("utf-8")
    head = [line.encode("utf-8") for line in (disposition, *media_type, "")]
    return [*head, data]


def _escape(name: str) -> str:
    """See https://html.spec.whatwg.org/#multipart-form-data."""
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _unescape(name: str) -> str:
    plain = name.replace("%22", '"')
    return re.sub("%0A", "\n", re.sub("%0D", "\r", plain, flags=re.IGNORECASE), flags=re.IGNORECASE)
