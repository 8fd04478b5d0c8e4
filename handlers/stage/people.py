"""People on the stage: they write, press, block, and hear what the bot says."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from handlers.stage.bodies import Upload
from handlers.stage.chats import PATIENCE, Chat
from handlers.stage.deeplinks import start_parameter
from handlers.stage.entities import TEXT_LIMIT, Formatted, trimmed, units, with_automatic
from handlers.stage.files import StoredFile
from handlers.stage.messages import Message
from handlers.stage.refusals import Json
from handlers.stage.waiting import Signal

if TYPE_CHECKING:
    from handlers.stage.stage import Stage

ANONYMOUS_ADMIN: Final[Json] = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
"""Who Telegram says wrote when an administrator writes as the group."""


@dataclass(frozen=True, slots=True)
class Toast:
    """What the bot answered to a pressed button."""

    text: str = ""
    alert: bool = False
    url: str = ""


@dataclass(slots=True, kw_only=True)
class Press:
    """A pressed button that the bot is to answer."""

    id: str
    chat: Chat
    asked_at: float = field(default_factory=time.monotonic)
    toast: Toast | None = None
    changed: Signal = field(default_factory=Signal)

    async def answer(self, timeout: float = PATIENCE) -> Toast:  # noqa: ASYNC109 - the test's patience
        """Give the bot's answer. Raises TimeoutError when none comes."""
        return await self.changed.until(lambda: self.toast, timeout, "answer to the pressed button")


@dataclass(slots=True, kw_only=True)
class InlineQuery:
    """Something typed after the bot's name in any chat; ``found`` are the results as the bot gave them."""

    id: str
    asked_at: float = field(default_factory=time.monotonic)
    found: tuple[Json, ...] | None = None
    changed: Signal = field(default_factory=Signal)

    async def results(self, timeout: float = PATIENCE) -> tuple[Json, ...]:  # noqa: ASYNC109 - as above
        """Give the bot's results. Raises TimeoutError when none come."""
        return await self.changed.until(lambda: self.found, timeout, "results of the inline query")


