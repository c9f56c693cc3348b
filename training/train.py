"""Train the frame parser: `python -m training.train --work build/model`.

Two stages. The first reads corpora that each annotate a part (attributions, PropBank
roles, names, links, factuality); the second reads documents annotated with signals,
mixed with samples of the first so that nothing is forgotten. The same seed on the same
machine gives the same weights.
"""

import argparse
import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch

from backchannel.label.tokens import Tokenizer
from training.base import base_weights, vocabulary
from training.batches import Prepared, prepare
from training.corpora import (
    ALL_ROLES,
    CLASS_SIZES,
    Example,
    read_attributions,
    read_links,
    read_sentences,
    signal_example,
)
from training.documents import read_documents
from training.measure import measure
from training.network import Parser
from training.trainer import Trainer


@dataclass(frozen=True, slots=True)
class Recipe:
    """Seed, passes, sizes and rates; chosen, not searched for (eval/JOURNAL.md)."""

    seed: int = 20261120
    #: Passes over the first corpora, pieces of a batch, rates of encoder and heads.
    first_passes: int = 3
    first_batch: int = 2048
    first_rates: tuple[float, float] = (2e-4, 1e-3)
    #: The same for the signals.
    passes: int = 8
    batch: int = 1024
    rates: tuple[float, float] = (1.2e-4, 8e-4)
    #: Texts of each first corpus mixed into every pass over the signals:
    #: attributions, sentences, links.
    mixed: tuple[int, int, int] = (120, 80, 12)
    #: Weight of the running mean that is kept as the model.
    mean: float = 0.998


def train(
    recipe: Recipe, *, shared: Path, work: Path, first_weights: Path | None
) -> None:
    """Train by `recipe` and write `first.pt` and `model.pt` into the folder `work`."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    tokenizer = Tokenizer(vocabulary())
    marks = tokenizer.begin, tokenizer.end

    def ready(examples: Iterable[Example]) -> list[Prepared]:
        return [prepare(example, tokenizer) for example in examples]

    taught, held = (
        [signal_example(record) for record in part] for part in read_documents(shared)
    )
    unseen = {example.text for example in held}
    first = [
        ready(example for example in examples if example.text not in unseen)
        for examples in _first_corpora(shared / "data")
    ]
    signals = ready(taught)
    model = Parser(len(ALL_ROLES), CLASS_SIZES).to(device)
    torch.nn.init.constant_(model.frames.roles.bias, -4.0)
    trainer = Trainer(model, marks=marks, seed=recipe.seed)
    if first_weights:
        model.load_state_dict(torch.load(first_weights, map_location=device))
    else:
        model.load_base(base_weights())
        everything = [text for texts in first for text in texts]
        trainer.run(
            (everything for _ in range(recipe.first_passes)),
            count=recipe.first_passes,
            size=recipe.first_batch,
            rates=recipe.first_rates,
        )
        torch.save(model.state_dict(), work / "first.pt")
    model = trainer.run(
        (signals + _sample(trainer.rng, first, recipe) for _ in range(recipe.passes)),
        count=recipe.passes,
        size=recipe.batch,
        rates=recipe.rates,
        mean=recipe.mean,
    )
    torch.save(model.state_dict(), work / "model.pt")
    checks = {"signals, held back": held, **_dev_corpora(shared / "data")}
    figures = {
        name: measure(model, ready(texts), marks=marks)
        for name, texts in checks.items()
    }
    (work / "measured.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    print(json.dumps(figures), flush=True)


def _first_corpora(data: Path) -> Iterable[list[Example]]:
    yield read_attributions(data / "attribution-train.jsonl.gz")
    yield read_sentences(data, "train")
    yield read_links(data / "coref-train.jsonl.gz")


def _dev_corpora(data: Path) -> dict[str, list[Example]]:
    return {
        "attribution-dev": read_attributions(data / "attribution-dev.jsonl.gz"),
        "ner-dev, srl-dev, factuality dev": read_sentences(data, "dev"),
        "coref-dev": read_links(data / "coref-dev.jsonl.gz"),
    }


def _sample(
    rng: random.Random, corpora: Sequence[Sequence[Prepared]], recipe: Recipe
) -> list[Prepared]:
    return [
        text
        for texts, count in zip(corpora, recipe.mixed, strict=True)
        for text in rng.sample(texts, min(count, len(texts)))
    ]


def main() -> None:
    """Train and keep the weights in the work folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--work", type=Path, default=Path("build/model"))
    parser.add_argument("--first", type=Path, help="first-stage weights to reuse")
    parser.add_argument("--recipe", type=json.loads, default={}, help="changes, JSON")
    args = parser.parse_args()
    recipe = Recipe(**args.recipe)
    args.work.mkdir(parents=True, exist_ok=True)
    random.seed(recipe.seed)
    np.random.seed(recipe.seed)
    torch.manual_seed(recipe.seed)
    described = json.dumps(asdict(recipe), indent=1)
    (args.work / "recipe.json").write_text(described + "\n", "utf-8")
    print(described, flush=True)
    train(recipe, shared=args.shared, work=args.work, first_weights=args.first)


if __name__ == "__main__":
    main()
