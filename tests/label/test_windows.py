"""Cores tile the document, and no window is longer than the encoder reads."""

from hypothesis import given
from hypothesis import strategies as st

from backchannel.label.heads import AFTER, BEFORE, WINDOW
from backchannel.label.windows import cut_windows

ROOM = WINDOW - 2


def test_a_short_document_is_one_window() -> None:
    (window,) = cut_windows(ROOM, [0, 100])
    assert (window.start, window.end) == (0, ROOM)
    assert (window.core_start, window.core_end) == (0, ROOM)


def test_an_empty_document_has_no_window() -> None:
    assert not list(cut_windows(0, []))


def test_cores_end_at_a_sentence_where_one_is_near() -> None:
    first, second = list(cut_windows(ROOM + 50, [0, 300, 340, 500]))
    assert first.core_end == second.core_start == 340


@given(
    st.integers(1, 5000),
    st.lists(st.integers(0, 5000), max_size=200).map(sorted),
    st.none() | st.integers(175, 350),
)
def test_cores_tile_the_document(
    length: int, breaks: list[int], first_core: int | None
) -> None:
    windows = list(cut_windows(length, breaks, first_core=first_core))
    edges = [0, *(window.core_end for window in windows)]
    assert edges[-1] == length
    assert [window.core_start for window in windows] == edges[:-1]
    for window in windows:
        assert window.end - window.start <= ROOM
        assert window.start <= window.core_start < window.core_end <= window.end
        assert window.start == 0 or window.core_start - window.start == BEFORE
        assert window.end == length or window.end - window.core_end >= AFTER
