"""Texts, media types, forms and streams."""

from __future__ import annotations

from typing import Any

import pytest
from pets_python_runtime._support.checks import Report
from pets_python_runtime._support.contents import (
    FormContent,
    JsonContent,
    TextContent,
    find_content,
)
from pets_python_runtime._support.json_text import parse_json, print_json
from pets_python_runtime._support.media_types import characters
from pets_python_runtime._support.multipart import Bytes, MultipartContent, read_parts
from pets_python_runtime._support.parameters import Items, Members, Scalar, parameter
from pets_python_runtime._support.streams import (
    EventsContent,
    JsonLinesContent,
    JsonSequenceContent,
    StreamContent,
)
from pets_python_runtime._support.styled_fields import StyledFields
from pets_python_runtime._support.texts import (
    decode,
    encode,
    number_text,
    to_boolean,
    to_first,
    to_null,
    to_number,
    to_plain_number,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1),
        ("-1.5", -1.5),
        (".5", 0.5),
        ("1e3", 1000),
        ("9007199254740993", 9007199254740993),
        ("5.0", 5),
        ("1_000", "1_000"),
        (" 1", " 1"),
        ("inf", "inf"),
        ("0x10", "0x10"),
        ("", ""),
    ],
)
def test_numbers(text: str, value: object) -> None:
    found = to_number(text)
    assert found == value
    assert type(found) is type(value)


def test_a_number_of_many_digits_is_none_that_a_check_lets_pass() -> None:
    assert to_number("9" * 5000) == float("inf")
    assert parse_json("[" + "9" * 5000 + "]") == [float("inf")]


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", 1), ("01", "01"), ("1.0", "1.0"), ("-0", "-0"), ("1e21", "1e21"), ("1.5", 1.5)],
)
def test_where_a_text_is_as_good_only_what_a_number_is_written_as_is_one(
    text: str, value: object
) -> None:
    assert to_plain_number(text) == value


def test_other_conversions() -> None:
    assert [to_boolean(text) for text in ("true", "false", "True")] == [True, False, "True"]
    assert [to_null(text) for text in ("", "null", "0")] == [None, None, "0"]
    both = to_first(to_boolean, to_number)
    assert [both(text) for text in ("true", "1", "a")] == [True, 1, "a"]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1.0, "1"),
        (0.1, "0.1"),
        (1e21, "1e+21"),
        (1e-7, "1e-7"),
        (-0.0, "0"),
        (123e18, "123000000000000000000"),
    ],
)
def test_numbers_are_written_as_programs_of_the_web_do(number: float, text: str) -> None:
    assert number_text(number) == text


def test_percent_encoding() -> None:
    assert encode("a/b ü!") == "a%2Fb%20%C3%BC!"
    assert [decode(text) for text in ("a%2Fb", "100%", "%zz", "%ff", "ü%20")] == [
        "a/b",
        "100%",
        "%zz",
        "%ff",
        "ü ",
    ]
    with pytest.raises(ValueError, match="half of a character"):
        encode("\ud800")


def test_json_is_strict_and_has_its_characters_as_they_are() -> None:
    for text in ("NaN", "Infinity", "[-Infinity]", "{"):
        with pytest.raises(ValueError, match="JSON|Expecting"):
            parse_json(text)
    assert print_json({"a": "ü"}) == '{"a":"ü"}'
    assert print_json("\ud800") == '"\\ud800"'
    with pytest.raises(ValueError, match="JSON compliant"):
        print_json(float("nan"))


def test_charsets() -> None:
    assert characters(b"\xe9", "text/plain; charset=ISO-8859-1") == "é"
    assert characters(b"\xff", "text/plain") == "\ufffd"
    for charset in ("klingon", "base64"):
        with pytest.raises(ValueError, match=f"the charset '{charset}' is not known"):
            characters(b"a", f"text/plain; charset={charset}")


def test_the_most_exact_media_type_counts() -> None:
    contents = [JsonContent(media_type="application/vnd.a+json"), TextContent(media_type="text/*")]
    found = [
        find_content(contents, each) for each in ("text/csv", "application/json", "image/png", None)
    ]
    assert found == [contents[1], contents[0], None, contents[0]]


def test_forms_of_parts() -> None:
    content = MultipartContent(
        fields={"file": Bytes(), "tags": Items()}, part_types={"note": "text/csv"}
    )
    value = {"file": b"\r\n--x", "tags": ["a", "ü"], "note": "1;2", 'odd "name"\r\n': "v"}
    written = content.write(value)
    assert content.decode(written.data, written.content_type) == value
    parts = {
        part.name: part.content_type for part in read_parts(written.data, written.content_type)
    }
    assert parts["note"] == "text/csv"
    with pytest.raises(ValueError, match="the field 'a' of a form cannot hold null"):
        content.write({"a": None})


