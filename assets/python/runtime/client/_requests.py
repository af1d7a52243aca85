"""What clients that wait and clients that do not have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from .._support.raw_response import Headers, RawResponse
from .._support.write_call import WireCall
from .._support.write_parameters import is_header_text
from .errors import ResponseError
from .options import RequestOptions

_REPEATABLE = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
_BUSY = frozenset({429, 502, 503, 504})
_FIRST_PAUSE = 0.1


@dataclass(frozen=True)
class ClientDefaults:
    """What holds for every request of a client."""

    base_url: str
    timeout: float | None
    retries: int

    def build_request(
        self,
        http: httpx.Client | httpx.AsyncClient,
        call: WireCall,
        headers: Mapping[str, str],
        options: RequestOptions,
    ) -> httpx.Request:
        """A request as an HTTP client sends it.

        :param headers: those of every request.
        :raises ValueError: for a header that would not arrive as it is.
        """
        timeout = self.timeout if options.timeout is None else options.timeout
        return http.build_request(
            call.operation.method,
            self.base_url.rstrip("/") + call.target,
            headers=_to_headers(headers, call.headers, options.headers),
            content=call.body,
            timeout=httpx.USE_CLIENT_DEFAULT if timeout is None else timeout,
        )

    def retries_of(self, call: WireCall, options: RequestOptions) -> int:
        """How often a request is tried again."""
        if call.operation.method not in _REPEATABLE:
            return 0
        return self.retries if options.retries is None else options.retries


def headers_of(response: httpx.Response) -> Headers:
    """The headers of a response, whose bytes are characters."""
    raw = response.headers.raw
    return Headers((name.decode("ascii"), value.decode("latin-1")) for name, value in raw)


def pause_after(response: httpx.Response | None, attempt: int) -> float:
    """Seconds until a request is tried again."""
    wished = "" if response is None else response.headers.get("retry-after", "")
    return float(wished) if wished.isdecimal() and wished != "0" else _FIRST_PAUSE * 2**attempt


def is_busy(response: httpx.Response) -> bool:
    """Whether it is worth to try again."""
    return response.status_code in _BUSY


def unwrap(operation_id: str, response: RawResponse[int, object]) -> object:
    """The body of a success.

    :raises ResponseError: for any other status.
    """
    if 200 <= response.status <= 299:
        return response.body
    raise ResponseError(
        operation_id,
        response.status,
        response.body,
        response.headers,
        header_values=response.header_values,
    )


def _to_headers(*sources: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    """The headers of a request; later sources win.

    :raises ValueError: for a header that would not arrive as it is.
    """
    headers = {name.lower(): text for source in sources for name, text in source.items()}
    for name, text in headers.items():
        if not is_header_text(text):
            raise ValueError(f"the header '{name}' cannot hold {text!r}")
    return [(name.encode("ascii"), text.encode("latin-1")) for name, text in headers.items()]
