"""A small case, and a browser without a window that asks for its pages."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from backchannel.case.case import Case
from backchannel.domain.reading import Reading
from backchannel.domain.signals import Act, Signal
from backchannel.domain.text import Document, Span
from backchannel.reconstruct.claims import find_claims
from backchannel.reconstruct.forecasts import find_forecasts
from backchannel.web.app import make_app
from tests.fakes import FakeReader

ADDRESS = "http://127.0.0.1:8765"
FIRST = "Russia warned Iran about the missiles at Tartus."
DOCUMENTS: tuple[dict[str, Any], ...] = (
    {
        "title": "A warning",
        "outlet": "Harbour Wire",
        "published": "2023-11-01",
        "url": "https://harbour.example/a",
        "text": f"{FIRST} The harvest of dates was good, farmers said on Friday.",
    },
    {
        "title": "Again the missiles",
        "outlet": "The Meridian Post",
        "published": "2023-11-02",
        "text": (
            "Russia warned Iran about the missiles at Tartus, a diplomat recalled. The"
            " army said 12 people were killed in Homs. The rebels said 40 people were"
            " killed in Homs. An attack could come within 48 hours, analysts said."
        ),
    },
    {
        "title": "Locusts",
        "outlet": "Potomac Dispatch",
        "published": "2023-11-03",
        "text": "Kenya warned Chad that it would close the border if locusts came.",
    },
)


_CONDITION = re.compile(r"\bthat (it would .+?) (if [^.]+)\.")


class Thorough(FakeReader):
    """Reads conditions, claims and forecasts, too."""

    def read(self, document: Document) -> Reading:
        found = super().read(document).signals
        signals = tuple(_conditional(document, signal) for signal in found)
        return Reading(
            document,
            signals,
            claims=find_claims(document, signals),
            forecasts=find_forecasts(document, signals),
        )


def _conditional(document: Document, signal: Signal) -> Signal:
    """Return the signal, as a threat where its sentence holds a condition."""
    hit = _CONDITION.search(document.text, signal.sentence.start, signal.sentence.end)
    if hit is None:
        return signal
    told, condition = Span(*hit.span(1)), Span(*hit.span(2))
    sender = tuple(replace(one, side="KEN") for one in signal.sender)
    return replace(
        signal,
        act=Act.THREATEN,
        sender=sender,
        condition=condition,
        consequence=told,
    )


def fill(
    where: Path,
    documents: Iterable[Mapping[str, Any]] = DOCUMENTS,
    *,
    group: bool = True,
) -> None:
    """Make a case of documents, compared with each other."""
    source = where.with_suffix(".jsonl")
    source.write_text("".join(json.dumps(one) + "\n" for one in documents), "utf-8")
    with Case(where) as case:
        sources = [source] if source.stat().st_size else []
        list(case.add(sources, reader=Thorough()))
        if group:
            case.group()


def visitor(where: Path, **options: Any) -> TestClient:
    """Return a browser on the machine that serves the case."""
    # No redirect is followed, so that tests see each answer.
    app = make_app(where, **options)
    return TestClient(app, base_url=ADDRESS, follow_redirects=False)
