"""Calendar programs that others wrote, each asked what it understood of our files."""

import json
import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An entry as a program understood it."""

    uid: str
    status: str
    sequence: int
    start: datetime
    end: datetime | None
    alarm: timedelta | None
    summary: str
    location: str
    description: str


@dataclass(frozen=True)
class Libical:
    """libical, which Evolution, KOrganizer and Thunderbird have read calendars with."""

    reader: str

    def read(self, file: bytes) -> list[Entry]:
        """Read a file after checking it against the restrictions of RFC 5545 and RFC 5546 for its METHOD."""
        head, *lines = _run([self.reader], file).rstrip("\n").split("\n")
        assert head == "calendar\t1\t0", f"libical: {head} (holds, parse errors)"
        return [self._entry(line) for line in lines]

    def _entry(self, line: str) -> Entry:
        _, uid, status, sequence, start, end, alarm, *texts = line.split("\t")
        summary, location, description = (bytes.fromhex(text).decode() for text in texts)
        return Entry(
            uid=uid,
            status=status,
            sequence=int(sequence),
            start=datetime.fromtimestamp(int(start), UTC),
            end=None if end == "-" else datetime.fromtimestamp(int(end), UTC),
            alarm=None if alarm == "-" else timedelta(seconds=int(alarm)),
            summary=summary,
            location=location,
            description=description,
        )


@dataclass(frozen=True)
class IcalJs:
    """ical.js, which Thunderbird and Nextcloud read calendars with."""

    node: str
    script: str
    module: str

    def read(self, file: bytes) -> list[Entry]:
        """Read a file."""
        events = json.loads(_run([self.node, self.script, self.module], file))
        return [
            Entry(
                **{
                    **event,
                    "start": datetime.fromtimestamp(event["start"], UTC),
                    "end": None if event["end"] is None else datetime.fromtimestamp(event["end"], UTC),
                    "alarm": None if event["alarm"] is None else timedelta(seconds=event["alarm"]),
                }
            )
            for event in events
        ]


class Khal:
    """A khal with an empty calendar of its own, showing all times in UTC."""

    def __init__(self, program: str, folder: Path) -> None:
        self.program = program
        self.folder = folder
        (folder / "calendar").mkdir(parents=True)
        self.config = folder / "config"
        self.config.write_text(
            f"[calendars]\n[[network]]\npath = {folder / 'calendar'}\n"
            f"[sqlite]\npath = {folder / 'khal.db'}\n"
            "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%dT%H:%M\nlongdatetimeformat = %Y-%m-%dT%H:%M\n"
            "[default]\ndefault_calendar = network\n",
            "utf-8",
        )

    def add(self, file: bytes) -> None:
        """Import a file as a person does, answering yes to an update."""
        path = self.folder / "import.ics"
        path.write_bytes(file)
        _run([self.program, "-c", str(self.config), "import", "--batch", "-a", "network", str(path)])

    def files(self) -> int:
        """Count the entries that khal keeps."""
        return len(list((self.folder / "calendar").iterdir()))

    def shown(self, day: str, *fields: str) -> list[tuple[str, ...]]:
        """Give fields of the entries of a day as khal shows them, in its order."""
        form = "\x1f".join(f"{{{field}}}" for field in fields) + "\x1e"
        said = _run(
            [self.program, "-c", str(self.config), "list", "--day-format", "", "--format", form, day, "1d"],
        )
        return [tuple(row.strip("\n").split("\x1f")) for row in said.split("\x1e") if row.strip("\n")]


class Calcurse:
    """A calcurse with empty data of its own, in UTC."""

    def __init__(self, program: str, folder: Path) -> None:
        self.command = [program, "-D", str(folder)]
        self.file = folder.with_suffix(".ics")

    def add(self, file: bytes) -> None:
        """Import a file."""
        self.file.write_bytes(file)
        _run([*self.command, "-q", "-i", str(self.file)], TZ="UTC", LC_ALL="C.UTF-8")

    def shown(self) -> list[tuple[datetime, datetime, str]]:
        """Give start, end and title of all that it holds, in order."""
        said = _run(
            [*self.command, "-G", "--format-apt", "%(start:epoch) %(end:epoch) %m\\n"], TZ="UTC", LC_ALL="C.UTF-8"
        )
        rows = [line.split(" ", 2) for line in said.splitlines()]
        return [
            (datetime.fromtimestamp(int(start), UTC), datetime.fromtimestamp(int(end), UTC), title)
            for start, end, title in rows
        ]


def _run(command: list[str], given: bytes = b"", **environment: str) -> str:
    env = {**os.environ, **environment}
    done = subprocess.run(command, input=given, capture_output=True, timeout=60, check=False, env=env)
    assert done.returncode == 0, (command, done.stdout.decode(), done.stderr.decode())
    return done.stdout.decode()
