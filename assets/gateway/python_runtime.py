"""Runs a Lambda function in Python on a developer's machine.

The work is done by awslambdaric, the runtime interface client of AWS. Its transport is made for Linux: elsewhere, `RuntimeClient` below
takes its place.

Arguments: the folder of the function, a folder in which awslambdaric may be, and the name of the handler.
"""

from __future__ import annotations

import json
import os
import sys
from email.message import Message
from http.client import HTTPConnection
from types import ModuleType

RUNTIME = "/2018-06-01/runtime"
DEADLINE = "Lambda-Runtime-Deadline-Ms"


class RuntimeClient(ModuleType):
    """What the compiled module `runtime_client` of awslambdaric does, over Python's own HTTP client.

    See https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html.
    """

    def __init__(self, address: str) -> None:
        super().__init__("runtime_client")
        self._connection = HTTPConnection(address)

    def initialize_client(self, user_agent: str) -> None:
        """Remembers nothing: no one asks who calls."""

    def next(self) -> tuple[bytes, dict[str, str | int]]:
        """Waits for an invocation: its event, and the headers that tell the rest, of which the deadline is a number."""
        event, received = self._call("GET", "/invocation/next", None)
        headers: dict[str, str | int] = {name.title(): value for name, value in received.items()}
        headers[DEADLINE] = int(headers[DEADLINE])
        return event, headers

    def post_invocation_result(
        self, invoke_id: str, result: bytes, content_type: str, invocation_id: str | None = None
    ) -> None:
        """Says what a handler returned."""
        self._call("POST", f"/invocation/{invoke_id}/response", result)

    def post_error(
        self, invoke_id: str, error: str, xray_cause: str, invocation_id: str | None = None
    ) -> None:
        """Says what a handler raised."""
        self._call("POST", f"/invocation/{invoke_id}/error", error.encode())

    def _call(self, method: str, resource: str, body: bytes | None) -> tuple[bytes, Message]:
        self._connection.request(method, RUNTIME + resource, body)
        response = self._connection.getresponse()
        return response.read(), response.headers


def main() -> None:
    """Starts the client with the paths of the cloud: the code comes first, and this very folder is on none."""
    code, clients, handler = sys.argv[1:]
    sys.path[0] = code
    sys.path.append(clients)
    sys.argv = ["awslambdaric", handler]
    try:
        import runtime_client  # noqa: F401
    except ImportError:
        sys.modules["runtime_client"] = RuntimeClient(os.environ["AWS_LAMBDA_RUNTIME_API"])
    try:
        from awslambdaric.__main__ import main as run
    except ImportError as error:
        fail_to_start(error)
    else:
        run(sys.argv)


def fail_to_start(error: ImportError) -> None:
    """Tells the gateway what is missing."""
    message = f"{error}; run 'npx projen install', which installs the runtime interface client of AWS"
    report = {"errorType": "Runtime.ImportModuleError", "errorMessage": message, "stackTrace": []}
    print(f"[ERROR] {message}", flush=True)
    connection = HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    connection.request("POST", f"{RUNTIME}/init/error", json.dumps(report))
    connection.getresponse().read()
    sys.exit(1)


if __name__ == "__main__":
    main()
