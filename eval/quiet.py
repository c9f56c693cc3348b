"""What is found where there is nothing: texts without diplomacy (`eval/quiet.jsonl`).

Sport, recipes, markets, reviews: people who are no political actors warn, deny and
agree in them. Every signal read there is invented.
"""

from pathlib import Path

from backchannel.case import Reader
from eval.gold import corpora, read_all
from eval.parts import Part

CORPUS = Path(__file__).with_name("quiet.jsonl")
TITLE = "Texts without diplomacy"
ABOUT = (
    "Signals invented in texts of sport, cooking, markets, arts and the like, where the"
    " aim is at most one in 2,000 words. *At least*: those as probable as that."
)
#: Words among which one invented signal is borne.
PER = 2000
LEAST = (0.0, 0.3, 0.5, 0.7)


def measure(reader: Reader) -> Part:
    """Return how many signals are invented, by how sure they are."""
    read = read_all(CORPUS, reader)
    words = sum(len(document["text"].split()) for document in read)
    chances = [
        signal["confidence"].get("signal", 1.0)
        for document in read
        for signal in document["signals"]
    ]
    rows = {}
    for least in LEAST:
        invented = sum(chance >= least for chance in chances)
        name = f"at least {least}" if least else "all"
        rate = invented * PER / max(1, words)
        rows[name] = {"invented": invented, f"in {PER:,} words": float(rate)}
    rows["all"] |= {"texts": len(read), "words": words}
    return Part(TITLE, ABOUT, corpora(CORPUS), rows)
