"""Characters that act instead of being seen, made visible.

A text may hold escape sequences that drive a terminal, or marks that turn the line
round. Each is replaced by one character, so offsets stay good.
"""

import re

_REPLACEMENT = "\ufffd"
#: C0 controls have pictures of their own, from U+2400; C1 controls, marks that
#: reorder the line, surrogates and non-characters have none.
_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    "\ufffe\uffff]"
)


def make_visible(text: str) -> str:
    """Return `text`, as long as it was, without any character that acts.

    Tabs and line feeds stay; a carriage return becomes a line feed.
    """
    return _ACTING.sub(lambda hit: _picture(hit.group()), text)


def make_line(text: str) -> str:
    """Return `text` on one line, without any character that acts."""
    return " ".join(make_visible(text).split())


def _picture(character: str) -> str:
    if character == "\r":
        return "\n"
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else _REPLACEMENT
