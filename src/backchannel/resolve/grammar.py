"""What a mention does in its clause, told by the words on either side of it."""

import re

from backchannel.domain.text import Span

#: Verbs of saying, as they stand behind a quotation.
SAYING = (
    r"(?:said|says|told|tells|added|adds|asked|warned|warns|wrote|writes|replied"
    r"|insisted|insists|explained|declared|announced|stated|continued|recounted"
    r"|argued|claimed|noted|recalled|admitted|concluded|conceded|remarked|retorted"
    r"|tweeted|posted|protested|promised|demanded|snapped|disclosed|confirmed"
    r"|observed|suggested|stressed|maintained|complained|boasted|thundered|quipped"
    r"|shouted|read|reads|went on|countered|answered|responded|urged|pledged|vowed"
    r"|charged|thinks|believes|is quoted|was quoted|objected|cautioned|begged)"
)
_AUXILIARY = (
    r"(?:has|had|have|is|was|are|were|will|would|could|can|may|might|must|should|also"
    r"|then|later|never|not|both|once|again|further|now|today|yesterday|still|did|does"
    r"|do|on \w+|in turn|\w+ly|who|which|both|each|himself|herself)"
)
_VERB = (
    r"(?:[a-z]+ed|sa(?:id|ys)|t(?:old|ells)|met|spoke|s(?:ent|aw|et)|gave|took|made"
    r"|wr(?:ote|ites)|went|came|knew|left|rang|thought|began|held|led|wants?|has|had"
    r"|have|is|was|are|were|will|would|could|can|may|might|must|should|did|does|do"
    r"|cut|put|let|rose|hit|swore|threw|rejects?|den(?:ies|y)|call(?:s)?|puts|brought"
    r"|found|felt|got|kept|lost|meant|ran|read|sought|stood|struck|understood|withdrew"
    r"|won|drew|bade|chose|fell|flew|forgave|heard|laid|paid|rode|sat|sold|spent|stuck"
    r"|taught|tore|insists|claims|denies|says|believes|expects|hopes|fears|likes"
    r"|refuses|plans|seeks|remains|continues|supports|threatens|accuses|offers|regards)"
)
_DOING = re.compile(
    rf"(?:['’]s)?(?:,[^,.;\n]{{3,90}},| \([^)\n]{{1,40}}\))?(?: {_AUXILIARY}){{0,3}}"
    rf" {_VERB}\b"
)
_GOVERNED = re.compile(
    r"\b(?:of|to|with|by|from|for|in|on|against|at|between|than|about|over|towards?"
    r"|told|met|urged|asked|accused|warned|called|through|via|into|upon|after|before"
    r"|near|inside|under|as|like|without|sent|gave|begged|assured|thanked|telephoned|rang|rung|phoned|telephone|telling|meeting"
    r"|received|summoned|greeted|reminded|implored|instructed|cautioned|pressed|on)"
    r"(?: (?:the|an?|its|his|her|their|our|both))?\s$"
)


def is_governed(text: str, span: Span) -> bool:
    """Whether the mention depends on a preposition or a verb before it."""
    return _GOVERNED.search(text[max(0, span.start - 24) : span.start]) is not None


def is_subject(text: str, span: Span) -> bool:
    """Whether the mention does what its clause tells: a verb follows it."""
    if is_governed(text, span):
        return False
    return _DOING.match(text, span.end) is not None
