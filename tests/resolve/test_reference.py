"""The reference table: what its rows hold, and how names are looked up in it."""

import csv
import io
import time
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.resolve.reference import Reference, parse
from backchannel.resolve.rows import TABLES, read
from backchannel.resolve.spelling import words

FOLDER = Path(__file__).parents[2] / "src/backchannel/resolve/tables"
CSV = {path.name: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.csv"))}
REFERENCE = parse(CSV)


def fold(name: str) -> str:
    return " ".join(word.folded for word in words(name, 0, len(name)))


NAMES = sorted({written.removeprefix("=") for written, _ in read(CSV)})
KEYS = {fold(name) for name in NAMES}

#: Words that more than one side may be meant by; the likelier comes first.
SHARED = {
    *("congo", "congolese", "dominican", "dominicans", "brussels"),
    # written JEM and JeM, SANA and Sana
    *("jem", "sana"),
    # capitals that states of the past had
    *("moscow", "belgrade", "prague", "kinshasa", "hanoi", "aden", "willemstad"),
    *("ouagadougou", "porto novo"),
}


def rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(CSV[table], newline="")))


def sides(reference: Reference, text: str) -> list[tuple[str, str]]:
    found = reference.within(text, 0, len(text))
    return [(text[span.start : span.end], entry.side) for span, entry in found]


def test_every_table_is_there() -> None:
    assert set(CSV) == set(TABLES)


@pytest.mark.parametrize("table", CSV)
def test_every_row_has_a_source(table: str) -> None:
    assert all(row["source"].strip() for row in rows(table))


@pytest.mark.parametrize("column", ["name", "adjectives", "capital"])
def test_every_state_has(column: str) -> None:
    assert [row["side"] for row in rows("states.csv") if not row[column]] == []


def test_every_state_has_a_code_of_its_own_but_for_divided_ones() -> None:
    codes = [row["side"] for row in rows("states.csv")]
    assert {code for code in codes if codes.count(code) > 1} == {"DEU", "VNM"}


@pytest.mark.parametrize(
    ("table", "least"),
    [
        ("states.csv", 195),
        ("organisations.csv", 100),
        ("groups.csv", 230),
        ("bodies.csv", 200),
        ("outlets.csv", 150),
        ("offices.csv", 100),
        ("people.csv", 150),
        ("collectives.csv", 30),
        ("decoys.csv", 20),
    ],
)
def test_a_table_has_at_least(table: str, least: int) -> None:
    assert len(rows(table)) >= least


def test_no_words_have_two_meanings_by_accident() -> None:
    meanings = defaultdict(set)
    for written, entry in read(CSV):
        if entry.kind not in ("office", "outlet"):
            meanings[fold(written)].add(entry.side)
    assert {name for name, sides in meanings.items() if len(sides) > 1} == SHARED


def test_no_name_is_a_decoy_too() -> None:
    kinds = defaultdict(set)
    for written, entry in read(CSV):
        if entry.kind != "office":
            kinds[fold(written)].add(entry.kind)
    both = [name for name in kinds if len(kinds[name]) > 1 and "decoy" in kinds[name]]
    assert both == []


