"""The model card, written from what the training measured.

`python -m training.card --work build/model` writes `MODEL_CARD.md` beside the model:
data and licences, recipe, scores by corpus, sizes, limits.
"""

import argparse
import json
import shutil
from pathlib import Path

from training.export import MODEL

DATA = """\
| corpus | used for | from | licence |
| --- | --- | --- | --- |
| gold/train | signals: triggers, roles, classes, kinds of source, links | written and \
annotated for this project; texts of The Guardian, Wikinews, US government and PolNeAR \
among them | annotations: the project's; texts: their publishers', not distributed |
| training/reports | the same | reports written and annotated for this project | the \
project's |
| training/annotations | the same | articles of attribution-train, annotated for this \
project | annotations: the project's; texts: not distributed |
| attribution-train | cues, sources, contents | PolNeAR v1 (Newell, Margolin, Ruths \
2018), US news of 2015 and 2016 | public research corpus that states no data licence |
| srl-train | PropBank roles | PropBank release on the English Web Treebank | CC BY-SA \
4.0 |
| ner-train | names | Universal NER on the English Web Treebank | CC BY-SA 4.0 |
| coref-train | links of mentions | GUM, its genres free of non-commercial terms | \
CC BY 4.0, texts by genre |
| factuality | whether something happened | UDS Factuality | CC BY-SA 4.0 |
| base encoder | all weights at the start | all-MiniLM-L6-v2 | Apache-2.0 |
"""

LIMITS = """\
* English only. Texts in other languages are not read.
* Learned from news and readouts of 2000 to 2022 and from reports written for this \
project; older prose, transcripts and social media are read less well.
* Probabilities of fields are calibrated on the documents held back; on other kinds of
  text they may be off (eval/REPORT.md shows by how much on gold/dev).
* Rare things are read worst: intermediaries, conditions, chains of attribution.
* It reads who is said to have said what. It does not know whether it is true.
"""


def write_card(work: Path, model: Path) -> None:
    """Write the card of the model in folder `model`, trained in folder `work`.

    The figures of the training are copied beside it.
    """
    described = json.loads((model / "labels.json").read_text("utf-8"))
    measured = json.loads((work / "measured.json").read_text("utf-8"))
    recipe = json.loads((work / "recipe.json").read_text("utf-8"))
    lines = [
        f"# The frame parser, {described['id']}",
        "",
        "One small encoder (all-MiniLM-L6-v2, 22 million parameters) and heads that"
        " read triggers, roles, classes, names and links from one pass. Built by"
        " `make train`; what it is asked is in `src/backchannel/label/heads.py`.",
        "",
        "## Data",
        "",
        DATA,
        "A tenth of the documents annotated with signals, by the digest of their ids,"
        " is held back: thresholds and calibration are fitted on these.",
        "Nothing of gold/dev or of any dev or test part was trained on.",
        "",
        "## Scores by corpus",
        "",
        "Of the network before quantisation. F1 of pieces inside for tags and roles"
        " (given the trigger), share right for classes.",
        "",
        "| corpus | part | score |",
        "| --- | --- | --- |",
    ]
    lines += [
        f"| {corpus} | {part} | {score:.3f} |"
        for corpus, figures in measured.items()
        for part, score in figures.items()
    ]
    lines += ["", "`make evaluate` measures the shipped model on gold/dev.", ""]
    lines += ["## Sizes", "", "| file | bytes |", "| --- | --- |"]
    files = sorted(path for path in model.iterdir() if path.suffix != ".md")
    lines += [f"| {path.name} | {path.stat().st_size:,} |" for path in files]
    lines += ["", "## Recipe", "", "```json", json.dumps(recipe, indent=1), "```"]
    lines += ["", "## Limits", "", LIMITS]
    shutil.copyfile(work / "measured.json", model / "measured.json")
    (model / "MODEL_CARD.md").write_text("\n".join(lines), "utf-8")


def main() -> None:
    """Write the card of the shipped model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/model"))
    parser.add_argument("--model", type=Path, default=MODEL)
    args = parser.parse_args()
    write_card(args.work, args.model)


if __name__ == "__main__":
    main()
