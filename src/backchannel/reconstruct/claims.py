"""Claims: the facts that sources state, by rules over the sentences of one document.

A document and its signals in, claims out, in text order. What is asked, threatened,
promised or foretold is no claim; nor is what is only wished or judged.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from backchannel.domain.claims import (
    Claim,
    ClaimKind,
    Count,
    Polarity,
    Teller,
    claim_id,
)
from backchannel.domain.matters import find_deeds, find_relations
from backchannel.domain.sentences import split_sentences
from backchannel.domain.signals import (
    Act,
    Interval,
    Party,
    Signal,
    Source,
    Status,
)
from backchannel.domain.text import Document, Span
from backchannel.reconstruct.claimwords import (
    PRONOUN,
    find_by,
    find_granted,
    find_kind,
    find_principal,
    is_negated,
    is_relation_negated,
)
from backchannel.reconstruct.counts import find_counts
from backchannel.reconstruct.forecastwords import plain
from backchannel.reconstruct.tellernames import trim_edges
from backchannel.reconstruct.tellers import kind_of_words, name_teller
from backchannel.reconstruct.tellings import Telling, find_tellings
from backchannel.reconstruct.times import Dated, find_times, resolve_in_text

#: So few words lean on those before them: "nineteen", "fewer than 200".
_BARE = 3
#: What is longer than that is a list or a table, no sentence.
_LONGEST = 1500
#: Acts whose content states facts.
_STATING = frozenset((Act.INFORM, Act.CONFIRM, Act.DENY, Act.ACCUSE, Act.ASSURE))
_PART = re.compile(
    r";\s+|,?\s+(?=whose\s)|,\"?\s+(?:and(?! not\b)|but|while|though|although|which"
    r"|who)\s+(?:that\s+)?"
    r"|\s+and that\s+",
    re.IGNORECASE,
)


#: A part without a verb belongs to the next: "X, a minister, and Y were killed".
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|\w{2,}ed|shot|struck|hit|sank|fell"
    r"|broke|took|came|gave|\w{3,}s)\b"
)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A telling in a document, with its tellers as the document names them."""

    document: Document
    sentence: Span
    #: The words told, as offsets of the document.
    content: Span
    telling: Telling
    tellers: tuple[Teller, ...]
    signals: tuple[Signal, ...]
    #: Words -> the party that signals of the document mean by them.
    names: Mapping[str, Party]

    @property
    def by(self) -> Span | None:
        """Whom the telling itself blames."""
        by = self.telling.by
        return _moved(by, self.sentence.start) if by else None


def find_claims(
    document: Document, signals: Collection[Signal] = ()
) -> tuple[Claim, ...]:
    """Return the claims that a document reports, in text order.

    Its signals tell who is meant by the sources and give contents that words alone
    do not show; without them, words alone tell.
    """
    found: list[Claim] = []
    last: _Stated | None = None
    before: Span | None = None
    names = _names(document, signals)
    for sentence in split_sentences(document.text):
        furniture = any(sentence.overlaps(part) for part in document.furniture)
        if furniture or len(sentence) > _LONGEST:
            continue
        within = tuple(s for s in signals if sentence.overlaps(s.trigger))
        told = [
            replace(one, names=names)
            for one in _find_stated(document, sentence, within, last)
        ]
        for stated in told:
            found += _claims(stated, found, before)
        last, before = (told[-1] if told else last), sentence
    return tuple(dict((claim.id, claim) for claim in found).values())


def _names(document: Document, signals: Collection[Signal]) -> dict[str, Party]:
    """Return the names of one word that parties of signals have, with the parties."""
    named: dict[str, Party] = {}
    for signal in signals:
        for party in (*signal.sender, *signal.recipient, *signal.intermediary):
            words = document.quote(party.span)
            if words[0].isupper() and words.casefold() not in _PRONOUNS:
                named.setdefault(words, party)
    return named


_PRONOUNS = frozenset("he she it they we i you this that".split())
_WORD = re.compile(r"\w+")
#: "on Saturday" before a verb of saying is no source.
_IS_TIME = re.compile(r"(?:on|at|in|by|last|this|yesterday|today)\b|\d", re.IGNORECASE)


