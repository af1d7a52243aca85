"""A client that waits for answers, over httpx."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

import httpx

from .._support.operation import Operation
from .._support.pagination import PageCall, items_of
from .._support.raw_response import RawResponse
from .._support.read_response import content_of, read_response, read_typed, with_body
from .._support.streams import StreamContent
from .._support.write_call import WireCall, write_call
from ._requests import ClientDefaults, headers_of, is_busy, pause_after, unwrap
from .options import HeaderSource, RequestOptions

__all__ = ["ItemStream", "SyncApi"]

_Item_co = TypeVar("_Item_co", covariant=True)


class ItemStream(Generic[_Item_co]):
    """The items of a response as they come. They can be read once; to stop early, close it."""

    def __init__(self, response: httpx.Response, content: StreamContent) -> None:
        self._response = response
        self._items: Iterator[_Item_co] = self._read(content)

    def __iter__(self) -> Iterator[_Item_co]:
        return self._items

    def __next__(self) -> _Item_co:
        return next(self._items)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connection."""
        self._response.close()

    def _read(self, content: StreamContent) -> Iterator[Any]:
        decoder = content.decoder()
        try:
            for chunk in self._response.iter_bytes():
                for item in decoder.feed(chunk):
                    yield read_typed(content, item)
            for item in decoder.finish():
                yield read_typed(content, item)
        finally:
            self.close()


class SyncApi:
    """What the classes of operations are made of."""

    def __init__(
        self,
        base_url: str,
        *,
        headers: HeaderSource | None = None,
        timeout: float | None = None,
        retries: int = 0,
        http_client: httpx.Client | None = None,
    ) -> None:
        """Makes a client.

        :param base_url: where the API is, with the stage if there is one:
           `https://abc.execute-api.eu-west-1.amazonaws.com/prod`.
        :param headers: sent with every request; a function is asked each time.
        :param timeout: seconds until a request is given up; that of the HTTP client unless given,
           which is 5 seconds for one of httpx.
        :param retries: how often a request that can be repeated safely is tried again after a
           network failure, 429, 502, 503 or 504.
        :param http_client: instead of a new one, for event hooks, authentication, proxies and the
           like; whoever gives it closes it.
        """
        self._defaults = ClientDefaults(base_url, timeout, retries)
        self._headers = headers
        self._owns_client = http_client is None
        self._http = httpx.Client() if http_client is None else http_client

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections, unless the HTTP client was given."""
        if self._owns_client:
            self._http.close()

    # What a body is depends on the operation: generated methods say it.
    def _call(
        self,
        operation: Operation[str],
        parameters: Mapping[str, object],
        options: RequestOptions | None,
        *,
        body: object = None,
        content_type: str | None = None,
    ) -> Any:
        """Sends a request and answers the body of a success.

        :raises ResponseError: for any other status.
        """
        response = self._send(operation, parameters, options, body=body, content_type=content_type)
        return unwrap(operation.id, response)

    def _send(
        self,
        operation: Operation[str],
        parameters: Mapping[str, object],
        options: RequestOptions | None,
        *,
        body: object = None,
        content_type: str | None = None,
    ) -> Any:
        """Sends a request; every status is an answer."""
        call = write_call(operation, parameters, body, content_type)
        response = self._exchange(call, options or RequestOptions())
        headers = headers_of(response)
        content = content_of(operation, response.status_code, headers)
        if isinstance(content, StreamContent) and response.is_success:
            stream: ItemStream[object] = ItemStream(response, content)
            return with_body(operation, response.status_code, headers, stream)
        try:
            data = response.read()
        finally:
            response.close()
        return read_response(operation, response.status_code, headers, data)

    def _pages(
        self,
        operation: Operation[str],
        parameters: Mapping[str, object],
        options: RequestOptions | None,
        *,
        body: object = None,
        content_type: str | None = None,
    ) -> Iterator[Any]:
        """Asks for page after page, each when it is wanted.

        :raises ResponseError: when a page is answered with an error.
        :raises RuntimeError: when a page leads back to itself.
        """
        call: PageCall | None = PageCall(operation, parameters, body)
        while call is not None:
            response: RawResponse[int, object] = self._send(
                operation, call.parameters, options, body=call.body, content_type=content_type
            )
            yield unwrap(operation.id, response)
            call = call.after(response)

    def _items(
        self,
        operation: Operation[str],
        parameters: Mapping[str, object],
        options: RequestOptions | None,
        *,
        body: object = None,
        content_type: str | None = None,
    ) -> Iterator[Any]:
        """The items of all pages, one by one."""
        pages = self._pages(operation, parameters, options, body=body, content_type=content_type)
        for page in pages:
            yield from items_of(operation, page)

    def _exchange(self, call: WireCall, options: RequestOptions) -> httpx.Response:
        shared = self._headers() if callable(self._headers) else self._headers or {}
        request = self._defaults.build_request(self._http, call, shared, options)
        attempts = self._defaults.retries_of(call, options)
        for attempt in range(attempts):
            response: httpx.Response | None = None
            try:
                response = self._http.send(request, stream=True)
            except httpx.TransportError:
                pass
            else:
                if not is_busy(response):
                    return response
                response.close()
            time.sleep(pause_after(response, attempt))
        return self._http.send(request, stream=True)
