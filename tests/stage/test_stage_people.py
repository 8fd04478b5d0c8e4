import asyncio

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
    MessageEntity,
    Update,
)
from telegram.error import BadRequest, Forbidden

from handlers.stage.people import Person, Toast
from handlers.stage.stage import Stage

TOO_OLD = "Query is too old and response timeout expired or query id is invalid"


async def next_update(bot: Bot, after: int = 0) -> Update:
    (update,) = await bot.get_updates(offset=after + 1, timeout=1)
    return update


async def test_a_press_is_heard_and_answered(bot: Bot, person: Person) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Volg Veiligheid", callback_data="f:1")]])
    await bot.send_message(1, "Veiligheid", reply_markup=keyboard)
    press = await person.press(await person.reply(1), "Volg Veiligheid")
    update = await next_update(bot)
    query = update.callback_query
    assert query is not None
    assert query.message is not None
    assert (query.data, query.from_user.id, query.message.chat.id) == ("f:1", 1, 1)
    await query.answer("U volgt Veiligheid", show_alert=True)
    assert await press.answer(1) == Toast("U volgt Veiligheid", alert=True)
    with pytest.raises(BadRequest, match=TOO_OLD):
        await query.answer()


async def test_a_press_can_be_answered_only_in_time(stage: Stage, bot: Bot, person: Person) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Volg", callback_data="f:1")]])
    await bot.send_message(1, "Veiligheid", reply_markup=keyboard)
    press = await person.press(await person.reply(1), "f:1")
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query(press.id, "x" * 201)
    stage.query_patience = 0
    with pytest.raises(BadRequest, match=TOO_OLD):
        await bot.answer_callback_query(press.id, "x" * 200)
    with pytest.raises(BadRequest, match=TOO_OLD):
        await bot.answer_callback_query("12345")
    assert press.toast is None


async def test_a_button_that_is_not_there_cannot_be_pressed(bot: Bot, person: Person) -> None:
    await bot.send_message(
        1, "Veiligheid", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Volg", "g40.nl")]])
    )
    message = await person.reply(1)
    with pytest.raises(LookupError, match="Weg"):
        await person.press(message, "Weg")
    with pytest.raises(LookupError, match="opens a link"):
        await person.press(message, "Volg")


async def test_blocking_and_returning_are_told(stage: Stage, bot: Bot, person: Person) -> None:
    await person.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(1, "Dag")
    await person.send("/start")
    await bot.send_message(1, "Dag weer")
    blocked, returned, started = await bot.get_updates()
    assert blocked.my_chat_member is not None
    assert returned.my_chat_member is not None
    assert started.message is not None
    assert [
        (member.old_chat_member.status, member.new_chat_member.status)
        for member in (blocked.my_chat_member, returned.my_chat_member)
    ] == [("member", "kicked"), ("kicked", "member")]
    assert (await person.reply(1)).text == "Dag weer"
    assert stage.people == {1: person}


async def test_replies_come_once_each_in_order(bot: Bot, person: Person) -> None:
    waiting = asyncio.create_task(person.reply(1))
    await bot.send_message(1, "een")
    await bot.send_message(1, "twee")
    await bot.send_message(1, "drie")
    assert (await waiting).text == "een"
    assert [message.text for message in await person.replies(2, 1)] == ["twee", "drie"]
    with pytest.raises(TimeoutError, match="no message from the bot in chat 1"):
        await person.reply(0.02)


async def test_asking_skips_what_was_said_before(bot: Bot, person: Person) -> None:
    await bot.send_message(1, "Herinnering")
    asked = asyncio.create_task(person.ask("zaal 3", 1))
    update = await next_update(bot)
    assert update.message is not None
    await update.message.reply_text("Veiligheid")
    assert (await asked).text == "Veiligheid"


async def test_a_persons_language_is_told(stage: Stage, bot: Bot) -> None:
    await stage.person(1, "Gast", "en").send("hello")
    await stage.person(7_000_000_000, "Gast", None).send("dag")
    users = [update.effective_user for update in await bot.get_updates()]
    assert [(user.id, user.language_code) for user in users if user] == [(1, "en"), (7_000_000_000, None)]


async def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(stage: Stage, bot: Bot, person: Person) -> None:
    boss = stage.person(2, "Voorzitter")
    group = stage.group(-1_000_000_000_001, "Overleg", [person], [boss])
    said = await bot.send_message(group.id, "Dag allemaal")
    await person.send("gewoon praten", to=group)
    await person.send("/nu", to=group)
    await person.send("/nu@netwerkdag_bot", to=group)
    await person.send("/nu@other_bot", to=group)
    await person.send("@netwerkdag_bot zaal 3?", to=group)
    await person.send("en daarna?", to=group, reply_to=await group.reply(1))
    await stage.say_anonymously(group, "/straks")
    updates = await bot.get_updates()
    assert updates[0].my_chat_member is not None
    heard = [update.message for update in updates if update.message]
    assert [message.text for message in heard] == [
        "/nu",
        "/nu@netwerkdag_bot",
        "@netwerkdag_bot zaal 3?",
        "en daarna?",
        "/straks",
    ]
    assert heard[3].reply_to_message == said
    assert heard[4].sender_chat == heard[4].chat
    assert heard[4].from_user is not None
    assert heard[4].from_user.username == "GroupAnonymousBot"
    assert len(group.messages) == 8


