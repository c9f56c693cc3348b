"""Copies: one text that several outlets printed, word for word or nearly.

Documents in, one at a time; out, the earlier document that each is a copy of. What ten
thousand papers print is one account with ten thousand outlets, and is compared once.
"""

from collections import Counter
from collections.abc import Sequence

from backchannel.domain.codec import record_id
from backchannel.domain.kept import Entry
from backchannel.domain.sentences import split_sentences
from backchannel.domain.text import Document
from backchannel.domain.words import fold

#: Of a copy's sentences so many stand in the original.
ALIKE = 0.8
#: Sentences shorter than that stand in many texts: "He did not elaborate."
LEAST_LETTERS = 40
#: A text of fewer long sentences is no copy unless all of it is.
FEW = 3


class Copies:
    """The originals so far, found by their sentences."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}

    def find(self, document: Document) -> str | None:
        """Return the id of the document that this is a copy of; else remember it."""
        sentences = _long_sentences(document)
        held = Counter(self._first[key] for key in sentences if key in self._first)
        if held:
            # Of two that hold as many, the one with the smaller id.
            original, count = min(held.items(), key=lambda item: (-item[1], item[0]))
            least = ALIKE if len(sentences) >= FEW else 1.0
            if count >= least * len(sentences):
                return original
        self.remember(document)
        return None

    def remember(self, document: Document) -> None:
        """Let later documents be found to be copies of this one."""
        for key in _long_sentences(document):
            self._first.setdefault(key, document.id)


def report_key(entry: Entry) -> str:
    """Return what two signals share if one is the copy of the other."""
    signal, document = entry.signal, entry.document
    return record_id(
        {
            "sentence": fold(document.quote(signal.sentence)),
            "trigger": fold(document.quote(signal.trigger)),
            "at": signal.trigger.start - signal.sentence.start,
        }
    )


def _long_sentences(document: Document) -> Sequence[str]:
    texts = (document.quote(span) for span in split_sentences(document.text))
    folded = (fold(text) for text in texts if len(text) >= LEAST_LETTERS)
    return sorted({record_id({"sentence": text}) for text in folded})