@pytest.mark.parametrize(
    ("mention", "name", "side", "kind"),
    [
        ("Iran", "Iran", "IRN", "state"),
        ("the US", "United States", "USA", "state"),
        ("the U.S.", "United States", "USA", "state"),
        ("the U. S.", "United States", "USA", "state"),
        ("U.S", "United States", "USA", "state"),
        ("Great Britain", "United Kingdom", "GBR", "state"),
        ("the Islamic Republic", "Iran", "IRN", "state"),
        ("The DPRK", "North Korea", "PRK", "state"),
        ("Cote d'Ivoire", "Ivory Coast", "CIV", "state"),
        ("Côte d’Ivoire’s", "Ivory Coast", "CIV", "state"),
        ("the USSR", "Soviet Union", "SUN", "state"),
        ("Georgia", "Georgia", "GEO", "state"),
        ("Jordan", "Jordan", "JOR", "state"),
        ("Niger", "Niger", "NER", "state"),
        ("Guinea", "Guinea", "GIN", "state"),
        ("Luxembourg", "Luxembourg", "LUX", "state"),
        ("Palestinian Authority", "Palestine", "PSE", "state"),
        ("Iranian", "Iran", "IRN", "demonym"),
        ("the Britons", "United Kingdom", "GBR", "demonym"),
        ("Argentinian", "Argentina", "ARG", "demonym"),
        ("Emiratis", "United Arab Emirates", "ARE", "demonym"),
        ("Tehran", "Iran", "IRN", "capital"),
        ("Kiev’s", "Ukraine", "UKR", "capital"),
        ("Washington, D.C.", "United States", "USA", "capital"),
        ("the White House", "White House", "USA", "metonym"),
        ("the Kremlin", "Kremlin", "RUS", "metonym"),
        ("No 10", "Downing Street", "GBR", "metonym"),
        ("No. 10", "Downing Street", "GBR", "metonym"),
        ("Élysée", "Élysée", "FRA", "metonym"),
        ("Brussels", "EU", "EU", "organisation"),
        ("the UN security council", "UN Security Council", "UN", "organisation"),
        ("Nato", "NATO", "NATO", "organisation"),
        ("the AU", "African Union", "African Union", "organisation"),
        ("Hizbollah", "Hezbollah", "Hezbollah", "group"),
        ("Isis", "Islamic State", "Islamic State", "group"),
        ("Ansar Allah", "Houthis", "Houthis", "group"),
        ("al Qaeda", "al-Qaeda", "al-Qaeda", "group"),
        ("the state department", "US State Department", "USA", "body"),
        ("the Pentagon", "US Department of Defense", "USA", "body"),
        (
            "the Revolutionary Guards",
            "Islamic Revolutionary Guard Corps",
            "IRN",
            "body",
        ),
        ("IRNA", "IRNA", "IRN", "body"),
        ("Reuters", "Reuters", "unknown", "outlet"),
        ("Asharq al-Awsat", "Asharq Al-Awsat", "unknown", "outlet"),
        ("Erdogan", "Recep Tayyip Erdoğan", "TUR", "person"),
        ("Amir-Abdollahian", "Hossein Amirabdollahian", "IRN", "person"),
        ("Kim Jong Un", "Kim Jong-un", "PRK", "person"),
        ("the Zionist regime", "Israel", "ISR", "collective"),
        ("the Great Satan", "United States", "USA", "collective"),
        ("western capitals", "the West", "unknown", "collective"),
        ("foreign secretary", "foreign secretary", "unknown", "office"),
        ("the supreme leader", "supreme leader", "IRN", "office"),
    ],
)
def test_find_gives(mention: str, name: str, side: str, kind: str) -> None:
    entry = REFERENCE.find(mention)
    assert entry is not None
    assert (entry.name, entry.side, entry.kind) == (name, side, kind)


@pytest.mark.parametrize(
    "mention",
    ["us", "who", "Let", "the times", "west", "George Washington", "", "  ", "the"],
)
def test_find_gives_nothing_for(mention: str) -> None:
    assert REFERENCE.find(mention) is None


def test_all_gives_the_likelier_meaning_first() -> None:
    assert [entry.side for entry in REFERENCE.all("Congo")] == ["COD", "COG"]
    assert [entry.kind for entry in REFERENCE.all("Singapore")] == ["state"]
    assert [entry.side for entry in REFERENCE.all("Moscow")] == ["RUS", "SUN"]


def test_state_media_are_outlets_too() -> None:
    assert [entry.kind for entry in REFERENCE.all("Xinhua")] == ["body", "outlet"]


def test_groupings_know_their_members() -> None:
    entry = REFERENCE.find("the P5+1")
    assert entry is not None
    assert set(entry.members) == {"USA", "GBR", "FRA", "DEU", "RUS", "CHN"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iran’s envoy told the U.S.", [("Iran", "IRN"), ("U.S.", "USA")]),
        ("US-Iran talks", [("US", "USA"), ("Iran", "IRN")]),
        ("the US-led force told us", []),
        ("a pro-Russian, Iran-backed militia", []),
        ("turkey on the menu in Turkey", [("Turkey", "TUR")]),
        ("in the South China Sea", []),
        ("Papua New Guinea", [("Papua New Guinea", "PNG")]),
        ("in Guinea. Bissau said", [("Guinea", "GIN"), ("Bissau", "GNB")]),
        ("the West Bank", []),
        ("the West warned", [("the West", "unknown")]),
        ("The Guardian Council met", [("Guardian Council", "IRN")]),
        ("the Islamic State’s men", [("Islamic State", "Islamic State")]),
        ("St Lucia and St. Lucia", [("St Lucia", "LCA"), ("St. Lucia", "LCA")]),
    ],
)
def test_within_finds(text: str, found: list[tuple[str, str]]) -> None:
    assert sides(REFERENCE, text) == found


