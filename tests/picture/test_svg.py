import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pictured_days import DAYS, START, bundled, changed, day, drawn, sentences, session
from PIL import Image

from bot.picture.blocks import WIDTH
from bot.picture.heights import MOST_PICTURES
from bot.picture.marks import Marks
from bot.picture.svg import Drawing
from bot.picture.typeface import Faces
from bot.programme.model import LANGUAGES, Language, Programme, Status, Text
from bot.wording.names import session_short
from handlers.studio import Studio, fonts

SVG = "{http://www.w3.org/2000/svg}"
FACES = fonts()


def texts(drawing: Drawing) -> list[str]:
    """Give the lines of text of a picture; that it can be read shows that it is well-formed."""
    return [element.text or "" for element in ET.fromstring(drawing.svg).iter(f"{SVG}text")]


def said(drawing: Drawing) -> str:
    """Give all text of a picture without spaces and the hyphens of broken words."""
    return "".join(texts(drawing)).replace(" ", "").replace("-", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", DAYS)
def test_every_session_of_a_bundled_day_is_named_in_full(key: str, language: Language, faces: Faces) -> None:
    programme = bundled(key)
    whole = "".join(said(drawing) for drawing in drawn(programme, faces, language=language)).casefold()
    names = [session_short(s, sentences()[language]) for s in programme.sessions]
    missing = [n for n in names if n.replace(" ", "").replace("-", "").casefold() not in whole]
    assert missing == []


@pytest.mark.parametrize("key", DAYS)
def test_a_dutch_day_is_one_picture(key: str, faces: Faces) -> None:
    assert [(d.width, d.height < 1.4 * WIDTH) for d in drawn(bundled(key), faces)] == [(WIDTH, True)]


def test_no_text_leaves_its_block_and_no_block_the_picture(faces: Faces) -> None:
    long = Text("Hottentottententententoonstellingsmakersgereedschap en nog veel meer woorden " * 5)
    crowd = [session(f"s{n}", title=long, room=f"r{n % 5 + 1}", start=n // 5 * 60) for n in range(10)]
    pictures = drawn(day(*crowd, places=5), faces, Marks(own=frozenset({"s1"}), changed=frozenset({"s2"})))
    for drawing in pictures:
        root = ET.fromstring(drawing.svg)
        boxes = [
            [float(e.get(name, 0)) for name in ("x", "y", "width", "height")]
            for e in root.iter(f"{SVG}rect")
            if e.get("stroke")
        ]
        assert all(x >= 0 and y >= 0 and x + w <= WIDTH and y + h <= drawing.height for x, y, w, h in boxes)
        for element in root.iter(f"{SVG}text"):
            x, y, size = (float(element.get(name, 0)) for name in ("x", "y", "font-size"))
            face = faces.bold if element.get("font-weight") else faces.regular
            right = x + face.width(element.text or "", size)
            assert right <= WIDTH
            around = [(bx, by, w, h) for bx, by, w, h in boxes if bx <= x <= bx + w and by <= y <= by + h]
            assert all(right <= bx + w and y + size * 0.25 <= by + h for bx, by, w, h in around)
    assert any(text.endswith("…") for drawing in pictures for text in texts(drawing))


def test_marks_are_said_in_words_and_not_by_colour_alone(faces: Faces) -> None:
    programme = changed(bundled("haarlem-2023"), "europa", status=Status.CANCELLED)
    programme = changed(programme, "financien", status=Status.PROVISIONAL)
    at = programme.session_by_key["woningmarkt"].start + timedelta(minutes=12)
    marks = Marks(own=frozenset({"woningmarkt"}), changed=frozenset({"mkb"}), new=frozenset({"veiligheid"}), now=at)
    (drawing,) = drawn(programme, faces, marks)
    plain = [text for d in drawn(bundled("haarlem-2023"), faces) for text in texts(d)]
    added = list(texts(drawing))
    for text in plain:
        added.remove(text)
    assert sorted(added) == sorted(
        [
            "uw keuze",
            "gewijzigd",
            "nieuw",
            "gaat niet door",
            "onder",
            "voorbehoud",
            "nu 11.52",
            "Uw keuze heeft een dikke rand en een vinkje.",
        ]
    )
    assert drawing.svg.count("<circle") == 1
    assert drawing.svg.count('stroke-width="7"') == 1
    assert drawing.svg.count("stroke-dasharray") == 1


def test_what_is_online_on_a_day_in_rooms_says_so(faces: Faces) -> None:
    programme = changed(bundled("haarlem-2023"), "europa", online=True, room="")
    (drawing,) = drawn(programme, faces)
    assert texts(drawing).count("online") == 1


def test_times_stand_where_the_rows_do_not_tell_them(faces: Faces) -> None:
    (drawing,) = drawn(bundled("haarlem-2023"), faces)
    assert [t for t in texts(drawing) if re.match("(tot|vanaf) ", t)] == ["tot 15.45", "vanaf 16.00"]
    (without_rooms,) = drawn(bundled("lelystad-2017"), faces)
    assert "14.00 tot 15.30" in texts(without_rooms)


def test_what_xml_cannot_hold_is_left_out_and_the_rest_escaped(faces: Faces) -> None:
    (drawing,) = drawn(day(session("a", title=Text('R&D <b>"x"\x00\x1b\ufffe 🎉'))), faces)
    assert 'R&D <b>"x" 🎉' in texts(drawing)


def test_a_long_day_comes_in_parts_that_say_so(faces: Faces) -> None:
    programme = day(*(session(f"Sessie {n}", 25 * n, 25, room="r1") for n in range(35)), places=1)
    pictures = drawn(programme, faces)
    assert [texts(d)[1] for d in pictures] == [f"Woensdag 1 mei 2030, deel {n} van 2" for n in (1, 2)]
    assert [t for d in pictures for t in texts(d) if t.startswith("Sessie")] == [f"Sessie {n}" for n in range(35)]


def test_many_rooms_come_side_by_side_in_more_pictures_and_too_many_in_none(faces: Faces) -> None:
    def of(count: int) -> Programme:
        return day(
            session("Samen", 60), *(session(f"Plek {n}", room=f"r{n}") for n in range(1, count + 1)), places=count
        )

    pictures = drawn(of(11), faces)
    assert [len(d.table.columns) for d in pictures] == [5, 6]
    assert [texts(d)[1] for d in pictures] == [f"Woensdag 1 mei 2030, deel {n} van 2" for n in (1, 2)]
    assert all("Samen" in texts(d) for d in pictures)
    assert drawn(of(25), faces) == ()


def test_too_many_in_one_room_at_once_is_no_picture(faces: Faces) -> None:
    assert drawn(day(*(session(f"s{n}", room="r1") for n in range(12)), places=1), faces) == ()


def test_two_at_once_in_one_room_of_many_still_make_a_picture(faces: Faces) -> None:
    haarlem = bundled("haarlem-2023")
    start = haarlem.session_by_key["veiligheid"].start + timedelta(minutes=20)
    moved = changed(haarlem, "europa", start=start, end=start + timedelta(minutes=60))
    found = drawn(moved, faces)
    assert [len(picture.table.columns) for picture in found] == [3, 3]
    assert "Europa" in found[0].svg


def test_fifteen_hundred_sessions_are_no_picture(faces: Faces) -> None:
    assert drawn(day(*(session(f"s{n}", n % 200 * 5) for n in range(1500))), faces) == ()


names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.none() | st.integers(1, 12), st.sampled_from([None, "r1", "r2"]), names),
        min_size=1,
        max_size=14,
    ),
    st.integers(-10, 500),
)
def test_whatever_the_day_its_picture_is_one_that_telegram_takes(
    found: list[tuple[int, int | None, str | None, str]], minutes: int
) -> None:
    sessions = [
        session(f"s{i}", 15 * at, None if lasts is None else 15 * lasts, room=room, title=Text(name))
        for i, (at, lasts, room, name) in enumerate(found)
    ]
    marks = Marks(own=frozenset({"s0"}), now=START + timedelta(minutes=minutes))
    pictures = drawn(day(*sessions, places=2), FACES, marks)
    assert len(pictures) <= MOST_PICTURES
    for drawing in pictures:
        assert texts(drawing)
        assert drawing.width + drawing.height < 10_000
        assert max(drawing.width, drawing.height) < 20 * min(drawing.width, drawing.height)


async def test_the_pixels_are_opaque_and_of_the_size_that_was_drawn(faces: Faces) -> None:
    (drawing,) = drawn(bundled("haarlem-2023"), faces)
    png = await Studio().png(drawing)
    with Image.open(io.BytesIO(png)) as image:
        assert (image.format, image.size) == ("PNG", (drawing.width, drawing.height))
        assert image.convert("RGBA").getextrema()[3] == (255, 255)
        # The letters are there: it is not only boxes on paper.
        assert image.convert("L").crop((0, 0, 800, 60)).getextrema()[0] < 60
    assert len(png) < 1_000_000


async def test_nothing_but_the_bundled_font_is_used(faces: Faces) -> None:
    (drawing,) = drawn(bundled("haarlem-2023"), faces)
    other = replace(drawing, svg=drawing.svg.replace("Roboto Condensed", "DejaVu Sans"))
    png = await Studio().png(other)
    with Image.open(io.BytesIO(png)) as image:
        assert image.convert("L").crop((0, 0, 800, 60)).getextrema() == (255, 255)
