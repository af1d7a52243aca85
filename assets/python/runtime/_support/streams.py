"""Bodies that are streams of items, on both sides of the wire."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from .checks import Place, Report, fail
from .contents import Content
from .json_text import parse_json, print_json
from .texts import ABSENT, text_of

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_NOT_IN_LINE = re.compile("[\r\n\0]")
_DIGITS = re.compile("[0-9]{1,15}")


class StreamDecoder:
    """Makes items of the bytes of a body, however they are cut."""

    def feed(self, chunk: bytes) -> Iterable[object]:
        """The items that end in a chunk.

        :raises ValueError: for what is no item.
        """
        raise NotImplementedError

    def finish(self) -> Iterable[object]:
        """The items that end where the body does."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class StreamContent(Content):
    """A media type of a body that is a stream of items; the check and the type are those of an item."""

    def plain_item(self, item: object) -> object:
        """An item in the form that the model describes."""
        return item

    def check_item(self, item: object, at: Place, report: Report) -> None:
        """Reports every way in which an item is wrong."""
        if self.check is not None:
            self.check(item, at, report)

    def encode_item(self, item: object) -> str:
        """An item as it stands on the wire."""
        raise NotImplementedError

    def decoder(self) -> StreamDecoder:
        """What reads one body."""
        raise NotImplementedError

    def decode(self, body: bytes, content_type: str) -> object:
        decoder = self.decoder()
        return [*decoder.feed(body), *decoder.finish()]

    def encode(self, value: object) -> str:
        return "".join(self.encode_item(item) for item in value) if isinstance(value, list) else ""


@dataclass(frozen=True, slots=True)
class JsonLinesContent(StreamContent):
    """JSON values, each on a line of its own."""

    media_type: str = "application/jsonl"
    usual: ClassVar[str] = "application/jsonl"

    def encode_item(self, item: object) -> str:
        return f"{print_json(item)}\n"

    def decoder(self) -> StreamDecoder:
        return _SeparatedDecoder("\n", parse_json)


@dataclass(frozen=True, slots=True)
class JsonSequenceContent(StreamContent):
    """JSON values, each behind a record separator: https://www.rfc-editor.org/rfc/rfc7464."""

    media_type: str = "application/json-seq"
    usual: ClassVar[str] = "application/json-seq"

    def encode_item(self, item: object) -> str:
        return f"\x1e{print_json(item)}\n"

    def decoder(self) -> StreamDecoder:
        return _SeparatedDecoder("\x1e", _parse_record)


@dataclass(frozen=True, slots=True)
class EventsContent(StreamContent):
    """Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html."""

    media_type: str = "text/event-stream"
    is_text: bool = False
    """Whether the data of events is text; otherwise it is JSON."""
    usual: ClassVar[str] = "text/event-stream"

    def plain_item(self, item: object) -> object:
        """A text that stands for itself is an event with nothing else."""
        return {"data": item} if self.is_text and isinstance(item, str) else item

    def check_item(self, item: object, at: Place, report: Report) -> None:
        if not isinstance(item, dict):
            fail(at, "type", "must be an event, such as {'data': ...}", report)
            return
        for name in ("event", "id"):
            _check_line(item.get(name, ABSENT), (at, name), report)
        retry = item.get("retry", ABSENT)
        if retry is not ABSENT and not (type(retry) is int and retry >= 0):
            fail((at, "retry"), "type", "must be a number of milliseconds", report)
        if self.check is not None:
            self.check(item, at, report)

    def encode_item(self, item: object) -> str:
        fields = item if isinstance(item, dict) else {}
        named = "".join(
            f"{name}: {fields[name]}\n" for name in ("event", "id", "retry") if name in fields
        )
        data = "" if "data" not in fields else self._data_lines(fields["data"])
        return f"{named}{data}\n"

    def decoder(self) -> StreamDecoder:
        return _EventDecoder(str if self.is_text else parse_json)

    def _data_lines(self, data: object) -> str:
        text = text_of(data) if self.is_text else print_json(data)
        return "".join(f"data: {line}\n" for line in _LINE_BREAK.split(text))


def _check_line(value: object, at: Place, report: Report) -> None:
    """A line break would begin another field, and clients drop an id with a null."""
    if value is ABSENT:
        return
    if not isinstance(value, str):
        fail(at, "type", "must be a string", report)
    elif _NOT_IN_LINE.search(value) is not None:
        fail(at, "pattern", "must be one line", report)


def _parse_record(text: str) -> object:
    value = parse_json(text)
    # The rest of 123 may be 4 that did not come.
    if not isinstance(value, (str, list, dict)) and not text[-1].isspace():
        raise ValueError("the last item is cut off")
    return value


def _utf8() -> codecs.IncrementalDecoder:
    return codecs.getincrementaldecoder("utf-8-sig")("replace")


class _SeparatedDecoder(StreamDecoder):
    """Items between separators; what is empty is none."""

    def __init__(self, separator: str, parse: Callable[[str], object]) -> None:
        self._separator = separator
        self._parse = parse
        self._bytes = _utf8()
        self._rest = ""

    def feed(self, chunk: bytes) -> Iterator[object]:
        *ended, self._rest = (self._rest + self._bytes.decode(chunk)).split(self._separator)
        return (self._parse(text) for text in ended if text.strip())

    def finish(self) -> Iterator[object]:
        text = self._rest + self._bytes.decode(b"", True)
        return (self._parse(each) for each in (text,) if each.strip())


class _EventDecoder(StreamDecoder):
    """Events end with an empty line; one that does not end is dropped."""

    def __init__(self, parse: Callable[[str], object]) -> None:
        self._parse = parse
        self._bytes = _utf8()
        self._rest = ""
        self._is_after_return = False
        self._fields: dict[str, object] = {}
        self._data: list[str] = []

    def feed(self, chunk: bytes) -> Iterator[object]:
        text = self._bytes.decode(chunk)
        if not text:
            return
        # A line is told at its end, without a look at what follows.
        fresh = text[1:] if self._is_after_return and text.startswith("\n") else text
        self._is_after_return = text.endswith("\r")
        *lines, self._rest = _LINE_BREAK.split(self._rest + fresh)
        for line in lines:
            yield from self._take(line)

    def finish(self) -> Iterator[object]:
        return iter(())

    def _take(self, line: str) -> Iterator[object]:
        if line:
            self._read_field(line)
            return
        fields, data = self._fields, self._data
        self._fields, self._data = {}, []
        if data:
            yield {**fields, "data": self._parse("\n".join(data))}

    def _read_field(self, line: str) -> None:
        name, _, rest = line.partition(":")
        value = rest.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "event" and value:
            self._fields["event"] = value
        elif name == "id" and "\0" not in value:
            self._fields["id"] = value
        elif name == "retry" and _DIGITS.fullmatch(value) is not None:
            self._fields["retry"] = int(value)
