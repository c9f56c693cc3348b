from backchannel.domain.text import Span
from backchannel.resolve.page import lay_out


def test_a_quotation_holds_its_marks() -> None:
    assert lay_out("He said: “No.” Then he left.").quotations == (Span(9, 14),)


def test_a_quotation_never_closed_ends_with_its_paragraph() -> None:
    text = "“We wait.\n“And we hope.”"
    assert lay_out(text).quotations == (Span(0, 10), Span(10, 24))


def test_no_quotation_is_around_plain_words() -> None:
    assert lay_out("“No,” he said.").quotation_at(8) is None


def test_offsets_between_sentences_belong_to_the_one_before() -> None:
    assert lay_out("One. Two.").sentence_number(4) == 0
