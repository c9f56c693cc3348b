"""HTML pages to their main text and what they say of themselves.

Pages are taken apart in a process of their own (`backchannel.ingest.page_worker`), so
that none can hang or crash the reader. The process starts with the first page, serves
all that follow, and is replaced when a page breaks it.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from datetime import date
from types import TracebackType
from typing import IO, Self

from backchannel.domain.errors import UnreadableSource
from backchannel.domain.text import Appearance, Stated
from backchannel.ingest.decoding import replace_surrogates

#: For one page; the slowest honest page measured (4 MB) took 7 seconds.
SECONDS_PER_PAGE = 30.0
_REMEDY = "save the text of the article as a .txt file"


class PageReader:
    """Reads pages, one after the other; a context manager that ends its process."""

    def __init__(self, *, seconds: float = SECONDS_PER_PAGE) -> None:
        self._seconds = seconds
        self._worker: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process, if one runs; a later page starts another."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.kill()
            worker.communicate()

    def read(self, page: str, place: str) -> tuple[str, Appearance]:
        """Return the main text, a line a paragraph, and what the page says of itself.

        Raises:
            UnreadableSource: the page holds no article, or none that can be got out.
        """
        request = json.dumps({"html": replace_surrogates(page)}).encode()
        answer = self._ask(request, place)
        reply = json.loads(answer)
        appearance = _appearance(reply)
        text = _without_title(reply["text"], appearance.title)
        if not text.strip():
            raise UnreadableSource(place, "holds no article that can be told", _REMEDY)
        return text, appearance

    def _ask(self, request: bytes, place: str) -> bytes:
        worker = self._worker or _start()
        self._worker = worker
        late = threading.Event()
        timer = threading.Timer(self._seconds, _end, (worker, late))
        timer.start()
        try:
            answer = _exchange(worker, request)
        finally:
            timer.cancel()
        if late.is_set() or not answer:
            self.close()
        if answer:
            return answer
        problem = "takes too long to read" if late.is_set() else "cannot be parsed"
        raise UnreadableSource(place, problem, _REMEDY)


def _start() -> subprocess.Popen[bytes]:
    # The child finds this package wherever the parent found it, but does not look in
    # the working folder (-P): a "calendar.py" beside the pages is no module of ours.
    paths = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "backchannel.ingest.page_worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
    )


def _end(worker: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    worker.kill()


def _exchange(worker: subprocess.Popen[bytes], request: bytes) -> bytes:
    """Return the answer; empty if the process ended instead of answering."""
    try:
        _pipe(worker.stdin).write(request + b"\n")
        _pipe(worker.stdin).flush()
    except OSError:
        return b""
    return _pipe(worker.stdout).readline()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("the process was started without pipes")
    return stream


def _appearance(reply: Mapping[str, object]) -> Appearance:
    day = _fact(reply, "published")
    published = Stated(date.fromisoformat(day.value), day.origin) if day else None
    url = reply.get("url")
    return Appearance(
        title=_fact(reply, "title"),
        outlet=_fact(reply, "outlet"),
        published=published,
        url=str(url) if url else None,
    )


def _fact(reply: Mapping[str, object], name: str) -> Stated[str] | None:
    fact = reply.get(name)
    return Stated(str(fact[0]), str(fact[1])) if isinstance(fact, list) else None


def _without_title(text: str, title: Stated[str] | None) -> str:
    first, _, rest = text.partition("\n")
    return rest if title and first.strip() == title.value else text
