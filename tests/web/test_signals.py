"""The screens of signals and documents."""

import csv
import io
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from backchannel.case.case import Case
from backchannel.web import signals
from tests.web.showing import DOCUMENTS, FIRST, fill, visitor


def plain(page: str) -> str:
    """Return a page as it reads."""
    return " ".join(re.sub(r"<[^>]+>", "", page).split())


def test_a_row_shows_the_quote_with_its_trigger_marked(client: TestClient) -> None:
    page = client.get("/signals", params={"q": "outlet:Harbour"}).text
    assert re.search(r'Russia <mark class="trigger menace">warned</mark> Iran', page)
    assert "2023-11-01" in page
    assert "Harbour Wire" in page


def test_searched_words_are_marked(client: TestClient) -> None:
    page = client.get("/signals", params={"q": "missiles"}).text
    assert '<mark class="hit">missiles</mark>' in page


def test_counts_go_from_documents_to_exchanges(client: TestClient) -> None:
    page = plain(client.get("/signals", params={"q": "missiles"}).text)
    assert "2 documents → 2 signals → 1 exchange " in page


def test_documents_of_a_search_by_days_are_those_of_its_signals(
    client: TestClient,
) -> None:
    page = plain(client.get("/signals", params={"q": "-missiles"}).text)
    assert "1 document → 1 signal → 1 exchange " in page


def test_a_choice_is_a_search_of_its_own(client: TestClient) -> None:
    page = client.get("/signals", params={"q": "missiles"}).text
    assert 'href="/signals?q=missiles+act%3Awarn"' in page
    chosen = client.get("/signals", params={"q": "missiles act:warn"}).text
    assert re.search(r'href="/signals\?q=missiles" aria-current="true"', chosen)


def test_a_large_case_has_facets_without_counts(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched = {"q": "missiles"}
    warn = r"<span>warn</span>\s*<span class=.count.>2<"
    assert re.search(warn, client.get("/signals", params=searched).text)
    monkeypatch.setattr(signals, "COUNTED", 0)
    page = client.get("/signals", params=searched).text
    assert "<span>warn</span>" in page
    assert 'class="count"' not in page


def test_a_long_list_is_turned(tmp_path: Path) -> None:
    texts = [{"text": f"Russia warned Iran about case {n}."} for n in range(60)]
    fill(tmp_path / "long.db", texts, group=False)
    client = visitor(tmp_path / "long.db")
    first, second = client.get("/signals").text, client.get("/signals?page=2").text
    assert "1–50 of 60" in first
    assert '<a rel="next" href="/signals?page=2">' in first
    assert "51–60 of 60" in second
    assert '<a rel="prev" href="/signals">' in second


def test_signals_that_were_not_compared_are_told(tmp_path: Path) -> None:
    fill(tmp_path / "new.db", DOCUMENTS[:1], group=False)
    page = plain(visitor(tmp_path / "new.db").get("/signals").text)
    assert "1 signal came since and is not compared" in page


def test_json_holds_every_signal_of_the_search(client: TestClient) -> None:
    found = client.get("/signals.json", params={"q": "missiles"}).json()
    assert found["total"] == 2
    assert {row["act"] for row in found["rows"]} == {"warn"}


def test_csv_holds_every_signal_of_the_search(client: TestClient) -> None:
    answer = client.get("/signals.csv", params={"q": "missiles"})
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    assert [row["senders"] for row in rows] == ["Russia", "Russia"]
    assert 'filename="signals.csv"' in answer.headers["content-disposition"]


def test_documents_are_listed_with_their_signals(client: TestClient) -> None:
    page = plain(client.get("/documents", params={"q": "locusts"}).text)
    assert "2023-11-03 Locusts Potomac Dispatch 1" in page
    assert client.get("/documents.json").json()["total"] == len(DOCUMENTS)
    assert client.get("/documents.csv").text.count("\r\n") == len(DOCUMENTS) + 1


def test_reader_shows_the_text_with_its_passages(
    client: TestClient, shared_case: Path
) -> None:
    with Case(shared_case) as case:
        entry = case.signals("outlet:Harbour").rows[0]
    page = client.get(f"/documents/{entry.document.id}").text
    assert '<span class="piece sender">Russia</span>' in page
    assert '<span class="piece recipient">Iran</span>' in page
    assert f'href="#s{entry.signal.id}"' not in page
    assert FIRST in plain(page).replace("warned1", "warned")
    assert "<summary>why</summary>" in page
    assert '<a href="https://harbour.example/a" rel="noreferrer' in page


def test_reader_picks_out_one_signal(client: TestClient, shared_case: Path) -> None:
    with Case(shared_case) as case:
        entry = case.signals("outlet:Harbour").rows[0]
    document, signal = entry.document.id, entry.signal.id
    page = client.get(f"/documents/{document}", params={"signal": signal}).text
    assert '<span class="piece sender on is-sender">' in page
    assert f'<li class="signal on" id="s{signal}">' in page


def test_reader_greys_furniture_and_says_why_nothing_was_read(tmp_path: Path) -> None:
    french = "Le ministre a déclaré que la réunion aurait lieu dans la capitale. " * 4
    fill(tmp_path / "french.db", [{"text": french}])
    with Case(tmp_path / "french.db") as case:
        document = case.documents().rows[0].document.id
    page = visitor(tmp_path / "french.db").get(f"/documents/{document}").text
    assert "This text was not read: language is French." in page


def test_a_document_is_given_to_programs(client: TestClient, shared_case: Path) -> None:
    with Case(shared_case) as case:
        document = case.documents("locusts").rows[0].document
    form = client.get(f"/documents/{document.id}.json").json()
    assert form["text"] == document.text
    assert client.get(f"/documents/{document.id}.csv").text.count("\r\n") == 2
