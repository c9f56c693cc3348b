import pytest

from backchannel.domain.exchanges import (
    Account,
    Compared,
    Exchange,
    Finding,
    Grounds,
    Kind,
    Settled,
    Share,
    Verdict,
)

ONE, OTHER = Account("d1", ("s1",)), Account("d2", ("s2",))


def pair(*ids: str) -> frozenset[frozenset[str]]:
    return frozenset({frozenset(ids)})


def test_the_id_of_an_exchange_is_that_of_its_signals() -> None:
    left = Exchange(Kind.MESSAGE, (ONE, OTHER))
    right = Exchange(Kind.CONTACT, (OTHER, ONE))
    assert left.id == right.id != Exchange(Kind.MESSAGE, (ONE,)).id


def test_the_signals_of_an_exchange_are_those_of_its_accounts_and_copies() -> None:
    copied = Account("d1", ("s1",), copies=("d3",), copied=("s3",))
    assert Exchange(Kind.MESSAGE, (copied, OTHER)).signals == ("s1", "s3", "s2")


def test_grounds_are_told_in_words() -> None:
    shares = (
        Share("same_sender", "They come from the same side.", 1.0),
        Share("other_day", "The days differ.", -2.0),
    )
    told = str(Grounds("s1", "s2", 0.9, shares))
    assert told == "grouped because they come from the same side"


def test_what_a_person_settled_is_told_instead() -> None:
    told = str(Grounds("s1", "s2", 1.0, settled="a person merged them"))
    assert told == "grouped because a person merged them"


@pytest.mark.parametrize(
    ("findings", "gravest"),
    [
        ([Finding.AGREES, Finding.CONTRADICTS, Finding.DIFFERS], Finding.CONTRADICTS),
        ([Finding.AGREES, Finding.SILENT], Finding.SILENT),
        ([Finding.AGREES], Finding.AGREES),
        ([], Finding.SILENT),
    ],
)
def test_a_verdict_is_as_grave_as_its_gravest_field(
    findings: list[Finding], gravest: Finding
) -> None:
    fields = tuple(Compared(f"field {n}", f, "") for n, f in enumerate(findings))
    assert Verdict("s1", "s2", fields).finding is gravest


def test_the_id_of_a_verdict_does_not_hang_on_who_comes_first() -> None:
    assert Verdict("s1", "s2", ()).id == Verdict("s2", "s1", ()).id


def test_a_pair_is_not_both_split_and_merged() -> None:
    with pytest.raises(ValueError, match="both split and merged"):
        Settled(together=pair("s1", "s2"), apart=pair("s1", "s2"))


def test_a_split_is_of_two_signals() -> None:
    with pytest.raises(ValueError, match="of two signals"):
        Settled(apart=pair("s1"))
