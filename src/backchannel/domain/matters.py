"""What claims are about: classes of deeds and relations, and what befell the counted.

The standard vocabulary of reports of conflict, as patterns for running text with plain
apostrophes and hyphens. Words in, classes out.
"""

import re
from collections.abc import Mapping

#: Class -> forms that say that it was done; no infinitives, which look ahead.
_DEEDS = {
    "kill": "killed|killing|kills|killings?|dead|died|dies|deaths?|slain|murder(?:ed)?"
    r"|assassinat(?:ed|ion)|executed|poisoned|strangled|hanged|drowned|beheaded"
    r"|massacred?|victims? of|lynched|stabbed|beaten to death|buried|genocide|suicide",
    "wound": "wounded|injured|maimed|beaten|tortured|raped|mistreated|assaulted",
    "shoot": r"shot(?! down)|shots|fired|firing|shooting|opened fire|sniper|gunned"
    r" down|gunfire",
    "bomb": r"bomb(?:ed|s|ing|ings)?|explo(?:ded|sion|sions)|blown up|blew up"
    r"|dynamited|detonated|blasts?|blasted|mined|booby-trapped|planted",
    "strike": r"struck|strikes?|hit|shell(?:ed|ing)|attack(?:ed|s|ing)?|raid(?:ed|s)?"
    r"|target(?:ed|ing)|torpedoed|rammed|rocketed|ambush(?:ed)?|bombard(?:ed|ment)"
    r"|assault|pounded|launched",
    "down": "shot down|shooting down|downed|brought down|came down|crashed|intercepted"
    "|bailed out",
    "destroy": r"destroy(?:ed|ing)|wrecked|burn(?:ed|t|ing)|torched|set (?:on fire"
    r"|fire|ablaze"
    r"|alight)|broke (?:up|apart)|in two|demolished|razed|damaged|collapsed|gave way"
    r"|fire was|blaze|sabotag(?:ed"
    r"|e)|severed|flood(?:ed)?|swept away|arson|cut the",
    "sink": "sunk|sank|capsized|scuttled",
    "seize": r"seiz(?:ed|ing|ure)(?! the (?:moment|opportunity|chance|initiative))"
    r"|captur(?:ed|ing)|took (?:over|hostage|prisoner)"
    r"|taken (?:hostage|prisoner|off|captive)|abduct(?:ed|ing|ion)|kidnapp?(?:ed|ing)"
    r"|arrest(?:ed|s)?|detain(?:ed|s)?|hijacked|stole|stolen|looted|confiscated"
    r"|holding|(?:is|are|was|were|being|been) held|(?<!an )(?<!the )occup(?:ied|ying"
    r"|ation)",
    "breach": r"violat(?:ed|ing|ions?)|breach(?:ed|es|ing)?|broke (?:the|a|its)|broken"
    r"(?= by| the)|trespass(?:ed|ing)|invad(?:ed|ing)|infiltrated|entered|crossed"
    r"|crossing|intruded|incursions?",
    "expel": "expelled|deported|displaced|driven out|evicted|fled",
    "cause": r"caus(?:ed|ing)|result of|responsib(?:le|ility)"
    r"|(?:was|were|is|are|been) (?:also )?behind the|fault|accident"
    r"|blame[ds]?|to blame|due to|provoked|brought in|spread by",
}
#: Class -> forms in the present as well: relations last.
_RELATIONS = {
    "control": r"control(?:s|led|ling)?|command(?:s|ed)?(?= (?:the|its|over|and|of|by"
    r"|nor|or|\w+ militia))|prox(?:y|ies)|puppets?|stooges?|surrogates?|pawns?"
    r"|giv(?:es?|ing) (?:the |its |their )?(?:\w+ ){0,2}orders"
    r"|orders from|(?:the|its|their|\w+'s) orders"
    r"|at the behest of|on behalf of|answer(?:s|ed|able)? to|tak\w+ (?:its |their )?"
    r"orders|influence (?:with|over|on)|pulls? the strings|subordinate to"
    r"|under the (?:command|control|orders) of",
    "independence": r"independent(?:ly)?|autonomous(?:ly)?|nobody but (?:its|their) own"
    r"|no one but (?:its|their) own|on (?:its|their) own initiative"
    r"|act(?:s|ed|ing)? (?:on (?:its|their) own|alone)",
    "support": r"support(?:s|ed|er|ers)?(?= (?:for|to|of|the|provided|by|from))"
    r"|supports|funds|funded|financ(?:es|ed|ing)|arms (?:the|and|its|rebels|militias?)"
    r"|armed by|bankroll(?:s|ed)|backs|backed by|back(?:s|ed) the"
    r"|(?:supplying|arming|funding|financing|backing) (?:the|its|rebels|militias?)"
    r"|sponsor(?:s|ed|ship)?|suppl(?:y|ies|ied) (?:the|arms|weapons|with)|train(?:s|ed)"
    r" (?:the|and|its|by)|paymaster|alive|money (?:from|keeps)|receiv(?:e|es|ed)"
    r" (?:nothing|money|arms|weapons|funds|support|aid)|aid to",
    "voice": r"speaks? for|spoke for|represents?|spokes(?:man|person|woman) (?:for|of)"
    r" the (?:rebels|insurgents|militia)|in the name of|act(?:s|ed)? for",
    "membership": r"belong(?:s|ed)? to|works? for|ties to"
    r"|(?:is|are|was|were)(?: not)? (?:an? |the )?(?:members? of|agents? of"
    r"|ours|theirs|one of (?:ours|theirs)|allied|affiliated|linked to)",
}
#: What befell those who are counted.
_FATES = {
    "killed": r"killed|killing|kills|dead|died|dying|deaths?|toll|fatalit(?:y|ies)"
    r"|slain"
    r"|executed|bodies|corpses|buried|lost|massacre|murdered|assassinated|cemetery"
    r"|martyred|perished",
    "wounded": "wounded|wounding|injured|injuring|hurt|maimed|casualties",
    "captured": r"captur(?:ed|ing)|prisoners?|hostages?|detained|detaining|arrested"
    "|holding|kidnapped|abducted|taken",
    "missing": "missing|unaccounted",
    "displaced": "displaced|fled|homeless|refugees?|evacuated",
    "destroyed": "destroyed|destroying|burned|burnt|wrecked|shot down|downed|swept"
    " away",
    "sent": "sent|exchanged|delivered|conveyed|passed",
}
#: Relations that rule each other out when both are asserted.
OPPOSITES = (frozenset(("control", "independence")),)
#: What is used, as against who uses it.
_MEANS = re.compile(
    r"\b(?:bombs?|missiles?|mines?|projectiles?|bullets?|shells?|rockets?|drones?"
    r"|torpedo(?:es)?|grenades?|mortars?|explosives?|device|charge|snipers?|poison"
    r"|gas|knife|guns?|rounds?|artillery|shelling|strikes?|air ?strikes?|shrapnel)\b",
    re.IGNORECASE,
)
#: What nobody did.
_CHANCE = re.compile(
    r"\b(?:accident|mistake|storm|rain|wind|lightning|leak|failure|fault|error"
    r"|malfunction|illness|disease|heart|suicide|seas|stroke|himself|herself"
    r"|themselves|causes"
    r"|weather|collision|anchor|earthquake|short circuit|fire|gave way)\b",
    re.IGNORECASE,
)
#: What somebody did with intent.
_BY_HAND = re.compile(
    r"\b(?:beaten|shot|strangled|poisoned|stabbed|dynamited|blown up|bombed|murdered"
    r"|executed|assassinated|torpedo(?:ed)?|mined|sabotaged?|arson|deliberate(?:ly)?"
    r"|on purpose|detonated|planted)\b",
    re.IGNORECASE,
)
#: Base forms after "did not", by class.
_BASES = {
    base: name
    for name, bases in {
        "kill": "kill murder execute poison strangle drown",
        "shoot": "shoot fire",
        "bomb": "bomb mine plant detonate",
        "strike": "attack strike hit shell target launch ram bombard",
        "destroy": "destroy burn cut sabotage sever wreck",
        "sink": "sink",
        "seize": "seize capture abduct kidnap steal detain arrest hold",
        "breach": "violate breach break enter cross invade",
        "cause": "cause provoke",
    }.items()
    for base in bases.split()
}
_DID_NOT = re.compile(r"\b(?:did|does|do)(?:n't| not)(?: \w+ly)? (\w+)", re.I)
_PEOPLE = re.compile(
    r"(?:people|persons?|civilians?|m[ae]n|wom[ae]n|child(?:ren)?|soldiers?|fighters?"
    r"|troops|villagers|residents|militants|rebels|policem[ae]n|police|officers?"
    r"|prisoners?|hostages?|detainees|dead|bodies|deaths|killed|wounded|victims"
    r"|casualties|fatalities|martyrs|gunm[ae]n|guards|sailors|fisherm[ae]n|pilots"
    r"|workers|insurgents|conscripts|servicem[ae]n|refugees|others|peacekeepers"
    r"|passengers|protesters|demonstrators|students)$",
    re.IGNORECASE,
)


