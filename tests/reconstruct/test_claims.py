"""Claims are found with who makes them, and quote their words."""

from datetime import date

from backchannel.domain.claims import Claim, ClaimKind, Polarity
from backchannel.domain.kept import Entry
from backchannel.domain.signals import Act, Interval
from backchannel.domain.text import Appearance, Document, Span, Stated
from backchannel.reconstruct.claims import find_claims
from tests.compare.told import told


def document(text: str) -> Document:
    published = Stated(date(2001, 3, 5), "input")
    return Document("d1", text, appearance=Appearance(published=published))


def claims(text: str) -> list[tuple[str, list[str]]]:
    """Return the words and the sources of each claim."""
    read = document(text)
    return [
        (read.quote(one.span), [read.quote(t.span) for t in one.sources])
        for one in find_claims(read)
    ]


def only(text: str) -> Claim:
    (found,) = find_claims(document(text))
    return found


def of(entry: Entry) -> tuple[Claim, ...]:
    return find_claims(entry.document, [entry.signal])


def test_two_accounts_in_one_sentence_are_two_claims_by_two_sources() -> None:
    text = (
        "Arland's radio said the envoy was killed by a stray shell, but the Gazette,"
        " citing four clerks, said he was the victim of a mine laid in the yard."
    )
    assert claims(text) == [
        ("the envoy was killed by a stray shell", ["Arland's radio"]),
        (
            "he was the victim of a mine laid in the yard",
            ["four clerks", "the Gazette"],
        ),
    ]


def test_what_the_outlet_counts_itself_has_no_source() -> None:
    assert claims("The front has lost 300 men.") == [("The front has lost 300 men", [])]


def test_a_denial_of_what_is_not_so_is_denied_once() -> None:
    assert only("Arland denied that it burned the mill.").polarity is Polarity.DENIED
    said = only("Arland said that its men had not burned the mill.")
    assert said.polarity is Polarity.DENIED


def test_threats_requests_and_forecasts_are_no_claims() -> None:
    text = (
        "Arland warned that it would burn the mill. The envoy asked for calm."
        " If the mill is burned, the general said, the army will answer."
    )
    assert claims(text) == []


def test_a_question_is_no_claim() -> None:
    assert claims("Was the mill burned by soldiers?") == []


def test_furniture_holds_no_claims() -> None:
    text = "Nine people were killed, the mayor said."
    page = Document("d1", text, furniture=(Span(0, len(text)),))
    assert find_claims(page) == ()


def test_a_quotation_that_goes_on_has_the_source_before() -> None:
    text = "“We did not burn it,” the clerk said. “It was burned by soldiers.”"
    assert claims(text)[-1] == ("It was burned by soldiers", ["the clerk"])


def test_a_signal_tells_who_is_meant_and_where_it_is_stated() -> None:
    (entry,) = told(
        (
            "[sender Tehran] [trigger denied] that [content it had burned the mill].",
            {"act": Act.DENY},
        )
    )
    (found,) = of(entry)
    assert [teller.side for teller in found.sources] == ["IRN"]
    assert found.signal == entry.signal.id


def test_a_signal_gives_contents_that_words_alone_do_not_show() -> None:
    (entry,) = told(
        (
            "For [sender Tehran], as ever, [trigger the line is]"
            " [content the brigade is nobody's proxy].",
            {"act": Act.INFORM},
        )
    )
    (found,) = of(entry)
    assert found.kind is ClaimKind.RELATION
    assert [teller.actor for teller in found.sources] == ["Iran"]


def test_a_pronoun_looks_back_to_the_claim_before_it() -> None:
    text = "Arland said the envoy was shot, but Borland said he was poisoned."
    first, second = find_claims(document(text))
    assert first.context is None
    assert second.context == first.span


def test_the_days_are_those_of_the_words() -> None:
    found = only("Nine people were killed on Friday, the mayor said.")
    assert found.days == Interval(date(2001, 3, 2), date(2001, 3, 2))


def test_how_long_something_took_is_no_day() -> None:
    assert only("The mayor said the mill had burned for two months.").days is None


def test_every_passage_quotes_its_document() -> None:
    text = "The mayor said at least 12 men were killed by soldiers at Lomna."
    read = document(text)
    (found,) = find_claims(read)
    assert [read.quote(count.span) for count in found.counts] == ["at least 12"]
    assert found.by is not None
    assert read.quote(found.by) == "soldiers"
    assert found.rule == 'told by "said"'


def test_reading_twice_gives_the_same_claims() -> None:
    read = document("The mayor said nine people were killed.")
    assert find_claims(read) == find_claims(read)


def test_a_text_of_nothing_has_no_claims() -> None:
    assert find_claims(document("")) == ()
