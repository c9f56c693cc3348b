"""What a clause states: its matter, whether it is negated, and who or what did it.

The words of a clause in, findings out; offsets are those of the words.
"""

import re

from backchannel.domain.claims import ClaimKind, Count
from backchannel.domain.matters import (
    DEEDS,
    RELATIONS,
    find_deeds,
    find_relations,
)
from backchannel.domain.text import Span
from backchannel.reconstruct.forecastwords import AHEAD

#: Nouns of deeds that are spoken of, not told: "the attack was discussed".
_NOUN_USE = re.compile(
    r"(?:\b(?:the|an?|any|this|that|these|those|its|their|his|her|of|for|such|more|all"
    r"|further|new|to|military|drone|missile|air)|'s)\s+(?:[\w-]+ ){0,2}?(?:attacks?"
    r"|strikes?|raids?|shelling|bombs?|bombings?|blasts?|explosions?|assaults?|deaths?"
    r"|kill(?:ing|ings)|assassinations?|ambush|shooting|fire|occupation|incursions?"
    r"|seizure|abduction"
    r"|arrests?|violations?|breach|crossing|blame|genocide|dead|target|responsibility"
    r"|result of|flood|sabotage|blaze|shots)\b",
    re.IGNORECASE,
)
_CAUSED = re.compile(
    r"\b(?:was|were|is|are) (?:an accident|(?:not )?the (?:work|fault|result|doing) of)"
    r"|\bby accident\b|\bon purpose\b|\bdeliberate|\bcame from\b|\bbehind the\b"
    r"|\bresponsible for\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:(?<!and )(?<!but )(?<!, )not(?! only\b)|never|no(?! later| fewer| doubt|"
    r" more than)|none|nobody(?! but)|nothing(?! but)|neither)\b|n't\b",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"[\"' ]*(?:if|unless|should|were|any|once|until|in the event|in case|even one|as"
    r" long as|in case|whenever)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:(?:could|would|might|may|should) have|must|ought|cannot|can|'d|wants?"
    r"|wanted to|to be)\b",
    re.I,
)
#: A deed told by a finite verb in the past: the outlet's own words need one.
_FINITE = re.compile(
    r"\b(?:was|were|been|has|have|had)\b(?: (?!not|no)\w+){0,2}? (?P<verb>\w+)",
    re.IGNORECASE,
)
#: Relations that are taken for granted: "its proxy forces", "its influence with".
_GRANTED = re.compile(
    r"(?:\b(?P<whose>[A-Z][\w. ]*?) [^,;]*?)?"
    r"(?:\b(?:its|their|his)|\b[A-Z]\w+'s?) (?:[\w-]+ ){0,2}?(?:prox(?:y|ies)|puppets?"
    r"|surrogates?|influence (?:with|over|on))"
    r"(?: (?:forces?|groups?|militias?|networks?|army|armies|(?:the |other )*(?:armed"
    r" |militant )?(?:groups?|militias?|rebels)))?\b[^.;]*|\bmere puppets of [\w ]+",
)
PRONOUN = re.compile(
    r"[\"' ]*(?:he|she|it|they|this|that|these|those|its|his|her|their|each|one of"
    r" (?:them|these|those))\b",
    re.IGNORECASE,
)


def find_kind(
    words: str, counts: tuple[Count, ...], *, told: bool, outright: bool
) -> ClaimKind | None:
    """Return what sort of fact a clause states; None if it states none.

    `told`: by somebody else than the outlet; `outright`: as something to be vouched
    for or disputed, whatever it is about.
    """
    if looks_ahead(words):
        return None
    relations = set(find_relations(words)) - (set() if told else {"support", "voice"})
    counted = [c for c in counts if c.fate or told]
    if relations and not any(count.fate for count in counted):
        return ClaimKind.RELATION
    if counted:
        return ClaimKind.COUNT
    if (told and _tells_deed(words)) or _tells_past(words):
        return ClaimKind.DEED
    return ClaimKind.OTHER if outright or (told and _STATE.search(words)) else None