def _find_stated(
    document: Document,
    sentence: Span,
    signals: tuple[Signal, ...],
    last: _Stated | None,
) -> list[_Stated]:
    words = plain(document.quote(sentence))
    if words.rstrip("\"' ").endswith("?"):
        return []
    stated = []
    for telling in find_tellings(words):
        spans = (
            _moved(teller, sentence.start)
            for teller in telling.tellers
            if not _IS_TIME.match(words[teller.start : teller.end])
        )
        tellers = tuple(name_teller(document, span, signals) for span in spans)
        content = _moved(telling.content, sentence.start)
        one = _Stated(document, sentence, content, telling, tellers, signals, {})
        stated.append(one if tellers else _sourced(one, words, last))
    return stated


def _sourced(stated: _Stated, words: str, last: _Stated | None) -> _Stated:
    """Return it with the source that a signal or the quotation before it tells."""
    if stated.telling.polarity is Polarity.DOUBTED:
        return stated
    for signal in stated.signals:
        said = signal.content
        done = signal.status is Status.DONE and signal.act in _STATING
        if said and done and signal.sender and _mostly(said, stated.content):
            return _by_signal(stated, signal, said)
    quoted = words.startswith('"') and words.endswith('"') and last is not None
    if quoted and last and last.tellers and not stated.telling.tellers:
        rule = "goes on with the quotation before"
        return replace(
            stated, tellers=last.tellers, telling=replace(stated.telling, rule=rule)
        )
    return stated


def _by_signal(stated: _Stated, signal: Signal, said: Span) -> _Stated:
    """Return what a signal conveys, on the word of who sends it."""
    document = stated.document
    senders = [
        Teller(p.span, kind_of_words(document.quote(p.span)), p.actor, p.side)
        for p in signal.sender
    ]
    tellers = (*senders, *(_of(source) for source in signal.attribution))
    start, end = max(said.start, stated.content.start), stated.content.end
    content = Span(start, min(said.end, end))
    denied = signal.act is Act.DENY and not is_negated(plain(document.quote(content)))
    polarity = Polarity.DENIED if denied else Polarity.ASSERTED
    telling = replace(
        stated.telling,
        polarity=polarity,
        rule=f"conveyed by a signal: {signal.act}",
        outright=signal.act in (Act.DENY, Act.CONFIRM),
    )
    return replace(stated, content=content, telling=telling, tellers=tellers)


def _of(source: Source) -> Teller:
    return Teller(source.span, source.kind, source.actor)


def _mostly(said: Span, content: Span) -> bool:
    shared = min(said.end, content.end) - max(said.start, content.start)
    return shared * 2 > min(len(said), len(content))


def _claims(
    stated: _Stated, earlier: Sequence[Claim], before: Span | None
) -> Iterator[Claim]:
    document, told = stated.document, bool(stated.tellers)
    blamed = stated.telling.by is not None
    parts = [stated.content] if blamed else _parts(document, stated.content)
    for span in parts:
        words = plain(document.quote(span))
        counts = find_counts(words)
        outright = stated.telling.outright
        if not counts and _is_bare(words):
            continue
        kind = find_kind(words, counts, told=told, outright=outright)
        if blamed and kind in (None, ClaimKind.OTHER):
            kind = ClaimKind.OTHER if outright else ClaimKind.DEED
        if kind is not None:
            yield _claim(stated, span, kind, _context(stated, span, earlier, before))
        elif granted := find_granted(words):
            span = _moved(granted, span.start)
            stated = replace(
                stated,
                telling=replace(stated.telling, rule="a relation taken for granted"),
            )
            yield _claim(stated, span, ClaimKind.RELATION, None)


#: Words that name a claim without stating it: "the accusation", "reports of that".
_POINTING = frozenset(
    "a an the any all such no this that these those it its his her their him them as"
    " of by to in about on with same claim claims charge charges accusation accusations"
    " allegation allegations report reports suggestion figure figures notice notices"
    " story version account false untrue inaccurate baseless nonsense".split()
)


