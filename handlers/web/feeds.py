"""Calendars to subscribe to: a day, a group, a session, and somebody's own."""

from collections.abc import Callable, Iterable
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
from handlers.web.site import public_programme, site_of, words_for

PUBLIC: Final = {"cache-control": "public, max-age=60", "vary": "accept-language"}
OWN: Final = {"cache-control": "private, no-cache", "x-robots-tag": "noindex"}
OWN_FILE: Final = {"nl": "mijn-netwerkdag.ics", "en": "my-network-day.ics"}


async def day(request: Request) -> Response:
    """Give the whole day, without moving about and breaks; no alarms, as nobody attends all of it."""
    programme = await public_programme(request)
    if programme is None:
        return refusals.unknown(request)
    words = words_for(request)

    def make() -> bytes:
        sessions = (s for s in programme.sessions if s.kind not in NOBODYS)
        return _feed(request, programme, sessions, words, event_name(programme, words.language))

    return _public(request, programme, words, make)


async def group(request: Request) -> Response:
    """Give what the followers of a group attend."""
    programme = await public_programme(request)
    if programme is None or request.path_params["group"] not in programme.group_by_slug:
        return refusals.unknown(request)
    words = words_for(request)
    found = programme.group_by_slug[request.path_params["group"]]

    def make() -> bytes:
        keys = keys_followed(programme, found)
        sessions = (s for s in programme.sessions if s.key in keys and s.kind not in NOBODYS)
        named, event = capital(group_name(found, words)), event_name(programme, words.language)
        return _feed(request, programme, sessions, words, words("web-group-calendar", group=named, event=event))

    return _public(request, programme, words, make, stem=found.slug)


async def session(request: Request) -> Response:
    """Give one session, with an alarm: who takes it means to be there."""
    programme = await public_programme(request)
    if programme is None:
        return refusals.unknown(request)
    found = programme.session_by_key.get(request.path_params["key"])
    if found is None:
        return await refusals.no_session(request, programme)
    words = words_for(request)

    def make() -> bytes:
        name = capital(session_name(found, programme, words))
        return _feed(request, programme, [found], words, name, lead=DEFAULT_LEAD)

    return _public(request, programme, words, make, stem=found.key)


async def own(request: Request) -> Response:
    """Give somebody's own calendar, in the language and with the alarms of their chat."""
    site = site_of(request)
    secret = request.path_params["secret"]
    opened = await site.owners.of(secret)
    if opened is None:
        return await refusals.no_calendar(request, secret)
    choices, lead = opened.choices, opened.chat.lead
    programmes, now = site.services.programmes, site.services.clock()
    current = [await programmes.of(event.key) for event in await programmes.events() if in_calendar(event, now)]
    words = words_for(request, opened.chat.language)

    def make() -> bytes:
        parts = own_parts(current, choices, now)
        return feed(parts, site.entries, name=words("web-own-calendar"), words=words, lead=lead)

    made_of = (choices, lead, [(p.event.key, p.event.revision) for p in current])
    version = site.freshness.version(f"{secret} {words.language}", made_of, make)
    return calendar(request, version, name=OWN_FILE[words.language], cached=OWN)


def _feed(
    request: Request,
    programme: Programme,
    sessions: Iterable[Session],
    words: Words,
    name: str,
    *,
    lead: int | None = None,
) -> bytes:
    """Make a calendar for everybody; it holds nothing that a page does not say too."""
    site = site_of(request)
    base = site.services.settings.public_url
    source = f"{base}{request.scope['path']}?taal={words.language}" if base else None
    parts = ((programme, session) for session in sessions)
    return feed(parts, site.entries, name=name, words=words, lead=lead, source=source)


def _public(
    request: Request, programme: Programme, words: Words, make: Callable[[], bytes], *, stem: str = ""
) -> Response:
    """Answer with a calendar for everybody, made when the day has another revision than the last time."""
    address, event = f"{request.scope['path']} {words.language}", programme.event
    version = site_of(request).freshness.version(address, (event.key, event.revision), make)
    name = f"{stem}-{event.key}.ics" if stem else f"{event.key}.ics"
    return calendar(request, version, name=name, cached=PUBLIC)
