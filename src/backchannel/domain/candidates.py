"""Pairs of actors that may be one, for a person to decide."""

from dataclasses import dataclass

from backchannel.domain.kept import CaseActor


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two actors that may be one."""

    left: CaseActor
    right: CaseActor
    #: Sum of the weights of the reasons; no probability.
    score: float
    reasons: tuple[str, ...]
