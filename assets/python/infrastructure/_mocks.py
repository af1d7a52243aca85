"""What MockIntegrations are made of."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from type_safe_api_project.constructs import Integration, Integrations

from ._json import JsonValue, to_json

_JSON = re.compile(r"[/+]json\b", re.IGNORECASE)
_Mocks = dict[str, dict[str, dict[str, str]]]


def mock_integration(
    operation: str,
    status: str,
    status_code: int,
    *,
    json_body: JsonValue = None,
    text_body: str | None = None,
) -> Integration:
    """An integration that answers with a status and a body.

    Without a body, it answers with the one of `assets/mocks.json`.

    :raises ValueError: if the status is not one of a range such as `4XX`.
    """
    _check_status(operation, status, status_code)
    mock = _mocks().get(operation, {}).get(status, {})
    media_type = mock.get("mediaType", "application/json")
    body = mock.get("body")
    if json_body is not None:
        body = to_json(json_body)
    elif text_body is not None:
        # A text of a response that is JSON in the first place is a string of JSON.
        body = to_json(text_body) if _JSON.search(media_type) else text_body
    if body is None:
        return Integrations.mock(status_code=status_code)
    return Integrations.mock(status_code=status_code, media_type=media_type, body=body)


@cache
def _mocks() -> _Mocks:
    file = Path(__file__).with_name("assets") / "mocks.json"
    mocks: _Mocks = json.loads(file.read_text(encoding="utf-8"))
    return mocks


def _check_status(operation: str, status: str, status_code: int) -> None:
    if status.endswith("XX") and str(status_code)[:-2] != status[0]:
        raise ValueError(
            f"a mock of '{operation}' {status} needs a status_code"
            f" from {status[0]}00 to {status[0]}99, got {status_code}"
        )
