from typing import Any

from eval.error_kinds import Error, Kind
from eval.errors import AROUND, Card, group, render, show

FACTS = {"documents": 1, "signals": 2, "given": 2, "digest": "d1"}
TEXT = "<b>Iran</b> warned of “war & worse”."


def signal(words: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {
        "id": "s1",
        "sentence": [0, len(TEXT)],
        "trigger": [start, start + len(words)],
        "act": "warn",
        "status": "done",
        "channel": "unknown",
        "sender": [{"span": [3, 7], "actor": "Iran", "side": "IRN"}],
        "recipient": [],
        "intermediary": [],
        "content": None,
        "condition": None,
        "consequence": None,
        "time": None,
        "attribution": [],
        **fields,
    }


def card(field: str = "act", what: str = "warn → threaten") -> Card:
    ours = signal("warned of", act="threaten")
    error = Error(
        Kind(field, what), "guardian-1", signal("warned"), ours, frozenset({"act"})
    )
    return show(error, TEXT)


def test_sentence_is_cut_at_both_triggers() -> None:
    shown = [(piece.text, piece.trigger) for piece in card().sentence]
    assert shown[1:3] == [("warned", "both"), (" of", "ours")]
    assert "".join(text for text, _ in shown) == TEXT


def test_fields_stand_side_by_side_and_wrong_ones_are_marked() -> None:
    lines = {line.field: line for line in card().lines}
    assert (lines["act"].gold[0].words, lines["act"].ours[0].words) == (
        "warn",
        "threaten",
    )
    assert lines["act"].wrong
    assert not lines["sender"].wrong
    assert lines["sender"].gold[0].meant == "Iran · IRN"
    assert "recipient" not in lines


def test_a_trigger_outside_the_sentence_is_shown_all_the_same() -> None:
    text = "It warned. " + "x " * AROUND + "He agreed. " + "y " * AROUND
    start = text.index("He agreed")
    gold = signal("warned", sentence=[start, start + 10], trigger=[3, 9], sender=[])
    shown = show(Error(Kind("act", "x"), "d", gold, None, frozenset()), text)
    assert [piece.text for piece in shown.sentence if piece.trigger] == ["warned"]
    assert shown.before == "It "
    assert shown.after.endswith(" …")


def test_most_frequent_kinds_come_first() -> None:
    cards = [card("time", "missed"), card("act", "a"), card("act", "b")]
    cards += [card("act", "b"), card("time", "invented")]
    groups = group(cards)
    assert [(found.field, found.count) for found in groups] == [("act", 3), ("time", 2)]
    assert [what for what, _ in groups[0].whats] == ["b", "a"]


def test_page_escapes_texts_and_asks_no_server() -> None:
    page = render([card()], FACTS)
    assert "<b>Iran" not in page
    assert "&lt;b&gt;Iran&lt;/b&gt;" in page
    assert "war &amp; worse" in page
    assert "http" not in page.replace("http-equiv", "")


def test_contents_link_to_each_kind() -> None:
    page = render([card(), card("time", "missed")], FACTS)
    for anchor in ("g1", "g1-1", "g2", "g2-1"):
        assert f'href="#{anchor}"' in page
        assert f'id="{anchor}"' in page
