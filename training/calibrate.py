"""Weights for calibrated probabilities, from documents that were not trained on.

`python -m training.calibrate MODEL_FOLDER` reads the held-back documents, asks of every
field whether it is right as `gold.py` counts, fits a logistic regression to the facts
of `backchannel.reconstruct.confidence`, and writes its weights to `labels.json`.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from backchannel.domain.reading import Reading
from backchannel.label.labeller import Labeller
from backchannel.label.model import Model
from backchannel.pipeline import open_reference
from backchannel.reconstruct.carriers import read_carriers
from backchannel.reconstruct.confidence import FIELDS, facts, setting_of
from backchannel.reconstruct.parties import party_spans
from backchannel.reconstruct.signals import reconstruct
from backchannel.resolve.actors import name_actors
from backchannel.resolve.politics import count_politics
from backchannel.write.jsonl import document_line
from eval.actors import document_of
from eval.confidence import judged
from training.amend import amend

#: Pulls weights towards zero, and the more so the fewer cases there are.
RIDGE = 0.5
STEPS = 50

Rows = dict[str, list[tuple[tuple[float, ...], bool]]]


def calibrate(folder: Path, records: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the weights of each field, fitted to `records`, documents with signals."""
    model, reference = Model(folder), open_reference()
    labeller = Labeller(model)
    rows: Rows = {field: [] for field in FIELDS}
    for record in records:
        document = document_of(record)
        labelled = read_carriers(labeller.label(document))
        actors = name_actors(labelled, party_spans(labelled.frames), reference)
        politics = count_politics(document.text, reference)
        words = len(document.text.split())
        signals = reconstruct(labelled, actors)
        setting = setting_of(labelled.frames, signals, words=words, politics=politics)
        frames = {frame.trigger.span: frame for frame in labelled.frames}
        by_id = {signal.id: signal for signal in signals}
        read = json.loads(document_line(Reading(document, signals)))
        for written, rights in judged(record, read):
            signal = by_id[written["id"]]
            for field, right in rights.items():
                known = facts(field, frames[signal.trigger], signal, setting)
                rows[field].append((tuple(known), right))
    return {
        field: [round(weight, 4) for weight in fit(cases).tolist()]
        for field, cases in rows.items()
        if cases
    }


def fit(cases: Sequence[tuple[tuple[float, ...], bool]]) -> NDArray[np.float64]:
    """Return the weights of a ridge logistic regression (Newton's method).

    The last fact is always 1, and its weight is hardly held back.
    """
    numbers = np.array([known for known, _ in cases])  # (N, facts)
    right = np.array([float(right) for _, right in cases])  # (N,)
    ridge = np.full(numbers.shape[1], RIDGE)
    ridge[-1] = 0.1
    weights = np.zeros(numbers.shape[1])
    for _ in range(STEPS):
        chances = 1.0 / (1.0 + np.exp(-numbers @ weights))
        slope = numbers.T @ (right - chances) - ridge * weights
        curve = (numbers * (chances * (1 - chances))[:, None]).T @ numbers
        weights = weights + np.linalg.solve(curve + np.diag(ridge), slope)
    return weights


if __name__ == "__main__":
    amend("calibration", calibrate, about=__doc__)
