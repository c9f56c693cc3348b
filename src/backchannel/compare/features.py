"""The comparisons that tell whether two signals report one exchange.

All are symmetrical: who comes first does not matter. Their weights are in
`backchannel.compare.weights`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from backchannel.compare import acts, days, denials, parties, rivals, words
from backchannel.compare.facts import (
    CARRIED,
    CONDITIONAL,
    CONTACT,
    DATED,
    DENIES,
    MEANING,
    NEGATED,
    RECEIVED,
    SENT,
    TELLING,
    TOLD,
    Facts,
)
from backchannel.compare.wording import Rarity
from backchannel.domain.exchanges import Share

#: Two facts in, 0 to 1 out; 0 where it has nothing to say.
Feature = Callable[[Facts, Facts, Rarity], float]

FEATURES: tuple[Feature, ...] = (
    *(acts.same_act, acts.both_contacts, acts.one_contact),
    *(acts.both_inform, acts.both_judge, acts.same_message, acts.like_message),
    *(acts.contact_same_names, acts.contact_same_day),
    *(
        acts.contact_other_day,
        acts.same_channel,
    ),
    *(acts.both_public, acts.same_status, acts.status_turned, acts.status_fulfilled),
    *(parties.same_sender, parties.same_sender_name, parties.other_sender),
    *(parties.same_recipient, parties.same_recipient_name, parties.other_recipient),
    *(parties.same_two_sides, parties.same_two_names),
    *(parties.same_carrier, parties.other_carrier, parties.carrier_is_party),
    *(parties.told_by_sender, days.same_day, days.other_day, days.days_exclude),
    *(days.reports_near, days.same_text, days.same_sentence, days.near_in_text),
    *(
        words.content_alike,
        words.content_within,
    ),
    *(words.clause_alike_bare, words.sentence_alike, words.context_alike),
    *(words.same_trigger, words.condition_alike, words.both_conditional),
    *(words.rare_words, words.rare_content_words),
    *(words.silent_one, words.sharing_nothing, words.same_message_words),
    *(
        words.named_by_noun,
        denials.one_denies,
    ),
    *(denials.denial_follows, denials.both_deny_words),
    *(denials.message_denied, denials.message_denied_words, denials.told_within),
    *(acts.only_such, acts.only_such_turned),
    *(denials.denied_within, rivals.rival_sources, rivals.rival_account_near),
    *(rivals.rival_turned, rivals.party_tells, rivals.same_source, rivals.no_source),
)
#: Name -> the reason that people read.
WORDS: Mapping[str, str] = MappingProxyType(
    {feature.__name__: (feature.__doc__ or "").rstrip(".") for feature in FEATURES}
)


@dataclass(frozen=True, slots=True)
class Need:
    """What two signals must be like for a feature to have anything to say of them.

    Traits are the bits of `Facts.traits`; 0 asks for none.
    """

    #: Both have these.
    both: int = 0
    #: Exactly one of the two has this.
    one: int = 0
    #: At least one of the two has this.
    some: int = 0
    #: Whether they stand in one text; None where it does not matter.
    text: bool | None = None

    def fits(self, both: int, some: int, text: bool) -> bool:
        """Whether it is met, from the traits that both have and that some has."""
        return (
            both & self.both == self.both
            and (some & ~both) & self.one == self.one
            and some & self.some == self.some
            and self.text in (None, text)
        )


#: Features that say nothing, but costly, where a need is not met. What is not here is
#: asked of every pair.
NEEDS: Mapping[Feature, Need] = MappingProxyType(
    {
        acts.both_contacts: Need(both=CONTACT),
        acts.one_contact: Need(one=CONTACT),
        acts.same_message: Need(both=SENT),
        acts.like_message: Need(both=SENT),
        acts.contact_same_names: Need(both=CONTACT),
        acts.contact_same_day: Need(both=CONTACT | DATED),
        acts.contact_other_day: Need(both=CONTACT | DATED),
        acts.status_turned: Need(one=NEGATED),
        acts.status_fulfilled: Need(text=False),
        acts.only_such_turned: Need(one=NEGATED),
        parties.same_sender: Need(both=SENT),
        parties.same_sender_name: Need(both=SENT),
        parties.other_sender: Need(both=SENT),
        parties.same_recipient: Need(both=RECEIVED),
        parties.same_recipient_name: Need(both=RECEIVED),
        parties.other_recipient: Need(both=RECEIVED),
        parties.same_carrier: Need(both=CARRIED),
        parties.other_carrier: Need(both=CARRIED),
        parties.carrier_is_party: Need(some=CARRIED),
        parties.told_by_sender: Need(some=TOLD, text=True),
        days.same_day: Need(both=DATED),
        days.other_day: Need(both=DATED),
        days.reports_near: Need(text=False),
        days.same_text: Need(text=True),
        days.same_sentence: Need(text=True),
        days.near_in_text: Need(text=True),
        words.content_alike: Need(both=TELLING),
        words.content_within: Need(some=TELLING),
        words.context_alike: Need(text=False),
        words.condition_alike: Need(both=CONDITIONAL),
        words.both_conditional: Need(both=CONDITIONAL),
        words.rare_content_words: Need(both=TELLING),
        words.same_message_words: Need(both=SENT),
        words.named_by_noun: Need(some=MEANING),
        words.silent_one: Need(one=TELLING),
        words.sharing_nothing: Need(both=TELLING),
        denials.one_denies: Need(one=DENIES),
        denials.denial_follows: Need(one=DENIES, text=True),
        denials.both_deny_words: Need(both=DENIES),
        denials.message_denied: Need(one=NEGATED),
        denials.message_denied_words: Need(one=NEGATED),
        denials.told_within: Need(text=True),
        denials.denied_within: Need(some=DENIES, text=True),
        rivals.rival_sources: Need(both=TOLD, text=True),
        rivals.rival_account_near: Need(some=TOLD, text=True),
        rivals.rival_turned: Need(both=TOLD, text=True),
        rivals.party_tells: Need(text=True),
        rivals.same_source: Need(both=TOLD, text=True),
        rivals.no_source: Need(text=True),
    }
)


def compare(left: Facts, right: Facts, rarity: Rarity) -> dict[str, float]:
    """Return every feature that has something to say, by name."""
    both, some = left.traits & right.traits, left.traits | right.traits
    found = {}
    # A hot loop: every pair of every block.
    for name, feature in _asked(both, some, left.shares_text(right)):
        value = feature(left, right, rarity)
        if value:
            found[name] = value
    return found


@cache
def _asked(both: int, some: int, text: bool) -> tuple[tuple[str, Feature], ...]:
    """Return the features whose needs are met, in order; there are few such cases."""
    return tuple(
        (feature.__name__, feature)
        for feature in FEATURES
        if feature not in NEEDS or NEEDS[feature].fits(both, some, text)
    )


def shares_of(
    values: Mapping[str, float], weights: Mapping[str, float], told: Mapping[str, str]
) -> tuple[Share, ...]:
    """Return what each value added to a score, what counted most first."""
    shares = (
        Share(name, told[name], round(value * weights[name], 3))
        for name, value in values.items()
        if name in weights
    )
    return tuple(sorted(shares, key=lambda share: (-abs(share.points), share.feature)))


def total(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the log odds that `values` come to."""
    points: Sequence[float] = [
        value * weights[name] for name, value in values.items() if name in weights
    ]
    return sum(points, weights["always"])
