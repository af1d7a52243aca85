"""What is loaded when: a handler starts with what it needs."""

from __future__ import annotations

import subprocess
import sys

import pytest


def loaded_by(statement: str) -> set[str]:
    """The modules that a program loads which does nothing else."""
    program = f"{statement}\nimport sys\nprint(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    return set(done.stdout.split())


def test_a_handler_loads_its_operation_and_never_the_client() -> None:
    modules = loaded_by("from pets_python_runtime.handlers.say_hello import say_hello_handler")
    assert "pets_python_runtime.operations.say_hello" in modules
    assert not modules & {
        "httpx",
        "aws_lambda_powertools",
        "pets_python_runtime.client",
        "pets_python_runtime.models.pet",
        "pets_python_runtime.operations.get_pet",
    }


def test_tests_need_no_client() -> None:
    assert "httpx" not in loaded_by("import pets_python_runtime.testing")


def test_a_client_loads_an_operation_when_it_is_called() -> None:
    modules = loaded_by("from pets_python_runtime.client import DefaultApi")
    assert "httpx" in modules
    assert not [name for name in modules if name.startswith("pets_python_runtime.operations.")]


def test_an_export_that_there_is_not_is_an_error() -> None:
    from pets_python_runtime import client

    with pytest.raises(AttributeError, match="has no attribute 'Nope'"):
        client.Nope  # type: ignore[attr-defined]  # noqa: B018
