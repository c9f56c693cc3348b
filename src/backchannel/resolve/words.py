"""Words made comparable: without articles, possessives, accents and case.

Text in, text out; nothing here knows who anybody is.
"""

import re

from backchannel.domain.words import fold

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_EDGES = ' \t\r\n\u00a0.,;:!?"“”‘()[]{}«»—–-'
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_LOOSE_QUOTE = re.compile(r"^['’]+|(?<!s)['’]+$")
_MIDDLE_INITIAL = re.compile(r"(?<=[\w’'-]{2})(?: [A-Z]\.?)+(?= [\w’'-]{2})")
_NAME_TAIL = re.compile(r",? (?:Jr|Sr|II|III)\.?$")


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text, each once."""
    return frozenset(words.split())


def clean(words: str) -> str:
    """Return `words` in one line, without article, possessive and outer marks."""
    words = " ".join(words.split()).strip(_EDGES)
    words = _POSSESSIVE.sub("", _LOOSE_QUOTE.sub("", words))
    words = _ARTICLE.sub("", words).strip(_EDGES)
    return words or "unnamed"


def plain_name(name: str) -> str:
    """Return a person's name without middle initials and "Jr.".

    "Antony J. Blinken" is "Antony Blinken"; "W. J. Smith" stays, having no first name.
    """
    return _MIDDLE_INITIAL.sub("", _NAME_TAIL.sub("", " ".join(name.split()))).strip()


def last_word(name: str) -> str:
    """Return the folded last word of a name, "amirabdollahian" for both spellings."""
    parts = fold(name.replace("-", "")).split()
    return parts[-1] if parts else ""
