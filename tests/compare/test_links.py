from datetime import date

import pytest

from backchannel.compare.grouping import group_entries
from backchannel.compare.links import find_links
from backchannel.domain.exchanges import Link, Relation
from backchannel.domain.kept import Entry
from backchannel.domain.signals import Act, Channel, Interval
from tests.compare.told import told


def linked(entries: list[Entry]) -> list[Link]:
    grouping = group_entries(entries)
    return list(find_links(grouping, grouping.exchanges()))


def relations(entries: list[Entry]) -> list[Relation]:
    return [link.relation for link in linked(entries)]


def test_a_contact_holds_the_message_made_in_it() -> None:
    entries = told(
        (
            "[sender Iran] [trigger telephoned] [recipient Iraq].",
            {"act": Act.CONSULT, "channel": Channel.CALL},
        ),
        (
            "[sender Iran] [trigger proposed] to [recipient Iraq] [content a truce].",
            {"act": Act.OFFER, "channel": Channel.CALL},
        ),
    )
    assert relations(entries) == [Relation.HOLDS]


AUTUMN = Interval(date(2001, 1, 20), date(2001, 3, 1))
LINE = (
    "[trigger messages have been exchanged] between [sender Iran] and [recipient Iraq]"
    " [time over the past 40 days].",
    {"act": Act.CONSULT, "channel": Channel.INTERMEDIARY, "days": AUTUMN},
)


@pytest.mark.parametrize(
    ("day", "held"),
    [(date(2001, 2, 3), True), (date(2000, 2, 3), False), (date(2001, 3, 3), True)],
)
def test_a_line_of_messages_holds_what_another_report_tells_of_its_days(
    day: date, held: bool
) -> None:
    line = told((LINE[0], {**LINE[1]}))
    message = told(
        "[sender Iran] [trigger warned] [recipient Iraq] of [content a war at sea].",
        id="d2",
        published=day,
    )
    assert (Relation.HOLDS in relations([*line, *message])) is held


def test_a_contact_of_a_day_is_no_line() -> None:
    day = Interval(date(2001, 2, 3), date(2001, 2, 3))
    contact = told((LINE[0], {**LINE[1], "days": day}))
    message = told(
        "[sender Iran] [trigger warned] [recipient Iraq] of [content a war at sea].",
        id="d2",
        published=date(2001, 2, 3),
    )
    assert relations([*contact, *message]) == []


def test_a_message_to_a_third_side_is_not_held() -> None:
    entries = told(
        (
            "[sender Iran] [trigger telephoned] [recipient Iraq].",
            {"act": Act.CONSULT, "channel": Channel.CALL},
        ),
        (
            "[sender Iran] [trigger proposed] to [recipient Oman] [content a truce].",
            {"act": Act.OFFER, "channel": Channel.CALL},
        ),
    )
    assert relations(entries) == []


def test_a_request_to_carry_is_linked_with_what_is_carried() -> None:
    entries = told(
        (
            "[sender Iran] [trigger asked] [recipient Oman] [content to pass on word].",
            {"act": Act.REQUEST},
        ),
        (
            "[sender Iran] [trigger assured] [recipient Iraq] through [carrier Oman].",
            {"act": Act.ASSURE, "channel": Channel.INTERMEDIARY},
        ),
    )
    assert relations(entries) == [Relation.PASSES_ON]


def test_words_of_reply_link_an_answer_with_its_message() -> None:
    entries = told(
        ("[sender Iran] [trigger demanded] of [recipient Iraq] money.", {}),
        ("In response [sender Iraq] [trigger mocked] the demand.", {"act": Act.ACCUSE}),
    )
    assert relations(entries) == [Relation.ANSWERS]


def test_an_answer_of_somebody_else_is_no_answer() -> None:
    entries = told(
        ("[sender Iran] [trigger demanded] of [recipient Iraq] money.", {}),
        ("In response [sender Kenya] [trigger mocked] it.", {"act": Act.ACCUSE}),
    )
    assert relations(entries) == []
