"""Probabilities and their log odds."""

import math
from collections.abc import Sequence

#: Nothing counts as surer than this, in log odds.
SUREST = 6.0


def log_odds(chance: float) -> float:
    """Return the log odds of a probability, kept within `SUREST` either way."""
    least = 1.0 / (1.0 + math.exp(SUREST))
    chance = min(max(chance, least), 1.0 - least)
    return math.log(chance / (1.0 - chance))


def logistic(numbers: Sequence[float], weights: Sequence[float]) -> float:
    """Return the probability that a logistic regression gives `numbers`.

    Raises:
        ValueError: there are not as many weights as numbers.
    """
    total = sum(n * w for n, w in zip(numbers, weights, strict=True))
    return 1.0 / (1.0 + math.exp(-total))
