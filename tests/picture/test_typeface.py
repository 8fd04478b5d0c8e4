import pytest
from PIL import ImageFont

from bot.picture.typeface import Faces, read_typeface
from config.bundled import font_files


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    "text", ["Interbestuurlijke samenwerking", "Financiën €12,50 – «één»", "AVATAR To We", "Ελλάδα Київ"]
)
def test_text_is_never_wider_than_measured_and_hardly_narrower(faces: Faces, text: str, bold: bool) -> None:
    drawn = ImageFont.truetype(str(font_files()[bold]), 1000).getlength(text)
    measured = (faces.bold if bold else faces.regular).width(text, 1000)
    assert 0.93 * measured <= drawn <= measured + 1


def test_a_font_without_a_table_of_characters_is_refused() -> None:
    data = bytearray(font_files()[0].read_bytes())
    at = data.index(b"cmap")
    table = int.from_bytes(data[at + 8 : at + 12], "big")
    data[table + 2 : table + 4] = (0).to_bytes(2, "big")
    with pytest.raises(ValueError, match="Unicode"):
        read_typeface(bytes(data))
