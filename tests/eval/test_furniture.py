import pytest

from backchannel.domain.text import Document, Span
from eval.furniture import ingest, is_lost, score_characters, score_lines
from eval.parts import Agreement

TEXT = "Home\nA caption\nThe minister warned them.\nTags\nTags\n"


def document(*furniture: str) -> Document:
    spans = [Span(TEXT.index(f), TEXT.index(f) + len(f)) for f in furniture]
    return Document("d", TEXT, furniture=tuple(spans))


def test_lines_are_compared_and_captions_left_out() -> None:
    read = document("Home", "A caption", "The minister warned them.")
    found = score_lines(read, {"Home", "Tags"}, {"A caption"})
    assert found == Agreement(1, 2, 3)


def test_characters_weigh_lines_by_their_length() -> None:
    read = document("Home", "The minister warned them.")
    assert score_characters(read, {"Home", "Tags"}, set()) == Agreement(4, 29, 12)


def test_a_wanted_line_that_is_not_there_is_a_bug_of_the_list() -> None:
    with pytest.raises(ValueError, match="no line 'Sport'"):
        score_lines(document(), {"Sport"}, set())


def test_a_signal_is_lost_where_its_trigger_is_furniture() -> None:
    start = TEXT.index("warned")
    signal = {"trigger": [start, start + 6]}
    assert is_lost(signal, document("The minister warned them."))
    assert not is_lost(signal, document("Home"))


def test_gold_documents_are_ingested_like_files() -> None:
    text = "Home | News | Sport\nThe minister warned them on Friday, he said.\n"
    (read,) = ingest([{"id": "d", "text": text, "outlet": "Reuters"}])
    assert [read.quote(part) for part in read.furniture] == ["Home | News | Sport"]
    assert read.appearance.outlet is None
