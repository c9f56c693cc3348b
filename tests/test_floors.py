"""Reading does not fall back: the floors of `eval/floors.json` hold."""

import pytest

from backchannel.pipeline import open_reader
from eval.evaluate import below_floor, evaluate
from eval.gold import DEV, flat


@pytest.mark.shared
@pytest.mark.skipif(not DEV.exists(), reason="no ../shared beside the checkout")
def test_no_figure_is_below_its_floor() -> None:
    scores = evaluate(DEV, open_reader())
    assert below_floor(DEV, flat(scores["all"])) == []
