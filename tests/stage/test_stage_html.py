import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot
from telegram.error import BadRequest
from telegram.helpers import escape

from handlers.stage.entities import Formatted, entity_text, trimmed, units
from handlers.stage.people import Person
from handlers.stage.refusals import Refused
from handlers.stage.telegram_html import parse_html


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("Zaal 3 &amp; 4 > 2 & meer", "Zaal 3 & 4 > 2 & meer", ()),
        ("&lt;b&gt; &quot;x&quot; &#233; &#x1F692; &nbsp; &#0;", '<b> "x" é 🚒 &nbsp; &#0;', ()),
        ("<b>a</b><strong>b</strong>", "ab", (("bold", 0, 1), ("bold", 1, 1))),
        ("<B>a</B>", "a", (("bold", 0, 1),)),
        ("🚒<i>é</i>", "🚒é", (("italic", 2, 1),)),
        ("<u><s>x</s>y</u>", "xy", (("underline", 0, 2), ("strikethrough", 0, 1))),
        ('<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>', "xy", (("spoiler", 0, 1), ("spoiler", 1, 1))),
        ("<b></b>x", "x", ()),
        ("<b>x</>", "x", (("bold", 0, 1),)),
        ("<code>a<b>c</b></code>", "ac", (("code", 0, 2),)),
        ("<blockquote expandable>x</blockquote>", "x", (("expandable_blockquote", 0, 1),)),
        ("<a href='webcal://g40.nl'>x</a>", "x", ()),
        ("<a href='http://localhost:80'>x</a>", "x", ()),
    ],
)
def test_marks_become_entities(source: str, text: str, entities: tuple[tuple[str, int, int], ...]) -> None:
    parsed = parse_html(source)
    assert parsed.text == text
    assert tuple((e["type"], e["offset"], e["length"]) for e in parsed.entities) == entities


def test_links_and_languages_are_kept() -> None:
    assert parse_html('<a href="https://g40.nl/?a=1&amp;b=2">dag</a>').entities == (
        {"type": "text_link", "offset": 0, "length": 3, "url": "https://g40.nl/?a=1&b=2"},
    )
    assert parse_html("<a>g40.nl</a>").entities == (
        {"type": "text_link", "offset": 0, "length": 6, "url": "http://g40.nl/"},
    )
    assert parse_html('<a href="tg://user?id=5">x</a>').entities == (
        {
            "type": "text_mention",
            "offset": 0,
            "length": 1,
            "user": {"id": 5, "is_bot": False, "first_name": ""},
        },
    )
    assert parse_html('<pre><code class="language-ics">x</code></pre>').entities == (
        {"type": "pre", "offset": 0, "length": 1, "language": "ics"},
    )
    assert parse_html('<tg-emoji emoji-id="77">🚒</tg-emoji>').entities == (
        {"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "77"},
    )


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("é<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("3 < 4 en 5 > 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href", "Unclosed start tag at byte offset 0"),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x!>y</a>", "Unexpected end of name token at byte offset 9"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_wrong_marks_are_refused_in_telegrams_words(bot: Bot, person: Person, source: str, reason: str) -> None:
    with pytest.raises(BadRequest) as refusal:
        await bot.send_message(1, source, parse_mode="HTML")
    # The library writes error texts with one capital.
    assert refusal.value.message == f"can't parse entities: {reason}".capitalize()
    assert person.messages == ()


async def test_other_parse_modes_are_refused(bot: Bot, person: Person) -> None:
    with pytest.raises(BadRequest, match="Unsupported parse_mode"):
        await bot.send_message(1, "*x*", parse_mode="MarkdownV2")
    assert person.messages == ()


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_escaped_text_comes_out_as_it_was(text: str) -> None:
    assert parse_html(escape(text)) == Formatted(text)


@given(
    st.text(st.characters(exclude_categories=("Cs",))), st.text(st.characters(exclude_categories=("Cs",)), min_size=1)
)
def test_an_entity_covers_what_stood_between_its_tags(before: str, inside: str) -> None:
    parsed = parse_html(f"{escape(before)}<b>{escape(inside)}</b>")
    (entity,) = parsed.entities
    assert entity == {"type": "bold", "offset": units(before), "length": units(inside)}
    assert entity_text(parsed.text, entity) == inside


@given(st.text("<>/abius &;=\"' é🚒"))
def test_whatever_is_sent_is_read_or_refused(source: str) -> None:
    try:
        parsed = parse_html(source)
    except Refused as refusal:
        description = refusal.description
    else:
        description = ""
        assert all(0 <= e["offset"] < e["offset"] + e["length"] <= units(parsed.text) for e in parsed.entities)
    assert description.startswith("Bad Request: can't parse entities: ") or not description


def test_white_space_goes_and_entities_move_along() -> None:
    parsed = parse_html("\n 🚒 <b> Zaal 3 </b>\n")
    assert trimmed(parsed) == Formatted("🚒  Zaal 3", ({"type": "bold", "offset": 3, "length": 7},))
