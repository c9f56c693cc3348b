"""The process that takes pages apart: a page a line in, what it holds a line out.

It runs apart because a page can be made to exhaust whoever parses it; see
`backchannel.ingest.pages` for the side that starts it and ends it when it hangs.
A request is `{"html": …}`; a reply has `text` and, where the page tells them, `title`,
`outlet` and `published`, each as `[value, origin]`, and `url`.
"""

import json
import sys
from collections.abc import Mapping, Sequence

from lxml import html as lxml_html
from trafilatura import extract

from backchannel.ingest.captions import is_repetition, reports, stems
from backchannel.ingest.page_metadata import find_metadata

#: Characters. A shorter text is looked for once more, in the page's tables too: old
#: ministry sites lay out their readouts in them.
_SHORT = 200


def take_apart(page: str) -> Mapping[str, object]:
    """Return the main text of a page and what its head says of it."""
    tree = lxml_html.document_fromstring(page)
    found = find_metadata(tree)
    captions = _words_of(tree, "figcaption")
    text = _without_heading(_main_text(page), _words_of(tree, "h1"))
    known = stems(text)
    anew = (one for one in captions if reports(one) and not is_repetition(one, known))
    return {**found, "text": "\n".join([text, *anew])}


def _words_of(tree: lxml_html.HtmlElement, tag: str) -> list[str]:
    words = (" ".join(one.text_content().split()) for one in tree.iter(tag))
    return [one for one in words if one]


def _without_heading(text: str, headings: Sequence[str]) -> str:
    """Cut the headline off, which need not be the title that the page's head gives."""
    first, _, rest = text.partition("\n")
    return rest if " ".join(first.split()) in headings else text


def _main_text(page: str) -> str:
    text = extract(page, include_comments=False, include_tables=False) or ""
    if len(text) < _SHORT:
        wider = extract(page, include_comments=False, favor_recall=True) or ""
        return wider if len(wider) > 2 * len(text) else text
    return text


def main() -> None:
    """Answer requests until standard input ends."""
    replies = sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is no reply
    for request in sys.stdin.buffer:
        reply = take_apart(json.loads(request)["html"])
        replies.write(json.dumps(reply).encode() + b"\n")
        replies.flush()


if __name__ == "__main__":
    main()
