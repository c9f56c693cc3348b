"""Speed, as ratios in one run: `make bench`.

Reads the bundled examples over and over: words per second of the whole path (text to
JSON line) and of the encoder alone on the same windows, int8 against float32, and the
peak memory. Each figure is the median of several rounds that take turns, so that what
else the machine does falls on all alike.
"""

import json
import resource
import statistics
import sys
import time
from bisect import bisect_left
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from backchannel.case import read_each
from backchannel.domain.sentences import split_sentences
from backchannel.domain.text import Document
from backchannel.ingest.read import read_documents
from backchannel.label.model import Model
from backchannel.label.windows import cut_windows
from backchannel.pipeline import open_reader
from backchannel.write.jsonl import document_line

EXAMPLES = Path(__file__).parents[1] / "examples/clusters"
ROUNDS = 5

Windows = list[tuple[NDArray[np.int64], NDArray[np.int64]]]


def windows_of(model: Model, documents: list[Document]) -> Windows:
    """Return ids and shapes of every window that reading `documents` encodes."""
    found = []
    for document in documents:
        tokens = model.tokenizer.encode(document.text)
        starts = tokens.offsets[:, 0].tolist()
        breaks = [bisect_left(starts, s.start) for s in split_sentences(document.text)]
        for window in cut_windows(len(tokens), breaks):
            inside = slice(window.start, window.end)
            found.append((tokens.ids[inside], tokens.shapes[inside]))
    return found


def float_encoder() -> onnxruntime.InferenceSession:
    """Return an encoder of the same shape in float32; its weights are arbitrary."""
    from backchannel.label.heads import TAGS
    from training.graph import encoder_graph, encoder_shapes

    columns = sum(1 + 2 * len(labels) for labels in TAGS.values())
    rng = np.random.default_rng(0)
    weights = {
        name: rng.normal(0, 0.02, shape).astype(np.float32)
        for name, shape in encoder_shapes(columns).items()
    }
    graph = encoder_graph(weights, columns)
    return onnxruntime.InferenceSession(graph.SerializeToString())


def main() -> None:
    """Print the figures as JSON."""
    documents = [d for d in read_documents([EXAMPLES]) if isinstance(d, Document)]
    words = sum(len(document.text.split()) for document in documents)
    model = Model(Path(str(resources.files("backchannel.label") / "model")))
    reader, exact = open_reader(), float_encoder()
    windows = windows_of(model, documents)

    def whole() -> None:
        for reading in read_each(documents, failed=print, reader=reader):
            document_line(reading)

    def encode() -> None:
        for ids, shapes in windows:
            model.encode(ids, shapes)

    def encode_exactly() -> None:
        for ids, shapes in windows:
            exact.run(None, {"ids": ids[None], "shapes": shapes[None]})

    seconds = _take_turns(whole, encode, encode_exactly)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures = {
        "words": words,
        "words per second, whole path": round(words / seconds[0]),
        "words per second, encoder alone": round(words / seconds[1]),
        "whole path / encoder alone": round(seconds[1] / seconds[0], 3),
        "int8 / float32, speed": round(seconds[2] / seconds[1], 2),
        "peak memory, MB": round(
            peak / (1 << (20 if sys.platform == "darwin" else 10))
        ),
    }
    print(json.dumps(figures, indent=1))


def _take_turns(*works: Callable[[], None]) -> list[float]:
    times: list[list[float]] = [[] for _ in works]
    for work in works:
        work()
    for _ in range(ROUNDS):
        for work, taken in zip(works, times, strict=True):
            started = time.perf_counter()
            work()
            taken.append(time.perf_counter() - started)
    return [statistics.median(taken) for taken in times]


if __name__ == "__main__":
    main()
