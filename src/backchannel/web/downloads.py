"""Rows of a page as files that programs read: JSON and CSV."""

import io
from collections.abc import Callable, Iterable
from typing import Any, TextIO

from starlette.responses import Response

from backchannel.write.encodable import encodable
from backchannel.write.json_text import json_line


def json_rows(forms: Iterable[Any], total: int) -> Response:
    """Return an object with `total`, that of all rows, and `rows`, a line each."""
    rows = ",\n".join(map(json_line, forms))
    return _file(f'{{"total": {total}, "rows": [\n{rows}\n]}}\n', "application/json")


def json_record(form: Any) -> Response:
    """Return one record."""
    return _file(json_line(form) + "\n", "application/json")


def csv_rows(write: Callable[[TextIO], object], name: str) -> Response:
    """Return the sheet that `write` writes, to be kept as `name`.csv."""
    stream = io.StringIO(newline="")
    write(stream)
    answer = _file(stream.getvalue(), "text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def _file(text: str, media: str) -> Response:
    return Response(encodable(text).encode(), media_type=media)
