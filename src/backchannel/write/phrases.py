"""Fields of a reading in the words that the table and the page share.

Everything returned may hold characters that act on a terminal: who prints it makes
them visible (`backchannel.write.visible`).
"""

from collections.abc import Iterator
from datetime import date

from backchannel.domain.reading import Reading
from backchannel.domain.signals import (
    UNKNOWN_SIDE,
    Act,
    Channel,
    Interval,
    Party,
    Signal,
    Source,
)
from backchannel.domain.text import Document, Span

#: Acts of one tone share a colour: what the sender does to the recipient.
TONES: dict[Act, str] = {
    Act.WARN: "menace",
    Act.THREATEN: "menace",
    Act.DEMAND: "press",
    Act.REQUEST: "press",
    Act.REJECT: "refuse",
    Act.DENY: "refuse",
    Act.ACCUSE: "refuse",
    Act.ASSURE: "welcome",
    Act.OFFER: "welcome",
    Act.PROMISE: "welcome",
    Act.AGREE: "welcome",
    Act.SUPPORT: "welcome",
    Act.INFORM: "state",
    Act.CONFIRM: "state",
    Act.ANNOUNCE: "state",
    Act.CONSULT: "contact",
}
#: Characters of an id that tell it from a hundred thousand others.
SHORT = 11
#: Below, a value is likelier wrong than right.
EVEN = 0.5
CHANNELS: dict[Channel, str] = {
    Channel.INTERMEDIARY: "through an intermediary",
    Channel.CALL: "by call",
    Channel.MEETING: "at a meeting",
    Channel.LETTER: "by letter",
    Channel.PRIVATE: "privately",
    Channel.INTERVIEW: "in an interview",
    Channel.SPEECH: "in a speech",
    Channel.STATEMENT: "in a statement",
    Channel.SOCIAL: "in a post",
    Channel.BRIEFING: "in a briefing",
    Channel.UNKNOWN: "channel unknown",
}
# strftime("%B") follows the locale; a ledger reads the same everywhere.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def counted(count: int, noun: str) -> str:
    """Return how many there are: "1 signal", "2 signals"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def day_words(day: date) -> str:
    """Return a day as people write it: "4 August 2024"."""
    return f"{day.day} {_month(day)} {day.year}"


def interval_words(interval: Interval | None) -> str:
    """Return the days in words: "7–16 October 2023", "until 4 August 2024"."""
    start = interval.start if interval else None
    end = interval.end if interval else None
    if start and end:
        return _between(start, end)
    if start:
        return f"from {day_words(start)}"
    if end:
        return f"until {day_words(end)}"
    return "day not known"


def _between(start: date, end: date) -> str:
    if start == end:
        return day_words(start)
    if start.year != end.year:
        return f"{day_words(start)} – {day_words(end)}"
    if start.month != end.month:
        return f"{start.day} {_month(start)} – {day_words(end)}"
    return f"{start.day}–{day_words(end)}"


def _month(day: date) -> str:
    return _MONTHS[day.month - 1]


def side_words(party: Party) -> str:
    """Return the side, empty where the name says it already ("Hezbollah")."""
    if party.side == UNKNOWN_SIDE:
        return "side unknown"
    return "" if party.side.casefold() == party.actor.casefold() else party.side


def source_words(source: Source, document: Document) -> str:
    """Return the usual name of a source, or the words for who has none."""
    return source.actor or f"“{document.quote(source.span)}”"


def chain(signal: Signal, document: Document) -> tuple[str, ...]:
    """Return on whose word we have `signal`, nearest first, the outlet itself last."""
    outlet = document.appearance.outlet
    sources = (source_words(source, document) for source in signal.attribution)
    return *sources, outlet.value if outlet else "outlet not known"


def passages(signal: Signal) -> Iterator[tuple[str, str, Span]]:
    """Yield what was said, if what, then what: label, field and words of each."""
    for label, field, span in (
        ("content", "content", signal.content),
        ("if", "condition", signal.condition),
        ("then", "consequence", signal.consequence),
    ):
        if span:
            yield label, field, span


def doubts(signal: Signal) -> tuple[str, ...]:
    """Return what is likelier wrong than right: "recipient 38%", worst first."""
    unsure = [
        (chance, "that it is one" if field == "signal" else field)
        for field, chance in signal.confidence.items()
        if chance < EVEN
    ]
    return tuple(f"{field} {chance:.0%}" for chance, field in sorted(unsure))


def shows_channel(signal: Signal) -> bool:
    """Whether the channel is worth a word: not where a gap says why it is unknown."""
    told = any(gap.field == "channel" for gap in signal.gaps)
    return signal.channel is not Channel.UNKNOWN or not told


def facts(reading: Reading) -> tuple[str, ...]:
    """Return where a document comes from; what is not known is said."""
    document, shown = reading.document, reading.document.appearance
    return (
        shown.outlet.value if shown.outlet else "outlet not known",
        day_words(shown.published.value) if shown.published else "date not known",
        count(len(reading.signals), "signal")
        if reading.unread is None
        else f"not read: {reading.unread}",
        document.source or document.id,
    )


def count(number: int, noun: str) -> str:
    """Return "1 signal", "2,000 signals", "no signals"."""
    if number == 0:
        return f"no {noun}s"
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
