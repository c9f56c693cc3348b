"""Which lines of a text are furniture: the parts of the page that are not the article.

The rules look at a line's wording, length and stops, at where it stands and at its
neighbours. A line that could be of the article is left alone: furniture that is read as
text costs a wrong mention, text that is taken for furniture costs a signal.
"""

import re
from collections import Counter
from collections.abc import Sequence

from backchannel.ingest import furniture_words as words
from backchannel.ingest.captions import reports_anew
from backchannel.ingest.datelines import is_date_line
from backchannel.ingest.lines import Line

#: Lines from either end of a text within which a label or byline is one.
_EDGE = 12
#: Words in a notice, at most: a longer line is prose that happens to begin like one.
_LONGEST_NOTICE = 40
_LONGEST_BYLINE = 14
#: Between the parts of a menu or breadcrumb; two spaces where the page had a gap.
_SEPARATOR = re.compile(r"\s*(?:[|›»>·•]|\s[/–—-]\s|\s{2,}|\t)\s*")
_LONGEST_MENU_PART = 6
#: Headlines in a row, at least, that make the end of a text a list of other stories.
_FEWEST_HEADLINES = 3
_REPEATED = 3
_SPEECH = re.compile(r"[“”\"]|\b(?:said|says|told|added)\b")


def mark_furniture(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return those of `lines`, all that a text has, that are not its article."""
    by_wording = {at for at, line in enumerate(lines) if _is_furniture(lines, at)}
    by_repetition = _repeated(lines)
    marked = by_wording | by_repetition
    marked |= _after_headings(lines, marked)
    marked |= _trailing_headlines(lines, marked)
    return tuple(line for at, line in enumerate(lines) if at in marked)


def _is_furniture(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    at_edge = min(at, len(lines) - 1 - at) < _EDGE
    if words.BUTTONS.match(line.text) or words.OTHER_STORIES.match(line.text):
        return True
    if is_date_line(line.text) or _is_menu(line):
        return True
    if at_edge and (words.SECTIONS.match(line.text) or _is_byline(line)):
        return True
    return _is_notice(line) or _is_idle_caption(lines, at)


def _is_notice(line: Line) -> bool:
    return (
        line.words <= _LONGEST_NOTICE
        and words.NOTICES.match(line.text) is not None
        and not _SPEECH.search(line.text)
    )


def _is_byline(line: Line) -> bool:
    found = words.BYLINE.match(line.text)
    if found is None or line.words > _LONGEST_BYLINE:
        return False
    names = re.findall(r"[\w’'.-]+", found["names"])
    return all(name[0].isupper() or words.NAME_LINKS.match(name) for name in names)


def _is_menu(line: Line) -> bool:
    """Whether the line is a row of short parts: "Home | News | Sport"."""
    parts = [part for part in _SEPARATOR.split(line.text) if part]
    if len(parts) < 2 or _SPEECH.search(line.text):
        return False
    if len(parts) == 2 and not re.search(r"[|›»>·]", line.text):
        return False
    short = all(len(part.split()) <= _LONGEST_MENU_PART for part in parts)
    return short and not line.text.endswith(".")


def _is_idle_caption(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is a picture's credit, or a caption that reports nothing new."""
    line = lines[at]
    end = words.CREDIT_END.search(line.text)
    start = words.CAPTION_START.match(line.text)
    if not end and not start:
        return False
    caption = line.text[start.end() if start else 0 : end.start() if end else None]
    if line.words > _LONGEST_NOTICE + _LONGEST_BYLINE:
        return False
    article = " ".join(other.text for other in lines if other is not line)
    return not reports_anew(caption, article)


def _repeated(lines: Sequence[Line]) -> set[int]:
    """Find labels that come again and again, such as the name of the site."""
    times = Counter(line.text for line in lines)
    return {
        at
        for at, line in enumerate(lines)
        if times[line.text] >= _REPEATED
        and line.words <= _LONGEST_MENU_PART
        and not line.ends_in_stop
    }


def _after_headings(lines: Sequence[Line], marked: set[int]) -> set[int]:
    """Find the headlines listed under "Articles you may like" and the like."""
    found: set[int] = set()
    for at in sorted(marked):
        if not words.OTHER_STORIES.match(lines[at].text):
            continue
        below = at + 1
        while below < len(lines) and (below in marked or not lines[below].is_prose):
            found.add(below)
            below += 1
    return found


def _trailing_headlines(lines: Sequence[Line], marked: set[int]) -> set[int]:
    """Find the run of other stories' headlines that ends a text without a heading."""
    article = [at for at in range(len(lines)) if at not in marked]
    run: list[int] = []
    while article and _may_be_other_story(lines[article[-1]]):
        run.append(article.pop())
    if len(run) < _FEWEST_HEADLINES or not article:
        return set()
    before = lines[article[-1]].text
    open_ended = sum(not lines[at].text.endswith(".") for at in run) * 2 > len(run)
    # A list that the article announces, or one that its sentences make, is of it.
    return set(run) if open_ended and not before.endswith(":") else set()


def _may_be_other_story(line: Line) -> bool:
    return line.looks_like_headline or (line.is_bullet and line.sentences <= 1)
