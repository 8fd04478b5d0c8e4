"""The stage as one application: the Bot API, the chat page, and the controls for other processes."""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from handlers.stage.api import bot_call, bot_file, refused
from handlers.stage.control import CONTROL_ROUTES
from handlers.stage.guard import Guard
from handlers.stage.page import page_routes
from handlers.stage.refusals import Refused
from handlers.stage.stage import Stage


async def _not_found(_request: Request, _exception: Exception) -> Response:
    return refused(Refused(404, "Not Found"))


def create_app(stage: Stage) -> Starlette:
    """Make the application that serves ``stage``."""
    app = Starlette(
        routes=[
            Route("/bot{token}/{method}", bot_call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", bot_file, methods=["GET"]),
            *CONTROL_ROUTES,
            *page_routes(),
        ],
        middleware=[Middleware(Guard)],
        exception_handlers={404: _not_found},
    )
    app.state.stage = stage
    return app