def _compiled(forms: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
        for name, words in forms.items()
    }


DEEDS = _compiled(_DEEDS)
RELATIONS = _compiled(_RELATIONS)
FATES = _compiled(_FATES)


def find_deeds(words: str) -> tuple[str, ...]:
    """Return the classes of the deeds that `words` tell, in text order."""
    denied = (_BASES.get(base.casefold()) for base in _DID_NOT.findall(words))
    return tuple(dict.fromkeys([*_find(DEEDS, words), *filter(None, denied)]))


def find_relations(words: str) -> tuple[str, ...]:
    """Return the classes of the relations that `words` tell, in text order."""
    return _find(RELATIONS, words)


def find_fate(words: str) -> str:
    """Return the class of what befell the counted, "" if the words do not tell.

    The first that is told counts.
    """
    hits = ((p.search(words), name) for name, p in FATES.items())
    return min(((hit.start(), name) for hit, name in hits if hit), default=(0, ""))[1]


def find_cause(words: str) -> str:
    """Return what sort of cause the words name: "chance", "means" or "doer"."""
    if _CHANCE.search(words):
        return "chance"
    return "means" if _MEANS.search(words) else "doer"


def is_intended(words: str) -> bool:
    """Return whether the words tell a deed done with intent."""
    return bool(_BY_HAND.search(words))


def are_people(noun: str) -> bool:
    """Return whether a noun counts persons."""
    return bool(_PEOPLE.match(noun))


def _find(table: Mapping[str, re.Pattern[str]], words: str) -> tuple[str, ...]:
    hits = ((pattern.search(words), name) for name, pattern in table.items())
    return tuple(name for _, name in sorted((h.start(), n) for h, n in hits if h))
