"""Who states what in a sentence: the words told, and those that name their tellers.

The words of a sentence in, tellings out; offsets are those of the words. What nobody
tells is the outlet's own: a telling without tellers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from backchannel.domain.claims import Polarity
from backchannel.domain.text import Span
from backchannel.reconstruct import tellingwords as say
from backchannel.reconstruct.clauses import name_span
from backchannel.reconstruct.segments import leaves_out_teller, split_segments
from backchannel.reconstruct.tellernames import (
    find_teller,
    find_teller_after,
    is_name,
    last_comma,
    name_at,
    span_of,
    trim_edges,
)


@dataclass(frozen=True, slots=True)
class Telling:
    """Words that a source states, and what it says of them."""

    content: Span
    #: Nearest first; none where the outlet itself states it.
    tellers: tuple[Span, ...]
    polarity: Polarity
    #: In words a person can check.
    rule: str
    #: Who or what is blamed or credited by the telling itself.
    by: Span | None = None
    #: Whether the source vouches for it or disputes it, whatever it is about.
    outright: bool = False


_THAT = re.compile(r"(?: (?!that\b)[\w'-]+){0,9}? that,? | ")
_FEWEST, _FEWEST_ECHOED = 2, 5
_NOBODY = re.compile(r"(?:no|nobody|none|neither)\b", re.IGNORECASE)
_RELATIVE = re.compile(r",? (?:which|who)(?: (?:has|have|had))? $", re.IGNORECASE)


def find_tellings(words: str) -> list[Telling]:
    """Return what is told in a sentence, in order; none of them empty."""
    found: list[Telling] = []
    for segment in split_segments(words):
        for telling in _in_segment(words, segment):
            trimmed = _trimmed(words, telling)
            if trimmed is None:
                continue
            if found and not trimmed.tellers and leaves_out_teller(words, segment):
                trimmed = replace(trimmed, tellers=found[-1].tellers)
            found.append(trimmed)
    return found


def _in_segment(words: str, segment: Span) -> list[Telling]:
    for rule in (_echoed, _blamed, _tallied, _denied, _versions, _said, _framed):
        if found := rule(words, segment):
            return found
    return [_own(words, segment)]


def _echoed(words: str, segment: Span) -> list[Telling]:
    """Return what is told, and that another confirms or denies it."""
    hit = say.ECHO.search(words, segment.start, segment.end)
    if hit is None or hit.start() <= segment.start or not is_name(hit["who"]):
        return []
    if len(words[segment.start : hit.start()].split()) < _FEWEST_ECHOED:
        return []
    first = _in_segment(words, Span(segment.start, hit.start()))
    denied = not hit["verb"].casefold().startswith(("confirm", "acknowledg"))
    rule = "told once more by another: " + hit["verb"]
    teller = (Span(*hit.span("who")),)
    polarity = Polarity.DENIED if denied else Polarity.ASSERTED
    echo = replace(first[-1], tellers=teller, rule=rule, outright=True)
    if denied or not first[-1].tellers:
        echo = replace(echo, polarity=polarity)
    return [*(replace(one, outright=True) for one in first), echo]


def _own(words: str, segment: Span) -> Telling:
    part = words[segment.start : segment.end]
    if hearsay := say.HEARSAY.search(part):
        teller = _moved(Span(*hearsay.span()), segment.start)
        return Telling(segment, (teller,), Polarity.ASSERTED, "is said by nobody named")
    return Telling(segment, (), Polarity.ASSERTED, "the outlet itself states it")


def _blamed(words: str, segment: Span) -> list[Telling]:
    """Return what is told by a verb of blame, or by one of taking responsibility."""
    for pattern in say.BLAME:
        hit = pattern.search(words, segment.start, segment.end)
        teller = _blamer(words, segment, hit) if hit else None
        if hit is None or teller is None:
            continue
        starts = [hit.start(n) for n in ("what", "by") if hit.start(n) >= 0]
        content = Span(min(starts), hit.end())
        by = span_of(words, *hit.span("by"))
        by = by or name_at(words, hit.start("by"), hit.end())
        if then := _THEN.search(words, content.start, content.end):
            content = Span(content.start, then.start())
        accused = hit.group().casefold().startswith("accus")
        if accused:
            content = Span(hit.start("what"), content.end)
        rule = "a verb of accusation" if accused else "a verb of blame"
        return [Telling(content, teller, Polarity.ASSERTED, rule, by, accused)]
    hit = say.OWNING.search(words, segment.start, segment.end)
    if hit is None:
        return []
    teller = find_teller(words, segment, hit.start())
    if teller is None or _NOBODY.match(words[teller[0].start :]):
        return [Telling(Span(hit.end(), segment.end), (), Polarity.DOUBTED, "")]
    denied = hit["verb"].casefold().startswith("den")
    polarity = Polarity.DENIED if denied else Polarity.ASSERTED
    content, rule = Span(hit.end(), segment.end), "a verb of taking responsibility"
    return [Telling(content, teller, polarity, rule, teller[0])]


def _blamer(words: str, segment: Span, hit: re.Match[str]) -> tuple[Span, ...] | None:
    if "who" in hit.re.groupindex:
        return (Span(*hit.span("who")),)
    return find_teller(words, segment, hit.start())


#: What else the teller did: "… and vowed to retaliate".
_THEN = re.compile(r" and (?:vow|threaten|promis|call|demand|warn|urg|said|pledg)\w*\b")


def _tallied(words: str, segment: Span) -> list[Telling]:
    hit = say.TALLY.search(words, segment.start, segment.end)
    teller = find_teller(words, segment, hit.start()) if hit else None
    if hit is None or teller is None:
        return []
    content = Span(hit.end(), segment.end)
    rule = "a verb of counting"
    return [Telling(content, teller, Polarity.ASSERTED, rule, outright=True)]


def _denied(words: str, segment: Span) -> list[Telling]:
    for pattern, polarity, rule in (
        (say.DOUBT, Polarity.DOUBTED, "words of doubt"),
        (say.DENY, Polarity.DENIED, "a verb of denial"),
    ):
        hit = pattern.search(words, segment.start, segment.end)
        if hit is None or hit.end() >= segment.end:
            continue
        yet = _YET.search(words, hit.end(), segment.end)
        end, before = segment.end, words[segment.start : hit.start()]
        end = yet.start() if yet else end
        if _RELATIVE.search(before):
            end = _comma(words, hit.end(), end)
        teller = find_teller(words, segment, hit.start()) or ()
        if not teller or hit.group().casefold().startswith(("it ", "nothing")):
            teller, end = _teller_behind(words, Span(hit.end(), end))
        found = [Telling(Span(hit.end(), end), teller, polarity, rule, outright=True)]
        if _RELATIVE.search(before) and end < segment.end:
            found.append(_own(words, Span(end, segment.end)))
        return found
    return []


#: What speaks against a denial is no part of what is denied.
_YET = re.compile(r", (?:although|though|even though|despite|but|while)\b")


def _teller_behind(words: str, rest: Span) -> tuple[tuple[Span, ...], int]:
    """Return who tells by words at the end of `rest`, and where the telling begins."""
    behind = _said_behind(words, rest) or _told_behind(words, rest)
    return (behind.tellers, behind.content.end) if behind else ((), rest.end)


def _versions(words: str, segment: Span) -> list[Telling]:
    hit = say.VERSION.match(words, segment.start, segment.end)
    who = name_span(words, *hit.span("who")) if hit else None
    if hit is None or who is None:
        return []
    rule = "a version that is somebody's"
    return [Telling(Span(*hit.span("what")), (who,), Polarity.ASSERTED, rule)]


def _said(words: str, segment: Span) -> list[Telling]:
    """Return what is told by a verb of telling before or behind it."""
    before = say.BEFORE.match(words, segment.start, segment.end)
    framed = before is not None and before.end() < segment.end
    if before and framed and not say.SAY.search(words, before.end()):
        return _framed(words, segment)
    if quoted := say.QUOTED.search(words, segment.start, segment.end):
        outer = find_teller(words, segment, quoted.start()) or ()
        tellers = (Span(*quoted.span("of")), *outer)
        content = Span(quoted.end(), segment.end)
        return [Telling(content, tellers, Polarity.ASSERTED, "a quoted source")]
    found = _said_behind(words, segment) or _said_before(words, segment)
    if found is None:
        return []
    return list(_with_added(words, _nested(words, found)))


def _said_behind(words: str, segment: Span) -> Telling | None:
    for hit in say.SAY.finditer(words, segment.start, segment.end):
        rest = words[hit.end() : segment.end]
        comma = last_comma(words, segment.start, hit.start())
        if comma is None:
            continue
        if not words[comma.end : hit.start()].strip():
            who = find_teller_after(words, Span(segment.start, hit.start()), hit.end())
        elif (
            say.TAIL.fullmatch(rest) or say.ADDING.match(rest) or say.ASIDE.match(rest)
        ):
            who = name_span(words, comma.end, hit.start())
        else:
            continue
        content = Span(segment.start, comma.start)
        if who is None or len(words[content.start : content.end].split()) < _FEWEST:
            continue
        if not is_name(words[who.start : who.end]):
            continue
        return _telling(words, content, (who,), hit)
    return None


def _said_before(words: str, segment: Span) -> Telling | None:
    for hit in say.SAY.finditer(words, segment.start, segment.end):
        teller = find_teller(words, segment, hit.start())
        that = _THAT.match(words, hit.end(), segment.end)
        if teller is None or that is None:
            continue
        if _TELLS.match(hit.group()) and "that" not in that.group():
            that = _ADDRESSED.match(words, hit.end(), segment.end)
        if that is None:
            continue
        rest = words[that.end() : segment.end]
        if len(rest.split()) < _FEWEST or rest.startswith((",", ".")):
            continue
        return _telling(words, Span(that.end(), segment.end), teller, hit)
    return None


#: "told us it was so": whom one tells comes first.
_TELLS = re.compile(r"tells?|told", re.IGNORECASE)
_ADDRESSED = re.compile(
    r" (?:us|me|him|her|them|reporters|journalists|parliament|MPs|lawmakers|diplomats"
    r"|(?:the|an?|his|her|its|their) [\w ]{2,30}?(?= (?:it|he|she|they|there|its"
    r"|his)\b)|[A-Z]\w+) (?!by\b|on\b|in\b|at\b|about\b|of\b|to\b)"
)


def _telling(
    words: str, content: Span, teller: tuple[Span, ...], verb: re.Match[str]
) -> Telling:
    outright = bool(say.OUTRIGHT.match(verb.group()))
    rule = f'told by "{verb.group()}"'
    return Telling(content, teller, Polarity.ASSERTED, rule, outright=outright)


def _nested(words: str, found: Telling) -> Telling:
    """Return it without a frame of its own: "said, according to X, that …"."""
    if behind := _told_behind(words, found.content):
        tellers = (*found.tellers, *behind.tellers)
        return replace(found, content=behind.content, tellers=tellers)
    inner = _said_before(words, found.content)
    if inner is None or not words[: inner.content.start].endswith(("that ", "that, ")):
        return found
    tellers = (*inner.tellers, *found.tellers)
    return replace(found, content=inner.content, tellers=tellers)


def _with_added(words: str, found: Telling) -> Iterator[Telling]:
    """Yield it, and what the same source adds to it."""
    added = list(say.ADDING.finditer(words, found.content.start))
    ends = [hit.start() for hit in added]
    if not added:
        yield found
        return
    first = min(found.content.end, ends[0])
    if first > found.content.start:
        yield replace(found, content=Span(found.content.start, first))
    for hit, end in zip(added, (*ends[1:], len(words)), strict=True):
        if hit.end() < end and "citing" not in hit.group():
            content = Span(hit.end(), end)
            yield replace(found, content=content, rule="added by the same source")


def _framed(words: str, segment: Span) -> list[Telling]:
    before = say.BEFORE.match(words, segment.start, segment.end)
    if before and before.end() < segment.end:
        who = next(n for n in "abcde" if before.groupdict().get(n))
        content = Span(before.end(), segment.end)
        teller = Span(*before.span(who))
        return [Telling(content, (teller,), Polarity.ASSERTED, "on somebody's account")]
    behind = _told_behind(words, segment)
    return [behind] if behind else []


def _told_behind(words: str, segment: Span) -> Telling | None:
    hit = say.BEHIND.search(words, segment.start, segment.end)
    if hit is None or hit.start() <= segment.start:
        return None
    who = next(n for n in "abc" if hit.groupdict().get(n))
    content, teller = Span(segment.start, hit.start()), Span(*hit.span(who))
    return Telling(content, (teller,), Polarity.ASSERTED, "on somebody's account")


def _comma(words: str, start: int, end: int) -> int:
    at = words.find(",", start, end)
    return at if at >= 0 else end


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _trimmed(words: str, telling: Telling) -> Telling | None:
    content = trim_edges(words, telling.content)
    if content is None or not telling.rule:
        return None
    tellers = (trim_edges(words, teller) for teller in telling.tellers)
    by = trim_edges(words, telling.by) if telling.by else None
    return replace(
        telling, content=content, tellers=tuple(filter(None, tellers)), by=by
    )
