"""The ledger as one page: articles with their passages, and the signals beside them.

Readings in, HTML out. The page is whole in itself: it asks no server for anything,
and its content security policy holds it to that.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from backchannel.domain.reading import Reading
from backchannel.domain.signals import Status
from backchannel.write import phrases
from backchannel.write.pieces import cut
from backchannel.write.visible import make_visible

#: Documents that the list of contents shows without being opened.
FEW = 12
_BREAKS = re.compile(r"(\n(?:[ \t]*\n)*)")


def write_page(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write one page with all readings once the last one is there."""
    stream.write(render_page(tuple(readings)))


def render_page(readings: tuple[Reading, ...]) -> str:
    """Return the page; every text of a document in it is escaped."""
    style, script = _asset("page.css"), _asset("page.js")
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            readings=readings,
            signals=sum(len(reading.signals) for reading in readings),
            few=FEW,
            style=style,
            script=script,
            policy=(
                f"default-src 'none'; style-src '{_digest(style)}';"
                f" script-src '{_digest(script)}'; img-src data:;"
                " base-uri 'none'; form-action 'none'"
            ),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("backchannel.write"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.globals.update(phrases=phrases, cut=cut, done=Status.DONE)
    environment.filters["broken"] = _broken
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
    return url is not None and url.startswith(("https://", "http://"))


def _asset(name: str) -> Markup:
    # Safe unescaped: they are our own files, and hold no "</".
    return Markup(
        files("backchannel.write").joinpath("templates", name).read_text("utf-8")
    )


def _digest(asset: str) -> str:
    """Return what a content security policy knows an inline asset by (CSP 3, 2.3.1)."""
    digest = hashlib.sha256(asset.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()
