"""Whether all whom a change concerns heard of it, and nobody else; worked out from the files of the day."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from benchmarks.endure.expected import EVERYBODYS, Pijlers, Sitting, Version, is_there, own
from benchmarks.endure.guests import Diary, Guest

SURELY: timedelta = timedelta(minutes=4)
"""What is far waits a minute for more; after so long on the clock of the day, and an outage, it has to have come."""


@dataclass(frozen=True, slots=True)
class News:
    """A message that tells of a change."""

    at: datetime
    text: str

    def tells_of(self, sitting: Sitting) -> bool:
        """Say whether it names a session."""
        return sitting.title.casefold() in self.text.casefold()


def untold(
    guest: Guest,
    diary: Diary,
    news: Sequence[News],
    versions: Sequence[Version],
    pijlers: Pijlers,
    *,
    ended: datetime,
    able: datetime,
) -> Iterator[str]:
    """Say of which changes a guest did not hear who had to, and of which one did who had not to.

    ``able`` is since when a bot runs for good, so that what was wanted while none did has gone out.
    """
    mine = [own(guest, version, pijlers) for version in versions]
    for number, (before, after) in enumerate(itertools.pairwise(versions)):
        for key in after.sittings:
            was, now = before.sittings[key], after.sittings[key]
            if _place(was) == _place(now) or not (key in mine[number] or now.kind in EVERYBODYS):
                continue
            heard = any(one.at >= after.begun and one.tells_of(now) for one in news)
            over = max(s.end or s.start for s in (was, now))
            due = max(after.done, able) + SURELY
            if not heard and _hears(guest, diary, was, now, after) and due < min(over, ended):
                yield f"heard nothing of the change of {key} at {after.done:%H.%M}"
    ever = {key for keys in mine for key in keys}
    known = {s.key: s for version in versions for s in version.sittings.values()}
    for one in news:
        named = {s.key for s in known.values() if one.tells_of(s)}
        if not named & ever and not any(known[key].kind in EVERYBODYS for key in named):
            yield f"heard what does not concern them: {one.text.partition(chr(10))[0]}"


def _hears(guest: Guest, diary: Diary, was: Sitting, now: Sitting, after: Version) -> bool:
    """Say whether a guest was known, could be written to, and is there for the session as it was or is."""
    known = diary.joined is not None and diary.joined[1] < after.begun
    away = diary.blocked is not None and diary.blocked[0] <= after.done
    return known and not away and not guest.absent and (is_there(guest, was) or is_there(guest, now))


def _place(sitting: Sitting) -> tuple[object, ...]:
    return sitting.start, sitting.end, sitting.room, sitting.cancelled
