"""The path of one document, read aloud."""

import re
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from backchannel.domain.errors import ModelMismatch
from backchannel.domain.reading import Holder, Reading
from backchannel.domain.text import Document
from backchannel.reconstruct.actions import find_actions
from backchannel.reconstruct.carriers import read_carriers
from backchannel.reconstruct.claims import find_claims
from backchannel.reconstruct.confidence import are_usable
from backchannel.reconstruct.deeds import deed_spans, find_deeds
from backchannel.reconstruct.forecasts import find_forecasts
from backchannel.reconstruct.parties import party_spans
from backchannel.reconstruct.signals import reconstruct
from backchannel.resolve.actors import name_apart
from backchannel.resolve.politics import count_politics
from backchannel.resolve.reference import Reference, parse

# The model's runtime takes its time to load: only once something is to be read.
if TYPE_CHECKING:
    from backchannel.label.model import Model


class Reader:
    """Reads documents with one model and one reference table."""

    def __init__(self, model: "Model", reference: Reference) -> None:
        from backchannel.label.labeller import Labeller

        self._labeller, self._calibration = Labeller(model), model.calibration
        #: The digest of its model: what a case notes as the reader of a document.
        self.id = model.id
        self._reference = reference

    def read(self, document: Document) -> Reading:
        """Return the document with its signals, in text order."""
        labelled = read_carriers(self._labeller.label(document))
        deeds = find_deeds(labelled)
        # Named apart from the parties: together, each would sway the other's names.
        actors, doers = name_apart(
            labelled,
            (party_spans(labelled.frames), deed_spans(deeds)),
            self._reference,
        )
        signals = reconstruct(
            labelled,
            actors,
            politics=count_politics(document.text, self._reference),
            calibration=self._calibration,
        )
        holders = {
            Holder(actor.name, actor.side, office)
            for meant in actors.values()
            for actor in meant
            for office in actor.offices
        }
        return Reading(
            document,
            signals,
            claims=find_claims(document, signals),
            actions=find_actions(labelled, deeds, doers, signals),
            forecasts=find_forecasts(document, signals),
            offices=tuple(sorted(holders)),
        )


def open_reader(model: Path | None = None) -> Reader:
    """Return a reader with the model in the package, or the one in folder `model`.

    Raises:
        ModelMismatch: the model's files are missing, damaged or of another version.
    """
    from backchannel.label.model import Model

    folder = model or Path(str(resources.files("backchannel.label") / "model"))
    opened = Model(folder)
    if not are_usable(opened.calibration):
        raise ModelMismatch(str(folder), "its calibration is of another version")
    return Reader(opened, open_reference())


@lru_cache(maxsize=1)
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


#: Kinds of names that stand for all who act for a side: "from:Iran".
_WHOLE = frozenset({"state", "capital", "demonym", "group", "organisation"})
_CODE = re.compile(r"[A-Z]{3}")


def sides_called(name: str) -> tuple[str, ...]:
    """Return the sides that `name` stands for as a whole; none for a person."""
    if _CODE.fullmatch(name):
        return (name,)
    entries = open_reference().all(name)
    return tuple(dict.fromkeys(e.side for e in entries if e.kind in _WHOLE))
