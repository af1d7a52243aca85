"""Runs the operations of generated runtimes for the exchanges: handlers and clients, in one process.

Every line of the input is a question, every line of the output its answer; both are JSON.
"""

from __future__ import annotations

import asyncio
import base64
import importlib
import json
import logging
import re
import sys
import urllib.parse
from typing import Any

import httpx


def main() -> None:
    """Answers questions until there are no more."""
    logging.disable(logging.CRITICAL)
    for line in sys.stdin:
        question = json.loads(line)
        answer = {"handle": handle, "call": call, "agree": agree}[question["kind"]](question)
        print(json.dumps(answer), flush=True)


def handle(question: dict[str, Any]) -> dict[str, Any]:
    """Lets a handler answer an event."""
    module, member = question["module"], question["member"]
    handlers = importlib.import_module(f"{module}.handlers.{member}")
    wrapper = getattr(handlers, question["handler"])
    response = importlib.import_module(f"{module}.response")
    seen: list[object] = []

    def answer(request: Any) -> Any:
        seen.append(received(module, wrapper.operation, request))
        returns = question["returns"]
        status = returns["statusCode"]
        body = to_program(returns.get("body"))
        if "base64" in returns:
            body = base64.b64decode(returns["base64"])
        return response.ApiResponse(
            status, typed_body(module, wrapper, status, returns, body), returns.get("headers")
        )

    result = wrapper(answer)(question["event"], None)
    return {"result": result, **({"received": seen[0]} if seen else {})}


def typed_body(module: str, wrapper: Any, status: int, returns: dict[str, Any], body: Any) -> Any:
    """What a program with types would answer; what the model does not allow stays as it is."""
    model = importlib.import_module(f"{module}._support.model")
    streams = importlib.import_module(f"{module}._support.streams")
    named = {name.lower(): value for name, value in (returns.get("headers") or {}).items()}
    contents = wrapper.operation.contents(status) or ()
    chosen = [each for each in contents if each.media_type == named.get("content-type")] or contents
    if not chosen or chosen[0].type is None or isinstance(chosen[0], streams.StreamContent):
        return body
    try:
        return model.read_value(chosen[0].type, body)
    except ValueError:
        return body


def received(module: str, operation: Any, request: Any) -> dict[str, Any]:
    """What a handler sees, by the names of the model."""
    to_json = importlib.import_module(f"{module}._support.model").to_json
    values = {
        each.key: to_json(getattr(request.request_parameters, each.attribute))
        for each in operation.parameters
    }
    parameters = {key: value for key, value in values.items() if value is not None}
    body = {} if request.body is None else {"body": from_program(to_json(request.body))}
    return {"requestParameters": from_program(parameters), **body}


def call(question: dict[str, Any]) -> dict[str, Any]:
    """Calls an operation by a client, and by one that does not block; both have to do the same."""
    blocking = call_by(question, "DefaultApi")
    waiting = call_by(question, "AsyncDefaultApi")
    if without_boundary(blocking) != without_boundary(waiting):
        return {"error": f"{blocking} is not {waiting}"}
    return blocking


