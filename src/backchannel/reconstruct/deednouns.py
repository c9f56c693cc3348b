"""The nouns that name deeds, and which words around them tell whose deed it is."""

from dataclasses import dataclass

from backchannel.domain.actions import Kind


@dataclass(frozen=True, slots=True)
class Noun:
    """What nouns name when the words around them tell whose deed it is."""

    kind: Kind
    #: Singular nouns; with a hyphen or blank where they are of two words.
    nouns: str
    #: Whether a possessive before it is who is hit: "his arrest".
    suffered: bool = False
    #: Prepositions before who is hit, and before who acts.
    at: str = "on against at of"
    doer: str = "by"
    #: What must stand right before it, for words that mean much else: "air strike".
    before: str = ""


_BOMBING = (
    r"(?:air|missile|drone|rocket|artillery|military|naval|bombing|mortar|nuclear"
    r"|pre-emptive|preemptive|retaliatory|precision)"
)
NOUNS: tuple[Noun, ...] = (
    Noun(Kind.STRIKE, "airstrike bombing bombardment shelling"),
    Noun(Kind.STRIKE, "strike raid", before=_BOMBING),
    Noun(Kind.ATTACK, "attack assault ambush raid onslaught offensive cyberattack"),
    Noun(Kind.INVADE, "invasion", at="of"),
    Noun(
        Kind.KILL,
        "killing assassination murder execution massacre",
        suffered=True,
        at="of",
    ),
    Noun(Kind.ABDUCT, "abduction kidnapping", suffered=True, at="of"),
    Noun(Kind.ARREST, "arrest detention imprisonment", suffered=True, at="of"),
    Noun(Kind.RELEASE, "release", suffered=True, at="of"),
    Noun(Kind.EXPEL, "expulsion", suffered=True, at="of"),
    Noun(Kind.DEPORT, "deportation", suffered=True, at="of"),
    Noun(Kind.CAPTURE, "annexation occupation capture", at="of"),
    Noun(Kind.SEIZE, "seizure", at="of"),
    Noun(Kind.RESTRICT, "blockade siege", at="of on against"),
    Noun(Kind.WITHDRAW, "withdrawal pullout", at="from", doer="of by"),
    Noun(Kind.DEPLOY, "deployment", at="against", doer="of by"),
    Noun(
        Kind.DEPLOY,
        "exercise drill manoeuvre maneuver",
        at="around against near",
        before=r"(?:military|naval|live-fire|joint|army|air)",
    ),
    Noun(
        Kind.TEST,
        "test launch",
        at="",
        before=r"(?:missile|nuclear|rocket|weapons?|satellite)",
    ),
)


def _by_noun() -> dict[str, tuple[Noun, ...]]:
    found: dict[str, list[Noun]] = {}
    for noun in NOUNS:
        for word in noun.nouns.split():
            plural = word + "s"
            for form in (word, plural):
                found.setdefault(form, []).append(noun)
    return {word: tuple(nouns) for word, nouns in found.items()}


#: Lower-case noun -> what it can name.
DEED_NOUNS = _by_noun()
