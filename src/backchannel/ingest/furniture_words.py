"""The wording of furniture: what buttons, forms, credits and notices say.

Each pattern stands for a kind of element that sites of all sorts have; none is there
for one site alone.
"""

import re


def _whole(*alternatives: str) -> re.Pattern[str]:
    """Match a line that says one of these and nothing else."""
    return re.compile(rf"^\W*(?:{'|'.join(alternatives)})\W*$", re.I)


def _opening(*alternatives: str) -> re.Pattern[str]:
    """Match a line that begins with one of these."""
    return re.compile(rf"^\W*(?:{'|'.join(alternatives)})", re.I)


#: Buttons, counters, fields and headings of blocks: the line says nothing else.
BUTTONS = _whole(
    # moving about
    r"(?:(?:back to |go to )?(?:top|bottom|start|end)(?: of (?:the )?page| button)?)",
    r"skip (?:to|navigation)\b.{0,30}",
    r"(?:open|close|toggle|show|hide)(?: (?:the )?(?:modal|menu|search|navigation|this"
    r"|gallery|image|sidebar|dialog|window|caption))+",
    r"(?:close|open|menu|search|home|next|previous|prev|more|ok|cancel|submit|send)",
    r"loading|please wait|article content|select your language|author|date",
    r"advertisements?|advert|sponsored(?: content)?|ad",
    r"image \d+ of \d+|\d+ (?:of|/) \d+|page \d+(?: of \d+)?",
    # reading aids
    r"(?:\d+|one|two|three|four|five) ?-?min(?:ute)?s? (?:read|listen|watch)",
    r"(?:listen|hear|watch|play|read)(?: to)? (?:live|aloud|(?:this|the)(?: \w+){1,3})"
    r"(?: again)?(?: at .{0,20})?(?: \(.{0,20}\))?",
    r"(?:e-?mail|print|share|save|bookmark|send|download|copy|forward)"
    r"(?: (?:this|the|a|link|pdf|article|story|report|page|post|to|friend|print|with"
    r"|someone|on|via|facebook|twitter|x|whatsapp|linkedin|telegram|e-?mail))*"
    r"(?: \(.{0,20}\))?",
    r"text size|font size|a\+ ?a-|translate(?: this page)?|printable version",
    # counters
    r"\d[\d,.]* ?(?:persons?|comments?|shares?|likes?|views?|reads?|votes?|replies"
    r"|reactions?|photos?)(?: [—–|-] .{0,60})?|\d+ people (?:like|liked|read|shared).*",
    # forms
    r"(?:leave|add|post|write|your|send|submit)(?: (?:a|an|your|us))? "
    r"(?:comments?|reply|feedback|name|e-?mail(?: address)?)",
    r"you are replying to.*|log ?in(?: to .{0,40})?|sign ?(?:in|up)|register",
    r"my account",
    r"comments?(?: \(\d+\)(?: [–—|-] .{0,60})?)?|no comments(?: yet)?",
    r"comments? (?:are|is) closed.{0,60}",
    r"\d+ ?[+x×*−-] ?\d+ ?=|(?:enter|type) the (?:code|characters|text).{0,40}|captcha",
    r"was this (?:\w+ )?(?:useful|helpful|interesting)\b.{0,20}|yes / no",
    r"did you find what you were looking for\b.{0,20}",
    r"cookie (?:settings|policy|preferences|notice)|privacy(?: policy)?|terms of use"
    r"|accept(?: all)?(?: cookies)?|about us|contact us|advertise with us|site ?map",
    # marks
    r"(?:news|article|story|post|item|report) ?(?:id|code|no\.?|number):? ?[\w-]{2,20}",
    r"(?:related |suggested )?(?:tags?|topics?|keywords?|labels?|categor(?:y|ies)"
    r"|filed under)(?::.{1,200})?",
    r"(?:image|media|video|photo) (?:caption|credit|source)s?,?.{0,40}",
    r"accessibility links",
    r"keyboard shortcuts|updated \d+ \w+ ago",
    r"###?|-? ?30 ?-?|ends?|\* ?\* ?\*",
)

