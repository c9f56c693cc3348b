"""Captions: which of them report something that the article does not."""

import re

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


def reports_anew(caption: str, article: str) -> bool:
    """Whether a caption reports what somebody conveyed and the article does not.

    A caption that only sets the scene, or says again what the article says, does not.
    """
    if not _REPORTING.search(caption):
        return False
    stems, known = _stems(caption), _stems(article)
    return len(stems & known) < _REPEATED_SHARE * len(stems)


def _stems(text: str) -> set[str]:
    return {word[:_STEM].casefold() for word in _WORD.findall(text)}