STYLED = StyledFields(
    [
        parameter("spaced", "query", Items(to_number), style="spaceDelimited"),
        parameter("piped", "query", Items(), style="pipeDelimited"),
        parameter(
            "deep", "query", Members({"a": Scalar(to_number)}), style="deepObject", explode=True
        ),
        parameter("spread", "query", Members({"f": Items(to_number)}, names=("e", "f"))),
    ],
    plain=("name",),
)
STYLED_VALUE = {
    "name": "é",
    "spaced": [1, 2],
    "piped": ["a", "b"],
    "deep": {"a": 1, "b": "x"},
    "spread": {"e": "1", "f": [1, 2]},
}


def test_fields_of_forms_are_written_in_their_styles() -> None:
    content = FormContent(styled=STYLED)
    written = content.write(STYLED_VALUE)
    assert written.data == (
        b"name=%C3%A9&spaced=1+2&piped=a%7Cb&deep%5Ba%5D=1&deep%5Bb%5D=x&e=1&f=1&f=2"
    )
    assert content.decode(written.data, written.content_type) == STYLED_VALUE


def test_parts_of_forms_are_written_in_their_styles() -> None:
    content = MultipartContent(styled=STYLED)
    written = content.write(STYLED_VALUE)
    names = [part.name for part in read_parts(written.data, written.content_type)]
    assert names == ["name", "spaced", "piped", "deep[a]", "deep[b]", "e", "f", "f"]
    assert content.decode(written.data, written.content_type) == STYLED_VALUE


def test_where_members_may_have_any_name_other_fields_have_those_that_are_declared() -> None:
    fields = StyledFields([parameter("rest", "query", Members(is_open=True))], plain=("name",))
    content = FormContent(styled=fields)
    assert content.decode(b"name=a&x=1&y=2", "") == {"name": "a", "rest": {"x": "1", "y": "2"}}


@pytest.mark.parametrize(
    ("body", "content_type", "message"),
    [
        (b"", "multipart/form-data", "has no 'boundary'"),
        (b"--b\r\n--b--", "multipart/form-data; boundary=b", "a part has no headers"),
        (
            b"--b\r\nA: b\r\n\r\n--b--",
            "multipart/form-data; boundary=b",
            "a part has no name|no headers",
        ),
    ],
)
def test_what_is_no_form(body: bytes, content_type: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_parts(body, content_type)


STREAMS: list[tuple[StreamContent, bytes, list[Any]]] = [
    (
        EventsContent(),
        b'\xef\xbb\xbfevent: a\ndata: {"x":\r\ndata: 1}\r\n\r\n: comment\rid: 7\rretry: 5\rdata:2\r\rdata: 3\n',
        [{"event": "a", "data": {"x": 1}}, {"id": "7", "retry": 5, "data": 2}],
    ),
    (EventsContent(is_text=True), "data: ü\ndata: b\n\n".encode(), [{"data": "ü\nb"}]),
    (JsonLinesContent(), '1\n\n{"a":"é"}\n2'.encode(), [1, {"a": "é"}, 2]),
    (JsonSequenceContent(), b'\x1e1\n\x1e{"a":2}\n', [1, {"a": 2}]),
]


@pytest.mark.parametrize(("content", "body", "items"), STREAMS)
def test_streams_are_read_however_they_are_cut(
    content: StreamContent, body: bytes, items: list[Any]
) -> None:
    for size in range(1, len(body) + 1):
        decoder = content.decoder()
        chunks = [body[start : start + size] for start in range(0, len(body), size)]
        found = [item for chunk in chunks for item in decoder.feed(chunk)]
        assert [*found, *decoder.finish()] == items


@pytest.mark.parametrize(
    ("content", "items"),
    [
        (EventsContent(), [{"event": "e", "id": "1", "retry": 2, "data": {"a": "b\nc"}}]),
        (EventsContent(is_text=True), [{"data": "a\nb"}]),
        (JsonLinesContent(), [1, "a\nb", None]),
        (JsonSequenceContent(), [1, [2]]),
    ],
)
def test_streams_are_written_as_they_are_read(content: StreamContent, items: list[Any]) -> None:
    assert content.decode(content.encode(items).encode(), content.media_type) == items


def test_a_last_item_that_is_cut_off_is_wrong() -> None:
    with pytest.raises(ValueError, match="cut off"):
        JsonSequenceContent().decode(b"\x1e123", "application/json-seq")


def test_fields_of_events_are_one_line() -> None:
    report: Report = []
    EventsContent().check_item({"id": "a\nb", "event": 1, "retry": -1}, "/body/0", report)
    assert [(each.pointer, each.message) for each in report] == [
        ("/body/0/event", "must be a string"),
        ("/body/0/id", "must be one line"),
        ("/body/0/retry", "must be a number of milliseconds"),
    ]
