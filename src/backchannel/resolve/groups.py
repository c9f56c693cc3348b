"""Groups and bodies that no table knows, learnt by the last word of their names.

"The Dahrim Battalions", "the Community of Savanna and Gulf States (CSGS)". Text in,
names with their acronyms out.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from backchannel.domain.text import Span
from backchannel.domain.words import fold
from backchannel.resolve.names import WORD, skip_openers
from backchannel.resolve.sides import Named
from backchannel.resolve.words import word_set

_LINK = r"(?:(?:of|for|on)(?: the)? |and )?"
_HEAD = (
    r"(?:Front|Brigades?|Battalions?|Movement|Column|Brotherhood|Militia|League"
    r"|Alliance|Party|Lanterns|Legion|Guard|Bloc|Liberals|Resistance|Partisans"
    r"|Church|Union|Community|Organi[sz]ation|Faction|Spear|Liberation Army"
    r"|Freedom Army|Congress|movement|militia|Group|Council|Assembly|Convention"
    r"|Authority|Army)"
)
_NAMED = re.compile(
    rf"(?<!\w)((?:{WORD}[’']? ){{1,4}}?{_HEAD}"
    rf"(?: (?:for|of) (?:the )?{WORD}(?: {WORD})?)?)"
    r"(?![\w-])(?: \(([A-Z]{2,7})\))?"
)
_HEAD_FIRST = re.compile(
    rf"(?<!\w)((?:Movement|Legion|Union|Party|Front|Army) (?:for|of) (?:the )?{WORD}"
    rf"(?: {WORD})?)(?![\w-])(?: \(([A-Z]{{2,7}})\))?"
)
_ALIASED = re.compile(rf"(?<!\w)({WORD}(?: {_LINK}{WORD}){{1,6}}) \(([A-Z]{{2,7}})\)")
#: Bodies of a state, whose acronym is no side of its own.
_BODY = re.compile(r"Committee|Council|Commission|Ministry|Agency|Office|Service")
#: Heads that are bodies of a state unless an acronym or nothing else tells.
_STATE_HEADS = word_set("council assembly authority congress group convention")
_STATE_WORDS = word_set("security national federal supreme privy general")


def learn_groups(text: str, is_known: Callable[[str], bool]) -> dict[str, str]:
    """Return the names of groups, without article, each with its acronym or ""."""
    found: dict[str, str] = {}
    for pattern in (_NAMED, _HEAD_FIRST):
        for hit in pattern.finditer(text):
            name = hit.group(1)[skip_openers(hit.group(1)) :]
            if " " in name and _is_new_group(name, is_known):
                found[name] = hit.group(2) or found.get(name, "")
    for hit in _ALIASED.finditer(text):
        name, acronym = hit.group(1)[skip_openers(hit.group(1)) :], hit.group(2)
        known = is_known(name) or is_known(acronym) or _BODY.search(name)
        if name and not known and _abbreviates(acronym, name):
            found[name] = acronym
    return found


def find_short_forms(text: str, named: Sequence[Named]) -> list[Named]:
    """Return where "the Union" or "a Commission spokeswoman" repeats a longer name."""
    found: list[Named] = []
    last: dict[str, Named] = {}
    waiting = sorted(named, key=lambda item: item.span)
    passed = 0
    for hit in _SHORT.finditer(text):
        while passed < len(waiting) and waiting[passed].span.start < hit.start():
            item = waiting[passed]
            for word in text[item.span.start : item.span.end].split():
                last[word] = item
            for word in item.name.split():
                last[word] = item
            passed += 1
        longer = last.get(hit.group(1))
        if longer is not None and longer.kind in ("group", "organisation", "body"):
            span = Span(*hit.span(1))
            found.append(replace(longer, span=span, source="short for a name before"))
    return found


_SHORT = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]hat|[Tt]his) (Union|Alliance|Community|Column|Committee"
    r"|Front|Brigades?|Movement|Organi[sz]ation|Agency|Commission|Council|Assembly|Authority|League"
    r"|Party|Court|Group|Coalition|Army|Brotherhood|Congress|Guard|Battalions|Bloc"
    r"|Legion|Quartet)(?![\w-]| (?:of|for) )(?! [A-Z])"
)


def _is_new_group(name: str, is_known: Callable[[str], bool]) -> bool:
    words = name.split()
    if is_known(name) or is_known(words[0]) or is_known(" ".join(words[1:])):
        return False
    folded = fold(name).split()
    return not (folded[-1] in _STATE_HEADS and folded[0] in _STATE_WORDS)


def _abbreviates(acronym: str, name: str) -> bool:
    initials = [word[0] for word in name.split() if word[0].isupper()]
    shared = set(acronym) & set(initials)
    return bool(initials) and acronym[0] == initials[0] and len(shared) >= 2
