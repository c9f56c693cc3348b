"""Exchanges of a case, on both engines: kept, added to, judged by people."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import sqlalchemy as sa

from backchannel.case.case import Case
from backchannel.domain.errors import NotFound, SettingsError
from backchannel.domain.reading import Reading
from backchannel.domain.text import Document
from backchannel.reconstruct.claims import find_claims
from backchannel.reconstruct.forecasts import find_forecasts
from backchannel.store.database import Database
from tests.fakes import FakeReader

FIRST = (
    "Russia warned Iran about the missiles at Tartus. The harvest of dates was the best"
    " for many years, farmers in the south said on Friday."
)
SECOND = "Russia warned Iran about the missiles at Tartus, a diplomat recalled."
OTHER = "Kenya warned Chad of locusts."


class Thorough(FakeReader):
    """Reads claims and forecasts, too."""

    def read(self, document: Document) -> Reading:
        read = super().read(document)
        return Reading(
            document,
            read.signals,
            claims=find_claims(document, read.signals),
            forecasts=find_forecasts(document, read.signals),
        )


@pytest.fixture
def case(where: str) -> Iterator[Case]:
    with Case(where, who="Ana") as opened:
        yield opened


def add(case: Case, folder: Path, *texts: str, **told: Any) -> None:
    for number, text in enumerate(texts, 1):
        path = folder / f"{len(list(folder.iterdir()))}.jsonl"
        shown = {"published": f"2023-11-{number:02}", "outlet": f"Paper {number}"}
        path.write_text(json.dumps({"text": text, **shown, **told}), "utf-8")
        list(case.add([path], reader=Thorough()))


def grouped(case: Case) -> list[set[str]]:
    """Return the sentences of each exchange that several signals report."""
    case.group()
    return [{e.quote for e in told.entries} for told in case.exchanges().rows]


def signal(case: Case, words: str) -> str:
    return case.signals(words).rows[0].signal.id


def test_two_reports_of_one_warning_are_one_exchange(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, FIRST, SECOND, OTHER)
    case.group()
    [told] = case.exchanges().rows
    assert [account.outlets for account in told.exchange.accounts] == [
        ("Paper 1",),
        ("Paper 2",),
    ]
    assert str(told.exchange.because[0]).startswith("grouped because")
    assert case.exchanges(least=1).total == 2


def test_nothing_is_compared_twice(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, FIRST, OTHER)
    assert case.group() == 2
    assert case.group() == 0
    add(case, tmp_path, SECOND)
    assert case.group() == 1
    assert len(case.exchanges().rows) == 1


def test_documents_one_by_one_come_to_the_same_as_all_at_once(
    case: Case, tmp_path: Path
) -> None:
    for text in (FIRST, SECOND, OTHER):
        add(case, tmp_path, text, published="2023-11-01", outlet="Reuters")
        case.group()
    one_by_one = grouped(case)
    ids = [entry.signal.id for entry in case.signals().rows]
    for one in ids:
        case.reject(one)
    case.group()
    assert case.exchanges(least=1).total == 0
    for one in ids:
        case.undo(one)
    assert grouped(case) == one_by_one


def test_an_exchange_is_found_by_any_of_its_signals(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, FIRST, SECOND)
    case.group()
    [told] = case.exchanges().rows
    for entry in told.entries:
        assert case.exchange(entry.signal.id[:12]) == told
    assert case.exchange(told.exchange.id[:12]) == told
    with pytest.raises(NotFound):
        case.exchange("ffff")


def test_what_was_not_compared_yet_is_told(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, FIRST)
    with pytest.raises(NotFound, match="not compared"):
        case.exchange(signal(case, "harvest OR missiles".split(" OR ")[1]))


def test_a_search_picks_exchanges_by_their_signals(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, FIRST, SECOND, OTHER, OTHER.replace("of", "about"))
    case.group()
    assert case.exchanges("from:Kenya", least=1).total <= 2
    found = case.exchanges("diplomat").rows
    assert len(found) == 1
    assert len(found[0].entries) == 2  # the whole exchange, not what fits alone


def test_pages_do_not_overlap(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, FIRST, SECOND, OTHER)
    case.group()
    pages = [case.exchanges(least=1, limit=1, offset=at).rows for at in range(3)]
    assert [len(rows) for rows in pages] == [1, 1, 0]
    assert pages[0] != pages[1]


def test_what_a_person_parts_stays_apart_until_it_is_undone(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, FIRST, SECOND)
    case.group()
    one, other = (entry.signal.id for entry in case.exchanges().rows[0].entries)
    case.part_signals(one, other)
    assert grouped(case) == []
    add(case, tmp_path, OTHER)
    assert grouped(case) == []
    case.undo(one)
    assert len(grouped(case)) == 1


def test_what_a_person_groups_stays_together_and_says_so(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, FIRST, OTHER)
    case.group()
    case.group_signals(signal(case, "missiles"), signal(case, "locusts"))
    assert len(grouped(case)) == 1
    [told] = case.exchanges().rows
    assert str(told.exchange.because[0]) == "grouped because a person merged them"
    with pytest.raises(SettingsError):
        case.group_signals(signal(case, "missiles"), signal(case, "missiles"))


def test_a_rejected_signal_reports_nothing(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, FIRST, SECOND)
    assert len(grouped(case)) == 1
    case.reject(signal(case, "diplomat"))
    assert grouped(case) == []


def test_a_corrected_signal_is_compared_again(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, FIRST, SECOND, OTHER)
    case.group()
    case.correct(signal(case, "diplomat"), "act", "support")
    assert case.group() == 2  # it, and what it belonged with
    case.confirm(signal(case, "diplomat"))
    assert case.group() == 0


def test_a_document_that_is_taken_out_takes_its_account_along(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, FIRST, SECOND)
    case.group()
    case.remove(case.documents("diplomat").rows[0].document.id, reason="a test")
    assert case.group() == 1
    assert case.exchanges().total == 0
    assert case.exchanges(least=1).total == 1
    assert case.verify().problems == ()


def test_a_text_that_is_printed_again_is_one_account(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, FIRST, f"{FIRST} Ana", FIRST)
    case.group()
    [told] = case.exchanges().rows
    [account] = told.exchange.accounts
    assert account.outlets == ("Paper 1", "Paper 3", "Paper 2")
    assert len(account.copied) == 1


def test_an_empty_case_has_no_exchanges(case: Case, tmp_path: Path) -> None:
    add(case, tmp_path, "Nothing was said.")
    assert case.group() == 0
    assert case.exchanges().rows == ()
    assert case.conflicts() == ()
    assert case.links() == ()


CLAIMED = (
    "The army said 12 people were killed in Tartus. The rebels said 40 people were"
    " killed in Tartus. An attack could come within 48 hours, analysts said."
)


def test_claims_and_forecasts_are_kept_with_their_documents(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, CLAIMED)
    claims = case.claims()
    quotes = [
        claims.documents[claim.document].quote(claim.span)
        for group in claims.rows
        for claim in group.claims
    ]
    assert any("12 people were killed" in quote for quote in quotes)
    assert any("40 people were killed" in quote for quote in quotes)
    [judged] = case.forecasts().rows
    assert judged.forecast.window is not None
    assert case.verify().problems == ()
    case.remove(claims.rows[0].claims[0].document, reason="a test")
    assert case.claims().rows == ()


def test_what_is_followed_is_empty_in_a_case_of_one_plain_document(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, OTHER, published=None)
    assert case.red_lines().rows == ()
    assert case.actions().rows == ()
    assert case.escalation().ordered == ()
    assert [moment.days for moment in case.timeline().rows] == [None]


def test_a_bundle_of_a_whole_case_holds_what_was_found_across(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, FIRST, SECOND, CLAIMED)
    case.group()
    case.export(tmp_path / "all.zip")
    case.export(tmp_path / "some.zip", query="diplomat")
    with ZipFile(tmp_path / "all.zip") as archive:
        lines = archive.read("data/exchanges.jsonl").decode().splitlines()
        assert len(json.loads(lines[0])["accounts"]) == 2
        assert "data/claims.jsonl" in archive.namelist()
        assert b"data/forecasts.jsonl" in archive.read("SHA256SUMS")
    with ZipFile(tmp_path / "some.zip") as archive:
        assert "data/exchanges.jsonl" not in archive.namelist()


def test_a_selection_of_signals_leaves_claims_and_actions_out(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, f"{CLAIMED} {FIRST} France warned Spain of rain.")
    [whole] = case.each_document()
    [some] = case.each_document("from:France")
    assert whole.reading.claims
    assert some.reading.claims == ()


def test_damage_of_a_claim_is_told_and_hides_nothing_else(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, CLAIMED)
    database = Database(case.where, write=True)
    with database.writing() as connection:
        connection.execute(
            sa.text("UPDATE derived SET record = '{}' WHERE kind = 'claims'")
        )
        connection.execute(
            sa.text("UPDATE derived SET id = 'other' WHERE kind = 'forecasts'")
        )
    database.close()
    problems = case.verify().problems
    assert any(p.startswith("claim ") and "cannot be read" in p for p in problems)
    assert any(p.startswith("forecast other") for p in problems)


LONG = (
    f"{FIRST} The minister spoke for an hour in the great hall of the old palace."
    " A second paragraph told of the fleet that lay at anchor in the bay."
)


def test_a_copy_that_is_older_changes_nothing_of_what_was_grouped(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, LONG, published="2023-11-05")
    case.group()
    add(case, tmp_path, f"{LONG} Ana", published="2023-11-01")
    case.group()
    [told] = case.exchanges(least=1).rows
    assert len(told.exchange.signals) == 2
    assert case.exchange(told.exchange.id) == told
    add(case, tmp_path, OTHER)
    case.group()
    assert told.exchange.id in {one.exchange.id for one in case.exchanges(least=1).rows}


def test_a_copy_that_a_person_parts_is_an_account_of_its_own(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, LONG, f"{LONG} Ana")
    case.group()
    [told] = case.exchanges().rows
    case.part_signals(*told.exchange.signals)
    case.group()
    assert case.exchanges(least=1).total == 2


def test_what_was_settled_is_undone_by_either_signal(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, FIRST, SECOND)
    case.group()
    ends = [entry.signal.id for entry in case.exchanges().rows[0].entries]
    case.part_signals(*ends)
    for one in ends:
        assert [review.action.value for review in case.history(one)] == ["apart"]
    case.undo(max(ends))
    assert len(grouped(case)) == 1
    case.note(ends[0], "as told")
    case.undo(ends[0])
    assert case.group() == 0


def test_what_another_copy_of_the_case_settled_holds_after_merging(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, FIRST, OTHER)
    case.group()
    theirs = tmp_path / "theirs.db"
    with Case(theirs, who="Bob") as other:
        for number, words in enumerate((FIRST, OTHER), 1):
            shown = {"published": f"2023-11-{number:02}", "outlet": f"Paper {number}"}
            path = tmp_path / f"theirs-{number}.jsonl"
            path.write_text(json.dumps({"text": words, **shown}), "utf-8")
            list(other.add([path], reader=Thorough()))
        other.group()
        other.group_signals(signal(other, "missiles"), signal(other, "locusts"))
    case.merge(theirs)
    assert len(grouped(case)) == 1


def test_a_rejected_signal_leaves_the_claims_of_others(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, f"{CLAIMED} France warned Spain of rain.")
    before = len(case.claims().rows)
    case.reject(signal(case, "from:France"))
    assert len(case.claims().rows) == before > 0


def test_documents_without_claims_take_those_of_another_copy(
    case: Case, tmp_path: Path
) -> None:
    add(case, tmp_path, CLAIMED)
    theirs = tmp_path / "theirs.db"
    with Case(theirs) as other:
        path = tmp_path / "claimed.jsonl"
        path.write_text(json.dumps({"text": CLAIMED}), "utf-8")
        list(other.add([path], reader=Thorough()))
    database = Database(case.where, write=True)
    with database.writing() as connection:
        connection.execute(sa.text("DELETE FROM derived"))
    database.close()
    assert case.claims().rows == ()
    case.merge(theirs)
    assert case.claims().rows != ()
