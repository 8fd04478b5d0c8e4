import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from handlers.stage.bodies import Parameters
from handlers.stage.entities import CAPTION_LIMIT, TEXT_LIMIT, chunks, units
from handlers.stage.keyboards import checked_markup
from handlers.stage.people import Person
from handlers.stage.refusals import Refused
from handlers.stage.sending import read_message_text, read_text
from handlers.stage.stage import Stage

LETTERS = st.characters(exclude_categories=("Cs", "Z", "C"))


def row(*data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Knop", callback_data=code)] for code in data])


@given(st.text(LETTERS, min_size=1))
def test_units_are_those_of_utf_16(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le")) // 2


@given(LETTERS, st.integers(-2, 2))
@settings(max_examples=60)
def test_the_longest_text_has_4096_units(letter: str, extra: int) -> None:
    text = letter * (TEXT_LIMIT // units(letter)) + "x" * max(0, extra)
    text = text[: len(text) + min(0, extra)]
    parameters = Parameters({"text": text})
    if units(text) > TEXT_LIMIT:
        with pytest.raises(Refused, match="Bad Request: message is too long"):
            read_message_text(parameters)
    else:
        assert read_message_text(parameters).text == text


@given(st.text(LETTERS, min_size=1, max_size=20), st.integers(1, 9))
def test_chunks_hold_all_and_fit(text: str, limit: int) -> None:
    limit = max(limit, 2)
    parts = chunks(text, limit)
    assert "".join(parts) == text
    assert all(units(part) <= limit for part in parts)


async def test_a_text_is_measured_after_its_marks_are_read(bot: Bot, person: Person) -> None:
    assert (await bot.send_message(1, f"<b>{'&lt;' * 4096}</b>", parse_mode="HTML")).text == "<" * 4096
    assert (await bot.send_message(1, "🚒" * 2048)).text == "🚒" * 2048
    for text in ("x" * 4097, "🚒" * 2048 + "x"):
        with pytest.raises(BadRequest, match="Message is too long"):
            await bot.send_message(1, text)
    assert len(person.messages) == 2


@pytest.mark.parametrize(("text", "mode"), [("", None), (" \n ", None), ("<b> </b>", "HTML")])
async def test_nothing_is_no_message(bot: Bot, person: Person, text: str, mode: str | None) -> None:
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(1, text, parse_mode=mode)
    assert person.messages == ()


def test_a_caption_has_1024_units() -> None:
    assert read_text(Parameters({"caption": "é" * 1024}), "caption", CAPTION_LIMIT).text == "é" * 1024
    with pytest.raises(Refused, match="message caption is too long"):
        read_text(Parameters({"caption": "🚒" * 512 + "x"}), "caption", CAPTION_LIMIT)


@pytest.mark.parametrize(("data", "fits"), [("x", True), ("x" * 64, True), ("é" * 32, True), ("é" * 32 + "x", False)])
async def test_button_data_has_1_to_64_bytes(bot: Bot, person: Person, data: str, fits: bool) -> None:
    if fits:
        await bot.send_message(1, "Knop", reply_markup=row(data))
        assert person.messages[0].buttons[0][0].data == data
    else:
        with pytest.raises(BadRequest, match="Button_data_invalid"):
            await bot.send_message(1, "Knop", reply_markup=row(data))


async def test_empty_button_data_is_refused(bot: Bot, person: Person) -> None:
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await bot.send_message(1, "Knop", reply_markup=row(""))
    with pytest.raises(BadRequest, match="text buttons are unallowed in the inline keyboard"):
        await bot.send_message(1, "Knop", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Knop")]]))
    with pytest.raises(BadRequest, match="text must be non-empty"):
        await bot.send_message(1, "Knop", reply_markup=InlineKeyboardMarkup.from_button(InlineKeyboardButton(" ", "u")))
    assert person.messages == ()


async def test_a_keyboard_has_100_buttons_8_in_a_row(bot: Bot, person: Person) -> None:
    button = InlineKeyboardButton("Knop", callback_data="x")
    await bot.send_message(1, "Knop", reply_markup=InlineKeyboardMarkup([[button] * 8] * 12 + [[button] * 4]))
    assert [len(one) for one in person.messages[0].buttons] == [8] * 12 + [4]
    for rows in ([[button] * 8] * 12 + [[button] * 5], [[button] * 9]):
        with pytest.raises(BadRequest, match="Reply markup is too long"):
            await bot.send_message(1, "Knop", reply_markup=InlineKeyboardMarkup(rows))


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://g40.nl", "https://g40.nl/"),
        ("g40.nl/dag", "http://g40.nl/dag"),
        ("tg://resolve?domain=netwerkdag_bot", "tg://resolve?domain=netwerkdag_bot"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/"),
        ("webcal://g40.nl/agenda.ics", "Unsupported URL protocol"),
        ("http://localhost:8080/", "Wrong HTTP URL"),
    ],
)
async def test_a_link_button_needs_a_link_that_telegram_opens(bot: Bot, person: Person, url: str, kept: str) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Knop", url=url)]])
    if "://" in kept:
        await bot.send_message(1, "Knop", reply_markup=keyboard)
        assert person.messages[0].buttons[0][0].url == kept
    else:
        with pytest.raises(BadRequest, match=kept.lower()):
            await bot.send_message(1, "Knop", reply_markup=keyboard)


@pytest.mark.parametrize(
    ("command", "description", "fault"),
    [
        ("a", "b", None),
        ("a" * 32, "b" * 256, None),
        ("a" * 33, "b", "Bot_command_invalid"),
        ("Zaal", "b", "Bot_command_invalid"),
        ("mijn-dag", "b", "Bot_command_invalid"),
        ("zaal", " ", "Bot_command_description_invalid"),
        ("zaal", "b" * 257, "Bot_command_description_invalid"),
    ],
)
async def test_commands_have_their_edges(bot: Bot, command: str, description: str, fault: str | None) -> None:
    commands = [BotCommand(command, description)]
    if fault:
        with pytest.raises(BadRequest, match=fault):
            await bot.set_my_commands(commands)
        assert await bot.get_my_commands() == ()
    else:
        await bot.set_my_commands(commands)
        assert await bot.get_my_commands() == tuple(commands)


async def test_there_are_at_most_100_commands(bot: Bot) -> None:
    commands = [BotCommand(f"zaal_{number}", "Een zaal") for number in range(101)]
    assert await bot.set_my_commands(commands[:100])
    with pytest.raises(BadRequest, match="Bot_commands_too_much"):
        await bot.set_my_commands(commands)


@pytest.mark.parametrize("text", ["", "   ", "x" * 4097, "🚒" * 2049])
async def test_a_person_cannot_send_what_the_apps_would_not(stage: Stage, person: Person, text: str) -> None:
    with pytest.raises(ValueError, match="1 to 4096"):
        await person.send(text)
    assert stage.updates.waiting == ()


@pytest.mark.parametrize(
    ("parameter", "passes"), [("volg_mkb", True), ("x" * 64, True), ("x" * 65, False), ("é", False)]
)
async def test_a_start_parameter_has_its_letters(person: Person, parameter: str, passes: bool) -> None:
    link = f"https://t.me/netwerkdag_bot?start={parameter}"
    if passes:
        assert (await person.follow_link(link)).text == f"/start {parameter}"
    else:
        with pytest.raises(ValueError, match="cannot be a start parameter"):
            await person.follow_link(link)
    with pytest.raises(ValueError, match="does not lead to the bot"):
        await person.follow_link("https://t.me/other_bot?start=x")


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("[]", "object expected as reply markup"),
        ('{"rows": []}', "can't parse reply keyboard markup JSON object"),
        ('{"inline_keyboard": {}}', 'field "inline_keyboard" must be of type Array of Arrays'),
        ('{"inline_keyboard": [["Knop"]]}', 'Field "text" must be of type String'),
        ('{"inline_keyboard": [[{"text": "Knop", "callback_data": 5}]]}', "BUTTON_DATA_INVALID"),
        ('{"inline_keyboard": [[{"text": "Knop", "copy_text": {"text": ""}}]]}', "BUTTON_COPY_TEXT_INVALID"),
    ],
)
def test_a_keyboard_of_another_shape_is_refused(markup: str, reason: str) -> None:
    with pytest.raises(Refused) as refusal:
        checked_markup(markup)
    assert refusal.value.description.endswith(reason)


@pytest.mark.parametrize("markup", ["", "{}", '{"remove_keyboard": true}', '{"inline_keyboard": [[]]}'])
def test_what_is_no_inline_keyboard_is_not_kept(markup: str) -> None:
    assert checked_markup(markup) is None


def test_other_buttons_are_kept_as_they_are() -> None:
    button = {"text": "Zoek", "switch_inline_query_current_chat": "zaal 3"}
    assert checked_markup(json.dumps({"inline_keyboard": [[button]]})) == {"inline_keyboard": [[button]]}


@pytest.mark.parametrize(
    "entities", ["5", '["bold"]', '[{"type": "big", "offset": 0, "length": 1}]', '[{"type": "bold"}]']
)
def test_entities_of_another_shape_are_refused(entities: str) -> None:
    with pytest.raises(Refused, match="can't parse"):
        read_message_text(Parameters({"text": "Zaal 3", "entities": entities}))
