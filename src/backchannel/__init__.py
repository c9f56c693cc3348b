"""Read who conveyed what to whom, through which channel, when, and on whose word.

import backchannel

for reading in backchannel.read(["readout.txt"]):
    for signal in reading.signals:
        print(signal.act, reading.quote(signal))

with backchannel.open("crisis.db") as case:
    for added in case.add(["articles/"]):
        print(added.outcome, added.document.place)
    for entry in case.signals("from:Iran act:warn,threaten").rows:
        print(entry.quote)
"""

from backchannel.case import open_case as open
from backchannel.case import read
from backchannel.domain.errors import (
    BackchannelError,
    CaseError,
    ModelMismatch,
    QueryError,
    SettingsError,
    SourceError,
    UnreadableSource,
)
from backchannel.domain.reading import Reading
from backchannel.domain.signals import (
    Act,
    Channel,
    Gap,
    Interval,
    Party,
    Reason,
    Signal,
    Source,
    SourceKind,
    Status,
    Time,
)
from backchannel.domain.text import Appearance, Document, Span, Stated

__all__ = [
    "Act",
    "Appearance",
    "BackchannelError",
    "CaseError",
    "Channel",
    "Document",
    "Gap",
    "Interval",
    "ModelMismatch",
    "Party",
    "QueryError",
    "Reading",
    "Reason",
    "SettingsError",
    "Signal",
    "Source",
    "SourceError",
    "SourceKind",
    "Span",
    "Stated",
    "Status",
    "Time",
    "UnreadableSource",
    "open",
    "read",
]
