"""Messages as they stand in a chat."""

from dataclasses import dataclass

from handlers.stage.entities import Formatted
from handlers.stage.files import StoredFile
from handlers.stage.refusals import Json


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; a pressed one sends ``data``, one with ``url`` opens a page."""

    text: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message; an edit makes a new value with the same id and a higher ``edits``.

    ``sender`` is a User, None for a post by the group itself (``sender_chat``). ``text`` is the caption of a file.
    """

    id: int
    chat: Json
    date: int
    content: Formatted
    sender: Json | None = None
    sender_chat: Json | None = None
    file: StoredFile | None = None
    markup: Json | None = None
    reply_to: "Message | None" = None
    via_bot: Json | None = None
    edited: int | None = None
    edits: int = 0

    @property
    def text(self) -> str:
        """The text, or the caption of the file."""
        return self.content.text

    @property
    def from_bot(self) -> bool:
        """Whether the bot sent it."""
        return self.via_bot is None and self.sender_chat is None and bool(self.sender and self.sender["is_bot"])

    @property
    def document(self) -> StoredFile | None:
        """The document that came with it."""
        return self.file if self.file is not None and self.file.kind == "document" else None

    @property
    def photo(self) -> StoredFile | None:
        """The photo that came with it."""
        return self.file if self.file is not None and self.file.kind == "photo" else None

    @property
    def buttons(self) -> tuple[tuple[Button, ...], ...]:
        """The rows of buttons under it."""
        rows = (self.markup or {}).get("inline_keyboard", ())
        return tuple(
            tuple(Button(item["text"], item.get("callback_data", ""), item.get("url", "")) for item in row)
            for row in rows
        )

    @property
    def labels(self) -> tuple[tuple[str, ...], ...]:
        """What is written on the buttons, by row."""
        return tuple(tuple(button.text for button in row) for row in self.buttons)

    def button(self, label_or_data: str) -> Button:
        """Give the button with this label, or with this data. Raises LookupError when there is none."""
        every = [button for row in self.buttons for button in row]
        for button in every:
            if label_or_data in (button.text, button.data):
                return button
        raise LookupError(f"no button {label_or_data!r}; there are: {[button.text for button in every]}")

    def to_json(self) -> Json:
        """Give the message as the Bot API does."""
        body: Json = {"message_id": self.id, "date": self.date, "chat": self.chat}
        if self.sender is not None:
            body["from"] = self.sender
        if self.sender_chat is not None:
            body["sender_chat"] = self.sender_chat
        if self.edited is not None:
            body["edit_date"] = self.edited
        if self.via_bot is not None:
            body["via_bot"] = self.via_bot
        if self.reply_to is not None:
            # A reply within a reply is not shown (Bot API, Message.reply_to_message).
            body["reply_to_message"] = {
                name: value for name, value in self.reply_to.to_json().items() if name != "reply_to_message"
            }
        text, entities = ("text", "entities") if self.file is None else ("caption", "caption_entities")
        if self.file is not None:
            shown = self.file.to_json()
            body[self.file.kind] = [shown] if self.file.kind == "photo" else shown
        if self.content.text:
            body[text] = self.content.text
        if self.content.entities:
            body[entities] = list(self.content.entities)
        if self.markup is not None:
            body["reply_markup"] = self.markup
        return body
