from dataclasses import replace

import pytest

from backchannel.domain.claims import ClaimGroup, ClaimKind
from backchannel.domain.exchanges import Finding
from backchannel.domain.signals import Party
from backchannel.domain.text import Document, Span
from backchannel.write.claim_lines import about_words, claim_lines, sources_words
from tests.compare.stated import stated
from tests.write.found import MARKS, plain, quarrel


def test_claims_stand_under_their_matter_with_source_and_words() -> None:
    group, documents = quarrel()
    assert plain(claim_lines(group, documents, signs=MARKS)) == [
        f"{group.id[:11]}  deed (destroy) · 2 claims in 2 documents · CONTRADICTS",
        "             1      2001-03-05*  asserted by clerk d1 · outlet not known"
        " 2001-03-05",
        "             quote  [Arland] burned the mill",
        "             2      2001-03-05*  denied by clerk d2 · outlet not known"
        " 2001-03-05",
        "             quote  [Belmark] burned the mill",
        "             1 and 2 contradict each other: each names another",
    ]


def test_a_count_is_marked_rather_than_who_did_it() -> None:
    claim, text = stated("[by Arland] killed 12 people", kind="count", counts=12)
    lines = plain(claim_lines(ClaimGroup((claim,)), {"d1": text}, signs=MARKS))
    assert lines[0].endswith("count of people killed · 1 claim in 1 document")
    assert lines[2].endswith("Arland killed [12] people")


def test_claims_that_are_silent_on_each_other_are_not_compared() -> None:
    group, documents = quarrel()
    (verdict,) = group.verdicts
    quiet = replace(group, verdicts=(replace(verdict, finding=Finding.SILENT),))
    lines = plain(claim_lines(quiet, documents, signs=MARKS))
    assert len(lines) == 5
    assert "SILENT" not in lines[0]


def test_many_comparisons_are_counted_and_the_gravest_come_first() -> None:
    group, documents = quarrel()
    (verdict,) = group.verdicts
    agreeing = replace(verdict, finding=Finding.AGREES)
    many = replace(group, verdicts=(*[agreeing] * 14, verdict))
    lines = plain(claim_lines(many, documents, signs=MARKS))
    assert "contradict each other" in lines[5]
    assert lines[-1].strip() == "and 3 more comparisons"


def test_a_claim_of_nobody_is_that_of_the_outlet() -> None:
    claim, text = stated("[by Arland] burned the mill")
    assert sources_words(replace(claim, sources=()), text) == "the outlet itself"


def test_a_source_without_a_name_is_quoted() -> None:
    claim, text = stated("[by Arland] burned the mill", source="two officials")
    (teller,) = claim.sources
    unnamed = replace(claim, sources=(replace(teller, actor=None),))
    assert sources_words(unnamed, text) == "“two officials”"


@pytest.mark.parametrize(
    ("kind", "matters", "words"),
    [
        (ClaimKind.DEED, ("kill", "voice"), "deed (kill)"),
        (ClaimKind.RELATION, ("kill", "control"), "relation (control)"),
        (ClaimKind.RELATION, (), "relation"),
        (ClaimKind.OTHER, (), "statement"),
        (ClaimKind.COUNT, (), "count"),
    ],
)
def test_a_matter_is_told_by_the_sorts_of_its_claims(
    kind: ClaimKind, matters: tuple[str, ...], words: str
) -> None:
    claim, _ = stated("it came", kind=kind, matters=matters)
    assert about_words(ClaimGroup((claim,))) == words


def test_a_matter_names_whom_most_of_its_claims_name() -> None:
    arland, belmark = (Party(Span(0, 2), n, n) for n in ("Arland", "Belmark"))
    claims = [stated("it came", id=id)[0] for id in ("d1", "d2", "d3")]
    named = [(arland,), (arland, belmark), ()]
    group = ClaimGroup(
        tuple(replace(c, named=n) for c, n in zip(claims, named, strict=True))
    )
    assert about_words(group) == "deed (destroy): Arland"


def test_a_claim_without_any_day_is_undated() -> None:
    claim, text = stated("it came", day=None)
    lines = plain(claim_lines(ClaimGroup((claim,)), {"d1": text}, signs=MARKS))
    assert lines[1].split()[1:3] == ["undated", "asserted"]


def test_words_that_act_on_a_terminal_are_shown() -> None:
    claim, text = stated("it\x1b[31m came")
    hostile = Document("d1", text.text.replace("it", "\x1b["))
    lines = plain(claim_lines(ClaimGroup((claim,)), {"d1": hostile}, signs=MARKS))
    assert not any("\x1b" in line for line in lines)
