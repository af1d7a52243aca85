"""Classes of models, and how plain JSON values become objects of them and back.

What is right is for checks to say. Every value that its check lets pass has an object here, and comes back as it was.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, partial
from types import NoneType, SimpleNamespace, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import BaseModel, ConfigDict, JsonValue
from pydantic.fields import FieldInfo
from typing_extensions import TypeAliasType

from .check_values import canonical
from .checks import Check, is_number, passes

_Read: TypeAlias = Callable[[Any], Any]
_JSON: object = JsonValue
_LARGEST_EXACT = 2**53


class Nullable(Enum):
    """Says of a member that may be left out that it may also be null: a None that was set is sent as null."""

    NULLABLE = "nullable"


NULLABLE: Final = Nullable.NULLABLE


@dataclass(frozen=True, slots=True, eq=False)
class NamedForms:
    """Says of a union of which several forms may allow a value which of them it is of."""

    member: str
    """Of objects, by its name on the wire: its values name the forms."""
    forms: Mapping[str, object]
    """Types by those values."""


class Model(BaseModel):
    """An object of the model. Members that are not declared are kept, see `model_extra`."""

    model_config = ConfigDict(
        # Only objects that a program makes itself are validated by pydantic: what that needs is not made before.
        defer_build=True,
        extra="allow",
        protected_namespaces=(),
        serialize_by_alias=True,
        validate_by_alias=True,
        validate_by_name=True,
    )


_checks: dict[type[Model], Check] = {}


def check_of(model: type[Model], check: Check) -> Check:
    """Makes a check known as that of a class: it tells which of several classes a value is of."""
    _checks[model] = check
    return check


def read_value(annotation: object, value: object) -> Any:
    """The typed value of a plain JSON value that its check has let pass.

    :param annotation: its type: a class, `list[Pet]`, `Cat | Dog | None` and so on.
    """
    read = _reader_of(annotation)
    return value if read is None else read(value)


def to_json(value: object) -> object:
    """The plain JSON value of a typed one.

    What JSON has no form for stays as it is: the check that follows says so.
    """
    if isinstance(value, Model):
        value = _members_of(value)
    if isinstance(value, Mapping):
        return dict(zip(value, map(to_json, value.values()), strict=True))
    if isinstance(value, (list, tuple)):
        return list(map(to_json, value))
    if isinstance(value, Enum):
        return to_json(value.value)
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, float) and value.is_integer() and abs(value) < _LARGEST_EXACT:
        return int(value)
    return value


def member_of(value: object, name: str) -> object:
    """A member of an object, typed or plain, by its name on the wire; None where there is none."""
    if isinstance(value, Model):
        attribute = _plan_of(type(value)).by_wire_name.get(name)
        others = value.model_extra or {}
        return others.get(name) if attribute is None else value.__dict__.get(attribute.name)
    return value.get(name) if isinstance(value, Mapping) else None


@dataclass(frozen=True, slots=True)
class _Attribute:
    name: str
    wire_name: str
    read: _Read | None
    is_required: bool
    is_nullable: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    """How objects of a class are made and written."""

    attributes: Sequence[_Attribute]
    by_wire_name: Mapping[str, _Attribute]
    read_other: _Read | None


@cache
def _plan_of(model: type[Model]) -> _Plan:
    if not model.__pydantic_fields_complete__:
        model.model_rebuild()
    attributes = [_attribute_of(name, field) for name, field in model.model_fields.items()]
    others = model.__annotations__.get("__pydantic_extra__")
    return _Plan(
        attributes=attributes,
        by_wire_name={attribute.wire_name: attribute for attribute in attributes},
        read_other=None if others is None else _other_reader(_resolved(others, model.__module__)),
    )


def _attribute_of(name: str, field: FieldInfo) -> _Attribute:
    # What is said of the type as a whole, pydantic keeps apart from it.
    return _Attribute(
        name=name,
        wire_name=field.alias or name,
        read=_annotated_reader(field.annotation, field.metadata),
        is_required=field.is_required(),
        is_nullable=NULLABLE in field.metadata,
    )


def _other_reader(annotation: object) -> _Read | None:
    return _reader_of(get_args(annotation)[1])


def _read_model(model: type[Model], value: object) -> object:
    """An object without any validation: what has no place in it is no object, and stays."""
    if not isinstance(value, dict):
        return value
    plan = _plan_of(model)
    values: dict[str, object] = {attribute.name: None for attribute in plan.attributes}
    names: set[str] = set()
    others: dict[str, object] = {}
    for name, member in value.items():
        attribute = plan.by_wire_name.get(name)
        read = plan.read_other if attribute is None else attribute.read
        typed = member if read is None else read(member)
        if attribute is None:
            others[name] = typed
        else:
            values[attribute.name] = typed
            names.add(attribute.name)
    made = model.__new__(model)
    # What `model_construct` does, whose keywords cannot have all names that members may have.
    object.__setattr__(made, "__dict__", values)
    object.__setattr__(made, "__pydantic_fields_set__", names)
    object.__setattr__(made, "__pydantic_extra__", others)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


def _members_of(value: Model) -> dict[str, object]:
    """The members of an object that are sent, by their names there."""
    plan = _plan_of(type(value))
    members: dict[str, object] = {}
    for attribute in plan.attributes:
        member = value.__dict__.get(attribute.name)
        is_null = attribute.is_nullable and attribute.name in value.model_fields_set
        if member is not None or attribute.is_required or is_null:
            members[attribute.wire_name] = member
    for name, member in (value.model_extra or {}).items():
        members.setdefault(name, member)
    return members


def _apply(read: _Read | None, value: object) -> object:
    return value if read is None else read(value)


@cache
def _reader_of(annotation: object) -> _Read | None:
    """What makes typed values of a type; nothing where the plain value is the typed one."""
    if annotation is _JSON:
        return None
    if annotation is int:
        return _read_integer
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return partial(_read_model, annotation)
    if isinstance(annotation, TypeAliasType):
        # A type that may hold itself: what it is, is looked at when there is a value.
        return lambda value: read_value(_resolved_alias(annotation), value)
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated_reader(args[0], args[1:])
    if origin in (Union, UnionType):
        return _union_reader(args)
    if origin is list:
        return _list_reader(_reader_of(args[0]))
    if origin is dict:
        return _dict_reader(_reader_of(args[1]))
    if origin is tuple:
        readers = [_reader_of(each) for each in args]
        return lambda items: _read_tuple(readers, items)
    return None


def _annotated_reader(annotation: object, metadata: Sequence[object]) -> _Read | None:
    read = _reader_of(annotation)
    named = next((each for each in metadata if isinstance(each, NamedForms)), None)
    return read if named is None else _named_reader(named, read)


def _named_reader(named: NamedForms, otherwise: _Read | None) -> _Read:
    """As checks of unions do: the form that a value names is looked at first."""

    def read(value: object) -> object:
        name = value.get(named.member) if isinstance(value, dict) else None
        form = named.forms.get(name) if isinstance(name, str) else None
        is_named = form is not None and _is_of(form, value)
        return _apply(_reader_of(form) if is_named else otherwise, value)

    return read


def _read_integer(value: object) -> object:
    """The same without a fraction that is nothing."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _list_reader(read: _Read | None) -> _Read | None:
    if read is None:
        return None
    return lambda items: list(map(read, items)) if isinstance(items, list) else items


