"""One model in training: its loss, its optimiser and its running mean."""

import copy
import random
import time
from collections.abc import Iterable, Sequence

import torch
from torch import Tensor
from torch.nn import functional

from backchannel.label.heads import TAGS, tag_columns
from training.batches import IGNORE, Batch, Prepared, make_batches
from training.corpora import ALL_CLASSES, ALL_ROLES
from training.network import Parser

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
            took = time.monotonic() - started
            print(
                f"pass {number + 1}/{count} loss {total / len(batches):.4f}"
                f" {seen / took:.0f} pieces/s {took:.0f} s",
                flush=True,
            )
        return kept or self.model

    def _step(self, batch: Batch, optimiser: torch.optim.Optimizer) -> float:
        optimiser.zero_grad(set_to_none=True)
        with self.half:
            loss = loss_of(self.model, batch, self.device)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        optimiser.step()
        return float(loss.detach())

    def _optimiser(self, rates: tuple[float, float]) -> torch.optim.AdamW:
        heads, encoder = [], []
        for name, parameter in self.model.named_parameters():
            base = name.startswith("encoder.")
            new = not base or ".tags." in name or ".shapes." in name
            (heads if new else encoder).append(parameter)
        groups = [
            {"params": encoder, "lr": rates[0]},
            {"params": heads, "lr": rates[1]},
        ]
        return torch.optim.AdamW(
            groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True
        )


def _has_half() -> bool:
    if torch.cuda.is_available():
        return True
    return bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def _set_rates(
    optimiser: torch.optim.Optimizer, rates: tuple[float, float], done: float
) -> None:
    """Warm up over a twentieth of the way, then fall to a fiftieth."""
    factor = min(1.0, done / 0.05) * max(0.02, 1.0 - done)
    for group, rate in zip(optimiser.param_groups, rates, strict=True):
        group["lr"] = rate * factor


@torch.no_grad()
def _move_mean(mean: Parser, model: Parser, keep: float) -> None:
    for old, new in zip(mean.parameters(), model.parameters(), strict=True):
        old.lerp_(new, 1.0 - keep)
