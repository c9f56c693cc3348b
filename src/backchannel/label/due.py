"""Roles that a signal has by its nature, so that the likeliest passage will do.

In: how probable acts and channels are. Out: roles. Somebody sends nearly every signal,
acts that are aimed at somebody mostly name whom, and what goes through an intermediary
has a carrier.
"""

from collections.abc import Mapping

from backchannel.domain.signals import Act, Channel

#: Acts with a recipient in more than seven of ten cases of gold/train.
AIMED = frozenset(
    (
        Act.ACCUSE,
        Act.CONSULT,
        Act.DEMAND,
        Act.OFFER,
        Act.PROMISE,
        Act.REQUEST,
        Act.SUPPORT,
        Act.THREATEN,
    )
)
#: How probable the likeliest passage of a role that is due must be.
LEAST = {"sender": 0.05, "recipient": 0.3, "intermediary": 0.2}


def due_roles(
    acts: Mapping[str, float], channels: Mapping[str, float]
) -> frozenset[str]:
    """Return the roles that a signal of these acts and channels has."""
    due = {"sender"}
    if max(acts, key=lambda act: acts[act]) in AIMED:
        due.add("recipient")
    if max(channels, key=lambda channel: channels[channel]) == Channel.INTERMEDIARY:
        due.add("intermediary")
    return frozenset(due)
