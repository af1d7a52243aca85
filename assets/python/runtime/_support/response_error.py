"""Responses that are no success, as errors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic

from typing_extensions import TypeVar

from .raw_response import Headers

_Status_co = TypeVar("_Status_co", bound=int, covariant=True, default=int)
_Body_co = TypeVar("_Body_co", covariant=True, default=object)
_HeaderValues_co = TypeVar(
    "_HeaderValues_co", bound=Mapping[str, object], covariant=True, default=Mapping[str, object]
)


class ResponseError(Exception, Generic[_Status_co, _Body_co, _HeaderValues_co]):
    """The API answered with a status that is not a success.

    Where there is no answer at all, clients raise the errors of httpx.
    """

    def __init__(
        self,
        operation_id: str,
        status: _Status_co,
        body: _Body_co,
        headers: Headers,
        *,
        header_values: _HeaderValues_co,
    ) -> None:
        super().__init__(f"{operation_id} answered {status}{_describe(body)}")
        self.operation_id = operation_id
        self.status = status
        self.body = body
        """The value that the model describes for this status; a text or bytes where it describes none."""
        self.headers = headers
        self.header_values = header_values
        """The headers that the model describes for this status, as the values that it says they are."""


def _describe(body: object) -> str:
    message = body.get("message") if isinstance(body, dict) else getattr(body, "message", body)
    return f": {message}" if isinstance(message, str) and message else ""
