"""The table of claims holds, and so do the figures measured on it."""

import pytest

from backchannel.compare.claims import group_claims
from backchannel.domain.claims import ClaimGroup, ClaimKind
from backchannel.reconstruct.claims import find_claims
from eval import claims
from eval.gold import SHARED
from eval.links import gold_entries, seeds

needs_seeds = pytest.mark.skipif(
    not (SHARED / "gold/dev/links-seeds.json").exists(), reason="the seeds are not here"
)


def test_the_table_is_large_enough_and_its_words_stand_in_its_texts() -> None:
    passages = list(claims.passages())
    assert len(passages) >= 60
    assert len(list(claims.pairs())) >= 30
    for passage in passages:
        text = passage.document.text
        sources = [words for one in passage.wanted for words in one.sources]
        assert all(words in text for words in sources)


def test_claims_are_found_and_read_right() -> None:
    rows = claims.measure().rows
    assert rows["mended on: found"]["F1"] >= 0.9
    assert rows["unseen: found"]["F1"] >= 0.7


def test_most_comparisons_come_out_as_expected() -> None:
    rows = claims.measure().rows
    assert rows["mended on: findings"]["right"] >= 0.85
    assert rows["unseen: findings"]["right"] >= 0.7


def test_every_miss_is_told() -> None:
    rows = claims.measure().rows
    missed = sum(row.get("R", 1) < 1 for row in rows.values())
    assert bool(missed) == any(claims.misses())


def groups_of_seeds() -> tuple[ClaimGroup, ...]:
    entries = gold_entries(seeds())
    documents = {entry.document.id: entry.document for entry in entries}
    signals = {
        id: [e.signal for e in entries if e.document.id == id] for id in documents
    }
    return group_claims(
        [
            (claim, document)
            for document in documents.values()
            for claim in find_claims(document, signals[document.id])
        ]
    )


@needs_seeds
def test_two_accounts_of_a_death_in_one_report_contradict() -> None:
    sources = {
        claim.id: (claim.document, claim.sources)
        for group in groups_of_seeds()
        for claim in group.claims
    }
    conflicts = [v for group in groups_of_seeds() for v in group.conflicts()]
    within = [
        v
        for v in conflicts
        if sources[v.left][0] == sources[v.right][0] == "seed-lorient"
    ]
    assert len(within) == 1
    assert sources[within[0].left][1] != sources[within[0].right][1]


@needs_seeds
def test_who_controls_the_groups_is_contested_across_reports() -> None:
    contested = [
        group
        for group in groups_of_seeds()
        if any(group.conflicts()) and group.claims[0].kind is ClaimKind.RELATION
    ]
    assert len(contested) == 1
    assert len({claim.document for claim in contested[0].claims}) == 3
