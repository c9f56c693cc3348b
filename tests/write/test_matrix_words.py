import pytest

from backchannel.domain.comparisons import Comparison
from backchannel.domain.exchanges import Finding
from backchannel.domain.signals import Act, Channel
from backchannel.write import matrix_words as words
from tests.compare.test_grouping import denial, threat, visit
from tests.compare.test_matrix import WARNED, account, matrix, row


def cell(comparison: Comparison, field: str, place: int = 0) -> list[str]:
    return [told for _, told in words.cell_findings(row(comparison, field), place)]


@pytest.mark.parametrize(
    ("places", "told"), [([0], "1"), ([0, 1], "1, 2"), ([4, 0, 2, 3], "1, 3–5")]
)
def test_accounts_are_numbered_from_one_and_runs_told_as_such(
    places: list[int], told: str
) -> None:
    assert words.numbers(places) == told


def test_a_cell_says_whom_it_contradicts_and_whom_it_agrees_with() -> None:
    again = account("d3", f"{WARNED} then, of something else")
    found = matrix(threat(), denial(), again)
    told = [cell(found, "status", place) for place in range(3)]
    assert ["✗ contradicts 3", "= agrees with 2"] in told


def test_every_finding_has_a_symbol_of_its_own() -> None:
    assert len(set(words.SYMBOLS.values())) == len(Finding)


def test_what_only_one_tells_is_marked() -> None:
    assert cell(matrix(threat(), visit()), "intermediary") == [words.ALONE]


def test_an_account_without_a_source_is_the_outlets_own() -> None:
    told_by = f"[source A diplomat] said {WARNED}"
    found = matrix(account("d1", WARNED), account("d2", told_by))
    assert words.silence_words(row(found, "attribution"), 0)
    assert words.word(found.columns[0]) == "its own report"
    assert words.word(found.columns[1]) == "on the word of “A diplomat”"


def test_findings_come_with_the_gravest_first_and_reasons() -> None:
    first = next(words.findings(matrix(threat(), denial())))
    assert (first.field, first.who) == ("status", "1 contradicts 2")
    assert first.reason == "one says done, the other that it did not happen"


def test_plain_agreement_is_no_finding_of_its_own() -> None:
    found = matrix(account("d1", WARNED), account("d2", f"{WARNED} then"))
    assert list(words.findings(found)) == []


def test_confirmation_by_an_adversary_is_a_finding() -> None:
    confirmed = ("[sender Iraq] [trigger confirmed] it", {"act": Act.CONFIRM})
    found = matrix(account("d1", WARNED), account("d2", confirmed))
    assert "confirmed by the other side" in [f.reason for f in words.findings(found)]


def test_a_message_is_called_by_its_ends() -> None:
    title = words.title(matrix(threat(), denial()))
    assert title == "message from Iran (IRN) to Iraq (IRQ)"


def test_a_contact_is_called_by_its_parties() -> None:
    assert words.title(matrix(visit())) == "contact: Kenya (KEN), Oman (OMN)"


def test_the_summary_says_in_what_they_contradict_each_other() -> None:
    told = words.summary(matrix(threat(), denial()))
    assert told == "2 accounts: they contradict each other in status"


def test_the_summary_of_one_account_says_so() -> None:
    assert words.summary(matrix(threat())) == "1 account: nothing to compare with"


def test_the_words_that_name_the_act_are_not_told_again() -> None:
    found = matrix(threat(), denial())
    status, act = row(found, "status"), row(found, "act")
    (value,) = act.cells[0].values
    assert words.other_words(found, act, 0, value) == ("threatened",)
    assert words.other_words(found, status, 0, status.cells[0].values[0]) == ()


def test_words_of_time_stand_beside_their_days() -> None:
    found = matrix(threat())
    time = row(found, "time")
    (value,) = time.cells[0].values
    assert words.value_words(value) == "5 March 2001"
    assert words.other_words(found, time, 0, value) == ("Monday",)


def test_of_many_outlets_the_first_are_named() -> None:
    found = matrix(*(threat(f"d{n:02}") for n in range(12)))
    assert words.outlets(found.columns[0]).endswith("The d07 Times and 4 more")


def test_why_accounts_are_one_exchange_is_told_by_their_numbers() -> None:
    (told,) = words.because(matrix(threat(), denial()))
    assert told == "1 and 2: grouped because a person merged them"


def test_two_signals_of_one_account_say_so() -> None:
    (told,) = words.because(matrix(account("d1", WARNED, f"{WARNED} again")))
    assert told.startswith("two signals of 1: grouped because")


def test_a_sentence_quoted_anyway_is_not_told_again_as_unsaid() -> None:
    silent = account("d1", f"{WARNED} without naming a date.", "Iraq gave no reason.")
    found = matrix(silent, account("d2", (WARNED, {"channel": Channel.CALL})))
    assert [v.words for v in words.unsaid(found, 0)] == ["Iraq gave no reason."]


def test_the_pieces_of_a_sentence_are_the_sentence() -> None:
    (column,) = matrix(threat()).columns
    pieces = list(words.pieces(column, column.sentences[0]))
    assert "".join(piece for piece, _ in pieces) == column.entries[0].quote
    assert [piece for piece, marked in pieces if marked] == ["threatened"]


def test_of_many_reasons_for_one_finding_the_first_are_told() -> None:
    counts = f"{WARNED} that [content {{}} ships sank]"
    found = matrix(*(account(f"d{n}", counts.format(n)) for n in range(3, 9)))
    told = [one for one in words.findings(found) if one.field == "numbers"]
    assert (len(told), told[-1].who) == (9, "7 more")
