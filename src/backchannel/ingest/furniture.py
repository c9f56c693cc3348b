"""Which lines of a text are furniture: the parts of the page that are not the article.

The rules look at a line's wording, length and stops, at where it stands and at its
neighbours. A line that could be of the article is left alone: furniture that is read as
text costs a wrong mention, text that is taken for furniture costs a signal.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from backchannel.ingest import furniture_words as words
from backchannel.ingest.captions import is_repetition, reports, stems
from backchannel.ingest.datelines import find_day, is_date_line
from backchannel.ingest.lines import Line

#: Characters; longer lines are paragraphs, whatever they say.
_LONGEST_LINE = 600
#: Words in a notice or caption, at most: a longer line is prose that begins like one.
_LONGEST_NOTICE = 40
_LONGEST_CAPTION = 60
_LONGEST_BYLINE = 14
#: Between the parts of a menu or breadcrumb. Dashes and gaps part sentences as well:
#: they make a menu only of three short parts or more.
_BARS = re.compile(r"\s*[|›»>·•]\s*")
_GAPS = re.compile(r"\s+[/–—-]\s+|\s{2,}|\t")
_LONGEST_MENU_PART = 6
_LONGEST_GAP_PART = 4
#: Labels in a row, at least, that make a menu with one item a line.
_FEWEST_LABELS = 4
#: Headlines in a row, at least, that make the end of a text a list of other stories.
_FEWEST_HEADLINES = 3
_REPEATED = 3
#: Lines after the first paragraph in which a byline may still come.
_AFTER_LEDE = 3
_SPEECH = re.compile(r"[“”\"]|\b(?:said|says|told|added)\b")
#: Transcripts name the speaker and have dashes where the speaker halts.
_SPEAKER = re.compile(r"[A-Z. ]{1,30}(?::\s|\s—)|Q ")
_PUBLISHED = re.compile(r"\b(?:published|posted|updated)\b", re.I)
_NAME = re.compile(r"[\w’'.-]+")


def mark_furniture(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return those of `lines`, all that a text has, that are not its article."""
    marked = {at for at, line in enumerate(lines) if _tells_itself(line)}
    marked |= _at_edges(lines)
    marked |= _idle_captions(lines)
    marked |= _repeated(lines)
    marked |= _after_headings(lines, marked)
    marked |= _trailing_headlines(lines, marked)
    return tuple(line for at, line in enumerate(lines) if at in marked)


def _tells_itself(line: Line) -> bool:
    """Whether the wording alone shows that the line is furniture."""
    if len(line.text) > _LONGEST_LINE:
        return False
    return bool(
        words.BUTTONS.match(line.text)
        or words.OTHER_STORIES.match(line.text)
        or is_date_line(line.text)
        or _is_menu(line)
        or _is_notice(line)
    )


def _is_notice(line: Line) -> bool:
    if line.words > _LONGEST_NOTICE or _SPEECH.search(line.text):
        return False
    if words.NOTICES.match(line.text):
        return True
    dated = line.words <= _LONGEST_BYLINE and find_day(line.text) is not None
    return dated and _PUBLISHED.search(line.text) is not None and not line.sentences


def _is_menu(line: Line) -> bool:
    """Whether the line is a row of short parts: "Home | News | Sport"."""
    if _SPEECH.search(line.text) or line.text.endswith((".", "?")):
        return False
    if _SPEAKER.match(line.text):
        return False
    for form, fewest, longest in (
        (_BARS, 2, _LONGEST_MENU_PART),
        (_GAPS, 3, _LONGEST_GAP_PART),
    ):
        parts = [part for part in form.split(line.text) if part]
        short = all(len(part.split()) <= longest for part in parts)
        if len(parts) >= fewest and short and not line.is_bullet:
            return True
    return False


