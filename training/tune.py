"""Thresholds for a trained model, from the documents that were held back.

`python -m training.tune MODEL_FOLDER` reads the held-back documents with every
threshold at its lowest, then picks for each role the threshold with the best F1, and
writes them to the folder's `labels.json`. Triggers keep theirs, "likelier than not"
(F1 is the same from 0.35 to 0.75), and so do senders, of whom the rules take the best.
"""

from collections.abc import Sequence
from pathlib import Path

from backchannel.domain.labels import Frame, LabelledSpan
from backchannel.domain.text import Document, Span
from backchannel.label.decode import JOINING
from backchannel.label.labeller import SINGLE, Labeller
from backchannel.label.model import Model
from training.amend import amend
from training.corpora import SIGNAL_ROLES, AnnotatedFrame, Passage, signal_example
from training.documents import Record

STEPS = [round(JOINING + 0.05 * step, 2) for step in range(13)]
#: F1 this far below the best is as good: of a plateau, the lowest threshold is taken,
#: because what is missed cannot be reviewed and what is invented can.
PLATEAU = 0.01
#: Probability and whether it was right; wanted ones never given are counted apart.
Cases = list[tuple[float, bool]]


def tune(folder: Path, records: Sequence[Record]) -> dict[str, float]:
    """Return the best threshold by label, over `records`, documents with signals."""
    model = Model(folder)
    lowest = {role: JOINING for role in ("trigger", *SIGNAL_ROLES)}
    model.thresholds = lowest | {role: 0.05 for role in SINGLE}
    labeller = Labeller(model)
    cases: dict[str, Cases] = {label: [] for label in lowest}
    wanted = dict.fromkeys(lowest, 0)
    for example in map(signal_example, records):
        frames = labeller.label(Document(example.id, example.text)).frames
        gold = [f for f in example.frames if f.annotated == SIGNAL_ROLES]
        wanted["trigger"] += len(gold)
        left = list(gold)
        for frame in sorted(frames, key=lambda f: -f.trigger.probability):
            match = next(
                (g for g in left if _dice(g.trigger, frame.trigger) > 0.3), None
            )
            cases["trigger"].append((frame.trigger.probability, match is not None))
            if match is not None:
                left.remove(match)
                _compare(frame, match, cases, wanted)
    tuned = [role for role in SIGNAL_ROLES if role != "sender"]
    return {role: _best(cases[role], wanted[role]) for role in tuned}


def _compare(
    frame: Frame, gold: AnnotatedFrame, cases: dict[str, Cases], wanted: dict[str, int]
) -> None:
    for role in SIGNAL_ROLES:
        passages = list(gold.roles.get(role, ()))
        wanted[role] += len(passages)
        for given in sorted(frame.of(role), key=lambda s: -s.probability):
            match = next((p for p in passages if _dice(p, given) >= 0.5), None)
            cases[role].append((given.probability, match is not None))
            if match is not None:
                passages.remove(match)


def _dice(passage: Passage, given: LabelledSpan) -> float:
    span = Span(*passage)
    shared = min(span.end, given.span.end) - max(span.start, given.span.start)
    return 2 * max(0, shared) / (len(span) + len(given.span))


def _best(cases: Cases, wanted: int) -> float:
    def f1(threshold: float) -> float:
        given = [right for chance, right in cases if chance >= threshold]
        return 2 * sum(given) / max(1, len(given) + wanted)

    best = max(map(f1, STEPS))
    return next(threshold for threshold in STEPS if f1(threshold) >= best - PLATEAU)


if __name__ == "__main__":
    amend("thresholds", tune, about=__doc__)
