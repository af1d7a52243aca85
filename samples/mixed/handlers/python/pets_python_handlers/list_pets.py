from __future__ import annotations

from typing import TYPE_CHECKING

from pets_python_runtime.handlers.list_pets import list_pets_handler
from pets_python_runtime.interceptors import INTERCEPTORS
from pets_python_runtime.models import Pet
from pets_python_runtime.response import Response

if TYPE_CHECKING:
    from pets_python_runtime.handlers.list_pets import ListPetsOperationResponses, ListPetsRequest


def list_pets(input: ListPetsRequest) -> ListPetsOperationResponses:
    """GET /pets: Lists the pets"""
    # An example from the model: answer with your own. The request is in 'input', checked and typed.
    return Response.success(
        [
            Pet(id="p1", name="Rex", kind="dog", born="2021-04-01"),
            Pet(id="p2", name="Tom", kind="cat"),
        ],
    )


handler = list_pets_handler(interceptors=INTERCEPTORS)(list_pets)
