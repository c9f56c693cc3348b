import pytest

from eval.parts import Agreement, compare, share


def test_agreement_counts_what_is_right_of_given_and_of_wanted() -> None:
    assert compare(["a", "b", "c", "d"], ["b", "c", "x"]) == Agreement(2, 4, 3)


def test_f1_is_the_harmonic_mean() -> None:
    agreement = Agreement(2, 4, 3)
    assert agreement.precision == pytest.approx(1 / 2)
    assert agreement.recall == pytest.approx(2 / 3)
    assert agreement.f1 == pytest.approx(4 / 7)


def test_nothing_given_and_nothing_wanted_scores_nothing() -> None:
    assert Agreement().row("token ") == {"token P": 0, "token R": 0, "token F1": 0}


def test_agreements_add_up() -> None:
    parts = Agreement(1, 2, 3), Agreement(4, 5, 6)
    assert sum(parts, Agreement()) == Agreement(5, 7, 9)


def test_share_of_none_is_nothing() -> None:
    assert share([]) == 0.0
    assert share([True, True, False, True]) == 0.75
