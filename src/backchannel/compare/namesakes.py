"""How the proper names in some words begin: "Kenya" and "Kenyan" begin alike.

Text in, the first letters of its names out: enough to tell that a passage speaks of a
party, or that two sources are of one side.
"""

import re

from backchannel.compare.wording import find_stems

#: Letters in which a name and its adjective agree: "Iraq", "Iraqis".
_LETTERS = 4
_CAPITALISED = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w'’-]+")
#: Words that the names of many parties share, as stems.
_OFFICES = frozenset(
    find_stems(
        "foreign ministry minister office government officials official president"
        " presidency presidential parliament army navy forces council commission"
        " committee state embassy ambassador prime defence defense general secretary"
        " spokesman spokeswoman spokesperson national supreme union court house"
        " department united nations republic people party service chief leader command"
        " envoy interior deputy the affairs staff palace agency news senior security"
    )
)


def find_roots(words: str) -> frozenset[str]:
    """Return the first letters of each proper name in `words`, offices left out."""
    names = _CAPITALISED.findall(words)
    stems = {stem for name in names for stem in find_stems(name)}
    return frozenset(s[:_LETTERS] for s in stems - _OFFICES if len(s) >= _LETTERS)
