"""How well cues, sources and contents of attributions are tagged, on attribution-dev.

In: the articles of PolNeAR's dev part. Out: token F1 and F1 of whole passages.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from eval.gold import DATA, corpora, records
from eval.parts import Agreement, Part, Shipped, compare
from eval.passages import Passage, WordNumbers, tag

TITLE = "Attribution"
CORPUS = DATA / "attribution-dev.jsonl.gz"
HEADS = ("source", "cue", "content")
ABOUT = (
    "Sources, cues and contents of PolNeAR's dev articles, from the encoder's tags."
    " *Token*: words inside such a passage, over all articles together. *Passage*:"
    " whole passages with the same first and last word; attributions nest, and one"
    " row of tags cannot tell a content from one inside it. Marks are no words."
)


def measure(shipped: Shipped) -> Part:
    """Return the figures of attribution."""
    totals: dict[str, Agreement] = defaultdict(Agreement)
    for article in records(CORPUS):
        found = tag(shipped.model, article["text"], HEADS)
        given = {head: [passage for passage, _ in found[head]] for head in HEADS}
        wanted = {head: pieces(article["attributions"], head) for head in HEADS}
        for name, agreement in score(article["text"], given, wanted).items():
            totals[name] += agreement
    rows = {
        head: {
            **totals[f"{head} token"].row("token "),
            **totals[f"{head} passage"].row("passage "),
            "passages": totals[f"{head} passage"].wanted,
        }
        for head in HEADS
    }
    return Part(TITLE, ABOUT, corpora(CORPUS), rows)


def pieces(attributions: Iterable[Mapping[str, Any]], head: str) -> list[Passage]:
    """Return the passages of one head; an attribution may have several."""
    return [
        (start, end) for attribution in attributions for start, end in attribution[head]
    ]


def score(
    text: str,
    given: Mapping[str, Sequence[Passage]],
    wanted: Mapping[str, Sequence[Passage]],
) -> dict[str, Agreement]:
    """Return the agreement of each head by token and by passage in one text."""
    words = WordNumbers(text)
    found = {}
    for head in wanted:
        ours, theirs = given[head], wanted[head]
        found[f"{head} token"] = compare(words.all(ours), words.all(theirs))
        found[f"{head} passage"] = compare(words.each(ours), words.each(theirs))
    return found
