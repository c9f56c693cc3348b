"""Trained weights to the files that the package ships.

`python -m training.export build/model/model.pt` writes `encoder.onnx` (int8),
`frames.onnx` (float32), `vocabulary.txt` and `labels.json` to the package, after
checking that the graphs say what the network says.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic

from backchannel.label.heads import CLASSES, LABELS, ROLES, TAGS
from backchannel.label.places import distance_buckets, near_pieces
from training.base import base_folder
from training.corpora import ALL_ROLES, CLASS_SIZES
from training.graph import encoder_graph, frame_graph
from training.network import Parser

MODEL = Path(__file__).parents[1] / "src/backchannel/label/model"
#: How far a float32 graph may be from the network, in units of its scores.
TOLERANCE = 2e-3

Arrays = dict[str, NDArray[np.float32]]


def shipped(state: dict[str, torch.Tensor]) -> tuple[Arrays, Arrays]:
    """Return the weights of encoder and frame head, training-only columns dropped."""
    arrays = {name: tensor.float().cpu().numpy() for name, tensor in state.items()}
    encoder = {n[8:]: a for n, a in arrays.items() if n.startswith("encoder.")}
    frames = {n[7:]: a for n, a in arrays.items() if n.startswith("frames.")}
    roles, classes = 2 * len(ROLES), sum(map(len, CLASSES.values()))
    for kind in ("weight", "bias"):
        frames[f"roles.{kind}"] = frames[f"roles.{kind}"][:roles]
        frames[f"classes.{kind}"] = frames[f"classes.{kind}"][:classes]
        frames[f"attention.{kind}"] = frames[f"attention.{kind}"][: len(CLASSES)]
    return encoder, frames


def export(weights: Path, out: Path) -> None:
    """Write the model files of `weights` into the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    state = torch.load(weights, map_location="cpu")
    encoder, frames = shipped(state)
    columns = sum(1 + 2 * len(labels) for labels in TAGS.values())
    head = frame_graph(frames, len(ROLES), [len(v) for v in CLASSES.values()])
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "encoder.onnx"
        onnx.save(encoder_graph(encoder, columns), exact)
        _check(state, exact, head)
        quantize_dynamic(
            exact,
            out / "encoder.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul", "Attention", "Gather"],
            nodes_to_exclude=["tags.product"],
            extra_options={
                "MatMulConstBOnly": True,
                "DefaultTensorType": onnx.TensorProto.FLOAT,
            },
        )
    onnx.save(head, out / "frames.onnx")
    shutil.copyfile(base_folder() / "vocab.txt", out / "vocabulary.txt")
    digest = hashlib.sha256()
    for name in ("encoder.onnx", "frames.onnx", "vocabulary.txt"):
        digest.update((out / name).read_bytes())
    labels = {"id": digest.hexdigest()[:12], "labels": LABELS}
    (out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", "utf-8")


def _check(state: dict[str, torch.Tensor], exact: Path, head: onnx.ModelProto) -> None:
    """Raise ValueError where the graphs differ from the network on random input."""
    parser = Parser(len(ALL_ROLES), CLASS_SIZES).eval()
    parser.load_state_dict(state)
    rng = np.random.default_rng(0)
    ids, shapes = rng.integers(999, 20000, (1, 150)), rng.integers(0, 12, (1, 150))
    triggers = [(5, 6), (70, 73), (140, 141)]
    near = near_pieces(triggers, 1, 149)  # with room for more: some are none
    distance = distance_buckets(triggers, near)
    marks = np.zeros((3, 150), np.float32)
    for row, (first, last) in zip(marks, triggers, strict=True):
        row[first:last] = 1.0 / (last - first)
    with torch.no_grad():
        hidden, tags = parser.encoder(
            torch.from_numpy(ids), torch.from_numpy(shapes), torch.ones(1, 150)
        )
        roles, classes = parser.frames(
            hidden[0], *(torch.from_numpy(a) for a in (marks, near, distance))
        )
    session = onnxruntime.InferenceSession(exact)
    ours = session.run(None, {"ids": ids, "shapes": shapes})
    second = onnxruntime.InferenceSession(head.SerializeToString())
    ours += second.run(
        None,
        {
            "hidden": hidden[0].numpy(),
            "trigger": marks,
            "near": near,
            "distance": distance,
        },
    )
    roles, classes = roles[..., : 2 * len(ROLES)], classes[:, : ours[3].shape[1]]
    for name, got, wanted in zip(
        ("hidden", "tags", "roles", "classes"),
        ours,
        (hidden[0], tags[0], roles, classes),
        strict=True,
    ):
        worst = float(np.abs(got - wanted.numpy()).max())
        if worst > TOLERANCE:
            raise ValueError(f"graph and network differ in {name}: {worst:.4f}")


def main() -> None:
    """Export the weights named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, default=MODEL)
    args = parser.parse_args()
    export(args.weights, args.out)


if __name__ == "__main__":
    main()
