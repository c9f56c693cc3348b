"""Which roles a signal must have depends on what is done, and how it travels."""

import pytest

from backchannel.domain.signals import Act, Channel
from backchannel.label.due import due_roles
from tests.marked import chances


@pytest.mark.parametrize(
    ("act", "channel", "due"),
    [
        ("inform", "speech", {"sender"}),
        ("accuse", "speech", {"sender", "recipient"}),
        ("inform", "intermediary", {"sender", "intermediary"}),
        ("threaten", "intermediary", {"sender", "recipient", "intermediary"}),
    ],
)
def test_aimed_acts_have_a_recipient_and_what_is_carried_a_carrier(
    act: str, channel: str, due: set[str]
) -> None:
    assert due_roles(chances(Act, act), chances(Channel, channel)) == due
