"""The day as a picture, for whoever asks: drawn once, and known by what is in it."""

import asyncio
import hashlib
from dataclasses import dataclass, replace
from datetime import date

from bot.people.model import Chat
from bot.picture.marks import Marks, news, news_since
from bot.picture.svg import Drawing, draw
from bot.programme.changes import Change
from bot.programme.model import Programme
from bot.reminders.plan import my_sessions
from bot.timetable import Timetable, timetable
from handlers import actions
from handlers.services import Services
from storage import programme as programmes
from storage import sent_files


@dataclass(frozen=True)
class Picture:
    """A picture to send: by the id of the file that Telegram has, or drawn.

    Its key is what is in it. So the picture with nobody's marks is drawn once for each revision and language, and one
    with marks or the present moment only for who has no other like it.
    """

    services: Services
    drawing: Drawing

    @property
    def key(self) -> str:
        """What the picture is known by."""
        return f"picture:{hashlib.sha256(self.drawing.svg.encode()).hexdigest()}"

    def turn(self) -> asyncio.Lock:
        """Give the lock under which the picture is drawn and sent for the first time."""
        return self.services.studio.turn(self.key)

    async def file_id(self, bot: int) -> str | None:
        """Give the id of the file as this bot sent it before."""
        return await self.services.database.read(sent_files.file_id, bot, self.key)

    async def keep(self, bot: int, file_id: str) -> None:
        """Keep the id of the file that was sent."""
        await self.services.database.write(sent_files.keep, bot, self.key, file_id, self.services.clock())

    async def png(self) -> bytes:
        """Draw the picture. Raises PictureFailed."""
        return await self.services.studio.png(self.drawing)


@dataclass(frozen=True, slots=True)
class Pictured:
    """A day laid out and marked, with the pictures of it; none when it does not fit in pictures."""

    table: Timetable
    marks: Marks
    pictures: tuple[Picture, ...]


async def pictured(services: Services, chat: Chat, programme: Programme, day: date) -> Pictured:
    """Draw a day for a chat: its own sessions, what changed lately, and on the day itself the present moment."""
    table = timetable(programme, day)
    changes = await services.database.read(programmes.changes_since, programme.event.id, news_since(programme))
    marks = news(programme, [(c.revision, Change(c.before, c.after)) for c in changes])
    chosen = await actions.choices(services, chat, programme)
    # To the minute, so that all who ask in it get the same picture.
    now = services.clock().replace(second=0, microsecond=0)
    here = table.row_at(now) is not None and programme.local(now).date() == day
    own = frozenset(s.key for s in my_sessions(programme, chosen))
    marks = replace(marks, own=own, now=now if here else None)
    words, faces = services.catalogue[chat.language], services.studio.faces
    drawings = await asyncio.to_thread(draw, table, programme, marks, words, faces)
    return Pictured(table, marks, tuple(Picture(services, drawing) for drawing in drawings))
