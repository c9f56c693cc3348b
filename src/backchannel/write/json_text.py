"""JSON that stays one line for every reader of lines, and that UTF-8 can carry."""

import json
import re

from backchannel.domain.forms import Json
from backchannel.write.encodable import encodable

#: Characters that JSON allows and that some readers of lines take for a line's end.
_LINE_BREAKERS = re.compile("[\x7f-\x9f\u2028\u2029]")


def json_line(form: Json) -> str:
    """Return `form` as one line of JSON, without the line break that ends it."""
    line = json.dumps(form, ensure_ascii=False)
    line = _LINE_BREAKERS.sub(lambda hit: f"\\u{ord(hit.group()):04x}", line)
    return encodable(line)