def call_by(question: dict[str, Any], name: str) -> dict[str, Any]:
    """Calls an operation."""
    module = question["module"]
    client = importlib.import_module(f"{module}.client")
    to_json = importlib.import_module(f"{module}._support.model").to_json
    sent: list[dict[str, Any]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(
            {
                "method": request.method,
                "target": request.url.raw_path.decode("ascii"),
                "headers": dict(request.headers),
                "base64": base64.b64encode(request.read()).decode("ascii"),
            }
        )
        given = question["response"]
        data = base64.b64decode(given["base64"])
        return httpx.Response(given["status"], headers=given["headers"], content=data)

    arguments = typed_input(question)
    transport = httpx.MockTransport(answer)
    try:
        result = invoke(client, name, question["method"], transport, arguments)
    except client.ResponseError as error:
        body = from_program(to_json(error.body))
        return {"sent": sent, "error": str(error), "status": error.status, "body": body}
    return {"sent": sent, "result": from_program(to_json(result))}


def invoke(client: Any, name: str, method: str, transport: Any, arguments: dict[str, Any]) -> Any:
    """Calls a method and collects what it streams."""
    base_url = "http://localhost"
    if name == "DefaultApi":
        with httpx.Client(transport=transport) as http:
            result = getattr(client.DefaultApi(base_url, http_client=http), method)(**arguments)
            return list(result) if hasattr(result, "__next__") else result

    async def wait() -> Any:
        async with httpx.AsyncClient(transport=transport) as http:
            api = client.AsyncDefaultApi(base_url, http_client=http)
            result = await getattr(api, method)(**arguments)
            return [each async for each in result] if hasattr(result, "__anext__") else result

    return asyncio.run(wait())


def agree(question: dict[str, Any]) -> dict[str, Any]:
    """Sends a request from a client to a handler, and a response back."""
    module = question["module"]
    client = importlib.import_module(f"{module}.client")
    to_json = importlib.import_module(f"{module}._support.model").to_json
    handled: list[dict[str, Any]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        event = to_event(request, question["resource"])
        handled.append(handle({**question, "event": event}))
        result = handled[0]["result"]
        several = result.get("multiValueHeaders", {})
        single = [(k, v) for k, v in result["headers"].items() if k not in several]
        headers = single + [(k, v) for k, values in several.items() for v in values]
        body = result["body"]
        data = base64.b64decode(body) if result["isBase64Encoded"] else body.encode()
        return httpx.Response(result["statusCode"], headers=latin(headers), content=data)

    try:
        arguments = typed_input(question)
        api = client.DefaultApi(
            "http://localhost", http_client=httpx.Client(transport=httpx.MockTransport(answer))
        )
        raw = getattr(api, question["method"])(**arguments)
    except ValueError as error:
        return {"refused": str(error)}
    outcome = {
        "status": raw.status,
        "body": from_program(to_json(raw.body)),
        "headers": from_program(to_json(dict(raw.header_values))),
    }
    return {**handled[0], "outcome": outcome}


def latin(headers: list[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    """Headers as their bytes are characters."""
    return [(name.encode("ascii"), value.encode("latin-1")) for name, value in headers]


def to_event(request: httpx.Request, resource: str) -> dict[str, Any]:
    """The event that API Gateway makes of a request: path values are left encoded, query values are not."""
    path, _, search = request.url.raw_path.decode("ascii").partition("?")
    query: dict[str, list[str]] = {}
    for name, value in urllib.parse.parse_qsl(search, keep_blank_values=True):
        query.setdefault(name, []).append(value)
    pattern = re.sub(
        r"\\{[^}]*?(\\\+)?\\}",
        lambda m: "(.+)" if m[1] else "([^/]*)",
        re.escape(urllib.parse.quote(resource, safe="/{}+,;=@:!$&'()*-._~")),
    )
    names = [name.removesuffix("+") for name in re.findall(r"\{([^}]*)\}", resource)]
    found = re.fullmatch(pattern, path)
    assert found is not None, (pattern, path)
    data = request.read()
    return {
        "resource": resource,
        "path": path,
        "httpMethod": request.method,
        "headers": {
            name.decode("ascii"): value.decode("latin-1") for name, value in request.headers.raw
        },
        "multiValueHeaders": None,
        "pathParameters": dict(zip(names, found.groups(), strict=True)) or None,
        "queryStringParameters": None,
        "multiValueQueryStringParameters": query or None,
        "body": base64.b64encode(data).decode("ascii") if data else None,
        "isBase64Encoded": bool(data),
        "requestContext": {},
    }


def typed_input(question: dict[str, Any]) -> dict[str, Any]:
    """The arguments that a program with types would give."""
    module = question["module"]
    operations = importlib.import_module(f"{module}.operations.{question['member']}")
    operation = getattr(operations, question["constant"])
    read_value = importlib.import_module(f"{module}._support.model").read_value
    given = to_program(question["input"])
    arguments = {
        each.attribute: given[each.key]
        if each.type is None
        else read_value(each.type, given[each.key])
        for each in operation.parameters
        if each.key in given
    }
    if "body" in given:
        wanted = question.get("contentType")
        if wanted is not None:
            arguments["content_type"] = wanted
        kind = next(
            each for each in operation.body.contents if wanted in (None, each.media_type)
        ).type
        arguments["body"] = given["body"] if kind is None else read_value(kind, given["body"])
    return arguments


def to_program(value: Any) -> Any:
    """Puts bytes where an exchange says `{ base64 }` or `bodyBase64`."""
    if isinstance(value, list):
        return [to_program(item) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"base64"}:
        return base64.b64decode(value["base64"])
    members = {name: to_program(item) for name, item in value.items() if name != "bodyBase64"}
    body = value.get("bodyBase64")
    return members if body is None else {**members, "body": base64.b64decode(body)}


def from_program(value: Any) -> Any:
    """The other way."""
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode("ascii")}
    if isinstance(value, list):
        return [from_program(item) for item in value]
    if isinstance(value, dict):
        return {name: from_program(item) for name, item in value.items()}
    return value


def without_boundary(answer: dict[str, Any]) -> dict[str, Any]:
    """Boundaries of forms are random."""
    sent = [
        each if "multipart" not in each["headers"].get("content-type", "") else each["method"]
        for each in answer["sent"]
    ]
    plain = [
        {**each, "headers": {k: v for k, v in each["headers"].items() if k != "user-agent"}}
        if isinstance(each, dict)
        else each
        for each in sent
    ]
    return {**answer, "sent": plain}


if __name__ == "__main__":
    main()
