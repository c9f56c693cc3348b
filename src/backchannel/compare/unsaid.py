"""What a report says was left unsaid: "the readout made no mention of a deadline".

The signals of one account in, the sentences of its document that tell of silence out.
Whoever compares accounts must not take for silence of a report what the report itself
marks as the silence of a party.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from backchannel.compare.facts import Facts
from backchannel.compare.namesakes import find_roots
from backchannel.domain.comparisons import Value
from backchannel.domain.sentences import split_sentences
from backchannel.domain.signals import Act, Status
from backchannel.domain.text import Document, Span

#: Sentences after a report, and before it, that may speak of its parties' silence.
_AFTER, _BEFORE = 3, 1
#: The same, for one that names two sides.
_FAR = 8
#: What is asked: "whether", "by whom".
_ASKED = (
    r"(?:(?:by|to|for|with|of|from|on|in) )?"
    r"(?:whether|if|who(?:m|se)?|what|which|how|when|where|why)"
)
_NOT = (
    r"(?:(?:did|does|do|has|have|had|would|could|will) (?:\w+ )?not"
    r"|(?:did|does|do|has|have|had|would|could)n't)"
)
#: Verbs whose negation alone tells of silence; and those that need what was asked.
_SAYING = (
    r"(?:specify|disclose|reveal|mention|elaborate|identify|detail|spell (?:it )?out"
    r"|go into detail|name|comment|confirm|address the|refer to)"
)
_TELLING = (
    r"(?:say|tell|explain|indicate|make clear|state)\b[^.;]{0,40}?"
    rf"(?:\b{_ASKED}|a word|a syllable|anything|more)"
)
_TOLD = (
    r"(?:said|mentioned|specified|disclosed|revealed|elaborated|identified|detailed"
    r"|spelled out|commented|confirmed)"
)
_NOBODY = r"(?:neither|none|nobody|no one|no)"
_REPORT = (
    r"(?:readouts?|accounts?|statements?|communiqu[eé]s?|summar(?:y|ies)|versions?"
    r"|reports?|transcripts?)"
)


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words that tell of silence; `name` is what people read."""

    name: str
    pattern: re.Pattern[str]


def _cue(name: str, *patterns: str) -> _Cue:
    return _Cue(name, re.compile("|".join(patterns), re.IGNORECASE))


_CUES: tuple[_Cue, ...] = (
    _cue(
        "not clear",
        r"\b(?:un|not (?:\w+ )?)(?:clear|known|certain)\b[^.;]{0,90}?"
        rf"\b{_ASKED}\b",
        r"\bwhether\b[^.;]{3,120} (?:is|was|remain(?:s|ed)) (?:un|not )"
        r"(?:clear|known|certain)\b",
    ),
    _cue("did not say", rf"\b{_NOT} (?:\w+ly )?(?:{_SAYING}|{_TELLING})\b"),
    _cue(
        "has not said",
        r"\b(?:has|have|had) (?:so far |yet )?(?:not|never) (?:yet |publicly )?"
        rf"{_TOLD}\b(?! (?:yes|no|that)\b)",
    ),
    _cue(
        "no mention",
        r"\b(?:made?|makes?|making|contain(?:s|ed)?|with|was|there (?:is|was)) no"
        r" (?:mention|reference)\b",
    ),
    _cue(
        "neither said",
        rf"\b{_NOBODY}\b(?: of the)?(?: \w+){{0,3}} (?:said|says?|tells?|told"
        r"|mentions?|mentioned|specif(?:y|ies|ied)|spelled out)\b[^.;]{0,30}?"
        rf"\b(?:{_ASKED}|anything|any)\b",
    ),
    _cue(
        "not confirmed",
        rf"\b{_NOBODY}\b(?: [\w'-]+){{0,4}} (?:has|have|had|would|could|will)"
        r"(?: \w+)? (?:confirm(?:ed)?|acknowledged?|comment(?:ed)?)\b",
    ),
    _cue(
        "gave no reason",
        r"\bg(?:ave|ives?|iven) no (?:reasons?|details?|explanations?)\b",
        rf"\b{_NOBODY} (?:[\w'-]+ ){{0,3}}g(?:ave|ives?|iven) (?:a |any )?"
        r"(?:reasons?|details?|explanations?)\b",
    ),
    _cue(
        "without saying",
        r"\bwithout (?:saying|specifying|naming|mentioning|elaborating|going into"
        r"|identifying|disclosing|detailing|explaining|indicating|a syllable|a word"
        r"|giving (?:details|any|a)|(?:a |any )?(?:mention|reference))\b",
    ),
    _cue(
        "silent on",
        r"\b(?:silent|mute) (?:on|about|as to|over)\b",
        r"\bkept (?:its|his|her|their) silence (?:on|about)\b",
    ),
    _cue(
        "declined to say",
        r"\b(?:declin|refus)(?:ed|es|ing) to"
        rf" (?:be drawn|{_SAYING}|say|explain|give)\b",
    ),
    _cue(
        "left open",
        r"\b(?:leav(?:es?|ing)|left)\b[^.;]{0,30}? (?:unsaid|unanswered)\b",
        rf"\b(?:leav(?:es?|ing)|left) (?:it |the question )?open {_ASKED}\b",
        rf"\b{_REPORT} (?:omit(?:s|ted)?|le(?:aves?|ft) out|pass(?:es|ed) over)\b",
    ),
)
#: Signals that tell of silence if they are negated.
_SAID = frozenset({Act.INFORM, Act.CONFIRM})
NEGATED = "a signal says that it was not told"
_PLAIN = str.maketrans("’‘", "''")


