"""The measure of grouping counts what it measures."""

from itertools import islice

from backchannel.domain.reading import Reading
from eval.bench_crises import crises
from eval.bench_grouping import measure
from tests.compare.told import told


def test_figures_count_signals_documents_and_exchanges() -> None:
    warned = told("[sender Iran] [trigger warned] [recipient Iraq] of a war at sea.")
    reading = Reading(warned[0].document, (warned[0].signal,))
    figures = measure(list(islice(crises([[reading]]), 12)))
    assert (figures["signals"], figures["documents"]) == (12, 12)
    assert 1 <= figures["exchanges"] <= 12
    assert figures["milliseconds a signal"] >= 0
