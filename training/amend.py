"""What is fitted to the held-back documents, added to a model that is there.

The commands of `training.tune` and `training.calibrate`: a model folder in; one entry
of its `labels.json` written anew.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from training.documents import Record, read_documents

Fit = Callable[[Path, Sequence[Record]], Any]


def amend(entry: str, fit: Fit, *, about: str | None) -> None:
    """Write what `fit` makes of the held-back documents to the folder named by users.

    Args:
        entry: the key in `labels.json` that is written.
        fit: takes the model folder and the documents.
        about: what `--help` says.
    """
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    args = parser.parse_args()
    _, held = read_documents(args.shared)
    fitted = fit(args.folder, held)
    labels = args.folder / "labels.json"
    described = json.loads(labels.read_text("utf-8")) | {entry: fitted}
    labels.write_text(json.dumps(described, indent=1) + "\n", "utf-8")
    print(json.dumps(fitted))
