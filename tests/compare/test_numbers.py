import pytest

from backchannel.compare.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("two dead", 2, "dead"),
        ("1,200 men", 1200, "men"),
        ("twenty-four months", 24, "month"),
        ("3.5 million barrels", 3_500_000, "barrel"),
        ("sixty of the sailors", 60, "sailor"),
        ("counts eleven", 11, ""),
    ],
)
def test_a_count_is_read_with_what_it_counts(
    text: str, value: float, unit: str
) -> None:
    (found,) = find_numbers(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    "text", ["on 6 March", "March 12", "in 2019", "by 10 pm", "B-52s", ""]
)
def test_days_hours_and_names_are_no_counts(text: str) -> None:
    assert find_numbers(text) == ()
