"""What every page and feed works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from starlette.requests import Request

from bot.errors import UnknownEvent
from bot.ical.feed import Entries
from bot.ical.publisher import Publisher
from bot.programme.model import Language, Programme, State
from bot.wording.catalogue import Words
from handlers.services import Services
from handlers.web.freshness import Freshness
from handlers.web.owners import Owners

OTHER: Final[dict[Language, Language]] = {"nl": "en", "en": "nl"}


@dataclass(frozen=True)
class Site:
    """The services, and what is in memory: entries of calendars, whole calendars, whose a secret address is."""

    services: Services
    entries: Entries
    freshness: Freshness
    owners: Owners


def make_site(services: Services, real_clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Site:
    """Put the site together; ``real_clock`` dates answers, as the event's clock may stand in another year."""
    settings = services.settings
    publisher = Publisher(organizer=f"mailto:{settings.calendar_organizer}", public_url=settings.public_url or "")
    return Site(services, Entries(publisher), Freshness(real_clock), Owners(services))


def site_of(request: Request) -> Site:
    """Give the site that a request came to."""
    site: Site = request.app.state.site
    return site


def base_of(request: Request) -> str:
    """Give the address before ours: the public one, else the one that was asked for."""
    return site_of(request).services.settings.public_url or str(request.base_url).rstrip("/")


def words_for(request: Request, usual: Language | None = None) -> Words:
    """Give the sentences in the language of a request: ``?taal=``, else ``usual``, else what the browser prefers."""
    return site_of(request).services.catalogue[language_of(request, usual)]


def language_of(request: Request, usual: Language | None = None) -> Language:
    """Give the language of a request, as :func:`words_for` has it."""
    match request.query_params.get("taal"):
        case "nl":
            return "nl"
        case "en":
            return "en"
        case _:
            return usual or preferred(request.headers.get("accept-language", ""))


def preferred(accepted: str) -> Language:
    """Choose from an Accept-Language header (RFC 9110 12.5.4); who reads neither language gets English.

    Without a preference Dutch, as in the chat.
    """
    wanted: list[tuple[float, int, str]] = []
    for place, part in enumerate(accepted.split(",")):
        tag, _, parameters = part.strip().lower().partition(";")
        quality = _quality(parameters)
        if tag and quality > 0:
            wanted.append((-quality, place, tag))
    for _, _, tag in sorted(wanted):
        if tag == "*" or tag.partition("-")[0] == "nl":
            return "nl"
        if tag.partition("-")[0] == "en":
            return "en"
    return "en" if wanted else "nl"


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


async def public_programme(request: Request) -> Programme | None:
    """Give the programme of the event in the address; None for one that is not there, or is a draft."""
    try:
        programme = await site_of(request).services.programmes.of(request.path_params["event"])
    except UnknownEvent:
        return None
    return None if programme.event.state is State.DRAFT else programme
