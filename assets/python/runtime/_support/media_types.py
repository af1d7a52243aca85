"""Media types, and the characters of bytes."""

from __future__ import annotations

import codecs
import re

_CHARSET = re.compile(r';\s*charset="?([^";\s]+)', re.IGNORECASE)
_JSON = re.compile(r"application/json|.*\+json")
_TEXT = re.compile(r"text/.*|.*[/+](?:xml|yaml|javascript|x-www-form-urlencoded)")


def essence(media_type: str) -> str:
    """A media type without its parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """True for `application/json` and all that end with `+json`."""
    return _JSON.fullmatch(media_type) is not None


def is_text(media_type: str) -> bool:
    """True for what people read."""
    return _TEXT.fullmatch(media_type) is not None


def characters(body: bytes, content_type: str) -> str:
    """The characters of a body, in the charset of its media type.

    :raises ValueError: for a charset that is not known.
    """
    found = _CHARSET.search(content_type)
    charset = "utf-8" if found is None else found[1]
    try:
        return body.decode(codecs.lookup(charset).name, "replace")
    except (LookupError, UnicodeError):
        raise ValueError(f"cannot be read: the charset '{charset}' is not known") from None
