"""Where results go: standard output, or a file that is either whole or not there."""

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    """Open standard output, or a file that takes the place of `path` at the end.

    The file is written beside `path` and renamed, so whoever looks finds the old
    content or the new one, never half of it. An error leaves what was there. A device
    or pipe ("/dev/null") has no content to keep and is written to as it stands.

    Raises:
        OSError: the folder cannot be written to, the disk is full, or the shell has
            closed standard output.
    """
    if path is None:
        if sys.stdout is None:
            raise OSError(errno.EBADF, "is closed")
        yield sys.stdout
        return
    if path.exists() and not path.is_file():
        with _open_text(path) as stream:
            yield stream
        return
    # A link stays a link: what it points to is replaced.
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with _open_text(handle) as stream:
            yield stream
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _open_text(file: Path | int) -> TextIO:
    return open(file, "w", encoding="utf-8", errors="backslashreplace", newline="\n")


def _mode(target: Path) -> int:
    """Return the permissions that a plain `open` would have left on `target`."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
