"""Reports written for training: words find their places, and mistakes are named."""

from pathlib import Path

import pytest

from training.written import FOLDER, ReportError, read_written, unannotated

HEAD = "=== test-1\ntitle: Word\noutlet: Wire\npublished: 2010-09-07\n---\n"
TEXT = (
    "Ankara warned Athens through NATO that, if the ship stayed, it would be towed, an"
    " official said. The minister said little. He said “We are calm. We wait”.\n"
)
SIGNALS = """---
* warned: threaten, intermediary
  from: Ankara = Turkey / TUR
  to: Athens = Greece / GRC
  via: NATO = NATO / NATO
  content: it would … towed
  if: if the ship stayed
  then: it would be towed
  by: an official = NATO official / anonymous
* He [said]: assure
  from: He = A. Minister / TUR
  content: We are calm. We wait
  time: said = 2010-09-01..2010-09-06
"""


def write(folder: Path, signals: str, text: str = TEXT) -> Path:
    path = folder / "test.txt"
    path.write_text(HEAD + text + signals, "utf-8")
    return path


def test_words_become_spans_of_the_text(tmp_path: Path) -> None:
    (record,) = read_written(write(tmp_path, SIGNALS))
    text = record["text"]
    first, second = record["signals"]

    def words(span: list[int]) -> str:
        return str(text[slice(*span)])

    assert words(first["trigger"]) == "warned"
    assert (first["act"], first["status"]) == ("threaten", "done")
    assert first["channel"] == "intermediary"
    assert words(first["content"]) == "it would be towed"
    assert words(first["condition"]) == "if the ship stayed"
    assert words(first["attribution"][0]["span"]) == "an official"
    assert first["attribution"][0]["kind"] == "anonymous"
    assert first["intermediary"][0]["side"] == "NATO"
    assert words(first["sentence"]).endswith("an official said.")
    assert second["trigger"][0] == text.index("He said") + 3
    days = second["time"]["start"], second["time"]["end"]
    assert days == ("2010-09-01", "2010-09-06")


def test_a_trigger_stands_next_to_its_content(tmp_path: Path) -> None:
    plain = "---\n* said: inform\n  from: He = A / TUR\n  content: We are … wait\n"
    (record,) = read_written(write(tmp_path, plain))
    assert record["signals"][0]["trigger"][0] == TEXT.index("He said") + 3


def test_words_of_communication_left_over_are_named(tmp_path: Path) -> None:
    (record,) = read_written(write(tmp_path, SIGNALS))
    left = list(unannotated(record))
    assert len(left) == 2  # the official's, and the minister's that says little
    assert "official said" in left[0]


@pytest.mark.parametrize(
    ("signals", "problem"),
    [
        ("---\n* shouted: warn\n  from: He = A / B\n", "trigger is not in the text"),
        ("---\n* warned: shout\n  from: He = A / B\n", "is no act, status or channel"),
        ("---\n* warned: warn\n", "no from: line"),
        ("---\n* warned: warn\n  from: Ankara = Turkey\n", "actor / side is wanted"),
        ("---\n* warned: warn\n  from: Rome = Italy / ITA\n", "not in the text: 'Rome"),
        ("---\n* warned: warn\n  from: He = A / B\n  time: He = soon\n", "YYYY-MM-DD"),
        ("---\n* warned: warn\n  sender: He = A / B\n", "no line is called 'sender'"),
        ("---\n* : inform\n  from: He = A / B\n", "no trigger before the colon"),
        ("---\n* warned: warn, deny\n  from: He = A / B\n", "'deny' is no act"),
        (
            "---\n* warned: warn\n  from: He = A / B\n  content: He\n  content: calm\n",
            "a second content: line",
        ),
        (
            "---\n* warned: warn\n  from: He = A / B\n  time: said = 2010-99-99\n",
            "YYYY-MM-DD",
        ),
        ("", "found 2 parts"),
    ],
)
def test_mistakes_are_named_with_their_place(
    tmp_path: Path, signals: str, problem: str
) -> None:
    with pytest.raises(ReportError, match=problem) as caught:
        list(read_written(write(tmp_path, signals)))
    assert "test.txt, test-1" in str(caught.value)


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, SIGNALS)
    path.write_text(path.read_text("utf-8").replace("2010-09-07", "2010-13-45"))
    with pytest.raises(ReportError, match="a day as YYYY-MM-DD"):
        list(read_written(path))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda p: p.stem)
def test_the_reports_of_the_project_follow_the_form(path: Path) -> None:
    records = list(read_written(path))
    assert records
    quiet = path.stem.startswith("quiet")
    assert any(record["signals"] for record in records) != quiet
