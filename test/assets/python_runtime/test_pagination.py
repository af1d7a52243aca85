"""Clients go over pages that handlers of the same model answer with, over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

import pytest
from pagination_python_runtime.client import (
    AsyncDefaultApi,
    DefaultApi,
    PetsApi,
    RequestOptions,
    ResponseError,
)
from pagination_python_runtime.handlers.list_events import (
    ListEventsOperationResponses,
    ListEventsRequest,
    list_events_handler,
)
from pagination_python_runtime.handlers.list_orders import (
    ListOrdersOperationResponses,
    ListOrdersRequest,
    list_orders_handler,
)
from pagination_python_runtime.handlers.list_pets import (
    ListPets429OperationResponse,
    ListPetsOperationResponses,
    ListPetsRequest,
    list_pets_handler,
)
from pagination_python_runtime.handlers.search_pets import (
    SearchPetsOperationResponses,
    SearchPetsRequest,
    search_pets_handler,
)
from pagination_python_runtime.models import (
    ListEvents200ResponseContent,
    Pet,
    PetPage,
    PetPagePage,
    Problem,
    SearchPets200ResponseContent,
    SearchPetsRequestContent,
)
from pagination_python_runtime.operations.list_pets import ListPetsErrors
from pagination_python_runtime.response import Response

Handler = Callable[..., Mapping[str, Any]]


class Api:
    """An API on a port of this machine, and what it was asked."""

    def __init__(self) -> None:
        self.handlers: dict[str, Handler] = {}
        self.asked: list[str] = []
        api = self

        class Requests(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                api.answer(self)

            do_POST = do_GET

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Requests)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        """Answers no more."""
        self._server.shutdown()
        self._server.server_close()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Has a handler answer, as API Gateway would."""
        self.asked.append(f"{request.command} {request.path}")
        url = urlsplit(request.path)
        length = int(request.headers.get("content-length", 0))
        result = self.handlers[f"{request.command} {url.path}"](
            {
                "resource": url.path,
                "path": url.path,
                "httpMethod": request.command,
                "headers": dict(request.headers),
                "multiValueHeaders": None,
                "pathParameters": None,
                "queryStringParameters": None,
                "multiValueQueryStringParameters": parse_qs(url.query) or None,
                "body": request.rfile.read(length).decode() if length else None,
                "isBase64Encoded": False,
                "requestContext": {},
            },
            None,
        )
        request.send_response(result["statusCode"])
        for name, value in result["headers"].items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(result["body"].encode())


@pytest.fixture
def api() -> Iterator[Api]:
    made = Api()
    yield made
    made.close()


def pet(number: int) -> Pet:
    return Pet(id=number, name=f"pet {number}")


def page_of(*pets: Pet, following: str | None = None) -> PetPage:
    return PetPage(page=PetPagePage(pets=list(pets), next=following))


@list_pets_handler
def three_pages(input: ListPetsRequest) -> ListPetsOperationResponses:
    """Pages of two, two and no pets."""
    number = int(input.request_parameters.page_token or 0)
    if number == 2:
        return Response.success(PetPage(page=PetPagePage(pets=[])))
    return Response.success(
        page_of(pet(number * 2), pet(number * 2 + 1), following=str(number + 1))
    )


async def collect(iterator: AsyncIterator[Any]) -> list[Any]:
    return [each async for each in iterator]


def both(api: Api, method: str, **arguments: Any) -> list[Any]:
    """What a method of clients yields; both kinds of clients have to yield and to ask the same."""
    api.asked = []
    with DefaultApi(api.url) as blocking:
        found = list(getattr(blocking, method)(**arguments))
    asked, api.asked = api.asked, []

    async def wait() -> list[Any]:
        async with AsyncDefaultApi(api.url) as waiting:
            return await collect(getattr(waiting, method)(**arguments))

    assert asyncio.run(wait()) == found
    assert api.asked == asked
    return found


def test_goes_over_pages_until_one_has_no_token_with_the_input_of_the_first(api: Api) -> None:
    api.handlers["GET /pets"] = three_pages
    pages = both(api, "list_pets_pages2", kind="dog", limit=2)
    assert [type(page) for page in pages] == [PetPage] * 3
    assert api.asked == [
        "GET /pets?limit=2&kind=dog",
        "GET /pets?page-token=1&limit=2&kind=dog",
        "GET /pets?page-token=2&limit=2&kind=dog",
    ]


def test_goes_over_items_from_where_the_input_says(api: Api) -> None:
    api.handlers["GET /pets"] = three_pages
    assert both(api, "list_pets_items") == [pet(0), pet(1), pet(2), pet(3)]
    assert both(api, "list_pets_items", page_token="1") == [pet(2), pet(3)]


