"""The comparisons that tell whether two signals report one exchange.

All are symmetrical: who comes first does not matter. Their weights are in
`backchannel.compare.weights`.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from backchannel.compare import acts, days, denials, parties, rivals, words
from backchannel.compare.facts import Facts
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
_NAMED = tuple((feature.__name__, feature) for feature in FEATURES)
#: Name -> the reason that people read.
WORDS: Mapping[str, str] = MappingProxyType(
    {feature.__name__: (feature.__doc__ or "").rstrip(".") for feature in FEATURES}
)


def compare(left: Facts, right: Facts, rarity: Rarity) -> dict[str, float]:
    """Return every feature that has something to say, by name."""
    found = {}
    for name, feature in _NAMED:  # a hot loop: every pair of every block
        value = feature(left, right, rarity)
        if value:
            found[name] = value
    return found


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
