"""Interceptors of Powertools."""

from __future__ import annotations

import json
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What Lambda would have set."""
    monkeypatch.setenv("POWERTOOLS_SERVICE_NAME", "pets")
    monkeypatch.setenv("POWERTOOLS_METRICS_NAMESPACE", "pets")
    monkeypatch.setenv("POWERTOOLS_TRACE_DISABLED", "true")


def test_logs_traces_and_metrics(capsys: pytest.CaptureFixture[str]) -> None:
    from pets_python_runtime.handlers.say_hello import (
        SayHelloOperationResponses,
        SayHelloRequest,
        say_hello_handler,
    )
    from pets_python_runtime.interceptors.powertools import (
        LoggingInterceptor,
        MetricsInterceptor,
        TracingInterceptor,
    )
    from pets_python_runtime.models import Greeting
    from pets_python_runtime.response import Response
    from pets_python_runtime.testing import invoke

    def greet(input: SayHelloRequest) -> SayHelloOperationResponses:
        LoggingInterceptor.get_logger(input).info("greeting")
        MetricsInterceptor.get_metrics(input).add_metric(name="Greetings", unit="Count", value=1)
        TracingInterceptor.get_tracer(input).put_annotation("name", input.request_parameters.name)
        return Response.success(Greeting(message="Hi"))

    interceptors = [
        LoggingInterceptor.intercept,
        TracingInterceptor.intercept,
        MetricsInterceptor.intercept,
    ]
    handler = say_hello_handler(interceptors=interceptors)(greet)
    for _ in range(2):
        assert invoke.say_hello(handler, name="Ada").status == 200
    lines: list[dict[str, Any]] = [
        json.loads(line) for line in capsys.readouterr().out.splitlines()
    ]
    logs = [line for line in lines if line.get("message") == "greeting"]
    assert [(line["operation_id"], line["function_name"]) for line in logs] == [
        ("sayHello", "sayHello")
    ] * 2
    metrics = [line for line in lines if "_aws" in line]
    assert [(line["operationId"], line["Greetings"]) for line in metrics] == [
        ("sayHello", [1.0])
    ] * 2
