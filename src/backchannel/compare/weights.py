"""Fitted weights: `python -m training.pairs` writes this file.

In log odds. "always" is what every pair starts from.
"""

#: Do two signals report one exchange?
ONE_EXCHANGE: dict[str, float] = {"always": -6.0}
#: Are two signals in conflict?
CONFLICT: dict[str, float] = {"always": -6.0}
