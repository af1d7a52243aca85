"""Handlers of the pets, called as API Gateway calls them and as tests do."""

from __future__ import annotations

import base64
import json
import logging
from typing import Any, cast

import pytest
from pets_python_runtime.handler_router import handler_router
from pets_python_runtime.handlers.create_pet import (
    CreatePetOperationResponses,
    CreatePetRequest,
    create_pet_handler,
)
from pets_python_runtime.handlers.delete_pet import DeletePetRequest, delete_pet_handler
from pets_python_runtime.handlers.get_motd import GetMotdRequest, get_motd_handler
from pets_python_runtime.handlers.get_pet import GetPetRequest, get_pet_handler
from pets_python_runtime.handlers.list_pets import ListPetsRequest, list_pets_handler
from pets_python_runtime.handlers.say_hello import (
    SayHelloOperationResponses,
    SayHelloRequest,
    say_hello_handler,
)
from pets_python_runtime.interceptors import (
    INTERCEPTORS,
    ChainedRequest,
    build_response_header_interceptor,
    build_try_catch_interceptor,
)
from pets_python_runtime.models import Error, Greeting, Pet, PetRequest
from pets_python_runtime.response import AnyResponse, ApiResponse, Response, ResponseException
from pets_python_runtime.testing import InvokeOptions, ResponseViolationError, invoke


def greet(input: SayHelloRequest) -> SayHelloOperationResponses:
    """Greets."""
    return Response.success(Greeting(message=f"Hello {input.request_parameters.name}!"))


handler = say_hello_handler(interceptors=INTERCEPTORS)(greet)


def event(**given: Any) -> Any:
    """An event with as little as API Gateway may send."""
    return {
        "resource": "/hello",
        "httpMethod": "GET",
        "headers": None,
        "multiValueHeaders": None,
        "pathParameters": None,
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "body": None,
        "isBase64Encoded": False,
        **given,
    }


def answer(function: Any, **given: Any) -> dict[str, Any]:
    """What a function answers to an event."""
    return cast("dict[str, Any]", function(event(**given), None))


def test_a_handler_answers_what_the_model_says() -> None:
    response = invoke.say_hello(handler, name="Ada")
    assert response.status == 200
    assert response.body == Greeting(message="Hello Ada!")
    assert response.headers["Content-Type"] == "application/json"


def test_a_request_that_the_model_refuses_has_the_headers_of_interceptors() -> None:
    response = invoke.say_hello(handler, name="")
    assert response.status == 400
    assert response.headers["access-control-allow-origin"] == "*"
    assert isinstance(response.body, Error)
    assert response.body.message == (
        "the request is not valid: /requestParameters/name must have at least 1 character"
    )


def test_maps_that_are_null_are_empty() -> None:
    refused = answer(handler)
    assert refused["statusCode"] == 400
    errors = json.loads(refused["body"])["errors"]
    assert errors == [{"pointer": "/requestParameters/name", "message": "is required"}]


def test_values_are_decoded_once_and_a_broken_escape_is_text() -> None:
    found = answer(handler, queryStringParameters={"name": "100%"})
    assert json.loads(found["body"]) == {"message": "Hello 100%!"}
    found = answer(handler, multiValueQueryStringParameters={"name": ["a%20b"]})
    assert json.loads(found["body"]) == {"message": "Hello a%20b!"}


def test_a_handler_may_be_decorated() -> None:
    @say_hello_handler
    def plain(input: SayHelloRequest) -> SayHelloOperationResponses:
        return greet(input)

    assert invoke.say_hello(plain, name="Ada").status == 200


def test_interceptors_run_in_their_order_and_for_every_invocation() -> None:
    seen: list[str] = []

    def note(name: str) -> Any:
        def intercept(request: ChainedRequest) -> AnyResponse:
            seen.append(f"{name} {request.interceptor_context['operation_id']}")
            return request.chain.next(request)

        return intercept

    noted = say_hello_handler(interceptors=[note("outer"), note("inner")])(greet)
    for _ in range(2):
        assert invoke.say_hello(noted, name="Ada").status == 200
    assert seen == ["outer sayHello", "inner sayHello"] * 2


