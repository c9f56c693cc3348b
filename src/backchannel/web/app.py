"""The application: a case in, its pages out."""

import os
from collections.abc import Collection

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from backchannel.domain.errors import (
    Ambiguous,
    BackchannelError,
    CaseBusy,
    CaseUnavailable,
    NotFound,
    QueryError,
    SettingsError,
)
from backchannel.store.database import public_name

# Importing a module of screens makes the router know them.
from backchannel.web import exchanges, following, signals
from backchannel.web.asking import router
from backchannel.web.guard import LOOPBACK, STATIC, Guard
from backchannel.web.rendering import Pages, style

#: Screens in the order in which the bar at the top has them.
SCREENS = (signals, exchanges, following)
#: What a person met -> the status that says whose move it is.
_STATUSES: tuple[tuple[type[BackchannelError], int], ...] = (
    (NotFound, 404),
    (Ambiguous, 404),
    (QueryError, 400),
    (SettingsError, 400),
    (CaseBusy, 503),
    (CaseUnavailable, 503),
)
_MISSING = "No page has this address; the bar at the top has those there are."


def make_app(
    case: str | os.PathLike[str],
    *,
    hosts: Collection[str] = LOOPBACK,
    token: str | None = None,
) -> FastAPI:
    """Return the application that shows a case, which it never writes to.

    Args:
        case: a file, or postgresql://user@host/database; opened for each request.
        hosts: the names that the server answers to.
        token: what a visitor must know, if anything.
    """
    where = os.fspath(case)
    # Pages that describe the interface would load scripts from elsewhere.
    app = FastAPI(title="Backchannel", openapi_url=None, redirect_slashes=False)
    pages = app.state.pages = Pages(public_name(where))
    app.state.case = where
    app.include_router(router)
    app.add_api_route(f"{STATIC}style.css", _style, methods=["GET", "HEAD"])
    app.add_middleware(Guard, refuse=pages.refuse, hosts=hosts, token=token)

    @app.exception_handler(BackchannelError)
    def _explain(request: Request, error: BackchannelError) -> Response:
        fitting = (number for kind, number in _STATUSES if isinstance(error, kind))
        answer = pages.refuse(request, next(fitting, 500), str(error))
        if isinstance(error, CaseBusy):
            answer.headers["Retry-After"] = "5"
        return answer

    @app.exception_handler(HTTPException)
    def _miss(request: Request, error: HTTPException) -> Response:
        told = _MISSING if error.status_code == 404 else str(error.detail)
        return pages.refuse(request, error.status_code, told)

    @app.exception_handler(RequestValidationError)
    def _correct(request: Request, error: RequestValidationError) -> Response:
        wrong = error.errors()[0]
        return pages.refuse(request, 400, f"{wrong['loc'][-1]}: {wrong['msg']}")

    return app


def _style() -> Response:
    # Its address changes with it, so that it may be kept.
    kept = {"Cache-Control": "private, max-age=604800, immutable"}
    return Response(style(), media_type="text/css", headers=kept)
