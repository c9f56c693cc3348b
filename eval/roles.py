"""PropBank roles on srl-dev, as the training measured them.

The roles of PropBank have columns of their own only while training; the shipped graph
has none, so that the exported model cannot be asked. The training leaves its figures
in `measured.json` of the model's folder.
"""

import json
from pathlib import Path

from eval.gold import DATA, corpora
from eval.parts import Part, Skipped

TITLE = "Roles"
CORPUS = DATA / "srl-dev.jsonl.gz"
MEASURED = "measured.json"
ABOUT = (
    "PropBank roles given the predicate: F1 of word pieces inside, of the network"
    " before quantisation, as measured at the end of training. These roles are columns"
    " for training only: the shipped graph cannot be asked for them."
)
_PREFIX = "role: ARG"


def measure(folder: Path) -> Part | Skipped:
    """Return the figures that the training left in the model's folder."""
    path = folder / MEASURED
    if not path.exists():
        return Skipped(
            TITLE,
            "PropBank roles are columns for training only, which the shipped graph does"
            f" not have, and the model's folder holds no {MEASURED} of the training",
        )
    rows = {
        name.removeprefix("role: "): {"F1 of pieces": figure}
        for figures in json.loads(path.read_text("utf-8")).values()
        for name, figure in figures.items()
        if name.startswith(_PREFIX)
    }
    if not rows:
        return Skipped(TITLE, f"{MEASURED} of the model's folder has no PropBank roles")
    return Part(TITLE, ABOUT, corpora(CORPUS), rows)
