"""Reports written and annotated for training, in a form that people can write.

A file holds reports, each a head, a text and its signals by the scheme of
`../shared/gold/GUIDELINES.md`:

    === aegean-rock-1
    title: Ankara sends word through NATO over disputed rock
    outlet: Continental Press Service
    published: 2010-09-07
    ---
    BRUSSELS, 7 September - Ankara let Athens know overnight through NATO …
    ---
    * let Athens know: assure, intermediary
      from: Ankara = Turkey / TUR
      to: Athens = Greece / GRC
      via: NATO headquarters = NATO / NATO
      content: it had no intention … call Aktaş
      time: overnight = 2010-09-06..2010-09-07
      by: an alliance official = NATO official / anonymous

After the trigger stand the act, and the status and channel where they are not `done`
and `unknown`. The other lines are `from`, `to`, `via`, `content`, `if`, `then`, `time`
and `by`; `from`, `to`, `via` and `by` may be repeated. Words are copied from the text;
of a long passage the first and last words do, with ` … ` between. Words that stand
several times mean the place nearest to the trigger, and a trigger the place nearest to
its content and sender; where that is not it, words around it are added and it is put
in brackets: `officials [said] the strike`.

`python -m training.written FILES` checks files; with `--hints` it also names words of
communication that are in no trigger.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from backchannel.domain.sentences import split_sentences
from backchannel.domain.signals import Act, Channel, SourceKind, Status
from backchannel.domain.text import Span
from training.corpora import Passage

FOLDER = Path(__file__).parent / "reports"
PARTIES = {"from": "sender", "to": "recipient", "via": "intermediary"}
#: Lines that a signal has at most once.
SINGLE = ("content", "if", "then", "time")
PASSAGES = {"content": "content", "if": "condition", "then": "consequence"}
#: The longest passage that may be given by its first and last words.
LONGEST = 1500
#: Words that mostly report a signal, for the hints of the check.
TELLING = re.compile(
    r"\b(said|says|told|tells|warned|urged|asked|demanded|insisted|threatened|accused"
    r"|condemned|denied|rejected|agreed|offered|proposed|promised|pledged|vowed|met"
    r"|announced|confirmed|called (?:on|for)|spoke|talks|welcomed|refused|added|replied"
    r"|conveyed|relayed|assured|invited|criticised|dismissed|ruled out|noted)\b"
)


class ReportError(ValueError):
    """A report does not follow the form; the message says where and what to do."""


@dataclass(slots=True)
class _Entry:
    """One signal as written: the words, and the line for messages."""

    where: str
    trigger: str
    labels: list[str]
    lines: list[tuple[str, str]] = field(default_factory=list)

    def value(self, name: str) -> str | None:
        return next((value for key, value in self.lines if key == name), None)


def read_written(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the reports of a file as `gold.py resolve` gives them.

    Raises:
        ReportError: a report breaks the form, or its words are not in its text.
    """
    parts = re.split(r"^=== *", path.read_text("utf-8"), flags=re.MULTILINE)
    for part in parts[1:]:
        yield _report(part, path.name)


def _report(part: str, file: str) -> dict[str, Any]:
    pieces = re.split(r"^---\n", part, flags=re.MULTILINE)
    identity = part.partition("\n")[0].strip()
    where = f"{file}, {identity}"
    if len(pieces) != 3:
        raise ReportError(
            f"{where}: wanted head, text and signals between two lines of ---,"
            f" found {len(pieces)} parts"
        )
    head = dict(_pair(line, where) for line in pieces[0].splitlines()[1:] if line)
    for name in ("title", "outlet", "published"):
        if name not in head:
            raise ReportError(f"{where}: the head has no line {name}:")
    if not identity or not _is_day(head["published"]):
        raise ReportError(f"{where}: wanted an id, and a day as YYYY-MM-DD")
    record: dict[str, Any] = {"id": identity, **head, "text": pieces[1].strip()}
    record["signals"] = resolve(record["text"], pieces[2], where)
    return record


