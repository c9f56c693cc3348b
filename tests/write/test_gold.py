"""Who resolves what is written finds the same spans; the rest is reported."""

import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.domain.forms import party_form, source_form, span_form, time_form
from backchannel.domain.reading import Reading
from backchannel.domain.signals import Act, Party, Signal, Time
from backchannel.domain.text import Document, Span
from backchannel.write.gold import write_gold
from eval.gold import SHARED, scorer
from tests import fakes
from tests.write.kept import kept
from tests.write.strategies import signals

Form = Mapping[str, Any]
Resolve = Callable[[Form], Form]

needs_shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="no ../shared beside the checkout"),
]
PASSAGES = "trigger content condition consequence".split()
PARTIES = "sender recipient intermediary".split()


def _find(text: str, value: Form, sentence: Span) -> list[int]:
    """Look in the sentence for the n-th place, else for the nearest in the text."""
    words = re.compile(re.escape(value["text"]))
    inside = words.finditer(text[sentence.start : sentence.end])
    places = [sentence.start + hit.start() for hit in inside]
    wanted = value.get("n", 1)
    if len(places) >= wanted:
        start = places[wanted - 1]
    else:
        every = [hit.start() for hit in words.finditer(text)]
        start = min(every, key=lambda place: abs(place - sentence.start))
    return [start, start + len(value["text"])]


def _resolve_one(text: str, given: Form) -> dict[str, Any]:
    assert text.count(given["sentence"]) == 1
    start = text.index(given["sentence"])
    sentence = Span(start, start + len(given["sentence"]))

    def spanned(value: Form | None) -> dict[str, Any] | None:
        if value is None:
            return None
        rest = {name: of for name, of in value.items() if name not in ("text", "n")}
        return {"span": _find(text, value, sentence), **rest}

    def span(value: Form | None) -> list[int] | None:
        return _find(text, value, sentence) if value else None

    several = [*PARTIES, "attribution"]
    return {
        **{name: given[name] for name in ("id", "act", "status", "channel")},
        "sentence": span_form(sentence),
        **{name: span(given[name]) for name in PASSAGES},
        **{name: [spanned(value) for value in given[name]] for name in several},
        "time": spanned(given["time"]),
    }


def resolve(form: Form) -> Form:
    """Do what `gold.py resolve` does, by the words of its guidelines."""
    resolved = [_resolve_one(form["text"], given) for given in form["signals"]]
    return {**form, "signals": sorted(resolved, key=lambda one: one["trigger"])}


def shared_resolve(form: Form) -> Form:
    resolved: Form = scorer().resolve(form)
    return resolved


resolvers = pytest.mark.parametrize(
    "resolved",
    [resolve, pytest.param(shared_resolve, marks=needs_shared)],
    ids=["ours", "gold.py"],
)


def wanted(signal: Signal) -> dict[str, Any]:
    """Return what a resolver should make of a signal, but for its sentence."""
    return {
        **{name: getattr(signal, name) for name in ("id", "act", "status", "channel")},
        **{name: span_form(getattr(signal, name)) for name in PASSAGES},
        **{name: [party_form(p) for p in getattr(signal, name)] for name in PARTIES},
        "attribution": [source_form(source) for source in signal.attribution],
        "time": time_form(signal.time),
    }


def write(reading: Reading) -> tuple[Form, dict[str, str]]:
    """Return the line, read, and what was left out of it with the reasons."""
    stream, left = io.StringIO(), dict[str, str]()
    count = write_gold([kept(reading)], stream, left_out=left.__setitem__)
    form: Form = json.loads(stream.getvalue())
    assert count == len(form["signals"])
    return form, left


@st.composite
def repetitive(draw: st.DrawFn) -> Reading:
    """Draw a text of few different words, so that nearly all stand there repeatedly."""
    text = draw(st.text("aB. \n", min_size=1, max_size=24))
    document = Document("d1", text)
    drawn = draw(st.lists(signals(document), max_size=4))
    named = (replace(signal, id=f"s{at}") for at, signal in enumerate(drawn))
    return Reading(document, tuple(named))


@resolvers
@given(reading=repetitive())
def test_what_is_written_resolves_to_the_same_spans(
    resolved: Resolve, reading: Reading
) -> None:
    form, left = write(reading)
    own = {signal.id: signal for signal in reading.signals}
    found = resolved(form)["signals"]
    for one in found:
        signal = own[one["id"]]
        sentence = Span(*one["sentence"])
        assert {k: v for k, v in one.items() if k != "sentence"} == wanted(signal)
        assert sentence.contains(signal.sentence)
        if reading.document.text.count(reading.quote(signal)) > 1:
            assert sentence != signal.sentence
    assert {one["id"] for one in found} | set(left) == set(own)
    assert len(found) + len(left) == len(own)


@resolvers
@pytest.mark.parametrize("path", fakes.ANNOTATED, ids=lambda path: path.stem)
def test_annotated_documents_come_back(resolved: Resolve, path: Path) -> None:
    reading = fakes.annotated(path)
    form, left = write(reading)
    assert left == {}
    found = resolved(form)
    own = {signal.id: signal for signal in reading.signals}
    for one in found["signals"]:
        sentence = span_form(own[one["id"]].sentence)
        assert one == {**wanted(own[one["id"]]), "sentence": sentence}
    assert len(found["signals"]) == len(own)
    assert found["text"] == reading.document.text


