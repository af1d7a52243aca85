"""What clients raise."""

from __future__ import annotations

from .._support.response_error import ResponseError

__all__ = ["ResponseError"]
