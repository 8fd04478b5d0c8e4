import pytest
from calendar_days import day, session

from bot.ical.publisher import Publisher


@pytest.mark.parametrize(
    ("publisher", "leads_to"),
    [
        (
            Publisher(public_url="https://dag.example", bot="g40_bot"),
            "https://dag.example/haarlem-2023/s/woningmarkt",
        ),
        (Publisher(bot="g40_bot"), "https://t.me/g40_bot?start=s_7"),
        (Publisher(), None),
    ],
)
def test_an_entry_leads_to_the_page_else_to_the_chat(publisher: Publisher, leads_to: str | None) -> None:
    kept = session(id=7)

    assert publisher.links(day(kept))(kept) == leads_to
