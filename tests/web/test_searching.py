"""Searches as pages offer them."""

from hypothesis import given
from hypothesis import strategies as st

from backchannel.domain.kept import Page
from backchannel.domain.queries import DAYS, VALUES, Term, parse_query
from backchannel.web.searching import (
    Choice,
    count_documents,
    find_facets,
    write_query,
)

KNOWN = {"act": {"warn": 3, "deny": 2, "offer": 1}}
names = st.text(st.characters(exclude_characters='"', codec="utf-8"), min_size=1)
fields = st.one_of(
    *(
        st.builds(
            Term,
            st.just(field),
            st.lists(st.sampled_from(values), min_size=1).map(tuple),
            st.booleans(),
        )
        for field, values in VALUES.items()
    ),
    st.builds(
        Term,
        st.sampled_from(["from", "to", "via", "actor", "source", "outlet", "tag"]),
        st.lists(names.filter(str.strip), min_size=1).map(tuple),
        st.booleans(),
    ),
    st.builds(
        Term,
        st.just("words"),
        st.sampled_from(["missil*", '"ceasefire deal"', "talks"]).map(lambda w: (w,)),
        st.booleans(),
    ),
    st.builds(Term, st.sampled_from(DAYS), st.just(("2023-11",)), st.booleans()),
)


def choices(words: str) -> dict[str, Choice]:
    facets = find_facets(words, KNOWN, lambda asked: len(asked))
    return {one.value: one for facet in facets for one in facet.choices}


@given(st.lists(fields))
def test_a_written_search_is_read_as_it_was(terms: list[Term]) -> None:
    assert parse_query(write_query(terms)).terms == tuple(terms)


def test_a_choice_adds_its_value() -> None:
    assert choices("talks act:warn")["deny"].query == "talks act:warn,deny"


def test_a_choice_that_was_made_is_let_go() -> None:
    found = choices("act:warn talks")
    assert found["warn"].chosen
    assert found["warn"].query == "talks"


def test_what_must_not_hold_stays() -> None:
    assert choices("-act:warn")["deny"].query == "-act:warn act:deny"


def test_only_values_that_the_case_or_the_search_has_are_offered() -> None:
    assert list(choices("act:accuse")) == ["offer", "warn", "deny", "accuse"]


def test_without_another_condition_the_counts_are_those_of_the_case() -> None:
    facets = find_facets("act:warn", KNOWN, None)
    assert {one.value: one.count for one in facets[0].choices} == KNOWN["act"]


def test_where_counting_takes_too_long_nothing_is_counted() -> None:
    facets = find_facets("talks", KNOWN, None)
    assert {one.count for one in facets[0].choices} == {None}


def test_documents_are_not_counted_where_that_would_be_wrong() -> None:
    assert count_documents("talks", Page((), 5), lambda _: 3) == 3
    assert count_documents("-talks", Page((), 5), lambda _: 3) is None
    assert count_documents("on:2023-11-01", Page((), 5), lambda _: 3) is None
