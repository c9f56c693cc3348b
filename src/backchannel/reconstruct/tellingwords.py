"""The words by which sources state, deny or doubt facts: words that rules look for.

Patterns are for running text with plain apostrophes and hyphens.
"""

import re

_SAY = (
    "say says said tell tells told reported claimed stated insist insists insisted"
    " maintain maintains maintained add adds added noted announce announces announced"
    " declare declares declared allege alleges alleged assert asserts asserted argue"
    " argues argued explain explains explained write writes wrote conclude concludes"
    " concluded estimate estimates estimated testify testifies testified complain"
    " complains complained remark remarks remarked reveal reveals revealed disclose"
    " disclosed acknowledge acknowledges acknowledged admit admits admitted concede"
    " concedes conceded confirm confirms confirmed repeat repeats repeated repeating"
    " reiterate reiterates reiterated reiterating believe believes believed recall"
    " recalled observed stress stresses stressed emphasise emphasised emphasize"
    " emphasized underline underlined shrugged scoffed retorted countered replied"
    " answered quipped boasted contend contends contended affirm affirmed specified"
    " clarified lamented protested"
).split()
#: Words that are nouns, too, or tell of other things: with "that", or at the end.
_ALSO = (
    "report reports claim claims state states note notes show shows showed indicate"
    " indicates indicated suggest suggests suggested swear swears swore found"
    " established determined charged"
).split()
SAY = re.compile(
    r"(?<!\bto )(?<!\bcan )(?<!\bcould )(?<!\bwould )(?<!\bwill )(?<!\bmay )"
    rf"(?<!\bmight )(?<!\bnot )(?<!\bneither )\b(?:{'|'.join(_SAY)}"
    rf"|(?:{'|'.join(_ALSO)})(?= that\b|[.,\"]|$)"
    r"|let it be known|made (?:it )?known|(?:is|are) of the opinion)\b"
    r"(?! responsibility)",
    re.IGNORECASE,
)
#: Verbs by which one vouches: what they hold is a claim, whatever it is about.
OUTRIGHT = re.compile(
    r"\b(?:confirm\w*|admit\w*|conced\w*|acknowledg\w*|swears?|swore|testif\w+)\b",
    re.IGNORECASE,
)
#: A further telling by the same source.
ADDING = re.compile(
    r",\"? (?:while |and )?(?:adding|noting|saying|claiming|insisting|stressing"
    r"|explaining|alleging|citing)(?: that)? ",
    re.IGNORECASE,
)
_REPORT = (
    r"(?:(?:as \w+ )?(?:the |an? |any |all |such )?(?:\w+ )?(?:claims?|reports?"
    r"|allegations?|suggestions?|accusations?|charges?|assertions?|idea|notion"
    r"|rumou?rs?)(?: by [\w ]{1,40}?)? that )"
)
DENY = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)(?! (?:responsibility|involvement|any (?:role"
    r"|responsibility|involvement)|being behind))"
    rf" (?:{_REPORT}|that |(?=having|any\b|being|it\b|there\b|they\b|he\b|\w+ing\b"
    r"|the \w+ (?:had|has|was|were)\b))"
    rf"|(?:reject|dismiss|refut|disput|rebuff)(?:ed|es|s|ing) {_REPORT}"
    r"|(?:nothing (?:suggests|shows|indicates)|(?:is|was) no (?:evidence|proof|sign"
    r"|indication)) that )",
    re.IGNORECASE,
)
DOUBT = re.compile(
    r"\b(?:(?:it (?:is|was|remains|remained) )?(?:not (?:yet )?(?:clear|known)|unclear"
    r"|unknown) (?:from .{1,60}? )?(?:whether|if)"
    r"|(?:could|would|can) not (?:independently |immediately )?(?:confirm|verify|say"
    r"|be drawn|rule out)(?: on)?(?: whether| if| that)"
    r"|neither confirm(?:s|ed)? nor (?:den(?:y|ies|ied)|rule[sd]? out)"
    r"(?: that| whether)?"
    r"|(?:has|have|had|did) not (?:said?|confirm(?:ed)?|deny|denied)(?: whether| if|"
    r" that)|(?:declin|refus)(?:ed|es) to (?:say|confirm)(?: whether| if| that)"
    r"|doubt(?:s|ed)?(?: that| whether)?|questions? whether|questioned whether"
    r"|cast(?:s)? doubt on(?: \w+ (?:claims|reports) that)?) ",
    re.IGNORECASE,
)
_END = r"(?P<end>[^;]*)"
#: Blame and its like: `by` is blamed for `what`; without `by` the teller takes it.
BLAME = tuple(
    re.compile(pattern + _END, re.IGNORECASE)
    for pattern in (
        r"\bblam(?:ed?|es|ing) (?P<what>[^,;]+) on (?P<by>)(?!\w+day\b)",
        r"\bblam(?:ed?|es|ing) (?P<by>[^,;]+?) for (?P<what>)",
        r"(?P<what>[^,;]+), which (?P<who>[^,;]+?) (?:(?:has|have|had) )?blamed on"
        r" (?P<by>)",
        r"\b(?:attribut|ascrib)(?:ed|es|ing) (?P<what>[^,;]+?) to (?P<by>)",
        r"\baccus(?:ed?|es|ing) (?P<by>[^,;]+?) of (?P<what>)",
        r"\b(?:held|holds?|holding) (?P<by>[^,;]+?) responsible for (?P<what>)",
    )
)
OWNING = re.compile(
    r"\b(?P<verb>claim(?:ed|s)|took|take[sn]?|accept(?:ed|s)|admit(?:ted|s)|den(?:ied"
    r"|ies)(?: any| all)?) (?:responsibility for|involvement in|role in|any part in"
    r"|being behind) ",
    re.IGNORECASE,
)
#: What is told once more by another: "a position that X confirmed".
ECHO = re.compile(
    r"(?:,|\s-)\s(?:(?:an?|the) (?:position|claim|account|version|figure|charge"
    r"|allegation|statement|view|assertion|accusation|denial|number)(?: that| which)?"
    r"|which|something(?: that)?) (?P<who>[^,;]{2,60}?) (?:(?:has|have|had|also|later)"
    r" )*(?P<verb>confirm(?:s|ed)?|acknowledged?|den(?:y|ies|ied)|disput(?:es?|ed)"
    r"|reject(?:s|ed)?|contest(?:s|ed)?)\b",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:(?:at least|more than|fewer than|some|about|over|only|nearly|up to) )?"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|\w+teen|\w+ty(?:-\w+)?|dozens|hundreds|thousands)\b"
)
#: Tellers of a number: what follows is the claim.
TALLY = re.compile(
    r"\b(?:(?:puts?|set|sets) (?=the (?:[\w-]+ ){0,3}?(?:toll|number|figure|count"
    r"|losses)\b)|has (?=buried)|admit(?:s|ted) to (?=\w+ing\b)"
    r"|(?:(?:speaks?|spoke) of|puts? (?:it|them) at|counted|counts|recorded"
    r"|documented|registered|listed|lists|reports?) (?=" + _NUMBER + r"))",
    re.IGNORECASE,
)
#: A count and its source behind another: "23 according to X, 19 according to Y".
COUNTED = re.compile(
    r",\s+(?=" + _NUMBER + r"(?: [\w-]+){0,4}? (?:according to|by) )"
    r"|,\s+(?=[^,;]{2,60} (?:speaks?|spoke) of " + _NUMBER + r")",
    re.IGNORECASE,
)
_ACCOUNT = (
    r"'s? (?:own )?(?:account|counts?|telling|version|reckoning|tally|figures|words"
    r"|eyes|view)"
)
#: Before what is told: "According to X, …", "By X's own count, …".
BEFORE = re.compile(
    r"[\"' ]*(?:(?:and|but|while) )?(?:according to (?P<a>[^,]+)"
    r"|(?:by|in) (?P<b>[^,]+?)" + _ACCOUNT + r"|in the (?:words|telling|view|account"
    r"|version) of (?P<c>[^,]+)|to hear (?P<d>[^,]+?)(?: tell it)?"
    r"|(?P<e>in [A-Z][\w ]+ they) (?:tell|say) it (?:otherwise|differently))[,:] ",
    re.IGNORECASE,
)
#: After it: "…, according to X", "…, in the telling of X", "…, by X's account".
BEHIND = re.compile(
    r",?\"? (?:according to (?P<a>[^,;]+)|in the (?:words|telling|view|account"
    r"|version) of (?P<c>[^,;]+)|(?<=, )(?:by|in) (?P<b>[^,;]+?)" + _ACCOUNT + r"\b)",
    re.IGNORECASE,
)
#: "X's version, that …".
VERSION = re.compile(
    r"(?P<who>.{2,60}?)'s? (?:version|account|claim|line|story|position),?"
    r"(?: is| was)? that (?P<what>[^,;]+)",
    re.IGNORECASE,
)
#: Nobody in particular says so.
HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|(?:is|are|was|were) (?:said|reported|believed"
    r"|understood|thought|rumoured) to (?=have|be\b)|it is (?:said|understood) that)\b",
    re.IGNORECASE,
)
#: "X, citing Y," before the verb; "X quoted Y as saying".
CITING = re.compile(
    r",? (?:citing|quoting|which cited|relying on) (?P<of>[^,]+?)"
    r"(?: speaking on [^,]+| who [^,]+)?,?\s*$",
    re.IGNORECASE,
)
QUOTED = re.compile(
    r"\b(?:quot(?:ed|es)|cit(?:ed|es)) (?P<of>[^,]+?) as saying(?: that)? ", re.I
)
#: Behind the verb of a telling in the midst of a sentence: ", X said on Monday, …".
ASIDE = re.compile(
    r"(?: (?:on|in|at|to|during|after|late|early|last|yesterday|today|reporters"
    r"|journalists)\b[^;,]{0,40})?,"
)
#: What may stand between the verb of a telling and its end.
TAIL = re.compile(
    r"(?:,? (?:on|in|at|to|during|after|late|early|last|this|yesterday|today|reporters"
    r"|journalists|local|state|the|an?|his|her|its|their|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|[A-Z]\w+)\b[^;,]{0,60})?[.,\"]*(?:$|(?=,))"
)