def test_asks_for_a_page_when_it_is_wanted_and_not_before(api: Api) -> None:
    api.handlers["GET /pets"] = three_pages
    with PetsApi(api.url) as client:
        pages = client.list_pets_pages2()
        assert api.asked == []
        next(pages)
        assert api.asked == ["GET /pets"]
        for item in client.list_pets_items():
            assert item == pet(0)
            break
    assert api.asked == ["GET /pets", "GET /pets"]

    async def wait() -> None:
        async with AsyncDefaultApi(api.url) as waiting:
            async for item in waiting.list_pets_items():
                assert item == pet(0)
                break

    asyncio.run(wait())
    assert len(api.asked) == 3


def test_options_are_those_of_every_page(api: Api) -> None:
    seen: list[str | None] = []

    @list_pets_handler
    def noting(input: ListPetsRequest) -> ListPetsOperationResponses:
        seen.append((input.event["headers"] or {}).get("x-trace"))
        following = "more" if input.request_parameters.page_token is None else None
        return Response.success(page_of(following=following))

    api.handlers["GET /pets"] = noting
    both(api, "list_pets_items", options=RequestOptions(headers={"x-trace": "1"}))
    assert seen == ["1"] * 4


def seconds(error: ListPetsErrors) -> int:
    return error.header_values["X-Wait"]


def test_an_error_of_a_page_is_raised_with_the_values_of_its_headers(api: Api) -> None:
    @list_pets_handler
    def busy(input: ListPetsRequest) -> ListPetsOperationResponses:
        if input.request_parameters.page_token is None:
            return Response.success(page_of(pet(1), following="more"))
        return ListPets429OperationResponse(429, Problem(message="slow down"), {"X-Wait": 7})

    api.handlers["GET /pets"] = busy
    with DefaultApi(api.url) as client:
        pages = client.list_pets_pages2()
        next(pages)
        with pytest.raises(ResponseError, match="^listPets answered 429: slow down$") as raised:
            next(pages)
    assert raised.value.body == Problem(message="slow down")
    assert dict(raised.value.header_values) == {"X-Wait": 7}
    assert seconds(cast(ListPetsErrors, raised.value)) == 7


@pytest.mark.parametrize("token", [None, ""])
def test_null_and_an_empty_text_are_no_tokens(api: Api, token: str | None) -> None:
    api.handlers["GET /pets"] = list_pets_handler(
        lambda _: Response.success(page_of(pet(1), following=token))
    )
    assert both(api, "list_pets_items") == [pet(1)]


def test_a_page_that_leads_back_to_itself_is_an_error_and_no_loop(api: Api) -> None:
    api.handlers["GET /pets"] = list_pets_handler(
        lambda _: Response.success(page_of(pet(1), following="again"))
    )
    message = "^listPets answered the token 'again' of a page on that page again$"
    with DefaultApi(api.url) as client, pytest.raises(RuntimeError, match=message):
        list(client.list_pets_pages2())
    assert len(api.asked) == 2


@search_pets_handler
def found_pets(input: SearchPetsRequest) -> SearchPetsOperationResponses:
    after = -1 if input.body.after is None else input.body.after
    if after == 1:
        return Response.success(SearchPets200ResponseContent(pets=None))
    found = pet(after + 1)
    return Response.success(SearchPets200ResponseContent(pets=[found], last=found))


def test_a_token_in_the_body_of_a_request_with_0_among_the_values(api: Api) -> None:
    api.handlers["POST /pets/search"] = found_pets
    body = SearchPetsRequestContent(text="pet")
    assert both(api, "search_pets_items", body=body) == [pet(0), pet(1)]
    assert len(api.asked) == 3
    assert body.after is None


@list_orders_handler
def orders(input: ListOrdersRequest) -> ListOrdersOperationResponses:
    if input.request_parameters.cursor == "b":
        return Response.success(["3"])
    return Response.success(["1", "2"], {"X-Next": "b"})


def test_a_token_in_headers_and_a_body_that_is_the_list(api: Api) -> None:
    api.handlers["GET /orders"] = orders
    assert both(api, "list_orders_pages") == [["1", "2"], ["3"]]
    assert both(api, "list_orders_items") == ["1", "2", "3"]


@list_events_handler
def events(input: ListEventsRequest) -> ListEventsOperationResponses:
    position = input.request_parameters.position
    page = None if position == 2 else ListEvents200ResponseContent(position=position + 1)
    return Response.success(page)


def test_without_items_in_the_model_there_are_pages_alone(api: Api) -> None:
    api.handlers["GET /events"] = events
    positions = [page and page.position for page in both(api, "list_events_pages", position=0)]
    assert positions == [1, 2, None]
    assert not hasattr(DefaultApi, "list_events_items")


def test_items_have_their_types() -> None:
    """For the type checker alone."""

    def names(client: PetsApi) -> list[str]:
        return [item.name for item in client.list_pets_items()]

    async def waiting(client: AsyncDefaultApi) -> list[str]:
        return [order async for order in client.list_orders_items()]

    assert callable(names) and callable(waiting)
