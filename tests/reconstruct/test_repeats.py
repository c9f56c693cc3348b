"""Two triggers of one act are linked; what may be two acts is not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from backchannel.domain.reading import Reading
from backchannel.domain.signals import Act, Interval, Party, Signal, Status, Time
from backchannel.domain.text import Document, Span
from backchannel.reconstruct.repeats import link_repeats
from tests.fakes import reading

HEAD = "[sender Iran] [trigger warned] that [content the strait would be closed]."
BODY = "[sender Iran] [trigger warned] it: [content the strait will be closed soon]."


def both(first: str, second: str, **changed: Any) -> tuple[Document, list[Signal]]:
    """Return one document with the signals of two marked texts."""
    one, two = reading(first), reading(second)
    shift = len(one.document.text) + 1
    document = Document("d1", f"{one.document.text} {two.document.text}")

    def moved(span: Span) -> Span:
        return Span(span.start + shift, span.end + shift)

    later = two.signals[0]
    later = replace(
        later,
        id="s2",
        trigger=moved(later.trigger),
        sentence=moved(later.sentence),
        content=moved(later.content) if later.content else None,
        sender=tuple(replace(p, span=moved(p.span)) for p in later.sender),
        recipient=tuple(replace(p, span=moved(p.span)) for p in later.recipient),
    )
    return document, [one.signals[0], replace(later, **changed)]


def repeated(document: Document, signals: list[Signal]) -> str | None:
    return link_repeats(document, signals)[1].repeats


def test_the_body_repeats_the_headline() -> None:
    assert repeated(*both(HEAD, BODY)) == "s1"


def test_the_first_of_several_is_named() -> None:
    document, (one, two) = both(HEAD, BODY)
    three = replace(two, id="s3")
    assert link_repeats(document, [one, two, three])[2].repeats == "s1"


@pytest.mark.parametrize(
    "changed",
    [
        {"act": Act.THREATEN},
        {"status": Status.NEGATED},
        {"sender": (Party(Span(0, 4), "Oman", "OMN"),)},
    ],
)
def test_another_act_status_or_sender_is_another_signal(
    changed: dict[str, object],
) -> None:
    assert repeated(*both(HEAD, BODY, **changed)) is None


def test_other_words_are_another_signal() -> None:
    other = "[sender Iran] [trigger warned] of [content a long and bitter winter]."
    assert repeated(*both(HEAD, other)) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the strait would be closed", "the strait would not be closed"),
        ("it sends arms to Iran", "it sends arms to Iraq"),
        ("it will attend the talks in Doha", "it will leave the talks in Doha"),
        ("the war in Gaza", "the hostages in Gaza must be released"),
        ("it lost 30 soldiers there", "it lost 300 soldiers there"),
    ],
)
def test_what_differs_in_a_word_that_matters_is_not_the_same(
    first: str, second: str
) -> None:
    form = "[sender Iran] [trigger warned] that [content {}]."
    assert repeated(*both(form.format(first), form.format(second))) is None


def test_one_contact_told_twice_is_linked_by_its_parties() -> None:
    met = "[sender Iran] [trigger met] [recipient Oman]."
    other = "[sender Iran] [trigger met] [recipient Qatar]."
    for second, linked in ((met, "s1"), (other, None)):
        document, signals = both(met, second)
        contacts = [replace(signal, act=Act.CONSULT) for signal in signals]
        assert repeated(document, contacts) == linked


def test_known_recipients_tell_two_acts_apart_and_unknown_ones_do_not() -> None:
    document, (one, two) = both(HEAD, BODY)
    to = [(Party(Span(0, 4), "Beta", side),) for side in ("USA", "GBR", "unknown")]
    british, unknown = (replace(two, recipient=party) for party in to[1:])
    american = replace(one, recipient=to[0])
    assert repeated(document, [american, british]) is None
    assert repeated(document, [american, unknown]) == "s1"


def test_days_apart_are_two_acts() -> None:
    document, (one, two) = both(HEAD, BODY)
    days = [Interval(date(2024, 8, d), date(2024, 8, d)) for d in (1, 2)]
    dated = [
        replace(s, time=Time(Span(0, 1), day))
        for s, day in zip((one, two), days, strict=True)
    ]
    assert repeated(document, dated) is None


def test_a_layer_inside_another_is_no_repetition() -> None:
    document, (one, two) = both(HEAD, BODY)
    outer = replace(one, content=Span(0, len(document.text)))
    assert repeated(document, [outer, two]) is None


def test_a_repetition_whose_first_is_left_out_stands_alone() -> None:
    document, signals = both(HEAD, BODY, confidence={"signal": 0.9})
    linked = link_repeats(document, signals)
    unsure = replace(linked[0], confidence={"signal": 0.1})
    read = Reading(document, (unsure, linked[1]))
    assert read.number("s2") == 2
    assert read.at_least(0.5).signals == (replace(linked[1], repeats=None),)
