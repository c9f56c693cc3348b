"""Read who conveyed what to whom, through which channel, when, and on whose word.

import backchannel

for reading in backchannel.read(["readout.txt"]):
    for signal in reading.signals:
        print(signal.act, reading.quote(signal))
"""

from backchannel.case import read
from backchannel.domain.errors import (
    BackchannelError,
    ModelMismatch,
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
    "Channel",
    "Document",
    "Gap",
    "Interval",
    "ModelMismatch",
    "Party",
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
    "read",
]
