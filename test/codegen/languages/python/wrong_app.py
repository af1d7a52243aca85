"""What an app can do wrong; mypy must say it where this file does. No part of the project runs it."""

from aws_cdk import App, Stack
from pets_python_infra import (
    Api,
    Integrations,
    MockIntegrations,
    OperationConfig,
    SayHelloFunction,
    TypeSafeApiIntegration,
)

stack = Stack(App(), "Pets")
mock = TypeSafeApiIntegration(integration=Integrations.mock(status_code=200))

Api(stack, "Complete", integrations=MockIntegrations.mock_all(get_pet=mock))
Api(
    stack,
    "MissingOperation",
    integrations=OperationConfig(  # error: Missing named argument "get_motd" for "OperationConfig"
        say_hello=mock,
        list_pets=mock,
        create_pet=mock,
        get_pet=mock,
        delete_pet=mock,
    ),
)
Api(
    stack,
    "WrongValue",
    integrations=MockIntegrations.mock_all(
        say_hello=Integrations.mock(status_code=200),  # error: Argument "say_hello" to "mock_all" of "MockIntegrations" has incompatible type "MockIntegration"; expected "TypeSafeApiIntegration | None"
    ),
)
MockIntegrations.mock_all(get_pett=mock)  # error: Unexpected keyword argument "get_pett" for "mock_all" of "MockIntegrations"; did you mean "get_pet"?
MockIntegrations.list_pets_default()  # error: Missing positional argument "status_code" in call to "list_pets_default" of "MockIntegrations"
MockIntegrations.get_motd_200({"a": 1})  # error: Argument 1 to "get_motd_200" of "MockIntegrations" has incompatible type "dict[str, int]"; expected "str | None"
MockIntegrations.say_hello_200({"at": stack})  # error: Dict entry 0 has incompatible type "str": "Stack"; expected "str": "int | float | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
Api(stack, "WrongOption", integrations=MockIntegrations.mock_all(), deploy="yes")  # error: Argument "deploy" to "Api" has incompatible type "str"; expected "bool | None"
Api(stack, "NoOptions")  # error: Missing named argument "integrations" for "Api"
SayHelloFunction(stack, "SayHello", memory_size="512")  # error: Argument "memory_size" to "SayHelloFunction" has incompatible type "str"; expected "float | None"
