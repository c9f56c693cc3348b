"""The page of figures, and the same figures for machines.

In: the parts, and the figures of the last run. Out: Markdown, and a record that the
next run compares itself with.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from eval.parts import Part, Skipped

DIGITS = 3
#: Changes smaller than this round to nothing.
LEAST = 0.5 * 10**-DIGITS
Figures = Mapping[str, Any]


def figures(parts: Sequence[Part | Skipped], model: str) -> Figures:
    """Return the record of a run."""
    return {
        "model": model,
        "parts": {
            part.title: {
                "corpora": dict(part.corpora),
                "rows": {name: _rounded(row) for name, row in part.rows.items()},
            }
            for part in parts
            if isinstance(part, Part)
        },
    }


def _rounded(row: Mapping[str, float]) -> dict[str, float]:
    return {
        column: figure if isinstance(figure, int) else round(figure, DIGITS + 1)
        for column, figure in row.items()
    }


def render(
    parts: Sequence[Part | Skipped],
    model: str,
    *,
    last: Figures | None = None,
    fallen: Sequence[str] = (),
) -> str:
    """Return the page as Markdown.

    Args:
        parts: in the order of the page.
        model: the id of the model that was measured.
        last: the record of the run before, to show what changed.
        fallen: a line for each figure that is below its floor.
    """
    lines = ["# How well it reads", "", *_opening(model, last), ""]
    lines += ["## Floors", ""]
    below = [f"- below its floor: {line}" for line in fallen]
    lines += below or ["No figure is below its floor."]
    for part in parts:
        lines += ["", f"## {part.title}", ""]
        lines += _body(part, (last or {}).get("parts", {}).get(part.title))
    lines += ["", "## Corpora", ""]
    lines += ["| file | SHA-256, first 16 digits |", "| --- | --- |"]
    lines += [f"| {name} | `{digest}` |" for name, digest in _corpora(parts)]
    return "\n".join(lines) + "\n"


def _opening(model: str, last: Figures | None) -> Iterator[str]:
    yield f"Written by `make evaluate`. The model is `{model}`."
    if last is None:
        yield "There is no run before to compare with."
    else:
        yield (
            f"In brackets: the change against the last run, with model"
            f" `{last['model']}`. Where a corpus changed in between, none is shown."
        )


def _corpora(parts: Sequence[Part | Skipped]) -> list[tuple[str, str]]:
    found = {
        name: digest
        for part in parts
        if isinstance(part, Part)
        for name, digest in part.corpora.items()
    }
    return sorted(found.items())


def _body(part: Part | Skipped, last: Figures | None) -> Iterator[str]:
    if isinstance(part, Skipped):
        yield f"Not measured: {part.reason}."
        return
    yield part.about
    yield ""
    columns = list(dict.fromkeys(c for row in part.rows.values() for c in row))
    yield _cells(["", *columns])
    yield _cells(["---", *("---:" for _ in columns)])
    comparable = last is not None and last["corpora"] == dict(part.corpora)
    rows = last["rows"] if last is not None and comparable else {}
    for name, row in part.rows.items():
        before = rows.get(name, {})
        shown = [_shown(row.get(c), before.get(c)) for c in columns]
        yield _cells([name, *shown])
    if part.note:
        yield ""
        yield part.note


def _cells(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _shown(figure: float | None, before: float | None) -> str:
    """Return a cell: the figure, with its change if that shows."""
    if figure is None:
        return ""
    if isinstance(figure, int):
        change = "" if before in (None, figure) else f" ({figure - int(before):+d})"
        return f"{figure:,}{change}"
    moved = before is not None and abs(figure - before) >= LEAST
    change = f" ({figure - before:+.{DIGITS}f})" if moved and before is not None else ""
    return f"{figure:.{DIGITS}f}{change}"
