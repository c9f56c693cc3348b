"""On whose word: comparisons of who tells two signals of one text.

A report that sets two accounts of one call side by side names a source for each, and
the second often sets itself against the first. Two facts in; a number of 0 to 1 out.
The docstring is the reason that people read.
"""

import re

from backchannel.compare.acts import PUBLIC
from backchannel.compare.facts import Facts
from backchannel.compare.parties import parties_fit
from backchannel.compare.wording import Rarity
from backchannel.domain.signals import Act, Channel

#: Words that set what follows against what came before.
_CONTRAST = re.compile(
    r"\b(?:but|however|though|although|yet|whereas|contrary|contrast|instead|rather|nor"
    r"|not so|no such|nothing of|otherwise|differ\w*|version|account|telling|readout"
    r"|summary|remember\w*|recall\w*|insist\w*|maintain\w*|conced\w*|counter\w*"
    r"|contradict\w*|disput\w*|correct\w*|den(?:y|ies|ied)"
    r"|for (?:his|her|its|their) part)\b",
    re.IGNORECASE,
)
#: What a party says of a contact when it gives its own version.
_TELLING = frozenset({Act.INFORM, Act.DENY, Act.CONFIRM})
#: Code points after which "near each other" has halved.
_NEAR = 300


def rival_sources(left: Facts, right: Facts, _: Rarity) -> float:
    """One text tells both, each on another's word."""
    told = bool(left.tellers) and bool(right.tellers)
    return float(told and _rivals(left, right) and parties_fit(left, right))


def rival_account_near(left: Facts, right: Facts, _: Rarity) -> float:
    """Right after it, somebody else tells of the same side."""
    contact = left.signal.act is Act.CONSULT
    if contact or not _rivals(left, right) or not parties_fit(left, right):
        return 0.0
    return _near(left, right)


def rival_turned(left: Facts, right: Facts, _: Rarity) -> float:
    """Each of two sources says that the other side did it."""
    if not (left.tellers and right.tellers and _rivals(left, right)):
        return 0.0
    there = left.sender.sides and left.sender.sides == right.recipient.sides
    back = right.sender.sides and right.sender.sides == left.recipient.sides
    return _near(left, right) if there and back else 0.0


def party_tells(left: Facts, right: Facts, _: Rarity) -> float:
    """A party of it gives a version of its own."""
    if not left.shares_text(right):
        return 0.0
    first, later = sorted((left, right), key=lambda one: one.signal.trigger)
    told = later.signal.act in _TELLING and not later.recipient.sides
    public = later.signal.channel in PUBLIC | {Channel.UNKNOWN}
    party = bool(first.recipient.sides) and later.sender.meets(first.parties)
    if told and public and party and sets_against(later):
        return _near(left, right)
    return 0.0


def same_source(left: Facts, right: Facts, _: Rarity) -> float:
    """One text tells both, on the same word."""
    return float(left.shares_text(right) and bool(left.tellers & right.tellers))


def no_source(left: Facts, right: Facts, _: Rarity) -> float:
    """One text tells both on its own word."""
    told = bool(left.tellers) or bool(right.tellers)
    return float(left.shares_text(right) and not told)


def sets_against(later: Facts) -> bool:
    """Whether its sentence sets itself against what was said before."""
    return _CONTRAST.search(later.entry.quote) is not None


def _rivals(left: Facts, right: Facts) -> bool:
    told = bool(left.tellers) or bool(right.tellers)
    return left.shares_text(right) and told and not left.tellers & right.tellers


def _near(left: Facts, right: Facts) -> float:
    apart = abs(left.signal.trigger.start - right.signal.trigger.start)
    return 1.0 / (1.0 + apart / _NEAR)
