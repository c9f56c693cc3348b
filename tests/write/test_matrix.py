import io
import shutil

import pytest
from rich.console import Console

from backchannel.domain.comparisons import Comparison
from backchannel.write.matrix import lay_out, write_matrix
from tests.compare.test_grouping import denial, threat
from tests.compare.test_matrix import WARNED, account, matrix


def printed(comparison: Comparison) -> str:
    stream = io.StringIO()
    write_matrix(comparison, stream)
    return stream.getvalue()


@pytest.fixture(params=[40, 80, 100, 140], ids=lambda width: f"{width} columns")
def width(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("COLUMNS", str(request.param))
    return int(shutil.get_terminal_size().columns)


def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = printed(matrix(threat(), denial())).split("\n")
    assert max(map(len, lines)) <= width


def test_no_finding_rests_on_colour_alone(width: int) -> None:
    found = " ".join(printed(matrix(threat(), denial())).split())
    for told in ("✗ contradicts 2", "= agrees with 1", "– silent", "only here"):
        assert told in found


def test_accounts_without_room_stand_in_blocks_below(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    accounts = [account(f"d{n}", f"{WARNED} {n} times.") for n in range(5)]
    assert printed(matrix(*accounts)).count("\nsender") == 3


def test_the_sentences_are_quoted_with_the_act_in_brackets(width: int) -> None:
    found = printed(matrix(threat(), denial()))
    assert "[threatened]" in found
    assert "[passed no threat]" in " ".join(found.split())


def test_it_says_why_they_are_one_exchange() -> None:
    assert "grouped because a person merged them" in printed(matrix(threat(), denial()))


def test_what_was_left_unsaid_is_quoted_with_its_rule() -> None:
    silent = account("d1", f"{WARNED}.", "Iraq gave no reason.")
    found = printed(matrix(silent, account("d2", WARNED)))
    assert "left unsaid: Iraq gave no reason. (words for “gave no reason”" in found


def test_characters_that_act_are_made_visible() -> None:
    acting = account("d1\x1b[2J", f"{WARNED}\x1b[2J of [content\x1b \x9bred].")
    assert not {"\x1b", "\x9b"} & set(printed(matrix(acting)))


def test_long_contents_are_cut_in_the_matrix_and_quoted_in_full() -> None:
    content = " ".join(f"word{n}" for n in range(60))
    found = printed(matrix(account("d1", f"{WARNED} that [content {content}].")))
    assert "[…]" in found
    assert "word59" in found


def test_with_colour_the_act_needs_no_brackets() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, color_system="truecolor")
    with console.capture() as shown:
        console.print(lay_out(matrix(threat()), console))
    assert "[threatened]" not in shown.get()
