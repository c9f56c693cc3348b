"""Text that UTF-8 takes."""

import re

#: Undecodable bytes of a file name; UTF-8 has no form for them.
_SURROGATES = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """Return `text`, as long as it was, with U+FFFD for what UTF-8 has no form for."""
    return _SURROGATES.sub("\ufffd", text)
