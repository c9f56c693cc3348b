"""How well a network in training does on held-back documents, given gold triggers.

A quick look between passes; what counts is measured on the exported model by
`make evaluate`.
"""

from collections import Counter
from collections.abc import Sequence

import torch

from backchannel.label.heads import tag_columns
from training.batches import IGNORE, Batch, Prepared, collate, windows_of
from training.corpora import ALL_CLASSES, ALL_ROLES
from training.network import Parser


@torch.no_grad()
def measure(
    model: Parser, texts: Sequence[Prepared], *, marks: tuple[int, int]
) -> dict[str, float]:
    """Return F1 of tagged pieces and role pieces, and the share of right classes.

    A part that nobody annotated in `texts` is left out.
    """
    model.eval()
    counts: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for window in windows_of(text, None):
            _count(model, collate([(text, window)], marks=marks), counts)
    return _figures(counts)


def _count(model: Parser, batch: Batch, counts: Counter[tuple[str, str]]) -> None:
    device = next(model.parameters()).device
    hidden, tags = model.encoder(
        *(torch.from_numpy(a).to(device) for a in (batch.ids, batch.shapes, batch.mask))
    )
    for head, columns in tag_columns().items():
        wanted = torch.from_numpy(batch.tags[head]).to(device)
        known = wanted != IGNORE
        if known.any():
            given = tags[..., columns].argmax(-1)
            _hits(counts, head, (given > 0) & known, (wanted > 0) & known)
    if not len(batch.trigger):
        return
    roles, classes = model.frames(
        hidden.reshape(-1, hidden.shape[-1]),
        *(
            torch.from_numpy(a).to(device)
            for a in (batch.trigger, batch.near, batch.distance)
        ),
    )
    mask = torch.from_numpy(batch.roles_mask).to(device) > 0
    right = torch.from_numpy(batch.roles).to(device) > 0
    for number, role in enumerate(ALL_ROLES):
        at = mask[..., 2 * number]
        if at.any():
            found = (roles[..., 2 * number] > 0) & at
            _hits(counts, f"role: {role}", found, right[..., 2 * number] & at)
    start = 0
    for head, labels in ALL_CLASSES.items():
        target = torch.from_numpy(batch.classes[head]).to(device)
        best = classes[:, start : start + len(labels)].argmax(-1)
        start += len(labels)
        if (target >= 0).any():
            counts[head, "hit"] += int(((best == target) & (target >= 0)).sum())
            counts[head, "all"] += int((target >= 0).sum())


def _hits(
    counts: Counter[tuple[str, str]],
    name: str,
    given: torch.Tensor,
    wanted: torch.Tensor,
) -> None:
    counts[name, "both"] += int((given & wanted).sum())
    counts[name, "given"] += int(given.sum())
    counts[name, "wanted"] += int(wanted.sum())


def _figures(counts: Counter[tuple[str, str]]) -> dict[str, float]:
    figures = {}
    for name, kind in list(counts):
        if kind == "hit":
            figures[name] = counts[name, "hit"] / max(1, counts[name, "all"])
        if kind == "both":
            total = counts[name, "given"] + counts[name, "wanted"]
            figures[name] = 2 * counts[name, "both"] / max(1, total)
    return {name: round(value, 3) for name, value in figures.items()}
