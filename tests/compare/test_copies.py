from backchannel.compare.copies import Copies, report_key
from backchannel.domain.text import Document
from tests.compare.told import told

FIRST = (
    "Iran has warned Iraq through Oman that any flight would be met with missiles.",
    "Two diplomats in Muscat, who asked not to be named, spoke of it on Monday.",
    "The foreign ministry in Baghdad did not answer the telephone all morning.",
    "Oil prices rose by a dollar on the news before they fell again at noon.",
    "It was the third such message within a month, one of the diplomats added.",
)
OTHER = "Kenya has received an envoy from Oman, who stayed for the whole weekend."


def text(id: str, *sentences: str) -> Document:
    return Document(id, " ".join(sentences))


def test_the_same_text_is_a_copy() -> None:
    copies = Copies()
    assert copies.find(text("d1", *FIRST)) is None
    assert copies.find(text("d2", *FIRST)) == "d1"


def test_a_text_with_one_sentence_changed_is_a_copy() -> None:
    copies = Copies()
    copies.find(text("d1", *FIRST))
    assert copies.find(text("d2", *FIRST[:4], OTHER)) == "d1"


def test_a_text_that_takes_over_a_sentence_is_no_copy() -> None:
    copies = Copies()
    copies.find(text("d1", *FIRST))
    assert copies.find(text("d2", FIRST[0], OTHER)) is None


def test_a_text_without_a_long_sentence_is_no_copy() -> None:
    copies = Copies()
    copies.find(text("d1", "He did not elaborate."))
    assert copies.find(text("d2", "He did not elaborate.")) is None


def test_a_signal_has_the_key_of_its_copy() -> None:
    sentence = "[sender Iran] [trigger warned] [recipient Iraq]."
    (one,), (other,) = told(sentence, id="d1"), told(sentence, id="d2")
    assert report_key(one) == report_key(other)
