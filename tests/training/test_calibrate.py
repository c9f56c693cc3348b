"""Weights of a calibration say what the cases say."""

import pytest

from backchannel.domain.chances import logistic
from backchannel.reconstruct.confidence import Facts
from training.calibrate import fit


def test_fitted_probabilities_are_the_shares_of_right_ones() -> None:
    likely, unlikely = Facts(2.0, 2.0), Facts(-2.0, -2.0)
    cases = [(likely, at % 10 < 8) for at in range(1000)]
    cases += [(unlikely, at % 10 < 3) for at in range(1000)]
    weights = fit(cases).tolist()
    assert logistic(likely, weights) == pytest.approx(0.8, abs=0.02)
    assert logistic(unlikely, weights) == pytest.approx(0.3, abs=0.02)


def test_few_cases_move_weights_little() -> None:
    case = Facts(3.0, 3.0)
    assert logistic(case, fit([(case, True), (case, True)]).tolist()) < 0.99
