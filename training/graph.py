"""The network as ONNX graphs, built node by node so that nothing depends on tracing.

In: the weights of `training.network.Parser` as numpy arrays. Out: two graphs. The
encoder reads one window: `ids` and `shapes` (1, T) to `hidden` (T, D) and `tags`
(T, columns). The frame head reads what `training.network.FrameHead.forward` does.
The encoder uses onnxruntime's fused operators (domain com.microsoft), which run on
every platform that onnxruntime has wheels for.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Weights = Mapping[str, NDArray[np.float32]]
OPSET, CONTRIB = 17, "com.microsoft"
LAYERS, D, HEAD_SIZE = 6, 384, 32


class _Graph:
    """Nodes and weights, gathered in order."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, *inputs: str, out: str, **attributes: Any) -> str:
        self.nodes.append(
            helper.make_node(kind, list(inputs), [out], out, **attributes)
        )
        return out

    def dense(self, x: str, name: str, weights: Weights, *, out: str) -> str:
        """Add x @ W.T + b, the weights stored the way torch names them."""
        kernel = self.constant(f"{name}.kernel", weights[f"{name}.weight"].T)
        bias = self.constant(f"{name}.bias", weights[f"{name}.bias"])
        product = self.node("MatMul", x, kernel, out=f"{out}.product")
        return self.node("Add", product, bias, out=out)

    def model(
        self,
        inputs: Sequence[tuple[str, int, Sequence[str | int | None]]],
        outputs: Sequence[tuple[str, Sequence[str | int | None]]],
    ) -> onnx.ModelProto:
        graph = helper.make_graph(
            self.nodes,
            "backchannel",
            [helper.make_tensor_value_info(n, kind, dims) for n, kind, dims in inputs],
            [
                helper.make_tensor_value_info(n, TensorProto.FLOAT, dims)
                for n, dims in outputs
            ],
            self.weights,
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def encoder_shapes(columns: int) -> dict[str, tuple[int, ...]]:
    """Return the shape of every weight that `encoder_graph` takes."""
    inner, words, positions, shapes = 1536, 30522, 512, 12
    dense = {part: (D, D) for part in ("query", "key", "value", "out")}
    dense |= {"up": (inner, D), "down": (D, inner)}
    wanted: dict[str, tuple[int, ...]] = {
        "words.weight": (words, D),
        "positions.weight": (positions, D),
        "shapes.weight": (shapes, D),
        "tags.weight": (columns, D),
        "tags.bias": (columns,),
    }
    norms = ["norm"]
    for number in range(LAYERS):
        for part, shape in dense.items():
            wanted[f"layers.{number}.{part}.weight"] = shape
            wanted[f"layers.{number}.{part}.bias"] = shape[:1]
        norms += [f"layers.{number}.norm", f"layers.{number}.norm_attention"]
    for norm in norms:
        wanted[f"{norm}.weight"] = wanted[f"{norm}.bias"] = (D,)
    return wanted


def encoder_graph(weights: Weights, columns: int) -> onnx.ModelProto:
    """Return the encoder; `weights` have the names of `Encoder.state_dict()`."""
    g = _Graph()
    words = g.node(
        "Gather", g.constant("words", weights["words.weight"]), "ids", out="x.words"
    )
    shapes = g.node(
        "Gather",
        g.constant("shapes.w", weights["shapes.weight"]),
        "shapes",
        out="x.shapes",
    )
    table = g.constant("positions", weights["positions.weight"])
    size = g.node("Shape", "ids", out="x.size", start=1, end=2)
    zero, first = g.constant("zero", np.array([0])), g.constant("axis", np.array([0]))
    places = g.node("Slice", table, zero, size, first, out="x.places")
    total = g.node("Add", words, shapes, out="x.sum")
    total = g.node("Add", total, places, out="x.total")
    x = _normalise(g, total, "norm", weights, out="x.0")
    for number in range(LAYERS):
        x = _layer(g, x, f"layers.{number}", weights)
    flat = g.node("Squeeze", x, first, out="hidden")
    g.dense(flat, "tags", weights, out="tags")
    window: list[str | int | None] = [1, "T"]
    return g.model(
        [("ids", TensorProto.INT64, window), ("shapes", TensorProto.INT64, window)],
        [("hidden", ["T", D]), ("tags", ["T", columns])],
    )


def _normalise(g: _Graph, x: str, name: str, weights: Weights, *, out: str) -> str:
    scale = g.constant(f"{name}.scale", weights[f"{name}.weight"])
    shift = g.constant(f"{name}.shift", weights[f"{name}.bias"])
    return g.node(
        "LayerNormalization", x, scale, shift, out=out, axis=-1, epsilon=1e-12
    )


def _attention(
    g: _Graph, x: str, name: str, weights: Weights, *, mask: str | None = None
) -> str:
    parts = [f"{name}.{part}" for part in ("query", "key", "value")]
    kernel = np.concatenate([weights[f"{part}.weight"].T for part in parts], axis=1)
    bias = np.concatenate([weights[f"{part}.bias"] for part in parts])
    return g.node(
        "Attention",
        x,
        g.constant(f"{name}.qkv", kernel),
        g.constant(f"{name}.qkv.bias", bias),
        *([mask] if mask else []),
        out=f"{name}.mixed",
        domain=CONTRIB,
        num_heads=len(kernel) // HEAD_SIZE,
    )


def _layer(g: _Graph, x: str, name: str, weights: Weights) -> str:
    mixed = _attention(g, x, name, weights)
    mixed = g.dense(mixed, f"{name}.out", weights, out=f"{name}.mixed.out")
    total = g.node("Add", x, mixed, out=f"{name}.mixed.sum")
    x = _normalise(g, total, f"{name}.norm_attention", weights, out=f"{name}.attended")
    kernel_up = g.constant(f"{name}.up.kernel", weights[f"{name}.up.weight"].T)
    bias_up = g.constant(f"{name}.up.bias", weights[f"{name}.up.bias"])
    up = g.node("MatMul", x, kernel_up, out=f"{name}.up.product")
    up = g.node("BiasGelu", up, bias_up, out=f"{name}.up", domain=CONTRIB)
    down = g.dense(up, f"{name}.down", weights, out=f"{name}.down.out")
    total = g.node("Add", x, down, out=f"{name}.down.sum")
    return _normalise(g, total, f"{name}.norm", weights, out=f"{name}.x")


def frame_graph(
    weights: Weights, roles: int, classes: Sequence[int]
) -> onnx.ModelProto:
    """Return the frame head; `weights` have the names of `FrameHead.state_dict()`.

    Inputs: `hidden` (P, D), `trigger` (N, P), `near` and `distance` (N, M). Outputs:
    `roles` (N, M, 2 * roles) and `classes` (N, values of all classes).
    """
    g = _Graph()
    mean = g.node("MatMul", "trigger", "hidden", out="mean")  # (N, D)
    pair = _pair(g, mean, weights)  # (N, M, PAIR)
    features = g.dense(pair, "features", weights, out="features.all")
    features = g.node("Mul", features, "there", out="features.0")
    swapped = g.node("Relu", features, out="features.relu")
    swapped = g.node("Transpose", swapped, out="features.swapped", perm=[0, 2, 1])
    kernel = g.constant("neighbours.w", weights["neighbours.weight"])
    bias = g.constant("neighbours.b", weights["neighbours.bias"])
    around = g.node("Conv", swapped, kernel, bias, out="around.swapped", pads=[2, 2])
    around = g.node("Transpose", around, out="around", perm=[0, 2, 1])
    features = g.node("Add", features, around, out="features.sum")
    features = g.node("Relu", features, out="features.1")  # (N, M, FEATURES)
    features = _frame_layer(g, features, weights)
    g.dense(features, "roles", weights, out="roles")
    scores = g.dense(features, "attention", weights, out="scores")
    scores = g.node("Add", scores, "away", out="scores.masked")
    shares = g.node("Softmax", scores, out="shares", axis=1)
    shares = g.node("Transpose", shares, out="shares.swapped", perm=[0, 2, 1])
    pooled = g.node("MatMul", shares, features, out="pooled")  # (N, K, FEATURES)
    context = g.dense(pooled, "context", weights, out="context.out")  # (N, K, PAIR)
    own = g.node("Relu", g.dense(mean, "trigger", weights, out="own.raw"), out="own")
    own = g.node("Unsqueeze", own, "middle", out="own.wide")  # (N, 1, PAIR)
    own = g.node("Expand", own, g.node("Shape", context, out="sizes"), out="own.all")
    product = g.node("Mul", own, context, out="own.context")
    joined = g.node("Concat", own, context, product, out="joined", axis=2)
    values = g.dense(joined, "classes", weights, out="classes.all")  # (N, K, values)
    kept = g.constant("owned", _owned_values(classes))
    values = g.node("Mul", values, kept, out="classes.owned")
    axis = g.constant("pieces", np.array([1]))
    g.node("ReduceSum", values, axis, out="classes", keepdims=0)
    return g.model(
        [
            ("hidden", TensorProto.FLOAT, ["P", D]),
            ("trigger", TensorProto.FLOAT, ["N", "P"]),
            ("near", TensorProto.INT64, ["N", "M"]),
            ("distance", TensorProto.INT64, ["N", "M"]),
        ],
        [("roles", ["N", "M", 2 * roles]), ("classes", ["N", sum(classes)])],
    )


def _owned_values(classes: Sequence[int]) -> NDArray[np.float32]:
    """Return (K, values): 1 where a value is of the class."""
    owner = np.repeat(np.arange(len(classes)), classes)
    return np.asarray(owner == np.arange(len(classes))[:, None], dtype=np.float32)


def _frame_layer(g: _Graph, x: str, weights: Weights) -> str:
    """Let the pieces of a frame see each other, as `training.network.FrameLayer`."""
    there = g.node("Cast", "there.bool", out="there.int", to=TensorProto.INT32)
    normal = _normalise(g, x, "layer.norm_mixed", weights, out="layer.normal")
    mixed = _attention(g, normal, "layer", weights, mask=there)
    mixed = g.dense(mixed, "layer.out", weights, out="layer.mixed.out")
    x = g.node("Add", x, mixed, out="layer.mixed.sum")
    normal = _normalise(g, x, "layer.norm", weights, out="layer.x")
    up = g.node(
        "Relu", g.dense(normal, "layer.up", weights, out="layer.up.raw"), out="layer.up"
    )
    down = g.dense(up, "layer.down", weights, out="layer.down.out")
    return g.node("Add", x, down, out="layer.sum")


def _pair(g: _Graph, mean: str, weights: Weights) -> str:
    """Add the product of triggers and pieces, and the masks `there` and `away`."""
    none = g.constant("none", np.array(-1))
    last = g.constant("last", np.array([2]))
    middle = g.constant("middle", np.array([1]))
    there = g.node("Greater", "near", none, out="there.bool")
    there = g.node("Cast", there, out="there.flat", to=TensorProto.FLOAT)
    there = g.node("Unsqueeze", there, last, out="there")  # (N, M, 1)
    one = g.constant("one", np.array(1.0, np.float32))
    far = g.constant("far", np.array(1e4, np.float32))
    g.node("Mul", g.node("Sub", there, one, out="there.less"), far, out="away")
    at = g.node("Max", "near", g.constant("first", np.array(0)), out="at")
    terms = []
    for kind in ("add", "times"):
        pieces = g.dense("hidden", f"piece_{kind}", weights, out=f"piece.{kind}")
        pieces = g.node("Gather", pieces, at, out=f"piece.{kind}.near", axis=0)
        own = g.dense(mean, f"trigger_{kind}", weights, out=f"trigger.{kind}")
        own = g.node("Unsqueeze", own, middle, out=f"trigger.{kind}.wide")
        joint = {"add": "Add", "times": "Mul"}[kind]
        terms.append(g.node(joint, pieces, own, out=f"pair.{kind}"))
    table = g.constant("distances", weights["distance.weight"])
    terms.append(g.node("Gather", table, "distance", out="pair.distance", axis=0))
    total = g.node("Add", terms[0], terms[1], out="pair.sum")
    return g.node("Relu", g.node("Add", total, terms[2], out="pair.raw"), out="pair")
