"""How exchanges hang together: contacts hold messages, relays pass on, replies answer.

A grouping and its exchanges in, links out, each with its reason. Rules over the words,
the sides and the days; nothing here moves a signal from one exchange to another.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import chain

from backchannel.compare.acts import CLOSED
from backchannel.compare.facts import Facts, days_between
from backchannel.compare.grouping import Grouping
from backchannel.domain.exchanges import Exchange, Kind, Link, Relation
from backchannel.domain.signals import Act, Channel

#: Ways in which a contact is made and a message can be part of it.
_MEETING = frozenset({Channel.CALL, Channel.MEETING})
#: What one asks another to pass on.
_ASKING = frozenset({Act.REQUEST, Act.DEMAND, Act.OFFER, Act.CONSULT})
_PASSING = re.compile(
    r"\b(?:pass\w*(?: \w+){0,3} on|relay\w*|convey\w*|deliver\w*|carry|carries|tell"
    r"|inform|transmit\w*|mediat\w*|press(?:ed|ing)?|urge|persuade|warn)\b",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"\b(?:in (?:response|reply|answer)|repl(?:y|ied|ies|ying)|respond\w*|answer\w*"
    r"|retort\w*|countered|in return|counter-?(?:offer|proposal)\w*)\b",
    re.IGNORECASE,
)
#: Acts that answer, whatever the words.
_ANSWERING = frozenset({Act.REJECT, Act.AGREE})
#: How messages of a line travel, as far as a report says.
_CARRIED = frozenset(
    {Channel.INTERMEDIARY, Channel.PRIVATE, Channel.LETTER, Channel.UNKNOWN}
)
#: A contact that lasts so long is a line of many; what it holds is reported by then.
_LASTING, _REPORTED = timedelta(days=7), timedelta(days=7)
#: Sentences of one text between a message and its answer at most, in code points.
_NEAR = 500


def find_links(grouping: Grouping, exchanges: Sequence[Exchange]) -> tuple[Link, ...]:
    """Return the links between `exchanges`, each once, in order."""
    found: dict[tuple[str, Relation, str], Link] = {}
    home = {signal: (one.id, one) for one in exchanges for signal in one.signals}
    within = (linked for facts in _by_text(grouping) for linked in _within(facts))
    for relation, source, target, reason in chain(within, _lines(grouping.facts)):
        (start, whole), (end, _) = home[source.signal.id], home[target.signal.id]
        holds = relation is not Relation.HOLDS or whole.kind is Kind.CONTACT
        if start != end and holds:
            ends = start, relation, end
            found.setdefault(ends, Link(*ends, reason))
    return tuple(sorted(found.values()))


Linked = tuple[Relation, Facts, Facts, str]


def _within(facts: Sequence[Facts]) -> Iterator[Linked]:
    """Yield what hangs together in one text; exchanges carry it to the others."""
    for number, later in enumerate(facts):
        for earlier in reversed(facts[:number]):
            if later.signal.trigger.start - earlier.signal.trigger.end > _NEAR:
                break
            yield from _holds(earlier, later)
            yield from _holds(later, earlier)
            yield from _passes_on(earlier, later)
            yield from _answers(later, earlier)


def _holds(contact: Facts, message: Facts) -> Iterator[Linked]:
    if contact.signal.act is not Act.CONSULT or message.signal.act is Act.CONSULT:
        return
    if contact.signal.channel not in _MEETING:
        return
    if message.signal.channel is not contact.signal.channel or _days_apart(
        contact, message
    ):
        return
    if _same_parties(contact, message):
        reason = f"said in the {contact.signal.channel} by one party of it to the other"
        yield Relation.HOLDS, contact, message, reason


def _lines(facts: Sequence[Facts]) -> Iterator[Linked]:
    """Yield continuing lines of messages with the single ones, in whatever text.

    "Over the past 40 days, messages have been exchanged between the two" holds the
    warning that one of them sent the other in these days.
    """
    messages: defaultdict[frozenset[str], list[Facts]] = defaultdict(list)
    for one in facts:
        if one.signal.act is not Act.CONSULT and one.signal.channel in _CARRIED:
            messages[one.parties.sides].append(one)
    for line in facts:
        if not _is_line(line):
            continue
        for message in messages[line.parties.sides]:
            if _falls_within(message, line):
                reason = "one of the messages that they exchanged in these days"
                yield Relation.HOLDS, line, message, reason


def _is_line(facts: Facts) -> bool:
    days = facts.dated
    if days is None or days.start is None or days.end is None:
        return False
    lasts = days.end - days.start >= _LASTING
    two = len(facts.parties.sides) > 1
    return facts.signal.act is Act.CONSULT and lasts and two


def _falls_within(message: Facts, line: Facts) -> bool:
    """Whether the text dates the message, or its report, to days of the line."""
    days, own = line.dated, message.dated
    if own is not None:
        return days is not None and days_between(own, days) == 0
    published = message.published
    if published is None or days is None or days.start is None or days.end is None:
        return False
    return days.start <= published <= days.end + _REPORTED


def _same_parties(contact: Facts, message: Facts) -> bool:
    sides, sender = contact.parties.sides, message.sender.sides
    if len(sides) < 2 or not sender & sides:
        return False
    receiver = message.recipient.sides
    return not receiver or bool(receiver & (sides - sender))


def _passes_on(asking: Facts, passed: Facts) -> Iterator[Linked]:
    """Yield a request to one side, and what that side then carries or asks."""
    if asking.signal.act not in _ASKING or not asking.recipient.sides:
        return
    carrier = asking.recipient.sides
    carried = (
        passed.carrier.sides & carrier and passed.sender.sides & asking.sender.sides
    )
    content = asking.signal.content
    told = content is not None and content.overlaps(passed.signal.trigger)
    words = content is not None and _PASSING.search(asking.document.quote(content))
    if carried:
        reason = "who is asked carries it for who asks"
        yield Relation.PASSES_ON, asking, passed, reason
    elif told and words and passed.sender.sides & carrier:
        reason = "who is asked is to say it to a third party"
        yield Relation.PASSES_ON, asking, passed, reason


def _answers(answer: Facts, message: Facts) -> Iterator[Linked]:
    if Act.CONSULT in (answer.signal.act, message.signal.act):
        return
    back = answer.sender.sides & message.recipient.sides
    if not back or answer.recipient.apart(message.sender):
        return
    if _REPLY.search(answer.entry.quote):
        yield Relation.ANSWERS, answer, message, "its words say that it is a reply"
    elif answer.signal.act in _ANSWERING and message.signal.channel in CLOSED:
        reason = f"who received it {_done(answer.signal.act)} right after"
        yield Relation.ANSWERS, answer, message, reason


def _done(act: Act) -> str:
    return "rejects" if act is Act.REJECT else "agrees"


def _days_apart(left: Facts, right: Facts) -> bool:
    a, b = left.dated, right.dated
    return a is not None and b is not None and days_between(a, b) > 0


def _by_text(grouping: Grouping) -> Iterator[list[Facts]]:
    texts: defaultdict[str, list[Facts]] = defaultdict(list)
    for facts in grouping.facts:
        texts[facts.document.id].append(facts)
    for found in texts.values():
        yield sorted(found, key=lambda one: one.signal.trigger)