@pytest.mark.parametrize("path", fakes.ANNOTATED, ids=lambda path: path.stem)
def test_form_is_that_of_the_annotators(path: Path) -> None:
    form, _ = write(fakes.annotated(path))
    assert fakes.from_gold(form) == fakes.annotated(path)


def test_second_place_in_the_sentence_is_counted() -> None:
    marked = "Iran and [sender Iran] [trigger warned] as they warned before"
    form, _ = write(fakes.reading(marked))
    [signal] = form["signals"]
    assert signal["sender"][0]["text"] == "Iran"
    assert signal["sender"][0]["n"] == 2
    assert signal["trigger"] == {"text": "warned"}


def _with(text: str, sender: Span, sentence: Span, trigger: Span) -> Reading:
    [signal] = fakes.reading("[sender Iran] [trigger warned]").signals
    signal = replace(
        signal,
        sentence=sentence,
        trigger=trigger,
        sender=(Party(sender, "Iran", "IRN"),),
        why=(),
    )
    return Reading(Document("d1", text), (signal,))


def test_sentence_that_stands_twice_takes_in_its_neighbour() -> None:
    text = "He spoke. Iran warned. She left. Iran warned."
    reading = _with(text, Span(33, 37), Span(33, 45), Span(38, 44))
    form, left = write(reading)
    assert form["signals"][0]["sentence"] == "She left. Iran warned."
    assert resolve(form)["signals"][0]["sender"][0]["span"] == [33, 37]
    assert left == {}


def test_first_sentence_of_a_text_takes_in_the_next() -> None:
    text = "Iran warned. She left. Iran warned."
    form, _ = write(_with(text, Span(0, 4), Span(0, 12), Span(5, 11)))
    assert form["signals"][0]["sentence"] == "Iran warned. She left."


def test_words_outside_the_sentence_are_found_past_those_in_it() -> None:
    text = "Iran is near. It warned Iran of Iran."
    reading = _with(text, Span(0, 4), Span(14, 37), Span(17, 23))
    form, left = write(reading)
    # Nearer to the beginning of the sentence (10) than this one (14).
    assert (form["signals"], list(left)) == ([], ["s1"])
    text = "By Iran. It warned the men about Iran."
    reading = _with(text, Span(3, 7), Span(9, 38), Span(12, 18))
    form, left = write(reading)
    assert form["signals"][0]["sender"][0]["n"] == 2
    assert resolve(form)["signals"][0]["sender"][0]["span"] == [3, 7]
    assert left == {}


def test_words_that_stand_nearer_elsewhere_leave_the_signal_out_with_a_reason() -> None:
    text = "Iran is far away. So Iran is. It warned."
    _, left = write(_with(text, Span(0, 4), Span(30, 40), Span(33, 39)))
    assert left == {
        "s1": "sender: 'Iran' stands nearer to the sentence or in it as well"
    }


def test_signal_without_sender_is_left_out_unless_it_is_a_contact() -> None:
    _, left = write(fakes.reading("[trigger Warnings] were heard"))
    assert left == {"s1": "sender: the scheme asks for one"}
    form, left = write(fakes.reading("[trigger Talks] went on", act=Act.CONSULT))
    assert (len(form["signals"]), left) == (1, {})


def test_party_without_name_is_left_out_and_without_side_unknown() -> None:
    reading = fakes.reading("[sender Iran] [trigger warned]")
    [signal] = reading.signals
    unnamed = replace(signal, sender=(Party(Span(0, 4), "", "IRN"),))
    _, left = write(replace(reading, signals=(unnamed,)))
    assert left == {"s1": "sender: the scheme asks for a name"}
    sideless = replace(signal, sender=(Party(Span(0, 4), "Iran", ""),))
    form, _ = write(replace(reading, signals=(sideless,)))
    assert form["signals"][0]["sender"][0]["side"] == "unknown"


def test_words_that_cannot_be_dated_keep_their_place() -> None:
    reading = fakes.reading("[sender Iran] [trigger warned] on Sunday")
    signal = replace(reading.signals[0], time=Time(Span(12, 21), None))
    form, _ = write(replace(reading, signals=(signal,)))
    assert form["signals"][0]["time"] == {
        "text": "on Sunday",
        "start": None,
        "end": None,
    }


def test_unread_document_is_reported_and_has_no_line() -> None:
    stream, left = io.StringIO(), dict[str, str]()
    unread = kept(Reading(Document("d1", "Rien."), unread="language is French"))
    assert write_gold([unread], stream, left_out=left.__setitem__) == 0
    assert stream.getvalue() == ""
    assert left == {"d1": "was not read: language is French"}


def test_document_without_signals_has_a_line() -> None:
    form, left = write(Reading(Document("d1", "Nothing\u2028happened.")))
    assert (form["signals"], left) == ([], {})
    assert [form[name] for name in ("title", "outlet", "published")] == [None] * 3
