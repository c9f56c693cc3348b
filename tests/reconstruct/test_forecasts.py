from dataclasses import replace
from datetime import date

import pytest

from backchannel.domain.signals import Act, Interval
from backchannel.domain.text import Span
from backchannel.reconstruct.deadlines import find_deadline
from backchannel.reconstruct.forecasts import find_forecasts
from tests.fakes import document, reading

#: A Tuesday.
DAY = date(2020, 5, 5)


def words(text: str) -> list[str]:
    page = document(text, published=DAY)
    return [page.quote(forecast.span) for forecast in find_forecasts(page)]


@pytest.mark.parametrize(
    "text",
    [
        "Diplomats expect the council to gather by Friday.",
        "The ferry will be repaired within ten days.",
        "The stocks could run out before the end of June.",
        "The envoy is expected in Suva between 7 and 9 May.",
        "Brokers think the strait could be open before Christmas.",
        "They put at one in three the chance of a raid before the month is out.",
        "The trains will run again on Friday.",
        "An official predicts a treaty before the first snow.",
        "By Friday the gas will be back.",
        "No shots before the weekend, our correspondent reckons.",
        "An attack is inevitable.",
    ],
)
def test_what_is_expected_is_a_forecast(text: str) -> None:
    assert words(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met on Friday.",
        "The minister is due to meet the envoy on Friday.",
        "The council had been expected on Friday.",
        "Any ship will be sunk by Friday.",
        "Unless the crew is free by Friday, the port will be shut.",
        "It would open the port, provided that the crew was free by Friday.",
        "He declined to say whether the port would open by Friday.",
        "Will the port open by Friday?",
        "It was hard to predict.",
        "The port will open.",
    ],
    ids=[
        "past",
        "appointment",
        "past expectation",
        "any",
        "unless",
        "bargain",
        "whether",
        "question",
        "hard to predict",
        "no window",
    ],
)
def test_what_is_no_expectation_is_none(text: str) -> None:
    assert words(text) == []


def test_who_tells_it_is_no_part_of_it() -> None:
    text = "The stocks could run out by 30 June, the agency warned on Monday."
    assert words(text) == ["The stocks could run out by 30 June"]


def test_a_telling_before_it_is_no_part_of_it() -> None:
    text = "The agency warned on Monday that the stocks could run out by 30 June."
    assert words(text) == ["the stocks could run out by 30 June"]


@pytest.mark.parametrize(
    "text",
    [
        "The agency warned on Monday that the stocks could run out by 30 June.",
        "The agency expects the stocks to run out by 30 June.",
        "The stocks could run out by 30 June, the agency warned.",
    ],
    ids=["before", "subject", "after"],
)
def test_who_tells_it_is_named(text: str) -> None:
    page = document(text, published=DAY)
    (forecast,) = find_forecasts(page)
    assert forecast.by is not None
    assert page.quote(forecast.by).casefold() == "the agency"


def test_the_sender_of_the_signal_tells_which_actor_it_is() -> None:
    read = reading(
        "[sender Arland] [trigger said] that the port would open by Friday.",
        act=Act.INFORM,
        published=DAY,
    )
    (forecast,) = find_forecasts(read.document, read.signals)
    assert forecast.actor == "Arland"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It could come within 24 to 48 hours.", DAY, date(2020, 5, 7)),
        ("It will come between 8 and 10 May.", date(2020, 5, 8), date(2020, 5, 10)),
        ("It could come as early as Friday.", date(2020, 5, 8), None),
        ("It will come before Christmas.", DAY, date(2020, 12, 24)),
        ("It will come in ten days.", DAY, date(2020, 5, 15)),
        ("Diplomats predict it before the first snow.", DAY, None),
    ],
    ids=["within", "between", "as early as", "feast", "in", "event"],
)
def test_its_days_are_told(text: str, start: date, end: date | None) -> None:
    (forecast,) = find_forecasts(document(text, published=DAY))
    assert forecast.days == Interval(start, end)


def test_hedges_are_quoted() -> None:
    page = document("It could perhaps come by Friday.", published=DAY)
    (forecast,) = find_forecasts(page)
    assert [page.quote(hedge) for hedge in forecast.hedges] == ["could", "perhaps"]


def test_a_document_without_a_date_has_forecasts_with_open_days() -> None:
    (forecast,) = find_forecasts(document("It could come within ten days."))
    assert forecast.days == Interval(None, None)


@pytest.mark.parametrize("act", [Act.THREATEN, Act.DEMAND, Act.OFFER, Act.REQUEST])
def test_what_another_act_says_is_its_own_matter(act: Act) -> None:
    read = reading(
        "[sender Arland] [trigger said] [content it will shut the port by Friday].",
        act=act,
        published=DAY,
    )
    assert find_forecasts(read.document, read.signals) == ()


def test_furniture_forecasts_nothing() -> None:
    page = document("Rain will end by Friday.", published=DAY)
    assert find_forecasts(replace(page, furniture=(Span(0, 24),))) == ()


def test_the_same_words_have_the_same_id() -> None:
    page = document("It could come by Friday.", published=DAY)
    assert find_forecasts(page) == find_forecasts(page)


@pytest.mark.parametrize("text", ["", "\n\n", "?", "by Friday" * 500])
def test_any_text_is_taken(text: str) -> None:
    find_forecasts(document(text, published=DAY))


def test_a_condition_sets_a_deadline() -> None:
    text = "It will shut the port unless the crew is free by Friday."
    page = document(text, published=DAY)
    condition = Span(text.index("unless"), len(text) - 1)
    time = find_deadline(page, condition, Span(0, len(text)))
    assert time is not None
    assert page.quote(time.span) == "by Friday"
    assert time.interval == Interval(DAY, date(2020, 5, 8))
