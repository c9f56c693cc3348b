from backchannel.compare.grouping import group_entries
from backchannel.compare.verdicts import find_conflicts
from backchannel.domain.exchanges import Finding
from tests.compare.test_grouping import denial, threat, visit


def test_what_one_says_and_the_other_denies_is_a_conflict() -> None:
    (verdict,) = find_conflicts(group_entries([*threat(), *denial()]))
    status = verdict.of("status")
    assert status is not None
    assert status.finding is Finding.CONTRADICTS


def test_a_conflict_says_what_it_rests_on() -> None:
    (verdict,) = find_conflicts(group_entries([*threat(), *denial()]))
    assert verdict.shares[0].words


def test_matters_apart_are_no_conflict() -> None:
    assert find_conflicts(group_entries([*threat(), *visit()])) == ()
