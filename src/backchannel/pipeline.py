"""The path of one document, read aloud."""

from importlib import resources
from pathlib import Path

from backchannel.domain.errors import ModelMismatch
from backchannel.domain.reading import Reading
from backchannel.domain.text import Document
from backchannel.label.labeller import Labeller
from backchannel.label.model import Model
from backchannel.reconstruct.confidence import are_usable
from backchannel.reconstruct.parties import party_spans
from backchannel.reconstruct.signals import reconstruct
from backchannel.resolve.actors import name_actors
from backchannel.resolve.politics import count_politics
from backchannel.resolve.reference import Reference, parse


class Reader:
    """Reads documents with one model and one reference table."""

    def __init__(self, model: Model, reference: Reference) -> None:
        self._labeller, self._calibration = Labeller(model), model.calibration
        self._reference = reference

    def read(self, document: Document) -> Reading:
        """Return the document with its signals, in text order."""
        labelled = self._labeller.label(document)
        mentions = party_spans(labelled.frames)
        actors = name_actors(labelled, mentions, self._reference)
        signals = reconstruct(
            labelled,
            actors,
            politics=count_politics(document.text, self._reference),
            calibration=self._calibration,
        )
        return Reading(document, signals)


def open_reader(model: Path | None = None) -> Reader:
    """Return a reader with the model in the package, or the one in folder `model`.

    Raises:
        ModelMismatch: the model's files are missing, damaged or of another version.
    """
    folder = model or Path(str(resources.files("backchannel.label") / "model"))
    opened = Model(folder)
    if not are_usable(opened.calibration):
        raise ModelMismatch(str(folder), "its calibration is of another version")
    return Reader(opened, open_reference())


def open_reference() -> Reference:
    """Return the reference table of actors that comes with the package."""
    tables = resources.files("backchannel.resolve") / "tables"
    return parse(
        {
            table.name: table.read_text("utf-8")
            for table in tables.iterdir()
            if table.name.endswith(".csv")
        }
    )
