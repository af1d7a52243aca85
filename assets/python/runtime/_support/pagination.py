"""Lists that come in pages, and how one gets from a page to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .model import member_of, to_json
from .operation import Operation
from .raw_response import RawResponse


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """Where the tokens of pages are, and the items on a page.

    Tokens are sent in a parameter or in a member of the body, and found in a header or below
    members of the body.
    """

    parameter: str | None = None
    """Its name in Python."""
    member: str | None = None
    """Its name on the wire."""
    header: str | None = None
    token: Sequence[str] = ()
    """The members that lead to the token."""
    items: Sequence[str] | None = None
    """The members that lead to the items; none where the body is the list of them."""

    def token_of(self, response: RawResponse[int, object]) -> object:
        """What asks for the page after this one; None on the last."""
        if self.header is not None:
            found = response.header_values.get(self.header)
        else:
            found = _member_along(self.token, response.body)
        return None if found == "" else found

    def items_of(self, page: object) -> Iterable[object]:
        """The items on a page."""
        items = _member_along(self.items or (), page)
        return items if isinstance(items, list) else ()


@dataclass(frozen=True, slots=True)
class PageCall:
    """What asks for a page."""

    operation: Operation[str]
    parameters: Mapping[str, object]
    body: object = None
    token: object = None
    """The one that the page before it gave."""

    def after(self, response: RawResponse[int, object]) -> PageCall | None:
        """What asks for the next page; nothing after the last.

        :raises RuntimeError: when a page leads back to itself.
        """
        pagination = self.operation.pagination
        token = None if pagination is None else pagination.token_of(response)
        if pagination is None or token is None:
            return None
        if token == self.token:
            raise RuntimeError(
                f"{self.operation.id} answered the token '{token}' of a page on that page again"
            )
        parameters, body = self.parameters, self.body
        if pagination.parameter is not None:
            parameters = {**parameters, pagination.parameter: token}
        if pagination.member is not None:
            plain = to_json(body)
            members = plain if isinstance(plain, Mapping) else {}
            body = {**members, pagination.member: token}
        return PageCall(self.operation, parameters, body, token)


def items_of(operation: Operation[str], page: object) -> Iterable[object]:
    """The items on a page of an operation."""
    return () if operation.pagination is None else operation.pagination.items_of(page)


def _member_along(names: Sequence[str], value: object) -> object:
    """What is found below some members; None where one of them is not there."""
    for name in names:
        value = member_of(value, name)
    return value
