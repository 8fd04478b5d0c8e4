"""A photo or document of a message to many, exchanged in the messages that people have."""

import pytest
from broadcast_people import PNG, SIGNED, TEXT, Crowd

from handlers.stage.faults import FaultKind
from handlers.stage.messages import Message

ROLE = "Van: secretaris van Veiligheid"
OLD, NEW = b"%PDF-1.4 oud", b"%PDF-1.4 nieuw"


async def sent_with_file(crowd: Crowd, caption: str = "De route") -> Message:
    """Send a document to all, and give what its author is told."""
    await crowd.author.ask("/bericht")
    await crowd.author.send_document("route.pdf", OLD, caption=caption)
    await crowd.author.reply()
    await crowd.author.press(await crowd.author.reply(), "Stuur nu")
    return await crowd.told("Bezorgd: 4 van 4")


async def correcting(crowd: Crowd, report: Message) -> None:
    crowd.author.chat.skip_replies()
    await crowd.author.press(report, "Verbeter dit bericht")
    asked = await crowd.author.reply()
    assert "Stuurt u alleen een foto of document, dan blijft de tekst." in asked.text


async def confirmed(crowd: Crowd, becomes: str, label: str = "Verbeter in het bericht zelf") -> Message:
    """Give the message as the first follower has it, once it was corrected."""
    how = await crowd.author.reply()
    assert becomes in how.text.splitlines()
    await crowd.author.press(how, label)
    await crowd.told("Verbeterd in het bericht zelf: 4 van 4")
    return crowd.followers[0].messages[-1]


async def test_a_document_is_exchanged_and_the_words_stay_or_change(crowd: Crowd) -> None:
    report = await sent_with_file(crowd)
    old = crowd.followers[0].messages[-1]
    await correcting(crowd, report)
    await crowd.author.send_document("route.pdf", NEW)
    shown = await crowd.author.reply()
    assert shown.text == f"De route\n\n{ROLE} (verbeterd)"
    now = await confirmed(crowd, "De nieuwe foto of het nieuwe document komt in de plaats van wat mensen nu hebben.")
    assert now.document is not None
    assert (now.id, now.document.data, now.text) == (old.id, NEW, shown.text)
    # Then the words alone, and then a photo in the place of the document.
    await correcting(crowd, crowd.author.messages[-1])
    await crowd.author.send("De juiste route")
    await crowd.author.reply()
    now = await confirmed(crowd, "De foto of het document blijft zoals het was.")
    assert now.document is not None
    assert (now.id, now.document.data, now.text) == (old.id, NEW, f"De juiste route\n\n{ROLE} (verbeterd)")
    await correcting(crowd, crowd.author.messages[-1])
    await crowd.author.send_photo(PNG, caption="Op de kaart")
    await crowd.author.reply()
    now = await confirmed(crowd, "De nieuwe foto of het nieuwe document komt in de plaats van wat mensen nu hebben.")
    assert (now.id, now.photo is not None, now.text) == (old.id, True, f"Op de kaart\n\n{ROLE} (verbeterd)")


async def test_a_text_gets_a_photo_and_those_who_still_wait_get_it_so(crowd: Crowd) -> None:
    crowd.stage.fail(FaultKind.SERVER, "sendMessage", chat_id=5, times=4)
    await crowd.author.press(await crowd.preview(), "Stuur nu")
    report = await crowd.told("Onderweg: 1.")
    await correcting(crowd, report)
    await crowd.author.send_photo(PNG)
    assert (await crowd.author.reply()).text == f"{SIGNED} (verbeterd)"
    how = await crowd.author.reply()
    assert "Het bericht krijgt er een foto of document bij." in how.text
    await crowd.author.press(how, "Verbeter in het bericht zelf")
    for person in crowd.followers:
        await person.chat.until(lambda chat: chat.messages[-1].photo is not None, 60)
    assert crowd.arrived(TEXT) == [1, 1, 1, 1]
    assert crowd.followers[0].messages[-1].text == f"{SIGNED} (verbeterd)"


async def test_a_text_that_is_too_long_for_a_caption_is_told_so(crowd: Crowd) -> None:
    report = await crowd.sent("x" * 1500)
    await correcting(crowd, report)
    await crowd.author.send_photo(PNG)
    refused = await crowd.author.reply()
    assert refused.text.startswith("De tekst bij uw foto of document is ")
    await crowd.author.send_photo(PNG, caption="Kort")
    assert (await crowd.author.reply()).text == f"Kort\n\n{ROLE} (verbeterd)"


@pytest.mark.parametrize("label", ["Verbeter, en stuur ook als nieuw bericht"])
async def test_the_new_file_comes_as_a_new_message_too_when_asked(crowd: Crowd, label: str) -> None:
    report = await sent_with_file(crowd)
    await correcting(crowd, report)
    await crowd.author.send_document("route.pdf", NEW)
    await crowd.author.reply()
    await confirmed(crowd, "De nieuwe foto of het nieuwe document komt in de plaats van wat mensen nu hebben.", label)
    await crowd.told("Bezorgd: 4 van 4.\nVerbeterd in het bericht zelf: 4 van 4.")
    assert [m.document.data for m in crowd.followers[0].messages if m.document] == [NEW, NEW]