def test_within_keeps_to_its_bounds() -> None:
    text = "Iran and Iraq and Syria"
    found = REFERENCE.within(text, 5, 17)
    assert [entry.side for _, entry in found] == ["IRQ"]


FILLER = st.lists(
    st.sampled_from(
        ["said", "🇮🇷", "👩‍👩‍👧", "e\u0301tat", "(", "—", "\n\n", "x\u0327", "’s"]
    ),
    max_size=4,
)


@given(st.lists(st.tuples(FILLER, st.sampled_from(NAMES)), max_size=6), st.booleans())
def test_every_span_within_spells_a_name(
    parts: list[tuple[list[str], str]], decomposed: bool
) -> None:
    text = " ".join(" ".join([*filler, name]) for filler, name in parts)
    text = unicodedata.normalize("NFD" if decomposed else "NFC", text)
    found = REFERENCE.within(text, 0, len(text))
    assert all(fold(text[span.start : span.end]) in KEYS for span, _ in found)
    ends = [offset for span, _ in found for offset in (span.start, span.end)]
    assert ends == sorted(ends)


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    for span, entry in REFERENCE.within(text, 0, len(text)):
        assert text[span.start : span.end]
        assert entry.name
    REFERENCE.find(text)
    REFERENCE.office(text)


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Iranian foreign minister", [("foreign minister", "unknown")]),
        ("Minister for Foreign Affairs", [("foreign minister", "unknown")]),
        ("deputy foreign minister", [("deputy foreign minister", "unknown")]),
        ("US secretary of state", [("US secretary of state", "USA")]),
        ("the taoiseach", [("taoiseach", "IRL")]),
        ("Pope", [("pope", "VAT")]),
        ("chancellor of the exchequer", [("chancellor of the exchequer", "GBR")]),
        ("UN secretary-general’s envoy", [("UN secretary-general", "UN")]),
        (
            "spokeswoman for the king",
            [("spokesperson", "unknown"), ("king", "unknown")],
        ),
        ("a farmer", []),
    ],
)
def test_office_gives(text: str, offices: list[tuple[str, str]]) -> None:
    found = [(entry.name, entry.side) for entry in REFERENCE.office(text)]
    assert found[: len(offices)] == offices
    assert bool(found) == bool(offices)


STATES = "side,name,aliases,adjectives,nouns,capital,metonyms,until,source\n"
GROUPS = "name,side,aliases,adjectives,countries,source\n"


@pytest.mark.parametrize(
    ("tables", "problem"),
    [
        ({"stats.csv": ""}, "stats.csv: no table"),
        ({"states.csv": ""}, "states.csv, line 1: the columns"),
        ({"states.csv": STATES + "IRN,Iran\n"}, "states.csv, line 2: 2 cells"),
        ({"states.csv": STATES + "IRN,,,,,,,,x\n"}, "line 2: name is empty"),
        ({"states.csv": STATES + "IRN,Iran,,,,,,,\n"}, "line 2: source is empty"),
        ({"states.csv": STATES + "Iran,Iran,,,,,,,x\n"}, "line 2: side 'Iran'"),
        ({"states.csv": STATES + "IRN,Iran,...,,,,,,x\n"}, "line 2: no word in '...'"),
        ({"states.csv": STATES + 'IRN,"Iran,,,,,,,x\n'}, "states.csv, line 2"),
        (
            {
                "states.csv": STATES + "IRN,Iran,,,,,,,x\n",
                "groups.csv": GROUPS + "A,A,,,,x\nGuards,IRM,,,,x\n",
            },
            "groups.csv, line 3: 'IRM' is no state",
        ),
    ],
)
def test_a_broken_table_is_refused(tables: dict[str, str], problem: str) -> None:
    with pytest.raises(ValueError, match=problem.replace(".", r"\.")):
        parse(tables)


def test_no_tables_hold_no_names() -> None:
    assert parse({}).find("Iran") is None


def test_a_long_text_is_searched_in_linear_time() -> None:
    text = "The U.S. and Iran’s envoys met in Muscat, said Reuters on Monday. " * 1500
    start = time.perf_counter()
    REFERENCE.within(text, 0, len(text))
    # Ten times what a laptop needs for 100,000 characters.
    assert time.perf_counter() - start < 1.0
