from datetime import date

import pytest

from backchannel.domain.text import Appearance, Stated
from backchannel.ingest.appearance import tell_appearance
from backchannel.ingest.furniture import mark_furniture
from backchannel.ingest.lines import split_lines, without_lines

TODAY = date(2025, 1, 1)
NOTHING = Appearance()
LEDE = (
    "The envoy of Velmar told the government of Karsk on Monday that the search of"
    " trawlers must end, two officials said."
)
PAGE = Appearance(
    title=Stated("Page title", "json-ld"),
    outlet=Stated("The Mirror", "meta"),
    published=Stated(date(2023, 11, 9), "json-ld"),
    url="https://mirror.example/a",
)


def tell(
    *text: str, given: Appearance = NOTHING, page: Appearance = NOTHING
) -> Appearance:
    lines = split_lines("\n".join(text))
    article = without_lines(lines, mark_furniture(lines))
    return tell_appearance(lines, article, given=given, page=page, today=TODAY)


@pytest.mark.parametrize(
    ("line", "outlet", "origin"),
    [
        ("Source: The Guardian", "The Guardian", "source line"),
        ("Source: Potomac Dispatch, Washington.", "Potomac Dispatch", "source line"),
        (
            "Reprinted by permission. Source: Karsk Courier",
            "Karsk Courier",
            "source line",
        ),
        (
            "This article originally appeared in French in L'Orient-Le Jour.",
            "L'Orient-Le Jour",
            "note of first publication",
        ),
        (
            "This story was first published by The Karsk Courier on 4 May 2023.",
            "The Karsk Courier",
            "note of first publication",
        ),
        (
            "A version of this article first appeared in the Velmar Review.",
            "the Velmar Review",
            "note of first publication",
        ),
        (
            "Originally published on Harbour Wire",
            "Harbour Wire",
            "note of first publication",
        ),
    ],
)
@pytest.mark.parametrize("place", ["top", "end"])
def test_a_text_that_names_where_it_is_from_is_believed_before_the_page(
    line: str, outlet: str, origin: str, place: str
) -> None:
    text = [line, LEDE] if place == "top" else [LEDE, line]
    assert tell(*text, page=PAGE).outlet == Stated(outlet, origin)


@pytest.mark.parametrize(
    ("line", "outlet", "origin"),
    [
        ("Copyright © 2024, ABC Audio. All rights reserved.", "ABC Audio", "copyright"),
        (
            "© 2023 The Associated Press. All rights reserved.",
            "The Associated Press",
            "",
        ),
        ("© Karsk Courier", "Karsk Courier", "copyright line"),
        ("By Ana Reyes, Associated Press", "Associated Press", "byline"),
        ("SANTIAGO, Nov. 9 (Harbour Wire) — The envoy left.", "Harbour Wire", "datel"),
        ("LONDON (Reuters) - The envoy left on Monday.", "Reuters", "dateline"),
        ("TEHRAN, Iran (AP) — The envoy left on Monday.", "AP", "dateline"),
    ],
)
def test_signatures_name_the_outlet_of_a_text_without_page(
    line: str, outlet: str, origin: str
) -> None:
    told = tell("A headline of the story", line, LEDE).outlet
    assert told is not None
    assert told.value == outlet
    assert told.origin.startswith(origin)
    assert tell(line, LEDE, page=PAGE).outlet == PAGE.outlet


@pytest.mark.parametrize(
    "line",
    [
        "© Jan Levi/HWA/Reuters",
        "Source: https://karsk.example/a",
        "By Ana Reyes, Diplomatic Editor",
        "(WASHINGTON) — The envoy left on Monday.",
        "The source told Reuters on Monday that talks would go on.",
        "The report was first published in May, the ministry said.",
        "This story was first published in May.",
        "This article was published on Monday",
        "This article was published on October 7, 2023",
        "He said this article first appeared in The Karsk Courier",
        "The plan first appeared in talks last year",
    ],
)
def test_an_outlet_is_not_guessed(line: str) -> None:
    assert tell(line, LEDE).outlet is None


