"""Fields of forms that are written as query parameters are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from .parameters import Members, Parameter, parameter
from .read_parameters import read_parameters
from .wire import WireRequest
from .write_parameters import write_query


@dataclass(frozen=True, slots=True)
class StyledFields:
    """Fields that have a style."""

    fields: Sequence[Parameter] = ()
    plain: tuple[str, ...] = ()
    """The names of the other fields that the model declares."""

    def read(self, entries: Sequence[tuple[str, str]]) -> dict[str, object]:
        """The values of the fields, of all names and texts of a form."""
        query: dict[str, list[str]] = {}
        for name, text in entries:
            query.setdefault(name, []).append(text)
        wire = WireRequest(path={}, query=query, headers={}, body=b"")
        others = [*self.fields, *(parameter(name, "query") for name in self.plain)]
        return read_parameters(self.fields, wire, others)

    def is_other(self, name: str) -> bool:
        """True for the name of an entry that is of no such field.

        Where one of them may have members of any name, the others have those that are declared.
        """
        for field in self.fields:
            if field.style == "deepObject":
                if name.startswith(f"{field.name}["):
                    return False
            elif field.style == "form" and field.explode and isinstance(field.form, Members):
                if name in field.form.names or (field.form.is_open and name not in self.plain):
                    return False
            elif name == field.name:
                return False
        return True

    def find(self, name: str) -> Parameter | None:
        """The field of a name, if it has a style."""
        return next((field for field in self.fields if field.name == name), None)


def write_field(field: Parameter, value: object) -> list[tuple[str, str]]:
    """The names and texts of a field with a style.

    :raises ValueError: for a value that would not arrive as it is.
    """
    return parse_qsl(write_query([field], {field.key: value}), keep_blank_values=True)
