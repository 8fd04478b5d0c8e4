"""`netwerkdag ask`: the answer that a chat would get, without Telegram."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import click

from bot.errors import Fault
from bot.programme.changes import Noted
from bot.programme.choice import event_at, event_on
from bot.programme.model import LANGUAGES, Event, Language, Programme
from bot.questions.reply import reply
from bot.wording.catalogue import Catalogue
from bot.wording.menu import no_question
from handlers.cli.faults import Stop, lines_of
from handlers.cli.wiring import LANGUAGE, database, local_moment, run_async, wiring
from handlers.services import LATELY, noted, read_sentences
from storage import programme as programmes
from storage.database import Database


@click.command()
@click.argument("question", required=False)
@click.option("--event", help="Key of the event; else the day in progress, the next, or the last.")
@click.option("--now", "now_text", metavar="MOMENT", help="Local time of the event, as 2023-02-10T11:20; else now.")
@click.option("--lang", type=LANGUAGE, default="nl", show_default=True, help="Language of the answer.")
@click.option("--jsonl", is_flag=True, help="Read questions from standard input, a JSON object a line.")
def ask(question: str | None, event: str | None, now_text: str | None, lang: Language, *, jsonl: bool) -> None:
    """Answer QUESTION as the chat would.

    With --jsonl each line of standard input holds "q", and optionally "id", "now" (local time), "lang" (nl or en),
    and "event" (a key) or "day" (a date). For each a line with "id" and "reply", or "error", is written in the
    same order; the options say what a line does not.
    """
    if jsonl == (question is not None):
        raise click.UsageError("give either a QUESTION or --jsonl")
    usual = {"event": event, "now": now_text, "lang": lang}
    if question is not None:
        click.echo(run_async(_one({"q": question} | usual)))
    else:
        run_async(_many(usual))


@dataclass
class Desk:
    """Answers questions about any event of a database; each event is loaded once."""

    database: Database
    catalogue: Catalogue
    events: tuple[Event, ...]
    chosen: str | None
    _loaded: dict[str, Programme] = field(default_factory=dict)

    async def answer(self, asked: dict[str, Any]) -> str:
        """Give the answer as plain text; raises Stop for a field that cannot be used, UnknownEvent."""
        question = asked.get("q")
        if not isinstance(question, str):
            raise Stop('"q" must be the question, a text')
        language = asked.get("lang") or "nl"
        if language not in LANGUAGES:
            raise Stop(f'"lang" must be nl or en, not {_shown(language)}')
        programme = await self._programme(asked)
        now = _moment(asked.get("now"), programme)
        text = question.strip().removeprefix("/")
        worded = no_question(text, programme, self.catalogue[language])
        if worded is None:
            worded = reply(
                text,
                programme,
                now=now,
                language=language,
                catalogue=self.catalogue,
                others=tuple(e for e in self.events if e.key != programme.event.key),
                changes=await self._changes(programme, now),
            ).message
        return worded.plain()

    async def _changes(self, programme: Programme, now: datetime) -> tuple[Noted, ...]:
        event = programme.event
        if event.revision == 1:
            return ()
        recorded = await self.database.read(programmes.changes_since, event.id, now - LATELY)
        return tuple(n for n in noted(recorded) if n.at <= now)

    async def _programme(self, asked: dict[str, Any]) -> Programme:
        key, day = asked.get("event"), asked.get("day")
        if key is not None:
            if not isinstance(key, str):
                raise Stop(f'"event" must be the key of an event, not {_shown(key)}')
            return await self._load(key)
        if day is not None:
            return await self._load(self._on(day))
        if self.chosen is not None:
            return await self._load(self.chosen)
        first_zone = self.events[0].zone if self.events else UTC
        event = event_at(self.events, _read(asked.get("now"), first_zone))
        if event is None:
            raise Stop("there is no event in the database")
        return await self._load(event.key)

    def _on(self, day: Any) -> str:
        try:
            wanted = date.fromisoformat(day)
        except (TypeError, ValueError):
            raise Stop(f'"day" must be a date such as 2023-02-10, not {_shown(day)}') from None
        event = event_on(self.events, wanted)
        if event is None:
            days = ", ".join(e.first_day.isoformat() for e in self.events)
            raise Stop(f"there is no event on {wanted.isoformat()}; there is on: {days}")
        return event.key

    async def _load(self, key: str) -> Programme:
        if key not in self._loaded:
            self._loaded[key] = await self.database.read(programmes.load, key)
        return self._loaded[key]


async def _one(asked: dict[str, Any]) -> str:
    async with database() as found:
        return await (await _desk(found)).answer(asked)


async def _many(usual: dict[str, Any]) -> None:
    out = sys.stdout.buffer
    async with database() as found:
        desk = await _desk(found)
        for line in _lines():
            answered = await _answered(desk, line, usual)
            out.write(json.dumps(answered, ensure_ascii=False).encode("utf-8", errors="replace") + b"\n")
            out.flush()


async def _desk(found: Database) -> Desk:
    events = await found.read(programmes.events)
    return Desk(found, read_sentences(), events, wiring().settings().event)


def _lines() -> Iterator[bytes]:
    """Give the lines of standard input that hold anything."""
    for number, line in enumerate(sys.stdin.buffer):
        bare = line.removeprefix(b"\xef\xbb\xbf") if number == 0 else line
        if bare.strip():
            yield bare


async def _answered(desk: Desk, line: bytes, usual: dict[str, Any]) -> dict[str, Any]:
    """Answer one line; what is wrong with it becomes its answer."""
    identity: dict[str, Any] = {}
    try:
        asked = _object(line)
        if "id" in asked:
            identity = {"id": asked["id"]}
        given = {name: value for name, value in asked.items() if value is not None}
        if "day" in given:
            usual = usual | {"event": None}
        return identity | {"reply": await desk.answer(usual | given)}
    except UnicodeDecodeError:
        return identity | {"error": "not UTF-8 text"}
    except json.JSONDecodeError as error:
        return identity | {"error": f"not JSON: {error.msg} at character {error.pos + 1}"}
    except (Fault, Stop, RecursionError) as error:
        return identity | {"error": "; ".join(lines_of(error))}


def _object(line: bytes) -> dict[str, Any]:
    found = json.loads(line.decode("utf-8").rstrip("\r\n"))
    if not isinstance(found, dict):
        raise Stop("a line must be a JSON object")
    return found


def _moment(text: Any, programme: Programme) -> datetime:
    return _read(text, programme.zone)


def _read(text: Any, zone: Any) -> datetime:
    if text is None:
        return datetime.now(UTC)
    try:
        return local_moment(text, zone)
    except (TypeError, ValueError, OverflowError):
        raise Stop(f'"now" must be a moment such as 2023-02-10T11:20, not {_shown(text)}') from None


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)[:60]
