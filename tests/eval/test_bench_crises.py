"""Made-up crises are whole documents: varied, consistent, the same in every run."""

from datetime import date
from itertools import islice

import pytest

from backchannel.compare.copies import Copies
from backchannel.domain.kept import Entry
from backchannel.domain.reading import Reading
from backchannel.domain.signals import Interval
from eval.bench_crises import SIDES, crises
from tests.compare.told import told

DAY = Interval(date(2001, 3, 5), date(2001, 3, 6))


def crisis() -> list[Reading]:
    documents = (
        told(
            (
                "[sender Iran] [trigger warned] [recipient Iraq] on [time Monday] of"
                " [content a long and bitter quarrel over the northern harbour].",
                {"days": DAY},
            ),
            "Neither [sender Oman] nor anybody else [trigger answered] in the evening,"
            " though many letters had been carried over the northern mountains.",
            id="d1",
        ),
        told("[sender Iraq] [trigger thanked] [recipient Iran] for it.", id="d2"),
    )
    return [Reading(one[0].document, tuple(e.signal for e in one)) for one in documents]


def made(number: int) -> list[Entry]:
    return list(islice(crises([crisis()]), number))


def test_every_passage_quotes_its_document() -> None:
    for entry in made(60):
        for _, span in entry.signal.passages():
            assert entry.document.quote(span).strip()


def test_words_of_a_sentence_stand_where_they_stood() -> None:
    warned = made(1)[0]
    assert warned.quote.startswith(warned.document.quote(warned.signal.sender[0].span))
    assert warned.quote.endswith(".")
    content = warned.signal.content
    assert content is not None
    assert warned.signal.sentence.contains(content)
    assert len(warned.document.quote(content).split()) == 9


def test_documents_of_one_crisis_are_turned_alike() -> None:
    warned, _, thanked = made(3)
    assert warned.signal.sender[0].side == thanked.signal.recipient[0].side
    assert warned.signal.sender[0].actor == thanked.signal.recipient[0].actor


def test_ids_are_all_different_and_no_document_is_a_copy() -> None:
    entries, copies = made(300), Copies()
    assert len({entry.signal.id for entry in entries}) == 300
    documents = {entry.document.id: entry.document for entry in entries}
    originals = [copies.find(one) for one in documents.values() if len(one.text) > 90]
    assert set(originals) == {None}


def test_days_move_and_keep_their_length() -> None:
    times = [e.signal.time for e in made(60) if e.signal.time]
    days = [time.interval for time in times if time.interval]
    assert len({one.start for one in days}) > 10
    lengths = {one.end - one.start for one in days if one.start and one.end}
    assert [length.days for length in lengths] == [1]


def test_sides_recur_and_there_are_so_many_at_most() -> None:
    sides = {p.side for entry in made(900) for p in entry.signal.sender}
    assert SIDES / 2 < len(sides) <= SIDES


def test_every_run_makes_the_same() -> None:
    assert made(30) == made(30)


@pytest.mark.parametrize("published", [None, date(1962, 10, 24)])
def test_a_document_without_a_day_stays_without(published: date | None) -> None:
    entries = told("[sender Iran] [trigger called].", published=published)
    reading = Reading(entries[0].document, (entries[0].signal,))
    (entry,) = islice(crises([[reading]]), 1)
    assert (entry.document.published is None) == (published is None)
