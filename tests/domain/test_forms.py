from dataclasses import replace

from hypothesis import given

from backchannel.domain.forms import (
    DIGITS,
    appearance_form,
    appearance_of,
    signal_form,
    signal_of,
)
from backchannel.domain.reading import Reading
from tests.write.strategies import readings


@given(readings())
def test_a_signal_comes_back_from_its_form(reading: Reading) -> None:
    for signal in reading.signals:
        rounded = {
            field: round(chance, DIGITS) for field, chance in signal.confidence.items()
        }
        back = signal_of(signal_form(signal), signal.document)
        assert back == replace(signal, confidence=rounded)


@given(readings())
def test_an_appearance_comes_back_from_its_form(reading: Reading) -> None:
    shown = reading.document.appearance
    back = appearance_of(appearance_form(shown))
    assert (back.title, back.published, back.url) == (
        shown.title,
        shown.published,
        shown.url,
    )
