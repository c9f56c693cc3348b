"""Foreign text in Markdown: shown as it is, whatever it holds.

A backslash before ASCII punctuation makes it plain (CommonMark 0.31.2, section 2.4).
Only what Markdown, GitHub's dialect or Pandoc's would act on gets one, so that a page
also reads well before it is rendered.
"""

import re

from backchannel.write.visible import make_visible

#: Emphasis, code, links, images, HTML, entities, tables, strikethrough, mathematics,
#: attributes and citations; and what GitHub makes a link of without being asked.
_INLINE = re.compile(r"[\\`*_\[\]<>&|~^${}@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
#: Headings, items, rules, definitions, fences and titles, at the beginning of a block.
_BLOCK = re.compile(r"^([0-9]*)([#+\-=:%.)])")
_SPACE = re.compile(r"\s+")
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_WEB = re.compile(r"https?://[!-~]+", re.IGNORECASE)


def inline(text: str) -> str:
    """Return `text` on one line, good anywhere but at the beginning of a block."""
    return _INLINE.sub(r"\\\g<0>", _SPACE.sub(" ", make_visible(text)))


def strong(text: str) -> str:
    """Return `text` as `inline` does, in bold from its first letter to its last.

    Emphasis whose edge is a space or punctuation would not be seen as such
    (CommonMark, section 6.2).
    """
    core = _CORE.search(text)
    if core is None:
        return inline(text)
    before, after = text[: core.start()], text[core.end() :]
    return f"{inline(before)}**{inline(core.group())}**{inline(after)}"


def block(line: str) -> str:
    """Return a line made by `inline` and `strong`, good at the beginning of a block."""
    return _BLOCK.sub(r"\g<1>\\\g<2>", line.strip(), count=1)


def link(url: str) -> str:
    """Return a link that shows where it leads; what is not on the web is only text."""
    if not _WEB.fullmatch(url) or set("<>\\") & set(url):
        return inline(url)
    return f"<{url}>"
