"""How well names are tagged, on ner-dev.

In: the sentences of Universal NER's English dev part. Out: F1 of names and tokens.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from backchannel.label.heads import TAGS
from eval.gold import DATA, corpora, records
from eval.parts import Agreement, Part, Shipped, compare
from eval.passages import Passage, tag

TITLE = "Names"
CORPUS = DATA / "ner-dev.jsonl.gz"
LABELS = TAGS["name"]
#: Characters, at most, of sentences that are read as one text, as in training.
MOST = 1000
ABOUT = (
    "Persons, places and organisations in the English Web Treebank's dev part, read in"
    " runs of sentences of one document. *Name*: whole names with their label."
    " *Token*: words with the right label. Web text, not news: blogs, reviews,"
    " e-mails, questions."
)
#: Label and passage.
Name = tuple[str, Passage]


def measure(shipped: Shipped) -> Part:
    """Return the figures of names."""
    totals: dict[str, Agreement] = defaultdict(Agreement)
    for run in runs(records(CORPUS)):
        text, tokens, wanted = join(run)
        given = [
            (label, place)
            for place, label in tag(shipped.model, text, ("name",))["name"]
        ]
        for name, agreement in score(tokens, given, wanted).items():
            totals[name] += agreement
    rows = {
        label: {
            **totals[f"{label} name"].row("name "),
            **totals[f"{label} token"].row("token "),
            "names": totals[f"{label} name"].wanted,
        }
        for label in ("all", *LABELS)
    }
    return Part(TITLE, ABOUT, corpora(CORPUS), rows)


def runs(sentences: Iterable[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    """Yield sentences that follow each other in one document, about `MOST` long."""
    run: list[Mapping[str, Any]] = []
    for sentence in sentences:
        size = sum(len(other["text"]) for other in run)
        if run and (run[0]["doc"] != sentence["doc"] or size > MOST):
            yield run
            run = []
        run.append(sentence)
    if run:
        yield run


def join(run: Sequence[Mapping[str, Any]]) -> tuple[str, list[Passage], list[Name]]:
    """Return the text of a run, the passages of its tokens, and its names."""
    text, tokens, names = "", list[Passage](), list[Name]()
    for sentence in run:
        places = [
            (start + len(text), end + len(text)) for start, end in sentence["offsets"]
        ]
        names.extend(_names(sentence["tags"], places))
        tokens.extend(places)
        text += sentence["text"] + " "
    return text, tokens, names


def _names(tags: Sequence[str], places: Sequence[Passage]) -> Iterator[Name]:
    for first, mark in enumerate(tags):
        if mark.startswith("B-"):
            last = first
            while last + 1 < len(tags) and tags[last + 1] == f"I-{mark[2:]}":
                last += 1
            yield mark[2:], (places[first][0], places[last][1])


def score(
    tokens: Sequence[Passage], given: Sequence[Name], wanted: Sequence[Name]
) -> dict[str, Agreement]:
    """Return the agreement by name and by token, of all labels and of each."""
    found = {}
    ours, theirs = _tokens_in(tokens, given), _tokens_in(tokens, wanted)
    for label in ("all", *LABELS):
        kept = LABELS if label == "all" else (label,)
        found[f"{label} name"] = compare(
            {name for name in given if name[0] in kept},
            {name for name in wanted if name[0] in kept},
        )
        found[f"{label} token"] = compare(
            {token for token in ours if token[0] in kept},
            {token for token in theirs if token[0] in kept},
        )
    return found


def _tokens_in(tokens: Sequence[Passage], names: Sequence[Name]) -> set[Name]:
    return {
        (label, token)
        for label, (start, end) in names
        for token in tokens
        if token[0] < end and start < token[1]
    }