def _is_bare(words: str) -> bool:
    """Whether `words` only point at what is claimed, or hold next to nothing."""
    told = [word.casefold() for word in _WORD.findall(words)]
    return sum(word not in _POINTING for word in told) < 2


def _parts(document: Document, content: Span) -> Iterator[Span]:
    words = plain(document.quote(content))
    start = 0
    for link in _PART.finditer(words):
        part = _part(words, start, link.start())
        if part is None or not _VERB.search(words, part.start, part.end):
            continue
        yield _moved(part, content.start)
        start = link.end()
    if part := _part(words, start, len(words)):
        yield _moved(part, content.start)


def _part(words: str, start: int, end: int) -> Span | None:
    return trim_edges(words, Span(start, end)) if start < end else None


def _context(
    stated: _Stated, span: Span, earlier: Sequence[Claim], before: Span | None
) -> Span | None:
    """Return the words that a pronoun at the head of `span` looks back to."""
    words = stated.document.quote(span)
    if not PRONOUN.match(words) and len(words.split()) > _BARE:
        return None
    here = [claim for claim in earlier[-1:] if claim.sentence == stated.sentence]
    return here[-1].span if here else before


def _claim(stated: _Stated, span: Span, kind: ClaimKind, context: Span | None) -> Claim:
    document = stated.document
    words = plain(document.quote(span))
    by = stated.by
    find = find_principal if kind is ClaimKind.RELATION else find_by
    if by is None and stated.tellers and _OWN_DEED.match(words):
        by = stated.tellers[0].span
    if by is None and (found := find(words)):
        by = _moved(found, span.start)
    return Claim(
        id=claim_id(document.id, span, stated.tellers),
        document=document.id,
        span=span,
        sentence=stated.sentence,
        kind=kind,
        polarity=_polarity(stated.telling.polarity, words, kind),
        sources=stated.tellers,
        matters=(*find_relations(words), *find_deeds(words)),
        by=by,
        counts=tuple(_placed(count, span.start) for count in find_counts(words)),
        days=_days(document, span),
        signal=_signal(stated, span),
        context=context,
        rule=stated.telling.rule,
        named=tuple(_named(stated, span)),
    )


def _named(stated: _Stated, span: Span) -> Iterator[Party]:
    for word in _WORD.finditer(stated.document.quote(span)):
        if party := stated.names.get(word.group()):
            yield replace(party, span=_moved(Span(*word.span()), span.start))


#: What the teller did: "claimed to have shot it down", "admitted firing first".
_OWN_DEED = re.compile(r"(?:[^,;]{0,40}\b)?to have \w+|\w+ing\b", re.IGNORECASE)


def _polarity(told: Polarity, words: str, kind: ClaimKind) -> Polarity:
    negated = is_relation_negated if kind is ClaimKind.RELATION else is_negated
    if told is Polarity.DOUBTED or not negated(words):
        return told
    turned = told is Polarity.ASSERTED
    return Polarity.DENIED if turned else Polarity.ASSERTED


def _placed(count: Count, by: int) -> Count:
    return replace(count, span=_moved(count.span, by))


def _days(document: Document, span: Span) -> Interval | None:
    """Return the days of the first words of time in `span` that can be dated."""
    for start, end in find_times(document.quote(span)):
        at = Span(span.start + start, span.start + end)
        if _DURATION.search(document.text[max(0, at.start - 5) : at.end]):
            continue
        dated = resolve_in_text(document.text, at, published=document.published)
        if isinstance(dated, Dated):
            return dated.interval
    return None


#: How long, not when.
_DURATION = re.compile(
    r"\bfor (?:the )?\S|^.{0,5}\b\w+ (?:hours?|days?|weeks?|months?|years?)$", re.I
)


def _signal(stated: _Stated, span: Span) -> str | None:
    """Return the id of the signal that states it: the closest around it."""
    around = [
        signal
        for signal in stated.signals
        if signal.content is not None and signal.content.overlaps(span)
    ]
    closest = min(around, key=lambda s: len(s.content or span), default=None)
    return closest.id if closest else None


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
