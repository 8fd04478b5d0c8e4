"""Pages to read: what there is, a session, and somebody's own calendar with how to subscribe to it."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from bot import addresses
from bot.ical.description import event_name
from bot.ical.own import in_calendar, own_parts
from bot.people.model import Choices
from bot.programme.model import Programme, Session, State, Status
from bot.wording.about import about
from bot.wording.catalogue import Words
from bot.wording.following import group_name, on_offer, when
from bot.wording.names import capital, day_name, session_name
from handlers.web import refusals
from handlers.web.render import render
from handlers.web.site import base_of, public_programme, site_of, words_for
from storage import programme as programmes
from storage.programme import Recorded


async def home(request: Request) -> Response:
    """List the days, the latest first, with their calendars."""
    held = site_of(request).services.programmes
    words = words_for(request)
    events = sorted(await held.events(), key=lambda e: (e.first_day, e.key), reverse=True)
    days = [await held.of(event.key) for event in events if event.state is not State.DRAFT]
    listed = [
        (
            day.event,
            [(group.slug, capital(group_name(group, words))) for group in on_offer(day)],
            _ways(
                f"{addresses.day_feed(base_of(request), day.event.key)}?taal={words.language}",
                event_name(day, words.language),
            ),
        )
        for day in days
    ]
    return render(request, "home.html", words, days=listed)


async def session(request: Request) -> Response:
    """Tell all about a session, and what it was before where that changed."""
    programme = await public_programme(request)
    if programme is None:
        return refusals.unknown(request)
    found = programme.session_by_key.get(request.path_params["key"])
    if found is None:
        return await refusals.no_session(request, programme)
    words = words_for(request)
    history = await site_of(request).services.database.read(programmes.changes_of, programme.event.id, found.key)
    return render(
        request,
        "session.html",
        words,
        title=capital(session_name(found, programme, words)),
        lines=about(found, programme, Choices(), words).lines[1:],
        changed=_changed(history, programme, words),
        cancelled=not found.goes_ahead,
        event=programme.event,
        day=programme.local(found.start).date(),
        modified=programme.local(found.modified).date() if found.modified else None,
        file=addresses.session_feed("", programme.event.key, found.key),
    )


async def own(request: Request) -> Response:
    """Show how to subscribe to somebody's own calendar."""
    site = site_of(request)
    secret = request.path_params["secret"]
    opened = await site.owners.of(secret)
    if opened is None:
        return await refusals.no_calendar(request, secret)
    words = words_for(request, opened.chat.language)
    held, now = site.services.programmes, site.services.clock()
    current = [await held.of(event.key) for event in await held.events() if in_calendar(event, now)]
    address = addresses.own_feed(base_of(request), secret)
    return render(
        request,
        "own.html",
        words,
        headers={"cache-control": "private, no-store", "x-robots-tag": "noindex"},
        count=len(own_parts(current, opened.choices, now)),
        feed=_ways(address, words("web-own-calendar")),
        local=_is_local(address),
    )


def _ways(address: str, name: str) -> dict[str, str]:
    """Give the ways to subscribe to a calendar."""
    return {
        "address": address,
        "apple": addresses.for_apple(address),
        "google": addresses.for_google(address),
        "outlook": addresses.for_outlook(address, name),
    }


def _changed(history: tuple[Recorded, ...], programme: Programme, words: Words) -> str:
    """Say what the last change of time, place or going ahead was; nothing where there was none."""
    for change in reversed(history):
        before, after = change.before, change.after
        if before is None or after is None:
            return ""
        was, now = _when(before, programme, words), _when(after, programme, words)
        if after.status is Status.CANCELLED and before.status is not Status.CANCELLED:
            return words("web-session-cancelled", was=was)
        if was != now and after.goes_ahead:
            return words("web-session-changed", was=was, now=now)
        if before.status is Status.CANCELLED and after.goes_ahead:
            return words("web-session-again", now=now)
    return ""


def _when(session: Session, programme: Programme, words: Words) -> str:
    """Give time and place, with the day where there are several."""
    told = when(session, programme, words)
    day = programme.local(session.start).date()
    if programme.event.first_day == programme.event.last_day == day:
        return told
    return words("web-session-on-day", day=day_name(day, words), when=told)


def _is_local(address: str) -> bool:
    """Say whether an address is one of this machine or its network, which no service elsewhere can reach."""
    host = urlsplit(address).hostname or ""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".test", ".invalid"))