#: Headings of blocks that list other stories; the lines after them are headlines.
OTHER_STORIES = _whole(
    r"(?:related|recommended|suggested|popular|latest|recent|featured|similar|top|other"
    r"|further|editor[’']?s?[’']?)[ -]?(?:posts?|stor(?:y|ies)|articles?|news|reading"
    r"|reads|content|coverage|topics|links|headlines|picks|videos?|for you)?",
    r"(?:articles|stories|posts|things|content|news) (?:you (?:may|might)(?: also)?"
    r" (?:like|enjoy)|for you)",
    r"you (?:may|might)(?: also)? (?:like|be interested in|enjoy)(?: this| these)?",
    r"(?:most|more) (?:read|popular|viewed|shared|commented|watched|discussed|news"
    r"|stories|articles)(?: .{0,30})?",
    r"more (?:from|on|about|in|by) .{1,40}|keep reading|explore more|don[’']t miss",
    r"(?:see|read|up) (?:also|next|more)|also read|do not miss|trending(?: now)?",
    r"in case you missed it",
    r"recommended(?: for you| reading)?|sponsored links|from (?:around )?the web",
)

#: Labels of sections that stand alone over a story.
SECTIONS = _whole(
    r"(?:breaking |latest |top |world |local |national |foreign |international )?news",
    r"home ?page|world|politics|opinion|analysis|comment(?:ary)?|editorial|features?",
    r"sports?|business|economy|markets|culture|society|science|health|technology|tech",
    r"(?:middle|far) east|asia(?:[- ]pacific)?|africa|europe|(?:latin |north |south )?"
    r"americas?|u\.?[sk]\.? (?:news|politics)|conflicts?|diplomacy|defen[cs]e|security",
    r"foreign (?:policy|affairs|pages)|in brief|exclusive|live|notebook|archives?",
)

#: What bylines begin with; the rest of the line must be names.
BYLINE = re.compile(
    r"^(?:(?:(?:written|reported|posted|published|compiled|edited|translat(?:ed|ion)"
    r"|additional reporting|(?:co-)?authored) )?by|author:"
    r"|from (?:our|a)(?: own)?(?: special)?(?: [A-Z]\w+){0,2} correspondents?(?: in)?"
    r"|our(?: own)? correspondents?)\s*(?P<names>.*)$",
    re.I,
)
#: Small words that stand between names: "By Ana Ruiz in Lima and Jan de Vries".
NAME_LINKS = re.compile(
    r"(?:and|in|at|for|of|the|de|da|du|der|di|van|von|al|bin|el|la)\b"
)

#: Who took the picture: "(Photo: Ana Ruiz)", "© Jan Levi/WANA/Reuters", "Getty Images".
AGENCY = (
    r"(?:getty(?: images)?|reuters|afp|ap(?: photo)?|epa(?:-efe)?|efe|shutterstock|wana"
    r"|anadolu(?: agency)?|xinhua|tass|sputnik|alamy|bloomberg|pa(?: wire| images)?|upi"
    r"|istock(?:photo)?|zuma(?: press)?|nurphoto|wikimedia(?: commons)?|flickr|irna|dpa"
    r"|staff|handout|file(?: photo)?|archive|pool|keystone(?:-sda)?"
    r"|via (?:getty|ap|reuters)[\w ]*)"
)
CREDIT_END = re.compile(
    rf"(?:©\s*[^©]{{2,60}}|\((?:photo|image|picture|credit|file)\b[^()]{{0,60}}\)"
    rf"|\([^()]{{1,40}}/\s?{AGENCY}\)|\(?\b{AGENCY}\s?/\s?[\w .-]{{2,40}}\)?"
    rf"|\[?\b(?:photo|image|credits?|picture)(?: by)?:\s*[^:]{{2,60}}"
    rf"|[\w .&-]{{2,40}}(?:/| via ){AGENCY}(?:/[\w -]+)?)\s*\]?[.]?$",
    re.I,
)
#: May credit the picture, or sign the last paragraph of a dispatch.
AGENCY_END = re.compile(rf"(?:\({AGENCY}\)|^{AGENCY})\W*$", re.I)
CAPTION_START = re.compile(
    r"^\W*(?:(?:archive |file |main |cover )?(?:photo(?:graph)?|picture|image|caption)"
    r"(?: \d+| above| below| caption)?|chart|graphic|illustration|map|video)[:\]]\s*",
    re.I,
)

