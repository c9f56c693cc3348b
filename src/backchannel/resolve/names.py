"""Capitalised runs of words: the candidates for names.

Text in, spans out. A run may hold a title ("Foreign Minister Saba Woldu"); telling
the title from the name is left to `backchannel.resolve.people`.
"""

import re

from backchannel.domain.text import Span
from backchannel.resolve.words import word_set

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁĻŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽȘȚ"
_LETTER = r"[^\W\d_]"
#: One capitalised word; "al-Nahda" and "d’Escoto" count, the possessive does not.
WORD = (
    rf"(?:(?:al|el|ag|an|as|ash|at|az|ul|bin|ibn|d|l)[-’'])?[{_CAPITAL}]{_LETTER}*"
    rf"(?:[-’'](?!s\b){_LETTER}+)*(?:\.(?=[{_CAPITAL}]\.|\s[{_CAPITAL}])(?<=[{_CAPITAL}]\.))*"
)
_PARTICLE = (
    r"(?:d[eaiou]s?|d[eo] l[ao]s?|del?l?a?|von|van|der|den|ter|bin|bint|ibn|al|el|ag"
    r"|ould|y|zu|af|av|la|le)"
)
RUN = rf"{WORD}(?:[ \u00a0](?:{_PARTICLE} (?:{_PARTICLE} )?)?{WORD})*"
_RUN = re.compile(rf"(?<!\w){RUN}")
#: Words that stand capitalised at the head of a sentence without being names.
_OPENERS = word_set(
    "the a an in on at by to of for from with as if when while after before"
    " since but and or nor so yet that this these those it its he she they we i"
    " you his her their our my your who what where why how there here no not all"
    " any some both each either neither one two three four five several many"
    " most few another other such same according although though because until"
    " unless during under over between among against about last next earlier"
    " later also asked speaking meanwhile however then now today yesterday"
    " tomorrow once only even still nobody somebody everyone everybody anyone"
    " nothing none whether were was is are had has have would could should may"
    " might must did does do let whoever whatever whichever through within"
    " without towards upon despite first second third finally instead perhaps"
    " senior former hours days weeks months years monday tuesday wednesday"
    " thursday friday saturday sunday january february march april may june july"
    " august september october november december mon tue wed thu fri sat sun jan"
    " feb mar apr jun jul aug sep sept oct nov dec him them us me yes like just"
    " per via than up out down told said written reporting editing additional"
    " according addressing answering replying following given having being never"
    " always again more less much every thanks please president-elect"
    " state-owned separately"
)


def find_runs(text: str) -> list[Span]:
    """Return the capitalised runs of `text`, in order, without sentence openers."""
    found = []
    for run in _RUN.finditer(text):
        start = skip_openers(run.group()) + run.start()
        end = start + _end_of_name(run.group()[start - run.start() :])
        if start < end:
            found.append(Span(start, end))
    return found


#: Words that end a name in a headline: "Trump Is Now Calling".
_HEADLINE_WORDS = word_set(
    "is are was were now just let could would should has have his her its their not"
    " your my this that how why what who when with from says said tells calls on to in"
    " as at by after before over against about amid into than"
)


def _end_of_name(words: str) -> int:
    """Return where the name ends that a run of capitals begins with."""
    for word in re.finditer(r"\S+", words):
        if word.start() > 0 and word.group().casefold() in _HEADLINE_WORDS:
            return len(words[: word.start()].rstrip())
    return len(words)


def skip_openers(words: str) -> int:
    """Return where the name begins; the length of `words` where there is none."""
    at = 0
    for word in re.finditer(r"\S+", words):
        if word.group().casefold() not in _OPENERS:
            return word.start()
        at = word.end()
    return at
