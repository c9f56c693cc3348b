import pytest

from backchannel.domain.errors import QueryError
from backchannel.domain.queries import FIELDS, Term, days_of, parse_query


def test_the_example_of_the_issue_is_understood() -> None:
    query = parse_query(
        '"a message" from:Iran to:"United States" act:threaten,warn'
        " channel:intermediary before:2023-11-01 -source:anonymous"
    )
    assert query.terms == (
        Term("words", ('"a message"',)),
        Term("from", ("Iran",)),
        Term("to", ("United States",)),
        Term("act", ("threaten", "warn")),
        Term("channel", ("intermediary",)),
        Term("before", ("2023-11-01",)),
        Term("source", ("anonymous",), negated=True),
    )


def test_several_values_may_be_quoted() -> None:
    [term] = parse_query('from:"United Kingdom",France,"South Korea"').terms
    assert term.values == ("United Kingdom", "France", "South Korea")


@pytest.mark.parametrize(
    ("words", "at", "said"),
    [
        ("peace form:Iran", 6, "fields are from, to"),
        ("act:shout", 4, "act is one of inform"),
        ("act:warn,shout", 9, "such as act:inform"),
        ("at 10:30", 3, "quote words with a colon"),
        ('"on ice"*', 0, "a star ends a single word"),
        ("foo(*", 0, "a star ends a single word"),
        ("channel:", 8, "lacks its value"),
        ('talks "on ice', 6, "close the quotation"),
        ("before:yesterday", 7, "is written before:2023-11-16"),
        ("on:2023-13", 3, "is written on:2023-11-16"),
        ("talks -", 6, "no word to look for"),
        (": x", 0, "no word to look for"),
    ],
)
def test_a_broken_query_tells_where_and_what_would_work(
    words: str, at: int, said: str
) -> None:
    with pytest.raises(QueryError, match=said) as caught:
        parse_query(words)
    assert caught.value.at == at
    assert f"character {at + 1} " in str(caught.value)


def test_blanks_are_no_query() -> None:
    assert parse_query(" \t\n").terms == ()


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
    ],
)
def test_a_year_or_month_is_all_its_days(value: str, start: str, end: str) -> None:
    days = days_of(value)
    assert (str(days.start), str(days.end)) == (start, end)


def test_no_field_stands_twice() -> None:
    assert len(set(FIELDS)) == len(FIELDS)
