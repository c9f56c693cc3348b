"""How offices and bodies are called in English: names for those without one.

Folded titles and owners in, names out.
"""

import re

from backchannel.domain.words import fold
from backchannel.resolve.offices import Office
from backchannel.resolve.vocabulary import SAME_OFFICE
from backchannel.resolve.words import clean, word_set

#: "Committee for National Rectification" is a name, "Foreign Ministry" is not.
_PROPER = re.compile(
    r"^(?:so-called )?[A-Z]\w+ (?:for|of|on) (?:the )?[A-Z]\w+ (?:and )?[A-Z]"
)
_ASIDE = re.compile(r"^so-called | \([A-Z]{2,8}\)$")
_COUNT = re.compile(
    r"^(?:(?:at least|about|some|several|many|any|no|other|one of|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve|both|another|certain|unnamed"
    r"|more than \w+|the|its|his|her|their|our) )+",
    re.IGNORECASE,
)
#: Organisations whose side is written short and whose name is written long.
LONG_NAMES = {
    "EU": "European Union",
    "UN": "United Nations",
    "ICRC": "International Committee of the Red Cross",
    "IAEA": "International Atomic Energy Agency",
    "IMF": "International Monetary Fund",
}
_MINISTRIES = {
    "foreign": "Foreign Affairs",
    "defence": "Defence",
    "defense": "Defence",
    "interior": "the Interior",
}


def head_noun(title: str) -> str:
    """Return the noun of a folded title: "secretary" of "secretary of state"."""
    words = re.split(r" (?:of|for) ", title)[0].split()
    return words[-1] if words else ""


def same_office(left: str, right: str) -> bool:
    """Whether two folded titles mean one office: "premier" and "prime minister"."""
    if left == right:
        return True
    return any(left in group and right in group for group in SAME_OFFICE)


def unnamed_name(words: str, office: Office, owner: str) -> str:
    """Return a name for somebody unnamed: "US officials", "Prime Minister of Iran"."""
    short = _COUNT.sub("", words)
    if (
        short[:1].isupper()
        and not short.isupper()
        and short != "MPs"
        and fold(short).startswith(office.title)
    ):
        short = short[:1].lower() + short[1:]
    short = re.sub(r"\bU\.S\.?(?=\s)", "US", short)
    owner = with_article(owner) if owner else owner
    bare = short.casefold() == office.title
    if bare and owner:
        if office.plural:
            return f"{office.title}s of {owner}"
        return f"{office.title} of {owner}"
    return clean(short)


def with_article(state: str) -> str:
    """Return the name of a state as it stands after "of": "the United Kingdom"."""
    words = state.split() or [""]
    plural = words[-1] in _ARTICLED or words[0] in ("United", "Central", "Dominican")
    return f"the {state}" if plural or state in _ARTICLED else state


_ARTICLED = word_set(
    "Netherlands Philippines Bahamas Maldives Gambia Republic Union Federation Islands"
    " Emirates States Confederation Kingdom EU UN AU Nations Commission"
)


def ministry_of(titles: frozenset[str], owner: str) -> str | None:
    """Return the ministry that a minister leads; None for other offices."""
    for title in sorted(titles):
        field = title.removesuffix(" minister")
        if field != title and field not in ("prime", "deputy"):
            known = _MINISTRIES.get(field, field.title())
            return f"Ministry of {known} of {with_article(owner)}"
    return None


def office_of(titles: frozenset[str], owner: str) -> str | None:
    """Return the office of a head of state or government; None for other offices."""
    for title in ("president", "prime minister", "king", "queen"):
        if title in titles:
            return f"Office of the {title.title()} of {with_article(owner)}"
    return None


def full_name(name: str) -> str:
    """Return the long name of an organisation that goes by its initials."""
    return LONG_NAMES.get(name, name.removeprefix("the "))


def body_name(words: str, office: Office, owner: str) -> str:
    """Return a name for a body: "Ministry of Foreign Affairs of Iran"."""
    if not owner or _PROPER.search(words):
        return clean(_ASIDE.sub("", words))
    owner = with_article(owner)
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
