"""Where pictures become PNG and booklets PDF: a few at a time, each picture by one caller only."""

import asyncio
import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Final
from weakref import WeakValueDictionary

from bot.picture.svg import Drawing
from bot.picture.typeface import Faces, read_typeface
from bot.wording.takeaway import Booklet
from config.bundled import font_files

AT_ONCE: Final = 2
"""Pictures and booklets that are made at the same time: each takes a processor for the tenth part of a second or so."""
PATIENCE: Final = 20.0
"""Seconds after which the making of one has failed."""


class PictureFailed(Exception):  # noqa: N818 - named for what happened
    """A picture or booklet could not be made, for the reason that the drawing program gave."""


def fonts() -> Faces:
    """Read the bundled font."""
    regular, bold = (read_typeface(file.read_bytes()) for file in font_files())
    return Faces(regular, bold)


@dataclass
class Studio:
    """Draws pictures and prints booklets in processes of their own, so that answers go on meanwhile."""

    program: tuple[str, ...] = (sys.executable, "-P", "-m", "handlers.pixels")
    printer: tuple[str, ...] = (sys.executable, "-P", "-m", "handlers.paper")
    read: Callable[[], Faces] = fonts
    _faces: Faces | None = None
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    _turns: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    @property
    def faces(self) -> Faces:
        """The letters, read at first use."""
        if self._faces is None:
            self._faces = self.read()
        return self._faces

    def turn(self, key: str) -> asyncio.Lock:
        """Give the lock of a picture: who has it draws, and the others find that it is there."""
        return self._turns.setdefault(key, asyncio.Lock())

    async def png(self, drawing: Drawing) -> bytes:
        """Draw a picture with nothing but the bundled font. Raises PictureFailed."""
        return await self._made((*self.program, *map(str, font_files())), drawing.svg.encode())

    async def pdf(self, book: Booklet, made: datetime) -> bytes:
        """Print a booklet, which bears the moment at which it was made. Raises PictureFailed."""
        return await self._made(self.printer, json.dumps(asdict(book) | {"made": made.isoformat()}).encode())

    async def _made(self, program: tuple[str, ...], given: bytes) -> bytes:
        """Give what a program makes of its standard input."""
        async with self._places:
            process = await asyncio.create_subprocess_exec(
                *program,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
            )
            try:
                async with asyncio.timeout(PATIENCE):
                    made, said = await process.communicate(given)
            except TimeoutError:
                raise PictureFailed("it took too long") from None
            finally:
                if process.returncode is None:
                    process.kill()
                    await process.wait()
        if process.returncode or not made:
            raise PictureFailed(said.decode(errors="replace").strip().rpartition("\n")[2])
        return made
