"""The commands: each parses its arguments, calls `backchannel.case`, prints."""

# In the order in which `--help` lists the commands.
# isort: off
from backchannel.cli import reading, keeping, finding, comparing, following
from backchannel.cli import reviewing, exporting, serving

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
    "comparing",
    "exporting",
    "finding",
    "following",
    "keeping",
    "main",
    "reading",
    "reviewing",
    "serving",
]