#: Whereabouts and knowledge, stated of somebody by somebody else.
_STATE = re.compile(
    r"\b(?:was|were|is|are|had been|has been)(?: not| never)?(?: \w+ly)? (?:informed"
    r"|told|aware|unaware|warned|notified|empty|present|used (?:by|as|for)|aboard"
    r"|based|stationed|involved|unarmed|hidden|carrying|inside|alive)\b"
    r"|\bno \w+ (?:was|were|had been|has been|have been) \w+ed\b"
    r"|\b(?:knew|knows?) (?:of|about|nothing)\b|\bhad \"?neither\b|\bhad \"?(?:no"
    r"|any) (?:knowledge|part|role"
    r"|hand|warning|troops|soldiers|men)\b|\bha(?:s|ve) not (?:one|a single)\b",
    re.IGNORECASE,
)


def _tells_deed(words: str) -> bool:
    return bool(find_deeds(_NOUN_USE.sub(" ", words)) or _CAUSED.search(words))


#: A clause whose subject stands before it: "…, which killed a colonel".
_FIRST = re.compile(r"\s*\w+ed\b(?! by\b)")


def _tells_past(words: str) -> bool:
    bare = _NOUN_USE.sub(" ", words)
    if (first := _FIRST.match(bare)) and find_deeds(first.group()):
        return True
    verbs = (hit["verb"] for hit in _FINITE.finditer(bare))
    return any(
        verb.endswith(("ed", "t", "n", "k")) and find_deeds(verb) for verb in verbs
    )


def looks_ahead(words: str) -> bool:
    """Return whether a clause tells what may be, or on which terms, not what is."""
    return bool(_TERMS.match(words) or AHEAD.search(words) or _MODAL.search(words))


def is_negated(words: str) -> bool:
    """Return whether a clause says that something is not so."""
    return len(_NEGATED.findall(words)) % 2 == 1


def is_relation_negated(words: str) -> bool:
    """Return whether the relation that a clause tells first is said not to hold."""
    hits = (pattern.search(words) for pattern in RELATIONS.values())
    ends = [hit.span() for hit in hits if hit]
    return is_negated(words[: min(ends)[1]] if ends else words)


def find_granted(words: str) -> Span | None:
    """Return the words that take a relation for granted, None where none do."""
    hit = _GRANTED.search(words)
    return Span(*hit.span()) if hit else None


_STOP = (
    r"(?= (?:in|on|at|near|after|during|before|while|when|and|over|as|who|which"
    r"|that|for|to|under|with|planted|hidden|about|outside|inside)\b|[,.;]|$)"
)
_AGENT = tuple(
    re.compile(pattern + r"(?P<by>[^,.;]+?)" + _STOP, re.IGNORECASE)
    for pattern in (
        r"\b(?:caused|brought in|carried out|done|\w+ed|\w+en|\w+n|shot|hit|cut|struck"
        r"|sunk|set|blown up|put|lost|hurt|found)(?: (?:up|down|off|to death|in))? by "
        r"\"?(?!accident\b|sea\b|air\b|then\b|mistake\b|return\b|train\b|\w+ing\b|\d)",
        r"\b(?:victims? of|result of|fault of|work of|doing of|due to|caused by) ",
        r"\bcame from ",
        r"\bdied (?:of|from) ",
        r"\b(?:hit|struck|stepped on|ran into|drove over) (?=an? (?:mine|rock|reef))",
        r"\b(?:killed|died|shot|came down|crashed|drowned) in (?!\w+day|\d|\w+ (?:and"
        r"|on|in)\b|(?-i:[A-Z])|the \w+ of\b)",
        r"\bit was (?!not\b|clear\b|also\b|the\b.* who)",
    )
)
_MANNER = re.compile(
    r"\b(?:an accident|by accident|on purpose|deliberately|by mistake|gave way under"
    r" (?:the )?\w+|himself|herself|of (?:natural causes|his wounds))\b",
    re.IGNORECASE,
)
#: Verbs whose subject suffers what they tell.
_SUFFERING = re.compile(
    r"(?:died|dies|dead|deaths?|drowned|crashed|collapsed|gave way|came down|bailed out"
    r"|sank|capsized|fled|exploded|burned|blew up|lost)$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are|get|got)(?: \w+ly)? $", re.I)