@pytest.mark.parametrize(
    ("line", "day", "origin"),
    [
        ("Nov 4, 2023", date(2023, 11, 4), "date line"),
        ("26 October 2023 - 20:42", date(2023, 10, 26), "date line"),
        ("Press Office, 10 March 2021", date(2021, 3, 10), "date line"),
        (
            "NOON BRIEFING – THURSDAY, 6 JULY 2023",
            date(2023, 7, 6),
            "date line",
        ),
        ("VELMAR, 9 Nov. 1978 (Harbour Wire) — So.", date(1978, 11, 9), "dateline"),
        ("VELMAR, November 9, 1978 — The envoy left.", date(1978, 11, 9), "dateline"),
    ],
)
def test_the_day_is_read_near_the_top(line: str, day: date, origin: str) -> None:
    assert tell("A headline of the story", line, LEDE).published == Stated(day, origin)


@pytest.mark.parametrize(
    "line",
    [
        "04/11/2023",
        "SANTIAGO, Nov. 9 (Harbour Wire) — The envoy left.",
        "Copyright © 2024, ABC Audio. All rights reserved.",
        "4 November 2031",
        "4 November 1799",
        "He resigned on 4 November 2023",
    ],
)
def test_a_day_is_not_guessed(line: str) -> None:
    assert tell("A headline of the story", line, LEDE).published is None


def test_the_day_of_publication_is_taken_before_that_of_a_change() -> None:
    text = ["Updated: 6 November 2023", "Published: 4 November 2023", LEDE]
    assert tell(*text).published == Stated(date(2023, 11, 4), "date line")


def test_what_is_given_is_believed_as_it_stands() -> None:
    given = Appearance(
        title=Stated("T", "input"),
        outlet=Stated("O", "option"),
        published=Stated(date(1750, 1, 1), "input"),
        url="http://u",
    )
    text = ["Source: The Guardian", "Nov 4, 2023", LEDE]
    assert tell(*text, given=given, page=PAGE) == given


def test_a_page_is_believed_before_a_date_line() -> None:
    assert tell("Nov 4, 2023", LEDE, page=PAGE) == PAGE


def test_the_day_of_a_reprint_is_that_of_its_text() -> None:
    text = ["Source: The Guardian", "Nov 4, 2023", LEDE]
    told = tell(*text, page=PAGE).published
    assert told == Stated(date(2023, 11, 4), "date line")


def test_a_reprint_without_a_day_of_its_own_says_whose_day_it_has() -> None:
    told = tell("Source: The Guardian", LEDE, page=PAGE).published
    assert told is not None
    assert told.origin == "json-ld, of the page that republishes"


def test_a_day_to_come_on_a_page_is_not_believed() -> None:
    page = Appearance(published=Stated(date(2031, 1, 1), "meta"))
    assert tell(LEDE, LEDE, page=page).published is None


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["top of page", "Velmar warns Karsk", LEDE], "Velmar warns Karsk"),
        (["What did Velmar tell Karsk?", LEDE], "What did Velmar tell Karsk?"),
        ([LEDE, LEDE], None),
        (["Velmar warns Karsk"], None),
        (["Office of the Spokesperson", LEDE], None),
        (["Ana Reyes, Secretary of State", LEDE], None),
        (["Ministry of Fisheries of Karsk – Press Department", LEDE], None),
        (["The following is attributable to Ana Reyes:", LEDE], None),
        (["- a point of a list", LEDE], None),
        ([], None),
    ],
)
def test_the_first_line_is_the_title_if_it_can_be_a_headline(
    lines: list[str], title: str | None
) -> None:
    assert tell(*lines).title == (Stated(title, "first line") if title else None)


def test_an_agency_that_was_told_published_the_page_it_numbered() -> None:
    told = "An informed official has talked to KVNA, shedding light on the messages."
    numbered = tell("Karsk answers Velmar", "", told, LEDE, "News ID 196349", "Tags")
    assert numbered.outlet == Stated("KVNA", "told, on its own page")
    assert tell("Karsk answers Velmar", "", told, LEDE, "Tags").outlet is None


def test_two_agencies_that_were_told_leave_the_outlet_open() -> None:
    told = "An official told KVNA, and later told VPA, that the search must end."
    assert tell("Karsk", "", told, LEDE, "News ID 196349").outlet is None
