"""The stage: one bot, the people and groups around it, and a record of all that the bot did."""

import itertools
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from bot.clock import EventClock
from handlers.stage.calls import Call
from handlers.stage.chats import PATIENCE, Chat
from handlers.stage.entities import Formatted, with_automatic
from handlers.stage.faults import Fault, FaultKind, Faults
from handlers.stage.files import Files, StoredFile
from handlers.stage.flood import Flood
from handlers.stage.members import MemberStatus, chat_member
from handlers.stage.messages import Message
from handlers.stage.people import ANONYMOUS_ADMIN, InlineQuery, Person, Press
from handlers.stage.privacy import bot_hears
from handlers.stage.profile import Profile
from handlers.stage.refusals import Json
from handlers.stage.updates import Updates
from handlers.stage.waiting import Signal

STAGE_TOKEN: Final = "40040040:netwerkdag-on-a-local-stage"  # noqa: S105 - opens nothing but this program's own stage
SUGGESTIONS: Final[Mapping[str, Sequence[str]]] = {
    "nl": ("Wat is er nu?", "Zaal 3 om 11.40", "Waar is Veiligheid?", "Hoe laat is de lunch?"),
    "en": ("What is on now?", "What's in zaal 3 at 11.40", "Where is Veiligheid?", "When is lunch?"),
}
"""What a newcomer may ask on the Haarlem day."""
SUPERGROUPS_BELOW: Final = -1_000_000_000_000