def test_an_error_that_nobody_expected_is_a_500_even_where_the_model_has_none(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(input: SayHelloRequest) -> SayHelloOperationResponses:
        raise ValueError("oh")

    failing = say_hello_handler(interceptors=INTERCEPTORS)(fail)
    with caplog.at_level(logging.ERROR):
        result = answer(failing, queryStringParameters={"name": "Ada"})
    assert result["statusCode"] == 500
    assert json.loads(result["body"]) == {"message": "Internal Server Error"}
    assert result["headers"]["Access-Control-Allow-Origin"] == "*"
    assert "sayHello failed" in caplog.text
    assert "ValueError: oh" in caplog.text


def test_without_an_interceptor_an_error_makes_the_function_fail() -> None:
    def fail(input: SayHelloRequest) -> SayHelloOperationResponses:
        raise ValueError("oh")

    with pytest.raises(ValueError, match="oh"):
        invoke.say_hello(say_hello_handler(fail), name="Ada")


def test_a_response_may_be_raised() -> None:
    def refuse(input: SayHelloRequest) -> SayHelloOperationResponses:
        raise ResponseException(Response.bad_request(Error(message="no")))

    response = invoke.say_hello(say_hello_handler(refuse), name="Ada")
    assert response.status == 400
    assert response.body == Error(message="no")


@pytest.mark.parametrize(
    ("response", "pointer"),
    [
        (Response.of(418, {}), "/statusCode"),
        (Response.success({"message": 1}), "/body/message"),
        (Response.success({}), "/body/message"),
        (Response.success(), "/body"),
        ("Hello", ""),
    ],
)
def test_a_response_that_the_model_does_not_allow_is_a_500_and_raises_in_tests(
    response: Any, pointer: str, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = say_hello_handler(interceptors=INTERCEPTORS)(lambda input: response)
    with caplog.at_level(logging.ERROR):
        result = answer(wrong, queryStringParameters={"name": "Ada"})
    assert result["statusCode"] == 500
    assert json.loads(result["body"]) == {"message": "Internal Server Error"}
    assert f'"pointer": "{pointer}"' in caplog.text
    with pytest.raises(ResponseViolationError, match="the response of sayHello violates") as raised:
        invoke.say_hello(wrong, name="Ada")
    assert [each.pointer for each in raised.value.violations] == [pointer]


def test_what_an_interceptor_answers_is_written_with_its_models() -> None:
    def refuse(request: ChainedRequest) -> AnyResponse:
        return Response.not_authorized([Error(message="who are you?")])

    result = answer(say_hello_handler(interceptors=[refuse])(greet))
    assert result["statusCode"] == 403
    assert json.loads(result["body"]) == [{"message": "who are you?"}]


def test_headers_of_a_response_win_over_those_of_interceptors() -> None:
    def own(input: SayHelloRequest) -> SayHelloOperationResponses:
        return Response.success(Greeting(message="Hi"), {"VARY": "Accept"})

    added = build_response_header_interceptor({"Vary": "Origin", "X-A": "1"})
    response = invoke.say_hello(say_hello_handler(interceptors=[added])(own), name="Ada")
    assert response.headers.pairs() == [
        ("content-type", "application/json"),
        ("x-a", "1"),
        ("vary", "Accept"),
    ]


def test_an_interceptor_may_answer_errors_by_itself() -> None:
    def fail(input: SayHelloRequest) -> SayHelloOperationResponses:
        raise ResponseException(Response.bad_request(Error(message="no")))

    caught = build_try_catch_interceptor(503, {"message": "later"})

    def break_down(request: ChainedRequest) -> AnyResponse:
        request.chain.next(request)
        raise KeyError("oh")

    function = say_hello_handler(interceptors=[caught, break_down])(fail)
    assert answer(function, queryStringParameters={"name": "Ada"})["statusCode"] == 503


def test_headers_of_the_model_have_values_and_others_are_texts() -> None:
    def some(input: ListPetsRequest) -> Any:
        return Response.success([], {"X-Total": 3}).with_headers({"X-Other": "a"})

    response = invoke.list_pets(list_pets_handler(some))
    assert response.status == 200
    assert response.headers["x-total"] == "3"
    assert response.headers["x-other"] == "a"
    assert response.header_values == {"X-Total": 3}
    wrong = list_pets_handler(lambda input: cast("Any", Response.success([], {"X-Total": "many"})))
    with pytest.raises(ResponseViolationError, match="/headers/X-Total must be an integer"):
        invoke.list_pets(wrong)


def test_what_is_only_read_is_not_asked_of_requests() -> None:
    def create(input: CreatePetRequest) -> CreatePetOperationResponses:
        return Response.created(Pet(id="p1", name=input.body.name, kind=input.body.kind))

    response = invoke.create_pet(
        create_pet_handler(create), body=PetRequest(name="Rex", kind="dog")
    )
    assert response.status == 201
    assert response.body == Pet(id="p1", name="Rex", kind="dog")


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ("{", "/body"),
        ("[]", "/body"),
        ("", "/body"),
        ('{"name": 1}', "/body/name"),
        ("NaN", "/body"),
    ],
)
def test_a_body_that_is_wrong_is_a_400(body: str, pointer: str) -> None:
    create = create_pet_handler(interceptors=INTERCEPTORS)(lambda input: cast("Any", None))
    result = answer(
        create, body=body, headers={"content-type": "application/json"}, httpMethod="POST"
    )
    assert result["statusCode"] == 400
    assert pointer in [each["pointer"] for each in json.loads(result["body"])["errors"]]
    assert result["headers"]["Access-Control-Allow-Origin"] == "*"


