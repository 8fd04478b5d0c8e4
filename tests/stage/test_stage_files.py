import struct
import zlib

import pytest
from telegram import Bot, InputFile, InputMediaDocument, InputMediaPhoto, InputMediaVideo
from telegram.error import BadRequest, NetworkError

from handlers.stage.bodies import UPLOAD_LIMIT, Parameters
from handlers.stage.people import Person
from handlers.stage.refusals import Refused
from handlers.stage.sending import edit_message_media
from handlers.stage.stage import Stage

CALENDAR = "BEGIN:VCALENDAR\r\nX-NAME:Financiën\r\nEND:VCALENDAR\r\n".encode()


def png(width: int, height: int) -> bytes:
    """Make the smallest picture of this size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (height * (1 + (width + 7) // 8)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


async def test_a_document_arrives_as_it_was_sent(bot: Bot, person: Person) -> None:
    sent = await bot.send_document(
        1,
        CALENDAR,
        filename='Financiën "dag".ics',
        caption="Uw <b>agenda</b>",
        parse_mode="HTML",
    )
    seen = await person.reply(1)
    assert seen.document is not None
    assert (seen.text, seen.document.name, seen.document.mime) == ("Uw agenda", "Financiën _dag_.ics", "text/calendar")
    assert seen.document.data == CALENDAR
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("Financiën _dag_.ics", len(CALENDAR))
    assert sent.caption == "Uw agenda"
    assert [entity.type for entity in sent.caption_entities] == ["bold"]


async def test_a_document_is_sent_again_by_its_id(bot: Bot, person: Person) -> None:
    first = await bot.send_document(1, CALENDAR, filename="dag.ics")
    assert first.document is not None
    again = await bot.send_document(1, first.document.file_id, caption="Nog eens")
    assert again.document == first.document
    assert [message.document.data for message in person.messages if message.document] == [CALENDAR, CALENDAR]
    assert person.messages[1].text == "Nog eens"


async def test_a_document_can_be_fetched_back(bot: Bot, person: Person) -> None:
    await person.send_document("programma.yaml", b"format: 1\n", caption="Nieuw programma")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.document is not None
    assert (update.message.caption, update.message.document.file_name) == ("Nieuw programma", "programma.yaml")
    file = await update.message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"format: 1\n"


async def test_bytes_of_every_kind_survive(bot: Bot, person: Person) -> None:
    data = bytes(range(256)) * 4 + b"\r\n--\r\n\r\n--boundary"
    await bot.send_document(1, InputFile(data, filename="alles.bin"))
    assert person.messages[0].document is not None
    assert person.messages[0].document.data == data


async def test_a_photo_has_a_size_and_is_sent_again_by_its_id(bot: Bot, person: Person) -> None:
    sent = await bot.send_photo(1, png(40, 30), caption="Plattegrond")
    again = await bot.send_photo(1, sent.photo[-1].file_id)
    assert (again.photo[-1].width, again.photo[-1].height) == (40, 30)
    assert [(message.photo.width, message.text) for message in person.messages if message.photo] == [
        (40, "Plattegrond"),
        (40, ""),
    ]


def jpeg(width: int, height: int) -> bytes:
    """Make the head of a picture, up to the segment with its size."""
    application = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    frame = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", height, width) + bytes(10)
    return b"\xff\xd8" + application + frame


async def test_a_jpeg_is_a_photo_when_its_size_can_be_read(bot: Bot, person: Person) -> None:
    sent = await bot.send_photo(person.id, jpeg(40, 30))
    assert (sent.photo[-1].width, sent.photo[-1].height) == (40, 30)
    for broken in (jpeg(40, 30)[:24], b"\xff\xd8\xff\xd9", jpeg(0, 0), png(4, 3)[:20]):
        with pytest.raises(BadRequest, match="Image_process_failed"):
            await bot.send_photo(person.id, broken)
    with pytest.raises(BadRequest, match="is too big for a photo"):
        await bot.send_photo(person.id, jpeg(40, 30) + bytes(10 * 1024 * 1024))
    assert len(person.messages) == 1


async def test_a_file_that_does_not_fit_is_refused(bot: Bot, person: Person) -> None:
    photo = (await bot.send_photo(1, png(4, 3))).photo[-1].file_id
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(1, b"no picture")
    with pytest.raises(BadRequest, match="Photo_invalid_dimensions"):
        await bot.send_photo(1, png(2100, 100))
    with pytest.raises(BadRequest, match="File must be non-empty"):
        await bot.send_document(1, b"", filename="leeg.ics")
    with pytest.raises(BadRequest, match="Wrong file identifier/http url specified"):
        await bot.send_document(1, "BQACunknown")
    with pytest.raises(BadRequest, match="Can't use file of type photo as document"):
        await bot.send_document(1, photo)
    with pytest.raises(BadRequest, match="Failed to get http url content"):
        await bot.send_document(1, "https://g40.nl/dag.ics")
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await bot.get_file("BQACunknown")
    assert len(person.messages) == 1


async def test_a_text_has_no_caption_to_edit(bot: Bot, person: Person) -> None:
    sent = await bot.send_message(person.id, "Dag")
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await sent.edit_caption("Nieuw")


async def test_a_document_has_no_text_to_edit_but_a_caption(bot: Bot, person: Person) -> None:
    sent = await bot.send_document(1, CALENDAR, filename="dag.ics", caption="Oud")
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("Nieuw", chat_id=1, message_id=sent.message_id)
    await sent.edit_caption("Nieuw")
    assert person.messages[0].text == "Nieuw"


async def test_the_file_of_a_message_is_exchanged_and_a_text_gets_one(bot: Bot, person: Person) -> None:
    photo = (await bot.send_photo(1, png(1, 1), caption="Oud")).photo[-1].file_id
    other = (await bot.send_document(1, CALENDAR, filename="dag.ics")).document
    text = await bot.send_message(1, "<b>Dag</b>", parse_mode="HTML")
    assert other is not None
    first, _, third = person.messages
    await bot.edit_message_media(
        InputMediaDocument(other.file_id, caption="<i>Nieuw</i>", parse_mode="HTML"), 1, first.id
    )
    await bot.edit_message_media(InputMediaPhoto(photo, caption="Route"), 1, text.message_id)
    changed, _, added = person.messages
    assert (changed.document, changed.text, changed.edits) == (person.messages[1].document, "Nieuw", 1)
    assert changed.content.entities[0]["type"] == "italic"
    assert (added.id, added.photo, added.text) == (third.id, first.photo, "Route")
    # An upload comes along with the call; a caption that is not given goes.
    await bot.edit_message_media(InputMediaDocument(b"%PDF-1.4", filename="route.pdf"), 1, text.message_id)
    latest = person.messages[2]
    assert latest.document is not None
    assert (latest.document.name, latest.text) == ("route.pdf", "")
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("Weer tekst", chat_id=1, message_id=text.message_id)


async def test_what_an_exchanged_file_may_not_be(stage: Stage, bot: Bot, person: Person) -> None:
    sent = await bot.send_photo(1, png(1, 1), caption="Oud")
    photo = sent.photo[-1].file_id
    for media, said in (
        (InputMediaPhoto(photo, caption="Oud"), "Message is not modified"),
        (InputMediaPhoto(photo, caption="x" * 1025), "Message caption is too long"),
        (InputMediaPhoto("AgACnietvanons"), "Wrong file identifier"),
        (InputMediaDocument(photo), "Can't use file of type photo as document"),
        (InputMediaVideo(photo), "Unsupported"),
    ):
        with pytest.raises(BadRequest, match=said):
            await bot.edit_message_media(media, 1, sent.message_id)
    for wrong in ("", "[]", "{"):
        with pytest.raises(Refused, match="can't parse"):
            edit_message_media(stage, Parameters({"chat_id": "1", "message_id": "1", "media": wrong}))
    assert person.messages[0].edits == 0


async def test_an_upload_has_at_most_50_megabytes(stage: Stage, bot: Bot, person: Person) -> None:
    exactly = bytes(UPLOAD_LIMIT)
    await bot.send_document(1, exactly, filename="groot.bin")
    with pytest.raises(NetworkError, match="Request Entity Too Large"):
        await bot.send_document(1, exactly + b"x", filename="te groot.bin")
    (seen,) = person.messages
    assert seen.document is not None
    assert seen.document.size == UPLOAD_LIMIT
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(seen.document.id)
    assert [call.status for call in stage.called("sendDocument")] == [200, 413]