def _dict_reader(read: _Read | None) -> _Read | None:
    if read is None:
        return None
    return lambda members: (
        dict(zip(members, map(read, members.values()), strict=True))
        if isinstance(members, dict)
        else members
    )


def _read_tuple(readers: Sequence[_Read | None], items: object) -> object:
    if not isinstance(items, list) or len(items) != len(readers):
        return items
    return tuple(_apply(read, item) for read, item in zip(readers, items, strict=True))


def _union_reader(members: Sequence[object]) -> _Read | None:
    """The first type that a value is of says how it is read."""
    readers = [(member, _reader_of(member)) for member in members if member is not NoneType]
    if all(read is None for _, read in readers):
        return None
    if len(readers) == 1:
        # What is null is nothing that a reader changes.
        return readers[0][1]

    def read(value: object) -> object:
        found = (each for member, each in readers if _is_of(member, value))
        return _apply(next(found, None), value)

    return read


def _is_of(annotation: object, value: object) -> bool:
    """Whether a plain JSON value is of a type; of a class, its check says so."""
    if annotation is _JSON:
        return True
    if isinstance(annotation, TypeAliasType):
        return _is_of(_resolved_alias(annotation), value)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        check = _checks.get(annotation)
        return isinstance(value, dict) and (check is None or passes(check, value))
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _is_of(args[0], value)
    if origin in (Union, UnionType):
        return any(_is_of(each, value) for each in args)
    if origin is Literal:
        return canonical(value) in map(canonical, args)
    if origin is list:
        return isinstance(value, list) and all(_is_of(args[0], item) for item in value)
    if origin is tuple:
        if not isinstance(value, list) or len(value) != len(args):
            return False
        return all(map(_is_of, args, value))
    if origin is dict:
        return isinstance(value, dict) and all(_is_of(args[1], each) for each in value.values())
    return _is_scalar_of(annotation, value)


def _is_scalar_of(annotation: object, value: object) -> bool:
    if annotation is float:
        return is_number(value)
    if annotation is int:
        return is_number(value) and isinstance(_read_integer(value), int)
    if isinstance(annotation, type):
        return isinstance(value, annotation)
    return True


@cache
def _resolved_alias(alias: TypeAliasType) -> object:
    return _resolved(alias.__value__, alias.__module__ or "")


def _resolved(annotation: object, module: str) -> object:
    """A type whose names, or the whole of which, may stand in a text."""
    holder = SimpleNamespace(__annotations__={"value": annotation})
    return get_type_hints(holder, vars(sys.modules[module]), include_extras=True)["value"]
