from telegram import Bot

from handlers.stage.stage import Stage


async def test_a_bot_answers_a_person(stage: Stage, bot: Bot) -> None:
    person = stage.person(1, "Gast")
    await person.send("/start")
    (update,) = await bot.get_updates(timeout=1)
    assert update.message is not None
    sent = await update.message.reply_html("Dag <b>Gast</b>")
    reply = await person.reply(1)
    assert reply.id == sent.message_id
    assert reply.text == "Dag Gast"
