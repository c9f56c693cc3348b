"""The commands: each parses its arguments, calls `backchannel.case`, prints."""

from backchannel.cli import exporting, finding, keeping, reading, reviewing
from backchannel.cli.app import (
    INTERRUPTED,
    MISUSE,
    NONE_READ,
    PIPE_CLOSED,
    SOME_FAILED,
    app,
    main,
)

__all__ = [
    "INTERRUPTED",
    "MISUSE",
    "NONE_READ",
    "PIPE_CLOSED",
    "SOME_FAILED",
    "app",
    "exporting",
    "finding",
    "keeping",
    "main",
    "reading",
    "reviewing",
]
