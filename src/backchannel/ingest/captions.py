"""Captions: which of them report something that the article does not."""

import re
from collections.abc import Set

_WORD = re.compile(r"[^\W\d_]{4,}")
#: Letters by which forms of one word are held to be one: "warned" and "warning".
_STEM = 4
#: Share of a caption's words that stand in the article too. Captions of agencies that
#: repeat their story share half of their words with it and more.
_REPEATED_SHARE = 0.5
_REPORTING = re.compile(
    r"\b(?:said|says?|saying|told|tells?|warn\w*|urg(?:e|es|ed|ing)|ask(?:s|ed)"
    r"|call(?:s|ed) (?:for|on)|demand\w*|den(?:y|ies|ied)|reject\w*|threat\w*"
    r"|announc\w*|promis\w*|vow\w*|pledg\w*|offer\w*|assur\w*|accus\w*|condemn\w*"
    r"|confirm\w*|agree\w*|inform\w*|convey\w*|messag\w*)\b",
    re.I,
)


def reports(caption: str) -> bool:
    """Whether a caption says what somebody conveyed, rather than set a scene."""
    return _REPORTING.search(caption) is not None


def is_repetition(caption: str, known: Set[str]) -> bool:
    """Whether most of a caption's words stand in the article, whose stems are known."""
    words = stems(caption)
    return len(words & known) >= _REPEATED_SHARE * len(words)


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words of `text`, short words left out."""
    return frozenset(word[:_STEM].casefold() for word in _WORD.findall(text))