@dataclass(kw_only=True)
class Person:
    """Somebody with a chat with the bot."""

    stage: "Stage" = field(repr=False)
    id: int
    first_name: str
    language_code: str | None
    chat: Chat = field(repr=False)
    blocked: bool = False

    def to_json(self) -> Json:
        """Give the person as User."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return user | ({"language_code": self.language_code} if self.language_code else {})

    @property
    def messages(self) -> tuple[Message, ...]:
        """What stands in the chat with the bot."""
        return self.chat.messages

    async def send(
        self, text: str, *, to: Chat | None = None, reply_to: Message | None = None, entities: Sequence[Json] = ()
    ) -> Message:
        """Write to the bot, or in the group ``to``; ``entities`` are the marks, as Telegram counts them.

        White space around the text is dropped, as the apps do. Raises ValueError for what the apps would not send:
        nothing at all, or more than 4096 units.
        """
        content = trimmed(Formatted(text, tuple(entities)))
        if not content.text or units(content.text) > TEXT_LIMIT:
            raise ValueError(f"a message has 1 to {TEXT_LIMIT} characters, not {units(content.text)}")
        return self._say(with_automatic(content), to=to, reply_to=reply_to)

    async def ask(self, text: str, timeout: float = PATIENCE) -> Message:  # noqa: ASYNC109 - as above
        """Write to the bot and give the next thing it says; what it said before is skipped."""
        self.chat.skip_replies()
        await self.send(text)
        return await self.reply(timeout)

    async def start(self, parameter: str = "") -> Message:
        """Open the bot by its Start button or a deep link. Raises ValueError for a parameter Telegram refuses."""
        return await self.send(f"/start {start_parameter(parameter)}" if parameter else "/start")

    async def follow_link(self, url: str) -> Message:
        """Open a link to the bot (``https://t.me/<bot>?start=…``). Raises ValueError for any other link."""
        parts = urlsplit(url)
        if parts.hostname != "t.me" or parts.path.strip("/").lower() != self.stage.username.lower():
            raise ValueError(f"{url} does not lead to the bot")
        return await self.start(parse_qs(parts.query).get("start", [""])[0])

    async def send_document(self, name: str, data: bytes, *, caption: str = "", to: Chat | None = None) -> Message:
        """Send a file to the bot."""
        stored = self.stage.files.add("document", Upload(name, "", data))
        return self._say(with_automatic(Formatted(caption.strip())), to=to, file=stored)

    async def send_photo(self, data: bytes, *, caption: str = "", to: Chat | None = None) -> Message:
        """Send a photo to the bot."""
        stored = self.stage.files.add("photo", Upload("photo.png", "image/png", data))
        return self._say(with_automatic(Formatted(caption.strip())), to=to, file=stored)

    async def press(self, message: Message, label_or_data: str) -> Press:
        """Press a button under a message as it stands now. Raises LookupError when there is no such button."""
        chat = self.stage.chat(message.chat["id"])
        found = chat.message(message.id)
        if found is None:
            raise LookupError(f"message {message.id} is no longer there")
        button = found.button(label_or_data)
        if not button.data:
            raise LookupError(f"button {label_or_data!r} opens a link: {button.url}")
        return self.stage.press(self, chat, found, button.data)

    async def press_data(self, message: Message, data: str) -> Press:
        """Press a button that may have gone since, as an app with an old screen does."""
        chat = self.stage.chat(message.chat["id"])
        return self.stage.press(self, chat, chat.message(message.id) or message, data)

    async def inline(self, query: str, offset: str = "") -> InlineQuery:
        """Type ``query`` after the bot's name in some chat."""
        return self.stage.ask_inline(self, query, offset)

    async def choose(self, result: Json, *, to: Chat | None = None) -> Message:
        """Send a result of an inline query."""
        content = result.get("input_message_content", {})
        text = content.get("message_text", result.get("title", ""))
        formatted = Formatted(text, tuple(content.get("entities", ())))
        return self._say(formatted, to=to, via_bot=self.stage.bot, markup=result.get("reply_markup"))

    async def block(self) -> None:
        """Block the bot."""
        if not self.blocked:
            self.blocked = True
            self.stage.standing_changed(self.chat, self.to_json(), old="member", new="kicked")

    async def unblock(self) -> None:
        """Let the bot write again."""
        if self.blocked:
            self.blocked = False
            self.stage.standing_changed(self.chat, self.to_json(), old="kicked", new="member")

    async def reply(self, timeout: float = PATIENCE) -> Message:  # noqa: ASYNC109 - as above
        """Give the bot's next message in the private chat, each once and in order. Raises TimeoutError."""
        return await self.chat.reply(timeout)

    async def replies(self, count: int, timeout: float = PATIENCE) -> Sequence[Message]:  # noqa: ASYNC109 - as above
        """Give the bot's next ``count`` messages. Raises TimeoutError."""
        return [await self.reply(timeout) for _ in range(count)]

    async def edited(self, message: Message, timeout: float = PATIENCE) -> Message:  # noqa: ASYNC109 - as above
        """Give ``message`` once the bot has edited it. Raises TimeoutError."""
        return await self.stage.chat(message.chat["id"]).edited(message, timeout)

    def _say(
        self,
        content: Formatted,
        *,
        to: Chat | None = None,
        reply_to: Message | None = None,
        file: StoredFile | None = None,
        via_bot: Json | None = None,
        markup: Json | None = None,
    ) -> Message:
        chat = to or self.chat
        if chat is self.chat and self.blocked:
            # The apps offer a blocked bot as "Restart": writing to it lets it write again.
            self.blocked = False
            self.stage.standing_changed(chat, self.to_json(), old="kicked", new="member")
        return self.stage.heard(
            chat,
            self.to_json(),
            content,
            reply_to=reply_to,
            file=file,
            via_bot=via_bot,
            markup=markup,
        )
