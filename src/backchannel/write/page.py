"""The ledger as one page: articles with their passages, and the signals beside them.

Readings in, HTML out. The page is whole in itself: it asks no server for anything,
and its content security policy holds it to that.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import TextIO

from jinja2 import Environment
from markupsafe import Markup

from backchannel.domain.reading import Reading
from backchannel.domain.signals import Status
from backchannel.write import phrases
from backchannel.write.pieces import cut
from backchannel.write.templating import digest_of, page_environment, read_asset
from backchannel.write.visible import make_visible

#: Documents that the list of contents shows without being opened.
FEW = 12
_BREAKS = re.compile(r"(\n(?:[ \t]*\n)*)")


def write_page(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write one page with all readings once the last one is there."""
    stream.write(render_page(tuple(readings)))


def render_page(readings: tuple[Reading, ...]) -> str:
    """Return the page; every text of a document in it is escaped."""
    style, script = read_asset("page.css"), read_asset("page.js")
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
                f"default-src 'none'; style-src '{digest_of(style)}';"
                f" script-src '{digest_of(script)}'; img-src data:;"
                " base-uri 'none'; form-action 'none'"
            ),
        )
    )


@cache
def _environment() -> Environment:
    environment = page_environment()
    environment.globals.update(phrases=phrases, cut=cut, done=Status.DONE)
    environment.filters["broken"] = _broken
    return environment


def _broken(words: str) -> Markup:
    """Return `words` escaped, each run of line breaks ready to become one small gap."""
    parts = _BREAKS.split(make_visible(words))  # every second one is a run of breaks
    return Markup().join(
        Markup('<span class="break">{}</span>').format(part) if odd % 2 else part
        for odd, part in enumerate(parts)
    )
