"""Answering "has it changed?" without sending it again (RFC 9110 13)."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import formatdate, parsedate_to_datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

MOST: Final = 10_000
"""Addresses of which is remembered since when they are as they are."""
CALENDAR: Final = "text/calendar; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Version:
    """One state of what stands at an address: its strong ETag, and since when it is as it is."""

    etag: str
    since: int
    last_modified: str


@dataclass
class Freshness:
    """Since when each feed is as it is: from when this process first saw it so.

    That is never before the change itself, so nobody is told too much; the database does not keep when somebody
    stopped following a group, for one. After a restart, who asks by date alone gets the whole feed once.
    """

    real_clock: Callable[[], datetime]
    most: int = MOST
    _seen: dict[str, Version] = field(default_factory=dict)

    def version(self, address: str, content: bytes) -> Version:
        """Give the version that ``content`` is of what stands at an address."""
        etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        seen = self._seen.get(address)
        if seen is not None and seen.etag == etag:
            return seen
        since = int(self.real_clock().timestamp())
        if seen is not None:
            # A date has whole seconds: of two versions in one second the later must not look like the earlier.
            since = max(since, seen.since + 1)
        elif len(self._seen) >= self.most:
            del self._seen[next(iter(self._seen))]
        self._seen[address] = Version(etag, since, formatdate(since, usegmt=True))
        return self._seen[address]


def unchanged(request: Request, version: Version) -> bool:
    """Say whether the asker has this version; a date counts only where no ETag is given (RFC 9110 13.2.2)."""
    given = request.headers.get("if-none-match")
    if given is not None:
        # ETags are compared weakly here (RFC 9110 13.1.2); none of ours holds a comma.
        tags = {tag.strip().removeprefix("W/") for tag in given.split(",")}
        return version.etag in tags or "*" in tags
    since = request.headers.get("if-modified-since")
    if since is None:
        return False
    try:
        return version.since <= parsedate_to_datetime(since).timestamp()
    except (ValueError, OverflowError):
        return False


def calendar(request: Request, content: bytes, version: Version, *, name: str, cached: dict[str, str]) -> Response:
    """Answer with a calendar, or that the asker has it already; ``cached`` says who may keep it how long."""
    headers = {"etag": version.etag, "last-modified": version.last_modified, **cached}
    if unchanged(request, version):
        return Response(status_code=304, headers=headers)
    headers["content-disposition"] = f'inline; filename="{name}"'
    return Response(content, media_type=CALENDAR, headers=headers)
