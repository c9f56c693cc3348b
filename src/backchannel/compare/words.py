"""What is said: comparisons of the words of two signals.

Two facts in; a number of 0 to 1 out. The docstring is the reason that people read.
"""

from backchannel.compare.acts import acts_fit
from backchannel.compare.facts import Facts
from backchannel.compare.parties import parties_fit
from backchannel.compare.wording import Rarity

#: Rare words beyond which nothing is added.
_MOST = 4


def content_alike(left: Facts, right: Facts, rarity: Rarity) -> float:
    """They say the same."""
    return rarity.alike(left.content, right.content)


def content_within(left: Facts, right: Facts, rarity: Rarity) -> float:
    """What one says stands in the other's sentence."""
    return max(
        rarity.part(left.content, right.sentence),
        rarity.part(right.content, left.sentence),
    )


def clause_alike_bare(left: Facts, right: Facts, rarity: Rarity) -> float:
    """They are told in the same words, names apart."""
    names = left.named | right.named
    return rarity.alike(left.clause - names, right.clause - names)


def sentence_alike(left: Facts, right: Facts, rarity: Rarity) -> float:
    """Their sentences have the same words."""
    if left.shares_sentence(right):
        return 0.0
    return rarity.alike(left.sentence, right.sentence)


def context_alike(left: Facts, right: Facts, rarity: Rarity) -> float:
    """Their sentences and those before have the same words."""
    if left.shares_text(right):
        return 0.0
    return rarity.alike(left.sentence | left.before, right.sentence | right.before)


def same_trigger(left: Facts, right: Facts, _: Rarity) -> float:
    """The act is named by the same word."""
    return float(bool(left.trigger & right.trigger))


def condition_alike(left: Facts, right: Facts, rarity: Rarity) -> float:
    """They set the same condition."""
    return rarity.alike(left.condition, right.condition)


def both_conditional(left: Facts, right: Facts, _: Rarity) -> float:
    """Both set a condition."""
    return float(bool(left.condition) and bool(right.condition))


def rare_words(left: Facts, right: Facts, rarity: Rarity) -> float:
    """Their sentences share words that are rare in the case."""
    if left.shares_sentence(right):
        return 0.0
    shared = (left.sentence & right.sentence) - left.named - right.named
    return min(sum(map(rarity.is_rare, shared)), _MOST) / _MOST


def rare_content_words(left: Facts, right: Facts, rarity: Rarity) -> float:
    """What they say shares words that are rare in the case."""
    shared = (left.content & right.content) - left.named - right.named
    return min(sum(map(rarity.is_rare, shared)), _MOST) / _MOST


def silent_one(left: Facts, right: Facts, _: Rarity) -> float:
    """Only one tells what was conveyed."""
    return float((not left.content) != (not right.content))


def sharing_nothing(left: Facts, right: Facts, _: Rarity) -> float:
    """Both tell what was conveyed, without a word in common."""
    told = bool(left.content) and bool(right.content)
    return float(told and not left.content & right.content)


def same_message_words(left: Facts, right: Facts, rarity: Rarity) -> float:
    """The same side does the same to the same side in the same words."""
    if not acts_fit(left, right) or not parties_fit(left, right):
        return 0.0
    return told_alike(left, right, rarity)


def named_by_noun(left: Facts, right: Facts, _: Rarity) -> float:
    """One speaks of the other: "the threat", "that letter"."""
    return float(_speaks_of(left, right) or _speaks_of(right, left))


def told_alike(left: Facts, right: Facts, rarity: Rarity) -> float:
    """Return how alike the two are told, by the fuller of two measures."""
    within = content_within(left, right, rarity)
    return max(within, rarity.alike(left.clause, right.clause))


def _speaks_of(one: Facts, other: Facts) -> bool:
    meant = {other.signal.act, other.signal.channel} & one.meant
    return bool(meant) and one.sender.meets(other.parties)
