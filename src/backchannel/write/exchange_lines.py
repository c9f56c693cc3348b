"""Exchanges and conflicts of a case as lines of a list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.text import Text

from backchannel.domain.exchanges import (
    Exchange,
    Finding,
    Link,
    Relation,
    Share,
    Verdict,
)
from backchannel.domain.kept import Entry
from backchannel.domain.text import Span
from backchannel.write import phrases
from backchannel.write.found_exchanges import Beside, Dispute, Summary, sum_up
from backchannel.write.found_lines import (
    Line,
    Signs,
    add_status,
    add_tail,
    below,
    chain_words,
    dated,
    dated_or_published,
    head,
    place_words,
    quotation,
)
from backchannel.write.lists import who
from backchannel.write.visible import make_line

#: What is said of the other end of a link.
_PASSIVE = {
    Relation.HOLDS: "made in",
    Relation.PASSES_ON: "passed on after",
    Relation.ANSWERS: "answered by",
}
#: What says that two signals are in conflict.
_AGAINST = (Finding.CONTRADICTS, Finding.DIFFERS)


def exchange_lines(
    exchange: Exchange, entries: Mapping[str, Entry], beside: Beside, *, signs: Signs
) -> Iterator[Line]:
    """Yield what it is, the words that tell it best, and what hangs together with it.

    Raises:
        ValueError: none of its signals is among `entries`.
    """
    short = sum_up(exchange, entries)
    signal, document = short.best.signal, short.best.document
    yield _exchange(exchange, short, beside.dispute)
    words = quotation(document, signal.sentence, [signal.trigger], signs=signs)
    yield below(words, "quote")
    if beside.links:
        id = exchange.id
        told = (make_line(link_words(link, id)) for link in beside.links)
        yield from (below(Text(words, "dim")) for words in told)


def link_words(link: Link, exchange: str) -> str:
    """Return how the exchange with that id hangs together with the other, and why."""
    if link.source == exchange:
        how, other = str(link.relation), link.target
    else:
        how, other = _PASSIVE[link.relation], link.source
    return f"{how} {other[: phrases.SHORT]}: {link.reason}"


def _exchange(exchange: Exchange, short: Summary, dispute: Dispute) -> Line:
    signal = short.signal
    line = Text(f"{dated(short.days, by_document=short.by_document)}  ")
    line.append(f"{signal.act} ", "bold")
    add_status(line, signal.status).append(make_line(who(signal)))
    add_tail(line, [exchange.kind, _told(short)])
    if dispute is not Dispute.NONE:
        line.append(f" · {dispute.upper()}", "bold red")
    return head(exchange.id, line)


def _told(short: Summary) -> str:
    counts = phrases.counted(short.accounts, "account")
    if short.documents > short.accounts:
        counts += f" in {phrases.counted(short.documents, 'document')}"
    if len(short.outlets) > 1:
        return f"{counts}, {phrases.counted(len(short.outlets), 'outlet')}"
    return f"{counts}, {short.outlets[0] if short.outlets else 'outlet not known'}"


def conflict_lines(
    verdict: Verdict, entries: Mapping[str, Entry], *, signs: Signs
) -> Iterator[Line]:
    """Yield how probable a conflict is and in what, then both quotes."""
    left, right = entries[verdict.left], entries[verdict.right]
    line = Text(f"{verdict.chance:4.0%}  ", "bold")
    line.append(make_line("; ".join(against_words(verdict))), "not bold")
    yield head(verdict.id, line)
    if because := _because(verdict.shares):
        yield below(Text(make_line(because), "dim"))
    compared = [one for one in verdict.fields if one.finding in _AGAINST]
    for entry, spans in (
        (left, [span for one in compared for span in one.left]),
        (right, [span for one in compared for span in one.right]),
    ):
        yield below(_account(entry))
        marks = spans or [entry.signal.trigger]
        words = quotation(
            entry.document, entry.signal.sentence, _apart(marks), signs=signs
        )
        yield below(words, "quote")


def against_words(verdict: Verdict) -> Iterator[str]:
    """Yield the fields that are against each other, the graver first."""
    found = [
        f"{one.field} {finding}: {one.reason}"
        for finding in _AGAINST
        for one in verdict.fields
        if one.finding is finding
    ]
    yield from found or ["no field differs, but the words do"]


def _because(shares: Sequence[Share]) -> str:
    told = [share.words.rstrip(".") for share in shares if share.points > 0]
    words = "; ".join(word[0].lower() + word[1:] for word in told)
    return f"because {words}" if words else ""


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return passages that do not touch, of several the shorter ones."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda one: (len(one), one)):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return kept


def _account(entry: Entry) -> Text:
    signal, document = entry.signal, entry.document
    days = signal.time.interval if signal.time else None
    line = Text(f"{dated_or_published(days, document)}  ")
    line.append(f"{signal.act} ", "bold")
    add_status(line, signal.status).append(make_line(who(signal)))
    sources = chain_words(signal.attribution, document)
    told = [f"on the word of {sources}"] if sources else []
    return add_tail(line, [*told, place_words(document)])
