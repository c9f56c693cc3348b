"""Nouns that stand for an act or a way it travelled: "the threat", "that letter".

They are how a report speaks of a communication that it does not tell: "dropped its
threat", "no such undertaking was given".
"""

from backchannel.compare.wording import Stems, find_stems
from backchannel.domain.signals import Act, Channel

_ACTS = {
    (Act.THREATEN, Act.DEMAND, Act.WARN): "threat ultimatum deadline warning",
    (Act.DEMAND, Act.REQUEST): "demand condition terms order instruction",
    (Act.OFFER,): "offer proposal invitation suggestion bid plan initiative",
    (
        Act.PROMISE,
        Act.ASSURE,
    ): "promise pledge undertaking assurance guarantee word vow",
    (Act.REQUEST,): "request appeal plea",
    (Act.AGREE,): "agreement accord consent deal acceptance pact truce",
    (Act.REJECT,): "refusal rejection",
    (Act.CONFIRM,): "apology confession admission resignation",
    (Act.ACCUSE,): "accusation charge allegation protest complaint claim",
    (Act.CONSULT,): "meeting talks conversation visit contact encounter call session",
}
_CHANNELS = {
    Channel.LETTER: "letter note message cable fax telegram leaflet",
    Channel.CALL: "call telephone phone hotline conversation",
    Channel.MEETING: "meeting talks visit encounter session summit",
    Channel.INTERMEDIARY: "message mediation",
    Channel.SPEECH: "speech address broadcast",
    Channel.STATEMENT: "statement communiqué declaration",
}


def _table() -> dict[str, frozenset[Act | Channel]]:
    means: dict[str, set[Act | Channel]] = {}
    for acts, words in _ACTS.items():
        for stem in find_stems(words):
            means.setdefault(stem, set()).update(acts)
    for channel, words in _CHANNELS.items():
        for stem in find_stems(words):
            means.setdefault(stem, set()).add(channel)
    return {stem: frozenset(meant) for stem, meant in means.items()}


_MEANS = _table()


def find_meant(stems: Stems) -> frozenset[Act | Channel]:
    """Return the acts and ways that nouns among `stems` can stand for."""
    return frozenset(one for stem in stems for one in _MEANS.get(stem, ()))
