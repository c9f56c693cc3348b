from datetime import date
from typing import Any

import pytest

from backchannel.compare.facts import find_facts
from backchannel.compare.fields import compare_field, compare_fields
from backchannel.compare.wording import Rarity
from backchannel.domain.exchanges import Compared, Finding
from backchannel.domain.signals import Act, Channel, Gap, Interval, Status
from tests.compare.told import told

JUNE_3, JUNE_4 = date(2001, 6, 3), date(2001, 6, 4)


def compared(
    left: tuple[str, dict[str, Any]],
    right: tuple[str, dict[str, Any]],
    days: tuple[date, date] = (JUNE_3, JUNE_3),
) -> dict[str, Compared]:
    (one,), (other,) = (
        told(sentence, id=id, published=day)
        for id, sentence, day in zip(("d1", "d2"), (left, right), days, strict=True)
    )
    facts = find_facts(one), find_facts(other)
    return {found.field: found for found in compare_fields(*facts, Rarity())}


def signal(marked: str, **fields: Any) -> tuple[str, dict[str, Any]]:
    return marked, fields


WARNED = "[sender Iran] [trigger warned] [recipient Iraq]"


def test_done_against_not_done_is_a_contradiction_in_status() -> None:
    denied = signal(WARNED, status=Status.NEGATED)
    assert compared(signal(WARNED), denied)["status"].finding is Finding.CONTRADICTS


def test_a_denial_contradicts_what_it_denies() -> None:
    denial = signal("[sender Iran] [trigger denied] it", act=Act.DENY)
    assert compared(signal(WARNED), denial)["status"].finding is Finding.CONTRADICTS


def test_what_was_expected_and_came_about_agrees() -> None:
    planned = signal(WARNED, status=Status.PLANNED)
    found = compared(planned, signal(WARNED), (JUNE_3, JUNE_4))["status"]
    assert found.finding is Finding.AGREES


def test_each_sending_to_the_other_contradicts() -> None:
    called = "[sender {}] [trigger called] [recipient {}]"
    left, right = called.format("Iran", "Iraq"), called.format("Iraq", "Iran")
    found = compared(signal(left), signal(right))
    assert found["sender"].finding is Finding.CONTRADICTS


def test_a_capital_agrees_with_its_state() -> None:
    found = compared(signal(WARNED), signal(WARNED.replace("Iran", "Tehran")))
    assert found["sender"].finding is Finding.AGREES


def test_a_recipient_that_only_one_names_is_silence() -> None:
    found = compared(signal(WARNED), signal("[sender Iran] [trigger warned]"))
    assert found["recipient"].finding is Finding.SILENT


def test_a_field_that_neither_fills_is_not_compared() -> None:
    assert "intermediary" not in compared(signal(WARNED), signal(WARNED))


def test_silence_quotes_the_gap_that_a_report_names() -> None:
    gaps = (Gap("channel", "neither readout tells"),)
    left = signal(WARNED, channel=Channel.CALL)
    found = compared(left, signal(WARNED, gaps=gaps))["channel"]
    assert found.reason == "one does not tell: neither readout tells"


def test_two_ways_in_public_agree() -> None:
    ways = Channel.SPEECH, Channel.STATEMENT
    left, right = (signal(WARNED, channel=way) for way in ways)
    assert compared(left, right)["channel"].finding is Finding.AGREES


def test_days_that_do_not_meet_contradict() -> None:
    on = WARNED + " on [time that day]"
    left = signal(on, days=Interval(JUNE_3, JUNE_3))
    right = signal(on, days=Interval(JUNE_4, JUNE_4))
    found = compared(left, right)["time"]
    assert (found.finding, found.reason) == (Finding.CONTRADICTS, "dated 1 day apart")


@pytest.mark.parametrize(
    ("right", "finding"),
    [
        ("the flights must stop at once", Finding.AGREES),
        ("the flights must stop", Finding.AGREES),
        ("his patience has an end", Finding.DIFFERS),
    ],
)
def test_contents_agree_if_the_longer_holds_the_shorter(
    right: str, finding: Finding
) -> None:
    left = signal(f"{WARNED} that [content the flights must stop at once]")
    found = compared(left, signal(f"{WARNED} that [content {right}]"))
    assert found["content"].finding is finding


def count(number: str) -> tuple[str, dict[str, Any]]:
    return signal(f"[sender Iran] [trigger counts] [content {number} dead sailors]")


def test_two_counts_of_one_day_differ() -> None:
    found = compared(count("two"), count("five"))["numbers"]
    reason = "they count differently: 2 in one, 5 in the other"
    assert (found.finding, found.reason) == (Finding.DIFFERS, reason)


def test_a_later_larger_count_is_an_update() -> None:
    found = compared(count("five"), count("6"), (JUNE_3, JUNE_4))["numbers"]
    assert found.reason.startswith("an update: the later count is larger")


