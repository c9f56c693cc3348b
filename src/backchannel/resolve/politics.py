"""How much politics a text names: what tells a crisis from a cup final.

A text and the reference tables in; a count out. Coaches, chefs and chief executives
warn, deny and agree too, and countries play football: who is named in office tells.
"""

import re

from backchannel.resolve.reference import Reference

#: Kinds of entry that are political by themselves; a country may be a team or a place.
_POLITICAL = frozenset(("organisation", "group", "body", "person", "metonym"))
#: Offices that nobody but a state or an organisation has.
_OF_STATE = re.compile(
    r"minister|president|ambassador|secretary of|foreign secretary|envoy|diplomat"
    r"|consul|senator|chancellor|chargé|national security|taoiseach|nuncio"
)


def count_politics(text: str, reference: Reference) -> int:
    """Return how many political bodies, groups, persons and offices a text names.

    Each counts once, however often it is named.
    """
    named = {
        entry.name
        for _, entry in reference.within(text, 0, len(text))
        if entry.kind in _POLITICAL
    }
    offices = {
        entry.name for entry in reference.office(text) if _OF_STATE.search(entry.name)
    }
    return len(named) + len(offices)
