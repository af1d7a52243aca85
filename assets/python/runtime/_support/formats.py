"""Checks of formats. Only texts have one, and numbers those of integers."""

from __future__ import annotations

import re
from collections.abc import Callable

from .checks import Check, Place, Report, fail, is_finite, is_number

_FLAGS = re.ASCII | re.IGNORECASE
_ATOM = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_SHORT_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_EMAIL = rf"{_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+{_LABEL}"
_UUID = r"(?:urn:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_HOSTNAME = rf"(?=.{{1,253}}\.?\Z){_SHORT_LABEL}(?:\.{_SHORT_LABEL})*\.?"
_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_DOTTED_QUAD = rf"{_OCTET}(?:\.{_OCTET}){{3}}"
_HEX_GROUP = r"[0-9a-f]{1,4}"
_NAME = r"[\w\-.~!$&'()*+,;=]"
_ESCAPE = r"%[0-9a-f]{2}"
_URI = (
    r"[a-z][a-z0-9+.-]*:"
    rf"(?://(?:(?:{_NAME}|:|{_ESCAPE})*@)?(?:\[[0-9a-fv:.]+\]|(?:{_NAME}|{_ESCAPE})*)(?::[0-9]*)?(?=[/?#]|\Z))?"
    rf"(?:{_NAME}|[:@/]|{_ESCAPE})*"
    rf"(?:\?(?:{_NAME}|[:@/?]|{_ESCAPE})*)?"
    rf"(?:\#(?:{_NAME}|[:@/?]|{_ESCAPE})*)?"
)
_LITERAL_HOST = r"[^/?#]*//[^/?#\[]*\[([^\]]*)\]"
_LATER_HOST = r"v[0-9a-f]+\.."
_DAY = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
_TIME = r"([0-9]{2}):([0-9]{2}):([0-9]{2}(?:\.[0-9]+)?)(?:z|([+-])([0-9]{2})(?::?([0-9]{2}))?)"
_BETWEEN = r"[tT\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]"
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _format(name: str, description: str, holds: Callable[[str], bool]) -> Check:
    def check(value: object, at: Place, report: Report) -> None:
        if isinstance(value, str) and not holds(value):
            fail(at, "format", f"must be {description} ({name})", report)

    return check


def _full(expression: str) -> Callable[[str], bool]:
    return lambda text: _match(expression, text) is not None


def _match(expression: str, text: str) -> re.Match[str] | None:
    # Compiled when it is first needed: handlers start without.
    return re.fullmatch(expression, text, _FLAGS)


def _is_calendar_day(text: str) -> bool:
    found = _match(_DAY, text)
    if found is None:
        return False
    year, month, day = map(int, found.groups())
    if not 1 <= month <= 12:
        return False
    is_leap_year = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= _DAYS[month - 1] + (month == 2 and is_leap_year)


def _is_clock_time(text: str) -> bool:
    """A leap second is one only where it is midnight in UTC."""
    found = _match(_TIME, text)
    if found is None:
        return False
    hour, minute, second = int(found[1]), int(found[2]), float(found[3])
    offset_hour, offset_minute = int(found[5] or 0), int(found[6] or 0)
    if offset_hour > 23 or offset_minute > 59:
        return False
    if hour <= 23 and minute <= 59 and second < 60:
        return True
    sign = -1 if found[4] == "-" else 1
    utc = hour * 60 + minute - sign * (offset_hour * 60 + offset_minute)
    return second < 61 and (utc + 2 * 1440) % 1440 == 1439


def _is_timestamp(text: str) -> bool:
    day, *rest = re.split(_BETWEEN, text)
    return len(rest) == 1 and _is_calendar_day(day) and _is_clock_time(rest[0])


def _is_colon_hex(text: str) -> bool:
    halves = text.split("::")
    if len(halves) > 2 or text == "":
        return False
    groups = [group for half in halves if half for group in half.split(":")]
    last = groups[-1] if groups else ""
    quad = "." in last and not text.endswith("::")
    if quad and _match(_DOTTED_QUAD, last) is None:
        return False
    if any(_match(_HEX_GROUP, group) is None for group in groups[: len(groups) - quad]):
        return False
    length = len(groups) + quad
    return length < 8 if len(halves) == 2 else length == 8


def _is_uri(text: str) -> bool:
    return (
        _match(_URI, text) is not None and re.search(r"[/:].", text) is not None and _has_host(text)
    )


def _has_host(text: str) -> bool:
    """Brackets hold an IPv6 address, or one of a version to come."""
    found = re.match(_LITERAL_HOST, text, _FLAGS)
    return (
        found is None
        or _is_colon_hex(found[1])
        or re.match(_LATER_HOST, found[1], _FLAGS) is not None
    )


def _int32(value: object, at: Place, report: Report) -> None:
    if is_number(value) and not (-(2**31) <= value < 2**31 and value == int(value)):
        fail(at, "format", "must be an integer of 32 bits (int32)", report)


def _int64(value: object, at: Place, report: Report) -> None:
    """What has a fraction is no integer, which its type says."""
    if is_finite(value) and value == int(value) and not -(2**63) <= value < 2**63:
        fail(at, "format", "must be an integer of 64 bits (int64)", report)


DATE = _format("date", "a date such as 2024-02-29", _is_calendar_day)
"""See https://www.rfc-editor.org/rfc/rfc3339#section-5.6."""

TIME = _format("time", "a time such as 13:45:00Z", _is_clock_time)
DATE_TIME = _format("date-time", "a date and time such as 2024-02-29T13:45:00Z", _is_timestamp)
EMAIL = _format("email", "an e-mail address", _full(_EMAIL))
UUID = _format("uuid", "a UUID", _full(_UUID))
HOSTNAME = _format("hostname", "a host name", _full(_HOSTNAME))
IPV4 = _format("ipv4", "an IPv4 address", _full(_DOTTED_QUAD))
IPV6 = _format("ipv6", "an IPv6 address", _is_colon_hex)
"""See https://www.rfc-editor.org/rfc/rfc4291#section-2.2."""

URI = _format("uri", "an absolute URI", _is_uri)
"""See https://www.rfc-editor.org/rfc/rfc3986#appendix-A."""

INT32: Check = _int32
INT64: Check = _int64
