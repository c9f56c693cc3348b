"""What is found across documents, built by hand, with the documents it quotes."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from io import StringIO
from typing import Any

from backchannel.domain.actions import Action, Kind
from backchannel.domain.claims import ClaimGroup, ClaimVerdict
from backchannel.domain.escalation import Tally
from backchannel.domain.evidence import Evidence
from backchannel.domain.exchanges import (
    Account,
    Compared,
    Exchange,
    Finding,
    Grounds,
    Share,
    Verdict,
)
from backchannel.domain.exchanges import Kind as ExchangeKind
from backchannel.domain.forecasts import Forecast, Judged, Outcome
from backchannel.domain.kept import Entry, Page
from backchannel.domain.redlines import Change, RedLine, State
from backchannel.domain.signals import (
    Interval,
    Party,
    Source,
    SourceKind,
    Status,
    Time,
)
from backchannel.domain.text import Appearance, Document, Span, Stated
from backchannel.domain.timeline import Moment, Sort
from backchannel.write.found_lines import Line
from backchannel.write.found_lists import FoundLists
from tests.compare.stated import stated
from tests.compare.told import told

DAY = date(2001, 3, 5)
LATER = date(2001, 3, 9)
MARKS = ("[", "]")


def entries(*documents: list[Entry]) -> dict[str, Entry]:
    """Return the signals of documents by their ids."""
    return {one.signal.id: one for entries in documents for one in entries}


def exchange(*accounts: list[Entry], copies: tuple[str, ...] = ()) -> Exchange:
    """Return an exchange of which each document of `accounts` is one account."""
    built = tuple(
        Account(
            document=entries[0].document.id,
            signals=tuple(entry.signal.id for entry in entries),
            outlets=_outlets(entries[0].document),
            copies=copies,
        )
        for entries in accounts
    )
    ids = [id for account in built for id in account.signals]
    share = Share("same_act", "It is the same act.", 1.5)
    because = [Grounds(ids[0], other, 0.9, (share,)) for other in ids[1:]]
    return Exchange(ExchangeKind.MESSAGE, built, tuple(because))


def _outlets(document: Document) -> tuple[str, ...]:
    outlet = document.appearance.outlet
    return (outlet.value,) if outlet else ()


def warned(id: str = "d1", **appearance: Any) -> list[Entry]:
    """Return the signal of a warning by Iran to Iraq."""
    sentence = "[sender Iran] [trigger warned] [recipient Iraq] of [content a reply]."
    return told(sentence, id=id, **appearance)


def conflict(left: Entry, right: Entry, finding: Finding) -> Verdict:
    """Return a verdict on the statuses of two signals."""
    compared = Compared(
        "status",
        finding,
        "one says done, the other does not",
        (left.signal.trigger,),
        (right.signal.trigger,),
    )
    shares = (
        Share("near_in_text", "They stand near each other.", 1.2),
        Share("same_text", "They stand in one document.", -0.6),
    )
    return Verdict(left.signal.id, right.signal.id, (compared,), 0.07, shares)


def document(
    text: str, id: str = "d1", *, outlet: str | None = "The Courier", day: date | None
) -> Document:
    """Return a document; without `day` nobody says when it was published."""
    shown = Appearance(
        outlet=Stated(outlet, "input") if outlet else None,
        published=Stated(day, "input") if day else None,
    )
    return Document(id, text, appearance=shown)


def span(document: Document, words: str) -> Span:
    """Return where the words stand first."""
    start = document.text.index(words)
    return Span(start, start + len(words))


def party(document: Document, words: str, side: str = "unknown") -> Party:
    """Return a party of that name."""
    return Party(span(document, words), words, side)


def red_line(*, known: bool = True) -> tuple[RedLine, dict[str, Document]]:
    """Return a red line that was acted on; if not `known`, with all unsaid."""
    drawn = document(
        "Arland will close the strait unless Belmark withdraws by Friday.",
        day=DAY if known else None,
        outlet="The Courier" if known else None,
    )
    shown = document("Arland closed the strait on Saturday.", "d2", day=LATER)
    seen = Evidence("d2", span(shown, "closed the strait"), LATER, ("it came",))
    deadline = Time(span(drawn, "by Friday"), Interval(DAY, date(2001, 3, 7)))
    line = RedLine(
        id="1aaaaaaaaaaaaaaaa",
        document="d1",
        signal="s1",
        drawn_by=(party(drawn, "Arland"),),
        against=(party(drawn, "Belmark", "BLM"),) if known else (),
        condition=span(drawn, "unless Belmark withdraws by Friday"),
        consequence=span(drawn, "close the strait") if known else None,
        deadline=deadline if known else None,
        why=("declares that it would do harm itself",),
        changes=(Change(State.ACTED_ON, seen),) if known else (),
    )
    return line, {"d1": drawn, "d2": shown}


def judged(*, known: bool = True) -> tuple[Judged, dict[str, Document]]:
    """Return a forecast that came true; if not `known`, with all unsaid."""
    stated_in = document(
        "Envoys say that talks could open within days.", day=DAY if known else None
    )
    later = document("The talks opened on Thursday.", "d2", day=LATER)
    window = Time(span(stated_in, "within days"), Interval(DAY, LATER))
    forecast = Forecast(
        id="1bbbbbbbbbbbbbbbb",
        document="d1",
        span=span(stated_in, "talks could open within days"),
        sentence=Span(0, len(stated_in.text)),
        by=span(stated_in, "Envoys") if known else None,
        actor=None,
        window=window if known else None,
        days=Interval(DAY, LATER) if known else Interval(None, None),
        hedges=(span(stated_in, "could"),),
        rule="somebody expects it by a time",
    )
    seen = Evidence("d2", Span(0, len(later.text)), LATER, ("it is reported",))
    texts = {"d1": stated_in, "d2": later}
    return (Judged(forecast, Outcome.BORNE_OUT, seen) if known else Judged(forecast)), (
        texts
    )


def action(*, known: bool = True) -> tuple[Action, dict[str, Document]]:
    """Return a seizure; if not `known`, with all unsaid but the deed."""
    text = "Arland seized a Belmark ferry off Cape Dun on Monday, pilots said."
    reported = document(text, day=DAY if known else None)
    bare = Action(
        "1cccccccccccccccc",
        "d1",
        span(reported, "seized"),
        Span(0, len(text)),
        Kind.SEIZE,
        Status.DONE,
        rule="the verb names a deed",
    )
    if not known:
        return bare, {"d1": reported}
    full = Action(
        bare.id,
        "d1",
        bare.span,
        bare.sentence,
        bare.kind,
        Status.PLANNED,
        actor=(party(reported, "Arland"),),
        target=(party(reported, "Belmark", "BLM"),),
        place=span(reported, "Cape Dun"),
        time=Time(span(reported, "on Monday"), Interval(DAY, DAY)),
        attribution=(Source(span(reported, "pilots"), SourceKind.ANONYMOUS, None),),
        rule=bare.rule,
    )
    return full, {"d1": reported}


def tally(**fields: Any) -> Tally:
    """Return what was counted between two sides on a day."""
    given: dict[str, Any] = {
        "day": DAY,
        "sides": ("IRN", "IRQ"),
        "score": -10.2,
        "signals": ("s1", "s2"),
        "actions": ("a1",),
        "by_document": 0,
        "uncertain": 0,
        "reports": 2,
        "documents": 3,
    }
    return Tally(**(given | fields))


def moment(**fields: Any) -> tuple[Moment, dict[str, Document]]:
    """Return a warning of a timeline."""
    report = document("Iran warned Iraq of a reply.", day=DAY)
    given: dict[str, Any] = {
        "days": Interval(DAY, DAY),
        "by_document": False,
        "sort": Sort.SIGNAL,
        "what": "warn",
        "status": Status.DONE,
        "actors": ("Iran", "Iraq"),
        "sides": ("IRN", "IRQ"),
        "quote": report.text,
        "document": "d1",
        "id": "1dddddddddddddddd",
    }
    return Moment(**(given | fields)), {"d1": report}


def quarrel() -> tuple[ClaimGroup, dict[str, Document]]:
    """Return two claims on one matter that contradict each other."""
    left, first = stated("[by Arland] burned the mill", id="d1")
    right, second = stated("[by Belmark] burned the mill", id="d2", polarity="denied")
    verdict = ClaimVerdict(
        left.id,
        right.id,
        Finding.CONTRADICTS,
        ("each names another",),
        left.span,
        right.span,
    )
    return ClaimGroup((left, right), (verdict,)), {"d1": first, "d2": second}


def plain(lines: Iterable[Line]) -> list[str]:
    """Return lines as they are printed, were the terminal wide enough."""
    return [(line.lead + line.text.plain).rstrip() for line in lines]


def printed(show: Callable[[FoundLists], None]) -> list[str]:
    """Return the lines that a list prints where there is no colour."""
    stream = StringIO()
    show(FoundLists(stream))
    return stream.getvalue().splitlines()


def page(*rows: Any, total: int | None = None) -> Page[Any]:
    """Return a page of these rows, by default all that there are."""
    return Page(rows, len(rows) if total is None else total)


def quoted_forms(form: Any) -> Iterator[dict[str, Any]]:
    """Yield every part of a form that has both a place and words."""
    if isinstance(form, dict):
        if form.get("span") and "quote" in form:
            yield form
        for value in form.values():
            yield from quoted_forms(value)
    elif isinstance(form, list):
        for value in form:
            yield from quoted_forms(value)
