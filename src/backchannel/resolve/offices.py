"""Descriptions by office: "Iran's foreign minister", "the ministry", "two officials".

A page and the words that name sides in; offices with their owners out.
"""

import re
from dataclasses import dataclass, replace

from backchannel.domain.text import Span
from backchannel.domain.words import fold
from backchannel.resolve.sides import Named, SideIndex
from backchannel.resolve.vocabulary import (
    ABROAD,
    BODIES,
    GROUPS,
    IRREGULAR_PLURALS,
    MODIFIERS,
    PERSONS,
)
from backchannel.resolve.words import word_set


@dataclass(frozen=True, slots=True)
class Office:
    """Words that describe a person or a body by what it is."""

    #: Modifiers, head and "of state", without article and owner.
    span: Span
    #: The noun, singular and folded: "minister".
    head: str
    #: All the words, folded, the head singular: "foreign minister".
    title: str
    plural: bool
    #: Whether the noun is one for persons, not for bodies and groups.
    person: bool
    #: The words that name for whom: "Iran’s", "of Oman"; None where none are near.
    owner: Named | None


_HEADS = sorted(
    {*PERSONS, *BODIES, *GROUPS, *IRREGULAR_PLURALS}
    | {f"{head}s" for head in PERSONS}
    | {f"{head}s" for head in BODIES}
    | {re.sub("y$", "ies", head) for head in BODIES},
    key=len,
    reverse=True,
)
_HEAD = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(map(re.escape, _HEADS))
    + r")(?!\w|-(?!general|elect|designate))",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:[- ]general|[- ]elect|[- ]designate)?"
    r"(?: of (?:state|staff|mission|government|cabinet|parliament)\b"
    r"| (?:of|for) (?:the )?(?:foreign affairs|external affairs|foreign relations"
    r"|defen[cs]e|interior|treasury|homeland security|justice|finance|energy"
    r"|health|trade|information|water|economy|irrigation|agriculture|commerce"
    r"|political affairs|economic affairs|international affairs|public affairs"
    r"|human rights|foreign policy|peace|national defen[cs]e)\b)*",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)([ -])$")
_GENERIC_HEADS = word_set("minister ministers ministry ministries")
_STOPS = word_set(
    "the a an of in to for from by and or its his her their our my your this that"
    " these those with as two three four five other another both every each no any"
    " some most many several few said told between against one same which who"
    " whose when while after before but it he she they we per at on under former"
    " is was are were be been has had have not new all than then if so"
)
_POSSESSED = re.compile(
    r"^(?:(?:['’]s?)?(?:[ -](?!(?:and|to|of|in|said|the|with|from|on|had|has|have|told"
    r"|by|was|were|is|are|as|met|asked|that|who|whose|for|at|but|will|would|a|an)\b)"
    r"(?:[a-z-]+|[A-Z]{2,5})){0,3}(?:['’]s?)? )$"
)
_OWNED_BY = re.compile(r"^(?:,? (?:of|in|to|for|from|at) (?:the )?(?:[a-z]+ )?)$")


def _is_titled(text: str, between: str, span: Span) -> bool:
    """Whether capitals between make one title: "EU Competition Commissioner"."""
    return text[span.start].isupper() and _CAPITALS.match(between) is not None


_CAPITALS = re.compile(r"^(?: [A-Z][a-z]+){1,2} $")
_OF = re.compile(r"^,? (?:of|from) (?:the )?$")


def find_offices(text: str, sides: SideIndex) -> tuple[Office, ...]:
    """Return the offices in `text`, in order."""
    found: list[Office] = []
    for head in _HEAD.finditer(text):
        if found and head.start() < found[-1].span.end:
            continue
        tail = _TAIL.match(text, head.end())
        end = tail.end() if tail else head.end()
        start = _reach_left(text, head, sides)
        if found and start < found[-1].span.end:
            found.pop()
        office = _describe(text, Span(start, end), head.group(), sides)
        if office.owner is None and found and _shares_owner(text, found[-1], office):
            office = replace(office, owner=found[-1].owner)
        found.append(office)
    return tuple(found)


def _shares_owner(text: str, left: Office, right: Office) -> bool:
    """Whether two offices have one owner: "Colombian Vice President and Minister"."""
    return text[left.span.end : right.span.start] in (" and ", " & ", "/", ", ")


def _reach_left(text: str, head: re.Match[str], sides: SideIndex) -> int:
    """Return where the modifiers of the head begin."""
    start = head.start()
    generic = head.group().casefold() in _GENERIC_HEADS
    for _ in range(5):
        before = _BEFORE.search(text[max(0, start - 30) : start])
        if before is None:
            break
        word, at = before.group(1), start - len(before.group())
        if sides.at(at) is not None or word.endswith(("'s", "’s", "s’", "s'")):
            break
        if not (fold(word) in MODIFIERS or (generic and fold(word) not in _STOPS)):
            break
        generic = False
        start = at
    return start


def _describe(text: str, span: Span, head: str, sides: SideIndex) -> Office:
    noun = head.casefold()
    single = singular(noun)
    words = text[span.start : span.end]
    title = fold(words.casefold().replace(noun, single, 1))
    return Office(
        span=span,
        head=single,
        title=title,
        plural=single != noun,
        person=single in PERSONS,
        owner=find_owner(text, span, sides),
    )


def singular(head: str) -> str:
    """Return the singular of a folded noun of the vocabulary."""
    if head in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[head]
    if head in PERSONS or head in BODIES or head in GROUPS:
        return head
    if head.endswith("ies"):
        return head[:-3] + "y"
    return head.removesuffix("s")


def find_owner(text: str, span: Span, sides: SideIndex) -> Named | None:
    """Return who the office at `span` belongs to, by the words on either side of it."""
    left = sides.last_before(span.start)
    between = text[left.span.end : span.start][:60] if left else ""
    if left and (_POSSESSED.match(between) or _is_titled(text, between, span)):
        return left
    right = sides.first_from(span.end)
    gap = text[span.end : right.span.start][:40] if right else ""
    abroad = fold(text[span.start : span.end]).split()[-1] in ABROAD
    if right and (_OF if abroad else _OWNED_BY).match(gap):
        return right
    return None