def find_unsaid(
    account: Sequence[Facts], others: Iterable[Facts] = ()
) -> tuple[Value, ...]:
    """Return the sentences that say what was left unsaid, in text order.

    A sentence counts if it holds such words, or the trigger of a negated report, and
    stands near those that report the exchange: in one of them; right after one, if it
    does not name others; up to three after or one before, if it names a party; up to
    eight, if it names two sides. A negated report has to name a party.

    Args:
        account: the signals of one account, of one document; never empty.
        others: further signals, of which those of that document are looked at.
    """
    document = account[0].document
    roots = _roots(account)
    own = [one.signal.sentence for one in account]
    negated = _negated(account, others)
    sentences = _article(document)
    at = [n for n, span in enumerate(sentences) if any(map(span.overlaps, own))]
    return tuple(
        Value(document.quote(sentences[number]), (sentences[number],), rule=rule)
        for number, rule in _silences(document, sentences, negated)
        for words in [document.quote(sentences[number])]
        for first, last in [_reach(words, roots)]
        if rule != NEGATED or last > 1
        if any(first <= number - one <= last for one in at)
    )


def _negated(account: Sequence[Facts], others: Iterable[Facts]) -> list[Span]:
    """Return the triggers of signals that tell of silence.

    Not those in a sentence that reports the exchange, or something else: there it is
    that which was not told.
    """
    own = {one.signal.sentence for one in account}
    reports: defaultdict[Span, list[Facts]] = defaultdict(list)
    for one in others:
        if one.shares_text(account[0]):
            reports[one.signal.sentence].append(one)
    return [
        found[0].signal.trigger
        for sentence, found in reports.items()
        if len(found) == 1
        and sentence not in own
        and found[0].signal.act in _SAID
        and found[0].signal.status is Status.NEGATED
    ]


def _silences(
    document: Document, sentences: Sequence[Span], negated: Sequence[Span]
) -> Iterator[tuple[int, str]]:
    """Yield the sentences that tell of silence, with the rule that found each."""
    for number, sentence in enumerate(sentences):
        words = document.quote(sentence).translate(_PLAIN)
        hits = ((cue, cue.pattern.search(words)) for cue in _CUES)
        hit = next(((cue, hit.group()) for cue, hit in hits if hit), None)
        if hit is not None:
            yield number, f"words for “{hit[0].name}”: “{hit[1]}”"
        elif any(sentence.contains(trigger) for trigger in negated):
            yield number, NEGATED


def _article(document: Document) -> list[Span]:
    return [
        span
        for span in split_sentences(document.text)
        if not any(span.overlaps(part) for part in document.furniture)
    ]


def _reach(words: str, roots: Mapping[str, frozenset[str]]) -> tuple[int, int]:
    """Return how many sentences before and after reports a silence may stand.

    Args:
        words: the sentence that tells of silence.
        roots: how the names of each side of the exchange begin.
    """
    found = find_roots(words)
    named = sum(bool(found & names) for names in roots.values())
    if named:
        return (-_BEFORE, _AFTER) if named == 1 else (-_FAR, _FAR)
    # The first word has a capital, name or not.
    return (0, 0) if find_roots(words.partition(" ")[2]) else (0, 1)


def _roots(account: Sequence[Facts]) -> Mapping[str, frozenset[str]]:
    """Return how the names of each side's parties begin."""
    roots: dict[str, frozenset[str]] = {}
    for facts in account:
        signal, quote = facts.signal, facts.document.quote
        for party in chain(signal.sender, signal.recipient, signal.intermediary):
            names = find_roots(f"{party.actor} {quote(party.span)}")
            roots[party.side] = roots.get(party.side, frozenset()) | names
    return roots
