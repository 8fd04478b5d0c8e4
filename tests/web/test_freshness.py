"""Whether a calendar has changed, asked in every way that programs ask it (RFC 9110 13)."""

from email.utils import format_datetime, parsedate_to_datetime

import httpx
import pytest
from web_sites import DAY, PUBLIC_URL, Sites

from bot.programme.model import Status
from storage import choice_rows, feeds

DAY_FEED = f"/{DAY}.ics"


async def test_who_has_it_gets_nothing_again(web: httpx.AsyncClient) -> None:
    first = await web.get(DAY_FEED)
    again = await web.get(DAY_FEED, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    kept = ("etag", "last-modified", "cache-control", "vary", "x-content-type-options")
    assert {name: again.headers[name] for name in kept} == {name: first.headers[name] for name in kept}
    assert first.headers["etag"].startswith('"')


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ("{etag}", 304),
        ("W/{etag}", 304),
        ('"x", {etag}', 304),
        ('W/"x",W/{etag}', 304),
        ("*", 304),
        ('"x"', 200),
        ("", 200),
        ("{bare}", 200),
    ],
)
async def test_etags_as_programs_send_them(web: httpx.AsyncClient, given: str, status: int) -> None:
    etag = (await web.get(DAY_FEED)).headers["etag"]
    asked = given.format(etag=etag, bare=etag.strip('"'))
    assert (await web.get(DAY_FEED, headers={"if-none-match": asked})).status_code == status


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ("Fri, 01 May 2026 12:00:00 GMT", 304),
        ("Fri, 01 May 2026 14:00:00 +0200", 304),
        ("Sat, 02 May 2026 12:00:00 GMT", 304),
        ("Fri, 01 May 2026 11:59:59 GMT", 200),
        ("Mon, 01 Jan 0001 00:00:00 -0000", 200),
        ("yesterday", 200),
        ("", 200),
    ],
)
async def test_dates_as_programs_send_them(web: httpx.AsyncClient, given: str, status: int) -> None:
    first = await web.get(DAY_FEED)
    assert first.headers["last-modified"] == "Fri, 01 May 2026 12:00:00 GMT"
    assert (await web.get(DAY_FEED, headers={"if-modified-since": given})).status_code == status


async def test_an_etag_goes_before_a_date(web: httpx.AsyncClient) -> None:
    await web.get(DAY_FEED)
    both = {"if-none-match": '"x"', "if-modified-since": "Sat, 02 May 2026 12:00:00 GMT"}
    assert (await web.get(DAY_FEED, headers=both)).status_code == 200


async def test_a_change_is_seen_by_etag_and_by_date(web: httpx.AsyncClient, sites: Sites) -> None:
    seen = []
    for status in (Status.CONFIRMED, Status.CANCELLED, Status.CONFIRMED):
        await sites.change("europa", status=status)
        answer = await web.get(DAY_FEED)
        dates = [date for _, date, _ in seen]
        for etag, date, _ in seen:
            by_tag = await web.get(DAY_FEED, headers={"if-none-match": etag})
            by_date = await web.get(DAY_FEED, headers={"if-modified-since": date})
            assert (by_tag.status_code, by_date.status_code) == (200, 200)
        assert answer.headers["last-modified"] not in dates
        seen.append((answer.headers["etag"], answer.headers["last-modified"], answer.content))
        # Within one second, as the clock of the test stands still: the dates still tell the versions apart.
    moments = [parsedate_to_datetime(date).timestamp() for _, date, _ in seen]
    assert moments == sorted(moments)
    assert len({etag for etag, _, _ in seen}) == 3


async def test_ones_own_calendar_changes_with_what_one_follows(web: httpx.AsyncClient, sites: Sites) -> None:
    chat = await sites.person("europa")
    path = f"/agenda/{(await sites.address(chat)).secret}.ics"
    first = await web.get(path)
    sites.real_clock.on(3600)
    asked = {"if-none-match": first.headers["etag"], "if-modified-since": first.headers["last-modified"]}
    by_date = {"if-modified-since": format_datetime(sites.real_clock(), usegmt=True)}
    assert [(await web.get(path, headers=h)).status_code for h in (asked, by_date)] == [304, 304]
    (group,) = await sites.database.read(choice_rows.followed, chat.id)
    await sites.database.write(choice_rows.unfollow, chat.id, group)
    changed = await web.get(path, headers=asked)
    assert (changed.status_code, b"VEVENT" in changed.content) == (200, False)
    assert changed.headers["last-modified"] == "Fri, 01 May 2026 13:00:00 GMT"


async def test_head_tells_what_get_would_give(web: httpx.AsyncClient, sites: Sites) -> None:
    secret = (await sites.address(await sites.person("europa"))).secret
    for path in (DAY_FEED, f"/{DAY}/europa.ics", f"/{DAY}/s/europa.ics", f"/agenda/{secret}.ics", f"/{DAY}/s/europa"):
        head, full = await web.head(path), await web.get(path)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-length"] == str(len(full.content))
        ours = {name: value for name, value in full.headers.items() if name != "date"}
        assert {name: value for name, value in head.headers.items() if name != "date"} == ours


async def test_languages_are_versions_of_their_own(web: httpx.AsyncClient) -> None:
    dutch, english = [await web.get(f"{DAY_FEED}?taal={language}") for language in ("nl", "en")]
    assert dutch.headers["etag"] != english.headers["etag"]
    again = await web.get(f"{DAY_FEED}?taal=en", headers={"if-none-match": dutch.headers["etag"]})
    assert again.status_code == 200


async def test_another_process_knows_the_same_version(web: httpx.AsyncClient, sites: Sites) -> None:
    etag = (await web.get(DAY_FEED)).headers["etag"]
    async with sites.served(PUBLIC_URL) as another:
        assert (await another.get(DAY_FEED, headers={"if-none-match": etag})).status_code == 304


async def test_whose_an_address_is_is_known_for_a_second(web: httpx.AsyncClient, sites: Sites) -> None:
    seconds = 0.0
    programmes = sites.services[-1].programmes
    programmes.every, programmes.real = 1.0, lambda: seconds
    chat = await sites.person("europa")
    old = await sites.address(chat)
    seen = [await web.get(f"/agenda/{old.secret}.ics")]
    await sites.database.write(feeds.renew, chat.id, old.id, sites.clock())
    for seconds in (0.9, 1.0):  # noqa: B007 - the clock above
        seen.append(await web.get(f"/agenda/{old.secret}.ics"))  # noqa: PERF401 - in order
    assert [answer.status_code for answer in seen] == [200, 200, 410]


async def test_a_renewed_address_is_not_unchanged(web: httpx.AsyncClient, sites: Sites) -> None:
    chat = await sites.person("europa")
    old = await sites.address(chat)
    etag = (await web.get(f"/agenda/{old.secret}.ics")).headers["etag"]
    await sites.database.write(feeds.renew, chat.id, old.id, sites.clock())
    answer = await web.get(f"/agenda/{old.secret}.ics", headers={"if-none-match": etag})
    assert answer.status_code == 410
