"""The door to everything: sources in, readings out, and cases that keep them."""

import os
from typing import TYPE_CHECKING

from backchannel.case.reading import Reader, read, read_each

if TYPE_CHECKING:
    from backchannel.case.case import Case

__all__ = ["Reader", "open_case", "read", "read_each"]


def open_case(where: str | os.PathLike[str], *, who: str = "") -> "Case":
    """Return the case in a file or at postgresql://user@host/database.

    Adding makes it if it is not there. `who` is in whose name reviews are made, the
    login name without it.
    """
    # Its database takes a while to load, which reading alone does without.
    from backchannel.case.case import Case

    return Case(where, who=who)
