import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.ingest.furniture import mark_furniture
from backchannel.ingest.lines import split_lines, without_lines

SHARED = Path(__file__).parents[2].parent / "shared"
needs_shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="no ../shared beside the checkout"),
]

LEDE = (
    "The envoy of Velmar told the government of Karsk on Monday that the search of"
    " trawlers must end, two officials said."
)
BODY = (
    "Karsk has denied that any such message was passed on, and its foreign ministry"
    " said that the embassy had never asked for a meeting."
)


def marked(*lines: str) -> list[str]:
    return [line.text for line in mark_furniture(split_lines("\n".join(lines)))]


@pytest.mark.parametrize(
    "line",
    [
        "top of page",
        "Back to top button",
        "Skip to main content",
        "Open Modal",
        "Close menu",
        "Loading...",
        "ADVERTISEMENT",
        "3 min read",
        "0 Persons",
        "41 comments",
        "News ID 196349",
        "Tags",
        "Tags: Velmar, Karsk, diplomacy",
        "Your Comment",
        "Leave a Reply",
        "You are replying to: .",
        "1 + 10 =",
        "Share",
        "Share this article on Facebook",
        "Print this page",
        "E-mail this story to a friend",
        "Recommended Posts",
        "Articles You May Like",
        "Read more",
        "Was this article useful? Yes / No",
        "Home | World | Opinion | My account",
        "Home > World > Velmar",
        "Home  News  Opinion  Culture",
        "Nov 4, 2023",
        "Published: 26 October 2023 - 20:42",
        "Ana Reyes Published May 25, 2024 | 06:30 PM",
        "Source: The Karsk Courier",
        "Copyright © 2024, Harbour Audio. All rights reserved.",
        "© Karsk Courier 2021",
        "This article originally appeared in French in Le Courrier.",
        "Reporting by Ana Reyes; editing by Jan Levi",
        "Sign up to our newsletter",
        "Get the most important news in your inbox every day",
        "We use cookies to improve your visit. By going on you accept them.",
        "By continuing to use this website you agree to our cookie policy.",
        "Follow us on Facebook and Telegram",
        "jan2579/Getty Images",
        "REUTERS/Jan Levi",
        "Photo: Ana Reyes for Harbour Wire",
        "Comments (14) – log in to take part",
        "Listen to the evening edition (19'30)",
        "LIVE UPDATES – refresh this page for the latest",
        "###",
    ],
)
@pytest.mark.parametrize("place", ["top", "end"])
def test_furniture_is_marked_wherever_it_stands(line: str, place: str) -> None:
    lines = [line, LEDE, BODY] if place == "top" else [LEDE, BODY, line]
    assert marked(*lines) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Velmar urges Karsk to end searches of trawlers",
        "What did Velmar tell Karsk?",
        "Washington ready to defend Israel",
        "Office of the Spokesperson",
        "The following is attributable to Spokesperson Ana Reyes:",
        "12 people killed in the strait",
        "Copyright talks between Velmar and Karsk collapsed on Monday, officials said.",
        "By Friday the fleet had left the strait.",
        "Share of the catch was never discussed, the minister said.",
        "QUESTION: Is that – what is that – a threat?",
        "MR. LEVI: No – look – it is not.",
        "“Read more into it if you like,” she said.",
        "He did not elaborate.",
        "Brussels, Belgium",
        "(Laughter.)",
        "The search goes on, a spokesman told the agency on Friday. (Reuters)",
    ],
)
@pytest.mark.parametrize("place", ["top", "middle", "end"])
def test_text_is_left_alone(line: str, place: str) -> None:
    lines = {"top": [line, LEDE, BODY], "end": [LEDE, BODY, line]}
    assert marked(*lines.get(place, [LEDE, line, BODY])) == []


@pytest.mark.parametrize(
    "line", ["News", "#World News", "By Ana Reyes in Velmar", "Harbour Staff"]
)
def test_labels_and_bylines_are_furniture_above_the_text(line: str) -> None:
    assert marked("Velmar urges Karsk to relent", line, LEDE, BODY) == [line]


def test_other_stories_under_their_heading_are_marked() -> None:
    other = [
        "Bitcoin and dollar jump as traders return",
        "What the vote means for schools",
        "Court frees editor",
    ]
    lines = [LEDE, "Related stories", *other]
    assert marked(*lines, BODY) == lines[1:]


def test_a_sentence_under_such_a_heading_is_text() -> None:
    assert marked(LEDE, "Read more", "He did not elaborate.", BODY) == ["Read more"]


