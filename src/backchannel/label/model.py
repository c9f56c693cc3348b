"""The model files, and the only importer of onnxruntime.

In: pieces of one window. Out: arrays of scores. Windows are run one at a time and
unpadded, because int8 scales come from what is read together: so a document gives the
same scores alone and in a batch.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from backchannel.domain.errors import ModelMismatch
from backchannel.label.heads import LABELS
from backchannel.label.places import distance_buckets, near_pieces
from backchannel.label.tokens import Tokenizer

Floats = NDArray[np.float32]
#: Triggers whose roles are scored at once, which bounds memory.
AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class FrameScores:
    """What the model says of N triggers; scores are not normalised."""

    near: NDArray[np.int64]  # (N, M) indices into the window, -1 where there is none
    roles: Floats  # (N, M, 2 * roles)
    classes: Floats  # (N, classes)


class Model:
    """The encoder and the frame head of one model folder."""

    def __init__(self, folder: Path) -> None:
        """Load the files.

        Raises:
            ModelMismatch: a file is missing, damaged, or of other label sets.
        """
        try:
            described = json.loads((folder / "labels.json").read_text("utf-8"))
            vocabulary = (folder / "vocabulary.txt").read_text("utf-8")
            #: Digest of the files: which model read a document.
            self.id: str = described["id"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelMismatch(
                str(folder), f"the model cannot be read: {error}"
            ) from error
        if described.get("labels") != LABELS:
            raise ModelMismatch(str(folder), "the model was trained for other labels")
        self.thresholds: dict[str, float] = described.get("thresholds", {})
        #: Field of a signal -> weights (`backchannel.reconstruct.confidence`).
        self.calibration: dict[str, list[float]] = described.get("calibration", {})
        self.tokenizer = Tokenizer(vocabulary.splitlines())
        self._encoder = _open(folder / "encoder.onnx")
        self._frames = _open(folder / "frames.onnx")

    def encode(
        self, ids: NDArray[np.int64], shapes: NDArray[np.int64]
    ) -> tuple[Floats, Floats]:
        """Return hidden states (T, D) and tag scores (T, columns) of T pieces.

        The begin and end mark, which the encoder needs, are added here and left out
        of what is returned.
        """
        marked = np.concatenate(
            [[self.tokenizer.begin], ids, [self.tokenizer.end]]
        ).astype(np.int64)
        hidden, tags = self._encoder.run(
            ["hidden", "tags"],
            {"ids": marked[None], "shapes": np.pad(shapes, 1)[None]},
        )
        return hidden[1:-1], tags[1:-1]

    def score_frames(
        self, hidden: Floats, triggers: Sequence[tuple[int, int]], *, width: int
    ) -> FrameScores:
        """Score roles and classes of `triggers`, pieces [first, last) of the window.

        Roles are sought among the `width` pieces around each.
        """
        near = near_pieces(triggers, 0, len(hidden), width=width)
        distance = distance_buckets(triggers, near)
        shares = np.zeros((len(triggers), len(hidden)), dtype=np.float32)  # (N, P)
        for row, (first, last) in zip(shares, triggers, strict=True):
            row[first:last] = 1.0 / (last - first)
        scored = [
            self._frames.run(
                ["roles", "classes"],
                {
                    "hidden": hidden,
                    "trigger": shares[start : start + AT_ONCE],
                    "near": near[start : start + AT_ONCE],
                    "distance": distance[start : start + AT_ONCE],
                },
            )
            for start in range(0, len(triggers), AT_ONCE)
        ]
        roles, classes = (np.concatenate(part) for part in zip(*scored, strict=True))
        return FrameScores(near, roles, classes)


def _open(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    # Two sessions take turns: threads of one that spin for work slow the other down.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(
            path.read_bytes(), options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # onnxruntime raises many kinds, all its own
        raise ModelMismatch(str(path), f"the model cannot be read: {error}") from error
