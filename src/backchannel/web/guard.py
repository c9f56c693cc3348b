"""What stands before every page: whom it answers, and what its answers may do.

Each request is held to GET and HEAD, to a name that the server goes by and, where there
is one, to the token; each answer carries headers that let a browser load nothing from
elsewhere and run nothing.
"""

import hashlib
import hmac
import ipaddress
import logging
import re
from collections.abc import Callable, Collection
from urllib.parse import urlencode

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Names of the machine itself, whatever the address.
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
COOKIE = "backchannel"
#: Where the style lies, which also the page that asks for the token needs.
STATIC = "/static/"
#: Writes an answer that refuses: its status, and why.
Refuse = Callable[[Request, int, str], Response]

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:;"
        " script-src 'none'; frame-ancestors 'none'; base-uri 'none';"
        " form-action 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_METHODS = ("GET", "HEAD")
_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([^:\[\]/@]+))(?::\d{1,5})?", re.IGNORECASE)
_log = logging.getLogger(__name__)


class Guard:
    """Middleware that refuses what must not be answered, and guards what is."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        refuse: Refuse,
        hosts: Collection[str],
        token: str | None = None,
    ) -> None:
        """Stand before `app`.

        Args:
            app: what answers.
            refuse: writes the pages that refuse.
            hosts: the names it goes by; with any other than those of the machine
                itself, addresses written as numbers are good, too: no other site can
                make a browser take its name for one.
            token: what a visitor must know.
        """
        self._app = app
        self._refuse = refuse
        self._hosts = frozenset(name.lower() for name in hosts)
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            # No page speaks over anything else.
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        request = Request(scope)
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                headers.setdefault("Cache-Control", "no-store")
                headers.update(HEADERS)
            await send(message)

        answer = self._check(request)
        try:
            await (answer or self._app)(scope, receive, guarded)
        # Whatever it is, it is our bug; the page for it is guarded like any other.
        except Exception:
            _log.exception("%s failed", scope["path"])
            if not started:
                bug = "This page failed by a fault of ours; please report it."
                await self._refuse(request, 500, bug)(scope, receive, guarded)

    def _check(self, request: Request) -> Response | None:
        if not self._is_ours(request.headers.getlist("host")):
            told = "This server does not go by that name."
            return self._refuse(request, 421, told)
        if request.method not in _METHODS:
            answer = self._refuse(request, 405, "Pages can be read, not written to.")
            answer.headers["Allow"] = ", ".join(_METHODS)
            return answer
        if self._token is None or request.url.path.startswith(STATIC):
            return None
        return self._check_token(request, self._token)

    def _is_ours(self, given: list[str]) -> bool:
        found = _HOST.fullmatch(given[0]) if len(given) == 1 else None
        if found is None:
            return False
        name = (found[1] or found[2]).lower().rstrip(".")
        return name in self._hosts or (not self._hosts <= LOOPBACK and _is_number(name))

    def _check_token(self, request: Request, token: str) -> Response | None:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and _same(given, token):
            return None
        if _same(request.cookies.get(COOKIE, ""), seal(token)):
            return None
        if _same(request.query_params.get("token", ""), token):
            return _let_in(request, token)
        told = "This case is open to those who know its token."
        answer = self._refuse(request, 401, told)
        answer.headers["WWW-Authenticate"] = "Bearer"
        return answer


def seal(token: str) -> str:
    """Return what the cookie holds of a token: it shows that its holder knew it."""
    return hmac.new(token.encode(), COOKIE.encode(), hashlib.sha256).hexdigest()


def _let_in(request: Request, token: str) -> Response:
    """Return the way to the same page, so that the token leaves the address."""
    rest = [one for one in request.query_params.multi_items() if one[0] != "token"]
    # Of two slashes a browser makes the name of another server.
    path = "/" + request.url.path.lstrip("/")
    answer = RedirectResponse(f"{path}?{urlencode(rest)}" if rest else path, 303)
    answer.set_cookie(
        COOKIE,
        seal(token),
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return answer


def _same(given: str, wanted: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell where not."""
    return hmac.compare_digest(
        given.encode(errors="replace"), wanted.encode(errors="replace")
    )


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
