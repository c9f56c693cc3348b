"""Red lines and forecasts take the form of links.json and are held against it."""

from backchannel.domain.reading import Reading
from backchannel.domain.signals import Act
from backchannel.reconstruct.forecasts import find_forecasts
from eval.lines_and_forecasts import find, links_form, states, windows
from tests.compare.told import told


def reading() -> Reading:
    entries = told(
        (
            "[sender Iran] [trigger threatened] to close the strait"
            " [condition if Iraq bombs the port].",
            {"act": Act.THREATEN},
        ),
        "[sender Kenya] [trigger said] the ferry is expected to sail on 9 March 2001.",
    )
    document = entries[0].document
    signals = tuple(entry.signal for entry in entries)
    return Reading(document, signals, forecasts=find_forecasts(document, signals))


def test_a_red_line_names_its_signal_and_quotes_its_condition() -> None:
    (line,) = links_form(find([reading()]))["red_lines"]
    assert line["signal"] == f"d1/{reading().signals[0].id}"
    assert line["condition"] == "if Iraq bombs the port"
    assert (line["drawn_by"], line["state"]) == (["Iran"], "open")


def test_a_forecast_has_its_words_and_its_days() -> None:
    (forecast,) = links_form(find([reading()]))["forecasts"]
    assert "sail on 9 March" in forecast["quote"]
    assert (forecast["to"], forecast["outcome"]) == ("2001-03-09", "unresolved")


def test_states_are_compared_where_the_signal_is_the_same() -> None:
    links = {
        "red_lines": [
            {"signal": "d1/mine", "state": "open"},
            {"signal": "d1/other", "state": "open"},
        ]
    }
    gold = {
        "red_lines": [
            {"signal": "d1/s1", "state_in_corpus": "withdrawn"},
            {"signal": "d1/s2", "state_in_corpus": "open"},
        ]
    }
    assert list(states(gold, links, {"d1/mine": "d1/s1"})) == [("withdrawn", "open")]


def test_a_line_that_gold_gives_no_state_is_open() -> None:
    gold = {"red_lines": [{"signal": "d1/s1"}]}
    links = {"red_lines": [{"signal": "d1/s1", "state": "lapsed"}]}
    assert list(states(gold, links, {})) == [("open", "lapsed")]


def test_windows_are_compared_of_forecasts_that_share_their_words() -> None:
    wanted = {"document": "d1", "quote": "rain by May", "from": "2001-03-05"}
    given = {"document": "d1", "quote": "expected rain by May", "from": "2001-03-05"}
    gold = {"forecasts": [{**wanted, "to": "2001-05-01"}]}
    links = {"forecasts": [{**given, "to": None}]}
    elsewhere = {"forecasts": [{**given, "to": None, "document": "d2"}]}
    assert list(windows(gold, links)) == [(True, False)]
    assert list(windows(gold, elsewhere)) == []
