"""How often a pronoun or description is linked to a name of the same, on coref-dev.

In: documents of GUM with their mentions and chains. Out: precision, recall and F1 of
links, given the mentions, decoded as the package does.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backchannel.label.decode import decode_passage
from backchannel.label.heads import ROLES
from backchannel.label.labeller import NEAR_MENTION, THRESHOLDS
from backchannel.label.model import FrameScores, Model
from eval.gold import DATA, corpora, records
from eval.parts import Agreement, Part, Shipped
from eval.passages import Encoded, Passage, encode, overlap, widen

TITLE = "Mention links"
CORPUS = DATA / "coref-dev.jsonl.gz"
TYPES = ("person", "organization", "place")
PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves he"
    " him his himself she her hers herself it its itself they them their theirs"
    " themselves who whom whose which that this these those one".split()
)
#: Dice overlap from which a link points to a name.
SAME = 0.5
#: Where the model scores what a mention repeats.
_COLUMN = 2 * ROLES.index("antecedent")
ABOUT = (
    "Pronouns and descriptions of persons, organisations and places in GUM, given their"
    " passages: does the model link them to an earlier name of the same chain, and"
    " leave unlinked those whose chain has none? *In reach* are those with such a name"
    f" among the {NEAR_MENTION} pieces that are read around a mention. GUM has"
    " speeches, biographies, hearings, talk and travel beside news."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A mention that is no name, and the earlier names of its chain, if any."""

    passage: Passage
    names: tuple[Passage, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Link:
    """What the model made of a mention."""

    asked: Asked
    #: The passage it points to, None where it points nowhere.
    target: Passage | None
    #: Whether a name of the chain is among the pieces that were read.
    in_reach: bool

    def agreement(self) -> Agreement:
        """Return whether a link was given, wanted and right."""
        right = self.target is not None and any(
            overlap(self.target, name) >= SAME for name in self.asked.names
        )
        return Agreement(int(right), int(self.target is not None), self.wanted)

    @property
    def wanted(self) -> int:
        """1 where there is a name to point to."""
        return int(bool(self.asked.names))


def measure(shipped: Shipped) -> Part:
    """Return the figures of mention links."""
    groups: dict[str, list[Link]] = {"all": [], "in reach": []}
    for record in records(CORPUS):
        asked = mentions(record)
        for link in follow(shipped.model, record["text"], asked):
            groups["all"].append(link)
            groups.setdefault(link.asked.kind, []).append(link)
            if link.in_reach or not link.wanted:
                groups["in reach"].append(link)
    return Part(
        TITLE,
        ABOUT,
        corpora(CORPUS),
        {name: _row(links) for name, links in groups.items()},
    )


def _row(links: Sequence[Link]) -> dict[str, float]:
    total = sum((link.agreement() for link in links), Agreement())
    return {**total.row(), "mentions": len(links), "with a name": total.wanted}


def mentions(record: Mapping[str, Any]) -> list[Asked]:
    """Return the mentions of a document that are no names, in text order."""
    text = record["text"]
    chains: dict[str, list[Passage]] = defaultdict(list)
    for mention in record["mentions"]:
        if mention["etype"] in TYPES:
            chains[mention["cluster"]].append(_passage(mention["char"]))
    found = []
    for chain in chains.values():
        names = [passage for passage in chain if is_name(text[slice(*passage)])]
        for passage in set(chain) - set(names):
            words = text[slice(*passage)].casefold()
            kind = "pronoun" if words in PRONOUNS else "description"
            earlier = tuple(sorted(n for n in names if n[1] <= passage[0]))
            found.append(Asked(passage, earlier, kind))
    return sorted(found, key=lambda asked: asked.passage)


def is_name(words: str) -> bool:
    """Whether a word other than an opening one has a capital, or a lone one has."""
    first, *others = words.split()
    alone = not others and first[:1].isupper() and first.casefold() not in PRONOUNS
    return alone or any(word[:1].isupper() for word in others)


def follow(model: Model, text: str, asked: Sequence[Asked]) -> Iterator[Link]:
    """Yield what the model links each of `asked` to."""
    threshold = (THRESHOLDS | model.thresholds)["antecedent"]
    for encoded in encode(model, text):
        offsets = encoded.offsets
        own = offsets[encoded.core]
        first, last = int(own[0, 0]), int(own[-1, 1])
        placed = [
            (mention, _pieces(encoded, mention.passage))
            for mention in asked
            if first <= mention.passage[0] < last
        ]
        if not placed:
            continue
        scores = model.score_frames(
            encoded.hidden, [pieces for _, pieces in placed], width=NEAR_MENTION
        )
        for n, (mention, _) in enumerate(placed):
            near = scores.near[n][scores.near[n] >= 0]
            read = int(offsets[near[0], 0]), int(offsets[near[-1], 1])
            reach = any(read[0] <= a and b <= read[1] for a, b in mention.names)
            target = _target(text, encoded, scores, n, threshold=threshold)
            if target and overlap(target, mention.passage):
                target = None
            yield Link(mention, target, reach)


def _target(
    text: str, encoded: Encoded, scores: FrameScores, n: int, *, threshold: float
) -> Passage | None:
    near = scores.near[n][scores.near[n] >= 0]
    inside, begins = scores.roles[n, : len(near), _COLUMN : _COLUMN + 2].T
    best = decode_passage(inside, begins)
    if best is None or best[2] < threshold:
        return None
    base = int(near[0])
    run = best[0] + base, best[1] + base, best[2]
    passage = widen(text, encoded.offsets, run)
    words = text[slice(*passage)]
    return passage if words[0].isupper() or is_name(words) else None


def _pieces(encoded: Encoded, passage: Passage) -> tuple[int, int]:
    """Return the pieces [first, last) of the window that the passage touches."""
    inside = (encoded.offsets[:, 1] > passage[0]) & (encoded.offsets[:, 0] < passage[1])
    numbers = inside.nonzero()[0]
    return int(numbers[0]), int(numbers[-1]) + 1


def _passage(char: Sequence[int]) -> Passage:
    return char[0], char[1]
