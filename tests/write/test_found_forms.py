import json
from typing import Any

import pytest
from hypothesis import given

from backchannel.domain.exchanges import (
    Account,
    Exchange,
    Finding,
    Kind,
    Link,
    Relation,
)
from backchannel.domain.kept import Entry
from backchannel.domain.reading import Reading
from backchannel.domain.text import Document
from backchannel.write.found_exchanges import Beside, Dispute
from backchannel.write.found_forms import (
    claim_group_form,
    exchange_form,
    judged_form,
    link_form,
    moment_form,
    quoted_action_form,
    red_line_form,
    tally_form,
    verdict_form,
)
from tests.write.found import (
    action,
    conflict,
    entries,
    exchange,
    judged,
    moment,
    quarrel,
    quoted_forms,
    red_line,
    tally,
    warned,
)
from tests.write.strategies import readings

LEFT, RIGHT = warned("d1", outlet="The Courier"), warned("d2")
BOTH = entries(LEFT, RIGHT)
TEXTS = {"d1": LEFT[0].document, "d2": RIGHT[0].document}


def _all() -> list[tuple[str, Any, dict[str, Document]]]:
    line, judgement, deed, told, group = (
        red_line(),
        judged(),
        action(),
        moment(),
        quarrel(),
    )
    clash = conflict(LEFT[0], RIGHT[0], Finding.CONTRADICTS)
    return [
        ("exchange", exchange_form(exchange(LEFT, RIGHT), BOTH), TEXTS),
        ("verdict", verdict_form(clash, BOTH), TEXTS),
        ("claims", claim_group_form(*group), group[1]),
        ("red line", red_line_form(*line), line[1]),
        ("forecast", judged_form(*judgement), judgement[1]),
        ("action", quoted_action_form(*deed), deed[1]),
        ("moment", moment_form(*told), told[1]),
    ]


@pytest.mark.parametrize(
    ("form", "texts"), [one[1:] for one in _all()], ids=[one[0] for one in _all()]
)
def test_words_stand_where_the_form_says(form: Any, texts: dict[str, Document]) -> None:
    found = [one for one in quoted_forms(form) if isinstance(one["quote"], str)]
    quotes = {
        one["quote"]: [
            text.text[slice(*one["span"])] == one["quote"] for text in texts.values()
        ]
        for one in found
    }
    assert all(any(places) for places in quotes.values())


@pytest.mark.parametrize("form", [one[1] for one in _all()])
def test_a_form_is_json(form: Any) -> None:
    assert json.loads(json.dumps(form, allow_nan=False)) == form


def test_an_exchange_tells_its_summary_before_its_accounts() -> None:
    form = exchange_form(exchange(LEFT, RIGHT), BOTH)
    assert (form["kind"], form["act"]) == ("message", "warn")
    assert form["sender"] == [{"actor": "Iran", "side": "IRN"}]
    assert (form["days"], form["by_document"]) == (["2001-03-05"] * 2, True)
    assert form["outlets"] == ["The Courier"]
    assert (form["dispute"], form["links"]) == ("none", [])


def test_each_account_holds_its_signals_with_every_passage_quoted() -> None:
    account = exchange_form(exchange(LEFT, RIGHT), BOTH)["accounts"][0]
    told = {one["field"]: one["quote"] for one in account["signals"][0]["passages"]}
    assert told == {
        "sentence": "Iran warned Iraq of a reply.",
        "trigger": "warned",
        "sender": "Iran",
        "recipient": "Iraq",
        "content": "a reply",
    }


def test_an_exchange_says_why_it_was_grouped() -> None:
    (because,) = exchange_form(exchange(LEFT, RIGHT), BOTH)["because"]
    assert because["words"] == "grouped because it is the same act"
    assert because["shares"][0]["points"] == 1.5


def test_an_exchange_tells_what_stands_beside_it() -> None:
    one = exchange(LEFT)
    link = Link(one.id, Relation.ANSWERS, "1f", "its words say so")
    form = exchange_form(one, BOTH, Beside(Dispute.WITHIN, (link,)))
    assert form["dispute"] == "in conflict"
    assert form["links"] == [link_form(link)]
    assert form["links"][0]["relation"] == "answers"


