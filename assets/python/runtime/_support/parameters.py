"""How parameters and headers stand on the wire, as the model says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from .texts import Convert, to_text

Location: TypeAlias = Literal["path", "query", "header", "cookie"]
Style: TypeAlias = Literal[
    "simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject"
]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text."""

    convert: Convert = to_text


@dataclass(frozen=True, slots=True)
class Items:
    """Texts in a row; with `or_one`, a text that stands alone is the value itself."""

    convert: Convert = to_text
    or_one: bool = False


@dataclass(frozen=True, slots=True)
class Members:
    """Texts with names. Those that are not among the fields are texts."""

    fields: Mapping[str, Scalar | Items] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    """The names that the model declares."""
    is_open: bool = False
    """Whether there may be others."""


@dataclass(frozen=True, slots=True)
class Json:
    """The text is JSON."""


Form: TypeAlias = Scalar | Items | Members | Json

TEXT: Final = Scalar()


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a request, or a header of a response."""

    name: str
    """As on the wire."""
    location: Location
    form: Form
    style: Style
    explode: bool
    key: str
    """In the flat object of all parameters, to which pointers lead."""
    attribute: str
    """In Python."""
    type: object = None
    """What pydantic makes of the value; nothing where the value is what came."""


def parameter(
    name: str,
    location: Location,
    form: Form = TEXT,
    *,
    style: Style | None = None,
    explode: bool | None = None,
    key: str | None = None,
    attribute: str | None = None,
    type: object = None,
) -> Parameter:
    """Describes a parameter; what is not said is what OpenAPI takes for granted."""
    usual: Style = "simple" if location in ("path", "header") else "form"
    return Parameter(
        name=name,
        location=location,
        form=form,
        style=style or usual,
        explode=(style or usual) == "form" if explode is None else explode,
        key=name if key is None else key,
        attribute=name if attribute is None else attribute,
        type=type,
    )


def header(
    name: str, form: Form = TEXT, *, explode: bool = False, type: object = None
) -> Parameter:
    """Describes a header of a response."""
    return parameter(name, "header", form, explode=explode, type=type)
