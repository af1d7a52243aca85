from __future__ import annotations

from pets_python_runtime.testing import invoke

from pets_python_handlers.list_pets import handler


def test_answers_with_200() -> None:
    response = invoke.list_pets(handler)
    assert response.status == 200
