"""What an app can do wrong: mypy must say of each line what the comment above it says."""

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
    # error: Missing named argument "get_motd" for "OperationConfig"
    integrations=OperationConfig(
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
        # error: Argument "say_hello" to "mock_all" of "MockIntegrations" has incompatible type "MockIntegration"; expected "TypeSafeApiIntegration | None"
        say_hello=Integrations.mock(status_code=200),
    ),
)
# error: Unexpected keyword argument "get_pett" for "mock_all" of "MockIntegrations"; did you mean "get_pet"?
MockIntegrations.mock_all(get_pett=mock)
# error: Missing positional argument "status_code" in call to "list_pets_default" of "MockIntegrations"
MockIntegrations.list_pets_default()
# error: Argument 1 to "get_motd_200" of "MockIntegrations" has incompatible type "dict[str, int]"; expected "str | None"
MockIntegrations.get_motd_200({"a": 1})
# error: Dict entry 0 has incompatible type "str": "Stack"; expected "str": "int | float | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
MockIntegrations.say_hello_200({"at": stack})
# error: Argument "deploy" to "Api" has incompatible type "str"; expected "bool | None"
Api(stack, "WrongOption", integrations=MockIntegrations.mock_all(), deploy="yes")
# error: Missing named argument "integrations" for "Api"
Api(stack, "NoOptions")
# error: Argument "memory_size" to "SayHelloFunction" has incompatible type "str"; expected "float | None"
SayHelloFunction(stack, "SayHello", memory_size="512")
