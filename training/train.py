"""Train the frame parser: `python -m training.train --shared ../shared --work build/model`.

Two stages. The first reads corpora that each annotate a part (attributions, PropBank
roles, names, links, factuality); the second reads documents annotated with signals,
mixed with samples of the first so that nothing is forgotten. The same seed on the same
machine gives the same weights.
"""

import argparse
import copy
import json
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from backchannel.label.heads import CLASSES, TAGS, tag_columns
from backchannel.label.tokens import Tokenizer
from training.base import base_weights, vocabulary
from training.batches import IGNORE, Batch, Prepared, make_batches, prepare
from training.corpora import (
    ALL_CLASSES,
    ALL_ROLES,
    Example,
    read_attributions,
    read_gold,
    read_links,
    read_sentences,
)
from training.measure import measure
from training.network import Parser


@dataclass(frozen=True, slots=True)
class Recipe:
    """What was tuned, on the held-back part of gold/train: see eval/JOURNAL.md."""

    seed: int = 20261120
    #: Passes over the first corpora, pieces of a batch, rates of encoder and heads.
    first_passes: int = 2
    first_batch: int = 2048
    first_rates: tuple[float, float] = (2e-4, 1e-3)
    #: The same for the signals.
    passes: int = 14
    batch: int = 1024
    rates: tuple[float, float] = (1.2e-4, 8e-4)
    #: Texts of each first corpus mixed into every pass over the signals:
    #: attributions, sentences, links.
    mixed: tuple[int, int, int] = (30, 80, 12)
    #: Weight of the running mean that is kept as the model.
    mean: float = 0.998


#: How much each part of the loss counts.
WEIGHTS = {
    "trigger": 3.0,
    "name": 1.0,
    "cue": 1.0,
    "source": 1.0,
    "content": 1.0,
    "roles": 0.05,
    "act": 1.0,
    "status": 0.5,
    "channel": 0.7,
    "kind": 0.7,
    "factual": 0.3,
}
#: Rare roles count more, so that they are learned at all.
ROLE_WEIGHTS = {"intermediary": 3.0, "source": 2.0, "condition": 2.0, "time": 2.0}


def class_slices() -> dict[str, slice]:
    """Return the columns of each class, training-only ones included."""
    slices, start = {}, 0
    for head, labels in ALL_CLASSES.items():
        slices[head] = slice(start, start + len(labels))
        start += len(labels)
    return slices


TAG_COLUMNS, CLASS_COLUMNS = tag_columns(), class_slices()


def loss_of(model: Parser, batch: Batch, device: torch.device) -> Tensor:
    """Return the weighted loss of one batch."""
    hidden, tags = model.encoder(
        torch.from_numpy(batch.ids).to(device),
        torch.from_numpy(batch.shapes).to(device),
        torch.from_numpy(batch.mask).to(device),
    )
    loss = tags.sum() * 0.0
    for head in TAGS:
        wanted = torch.from_numpy(batch.tags[head]).to(device)
        if (wanted != IGNORE).any():
            scores = tags[..., TAG_COLUMNS[head]].float().transpose(1, 2)
            loss = loss + WEIGHTS[head] * functional.cross_entropy(
                scores, wanted, ignore_index=IGNORE
            )
    if len(batch.trigger):
        loss = loss + _frame_loss(model, batch, hidden, device)
    return loss


def _frame_loss(
    model: Parser, batch: Batch, hidden: Tensor, device: torch.device
) -> Tensor:
    roles, classes = model.frames(
        hidden.reshape(-1, hidden.shape[-1]),
        torch.from_numpy(batch.trigger).to(device),
        torch.from_numpy(batch.near).to(device),
        torch.from_numpy(batch.distance).to(device),
    )
    weights = torch.tensor(
        [ROLE_WEIGHTS.get(role, 1.0) for role in ALL_ROLES for _ in range(2)]
    ).to(device)
    each = functional.binary_cross_entropy_with_logits(
        roles.float(), torch.from_numpy(batch.roles).to(device), reduction="none"
    )
    each = each * torch.from_numpy(batch.roles_mask).to(device) * weights
    loss = WEIGHTS["roles"] * each.sum() / len(batch.trigger)
    for head in ALL_CLASSES:
        wanted = torch.from_numpy(batch.classes[head]).to(device)
        if (wanted != IGNORE).any():
            scores = classes[:, CLASS_COLUMNS[head]].float()
            loss = loss + WEIGHTS[head] * functional.cross_entropy(
                scores, wanted, ignore_index=IGNORE, label_smoothing=0.05
            )
    return loss


class Trainer:
    """One model, its optimiser and its running mean."""

    def __init__(self, model: Parser, *, marks: tuple[int, int], seed: int) -> None:
        self.model, self.marks = model, marks
        self.rng = random.Random(seed)
        self.device = next(model.parameters()).device
        #: bfloat16 where the processor multiplies it faster than float32.
        self.half = torch.autocast(
            self.device.type, torch.bfloat16, enabled=_has_half()
        )

    def run(
        self,
        passes: Iterable[Sequence[Prepared]],
        *,
        count: int,
        size: int,
        rates: tuple[float, float],
        mean: float | None = None,
    ) -> Parser:
        """Train over `count` passes, each a list of texts; return model or its mean."""
        optimiser = self._optimiser(rates)
        kept = copy.deepcopy(self.model) if mean else None
        started, seen = time.monotonic(), 0
        for number, texts in enumerate(passes):
            batches = make_batches(texts, size=size, rng=self.rng, marks=self.marks)
            self.model.train()
            total = 0.0
            for at, batch in enumerate(batches):
                done = (number + at / len(batches)) / count
                _set_rates(optimiser, rates, done)
                total += self._step(batch, optimiser)
                seen += int(batch.mask.sum())
                if kept is not None and mean is not None:
                    _move_mean(kept, self.model, min(mean, seen / (seen + 50_000)))
    if args.first:
        model.load_state_dict(torch.load(args.first, map_location=device))
    else:
        model.load_base(base_weights())
        everything = [text for texts in first.values() for text in texts]
        trainer.run(
            (everything for _ in range(recipe.first_passes)),
            count=recipe.first_passes,
            size=recipe.first_batch,
            rates=recipe.first_rates,
        )
        torch.save(model.state_dict(), args.work / "first.pt")

    def mixtures() -> Iterable[list[Prepared]]:
        for _ in range(recipe.passes):
            samples = [
                text
                for texts, count in zip(first.values(), recipe.mixed, strict=True)
                for text in trainer.rng.sample(texts, min(count, len(texts)))
            ]
            yield signals + samples

    model = trainer.run(
        mixtures(),
        count=recipe.passes,
        size=recipe.batch,
        rates=recipe.rates,
        mean=recipe.mean,
    )
    torch.save(model.state_dict(), args.work / "model.pt")
    print(json.dumps(measure(model, checks, marks=marks), indent=1), flush=True)


if __name__ == "__main__":
    main()
