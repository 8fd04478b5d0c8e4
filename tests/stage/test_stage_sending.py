import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, MessageEntity, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Forbidden

from handlers.stage.people import Person
from handlers.stage.stage import Stage

NOT_MODIFIED = (
    "Message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def keyboard(*rows: tuple[tuple[str, str], ...]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(text, callback_data=data) for text, data in row] for row in rows]
    )


async def test_a_message_with_marks_and_buttons_is_seen_as_sent(bot: Bot, person: Person) -> None:
    sent = await bot.send_message(
        1,
        "Nu: <b>Veiligheid 🚒</b> en <i>meer</i>",
        parse_mode="HTML",
        reply_markup=keyboard((("Volg Veiligheid", "f:1"), ("Agenda", "i:1")), (("Terug", "m:0"),)),
    )
    (seen,) = person.messages
    assert seen == await person.reply(1)
    assert (seen.text, seen.labels) == ("Nu: Veiligheid 🚒 en meer", (("Volg Veiligheid", "Agenda"), ("Terug",)))
    assert sent.text == seen.text
    assert sent.from_user == bot.bot
    assert sent.parse_entities() == {
        MessageEntity("bold", 4, 13): "Veiligheid 🚒",
        MessageEntity("italic", 21, 4): "meer",
    }
    assert sent.reply_markup == keyboard((("Volg Veiligheid", "f:1"), ("Agenda", "i:1")), (("Terug", "m:0"),))


async def test_an_edit_changes_the_message_in_place(bot: Bot, person: Person) -> None:
    sent = await bot.send_message(1, "Zaal 3", reply_markup=keyboard((("Terug", "m"),)))
    before = await person.reply(1)
    edited = await sent.edit_text("Zaal 5")
    after = await person.edited(before, 1)
    assert (before.text, after.text, before.edits, after.edits) == ("Zaal 3", "Zaal 5", 0, 1)
    assert person.messages == (after,)
    assert isinstance(edited, Message)
    assert edited.reply_markup is None
    assert edited.edit_date is not None


async def test_only_the_buttons_change(bot: Bot, person: Person) -> None:
    sent = await bot.send_message(1, "Zaal 3", reply_markup=keyboard((("Volg", "f"),)))
    await sent.edit_reply_markup(keyboard((("Volg niet meer", "u"),)))
    assert [(message.text, message.labels) for message in person.messages] == [("Zaal 3", (("Volg niet meer",),))]


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, person: Person) -> None:
    sent = await bot.send_message(1, "Zaal <b>3</b>", parse_mode="HTML", reply_markup=keyboard((("Volg", "f"),)))
    with pytest.raises(BadRequest) as refusal:
        await sent.edit_text("Zaal <b>3</b>", parse_mode="HTML", reply_markup=keyboard((("Volg", "f"),)))
    assert refusal.value.message == NOT_MODIFIED
    await sent.edit_text("Zaal 3", reply_markup=keyboard((("Volg", "f"),)))
    assert person.messages[0].edits == 1


async def test_a_message_of_a_person_cannot_be_edited(bot: Bot, person: Person) -> None:
    theirs = await person.send("zaal 3")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("zaal 4", chat_id=1, message_id=theirs.id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("zaal 4", chat_id=1, message_id=theirs.id + 1)


async def test_a_deleted_message_is_gone(bot: Bot, person: Person) -> None:
    sent = await bot.send_message(1, "Zaal 3")
    kept = await bot.send_message(1, "Zaal 4")
    assert await sent.delete()
    assert [message.id for message in person.messages] == [kept.message_id]
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await sent.delete()
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await sent.edit_text("Zaal 5")


async def test_a_reply_points_at_its_message(bot: Bot, person: Person) -> None:
    question = await person.send("zaal 3?")
    sent = await bot.send_message(1, "Veiligheid", reply_parameters=ReplyParameters(question.id))
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "zaal 3?"
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(1, "Veiligheid", reply_parameters=ReplyParameters(999))
    lenient = ReplyParameters(999, allow_sending_without_reply=True)
    assert (await bot.send_message(1, "Veiligheid", reply_parameters=lenient)).reply_to_message is None


async def test_a_bot_cannot_write_to_a_stranger(stage: Stage, bot: Bot) -> None:
    stranger = stage.person(2, started=False)
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(2, "Dag")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(3, "Dag")
    await stranger.send("/start")
    await bot.send_message(2, "Dag")
    assert (await stranger.reply(1)).text == "Dag"


async def test_a_bot_cannot_write_to_a_group_it_left_or_that_moved(stage: Stage, bot: Bot) -> None:
    group = stage.group(-5, "Overleg", [stage.person(1)])
    await bot.send_message(-5, "Dag")
    grown = stage.become_supergroup(group, -1_000_000_000_005)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(-5, "Dag")
    assert moved.value.new_chat_id == grown.id
    await bot.send_message(grown.id, "Dag weer")
    assert (await grown.reply(1)).text == "Dag weer"
    stage.standing_changed(grown, stage.person(1).to_json(), old="member", new="left")
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await bot.send_message(grown.id, "Dag")


async def test_given_entities_are_kept_where_they_fit(bot: Bot, person: Person) -> None:
    entities = [MessageEntity("bold", 0, 4), MessageEntity("italic", 3, 9)]
    sent = await bot.send_message(1, "Zaal 3", entities=entities)
    assert sent.entities == (MessageEntity("bold", 0, 4),)
    assert person.messages[0].text == "Zaal 3"


async def test_links_addresses_and_commands_are_marked_by_themselves(bot: Bot, person: Person) -> None:
    await person.send("/zaal 3 en a.b@haarlem.nl of @netwerkdag_bot, https://g40.nl/x?a=1.")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert {entity.type: text for entity, text in update.message.parse_entities().items()} == {
        "bot_command": "/zaal",
        "email": "a.b@haarlem.nl",
        "mention": "@netwerkdag_bot",
        "url": "https://g40.nl/x?a=1",
    }


async def test_what_is_a_link_or_code_already_is_marked_once(bot: Bot, person: Person) -> None:
    source = '<a href="https://g40.nl/">g40@haarlem.nl</a> <code>/zaal</code> <b>/nu</b>'
    sent = await bot.send_message(person.id, source, parse_mode="HTML")
    assert [entity.type for entity in sent.entities] == ["text_link", "code", "bold", "bot_command"]


async def test_a_typing_sign_is_checked(bot: Bot, person: Person) -> None:
    assert await bot.send_chat_action(1, "typing")
    assert person.chat.events == [{"type": "action", "action": "typing"}]
    with pytest.raises(BadRequest, match="Wrong parameter action in request"):
        await bot.send_chat_action(1, "dansen")
