import json

from backchannel.write.matrix_form import comparison_form
from tests.compare.test_grouping import denial, threat
from tests.compare.test_matrix import WARNED, account, matrix


def test_the_form_is_json() -> None:
    form = comparison_form(matrix(threat(), denial()))
    assert json.loads(json.dumps(form)) == form


def test_every_passage_quotes_its_document() -> None:
    comparison = matrix(threat(), denial())
    texts = [column.document.text for column in comparison.columns]
    passages = [
        (text, passage)
        for row in comparison_form(comparison)["rows"]
        for text, cell in zip(texts, row["cells"], strict=True)
        for value in cell["values"]
        for passage in value["passages"]
    ]
    assert passages
    for text, passage in passages:
        start, end = passage["span"]
        assert text[start:end] == passage["quote"]


def test_a_row_says_what_was_found_and_of_which_accounts() -> None:
    form = comparison_form(matrix(threat(), denial()))
    (status,) = (row for row in form["rows"] if row["field"] == "status")
    assert status["finding"] == "contradicts"
    assert status["cells"][0]["remarks"] == [
        {
            "account": 1,
            "finding": "contradicts",
            "reason": "one says done, the other that it did not happen",
        }
    ]


def test_an_account_has_its_outlets_copies_and_signals() -> None:
    original, copy = threat("d1"), threat("d2")
    first = comparison_form(matrix(original, copy, denial("d3")))["accounts"][0]
    assert first["outlets"] == ["The d1 Times", "The d2 Times"]
    assert (first["copies"], first["signals"]) == (["d2"], [original[0].signal.id])


def test_days_are_told_as_such() -> None:
    form = comparison_form(matrix(threat()))
    (time,) = (row for row in form["rows"] if row["field"] == "time")
    (value,) = time["cells"][0]["values"]
    assert (value["words"], value["days"]) == ("Monday", ["2001-03-05", "2001-03-05"])


def test_what_was_left_unsaid_has_its_rule() -> None:
    silent = account("d1", f"{WARNED}.", "Iraq gave no reason.")
    form = comparison_form(matrix(silent))
    (gaps,) = (row for row in form["rows"] if row["field"] == "gaps")
    (value,) = gaps["cells"][0]["values"]
    assert value["rule"] == "words for “gave no reason”: “gave no reason”"


def test_it_says_why_the_accounts_are_one_exchange() -> None:
    (why,) = comparison_form(matrix(threat(), denial()))["exchange"]["because"]
    assert why["words"] == "grouped because a person merged them"
