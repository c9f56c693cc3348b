"""How offices and bodies are called in English: names for those without one.

Folded titles and owners in, names out.
"""

import re

from backchannel.resolve.offices import Office
from backchannel.resolve.vocabulary import SAME_OFFICE
from backchannel.resolve.words import clean

_COUNT = re.compile(
    r"^(?:(?:at least|about|some|several|many|any|no|other|one of|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve|both|another|certain|unnamed"
    r"|more than \w+|the|its|his|her|their|our) )+",
    re.IGNORECASE,
)
_MINISTRIES = {
    "foreign": "Foreign Affairs",
    "defence": "Defence",
    "defense": "Defence",
    "interior": "the Interior",
}


def same_office(left: str, right: str) -> bool:
    """Whether two folded titles mean one office: "premier" and "prime minister"."""
    if left == right:
        return True
    return any(left in group and right in group for group in SAME_OFFICE)


def unnamed_name(words: str, office: Office, owner: str) -> str:
    """Return a name for somebody unnamed: "US officials", "Prime Minister of Iran"."""
    short = _COUNT.sub("", words)
    short = re.sub(r"\bU\.S\.?(?=\s)", "US", short)
    bare = short.casefold() == office.title
    if bare and owner:
        if office.plural:
            return f"{office.title}s of {owner}"
        return f"{office.title} of {owner}"
    return clean(short)


def body_name(words: str, office: Office, owner: str) -> str:
    """Return a name for a body: "Ministry of Foreign Affairs of Iran"."""
    if not owner:
        return words
    title = office.title
    if office.head == "ministry" and title.endswith(" ministry"):
        field = title.removesuffix(" ministry")
        known = _MINISTRIES.get(field, field.title())
        return f"Ministry of {known} of {owner}"
    if office.head == "ministry" and title.startswith("ministry of "):
        field = title.removeprefix("ministry of ").removeprefix("the ")
        known = _MINISTRIES.get(field, field.title())
        return f"Ministry of {known} of {owner}"
    if office.owner is not None and office.owner.kind == "demonym":
        return clean(_COUNT.sub("", words))
    if office.plural:
        return clean(words)
    return f"{title[:1].upper()}{title[1:]} of {owner}"
