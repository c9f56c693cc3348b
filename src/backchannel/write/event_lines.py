"""Actions, escalation and the timeline of a case as lines of a list."""

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from backchannel.domain.actions import Action
from backchannel.domain.escalation import Escalation, Tally
from backchannel.domain.text import Document
from backchannel.domain.timeline import Moment, Sort
from backchannel.write import phrases
from backchannel.write.found_lines import (
    PUBLISHED,
    Line,
    Signs,
    add_status,
    add_tail,
    bar,
    below,
    chain_words,
    dated,
    dated_or_published,
    day_word,
    head,
    place_words,
    quotation,
    who_words,
)
from backchannel.write.visible import make_line

#: What needs no word for its sort beside what it is.
_PLAIN = {Sort.RED_LINE: "red line drawn", Sort.SIGNAL: "", Sort.EXCHANGE: ""}
#: Lines that the quote of a moment may take.
_LINES = 2
#: The columns of escalation that hold figures.
_FIGURES = ("score", "mean", "reports", "published")
#: After a day on which something is counted that the text gives several days.
_UNCERTAIN = "~"
#: What the columns and signs of escalation mean.
TALLY_NOTES = (
    "mean and bar: the score for each report; reports: texts that tell it;"
    " published: texts of that day",
    f"{PUBLISHED} some of it has only the day of publication;"
    f" {_UNCERTAIN} some of it may have been later: the text gives several days",
)


def action_lines(
    action: Action, documents: Mapping[str, Document], *, signs: Signs
) -> Iterator[Line]:
    """Yield days, kind, who does it to whom, where; then the words that name it."""
    document = documents[action.document]
    days = action.time.interval if action.time else None
    line = Text(f"{dated_or_published(days, document)}  ")
    line.append(f"{action.kind} ", "bold")
    add_status(line, action.status)
    line.append(who_words(action.actor, action.target))
    tail = [f"at “{document.quote(action.place)}”"] if action.place else []
    chain = chain_words(action.attribution, document)
    tail += [f"on the word of {chain}"] if chain else []
    yield head(action.id, add_tail(line, [*tail, place_words(document)]))
    words = quotation(document, action.sentence, [action.span], signs=signs)
    yield below(words, "quote")


def moment_lines(moment: Moment, documents: Mapping[str, Document]) -> Iterator[Line]:
    """Yield the days, what it is and who takes part; then the words."""
    line = Text(f"{dated(moment.days, by_document=moment.by_document)}  ")
    line.append(what_words(moment), "bold")
    add_status(line.append(" "), moment.status)
    line.append(make_line(", ".join(moment.actors)))
    line.rstrip()
    yield head(moment.id, add_tail(line, [place_words(documents[moment.document])]))
    yield below(Text(make_line(moment.quote)), "quote", most=_LINES)


def what_words(moment: Moment) -> str:
    """Return what a moment is: "warn", "action: strike", "red line drawn"."""
    plain = _PLAIN.get(moment.sort)
    if plain is None:
        return f"{moment.sort}: {moment.what}"
    return plain or moment.what


def tally_lines(tallies: Sequence[Tally], *, arrow: str) -> Iterator[Text]:
    """Yield the names of the columns, then a row for each day and pair of sides.

    Figures are right-aligned; bars are as long as the mean is of the largest.
    """
    pairs = [make_line(f" {arrow} ".join(one.sides)) for one in tallies]
    wide = max([len(pair) for pair in pairs] + [len("sides")])
    names = " ".join(f"{name:>9}" for name in _FIGURES)
    yield Text(f"{'day':14}{'sides':{wide}}{names}", "dim")
    largest = max((abs(one.mean) for one in tallies), default=0.0)
    for one, pair in zip(tallies, pairs, strict=True):
        figures = (
            f"{one.score:9.1f}",
            f"{one.mean:9.1f}",
            f"{one.reports:9}",
            f"{one.documents:9}",
        )
        row = f"{_day(one):14}{pair:{wide}}{' '.join(figures)}  "
        tone = "red" if one.score < 0 else "green"
        yield Text(row).append(bar(one.mean, largest).rstrip(), tone)


def left_out_words(found: Escalation) -> Iterator[str]:
    """Yield what a daily series cannot show, of what there is."""
    if found.undated:
        undated = sum(len(one.signals) + len(one.actions) for one in found.undated)
        yield f"{phrases.counted(undated, 'report')} without any day"
    if found.unpaired:
        acts = phrases.counted(found.unpaired, "act")
        yield f"{acts} not of one side to another"
    if found.documents_without_day:
        texts = phrases.counted(found.documents_without_day, "text")
        yield f"{texts} without a day of publication"


def _day(tally: Tally) -> str:
    published = PUBLISHED if tally.by_document else ""
    return day_word(tally.day) + published + (_UNCERTAIN if tally.uncertain else "")
