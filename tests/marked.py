"""What the model would say, built by hand from "[sender Lavrov] [trigger warned]"."""

import re
from collections.abc import Mapping

from backchannel.domain.labels import Frame, Labelled, LabelledSpan, Mention
from backchannel.domain.signals import Act, Channel, SourceKind, Status
from backchannel.domain.text import Document, Span

_MARKED = re.compile(r"\[(\w+) ([^\]]+)\]")


def chances(
    values: type[Act] | type[Status] | type[Channel], best: str
) -> dict[str, float]:
    """Return a distribution that leaves little doubt about `best`."""
    rest = 0.1 / (len(values) - 1)
    return {str(value): 0.9 if value == best else rest for value in values}


def labelled(
    marked: str,
    *,
    act: str = "warn",
    status: str = "done",
    channel: str = "unknown",
    kinds: Mapping[str, str] | None = None,
) -> Labelled:
    """Build one frame from marked-up text; `kinds` maps sources' words to kinds."""
    text, copied, spans = "", 0, []
    for mark in _MARKED.finditer(marked):
        label, words = mark.groups()
        text += marked[copied : mark.start()]
        spans.append(LabelledSpan(Span(len(text), len(text) + len(words)), label, 0.9))
        text += words
        copied = mark.end()
    text += marked[copied:]
    (trigger,) = (span for span in spans if span.label == "trigger")
    frame = Frame(
        trigger,
        chances(Act, act),
        chances(Status, status),
        chances(Channel, channel),
        tuple(span for span in spans if span.label != "trigger"),
    )
    mentions = {}
    for span in frame.of("source"):
        best = (kinds or {}).get(text[span.span.start : span.span.end], "named")
        rest = 0.1 / (len(SourceKind) - 1)
        shares = {str(kind): 0.9 if kind == best else rest for kind in SourceKind}
        mentions[span.span] = Mention(span.span, None, shares)
    return Labelled(Document("d1", text), (frame,), mentions=mentions)
