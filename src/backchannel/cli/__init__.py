"""The commands: each parses its arguments, calls `backchannel.case`, prints."""

# In the order in which `--help` lists the commands.
# isort: off
from backchannel.cli import reading, keeping, finding, reviewing, exporting

# isort: on
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
