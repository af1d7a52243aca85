"""Clients of the pets, over a transport that answers by itself."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from pets_python_runtime.client import AsyncDefaultApi, DefaultApi, RequestOptions, ResponseError
from pets_python_runtime.models import Error, Greeting, Pet, PetRequest

Answer = Callable[[httpx.Request], httpx.Response]


def client(answer: Answer, **options: Any) -> DefaultApi:
    """A client whose requests are answered here."""
    http = httpx.Client(transport=httpx.MockTransport(answer))
    return DefaultApi("http://localhost/prod/", http_client=http, **options)


def answering(*responses: httpx.Response | Exception) -> tuple[list[httpx.Request], Answer]:
    """One response after the other, and the requests that came."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        response = responses[min(len(seen), len(responses) - 1)]
        seen.append(request)
        if isinstance(response, Exception):
            raise response
        return httpx.Response(
            response.status_code, headers=response.headers, content=response.content
        )

    return seen, answer


HELLO = httpx.Response(200, json={"message": "Hi"})


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long clients would have waited."""
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    return waited


def test_a_success_is_its_body() -> None:
    seen, answer = answering(HELLO)
    assert client(answer).say_hello(name="Ada Ü&") == Greeting(message="Hi")
    assert str(seen[0].url) == "http://localhost/prod/hello?name=Ada%20%C3%9C%26"
    assert seen[0].headers["accept"] == "application/json"


def test_any_other_status_is_an_error_with_the_body_of_the_model() -> None:
    _, answer = answering(
        httpx.Response(404, json={"message": "no such pet"}, headers={"X-A": "1"})
    )
    with pytest.raises(ResponseError, match="^getPet answered 404: no such pet$") as raised:
        client(answer).get_pet(pet_id="nope")
    assert raised.value.status == 404
    assert raised.value.body == Error(message="no such pet")
    assert raised.value.headers["x-a"] == "1"


def test_a_body_that_the_model_does_not_describe_is_what_its_media_type_says() -> None:
    _, html = answering(httpx.Response(502, html="<p>Bad gateway</p>"))
    with pytest.raises(ResponseError) as raised:
        client(html).get_pet(pet_id="p1")
    assert raised.value.body == "<p>Bad gateway</p>"
    _, plain = answering(httpx.Response(500, json={"message": 1}))
    with pytest.raises(ResponseError) as raised:
        client(plain).get_pet(pet_id="p1")
    assert raised.value.body == {"message": 1}


def test_raw_responses_have_status_headers_and_values_of_headers() -> None:
    _, answer = answering(httpx.Response(200, json=[], headers={"X-Total": "7"}))
    response = client(answer).list_pets_raw()
    assert response.status == 200
    assert response.body == []
    assert response.header_values["X-Total"] == 7
    _, refusing = answering(httpx.Response(404, json={"message": "no"}))
    assert client(refusing).get_pet_raw(pet_id="p").body == Error(message="no")


def test_models_are_sent_by_the_names_of_the_wire() -> None:
    seen, answer = answering(httpx.Response(201, json={"id": "p1", "name": "Rex", "kind": "dog"}))
    created = client(answer).create_pet(body=PetRequest(name="Rex", kind="dog"))
    assert created == Pet(id="p1", name="Rex", kind="dog")
    assert json.loads(seen[0].content) == {"name": "Rex", "kind": "dog"}
    assert seen[0].headers["content-type"] == "application/json"


def test_headers_may_be_those_of_every_request_or_of_one() -> None:
    seen, answer = answering(HELLO)
    api = client(answer, headers=lambda: {"Authorization": f"Bearer {len(seen)}", "X-A": "all"})
    api.say_hello(name="Ada")
    api.say_hello(name="Ada", options=RequestOptions(headers={"x-a": "one"}))
    sent = [(each.headers["authorization"], each.headers["x-a"]) for each in seen]
    assert sent == [("Bearer 0", "all"), ("Bearer 1", "one")]


@pytest.mark.parametrize("text", ["a\nb", " a", "日本"])
def test_a_header_that_would_not_arrive_as_it_is_is_not_sent(text: str) -> None:
    seen, answer = answering(HELLO)
    with pytest.raises(ValueError, match="the header 'x-a' cannot hold"):
        client(answer, headers={"X-A": text}).say_hello(name="Ada")
    assert seen == []


def test_a_path_value_that_would_call_another_operation_is_refused() -> None:
    for value in ("", ".", ".."):
        with pytest.raises(ValueError, match="the path parameter 'petId' must not be"):
            client(answering(HELLO)[1]).get_pet(pet_id=value)


def test_what_is_busy_is_asked_again(pauses: list[float]) -> None:
    busy = httpx.Response(503, headers={"Retry-After": "2"})
    seen, answer = answering(busy, httpx.ConnectError("no"), httpx.Response(429), HELLO)
    assert client(answer, retries=3).say_hello(name="Ada") == Greeting(message="Hi")
    assert len(seen) == 4
    assert pauses == [2, 0.2, 0.4]


def test_attempts_are_counted_and_the_last_answer_counts(pauses: list[float]) -> None:
    seen, answer = answering(httpx.Response(503))
    api = client(answer, retries=1)
    with pytest.raises(ResponseError, match="answered 503"):
        api.say_hello(name="Ada")
    assert len(seen) == 2
    with pytest.raises(ResponseError):
        api.say_hello(name="Ada", options=RequestOptions(retries=0))
    assert len(seen) == 3


def test_what_cannot_be_repeated_safely_is_not_asked_again(pauses: list[float]) -> None:
    seen, answer = answering(httpx.Response(503))
    with pytest.raises(ResponseError):
        client(answer, retries=3).create_pet(body=PetRequest(name="Rex", kind="dog"))
    assert len(seen) == 1


def test_a_timeout_is_that_of_the_request_or_of_the_client_or_of_the_http_client() -> None:
    seen, answer = answering(HELLO)
    client(answer).say_hello(name="Ada")
    api = client(answer, timeout=3)
    api.say_hello(name="Ada")
    api.say_hello(name="Ada", options=RequestOptions(timeout=1))
    assert [each.extensions["timeout"]["read"] for each in seen] == [5, 3, 1]


def test_only_a_client_of_its_own_is_closed() -> None:
    http = httpx.Client(transport=httpx.MockTransport(answering(HELLO)[1]))
    with DefaultApi("http://localhost", http_client=http) as api:
        api.say_hello(name="Ada")
    assert not http.is_closed
    own = DefaultApi("http://localhost")
    own.close()
    with pytest.raises(RuntimeError, match="closed"):
        own.say_hello(name="Ada")


def test_a_client_that_does_not_block_does_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    async def token() -> dict[str, str]:
        return {"authorization": "Bearer t"}

    async def run() -> None:
        seen, answer = answering(
            httpx.Response(503), HELLO, httpx.Response(404, json={"message": "no"})
        )
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
            api = AsyncDefaultApi("http://localhost", http_client=http, retries=1, headers=token)
            assert await api.say_hello(name="Ada") == Greeting(message="Hi")
            assert seen[1].headers["authorization"] == "Bearer t"
            with pytest.raises(ResponseError, match="getPet answered 404: no"):
                await api.get_pet(pet_id="p")
        async with AsyncDefaultApi("http://localhost") as own:
            assert own is not None

    monkeypatch.setattr("anyio.sleep", sleep)
    asyncio.run(run())
    assert waited == [0.1]
