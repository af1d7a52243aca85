"""What handlers and callers can do wrong: mypy must say of each line what the comment above it says."""

from pets_python_runtime.client import DefaultApi
from pets_python_runtime.handler_router import handler_router
from pets_python_runtime.handlers.get_pet import (
    GetPet404OperationResponse,
    GetPetOperationResponses,
    GetPetRequest,
    get_pet_handler,
)
from pets_python_runtime.handlers.list_pets import (
    ListPets200OperationResponse,
    ListPetsOperationResponses,
    ListPetsRequest,
)
from pets_python_runtime.handlers.say_hello import (
    SayHelloOperationResponses,
    SayHelloRequest,
    say_hello_handler,
)
from pets_python_runtime.interceptors import INTERCEPTORS
from pets_python_runtime.models import Error, Greeting, Pet
from pets_python_runtime.operations.create_pet import CreatePetErrors
from pets_python_runtime.operations.list_pets import ListPetsErrors
from pets_python_runtime.response import Response
from pets_python_runtime.testing import invoke

PET = Pet(id="p1", name="Rex", kind="dog")


def right(input: GetPetRequest) -> GetPetOperationResponses:
    if input.request_parameters.pet_id == "p1":
        return Response.success(PET, {"Cache-Control": "no-store"})
    if input.request_parameters.pet_id == "p2":
        return GetPet404OperationResponse(404, Error(message="no"))
    return Response.of(404, Error(message="no"))


def right_list(input: ListPetsRequest) -> ListPetsOperationResponses:
    if input.event["httpMethod"] == "GET":
        return Response.of(503, Error(message="later"))
    return ListPets200OperationResponse(200, [PET], {"X-Total": 1})


def wrong_status(input: SayHelloRequest) -> SayHelloOperationResponses:
    # error: Incompatible return value type (got "ApiResponse[Literal[404], Error, Never]"
    return Response.not_found(Error(message="no"))


def wrong_body(input: SayHelloRequest) -> SayHelloOperationResponses:
    # error: Argument 1 to "__call__" of "_Respond" has incompatible type "Error"; expected "Greeting"
    return Response.success(Error(message="no"))


def wrong_header(input: ListPetsRequest) -> ListPetsOperationResponses:
    # error: Incompatible return value type (got "ApiResponseWithHeaders[Literal[200], list[Pet], dict[str, str]]"
    return Response.success([PET], {"X-Total": "1"})


def wrong_parameter(input: SayHelloRequest) -> SayHelloOperationResponses:
    # error: "SayHelloRequestParameters" has no attribute "nmae"
    return Response.success(Greeting(message=input.request_parameters.nmae))


hello = say_hello_handler(interceptors=INTERCEPTORS)(wrong_body)
# error: Argument 1 to "__call__" of "HandlerWrapper" has incompatible type "Callable[[ApiRequest[GetPetRequestParameters, None]]
say_hello_handler(right)
# error: Argument 1 to "get_pet" of "Invoke" has incompatible type "ApiHandler[Literal['sayHello']]"
invoke.get_pet(hello, pet_id="p1")
# error: Missing named argument "name" for "say_hello" of "Invoke"
invoke.say_hello(hello)
# error: Missing named argument "list_pets" for "handler_router"
handler_router(say_hello=hello, get_pet=get_pet_handler(right))

api = DefaultApi("http://localhost")
# error: Unexpected keyword argument "pet" for "get_pet" of "DefaultApi"
api.get_pet(pet="p1")
raw = api.get_pet_raw(pet_id="p1")
if raw.status == 404:
    print(raw.body.message)
else:
    print(raw.body.name)
# error: "Greeting" has no attribute "text"
print(api.say_hello(name="Ada").text)


def right_error(error: CreatePetErrors) -> str:
    return error.body.message if error.status == 400 else ""


def wrong_error(error: ListPetsErrors) -> None:
    # error: "Error" has no attribute "text"
    print(error.body.text)
