"""Answering "has it changed?" without sending it again (RFC 9110 13)."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.utils import formatdate, parsedate_to_datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

MOST: Final = 4000
"""Addresses of which is remembered what stands there, of some ten kilobytes each."""
CALENDAR: Final = "text/calendar; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Version:
    """One state of what stands at an address: its strong ETag, and since when it is as it is.

    ``of`` is what it was made of: as long as that is the same, so is the content.
    """

    content: bytes
    etag: str
    since: int
    last_modified: str
    of: object


@dataclass
class Freshness:
    """What stands at each address, and since when it is as it is: from when this process first saw it so.

    That is never before the change itself, so nobody is told too much; the database does not keep when somebody
    stopped following a group, for one. After a restart, who asks by date alone gets the whole feed once.
    """

    real_clock: Callable[[], datetime]
    most: int = MOST
    _seen: dict[str, Version] = field(default_factory=dict)

    def version(self, address: str, of: object, make: Callable[[], bytes]) -> Version:
        """Give what stands at an address, made anew when what it is made ``of`` is not what it was."""
        seen = self._seen.get(address)
        if seen is not None and seen.of == of:
            return seen
        content = make()
        etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        if seen is not None and seen.etag == etag:
            self._seen[address] = replace(seen, of=of)
            return self._seen[address]
        since = int(self.real_clock().timestamp())
        if seen is not None:
            # A date has whole seconds: of two versions in one second the later must not look like the earlier.
            since = max(since, seen.since + 1)
        elif len(self._seen) >= self.most:
            del self._seen[next(iter(self._seen))]
        self._seen[address] = Version(content, etag, since, formatdate(since, usegmt=True), of)
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


def calendar(request: Request, version: Version, *, name: str, cached: dict[str, str]) -> Response:
    """Answer with a calendar, or that the asker has it already; ``cached`` says who may keep it how long."""
    headers = {"etag": version.etag, "last-modified": version.last_modified, **cached}
    if unchanged(request, version):
        return Response(status_code=304, headers=headers)
    headers["content-disposition"] = f'inline; filename="{name}"'
    return Response(version.content, media_type=CALENDAR, headers=headers)
