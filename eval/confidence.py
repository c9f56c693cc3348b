"""Whether the probabilities of signals and fields hold: of ten at 0.8, eight are right.

In: gold documents and our reading of them in the machine form, with `confidence`. Out:
for each field the cases, their expected calibration error, and a plot.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.gold import corpora, scorer
from eval.parts import Part, share

#: Bins of equal width from 0 to 1.
BINS = 10
TITLE = "How sure it is"
ABOUT = (
    "Whether probabilities hold: the expected calibration error is the mean distance"
    " between what was said and what was right, in ten bins. *Signal* is that a signal"
    " is one; the others are that the field is right, or rightly empty, in those that"
    " were found. *Surest half*: the share that is right in the half with the highest"
    " probabilities."
)
DRAWING = "reliability.svg"
PARTIES = ("sender", "recipient", "intermediary")
PASSAGES = ("content", "condition", "consequence")
#: A probability and whether what it was said of was right.
Case = tuple[float, bool]
Cases = dict[str, list[Case]]


def as_part(
    path: Path,
    gold: Sequence[Mapping[str, Any]],
    read: Mapping[str, Mapping[str, Any]],
) -> Part:
    """Return errors and plot of every field as a part of the report."""
    found = cases(gold, read)
    rows = {
        field: {
            "cases": len(of),
            "right": share([right for _, right in of]),
            "surest half": share([right for _, right in _surest_half(of)]),
            "error": calibration_error(of),
        }
        for field, of in found.items()
    }
    note = f"![Share of right ones by probability, for each field]({DRAWING})"
    return Part(TITLE, ABOUT, corpora(path), rows, note, {DRAWING: plot(found)})


def _surest_half(of: Sequence[Case]) -> list[Case]:
    return sorted(of, key=lambda case: -case[0])[: -(-len(of) // 2)]


def cases(
    gold: Sequence[Mapping[str, Any]], read: Mapping[str, Mapping[str, Any]]
) -> Cases:
    """Return the cases of each field over all documents, `read` by document id."""
    found: Cases = {}
    for document in gold:
        for signal, rights in judged(document, read[document["id"]]):
            for field, right in rights.items():
                if field in signal["confidence"]:
                    case = signal["confidence"][field], right
                    found.setdefault(field, []).append(case)
    return found


def judged(
    gold: Mapping[str, Any], read: Mapping[str, Any]
) -> Iterator[tuple[Mapping[str, Any], dict[str, bool]]]:
    """Yield each signal that was read with what is right of it, as `gold.py` counts.

    "signal" is whether it is paired with a gold signal; the other fields are told of
    those that are.
    """
    measure = scorer()
    partner = {
        ours["id"]: theirs
        for theirs, ours in measure.pair(gold["signals"], read["signals"])
    }
    for signal in read["signals"]:
        rights = {"signal": signal["id"] in partner}
        if rights["signal"]:
            rights |= _compare(measure, partner[signal["id"]], signal)
        yield signal, rights


def _compare(
    measure: Any, gold: Mapping[str, Any], ours: Mapping[str, Any]
) -> dict[str, bool]:
    rights = {name: gold[name] == ours[name] for name in ("act", "status", "channel")}
    for name in PARTIES:
        rights[name] = measure.sides(gold[name]) == measure.sides(ours[name])
    for name in PASSAGES:
        one, other = gold[name], ours[name]
        rights[name] = bool(one) == bool(other) and measure.span_f1(one, other) >= 0.5
    rights["time"] = _days(gold["time"]) == _days(ours["time"])
    sources = gold["attribution"], ours["attribution"]
    rights["attribution"] = len(sources[0]) == len(sources[1]) and all(
        one["kind"] == other["kind"] and measure.overlap(one["span"], other["span"])
        for one, other in zip(*sources, strict=True)
    )
    return rights


def _days(time: Mapping[str, Any] | None) -> tuple[str | None, str | None] | None:
    return (time["start"], time["end"]) if time else None


def bins(of: Sequence[Case]) -> list[tuple[int, float, float]]:
    """Return cases, mean probability and share of right ones of each bin in use."""
    groups: list[list[Case]] = [[] for _ in range(BINS)]
    for case in of:
        groups[min(int(case[0] * BINS), BINS - 1)].append(case)
    return [
        (
            len(group),
            sum(chance for chance, _ in group) / len(group),
            sum(right for _, right in group) / len(group),
        )
        for group in groups
        if group
    ]


def calibration_error(of: Sequence[Case]) -> float:
    """Return the expected calibration error, 0 to 1, over `BINS` bins of equal width.

    Source: Naeini, Cooper and Hauskrecht, AAAI 2015; Guo et al., ICML 2017.
    """
    if not of:
        return 0.0
    return sum(n * abs(said - right) for n, said, right in bins(of)) / len(of)


def plot(of: Mapping[str, Sequence[Case]], *, columns: int = 4) -> str:
    """Return an SVG with one reliability plot for each field."""
    size, gap = 150, 46
    rows = -(-len(of) // columns)
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" font-family="sans-serif"'
        f' font-size="11" width="{columns * (size + gap)}"'
        f' height="{rows * (size + gap)}" role="img"'
        ' aria-label="Reliability: share of right ones by probability">',
        '<rect width="100%" height="100%" fill="white"/>',
    ]
    for number, (field, found) in enumerate(of.items()):
        x = (number % columns) * (size + gap) + gap / 2
        y = (number // columns) * (size + gap) + gap / 2
        parts.append(f'<g transform="translate({x:g} {y:g})">')
        parts.append(_panel(field, found, size))
        parts.append("</g>")
    return "\n".join([*parts, "</svg>", ""])


def _panel(field: str, found: Sequence[Case], size: int) -> str:
    most = max((n for n, _, _ in bins(found)), default=1)
    points = "".join(
        f'<circle cx="{said * size:.1f}" cy="{(1 - right) * size:.1f}"'
        f' r="{2 + 6 * (n / most) ** 0.5:.1f}" fill="#0072b2" fill-opacity="0.7"/>'
        for n, said, right in bins(found)
    )
    words = f"{field}: {len(found)} cases, error {calibration_error(found):.3f}"
    return (
        f'<rect width="{size}" height="{size}" fill="none" stroke="#999"/>'
        f'<line y1="{size}" x2="{size}" stroke="#999" stroke-dasharray="3 3"/>'
        f'{points}<text y="{size + 15}">{words}</text>'
    )