def test_confirmation_by_the_other_side_is_marked() -> None:
    confirmed = signal("[sender Iraq] [trigger confirmed] it", act=Act.CONFIRM)
    found = compared(signal(WARNED), confirmed)["act"]
    assert (found.finding, found.reason) == (
        Finding.AGREES,
        "confirmed by the other side",
    )


def test_counts_of_two_things_are_compared_each() -> None:
    counts = "[sender Iran] [trigger counts] [content 12 ships and {} men]"
    left, right = (signal(counts.format(men)) for men in (30, 31))
    assert compared(left, right)["numbers"].finding is Finding.DIFFERS


def test_officials_who_speak_are_no_count_of_the_matter() -> None:
    two, three = (f"{n} officials said {WARNED}" for n in ("Two", "Three"))
    assert "numbers" not in compared(signal(two), signal(three))


def consult(marked: str) -> tuple[str, dict[str, Any]]:
    return signal(marked, act=Act.CONSULT)


def test_in_a_contact_the_order_of_the_parties_tells_nothing() -> None:
    left = consult("[sender Iran] [trigger met] [recipient Iraq]")
    found = compared(left, consult("[sender Iraq] [trigger received] [recipient Iran]"))
    findings = {found[role].finding for role in ("sender", "recipient")}
    assert findings == {Finding.AGREES}


def test_another_addressee_is_a_difference_and_no_contradiction() -> None:
    other = signal("[sender Iran] [trigger warned] [recipient Kenya]")
    assert compared(signal(WARNED), other)["recipient"].finding is Finding.DIFFERS


def test_who_sends_in_one_and_carries_in_the_other_differs() -> None:
    carried = signal(f"{WARNED} through [carrier Oman]")
    found = compared(carried, signal("[sender Oman] [trigger warned] [recipient Iraq]"))
    assert found["sender"].finding is Finding.DIFFERS


def test_another_sender_is_a_contradiction() -> None:
    other = signal("[sender Kenya] [trigger warned] [recipient Iraq]")
    assert compared(signal(WARNED), other)["sender"].finding is Finding.CONTRADICTS


def test_what_was_expected_and_did_not_happen_differs() -> None:
    planned = signal(WARNED, status=Status.PLANNED)
    negated = signal(WARNED, status=Status.NEGATED)
    assert compared(planned, negated)["status"].finding is Finding.DIFFERS


def test_the_same_words_with_a_not_differ() -> None:
    left = signal(f"{WARNED} that [content the flights must stop]")
    right = signal(f"{WARNED} that [content the flights must not stop]")
    assert compared(left, right)["content"].finding is Finding.DIFFERS


def test_content_that_only_points_back_is_silence() -> None:
    left = signal(f"{WARNED} that [content the flights must stop]")
    found = compared(left, signal(f"{WARNED} of [content it]"))["content"]
    assert found.finding is Finding.SILENT


def test_a_channel_quotes_what_it_rests_on() -> None:
    left = signal(WARNED, channel=Channel.CALL)
    assert compared(left, left)["channel"].left


def attributed(left: str, right: str) -> tuple[Finding, str] | None:
    facts = [
        find_facts(told(f"[source {source}] said {WARNED}" if source else WARNED)[0])
        for source in (left, right)
    ]
    found = compare_field(facts[0], facts[1], Rarity(), "attribution")
    return (found.finding, found.reason) if found else None


@pytest.mark.parametrize(
    ("left", "right", "finding"),
    [
        ("an aide", "an aide", Finding.AGREES),
        ("The Kenyan ministry", "Kenya", Finding.AGREES),
        ("an aide", "a pilot", Finding.DIFFERS),
        ("an aide", "", Finding.SILENT),
    ],
)
def test_accounts_are_compared_by_whose_word_they_are(
    left: str, right: str, finding: Finding
) -> None:
    found = attributed(left, right)
    assert found is not None
    assert found[0] is finding


def test_two_own_reports_are_not_compared_by_whose_word_they_are() -> None:
    assert attributed("", "") is None


def test_a_verdict_does_not_weigh_whose_word_it_is() -> None:
    left = signal(f"[source an aide] said {WARNED}")
    assert "attribution" not in compared(left, signal(WARNED))


def test_words_that_are_common_in_the_case_can_agree() -> None:
    rarity = Rarity()
    rarity.count([frozenset({"ship", "stop", "strait"})] * 50)
    of = f"{WARNED} that [content {{}} ships would be stopped in the strait]"
    left, right = (find_facts(told(of.format(n))[0]) for n in (12, 14))
    found = {one.field: one.finding for one in compare_fields(left, right, rarity)}
    assert (found["content"], found["numbers"]) == (Finding.AGREES, Finding.DIFFERS)
