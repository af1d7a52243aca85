"""What the model says of an operation: handlers read requests and write responses by it, clients the other way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from .checks import Check
from .contents import Content
from .parameters import Parameter

if TYPE_CHECKING:
    from .pagination import Pagination

_Id_co = TypeVar("_Id_co", bound=str, covariant=True)
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class RequestBody:
    """The body of a request."""

    contents: Sequence[Content]
    required: bool = False


@dataclass(frozen=True, slots=True)
class ResponseHeaders:
    """The headers of a response that the model describes."""

    headers: Sequence[Parameter]
    check: Check


@dataclass(frozen=True, slots=True)
class Operation(Generic[_Id_co]):
    """An operation of the model."""

    id: _Id_co
    method: str
    path: str
    """As in the model: `/pets/{petId}`."""
    responses: Mapping[int | str, Sequence[Content]]
    """The media types of each response, by status, range such as `4XX`, and `default`."""
    parameters: Sequence[Parameter] = ()
    check_parameters: Check | None = None
    parameters_type: type[object] | None = None
    """The dataclass of the parameters."""
    body: RequestBody | None = None
    response_headers: Mapping[int | str, ResponseHeaders] = field(default_factory=dict)
    """Of the responses with headers."""
    pagination: Pagination | None = None

    def contents(self, status: int) -> Sequence[Content] | None:
        """The media types of a response; nothing for a status that the model does not have."""
        return self._of_status(self.responses, status)

    def headers(self, status: int) -> ResponseHeaders | None:
        """The headers of a response; nothing where the model describes none."""
        return self._of_status(self.response_headers, status)

    def _of_status(self, values: Mapping[int | str, _Value], status: int) -> _Value | None:
        """What there is for the response of a status: that of the status itself, of its range, or of all others."""
        for key in (status, f"{status // 100}XX", "default"):
            if key in self.responses:
                return values.get(key)
        return None
