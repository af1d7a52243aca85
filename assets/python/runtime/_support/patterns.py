"""Patterns of texts, checked in time that is in proportion to the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

Step: TypeAlias = "re.Pattern[str] | tuple[int, ...] | Literal['^', '$', 'b', 'B'] | Look"
"""One step of a pattern.

A character that must match; where to go on, at all of them, counted from here; a place in the text, as regular
expressions write it; or what stands, or must not stand, around the place. What matches is behind the last step.
"""

_HALVES_AT = 0x10_0000
_WORD = re.compile("[0-9A-Z_a-z]")


class TextPattern(Protocol):
    """What texts can match."""

    def test(self, text: str) -> bool:
        """Whether a part of the text matches."""


def pattern(shown: str, source: str, *, of_units: bool = False) -> TextPattern:
    """A pattern of which the next character decides every step, so that Python's engine checks it.

    :param shown: the pattern as the model has it.
    :param source: the same for the module `re`.
    :param of_units: it looks at UTF-16 units: half of a character is as good as a character.
    """
    return _EnginePattern(shown, source, of_units)


def linear_pattern(
    shown: str, steps: Callable[[], Sequence[Step]], *, of_units: bool = False
) -> TextPattern:
    """A pattern for which an engine would try one way after the other, and take longer than anybody waits."""
    return _LinearPattern(shown, steps, of_units)


def one(source: str) -> Step:
    """A step: a character of a class."""
    return re.compile(source)


def times(count: int, steps: Sequence[Step]) -> Sequence[Step]:
    """Steps that are there several times."""
    return [step for _ in range(count) for step in steps]


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What stands before or behind a place."""

    steps: Sequence[Step]
    """Those of what stands behind go through the text from its end."""

    behind: bool = False
    negated: bool = False


class _EnginePattern:
    def __init__(self, shown: str, source: str, of_units: bool) -> None:
        self._shown = shown
        self._source = source
        self._of_units = of_units
        self._compiled: re.Pattern[str] | None = None

    def test(self, text: str) -> bool:
        # Compiling takes far longer than matching, and most patterns of a model are not needed.
        if self._compiled is None:
            self._compiled = re.compile(self._source)
        return self._compiled.search(_units(text) if self._of_units else text) is not None

    def __str__(self) -> str:
        return self._shown


class _LinearPattern:
    """Goes through a text once, at all steps at the same time."""

    def __init__(self, shown: str, steps: Callable[[], Sequence[Step]], of_units: bool) -> None:
        self._shown = shown
        self._make_steps = steps
        self._of_units = of_units
        self._steps: Sequence[Step] | None = None

    def test(self, text: str) -> bool:
        if self._steps is None:
            self._steps = self._make_steps()
        walk = _Walk(_units(text) if self._of_units else text)
        return any(walk.ends(self._steps, backwards=False))

    def __str__(self) -> str:
        return self._shown


class _Walk:
    """One way through one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._looks: dict[Look, bytearray] = {}

    def ends(self, steps: Sequence[Step], *, backwards: bool) -> bytearray:
        """The places where a match ends, wherever it began."""
        size = len(self._text)
        ends = bytearray(size + 1)
        states: list[int] = []
        for walked in range(size + 1):
            place = size - walked if backwards else walked
            index = place - 1 if backwards else place
            character = self._text[index] if 0 <= index < size else ""
            matched = self._matched(steps, [*states, 0], place, character)
            states = []
            for state in matched:
                if state == len(steps):
                    ends[place] = 1
                else:
                    states.append(state + 1)
        return ends

    def _matched(
        self, steps: Sequence[Step], opened: list[int], place: int, character: str
    ) -> Iterable[int]:
        """The steps that the next character passes, and the number behind the last one where a match ends."""
        seen: set[int] = set()
        while opened:
            state = opened.pop()
            if state in seen:
                continue
            seen.add(state)
            step = steps[state] if state < len(steps) else None
            if step is None:
                yield state
            elif isinstance(step, re.Pattern):
                if character and step.match(character) is not None:
                    yield state
            elif isinstance(step, tuple):
                opened.extend(state + distance for distance in step)
            elif self._holds(step, place):
                opened.append(state + 1)

    def _holds(self, step: Literal["^", "$", "b", "B"] | Look, place: int) -> bool:
        if step == "^":
            return place == 0
        if step == "$":
            return place == len(self._text)
        if isinstance(step, str):
            return (step == "b") == (self._is_word(place - 1) != self._is_word(place))
        found = self._looks.get(step)
        if found is None:
            found = self._looks[step] = self.ends(step.steps, backwards=not step.behind)
        return bool(found[place]) != step.negated

    def _is_word(self, index: int) -> bool:
        return 0 <= index < len(self._text) and _WORD.match(self._text[index]) is not None


def _units(text: str) -> str:
    """A text whose halves of characters are characters of their own.

    They stand in a plane for private use: neither `re` nor any text has other characters there.
    """
    if text.isascii():
        return text
    encoded = text.encode("utf-16-le", "surrogatepass")
    units = (int.from_bytes(encoded[at : at + 2], "little") for at in range(0, len(encoded), 2))
    return "".join(chr(unit + _HALVES_AT if 0xD800 <= unit <= 0xDFFF else unit) for unit in units)
