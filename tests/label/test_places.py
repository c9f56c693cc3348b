"""Which pieces are near a trigger, and how far."""

from backchannel.label.heads import NEAR
from backchannel.label.places import DISTANCES, distance_buckets, near_pieces


def test_a_short_window_is_near_as_a_whole() -> None:
    near = near_pieces([(3, 4)], 0, 10)
    assert near.shape == (1, NEAR)
    assert near[0, :10].tolist() == list(range(10))
    assert set(near[0, 10:].tolist()) == {-1}


def test_a_trigger_at_the_end_looks_back() -> None:
    near = near_pieces([(509, 510)], 0, 510)
    assert near[0, 0] == 510 - NEAR
    assert near[0, -1] == 509


def test_distance_is_signed_and_grows_in_steps() -> None:
    near = near_pieces([(5, 7)], 0, 12)
    buckets = distance_buckets([(5, 7)], near)[0, :12].tolist()
    assert buckets[5:7] == [0, 0]
    assert buckets[4] == 1
    assert buckets[7] == (DISTANCES + 1) // 2
    assert buckets[:5] == sorted(buckets[:5], reverse=True)
    assert buckets[7:] == sorted(buckets[7:])
    assert max(buckets) < DISTANCES
