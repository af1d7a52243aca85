"""What clients raise."""

from __future__ import annotations

from .._support.raw_response import Headers

__all__ = ["ResponseError"]


class ResponseError(Exception):
    """The API answered with a status that is not a success.

    Where there is no answer at all, clients raise the errors of httpx.
    """

    def __init__(self, operation_id: str, status: int, body: object, headers: Headers) -> None:
        super().__init__(f"{operation_id} answered {status}{_describe(body)}")
        self.operation_id = operation_id
        self.status = status
        self.body = body
        """The value that the model describes for this status; a text or bytes where it describes none."""
        self.headers = headers


def _describe(body: object) -> str:
    message = body.get("message") if isinstance(body, dict) else getattr(body, "message", body)
    return f": {message}" if isinstance(message, str) and message else ""
