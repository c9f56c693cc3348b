from dataclasses import replace

from backchannel.domain.kept import Kept
from tests import fakes


def test_what_repeats_a_signal_that_is_left_out_stands_for_it() -> None:
    reading = fakes.reading("[sender Iran] [trigger warned] Iraq.")
    [first] = reading.signals
    second, third = (replace(first, id=one, repeats="s1") for one in ("s2", "s3"))
    kept = Kept(replace(reading, signals=(first, second, third)), ())
    some = kept.only({"s2", "s3"}).reading.signals
    assert [(signal.id, signal.repeats) for signal in some] == [
        ("s2", None),
        ("s3", "s2"),
    ]
