"""Signals in reports of our own that nothing was ever fitted to (`eval/unseen`).

Long analysis pages in the form of `training.written`, kept out of training, tuning and
calibration: a second opinion beside gold/dev, on which some choices were made.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from backchannel.case import Reader
from eval.gold import corpora, read_all
from eval.parts import Part
from eval.signals import figures, score
from training.written import read_written

FOLDER = Path(__file__).with_name("unseen")
TITLE = "Signals, in reports never learned from"
ABOUT = (
    "The same scores on analysis pages written and annotated for this project, which"
    " neither training nor tuning nor calibration has seen."
)


def measure(reader: Reader) -> Part:
    """Return the scores over all reports of the folder."""
    paths = sorted(FOLDER.glob("*.txt"))
    gold = [record for path in paths for record in read_written(path)]
    with TemporaryDirectory() as folder:
        documents = Path(folder) / "unseen.jsonl"
        lines = (json.dumps(record, ensure_ascii=False) for record in gold)
        documents.write_text("\n".join(lines), "utf-8")
        scores = score(gold, read_all(documents, reader))["all"]
    rows = {name: {"all": figure} for name, figure in figures(scores).items()}
    return Part(TITLE, ABOUT, corpora(*paths), rows)
