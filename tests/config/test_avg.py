"""The organiser's document on personal data says what the program does."""

from pathlib import Path

from bot.wording import privacy
from config.settings import Settings
from handlers.services import read_sentences
from storage import personal

DOCUMENT = Path(__file__).parents[2] / "docs" / "avg.md"


def table() -> str:
    """Make the table of terms from the list by which rows are deleted."""
    words = read_sentences()["nl"]
    lines = ["| wat | tabel | kolommen | hoe lang |", "| --- | --- | --- | --- |"]
    for kept in personal.retention():
        columns = ", ".join(f"`{column}`" for column in kept.columns)
        how_long = privacy.how_long(kept, words)
        lines.append(f"| {privacy.what(kept, words)} | `{kept.table}` | {columns} | {how_long} |")
    return "\n".join(lines)


def test_the_table_of_terms_is_the_list_by_which_rows_are_deleted() -> None:
    text = DOCUMENT.read_text("utf-8")
    written = text.split("<!-- bewaartermijnen -->\n")[1].split("\n<!-- /bewaartermijnen -->")[0]
    assert written == table()


def test_the_term_in_words_is_that_of_the_settings() -> None:
    assert Settings.model_fields["privacy_days"].default == personal.AFTER_EVENT == 30
    text = DOCUMENT.read_text("utf-8")
    assert "Zonder keuze is dat 30." in text
    for name in ("PRIVACY_CONTROLLER", "PRIVACY_CONTACT", "PRIVACY_DAYS"):
        assert f"`{name}`" in text
