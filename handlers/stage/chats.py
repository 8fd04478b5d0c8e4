"""Chats on the stage: of one person with the bot, or of a group."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from handlers.stage.entities import Formatted
from handlers.stage.files import StoredFile
from handlers.stage.members import MemberStatus
from handlers.stage.messages import Message
from handlers.stage.refusals import Json
from handlers.stage.waiting import Signal

Kind = Literal["private", "group", "supergroup"]
PATIENCE: Final = 20.0
"""Seconds that a test waits for the bot, unless it says otherwise."""


@dataclass(kw_only=True)
class Chat:
    """A chat and what stands in it.

    ``members`` gives the standing of people by user id; ``bot_status`` that of the bot.
    ``moved_to`` is the id of the supergroup that a group became. ``events`` is what a page shows, in order.
    """

    id: int
    kind: Kind
    name: str
    members: dict[int, MemberStatus] = field(default_factory=dict)
    bot_status: MemberStatus = "member"
    started: bool = True
    moved_to: int | None = None
    events: list[Json] = field(default_factory=list)
    changed: Signal = field(default_factory=Signal)
    _messages: dict[int, Message] = field(default_factory=dict)
    _from_bot: list[Message] = field(default_factory=list)
    _heard: int = 0

    def to_json(self) -> Json:
        """Give the chat as the Bot API does."""
        name = "first_name" if self.kind == "private" else "title"
        return {"id": self.id, "type": self.kind, name: self.name}

    @property
    def messages(self) -> tuple[Message, ...]:
        """What is to be seen now, in order; edited messages as they are now, deleted ones left out."""
        return tuple(self._messages.values())

    def message(self, message_id: int) -> Message | None:
        """Give a message as it is now; None when there is none or it was deleted."""
        return self._messages.get(message_id)

    def add(self, message: Message) -> Message:
        """Put a message at the end."""
        self._messages[message.id] = message
        if message.from_bot:
            self._from_bot.append(message)
        self.show({"type": "message", "id": message.id})
        return message

    def edit(
        self, message: Message, *, content: Formatted, markup: Json | None, file: StoredFile | None, date: int
    ) -> Message:
        """Put a new version in the place of a message."""
        edited = replace(message, content=content, markup=markup, file=file, edited=date, edits=message.edits + 1)
        self._messages[message.id] = edited
        self.show({"type": "message", "id": message.id})
        return edited

    def remove(self, message_id: int) -> bool:
        """Take a message away; False when it was not there."""
        if self._messages.pop(message_id, None) is None:
            return False
        self.show({"type": "gone", "id": message_id})
        return True

    def show(self, event: Json) -> None:
        """Let those who watch the chat know of ``event``."""
        self.events.append(event)
        self.changed.tell()

    async def reply(self, timeout: float = PATIENCE) -> Message:  # noqa: ASYNC109 - the test's patience
        """Give the bot's next message that was not given yet, each once and in order.

        Raises TimeoutError when none comes.
        """
        found = await self.changed.until(self._next_reply, timeout, f"message from the bot in chat {self.id}")
        self._heard += 1
        return found

    def _next_reply(self) -> Message | None:
        if self._heard >= len(self._from_bot):
            return None
        arrived = self._from_bot[self._heard]
        return self.message(arrived.id) or arrived

    def skip_replies(self) -> None:
        """Let ``reply`` wait for what the bot says from now on."""
        self._heard = len(self._from_bot)

    async def edited(self, message: Message, timeout: float = PATIENCE) -> Message:  # noqa: ASYNC109 - as above
        """Give the message once it differs from the version in hand. Raises TimeoutError when it stays as it is."""

        def later() -> Message | None:
            found = self.message(message.id)
            return found if found is not None and found.edits > message.edits else None

        return await self.changed.until(later, timeout, f"edit of message {message.id} in chat {self.id}")

    async def until(
        self,
        look: Callable[["Chat"], bool],
        timeout: float = PATIENCE,  # noqa: ASYNC109 - as above
    ) -> None:
        """Wait until ``look`` says yes to the chat. Raises TimeoutError when it does not."""
        await self.changed.until(lambda: look(self) or None, timeout, f"hoped-for state of chat {self.id}")
