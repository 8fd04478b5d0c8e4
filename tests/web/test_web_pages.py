"""Pages: a session, somebody's own calendar, what is not there."""

import re
from datetime import UTC, datetime
from html import unescape

import httpx
import pytest
from web_sites import DAY, PUBLIC_URL, Sites

from bot.programme.model import LANGUAGES, State, Status, Text
from handlers.web.site import preferred


def told(answer: httpx.Response) -> str:
    """Give the text of a page, a line for each paragraph or so."""
    body = answer.text[answer.text.index("<main>") : answer.text.index("</main>")]
    text = unescape(re.sub(r"<[^>]+>", "\n", re.sub(r"<(script|style)>.*?</\1>", "", body, flags=re.DOTALL)))
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


async def test_a_session_with_all_that_the_programme_says(web: httpx.AsyncClient) -> None:
    answer = await web.get(f"/{DAY}/s/veiligheid")
    assert answer.status_code == 200
    lines = told(answer).splitlines()
    assert lines[:4] == [
        "Bestuurlijke netwerkdag G40",
        "Themagroep Veiligheid",
        "Vrijdag 10 februari 2023",
        "Wanneer: 11.40 tot 12.40 uur, zaal 5",
    ]
    assert "Mike Vrolijk" in told(answer)
    assert lines[-1] == "Volgens het programma, laatst gewijzigd woensdag 1 februari 2023."
    assert f'href="{PUBLIC_URL}/{DAY}/s/veiligheid.ics?taal=nl"' in answer.text
    english = await web.get(f"/{DAY}/s/veiligheid?taal=en")
    assert "When: 11.40 to 12.40, room 5" in told(english)
    assert ('<html lang="en">' in english.text, english.headers["content-language"]) == (True, "en")


async def test_what_a_session_was_before_it_changed(web: httpx.AsyncClient, sites: Sites) -> None:
    page = f"/{DAY}/s/zorg-jeugd-onderwijs"
    assert "Gewijzigd" not in told(await web.get(page))
    await sites.change("zorg-jeugd-onderwijs", room="gravenzaal")
    await sites.change("zorg-jeugd-onderwijs", summary=Text("Een andere tekst"))
    assert (
        "Gewijzigd. Dit was 13.55 tot 14.55 uur, zaal 5. Dit is nu 13.55 tot 14.55 uur, Gravenzaal."
        in told(await web.get(page)).splitlines()
    )
    await sites.change("zorg-jeugd-onderwijs", status=Status.CANCELLED)
    cancelled = await web.get(page)
    assert "Deze sessie gaat niet door. Zij stond om 13.55 tot 14.55 uur, Gravenzaal." in told(cancelled).splitlines()
    await sites.change("zorg-jeugd-onderwijs", status=Status.CONFIRMED)
    assert "Deze sessie gaat toch door: 13.55 tot 14.55 uur, Gravenzaal." in told(await web.get(page)).splitlines()
    moved = {"start": datetime(2023, 2, 11, 9, tzinfo=UTC), "end": None}
    await sites.change("zorg-jeugd-onderwijs", **moved)
    assert (
        "Changed. It was 13.55 to 14.55, Gravenzaal. It is now Saturday 11 February 2023, 10.00, Gravenzaal."
        in told(await web.get(f"{page}?taal=en")).splitlines()
    )


async def test_what_people_wrote_stays_text(web: httpx.AsyncClient, sites: Sites) -> None:
    bad = '<script>alert(1)</script> & "x"'
    await sites.change("europa", title=Text(bad, bad), summary=Text(bad), text=Text())
    await sites.change(title=Text(bad, bad))
    for path in (f"/{DAY}/s/europa", f"/{DAY}/s/nergens", "/", f"/{DAY}/s/<script>alert(1)</script>"):
        answer = await web.get(path)
        assert "<script>alert" not in answer.text
    assert bad in told(await web.get(f"/{DAY}/s/europa"))


async def test_the_page_of_ones_own_calendar(web: httpx.AsyncClient, sites: Sites) -> None:
    secret = (await sites.address(await sites.person("europa", "veiligheid", language="en"))).secret
    answer = await web.get(f"/agenda/{secret}")
    host = PUBLIC_URL.removeprefix("https://")
    outlook = f"url=https%3A%2F%2F{host}%2Fagenda%2F{secret}.ics&amp;name=My%20network%20day"
    assert re.findall(r'class="way" href="([^"]+)"', answer.text) == [
        f"webcal://{host}/agenda/{secret}.ics",
        f"https://calendar.google.com/calendar/render?cid=webcal%3A%2F%2F{host}%2Fagenda%2F{secret}.ics",
        f"https://outlook.office.com/calendar/0/addfromweb?{outlook}",
    ]
    assert f'value="{PUBLIC_URL}/agenda/{secret}.ics"' in answer.text
    assert "It now holds 2 sessions." in told(answer)
    assert "from a few minutes to a day" in told(answer)
    assert "This address works on this computer only." not in told(answer)
    assert (answer.headers["cache-control"], answer.headers["x-robots-tag"]) == ("private, no-store", "noindex")
    assert "Er staan nu 2 sessies in." in told(await web.get(f"/agenda/{secret}?taal=nl"))