#: Who wrote a line-long byline without "By": "Reuters Staff", "Web Desk".
DESK = _whole(
    r"(?:[\w’'-]+ ){1,3}(?:staff|news ?desk|web ?desk|correspondents?|bureau)",
    "web desk",
)

#: Openings of lines about the page, its maker, and what the reader may do with it.
NOTICES = _opening(
    r"copyright\b|©|\(c\) ?(?:19|20)\d\d|(?:\w+/\w+ . )?all rights\b",
    r"source: |sources: |(?:re)?printed (?:by|with) (?:the )?permission",
    r"when (?:re)?(?:printing|publishing|quoting|using)\b.{0,60}\b(?:link|source)",
    r"(?:this|the) (?:article|story|report|piece|post|interview|text|column)(?: \w+)? "
    r"(?:was |were |is )?(?:(?:originally|first|previously)\b|also appeared"
    r"|(?:re)?(?:published|printed|posted) |translated )",
    r"(?:originally|first|previously) (?:appeared|published|printed)",
    r"an? (?:\w+ )?version of this (?:article|story|piece)",
    r"reporting by |writing by |\(?(?:additional )?(?:reporting|writing|editing) by ",
    r"(?:unofficial |official )?translat(?:ion|ed) (?:from|by) ",
    r"(?:\[|\()translat(?:ion|ed)\b|unofficial translation",
    r"(?:share|tweet|follow|like|find|join|contact|write to|text|message|call) us\b"
    r"|(?:share|tweet|like|e-?mail|print) this\b|(?:visit|join|follow) our\b",
    r"follow [\w ]+ on |share: ?",
    r"(?:press |media )?(?:contacts?|enquiries|inquiries): ?",
    r"(?:subscribe|unsubscribe|sign up|register|log in|sign in|donate|join)"
    r"(?: now| today| here| free)?(?: to| for| or| and|$|[!:.])",
    r"to (?:unsubscribe|subscribe|comment)\b",
    r"(?:get|receive|want) .{0,60}\b(?:inbox|newsletter|alerts?|by e-?mail)\b"
    r"|.{0,60}\bin your inbox\b|live updates?\b.{0,10}\brefresh\b",
    r"(?:we|this (?:web)?site|our partners)\b.{0,40}\bcookies\b",
    r"by (?:continuing|clicking|using|signing up|subscribing)\b.{0,80}"
    r"\b(?:website|cookies|terms|policy)\b",
    r"(?:read|see|listen|watch|hear)(?: also| more| next)?: ",
    r"(?:read|see) (?:also|next) ",
    r"(?:more (?:from|on|in)|related|most (?:read|popular)|also (?:read|see))\b"
    r"[^.:]{0,40}: ",
    r"click here|tap here|download (?:the|our|pdf)|powered by|last modified",
    r"you(?: a|[’'])re (?:following|reading|viewing|using)\b.{0,40}\b(?:live|page)",
    r"listening: |(?:generated|adapted|translated) (?:with|by|from)\b|our standards: ",
    r"this content (?:was|is)\b|photos? courtesy|send us your\b",
    r"(?:\w+ )?on air now: ",
)
