"""How exchanges hang together: contacts hold messages, relays pass on, replies answer.

A grouping and its exchanges in, links out, each with its reason. Rules over the words,
the sides and the days; nothing here moves a signal from one exchange to another.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

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
#: Sentences of one text between a message and its answer at most, in code points.
_NEAR = 500


def find_links(grouping: Grouping, exchanges: Sequence[Exchange]) -> tuple[Link, ...]:
    """Return the links between `exchanges`, each once, in order."""
    found: dict[tuple[str, Relation, str], Link] = {}
    home = {signal: (one.id, one) for one in exchanges for signal in one.signals}
    for facts in _by_text(grouping):
        for relation, source, target, reason in _within(facts):
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
