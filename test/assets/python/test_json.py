"""JSON as JavaScript writes it. The runner makes CASES, of which JavaScript wrote the texts."""

import datetime
import enum
import json
import os
import struct
from collections import OrderedDict, UserDict
from pathlib import Path

import pytest
from pets_python_infra._json import to_json

CASES = json.loads(Path(os.environ["JSON_CASES"]).read_text(encoding="utf-8"))

REMEDY = "use dicts, lists, strings, numbers, booleans and None"


class Colour(str, enum.Enum):
    RED = "red"


@pytest.mark.parametrize("text", CASES["texts"])
def test_writes_what_javascript_writes(text: str) -> None:
    assert to_json(json.loads(text)) == text


def test_writes_numbers_as_javascript_does() -> None:
    wrong = {
        bits: (to_json(number), text)
        for bits, text in CASES["numbers"]
        for number in struct.unpack(">d", bytes.fromhex(bits))
        if to_json(number) != text
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("value", "want"),
    [
        ((1, 2.0, True, None), "[1,2,true,null]"),
        ({"b": 1, "10": 2, "2": 3, "01": 4}, '{"2":3,"10":2,"b":1,"01":4}'),
        (OrderedDict(a=1), '{"a":1}'),
        (UserDict(a=range(3)), '{"a":[0,1,2]}'),
        (Colour.RED, '"red"'),
        (2**64, "18446744073709551616"),
        (float("nan"), "null"),
        ("\ud83d\ude00\ud83d", '"\U0001f600\\ud83d"'),
    ],
)
def test_writes_what_only_python_has(value: object, want: str) -> None:
    assert to_json(value) == want  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            {"at": [{"a/b": datetime.date(2026, 1, 1)}]},
            f"JSON has no value for the date at '/at/0/a~1b' of the body; {REMEDY}",
        ),
        (
            b"abc",
            f"JSON has no value for the bytes at '' of the body; {REMEDY}",
        ),
        ({"a": {1: 2}}, "the key 1 at '/a' of the body is not a string; JSON has no others"),
    ],
)
def test_says_what_json_cannot_say(value: object, message: str) -> None:
    with pytest.raises(TypeError) as error:
        to_json(value)  # type: ignore[arg-type]
    assert str(error.value) == message