def test_headlines_after_the_end_mark_of_a_text_are_marked() -> None:
    end = "This story first appeared in The Karsk Courier."
    other = [
        "- New strike on the valley; army says it shot down a drone.",
        "- Ten missiles fired at the port: day 33 of the war",
        "- Minister says 'purely military approach' is not the solution",
    ]
    assert marked(LEDE, BODY, end, *other) == [end, *other]


def test_points_of_a_readout_are_text() -> None:
    points = [
        "- to end the search of trawlers",
        "- to meet again in Velmar",
        "- to inform the embassy of every incident",
    ]
    assert marked(LEDE, "The ministers agreed:", *points) == []
    assert marked(LEDE, BODY, *points) == []


def test_names_under_a_statement_are_text() -> None:
    states = ["Austria", "Belgium", "Chad", "Denmark", "Estonia"]
    assert marked(LEDE, BODY, *states) == []


def test_a_menu_with_one_item_a_line_is_marked() -> None:
    menu = ["Velmar", "Strait watch", "Our people", "Tides", "Fish prices"]
    assert marked(*menu, LEDE, BODY) == menu


def test_a_headline_printed_twice_is_marked_once() -> None:
    headline = "Velmar urges Karsk to relent"
    assert marked(headline, headline, LEDE, BODY) == [headline]


def test_a_page_full_of_furniture_is_reduced_to_its_article() -> None:
    page = f"""\
Skip to main content
Accessibility links
NEWS

Karsk: Minister warns of ‘consequences’

13 April 2021
By Ana Reyes
Strait correspondent

Share
Copy link
IMAGE SOURCE, GETTY IMAGES
{LEDE}

Advertisement · Scroll to continue

Keep reading
list 1 of 2
What is the strait worth?
list 2 of 2
Ostland holds drill

{BODY}

Updated 2 hours ago
Suggested Topics: World
Related stories
The port that nobody wanted
12 April 2021
Karsk recalls its envoy
2 days ago
Top stories
Floods in the south
Latest
Archive
"""
    lines = split_lines(page)
    article = [line.text for line in without_lines(lines, mark_furniture(lines))]
    assert article == ["Karsk: Minister warns of ‘consequences’", LEDE, BODY]


def test_a_caption_that_repeats_the_text_is_marked() -> None:
    caption = (
        "Trawlers in the strait of Karsk: the envoy of Velmar warned that the search"
        " must end © Jan Levi/HWA/Reuters"
    )
    assert marked(LEDE, caption, BODY) == [caption]


def test_a_caption_that_reports_something_of_its_own_is_text() -> None:
    caption = (
        "President Ilva Morn promised fishermen on Sunday that coastguards would"
        " escort every vessel home (Photo: Jan Levi/HWA)"
    )
    assert marked(LEDE, caption, BODY) == []


@given(
    st.text(alphabet=st.sampled_from("aB. |-\n\r\u2028©4:é“\x00\u200f"), max_size=99)
)
def test_marked_lines_are_whole_lines(text: str) -> None:
    breaks = "\r\n\u2028\u2029"
    furniture = mark_furniture(split_lines(text))
    for line in furniture:
        span = line.span
        assert not set(breaks) & set(text[span.start : span.end])
        assert span.start == 0 or text[span.start - 1] in breaks
        assert span.end == len(text) or text[span.end] in breaks
    starts = [line.span.start for line in furniture]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize(
    "line",
    ["a", "Related", "4 Nov 2023", "Photo 1: he said © A/B", "By A B", "- a b c"],
)
def test_time_grows_with_the_text_only(line: str) -> None:
    assert mark_furniture(split_lines(f"{line}\n" * 40_000))


class TestShared:
    pytestmark = needs_shared

    def test_lines_of_real_pages_are_marked_as_by_hand(self) -> None:
        gold = SHARED / "gold" / "dev"
        links = json.loads((gold / "links-seeds.json").read_text("utf-8"))
        by_hand, found = set(), set()
        for lists in (links["boilerplate"], links["captions"]):
            for document, lines in lists.items():
                by_hand |= {(document, line.strip()) for line in lines}
        for record in records(gold / "signals.jsonl"):
            if record["id"].startswith("seed-"):
                lines = mark_furniture(split_lines(record["text"]))
                found |= {(record["id"], line.text) for line in lines}
        assert 2 * len(found & by_hand) / (len(found) + len(by_hand)) >= 0.95

    @pytest.mark.parametrize("part", ["dev", "train"])
    def test_no_line_that_holds_a_signal_is_marked(self, part: str) -> None:
        hit = [
            (record["id"], line.text)
            for record in records(SHARED / "gold" / part / "signals.jsonl")
            for line in mark_furniture(split_lines(record["text"]))
            for signal in record["signals"]
            if line.span.start < signal["trigger"][1]
            and signal["trigger"][0] < line.span.end
        ]
        assert hit == []


def records(path: Path) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
