"""Calendars to subscribe to: a day, a group, a session, and somebody's own."""

from collections.abc import Iterable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from bot.ical.description import event_name
from bot.ical.feed import feed
from bot.ical.own import in_calendar, own_parts
from bot.people.model import DEFAULT_LEAD
from bot.programme.model import Programme, Session
from bot.reminders.plan import NOBODYS, keys_followed
from bot.wording.catalogue import Words
from bot.wording.following import group_name
from bot.wording.names import capital, session_name
from handlers.web import refusals
from handlers.web.freshness import calendar
from handlers.web.site import language_of, public_programme, site_of, words_for
from storage import feeds

PUBLIC: Final = {"cache-control": "public, max-age=60", "vary": "accept-language"}
OWN: Final = {"cache-control": "private, no-cache", "x-robots-tag": "noindex"}
OWN_FILE: Final = {"nl": "mijn-netwerkdag.ics", "en": "my-network-day.ics"}


async def day(request: Request) -> Response:
    """Give the whole day, without moving about and breaks; no alarms, as nobody attends all of it."""
    programme = await public_programme(request)
    if programme is None:
        return refusals.unknown(request)
    words = words_for(request)
    sessions = [s for s in programme.sessions if s.kind not in NOBODYS]
    return _public(request, programme, sessions, words, name=event_name(programme, words.language))


async def group(request: Request) -> Response:
    """Give what the followers of a group attend."""
    programme = await public_programme(request)
    if programme is None or request.path_params["group"] not in programme.group_by_slug:
        return refusals.unknown(request)
    words = words_for(request)
    found = programme.group_by_slug[request.path_params["group"]]
    keys = keys_followed(programme, found)
    sessions = [s for s in programme.sessions if s.key in keys and s.kind not in NOBODYS]
    name = words(
        "web-group-calendar",
        group=capital(group_name(found, words)),
        event=event_name(programme, words.language),
    )
    return _public(request, programme, sessions, words, name=name, stem=found.slug)


async def session(request: Request) -> Response:
    """Give one session, with an alarm: who takes it means to be there."""
    programme = await public_programme(request)
    if programme is None:
        return refusals.unknown(request)
    found = programme.session_by_key.get(request.path_params["key"])
    if found is None:
        return await refusals.no_session(request, programme)
    words = words_for(request)
    name = capital(session_name(found, programme, words))
    return _public(request, programme, [found], words, name=name, stem=found.key, lead=DEFAULT_LEAD)


async def own(request: Request) -> Response:
    """Give somebody's own calendar, in the language and with the alarms of their chat."""
    site = site_of(request)
    secret = request.path_params["secret"]
    opened = await site.services.database.read(feeds.open_feed, secret)
    if opened is None:
        return await refusals.no_calendar(request, secret)
    programmes, now = site.services.programmes, site.services.clock()
    current = [await programmes.of(event.key) for event in await programmes.events() if in_calendar(event, now)]
    words = words_for(request, opened.chat.language)
    content = feed(
        own_parts(current, opened.choices, now),
        site.entries,
        name=words("web-own-calendar"),
        words=words,
        lead=opened.chat.lead,
    )
    version = site.freshness.version(f"{secret} {words.language}", content)
    return calendar(request, content, version, name=OWN_FILE[words.language], cached=OWN)


def _public(
    request: Request,
    programme: Programme,
    sessions: Iterable[Session],
    words: Words,
    *,
    name: str,
    stem: str = "",
    lead: int | None = None,
) -> Response:
    """Answer with a calendar for everybody; it holds nothing that a page does not say too."""
    site = site_of(request)
    base = site.services.settings.public_url
    content = feed(
        ((programme, session) for session in sessions),
        site.entries,
        name=name,
        words=words,
        lead=lead,
        source=f"{base}{request.url.path}?taal={words.language}" if base else None,
    )
    version = site.freshness.version(f"{request.url.path} {language_of(request)}", content)
    key = programme.event.key
    return calendar(request, content, version, name=f"{stem}-{key}.ics" if stem else f"{key}.ics", cached=PUBLIC)
