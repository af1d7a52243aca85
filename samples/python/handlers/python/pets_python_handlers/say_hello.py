from __future__ import annotations

from typing import TYPE_CHECKING

from pets_python_runtime.handlers.say_hello import say_hello_handler
from pets_python_runtime.interceptors import INTERCEPTORS
from pets_python_runtime.models import Greeting
from pets_python_runtime.response import Response

if TYPE_CHECKING:
    from pets_python_runtime.handlers.say_hello import SayHelloOperationResponses, SayHelloRequest


def say_hello(input: SayHelloRequest) -> SayHelloOperationResponses:
    """GET /hello: Greets someone"""
    # An example from the model: answer with your own. The request is in 'input', checked and typed.
    return Response.success(Greeting(message="Hello Ada!"))


handler = say_hello_handler(interceptors=INTERCEPTORS)(say_hello)