async def test_an_administrator_hears_all(stage: Stage, bot: Bot, person: Person) -> None:
    group = stage.group(-5, "Overleg", [person], bot_status="administrator")
    await person.send("gewoon praten", to=group)
    updates = await bot.get_updates()
    assert [update.message.text for update in updates if update.message] == ["gewoon praten"]


async def test_members_have_their_standing(stage: Stage, bot: Bot, person: Person) -> None:
    owner, boss, stranger = stage.person(2), stage.person(3), stage.person(4)
    group = stage.group(-5, "Overleg", [person], [owner, boss])
    members = [await bot.get_chat_member(group.id, one) for one in (1, 2, 3, 4, bot.id)]
    assert [member.status for member in members] == ["member", "creator", "administrator", "left", "member"]
    assert [member.user.id for member in await bot.get_chat_administrators(group.id)] == [2, 3]
    with pytest.raises(BadRequest, match="There are no administrators in the private chat"):
        await bot.get_chat_administrators(stranger.id)
    with pytest.raises(BadRequest, match="Participant_id_invalid"):
        await bot.get_chat_member(group.id, 99)


async def test_an_inline_query_gets_results(bot: Bot, person: Person) -> None:
    asked = await person.inline("zaal 3")
    update = await next_update(bot)
    assert update.inline_query is not None
    assert update.inline_query.query == "zaal 3"
    content = InputTextMessageContent("Nu: <b>Veiligheid</b>", parse_mode="HTML")
    await update.inline_query.answer([InlineQueryResultArticle("1", "Zaal 3", content)])
    (result,) = await asked.results(1)
    assert (result["title"], result["input_message_content"]) == (
        "Zaal 3",
        {"message_text": "Nu: Veiligheid", "entities": [{"type": "bold", "offset": 4, "length": 10}]},
    )
    chosen = await person.choose(result)
    assert (chosen.text, chosen.from_bot) == ("Nu: Veiligheid", False)
    with pytest.raises(BadRequest, match=TOO_OLD):
        await update.inline_query.answer([])


async def test_an_inline_query_has_at_most_50_results(bot: Bot, person: Person) -> None:
    def results(count: int) -> list[InlineQueryResultArticle]:
        content = InputTextMessageContent("Zaal")
        return [InlineQueryResultArticle(str(number), "Zaal", content) for number in range(count)]

    asked = await person.inline("zaal")
    # The library cuts a longer list into pages by itself; under a name in small letters the call goes out as it is.
    with pytest.raises(BadRequest, match="Results_too_much"):
        await bot.do_api_request("answerinlinequery", {"inline_query_id": asked.id, "results": results(51)})
    with pytest.raises(BadRequest, match="Result_id_duplicate"):
        await bot.answer_inline_query(asked.id, [results(1)[0], results(1)[0]])
    await bot.answer_inline_query(asked.id, results(50))
    assert len(await asked.results(1)) == 50


@pytest.mark.parametrize(
    ("results", "reason"),
    [
        ("{}", "Can't parse inline query results"),
        ('[{"type": "article", "id": ""}]', "Result_id_invalid"),
        ('[{"type": "article", "id": "1", "title": "Zaal"}]', "article needs title and input_message_content"),
        (
            '[{"type": "article", "id": "1", "title": "Z", "input_message_content": {"message_text": ""}}]',
            "text is empty",
        ),
    ],
)
async def test_wrong_inline_results_are_refused(bot: Bot, person: Person, results: str, reason: str) -> None:
    asked = await person.inline("zaal")
    with pytest.raises(BadRequest, match=reason):
        await bot.do_api_request("answerinlinequery", {"inline_query_id": asked.id, "results": results})
    assert asked.found is None


async def test_an_inline_result_brings_its_marks_and_buttons(bot: Bot, person: Person) -> None:
    asked = await person.inline("zaal")
    content = InputTextMessageContent("Zaal 3", entities=[MessageEntity("bold", 0, 4)])
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Volg", callback_data="f:1")]])
    await bot.answer_inline_query(asked.id, [InlineQueryResultArticle("1", "Zaal", content, reply_markup=keyboard)])
    chosen = await person.choose((await asked.results(1))[0])
    assert (chosen.labels, chosen.content.entities) == (
        (("Volg",),),
        ({"type": "bold", "offset": 0, "length": 4},),
    )


async def test_an_old_screen_presses_a_button_that_went(bot: Bot, person: Person) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Volg", callback_data="f:1")]])
    sent = await bot.send_message(1, "Veiligheid", reply_markup=keyboard)
    old = await person.reply(1)
    await sent.edit_text("Europa")
    with pytest.raises(LookupError, match="no button"):
        await person.press(old, "Volg")
    await person.press_data(old, "f:1")
    await sent.delete()
    with pytest.raises(LookupError, match="no longer there"):
        await person.press(old, "Volg")
    await person.press_data(old, "f:1")
    queries = [update.callback_query for update in await bot.get_updates()]
    assert [(query.data, query.message.text) for query in queries if query and isinstance(query.message, Message)] == [
        ("f:1", "Europa"),
        ("f:1", "Veiligheid"),
    ]


async def test_a_group_that_threw_the_bot_out_hears_and_tells_nothing(stage: Stage, bot: Bot, person: Person) -> None:
    group = stage.group(-5, "Overleg", [person], bot_status="kicked")
    await person.send("/nu", to=group)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(group.id, "Dag")
    assert [update.message for update in await bot.get_updates()] == [None]
    assert (await bot.get_chat_member(1, 1)).status == "member"