def _at_edges(lines: Sequence[Line]) -> set[int]:
    """Find labels, bylines and menus around the paragraphs of a text."""
    prose = [at for at, line in enumerate(lines) if line.is_prose] or [len(lines)]
    head = range(prose[0])
    after_lede = range(prose[0], min(prose[0] + _AFTER_LEDE, prose[-1]))
    tail = range(prose[-1] + 1, len(lines))
    found = {at for at in (*head, *after_lede, *tail) if _is_signature(lines[at])}
    return found | _label_runs(lines[: prose[0]])


def _is_signature(line: Line) -> bool:
    if line.words > _LONGEST_BYLINE or len(line.text) > _LONGEST_LINE:
        return False
    return bool(
        words.SECTIONS.match(line.text)
        or words.DESK.match(line.text)
        or _is_byline(line)
    )


def _is_byline(line: Line) -> bool:
    found = words.BYLINE.match(line.text)
    if found is None:
        return False
    names = _NAME.findall(found["names"])
    return all(name[0].isupper() or words.NAME_LINKS.match(name) for name in names)


def _label_runs(head: Sequence[Line]) -> set[int]:
    """Find menus, one item a line; after the text such lists are of its members."""
    runs = groupby(range(len(head)), key=lambda at: head[at].is_label)
    labels = [list(run) for is_label, run in runs if is_label]
    return {at for run in labels if len(run) >= _FEWEST_LABELS for at in run}


def _idle_captions(lines: Sequence[Line]) -> set[int]:
    """Find credits of pictures, and captions that report nothing new."""
    captions = {
        at: caption
        for at, line in enumerate(lines)
        if (caption := _caption(line)) is not None
    }
    known = stems("\n".join(o.text for at, o in enumerate(lines) if at not in captions))
    return {
        at
        for at, caption in captions.items()
        if not reports(caption) or is_repetition(caption, known)
    }


def _caption(line: Line) -> str | None:
    """Return the caption without the credit that shows it to be one; None for text."""
    if line.words > _LONGEST_CAPTION or len(line.text) > _LONGEST_LINE:
        return None
    start = words.CAPTION_START.match(line.text)
    end = words.CREDIT_END.search(line.text)
    if not start and not end:
        signed = words.AGENCY_END.search(line.text)
        # Dispatches are signed "(Reuters)" too, at the end of their last paragraph.
        idle = signed and not line.is_prose and not reports(line.text)
        return line.text if idle else None
    return line.text[start.end() if start else 0 : end.start() if end else None]


def _repeated(lines: Sequence[Line]) -> set[int]:
    """Find labels that come again and again, and headlines that are printed twice."""
    lede = next((at for at, line in enumerate(lines) if line.is_prose), len(lines))
    first: dict[str, int] = {}
    for at, line in enumerate(lines[:lede]):
        first.setdefault(line.text, at)
    again = set(range(lede)) - set(first.values())
    times = Counter(line.text for line in lines)
    return again | {
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
        heading = words.OTHER_STORIES.match(lines[at].text[:_LONGEST_LINE])
        if at in found or not heading:
            continue
        below = at + 1
        while below < len(lines) and (below in marked or _may_be_listed(lines[below])):
            found.add(below)
            below += 1
    return found


def _trailing_headlines(lines: Sequence[Line], marked: set[int]) -> set[int]:
    """Find the other stories' headlines that end a text, after a line of furniture."""
    run: list[int] = []
    for at in reversed(range(len(lines))):
        if at in marked:
            if run:
                break
            continue
        if not _may_be_listed(lines[at]) or lines[at].is_label:
            return set()
        run.append(at)
    else:
        return set()
    stopped = sum(lines[at].text.endswith(".") for at in run)
    return set(run) if len(run) >= _FEWEST_HEADLINES > stopped else set()


def _may_be_listed(line: Line) -> bool:
    if line.is_bullet:
        return line.sentences <= 1 and line.words <= _LONGEST_NOTICE
    return line.is_label or (line.looks_like_headline and not line.is_prose)
