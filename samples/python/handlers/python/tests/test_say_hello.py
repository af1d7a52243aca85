from __future__ import annotations

from pets_python_runtime.testing import invoke

from pets_python_handlers.say_hello import handler


def test_answers_with_200() -> None:
    response = invoke.say_hello(handler, name="Hidden lantern")
    assert response.status == 200
