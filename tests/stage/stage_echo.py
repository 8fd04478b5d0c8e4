"""A small bot for looking at the stage: it answers with buttons, edits, and sends a file."""

from telegram import Bot, BotCommand, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=label)] for label in labels])


async def answer(message: Message) -> None:
    if message.text == "html":
        await message.reply_text("<img src=x onerror=alert(1)> <b>niet vet</b>")
    elif message.text == "🚒 vet":
        await message.reply_html(
            '🚒 <b>vet <i>en schuin</i></b> <a href="https://g40.nl/x?a=1&amp;b=2">dag</a> '
            '<a href="https://t.me/netwerkdag_bot?start=volg_mkb">volg</a>',
        )
    else:
        await message.reply_html(
            f"U zei <b>{len(message.text or '')}</b> tekens", reply_markup=keyboard("Volg", "Agenda", "Let op")
        )


async def pressed(query: CallbackQuery) -> None:
    assert isinstance(query.message, Message)
    if query.data == "Agenda":
        await query.answer()
        await query.message.reply_document(CALENDAR, filename="dag.ics", caption="Uw agenda")
    elif query.data == "Let op":
        await query.answer("De zaal is vol", show_alert=True)
    else:
        await query.answer("U volgt dit")
        await query.edit_message_text("U volgt dit nu", reply_markup=keyboard("Volg niet meer"))


async def run(bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("nu", "Wat er nu is"), BotCommand("help", "Wat ik kan")])
    await bot.set_my_description("Een bot om te proberen.")
    offset = 0
    while True:
        for update in await bot.get_updates(offset=offset, timeout=20):
            offset = update.update_id + 1
            if update.message:
                await answer(update.message)
            elif update.callback_query:
                await pressed(update.callback_query)