def test_a_verdict_quotes_both_sides_of_each_field() -> None:
    form = verdict_form(conflict(LEFT[0], RIGHT[0], Finding.CONTRADICTS), BOTH)
    (field,) = form["fields"]
    assert (form["finding"], field["finding"]) == ("contradicts", "contradicts")
    assert [one["quote"] for one in field["left"] + field["right"]] == ["warned"] * 2
    assert form["left"]["outlet"] == "The Courier"
    assert form["right"]["outlet"] is None


def test_claims_hold_their_sources_and_what_rules_what_out() -> None:
    form = claim_group_form(*quarrel())
    assert form["finding"] == "contradicts"
    assert [one["polarity"] for one in form["claims"]] == ["asserted", "denied"]
    assert form["claims"][0]["sources"][0]["quote"] == "clerk d1"
    assert form["claims"][0]["by"]["quote"] == "Arland"
    assert form["verdicts"][0]["left_words"]["quote"] == "Arland burned the mill"


def test_a_red_line_changes_its_state_with_a_quote() -> None:
    form = red_line_form(*red_line())
    (change,) = form["changes"]
    assert form["state"] == change["state"] == "acted on"
    assert change["evidence"]["quote"] == "closed the strait"
    assert change["evidence"]["document"] == "d2"
    assert form["deadline"]["quote"] == "by Friday"


def test_what_a_red_line_leaves_unsaid_is_null() -> None:
    form = red_line_form(*red_line(known=False))
    assert (form["consequence"], form["deadline"]) == (None, None)
    assert (form["against"], form["changes"], form["state"]) == ([], [], "open")
    assert (form["outlet"], form["published"]) == (None, None)


def test_a_forecast_shows_its_outcome() -> None:
    form = judged_form(*judged())
    assert (form["outcome"], form["evidence"]["document"]) == ("borne out", "d2")
    assert form["window"]["quote"] == "within days"
    assert [one["quote"] for one in form["hedges"]] == ["could"]


def test_what_a_forecast_leaves_open_is_null() -> None:
    form = judged_form(*judged(known=False))
    assert (form["by"], form["window"], form["evidence"]) == (None, None, None)
    assert form["days"] == [None, None]


def test_an_action_quotes_who_whom_where_and_on_whose_word() -> None:
    form = quoted_action_form(*action())
    assert [form[role][0]["quote"] for role in ("actor", "target")] == [
        "Arland",
        "Belmark",
    ]
    assert (form["place"]["quote"], form["time"]["quote"]) == ("Cape Dun", "on Monday")
    assert form["attribution"][0]["quote"] == "pilots"


def test_a_tally_tells_its_mean_and_all_that_was_counted() -> None:
    form = tally_form(tally())
    assert (form["score"], form["mean"], form["day"]) == (-10.2, -5.1, "2001-03-05")
    assert (form["signals"], form["actions"]) == (["s1", "s2"], ["a1"])


def test_a_tally_without_a_day_has_none() -> None:
    assert tally_form(tally(day=None))["day"] is None


def test_a_moment_without_days_has_none() -> None:
    form = moment_form(*moment(days=None, status=None))
    assert (form["days"], form["status"]) == (None, None)


def test_a_document_that_was_not_given_is_named() -> None:
    line, _ = red_line()
    with pytest.raises(KeyError, match="d1"):
        red_line_form(line, {})


@given(readings().filter(lambda reading: reading.signals))
def test_every_passage_of_any_exchange_is_quoted_from_its_place(
    reading: Reading,
) -> None:
    signal, document = reading.signals[0], reading.document
    found = Exchange(Kind.CONTACT, (Account(document.id, (signal.id,)),))
    form = exchange_form(found, {signal.id: Entry(signal, document)})
    told = form["accounts"][0]["signals"][0]["passages"]
    assert len(told) == len(list(signal.passages()))
    for one in told:
        assert document.text[slice(*one["span"])] == one["quote"]
