"""The words that name who tells, and where they stand around the verb.

The words of a sentence in, passages out; offsets are those of the words.
"""

import re

from backchannel.domain.text import Span
from backchannel.reconstruct import tellingwords as say
from backchannel.reconstruct.clauses import name_span

#: "…, detained in January, X said".
_ASIDE = re.compile(r"\w+ed\b[^,]*, |where ")
_ADVERBS = re.compile(
    r"\s+(?:(?:has|have|had|also|later|again|now|openly|repeatedly|publicly"
    r"|privately|previously|recently|already|formally|officially)\s*)+$",
    re.IGNORECASE,
)
#: Several tellers: "Arland, Borland and their allies".
_LISTED = re.compile(
    r"((?:the )?[A-Z][\w' -]*(?:, (?:the )?[A-Z][\w' -]*)*,? and [\w' -]+?)"
    r"(?: (?:has|have|had|also|both|all))*"
)
#: A phrase before the one who tells: "In a speech on Friday, X said".
_INTRO = re.compile(
    r"(?:however|meanwhile|still|moreover|but|yet|and|also|instead|separately|then)\b"
    r"[^,]{0,3}, (?=\S)|(?:of|in|on|at|after|during|asked|speaking|for|with|since"
    r"|under|as|while|by"
    r"|from|later|earlier|last|addressing|responding|referring)\b[^,]*, (?=\S)",
    re.IGNORECASE,
)
_AFTER_VERB = re.compile(
    r" (?!(?:that|he|she|it|they|we|there|this|these|his|her|its|their|\w+ing)\b)"
    r"(?P<who>[^,.;\"]{2,90}?)(?=[,.;\"]|\s(?:on|in|at|after|during)\s|$)"
)


#: A verb among the words shows that they are no name.
#: What is told is quoted, or has a verb; a name alone is who tells.
_CLAUSE = re.compile(
    r"\"|\b(?:is|are|was|were|has|have|had|do|does|did|will|would|\w{3,}ed|\w+n't)\b"
)
_NO_NAME = re.compile(
    r"(?:has|have|had|is|are|was|were|will|not)\b|.*\b(?:that|has|have|had|said|says"
    r"|was|were|is|are|if|whether)\b",
    re.IGNORECASE,
)
_EDGES = " \t,;:.\"'-"


def find_teller(words: str, segment: Span, verb: int) -> tuple[Span, ...] | None:
    """Return who tells by the verb there: whom it cites first, then who cites."""
    cited = say.CITING.search(words[segment.start : verb])
    end = segment.start + cited.start() if cited else verb
    start = _skip_asides(words, segment.start, end)
    if adverbs := _ADVERBS.search(words[:end], start):
        end = adverbs.start()
    who = _find_name(words, start, end) if end > start else None
    if who is None or not is_name(words[who.start : who.end]):
        return None
    if cited is None:
        return (who,)
    return _moved(Span(*cited.span("of")), segment.start), who


def _skip_asides(words: str, start: int, end: int) -> int:
    """Return where the name can begin, behind "In a speech, " and the like."""
    if start < end and (intro := _INTRO.match(words, start, end)):
        start = intro.end()
    while aside := _ASIDE.match(words, start, end):
        start = aside.end()
    return start


def _find_name(words: str, start: int, end: int) -> Span | None:
    if listed := _LISTED.fullmatch(words[start:end].strip()):
        return Span(start, start + len(listed[1]))
    who = name_span(words, start, end)
    return who if who and words[who.start : who.end].strip() else None


def name_at(words: str, start: int, end: int) -> Span | None:
    """Return the name that begins at `start`."""
    stop = re.search(
        r"[,;.\"]|\s(?:in|on|at|after|during|which|who|and \w+ed)\s", words[start:end]
    )
    return span_of(words, start, start + stop.start() if stop else end)


def span_of(words: str, start: int, end: int) -> Span | None:
    """Return the passage, None where it is empty or blank."""
    return Span(start, end) if 0 <= start < end and words[start:end].strip() else None


def is_name(words: str) -> bool:
    """Return whether words can name somebody: no verb is among them."""
    return not _NO_NAME.match(words)


def find_teller_after(words: str, before: Span, verb: int) -> Span | None:
    """Return who tells by an inverted verb: ", said the minister"."""
    if say.CITING.search(words[before.start : before.end].rstrip(" ,")):
        return None
    if not _CLAUSE.search(words, before.start, before.end):
        return None
    hit = _AFTER_VERB.match(words, verb)
    return span_of(words, *hit.span("who")) if hit else None


def last_comma(words: str, start: int, end: int) -> Span | None:
    """Return the last mark in `[start, end)` behind which a telling can begin."""
    hits = list(re.finditer(r"[,?!]\"?\s+|\"\s+", words[start:end]))
    if not hits or not hits[-1].start():
        return None
    hit = hits[-1]
    return Span(start + hit.start(), start + hit.end())


def trim_edges(words: str, span: Span) -> Span | None:
    """Return `span` without marks and blanks around it; None if nothing is left."""
    start, end = span.start, span.end
    while start < end and words[start] in _EDGES:
        start += 1
    while end > start and words[end - 1] in _EDGES:
        end -= 1
    if start >= end:
        return None
    if words.count('"', start, end) % 2:
        return _with_quote(words, start, end)
    return Span(start, end)


def _with_quote(words: str, start: int, end: int) -> Span:
    """Return the passage with the mark that opens or closes its quotation."""
    if start and words[start - 1] == '"':
        return Span(start - 1, end)
    closing = re.compile(r"[,.]?\"").match(words, end)
    return Span(start, closing.end() if closing else end)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
