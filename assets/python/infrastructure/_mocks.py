"""What MockIntegrations are made of."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypedDict

from type_safe_api_project.constructs import Integration, Integrations

from ._json import JsonValue, to_json

_JSON = re.compile(r"[/+]json\b", re.IGNORECASE)


class _Mock(TypedDict, total=False):
    mediaType: str
    body: str
    headers: dict[str, str]


_Mocks = dict[str, dict[str, _Mock]]


def mock_integration(
    operation: str,
    status: str,
    status_code: int,
    *,
    json_body: JsonValue = None,
    text_body: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> Integration:
    """An integration that answers with a status, a body and headers.

    What is not given is that of `assets/mocks.json`.

    :raises ValueError: if the status is not one of a range such as `4XX`.
    """
    _check_status(operation, status, status_code)
    mock: _Mock = _mocks().get(operation, {}).get(status, {})
    media_type = mock.get("mediaType", "application/json")
    body = mock.get("body")
    if json_body is not None:
        body = to_json(json_body)
    elif text_body is not None:
        # A text of a response that is JSON in the first place is a string of JSON.
        body = to_json(text_body) if _JSON.search(media_type) else text_body
    sent = _merge(mock.get("headers", {}), headers or {}) or None
    if body is None:
        return Integrations.mock(status_code=status_code, headers=sent)
    return Integrations.mock(status_code=status_code, media_type=media_type, body=body, headers=sent)


def _merge(mocked: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Names of headers differ in more than case."""
    own = {name.lower() for name in given}
    return {name: value for name, value in mocked.items() if name.lower() not in own} | dict(given)


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
