"""What is done, how it travels, whether it happened: comparisons of two signals.

Two facts in; a number of 0 to 1 out. The docstring is the reason that people read.
"""

from datetime import date

from backchannel.compare.days import other_day, same_day
from backchannel.compare.facts import Facts
from backchannel.compare.parties import parties_fit, same_two_names
from backchannel.compare.wording import Rarity
from backchannel.domain.signals import Act, Channel, Status

#: Acts that one report calls this and another that.
KINDS: tuple[frozenset[Act], ...] = (
    frozenset({Act.WARN, Act.THREATEN, Act.DEMAND}),
    frozenset({Act.OFFER, Act.PROMISE, Act.ASSURE, Act.AGREE}),
    frozenset({Act.REQUEST, Act.DEMAND, Act.OFFER}),
    frozenset({Act.INFORM, Act.ANNOUNCE, Act.CONFIRM}),
    frozenset({Act.REJECT, Act.DENY}),
)
#: Acts that a speaker does several of in one breath.
LOOSE = frozenset(
    {
        Act.INFORM,
        Act.ANNOUNCE,
        Act.SUPPORT,
        Act.ACCUSE,
        Act.DENY,
        Act.CONFIRM,
        Act.REJECT,
    }
)
#: Channels that the public hears.
PUBLIC = frozenset(
    {
        Channel.INTERVIEW,
        Channel.SPEECH,
        Channel.STATEMENT,
        Channel.SOCIAL,
        Channel.BRIEFING,
    }
)
#: Channels between the parties alone.
CLOSED = frozenset(Channel) - PUBLIC - {Channel.UNKNOWN}
#: Of what has not happened yet.
AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE})


def same_act(left: Facts, right: Facts, _: Rarity) -> float:
    """It is the same act."""
    return float(left.signal.act is right.signal.act)


def acts_fit(left: Facts, right: Facts) -> bool:
    """Whether the acts are the same or of one kind."""
    acts = {left.signal.act, right.signal.act}
    return len(acts) == 1 or any(acts <= kind for kind in KINDS)


def both_contacts(left: Facts, right: Facts, _: Rarity) -> float:
    """Both are contacts."""
    return float(left.signal.act is right.signal.act is Act.CONSULT)


def one_contact(left: Facts, right: Facts, _: Rarity) -> float:
    """One is a contact, the other a message."""
    return float((left.signal.act is Act.CONSULT) != (right.signal.act is Act.CONSULT))


def both_inform(left: Facts, right: Facts, _: Rarity) -> float:
    """Both only tell a fact or a position."""
    return float(left.signal.act is right.signal.act is Act.INFORM)


def both_judge(left: Facts, right: Facts, _: Rarity) -> float:
    """Both accuse, praise, announce, deny or confirm."""
    loose = LOOSE - {Act.INFORM, Act.REJECT}
    return float(left.signal.act is right.signal.act and left.signal.act in loose)


def same_channel(left: Facts, right: Facts, _: Rarity) -> float:
    """They went the same way, and not in public."""
    channel = left.signal.channel
    return float(channel is right.signal.channel and channel in CLOSED)


def _other_channel(left: Facts, right: Facts, _: Rarity) -> float:
    """They went different ways."""
    ways = {left.signal.channel, right.signal.channel}
    ways = {Channel.STATEMENT if way in PUBLIC else way for way in ways}
    return float(len(ways - {Channel.UNKNOWN, Channel.PRIVATE}) == 2)


def both_public(left: Facts, right: Facts, _: Rarity) -> float:
    """Both were said to the public."""
    return float({left.signal.channel, right.signal.channel} <= PUBLIC)


def same_status(left: Facts, right: Facts, _: Rarity) -> float:
    """Both happened, or neither did."""
    return float(left.signal.status is right.signal.status)


def status_turned(left: Facts, right: Facts, _: Rarity) -> float:
    """One says that it happened, the other that it did not."""
    negated = [one.signal.status is Status.NEGATED for one in (left, right)]
    return float(negated[0] != negated[1])


def status_fulfilled(left: Facts, right: Facts, _: Rarity) -> float:
    """The earlier report expects it, the later one tells what came of it."""
    if left.published is None or right.published is None:
        return 0.0
    first, second = sorted((left, right), key=lambda one: one.published or date.min)
    if first.published == second.published:
        return 0.0
    ahead = [one.signal.status in AHEAD for one in (first, second)]
    return float(ahead == [True, False])


def same_message(left: Facts, right: Facts, _: Rarity) -> float:
    """The same side does the same to the same side."""
    act = left.signal.act
    if act is not right.signal.act or act in LOOSE or act is Act.CONSULT:
        return 0.0
    return float(parties_fit(left, right))


def like_message(left: Facts, right: Facts, _: Rarity) -> float:
    """The same side does something like it to the same side."""
    acts = {left.signal.act, right.signal.act}
    if len(acts) == 1 or acts & LOOSE or not acts_fit(left, right):
        return 0.0
    return float(parties_fit(left, right))


def contact_same_names(left: Facts, right: Facts, rarity: Rarity) -> float:
    """The same two persons or bodies are in contact in the same way."""
    return _contacts(left, right, rarity) * same_two_names(left, right, rarity)


def contact_same_day(left: Facts, right: Facts, rarity: Rarity) -> float:
    """Two contacts of one side on the same days."""
    if not left.parties.meets(right.parties):
        return 0.0
    return both_contacts(left, right, rarity) * same_day(left, right, rarity)


def contact_other_day(left: Facts, right: Facts, rarity: Rarity) -> float:
    """Two contacts on different days."""
    return both_contacts(left, right, rarity) * other_day(left, right, rarity)


def _contacts(left: Facts, right: Facts, rarity: Rarity) -> float:
    apart = _other_channel(left, right, rarity)
    return both_contacts(left, right, rarity) * (1.0 - apart)


def only_such(left: Facts, right: Facts, rarity: Rarity) -> float:
    """Few acts of this kind by this side, or contacts of these sides, are told."""
    shared = left.kinds & right.kinds
    if left.signal.act in LOOSE or not shared:
        return 0.0
    return 2 / max(2, min(map(rarity.such, shared)))


def only_such_turned(left: Facts, right: Facts, rarity: Rarity) -> float:
    """Few of this kind are told: one that happened, one that did not."""
    turned = status_turned(left, right, rarity)
    return turned * only_such(left, right, rarity)