_AUXILIARY = re.compile(r"(?:\s+(?:had|has|have|did|not|never|also|already|then))+\s*$")
_SUBJECT = re.compile(
    r"[\"' ]*(?!(?:on|in|at|by|during|after|last|since|from)\b)(?:(?:the|an?|its"
    r"|their|his|her|our|two|three|several|some|this|that)\b"
    r"|it|they|he|she|we|(?-i:[A-Z0-9])|\w+s\b)(?:(?!\b(?:to|that|was|were|is|are|has"
    r"|have|had|said|stated)\b).)*(?<! of)(?<! the)(?<! to)(?<! a)",
    re.IGNORECASE,
)
#: The longest subject, in words.
_LONG = 9


_NAME = (
    r"(?P<by>(?:the )?[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*"
    r"|(?:its|his|her|their|our|my) \w+|its?|their|his|the [\w ]+?)"
)
#: Whose the control or support is: the name next to the words for it.
_PRINCIPAL = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:prox(?:y|ies)|puppets?|stooges?|pawns?|surrogates?|orders|money|arms"
        r"|independen\w+|control|command|support|behest|answers? to|backed|armed|funded"
        r"|financed|supported|sponsored|bankrolled|orders)(?: \w+)?"
        r" (?:of|from|by|in) " + _NAME + r"(?=[ ,.;\"]|$)",
        r"\b(?P<by>[A-Z][\w.-]*)'s? (?:[\w-]+ ){0,2}?(?:prox(?:y|ies)|orders|puppets?"
        r"|stooges?|influence|control|support|money|command)\b",
        r"\b(?:speaks? for|answers? to|belongs? to|represents?) "
        + _NAME
        + r"(?=[ ,.;]|$)",
        r"\b(?P<by>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*)(?: \w+){0,2}? (?:controls?"
        r"|commands?"
        r"|funds?|arms|finances?|supports?|backs?|sponsors?|bankrolls?|trains?|gives?"
        r"|directs?|suppl(?:y|ies))\b",
        r"^[\"' ]*(?:that )?" + _NAME + r"(?: \w+){0,4}? (?:control|command|direct|fund"
        r"|financ|arm|support|back|sponsor|suppl|bankroll|train|push|use|uses"
        r"|could)\w*",
    )
)


def find_principal(words: str) -> Span | None:
    """Return who is said to control or support; None if the words do not tell."""
    for pattern in _PRINCIPAL:
        if hit := pattern.search(words):
            return Span(*hit.span("by"))
    return None


def find_by(words: str) -> Span | None:
    """Return who is said to have done it, or what to have caused it."""
    for pattern in _AGENT:
        if hit := pattern.search(words):
            return Span(*hit.span("by"))
    if manner := _MANNER.search(words):
        return Span(*manner.span())
    return _subject(words)


def _subject(words: str) -> Span | None:
    hits = (hit for pattern in DEEDS.values() for hit in pattern.finditer(words))
    verb = min(hits, key=lambda hit: hit.start(), default=None)
    if verb is None or verb.start() < _FEW or _SUFFERING.match(verb.group()):
        return None
    before = words[: verb.start()]
    if (
        _PASSIVE.search(before)
        or "," in before
        or not _FINITE_FORM.search(verb.group())
    ):
        return None
    subject = _AUXILIARY.sub("", before).rstrip()
    if not _SUBJECT.fullmatch(subject) or len(subject.split()) > _LONG:
        return None
    return Span(0, len(subject))


_FEW = 2
_FINITE_FORM = re.compile(
    r"(?:ed|shot|struck|hit|sank|stole|stolen|sunk|took \w+|broke \w+|down)$", re.I
)
