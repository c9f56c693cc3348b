"""The table of actions can be trusted: words that stand once, values that exist."""

import json
import re

from backchannel.domain.actions import Kind
from backchannel.domain.signals import Status
from eval.actions import TABLE

RECORDS = [json.loads(line) for line in TABLE.read_text("utf-8").splitlines()]


def test_the_words_of_every_action_stand_once_in_its_text() -> None:
    for record in RECORDS:
        for action in record["actions"]:
            found = re.findall(rf"\b{re.escape(action['words'])}\b", record["text"])
            assert len(found) == 1, (record["text"], action["words"])


def test_kinds_and_statuses_are_those_of_actions() -> None:
    told = [action for record in RECORDS for action in record["actions"]]
    assert {action["kind"] for action in told} <= set(Kind)
    assert {action["status"] for action in told} == set(Status)


def test_sentences_without_a_deed_are_among_them() -> None:
    quiet = [record for record in RECORDS if not record["actions"]]
    assert (len(RECORDS) >= 120, len(quiet) >= 15) == (True, True)
