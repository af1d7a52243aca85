"""What handlers answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Generic, Literal, Never, Self, TypeAlias, overload

from typing_extensions import TypeVar

__all__ = [
    "AnyResponse",
    "ApiResponse",
    "ApiResponseWithHeaders",
    "Response",
    "ResponseException",
]

_Status_co = TypeVar("_Status_co", bound=int, covariant=True, default=int)
_Body_co = TypeVar("_Body_co", covariant=True, default=object)
_Headers_co = TypeVar(
    "_Headers_co",
    bound=Mapping[str, object],
    covariant=True,
    default=Mapping[str, str],
)
_S = TypeVar("_S", bound=int)
_B = TypeVar("_B")
_H = TypeVar("_H", bound="Mapping[str, object]")


@dataclass(frozen=True)
class ApiResponse(Generic[_Status_co, _Body_co, _Headers_co]):
    """A status, a value of the model, and headers."""

    status_code: _Status_co
    body: _Body_co
    headers: _Headers_co | None = None
    """Those that the model describes have the values that it says; all others are texts."""
    multi_value_headers: Mapping[str, Sequence[str]] | None = None
    """Headers that are sent more than once, such as `Set-Cookie`."""

    def with_headers(self, headers: Mapping[str, str]) -> Self:
        """The same with more headers, which replace those that are spelled alike."""
        all_headers: Any = {**(self.headers or {}), **headers}
        return replace(self, headers=all_headers)


@dataclass(frozen=True)
class ApiResponseWithHeaders(ApiResponse[_Status_co, _Body_co, _Headers_co]):
    """A response whose headers were given, as the model demands of some."""


AnyResponse: TypeAlias = ApiResponse[int, object, Mapping[str, object]]
"""What interceptors see, of whichever operation."""


class ResponseException(Exception):
    """Raised in a handler, however deep, its response is answered as if it had been returned."""

    def __init__(self, response: AnyResponse) -> None:
        super().__init__(f"the response has the status {response.status_code}")
        self.response = response


def _respond(
    status: _S, body: _B, headers: Mapping[str, object] | None
) -> ApiResponse[_S, _B, Mapping[str, object]]:
    if headers is None:
        return ApiResponse(status, body)
    return ApiResponseWithHeaders(status, body, headers)


class _Respond(Generic[_Status_co]):
    """Makes responses of one status."""

    def __init__(self, status: _Status_co) -> None:
        self._status = status

    @overload
    def __call__(self) -> ApiResponse[_Status_co, None, Never]: ...
    @overload
    def __call__(self, body: _B) -> ApiResponse[_Status_co, _B, Never]: ...
    @overload
    def __call__(self, body: _B, headers: _H) -> ApiResponseWithHeaders[_Status_co, _B, _H]: ...
    def __call__(
        self, body: object = None, headers: Mapping[str, object] | None = None
    ) -> ApiResponse[_Status_co, object, Mapping[str, object]]:
        return _respond(self._status, body, headers)


# Each makes a status of its own type, which a parameter alone would not keep.
_OtherStatus = TypeVar(
    "_OtherStatus",
    Literal[200],
    Literal[201],
    Literal[202],
    Literal[203],
    Literal[204],
    Literal[205],
    Literal[206],
    Literal[207],
    Literal[208],
    Literal[226],
    Literal[300],
    Literal[301],
    Literal[302],
    Literal[303],
    Literal[304],
    Literal[305],
    Literal[307],
    Literal[308],
    Literal[400],
    Literal[401],
    Literal[402],
    Literal[403],
    Literal[404],
    Literal[405],
    Literal[406],
    Literal[407],
    Literal[408],
    Literal[409],
    Literal[410],
    Literal[411],
    Literal[412],
    Literal[413],
    Literal[414],
    Literal[415],
    Literal[416],
    Literal[417],
    Literal[418],
    Literal[421],
    Literal[422],
    Literal[423],
    Literal[424],
    Literal[425],
    Literal[426],
    Literal[428],
    Literal[429],
    Literal[431],
    Literal[451],
    Literal[500],
    Literal[501],
    Literal[502],
    Literal[503],
    Literal[504],
    Literal[505],
    Literal[506],
    Literal[507],
    Literal[508],
    Literal[510],
    Literal[511],
)


class Response:
    """Makes responses. The model decides which of them an operation may answer."""

    success: Final[_Respond[Literal[200]]] = _Respond(200)
    created: Final[_Respond[Literal[201]]] = _Respond(201)
    accepted: Final[_Respond[Literal[202]]] = _Respond(202)
    bad_request: Final[_Respond[Literal[400]]] = _Respond(400)
    not_authenticated: Final[_Respond[Literal[401]]] = _Respond(401)
    not_authorized: Final[_Respond[Literal[403]]] = _Respond(403)
    not_found: Final[_Respond[Literal[404]]] = _Respond(404)
    conflict: Final[_Respond[Literal[409]]] = _Respond(409)
    internal_failure: Final[_Respond[Literal[500]]] = _Respond(500)

    @overload
    @staticmethod
    def no_content() -> ApiResponse[Literal[204], None, Never]: ...
    @overload
    @staticmethod
    def no_content(headers: _H) -> ApiResponseWithHeaders[Literal[204], None, _H]: ...
    @staticmethod
    def no_content(
        headers: Mapping[str, object] | None = None,
    ) -> ApiResponse[Literal[204], None, Mapping[str, object]]:
        """204, which never has a body."""
        return _respond(204, None, headers)

    @overload
    @staticmethod
    def of(status: _OtherStatus) -> ApiResponse[_OtherStatus, None, Never]: ...
    @overload
    @staticmethod
    def of(status: _OtherStatus, body: _B) -> ApiResponse[_OtherStatus, _B, Never]: ...
    @overload
    @staticmethod
    def of(
        status: _OtherStatus, body: _B, headers: _H
    ) -> ApiResponseWithHeaders[_OtherStatus, _B, _H]: ...
    @overload
    @staticmethod
    def of(status: int) -> ApiResponse[int, None, Never]: ...
    @overload
    @staticmethod
    def of(status: int, body: _B) -> ApiResponse[int, _B, Never]: ...
    @overload
    @staticmethod
    def of(status: int, body: _B, headers: _H) -> ApiResponseWithHeaders[int, _B, _H]: ...
    @staticmethod
    def of(
        status: int, body: object = None, headers: Mapping[str, object] | None = None
    ) -> AnyResponse:
        """Any status; those that have a name in HTTP are told apart by type checkers."""
        return _respond(status, body, headers)