def _pair(line: str, where: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    if not colon or not value.strip():
        raise ReportError(f"{where}: wanted 'name: value', found {line.strip()!r}")
    return name.strip(), value.strip()


def resolve(text: str, written: str, where: str) -> list[dict[str, Any]]:
    """Return the signals that `written` lists, their words as spans of `text`."""
    signals: list[dict[str, Any]] = []
    sentences = split_sentences(text)
    used: set[Passage] = set()
    after = -1
    for entry in _entries(written, where):
        trigger = _trigger(text, entry, used, after)
        used.add(trigger)
        after = trigger[0]
        signals.append(_signal(text, entry, trigger, sentences))
    signals.sort(key=lambda signal: signal["trigger"])
    return [{"id": f"s{n}", **signal} for n, signal in enumerate(signals, 1)]


def _entries(written: str, where: str) -> list[_Entry]:
    entries: list[_Entry] = []
    for line in written.splitlines():
        if not line.strip():
            continue
        at = f"{where}: {line.strip()[:60]!r}"
        if line.startswith("*"):
            words, colon, labels = line[1:].rpartition(":")
            if not colon:
                raise ReportError(f"{at}: wanted '* trigger: act, status, channel'")
            if not words.strip():
                raise ReportError(f"{at}: no trigger before the colon")
            named = [label.strip() for label in labels.split(",")]
            entries.append(_Entry(at, words.strip(), named))
        elif entries:
            name, value = _pair(line, at)
            if name in SINGLE and entries[-1].value(name) is not None:
                raise ReportError(f"{at}: a second {name}: line; a signal has one")
            entries[-1].lines.append((name, value))
        else:
            raise ReportError(f"{at}: stands before the first signal")
    return entries


def _places(text: str, words: str) -> list[Passage]:
    """Return every place that `words` may mean, in text order."""
    literal = [m.span() for m in re.finditer(_whole(words), text)]
    if literal:
        return literal
    if bracketed := re.fullmatch(r"(.*)\[(.+)\](.*)", words):
        before, inside, after = bracketed.groups()
        pattern = f"{re.escape(before)}({re.escape(inside)}){re.escape(after)}"
        if found := [m.span(1) for m in re.finditer(pattern, text)]:
            return found
    first, gap, last = re.sub(r"\s*(…|\.\.\.)\s*", "…", words).partition("…")
    if not gap or not first or not last:
        return []
    found = []
    for opening in re.finditer(_whole(first), text):
        rest = text[opening.end() : opening.end() + LONGEST]
        if closing := re.search(_whole(last), rest):
            found.append((opening.start(), opening.end() + closing.end()))
    return found


def _whole(words: str) -> str:
    left = r"(?<!\w)" if words[0].isalnum() else ""
    return left + re.escape(words) + (r"(?!\w)" if words[-1].isalnum() else "")


def _gap(one: Passage, two: Passage) -> int:
    return max(0, one[0] - two[1], two[0] - one[1])


def _trigger(text: str, entry: _Entry, used: set[Passage], after: int) -> Passage:
    places = [p for p in _places(text, entry.trigger) if p not in used]
    if not places:
        raise ReportError(
            f"{entry.where}: the trigger is not in the text, or every place of it is"
            " taken by a signal above; copy it exactly"
        )
    anchors = []
    for name in ("content", "from"):
        if words := entry.value(name):
            anchors.append(_places(text, words.split(" = ")[0]))

    def cost(place: Passage) -> tuple[int, int]:
        away = sum(min(_gap(place, p) for p in found) for found in anchors if found)
        return away, int(place[0] <= after)

    in_order = [p for p in places if p[0] > after]
    if not anchors and in_order:
        return in_order[0]
    return min(places, key=cost)


def _near(text: str, words: str, trigger: Passage, where: str) -> Passage:
    places = _places(text, words)
    if not places:
        raise ReportError(f"{where}: not in the text: {words!r}; copy it exactly")
    return min(places, key=lambda place: (_gap(place, trigger), place))


def _signal(
    text: str, entry: _Entry, trigger: Passage, sentences: Sequence[Span]
) -> dict[str, Any]:
    act, status, channel = _labels(entry)
    inside = [s for s in sentences if s.start <= trigger[0] < s.end]
    sentence = inside[0] if inside else Span(*trigger)
    signal: dict[str, Any] = {
        "act": act,
        "status": status,
        "channel": channel,
        "sentence": [sentence.start, sentence.end],
        "trigger": list(trigger),
        **{name: None for name in (*PASSAGES.values(), "time")},
        **{name: [] for name in (*PARTIES.values(), "attribution")},
    }
    for name, value in entry.lines:
        words, _, meaning = value.partition(" = ")
        span = list(_near(text, words.strip(), trigger, f"{entry.where} {name}"))
        if name in PARTIES:
            actor, side = _two(
                meaning, "/", f"{entry.where} {name}: text = actor / side"
            )
            party = {"span": span, "actor": actor, "side": side}
            signal[PARTIES[name]].append(party)
        elif name in PASSAGES:
            signal[PASSAGES[name]] = span
        elif name == "by":
            actor, kind = _two(meaning, "/", f"{entry.where} by: text = actor / kind")
            if kind not in tuple(SourceKind):
                raise ReportError(f"{entry.where}: no kind {kind!r}")
            source = {
                "span": span,
                "kind": kind,
                "actor": None if actor == "-" else actor,
            }
            signal["attribution"].append(source)
        elif name == "time":
            signal["time"] = {"span": span, **_days(meaning, entry.where)}
        else:
            raise ReportError(f"{entry.where}: no line is called {name!r}")
    if not signal["sender"] and act != "consult":
        raise ReportError(f"{entry.where}: no from: line; only consult may lack one")
    return signal


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _labels(entry: _Entry) -> tuple[str, str, str]:
    act, status, channel = "", "done", "unknown"
    for label in entry.labels:
        if label in tuple(Act) and not act:
            act = label
        elif label in tuple(Status):
            status = label
        elif label in tuple(Channel):
            channel = label
        else:
            raise ReportError(f"{entry.where}: {label!r} is no act, status or channel")
    if not act:
        raise ReportError(f"{entry.where}: no act; one of {', '.join(Act)}")
    return act, status, channel


def _two(meaning: str, mark: str, wanted: str) -> tuple[str, str]:
    first, found, second = meaning.rpartition(mark)
    if not found or not first.strip() or not second.strip():
        raise ReportError(f"{wanted} is wanted, found {meaning!r}")
    return first.strip(), second.strip()


def _days(meaning: str, where: str) -> dict[str, str | None]:
    first, range_mark, last = meaning.strip().partition("..")
    if not range_mark:
        last = first
    days = [day for day in (first, last) if day]
    if not days or not all(map(_is_day, days)) or days != sorted(days):
        raise ReportError(
            f"{where} time: wanted 'words = YYYY-MM-DD' or 'words = first..last',"
            f" found {meaning!r}"
        )
    return {"start": first or None, "end": last or None}


def unannotated(record: dict[str, Any]) -> Iterator[str]:
    """Yield what stands around words of communication that are in no trigger."""
    text = record["text"]
    triggers = [signal["trigger"] for signal in record["signals"]]
    for word in TELLING.finditer(text):
        if not any(_gap(word.span(), tuple(t)) == 0 for t in triggers):
            yield text[max(0, word.start() - 50) : word.end() + 30].replace("\n", " ")


def main() -> int:
    """Check the files named on the command line; return 1 if one is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--hints", action="store_true", help="name what may be missed")
    args = parser.parse_args()
    wrong = 0
    for path in args.files:
        reports = signals = words = 0
        for part in re.split(r"^=== *", path.read_text("utf-8"), flags=re.M)[1:]:
            try:
                record = _report(part, path.name)
            except ReportError as error:
                wrong += 1
                print(f"wrong: {error}", file=sys.stderr)
                continue
            reports += 1
            signals += len(record["signals"])
            words += len(record["text"].split())
            if args.hints:
                for hint in unannotated(record):
                    print(f"{record['id']}: unannotated? …{hint}…")
        print(f"{path.name}: {reports} reports, {words} words, {signals} signals")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
