"""What code without types is told."""

import copy
import dataclasses
import inspect
from typing import Any

import pytest
from aws_cdk import App, Stack
from pets_python_infra import Api, MockIntegrations, OperationConfig, Operations

MISSING = (
    "OperationConfig has nothing for %s: every operation needs a value;"
    " MockIntegrations.mock_all() has a mock for each of them"
)
ALL = ["say_hello", "list_pets", "create_pet", "get_pet", "delete_pet", "get_motd"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {name: 1 for name in ALL if name not in ("list_pets", "get_pet")},
            MISSING % "list_pets, get_pet",
        ),
        (
            {**dict.fromkeys(ALL, 1), "sayHello": 1},
            "there is no operation 'sayHello', did you mean 'say_hello'?",
        ),
        (
            {**dict.fromkeys(ALL[1:], 1), "greet": 1},
            f"there is no operation 'greet'; {MISSING % 'say_hello'}",
        ),
    ],
)
def test_says_all_that_is_wrong(given: dict[str, int], message: str) -> None:
    with pytest.raises(TypeError) as error:
        OperationConfig(**given)
    assert str(error.value) == message


def test_wants_names() -> None:
    untyped: Any = OperationConfig
    with pytest.raises(TypeError, match=r"takes its operations by name, such as say_hello=\.\.\."):
        untyped(1, **dict.fromkeys(ALL[1:], 1))


def test_is_a_dataclass() -> None:
    config = Operations.all(1)
    assert dataclasses.asdict(config) == dict.fromkeys(ALL, 1)
    assert dataclasses.replace(config, get_pet=2).get_pet == 2
    assert copy.copy(config) == config
    assert list(inspect.signature(OperationConfig).parameters) == ALL


def test_an_api_needs_a_config() -> None:
    untyped: Any = {"sayHello": MockIntegrations.say_hello_200()}
    with pytest.raises(TypeError, match=r"^an OperationConfig\(\.\.\.\) is needed, got a dict$"):
        Api(Stack(App(), "Pets"), "Api", integrations=untyped)