def test_a_body_that_is_nested_too_deeply_is_a_400() -> None:
    create = create_pet_handler(lambda input: cast("Any", None))
    result = answer(create, body="[" * 200_000, httpMethod="POST")
    assert result["statusCode"] == 400
    assert "is nested too deeply" in result["body"]


def test_a_media_type_that_the_model_does_not_have_is_a_415() -> None:
    create = create_pet_handler(lambda input: cast("Any", None))
    result = answer(create, body="a", headers={"Content-Type": "text/csv"}, httpMethod="POST")
    assert result["statusCode"] == 415
    said = json.loads(result["body"])["message"]
    assert said == "the content type 'text/csv' is not supported, use application/json"


def test_a_body_in_base64_is_decoded() -> None:
    def create(input: CreatePetRequest) -> CreatePetOperationResponses:
        return Response.created(Pet(id="p1", name=input.body.name, kind=input.body.kind))

    body = base64.b64encode('{"name":"Ré","kind":"cat"}'.encode()).decode()
    result = answer(create_pet_handler(create), body=body, isBase64Encoded=True, httpMethod="POST")
    assert json.loads(result["body"]) == {"id": "p1", "name": "Ré", "kind": "cat"}


def test_no_content_and_text() -> None:
    deleted = invoke.delete_pet(
        delete_pet_handler(lambda input: Response.no_content()), pet_id="p1"
    )
    assert (deleted.status, deleted.body) == (204, None)
    motd = invoke.get_motd(get_motd_handler(lambda input: Response.success("")))
    assert (motd.status, motd.body) == (200, "")


def test_a_path_value_with_a_slash_is_one_value() -> None:
    seen: list[str] = []

    def get(input: GetPetRequest) -> Any:
        seen.append(input.request_parameters.pet_id)
        return Response.not_found(Error(message="no"))

    invoke.get_pet(get_pet_handler(get), pet_id="a/b %c")
    assert seen == ["a/b %c"]


def test_a_test_may_say_who_calls() -> None:
    def who(input: SayHelloRequest) -> SayHelloOperationResponses:
        authorizer = input.event["requestContext"]["authorizer"] or {}
        return Response.success(
            Greeting(message=f"{authorizer['principalId']}, {input.context.function_name}")
        )

    options = InvokeOptions(authorizer={"principalId": "u1"}, headers={"X-A": "1"})
    response = invoke.say_hello(say_hello_handler(who), name="Ada", options=options)
    assert response.body == Greeting(message="u1, sayHello")


def test_a_router_finds_the_handler_by_method_and_resource(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def never(
        input: CreatePetRequest
        | ListPetsRequest
        | DeletePetRequest
        | GetMotdRequest
        | GetPetRequest,
    ) -> Any:
        raise AssertionError

    route = handler_router(
        say_hello=say_hello_handler(greet),
        list_pets=list_pets_handler(never),
        create_pet=create_pet_handler(never),
        get_pet=get_pet_handler(never),
        delete_pet=delete_pet_handler(never),
        get_motd=get_motd_handler(never),
        interceptors=INTERCEPTORS,
    )
    found = answer(route, queryStringParameters={"name": "Ada"})
    assert found["statusCode"] == 200
    assert found["headers"]["Access-Control-Allow-Origin"] == "*"
    with caplog.at_level(logging.ERROR):
        lost = answer(route, resource="/elsewhere")
    assert lost["statusCode"] == 500
    assert json.loads(lost["body"]) == {"message": "no handler for GET /elsewhere"}
    assert "GET /hello" in caplog.text


def test_responses_are_equal_whose_status_and_body_are() -> None:
    assert ApiResponse(200, "a") == Response.success("a")
    assert invoke.say_hello(handler, name="Ada") == invoke.say_hello(handler, name="Ada")