async def test_an_empty_calendar_says_how_to_fill_it(web: httpx.AsyncClient, sites: Sites) -> None:
    secret = (await sites.address(await sites.person())).secret
    assert "Er staat nu nog niets in." in told(await web.get(f"/agenda/{secret}"))


async def test_without_a_public_address_the_one_that_was_asked_for_counts(sites: Sites) -> None:
    secret = (await sites.address(await sites.person("europa"))).secret
    async with sites.served(None) as web:
        answer = await web.get(f"/agenda/{secret}")
        base = str(web.base_url).rstrip("/")
        assert f'value="{base}/agenda/{secret}.ics"' in answer.text
        assert "Dit adres werkt alleen op deze computer." in told(answer)
        day = await web.get(f"/{DAY}.ics")
        assert not [line for line in day.text.splitlines() if line.startswith(("SOURCE", "URL"))]


async def test_the_way_in_lists_days_and_groups(web: httpx.AsyncClient, sites: Sites) -> None:
    await sites.change(event="lelystad-2017", state=State.DRAFT)
    answer = await web.get("/")
    assert re.findall(r"<h2>([^<]+)</h2>", answer.text) == [
        "Bestuurlijke netwerkdag G40",
        "Bestuurlijke netwerkdag G40 (digitaal)",
    ]
    hrefs = re.findall(rf'href="{PUBLIC_URL}(/[^"]+\.ics\?taal=nl)"', answer.text)
    assert f"/{DAY}.ics?taal=nl" in hrefs
    assert f"/{DAY}/woningmarkt.ics?taal=nl" in hrefs
    assert [(await web.get(href)).status_code for href in hrefs] == [200] * len(hrefs)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_link_on_a_page_leads_somewhere(web: httpx.AsyncClient, sites: Sites, language: str) -> None:
    secret = (await sites.address(await sites.person("europa"))).secret
    for path in ("/", f"/agenda/{secret}", f"/{DAY}/s/europa", f"/{DAY}/s/nergens", "/nergens"):
        page = await web.get(f"{path}?taal={language}")
        links = [unescape(href) for href in re.findall(r'href="([^"]+)"', page.text) if href != "data:,"]
        ours = [href.removeprefix(PUBLIC_URL) for href in links if href.startswith((PUBLIC_URL, "/"))]
        turned = [f"{path}{href}" for href in links if href.startswith("?")]
        answers = [await web.get(href) for href in ours + turned]
        assert len(answers) >= 2
        assert {a.status_code for a in answers} <= {200, page.status_code}


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [
        ("/nergens.ics", 404, "Dit adres kennen wij niet"),
        ("/nergens", 404, "Dit adres kennen wij niet"),
        ("/haarlem-2023/nergens.ics", 404, "Dit adres kennen wij niet"),
        ("/nergens/s/europa", 404, "Dit adres kennen wij niet"),
        ("/agenda", 404, "Dit adres kennen wij niet"),
        ("/agenda/", 404, "Dit adres kennen wij niet"),
        ("/agenda/kort.ics", 404, "Dit adres kennen wij niet"),
        ("/agenda.ics", 404, "Dit adres kennen wij niet"),
        ("/haarlem-2023/s/nergens", 404, "Deze sessie staat niet in het programma"),
        ("/haarlem-2023/s/nergens.ics", 404, "Deze sessie staat niet in het programma"),
    ],
)
async def test_what_is_not_there_has_a_page_with_a_way_on(
    web: httpx.AsyncClient, path: str, status: int, title: str
) -> None:
    answer = await web.get(path, follow_redirects=True)
    assert (answer.status_code, told(answer).splitlines()[0]) == (status, title)
    assert f'href="{PUBLIC_URL}/?taal=nl"' in answer.text


async def test_a_session_that_was_taken_out_is_gone(web: httpx.AsyncClient, sites: Sites) -> None:
    await sites.remove("europa")
    for end in ("", ".ics"):
        answer = await web.get(f"/{DAY}/s/europa{end}")
        assert answer.status_code == 410
        assert "Themagroep Europa stond in het programma van Bestuurlijke netwerkdag G40" in told(answer)


async def test_addresses_are_only_for_reading(web: httpx.AsyncClient) -> None:
    for method in ("POST", "PUT", "DELETE"):
        answer = await web.request(method, f"/{DAY}.ics")
        assert (answer.status_code, told(answer).splitlines()[0]) == (405, "Dat kan hier niet")
        assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


async def test_every_answer_is_guarded(web: httpx.AsyncClient, sites: Sites) -> None:
    secret = (await sites.address(await sites.person("europa"))).secret
    for path in ("/", f"/{DAY}.ics", f"/agenda/{secret}", f"/{DAY}/s/europa", "/nergens"):
        headers = (await web.get(path)).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
        assert "server" not in headers


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "nl"),
        ("nl", "nl"),
        ("nl-BE,fr;q=0.8", "nl"),
        ("en-US,en;q=0.9", "en"),
        ("en;q=0.5, nl;q=0.7", "nl"),
        ("de, nl;q=0.3", "nl"),
        ("de,fr", "en"),
        ("*", "nl"),
        ("nl;q=0, en", "en"),
        ("nl;q=0", "nl"),
        ("nl;q=x", "nl"),
        (",,;;q=1,", "nl"),
        ("EN-gb", "en"),
    ],
)
def test_the_language_that_a_browser_prefers(accepted: str, language: str) -> None:
    assert preferred(accepted) == language
