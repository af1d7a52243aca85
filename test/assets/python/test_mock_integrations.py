"""Mocks, as API Gateway gets them."""

from typing import Any, cast

import pytest
from aws_cdk import App, Stack
from aws_cdk.assertions import Template
from pets_python_infra import (
    Api,
    Integration,
    Integrations,
    JsonValue,
    MockIntegrations,
    TypeSafeApiIntegration,
)
from pets_python_infra._mocks import mock_integration

VELOCITY = "#set($dollar = '$')#set($hash = '#')"


def answer(integration: Integration) -> tuple[str, dict[str, str]]:
    """The status and the templates with which GET /hello is answered."""
    stack = Stack(App(), "Pets")
    mock = TypeSafeApiIntegration(integration=integration)
    Api(stack, "Api", integrations=MockIntegrations.mock_all(say_hello=mock))
    (api,) = Template.from_stack(stack).find_resources("AWS::ApiGateway::RestApi").values()
    operation = cast("dict[str, Any]", api)["Properties"]["Body"]["paths"]["/hello"]["get"]
    (response,) = operation["x-amazon-apigateway-integration"]["responses"].values()
    return response["statusCode"], response.get("responseTemplates", {})


@pytest.mark.parametrize(
    ("integration", "want"),
    [
        (
            MockIntegrations.say_hello_200(),
            ("200", {"application/json": '{"message":"Hello Ada!"}'}),
        ),
        (
            MockIntegrations.say_hello_200({"é": [1.0, 0.5, False]}),
            ("200", {"application/json": '{"é":[1,0.5,false]}'}),
        ),
        (
            MockIntegrations.get_motd_200(),
            ("200", {"text/plain": f"{VELOCITY}costs ${{dollar}}5 ${{hash}}1"}),
        ),
        (MockIntegrations.get_motd_200("plain"), ("200", {"text/plain": "plain"})),
        (MockIntegrations.delete_pet_204(), ("204", {})),
        (
            MockIntegrations.create_pet_4xx(422, {"message": "no"}),
            ("422", {"application/json": '{"message":"no"}'}),
        ),
        (
            MockIntegrations.list_pets_default(status_code=503, body={"message": "later"}),
            ("503", {"application/json": '{"message":"later"}'}),
        ),
        (
            mock_integration("sayHello", "200", 200, text_body="plain"),
            ("200", {"application/json": '"plain"'}),
        ),
        (
            Integrations.mock(status_code=200, body="null"),
            ("200", {"application/json": "null"}),
        ),
    ],
)
def test_answers(integration: Integration, want: tuple[str, dict[str, str]]) -> None:
    assert answer(integration) == want


def test_a_status_is_one_of_its_range() -> None:
    message = "^a mock of 'createPet' 4XX needs a status_code from 400 to 499, got 500$"
    with pytest.raises(ValueError, match=message):
        MockIntegrations.create_pet_4xx(500)


def test_a_body_is_json() -> None:
    body = cast("JsonValue", {"at": object()})
    with pytest.raises(TypeError, match="^JSON has no value for the object at '/at' of the body"):
        MockIntegrations.say_hello_200(body)


@pytest.mark.parametrize(
    ("headers", "want"),
    [
        (None, {"X-Total": "'2'"}),
        ({"X-Other": "a"}, {"X-Total": "'2'", "X-Other": "'a'"}),
        ({"x-total": "7"}, {"x-total": "'7'"}),
    ],
)
def test_headers(headers: dict[str, str] | None, want: dict[str, str]) -> None:
    stack = Stack(App(), "Pets")
    mock = TypeSafeApiIntegration(integration=MockIntegrations.list_pets_200(headers=headers))
    Api(stack, "Api", integrations=MockIntegrations.mock_all(list_pets=mock))
    (api,) = Template.from_stack(stack).find_resources("AWS::ApiGateway::RestApi").values()
    operation = cast("dict[str, Any]", api)["Properties"]["Body"]["paths"]["/pets"]["get"]
    (response,) = operation["x-amazon-apigateway-integration"]["responses"].values()
    sent = response["responseParameters"].items()
    prefix = "method.response.header."
    assert {
        name.removeprefix(prefix): value for name, value in sent if "Content-Type" not in name
    } == want
