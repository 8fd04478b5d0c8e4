import pytest
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat, MenuButtonCommands
from telegram.error import BadRequest

from handlers.stage.people import Person
from handlers.stage.stage import Stage


async def test_the_bot_knows_itself(stage: Stage, bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.first_name, me.username, me.is_bot) == (stage.bot["id"], "Netwerkdag", "netwerkdag_bot", True)
    assert me.supports_inline_queries
    assert not me.can_read_all_group_messages


async def test_commands_are_kept_by_scope_and_language(stage: Stage, bot: Bot, person: Person) -> None:
    await bot.set_my_commands([BotCommand("now", "What is on")])
    await bot.set_my_commands([BotCommand("nu", "Wat er nu is")], language_code="nl")
    await bot.set_my_commands([BotCommand("mijn", "Mijn dag")], scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands([("beheer", "Voor de organisatie")], scope=BotCommandScopeChat(person.id))
    assert await bot.get_my_commands() == (BotCommand("now", "What is on"),)
    assert await bot.get_my_commands(language_code="nl") == (BotCommand("nu", "Wat er nu is"),)
    assert stage.profile.commands_for(person.id, "nl")[0]["command"] == "beheer"
    assert stage.profile.commands_for(2, "nl")[0]["command"] == "mijn"
    await bot.delete_my_commands(scope=BotCommandScopeAllPrivateChats())
    assert stage.profile.commands_for(2, "nl")[0]["command"] == "nu"
    assert stage.profile.commands_for(2, "en")[0]["command"] == "now"
    with pytest.raises(BadRequest, match="Invalid language code specified"):
        await bot.set_my_commands([BotCommand("nu", "Nu")], language_code="nederlands")


async def test_texts_have_a_language_and_a_length(bot: Bot) -> None:
    await bot.set_my_description("x" * 512)
    await bot.set_my_short_description("The day in a chat")
    await bot.set_my_short_description("De dag in een chat", language_code="nl")
    assert (await bot.get_my_short_description("nl")).short_description == "De dag in een chat"
    assert (await bot.get_my_short_description("de")).short_description == "The day in a chat"
    with pytest.raises(BadRequest, match="Bot_description_invalid"):
        await bot.set_my_description("x" * 513)
    assert (await bot.get_my_description()).description == "x" * 512


async def test_the_menu_button_and_a_chats_facts(bot: Bot, person: Person) -> None:
    assert await bot.set_chat_menu_button(person.id, MenuButtonCommands())
    assert await bot.get_chat_menu_button(person.id) == MenuButtonCommands()
    chat = await bot.get_chat(person.id)
    assert (chat.id, chat.type, chat.first_name) == (1, "private", "Gast")


async def test_what_telegram_does_not_know_is_refused(stage: Stage, bot: Bot) -> None:
    with pytest.raises(BadRequest, match="An https url must be provided for webhook".lower()):
        await bot.set_webhook("http://g40.nl/telegram")
    with pytest.raises(BadRequest, match="unsupported type specified"):
        await bot.do_api_request("setchatmenubutton", {"menu_button": {"type": "ketel"}})
    with pytest.raises(BadRequest, match="unsupported type specified"):
        await bot.do_api_request("setmycommands", {"commands": [], "scope": {"type": "iedereen"}})
    with pytest.raises(BadRequest, match="expected an array of botcommand"):
        await bot.do_api_request("setmycommands", {"commands": ["nu"]})
    stage.group(-5, "Overleg")
    assert (await bot.get_chat(-5)).title == "Overleg"
