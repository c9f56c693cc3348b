"""How many expressions of time are dated right: the table, and gold/dev.

The cases are those of `eval.times`.
"""

from collections.abc import Sequence
from pathlib import Path

from backchannel.reconstruct.times import find_times
from eval.gold import DEV, corpora
from eval.parts import Part, Row, share
from eval.times import TABLE, Case, read_gold, read_table

TITLE = "Dates"
ABOUT = (
    "Expressions resolved to exactly the days that are expected, given the words, the"
    " day of publication and the day named last before: the table written for this, to"
    " which tests hold the rules, and the times of gold/dev. *Words found*: those of"
    " gold/dev that `find_times` finds to the letter in their sentence."
)


def measure(gold: Path = DEV) -> Part:
    """Return the figures of dates; without gold/dev, those of the table alone."""
    table = list(read_table())
    rows = {
        "table": _row(table),
        "table, no day to be told": _row([c for c in table if c.expected is None]),
    }
    if not gold.exists():
        return Part(TITLE, ABOUT, corpora(TABLE), rows)
    cases = list(read_gold(gold))
    spans = [case for case in cases if case.sentence]
    found = [case.span in set(find_times(case.sentence)) for case in spans]
    rows["gold/dev"] = {**_row(cases), "words found": share(found)}
    return Part(TITLE, ABOUT, corpora(TABLE, gold), rows)


def _row(cases: Sequence[Case]) -> Row:
    return {"right": share([case.is_right() for case in cases]), "cases": len(cases)}
