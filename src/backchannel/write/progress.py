"""How far a long run is: a line at the foot of a terminal, gone when it ends."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

#: Seconds of work that need no explanation.
PATIENCE = 2.0


class Progress:
    """Counts documents; shows the count on a terminal once the work takes long."""

    def __init__(self, *, total: int | None, shown: bool) -> None:
        """Count up to `total`, None where nobody knows; stay silent unless `shown`."""
        self._count = 0
        self._total = total
        self._bar: Bar | None = None
        self._hidden = False
        self._lock = threading.Lock()
        self._timer = threading.Timer(PATIENCE, self._show)
        self._timer.daemon = True
        if shown:
            self._timer.start()

    def step(self) -> None:
        """Count one more document or failure."""
        self._count += 1
        with self._lock:
            if self._bar is not None:
                self._bar.update(self._bar.task_ids[0], completed=self._count)

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Take the line away while something else is printed."""
        with self._lock:
            self._hidden = True
            if self._bar is not None:
                self._bar.stop()
        try:
            yield
        finally:
            with self._lock:
                self._hidden = False
                if self._bar is not None:
                    self._bar.start()

    def close(self) -> None:
        """Take the line away for good."""
        self._timer.cancel()
        with self._lock:
            self._hidden = True
            if self._bar is not None:
                self._bar.stop()
                self._bar = None

    def _show(self) -> None:
        # Imported by the few runs that last long enough to need it.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        columns = "reading", BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        # Standard output is ours: rich must not catch what is printed there.
        bar = Bar(
            *columns,
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        with self._lock:
            bar.add_task("", total=self._total, completed=self._count)
            self._bar = bar
            if not self._hidden:
                bar.start()
