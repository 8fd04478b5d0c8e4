"""The web door as one application; its addresses are permanent, see bot/addresses.py."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp

from handlers.services import Services
from handlers.web import feeds, pages, refusals
from handlers.web.access import Access
from handlers.web.site import make_site

ROUTES: Final = (
    # «agenda» goes first: no event can be called so.
    ("/", pages.home),
    ("/agenda/{secret}.ics", feeds.own),
    ("/agenda/{secret}", pages.own),
    ("/{event}.ics", feeds.day),
    ("/{event}/{group}.ics", feeds.group),
    ("/{event}/s/{key}.ics", feeds.session),
    ("/{event}/s/{key}", pages.session),
)
"""What answers which address; a route for GET answers HEAD too."""


def create_app(services: Services, *, real_clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> ASGIApp:
    """Make the application; ``real_clock`` dates answers."""
    app = Starlette(
        routes=[Route(path, endpoint, methods=["GET"]) for path, endpoint in ROUTES],
        exception_handlers={404: refusals.wrong, 405: refusals.wrong, 500: refusals.failed},
    )
    app.state.site = make_site(services, real_clock)
    # Around everything, so that the page of an error of our own is guarded too.
    return Access(app)
