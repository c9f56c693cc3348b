"""Templates and values in, pages out; every text of a document in them is escaped."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from backchannel.domain.queries import FIELDS
from backchannel.domain.signals import Channel, Status
from backchannel.web.guard import STATIC
from backchannel.web.quoting import marked, quote_pieces
from backchannel.write import (
    claim_lines,
    event_lines,
    found_lines,
    matrix_words,
    outlook_lines,
    phrases,
)
from backchannel.write.json_text import json_line
from backchannel.write.pieces import cut
from backchannel.write.visible import make_visible

#: Rows of a table where nobody asks for more.
ROWS = 50
#: Rows of a file at most: more is for `backchannel export`.
MOST = 10_000
_BREAKS = re.compile(r"(\n(?:[ \t]*\n)*)")
_TITLES = {
    400: "This cannot be understood",
    401: "A token, please",
    404: "There is no such page",
    405: "Not possible here",
    421: "Wrong name",
    500: "Something went wrong",
    503: "The case cannot be read now",
}


@dataclass(frozen=True, slots=True)
class Turn:
    """Which rows of a list a page shows."""

    #: From 1.
    page: int
    total: int
    size: int = ROWS

    @property
    def offset(self) -> int:
        """How many rows come before."""
        return (self.page - 1) * self.size

    @property
    def last(self) -> int:
        """The number of the last row, from 1."""
        return min(self.offset + self.size, self.total)

    @property
    def pages(self) -> int:
        """How many pages there are; of an empty list one."""
        return max(1, -(-self.total // self.size))


class Pages:
    """Renders the pages of one case."""

    def __init__(self, case: str) -> None:
        """Render for the case that messages call `case`."""
        self.case = case
        self._environment = _environment()

    def show(
        self, request: Request, name: str, *, status: int = 200, **values: Any
    ) -> Response:
        """Return the page that a template makes of `values`."""
        template = self._environment.get_template(f"{name}.html.jinja")
        path = request.url.path
        html = template.render(case=self.case, path=path, **values)
        # What no encoding can carry was made visible; the rest is valid Unicode.
        return HTMLResponse(html.encode("utf-8", "replace"), status)

    def refuse(self, request: Request, status: int, problem: str) -> Response:
        """Return the page, or for programs the record, that says what is wrong.

        The record is that of RFC 9457, "Problem Details for HTTP APIs".
        """
        title = _TITLES.get(status, "This did not work")
        if request.url.path.endswith((".json", ".csv")):
            form = {"status": status, "title": title, "detail": problem}
            return Response(json_line(form), status, None, "application/problem+json")
        # What was searched for comes back, to be put right.
        q = request.query_params.get("q", "") if status == 400 else ""
        told = {"title": title, "problem": problem, "asks": status == 401, "q": q}
        return self.show(request, "error", status=status, **told)


def link(path: str, **params: str | int | None) -> str:
    """Return an address within the case; what is empty or None is left out."""
    given = {name: value for name, value in params.items() if value not in (None, "")}
    query = urlencode(given, errors="replace")
    address = quote(path, safe="/", errors="replace")
    return f"{address}?{query}" if query else address


def style() -> bytes:
    """Return the style of all pages."""
    return files("backchannel.web").joinpath("static", "style.css").read_bytes()


@cache
def _style_link() -> str:
    # Whoever kept an earlier version's style asks for this one's.
    digest = hashlib.sha256(style()).hexdigest()[:12]
    return f"{STATIC}style.css?v={digest}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("backchannel.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.globals.update(
        claims=claim_lines,
        cut=cut,
        events=event_lines,
        found=found_lines,
        link=link,
        marked=marked,
        outlook=outlook_lines,
        phrases=phrases,
        quote_pieces=quote_pieces,
        style_link=_style_link(),
        symbols=matrix_words.SYMBOLS,
        words=matrix_words,
        DONE=Status.DONE,
        FIELDS=FIELDS,
        MOST=MOST,
        UNKNOWN=Channel.UNKNOWN,
    )
    environment.filters["broken"] = _broken
    environment.filters["number"] = lambda number: f"{number:,}"
    environment.tests["web_address"] = _is_web_address
    return environment


def _finalize(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Markup):
        return make_visible(value)
    return value


def _broken(words: str) -> Markup:
    """Return `words` escaped, each run of line breaks ready to become one small gap."""
    parts = _BREAKS.split(make_visible(words))  # every second one is a run of breaks
    return Markup().join(
        Markup('<span class="break">{}</span>').format(part) if odd % 2 else part
        for odd, part in enumerate(parts)
    )


def _is_web_address(url: str | None) -> bool:
    # A link may lead to the web and nowhere else: "javascript:" would run.
    if url is None:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