@dataclass(kw_only=True)
class Stage:
    """A local Telegram for one bot.

    ``clock`` dates the messages and shows on the chat page, in ``zone``. ``suggestions`` are first questions by
    language, for the page. ``flood`` limits what the bot may send; None: no limit.
    ``query_patience`` is how many seconds a pressed button or inline query may be answered.
    Update ids start at the present second, so that a bot that kept its inbox takes those of a new stage as new.
    """

    token: str = STAGE_TOKEN
    username: str = "netwerkdag_bot"
    name: str = "Netwerkdag"
    clock: EventClock = field(default_factory=lambda: EventClock(datetime.now(UTC)))
    zone: str = "Europe/Amsterdam"
    suggestions: Mapping[str, Sequence[str]] = field(default_factory=lambda: SUGGESTIONS)
    flood: Flood | None = None
    query_patience: float = 30.0
    first_update_id: int = field(default_factory=lambda: int(time.time()))
    calls: list[Call] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    files: Files = field(default_factory=Files)
    profile: Profile = field(default_factory=Profile)
    changed: Signal = field(default_factory=Signal)
    closing: bool = False

    def __post_init__(self) -> None:
        self.updates = Updates(self.first_update_id)
        self.people: dict[int, Person] = {}
        self.presses: dict[str, Press] = {}
        self.inline_queries: dict[str, InlineQuery] = {}
        self._chats: dict[int, Chat] = {}
        self._message_ids: Iterator[int] = itertools.count(1)
        self._query_ids: Iterator[int] = itertools.count(7_000_000_000_000_001)

    @property
    def bot(self) -> Json:
        """The bot as User."""
        bot_id = int(self.token.partition(":")[0])
        return {"id": bot_id, "is_bot": True, "first_name": self.name, "username": self.username}

    def now(self) -> int:
        """Give the present moment of the event as Telegram writes dates: Unix seconds."""
        return int(self.clock().timestamp())

    # People and groups

    def person(
        self,
        person_id: int,
        first_name: str = "Gast",
        language_code: str | None = "nl",
        *,
        started: bool = True,
    ) -> Person:
        """Give the person with this id; made at first use, with a chat that is open unless ``started`` is False."""
        if person_id not in self.people:
            chat = self._chats[person_id] = Chat(id=person_id, kind="private", name=first_name, started=started)
            self.people[person_id] = Person(
                stage=self,
                id=person_id,
                first_name=first_name,
                language_code=language_code,
                chat=chat,
            )
        return self.people[person_id]

    def group(
        self,
        chat_id: int,
        title: str,
        members: Iterable[Person] = (),
        administrators: Iterable[Person] = (),
        *,
        bot_status: MemberStatus = "member",
    ) -> Chat:
        """Make a group with the bot in it; the first administrator owns it. The bot hears that it was added."""
        standing: dict[int, MemberStatus] = {member.id: "member" for member in members}
        for index, administrator in enumerate(administrators):
            standing[administrator.id] = "administrator" if index else "creator"
        chat = self._chats[chat_id] = Chat(
            id=chat_id,
            kind="supergroup" if chat_id < SUPERGROUPS_BELOW else "group",
            name=title,
            members=standing,
            bot_status=bot_status,
        )
        owner = next(iter(standing), None)
        by = self.people[owner].to_json() if owner is not None else ANONYMOUS_ADMIN
        self.standing_changed(chat, by, old="left", new=bot_status)
        return chat

    def become_supergroup(self, chat: Chat, new_id: int) -> Chat:
        """Give the group a new id, as Telegram does when it grows; the old one answers with the new one."""
        chat.moved_to = new_id
        grown = self._chats[new_id] = Chat(
            id=new_id,
            kind="supergroup",
            name=chat.name,
            members=dict(chat.members),
            bot_status=chat.bot_status,
        )
        notice = {"message_id": next(self._message_ids), "date": self.now(), "chat": chat.to_json()}
        self.updates.add("message", notice | {"migrate_to_chat_id": new_id})
        return grown

    def chat(self, chat_id: int) -> Chat:
        """Give a chat. Raises KeyError when there is none."""
        return self._chats[chat_id]

    def find_chat(self, chat_id: int) -> Chat | None:
        """Give a chat; None when there is none."""
        return self._chats.get(chat_id)

    # What people do

    def heard(
        self,
        chat: Chat,
        sender: Json,
        content: Formatted,
        *,
        sender_chat: Json | None = None,
        reply_to: Message | None = None,
        file: StoredFile | None = None,
        via_bot: Json | None = None,
        markup: Json | None = None,
    ) -> Message:
        """Put what a person said in a chat, and tell the bot if it may hear it."""
        chat.started = True
        message = chat.add(
            Message(
                id=next(self._message_ids),
                chat=chat.to_json(),
                date=self.now(),
                content=content,
                sender=sender,
                sender_chat=sender_chat,
                file=file,
                reply_to=reply_to,
                via_bot=via_bot,
                markup=markup,
            ),
        )
        if bot_hears(chat, message, self.username):
            self.updates.add("message", message.to_json())
        return message

    async def say_anonymously(self, chat: Chat, text: str) -> Message:
        """Write in a group as the group itself, as its anonymous administrators do."""
        content = with_automatic(Formatted(text.strip()))
        return self.heard(chat, ANONYMOUS_ADMIN, content, sender_chat=chat.to_json())

    def press(self, person: Person, chat: Chat, message: Message, data: str) -> Press:
        """Tell the bot that a button was pressed."""
        press = Press(id=str(next(self._query_ids)), chat=chat)
        self.presses[press.id] = press
        self.updates.add(
            "callback_query",
            {
                "id": press.id,
                "from": person.to_json(),
                "message": message.to_json(),
                "chat_instance": str(chat.id),
                "data": data,
            },
        )
        return press

    def ask_inline(self, person: Person, query: str, offset: str) -> InlineQuery:
        """Tell the bot what was typed after its name."""
        asked = InlineQuery(id=str(next(self._query_ids)))
        self.inline_queries[asked.id] = asked
        self.updates.add(
            "inline_query",
            {"id": asked.id, "from": person.to_json(), "query": query, "offset": offset, "chat_type": "sender"},
        )
        return asked

    def standing_changed(self, chat: Chat, by: Json, *, old: MemberStatus, new: MemberStatus) -> None:
        """Tell the bot that its own place in a chat changed."""
        chat.bot_status = new
        self.updates.add(
            "my_chat_member",
            {
                "chat": chat.to_json(),
                "from": by,
                "date": self.now(),
                "old_chat_member": chat_member(self.bot, old),
                "new_chat_member": chat_member(self.bot, new),
            },
        )

    # What the bot does

    def say(
        self,
        chat: Chat,
        content: Formatted,
        *,
        markup: Json | None = None,
        file: StoredFile | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """Put a message of the bot in a chat."""
        message = Message(
            id=next(self._message_ids),
            chat=chat.to_json(),
            date=self.now(),
            content=content,
            sender=self.bot,
            markup=markup,
            file=file,
            reply_to=reply_to,
        )
        return chat.add(message)

    def record(self, call: Call) -> None:
        """Keep a call that was answered."""
        self.calls.append(call)
        self.changed.tell()

    def called(self, method: str, chat_id: int | None = None) -> tuple[Call, ...]:
        """Give the calls of a method so far, of one chat if ``chat_id`` is given."""
        return tuple(
            call for call in self.calls if call.method.lower() == method.lower() and chat_id in (None, call.chat_id)
        )

    async def until(self, look: Callable[["Stage"], bool], timeout: float = PATIENCE) -> None:  # noqa: ASYNC109 - the test's patience
        """Wait until ``look`` says yes, looking again after each call. Raises TimeoutError."""
        await self.changed.until(lambda: look(self) or None, timeout, "hoped-for state of the stage")

    def fail(
        self,
        kind: FaultKind,
        method: str = "",
        *,
        chat_id: int | None = None,
        times: int = 1,
        seconds: float = 1.0,
        description: str = "",
    ) -> None:
        """Let the next calls go wrong; see Fault."""
        fault = Fault(
            kind=kind,
            method=method,
            chat_id=chat_id,
            times=times,
            seconds=seconds,
            description=description,
        )
        self.faults.add(fault)

    async def pause(self, seconds: float) -> None:
        """Let ``seconds`` of real time pass, or less when the stage closes."""
        deadline = time.monotonic() + seconds
        while not self.closing and (left := deadline - time.monotonic()) > 0:
            await self.changed.changed(left)

    def close(self) -> None:
        """Let all who wait go on: polls and slow answers end at once."""
        self.closing = True
        self.updates.close()
        self.changed.tell()
        for chat in self._chats.values():
            chat.changed.tell()
