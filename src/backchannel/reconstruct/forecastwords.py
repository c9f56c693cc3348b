"""The words by which texts speak of what is to come: words that rules look for.

Patterns are for running text with plain apostrophes and hyphens.
"""

import re


def _words(forms: str, *, also: str = "") -> re.Pattern[str]:
    listed = "|".join(forms.split())
    return re.compile(rf"\b(?:{listed}{'|' + also if also else ''})\b", re.IGNORECASE)


#: Somebody expects; what follows is what.
BELIEF = _words(
    "expect expects predict predicts predicted foresee foresees foresaw reckon reckons"
    " reckoned anticipate anticipates anticipated",
    also=r"(?<!than )(?<!had )(?<!been )(?<!be )(?<!is )(?<!are )(?<!was )(?<!were )"
    r"expected(?! to\b)|forecasts? (?=that|an?\b|the|no)"
    r"|(?:told|tell)\w* [^,;]{1,40} to expect",
)
#: Somebody thinks; only with a verb that looks ahead.
OPINION = _words(
    "think thinks thought believe believes believed estimate estimates estimated assume"
    " assumes bet bets hope hopes hoped fear fears feared"
)
#: Somebody says outright that it will come.
PREDICTION = re.compile(
    r"(?<!hard to )(?<!difficult to )\b(?:predicts?|predicted|foresees?|foresaw"
    r"|forecasts?)(?= [^,;]*\b(?:will|would|be|is|are)\b)",
    re.IGNORECASE,
)
#: How likely it is, as a number.
ODDS = re.compile(
    r"\b(?:odds|chances?|likelihood|probability)\b"
    r"(?=.*\b(?:(?:one|two|three|four|five|six|seven|eight|nine|\d+) in (?:two|three"
    r"|four|five|six|seven|eight|nine|ten|a hundred|\d+)|\d+ ?(?:%|per ?cent)|even)\b)"
    r"|\bat (?:one|two|three|four|\d+) in \w+ (?=the (?:odds|chances?|likelihood)\b)",
    re.IGNORECASE,
)
#: Bound to come, whenever.
CERTAIN = re.compile(
    r"\b(?<!not think )(?:is|are|was|were|now|seems?|looks?|becoming|become)"
    r" (?:(?!not|never|no)\w+ )?"
    r"(?:inevitable|unavoidable|imminent|a (?:matter|question) of time)\b",
    re.IGNORECASE,
)
#: What is to come is said by the verb.
AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|should|shall|won't"
    r"|(?:is|are|was|were) to(?= (?:be )?[a-z]{2,})"
    r"|(?:is|are|be) (?:now |also |still |widely |generally |all )?(?:expected|forecast"
    r"|predicted|likely|unlikely|scheduled|supposed|projected|set|bound|certain|due"
    r"|slated|believed to be))\b(?! have\b)|'ll\b"
)
#: What was to come; told by a text that knows better.
PAST = re.compile(r"\b(?:had been|was|were) (?:expected|forecast|scheduled|due|set)\b")
VOW = re.compile(
    r"\b(?:promises|promised|pledges|pledged|undertook|undertakes|vows|vowed"
    r"|committed (?:it|him|her|them)sel(?:f|ves)|commits (?:it|him|her)self"
    r"|(?:ha[sd]|have) given (?:[\w']+ ){1,4}word|gave (?:[\w']+ ){1,3}word)\b"
)
#: Harm foretold by a noun: "warns of shortages by March".
FORETOLD = re.compile(r"\b(?:warn(?:s|ed|ing)?) (?:\w+ )?of\b")
#: Meetings and visits: an appointment on a day is a planned signal, no forecast.
CONTACT = _words(
    "meet meets meeting talk talks confer receive received visit visits brief inform"
    " call discuss attend travel see speak summit session host convene arrive greet"
    " address negotiate consultations round conference hold held",
    also=r"(?:due|expected) (?:here|at|in)|sit (?:down|across)|take up|welcomed",
)
#: What opens a clause that only says on which terms, or after what.
SUBORDINATE = _words(
    "if unless whether once when after while because although where provided",
    also=r"(?:as|so) (?:long|soon) as|in (?:the event|case)|on condition|in return for"
    r"|failing|until [^,;]*\b(?:is|are|was|were|has|have)\b|were [^,;]{1,40} to"
    r"|(?:^|, )should",
)
#: What parts a verb from days that stand behind it: they are another verb's.
PARTS = re.compile(
    r"\b(?:who|which|whose|what|when|where|because|since|after)\b"
    r"|, (?:and|but|as|the)\b|:"
    r"|\b(?:said|told|announced|declared|met|held|had|was|were)\b"
)
#: Terms that turn what follows into a threat or a bargain.
TERMS = _words(
    "unless otherwise failing whether",
    also=r"(?:as|so) (?:long|soon) as|in the event|on condition|provided|or else",
)
#: A clause that begins with its terms warns or bargains.
TERMS_FIRST = re.compile(
    r"[\"' ]*(?:(?:and|but|even|only) )?(?:if|should|were|unless|in the event|in case"
    r"|any|as long as|so long as|once|were)\b",
    re.IGNORECASE,
)
#: Words said of a telling; what follows them dates the telling.
TOLD = _words(
    "said told warned announced declared added noted wrote asked urged denied called"
    " rejected agreed reported claimed confirmed stated repeated explained answered"
    " replied insisted suggested vowed promised cautioned predicted reaffirmed"
    " acknowledged pointed stressed disclosed spoke released met posted published"
    " threatened proposed offered demanded accused signed held struck killed"
)
#: Verbs of a telling that may stand before or after what is told.
TELLING = _words(
    "say says said told tells warn warns warned predict predicts predicted announced"
    " announces reckons reckoned declared declares added adds noted wrote writes"
    " promised promises vowed cautioned believes believed thinks expects expected"
    " estimates estimated reports reported claims claimed forecasts insisted stated"
    " explained confirmed repeated foresees suggested advised",
    also=r"made (?:it )?known",
)
BY_WHOM = re.compile(r"\baccording to\b", re.IGNORECASE)
HEDGES = re.compile(
    r"\b(?:could|may|might|should|perhaps|possibly|probably|likely|unlikely|expect(?:s"
    r"|ed)?|reckon(?:s|ed)?|believe[sd]?|thinks?|predict(?:s|ed)?|supposed to|due"
    r"|as (?:early|soon|late) as|most likely|at the (?:latest|earliest)|about|around"
    r"|weather permitting|inevitable|imminent|in all likelihood|apparently)\b",
    re.IGNORECASE,
)

#: One code point for another, so that offsets hold.
_PLAIN = str.maketrans("’‘–—−\u00a0\u202f“”", "''---  \"\"")


def plain(words: str) -> str:
    """Return `words` with the signs that the patterns are for, as many of them."""
    return words.translate(_PLAIN)
