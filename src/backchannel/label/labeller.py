"""Documents to labelled documents: windows, one encoder pass each, decoded.

In: a `Document`. Out: `Labelled`, every passage widened to whole words.
"""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from backchannel.domain.chances import log_odds
from backchannel.domain.labels import Frame, Labelled, LabelledSpan, Mention
from backchannel.domain.sentences import split_sentences
from backchannel.domain.text import Document, Span
from backchannel.label.decode import (
    JOINING,
    Run,
    decode_labels,
    decode_likeliest,
    decode_passage,
    decode_passages,
    decode_tags,
    sigmoid,
    softmax,
)
from backchannel.label.due import LEAST, due_roles
from backchannel.label.heads import (
    CLASSES,
    NEAR,
    ROLES,
    TAGS,
    TRIGGER_CLASSES,
    class_columns,
    tag_columns,
)
from backchannel.label.model import FrameScores, Model
from backchannel.label.tidy import names_an_act, tidy, trim_name, whole_words
from backchannel.label.tokens import Tokens
from backchannel.label.windows import Window, cut_windows

#: Roles that a signal fills with one passage; the others may have several.
SINGLE = frozenset({"content", "condition", "consequence", "time", "antecedent"})
#: Roles filled by actors, of which more is asked: what they repeat.
ACTORS = ("sender", "recipient", "intermediary", "source")
#: Roles whose actors may be on whose word a signal is: asked what kind of source.
TELLERS = ("sender", "source")
#: Pieces around a mention that are read for it: fewer than in training, for speed.
NEAR_MENTION = 96
#: "They": a longer word with a capital that stands alone is a name.
LONGEST_PRONOUN = 4
#: The other roles of a signal.
PASSAGES = ("content", "condition", "consequence", "time")
#: How probable a passage must be, where the model file does not say. It says so for the
#: roles that `python -m training.tune` tunes on the held-back documents; the trigger,
#: the sender and the antecedent keep these, which were chosen by hand.
THRESHOLDS = {
    "trigger": 0.5,
    "sender": 0.35,
    "recipient": 0.4,
    "intermediary": 0.35,
    "source": 0.4,
    "content": 0.5,
    "condition": 0.45,
    "consequence": 0.5,
    "time": 0.4,
    "antecedent": 0.4,
}
_TAG_COLUMNS, _CLASS_COLUMNS = tag_columns(), class_columns()


class Labeller:
    """Reads documents with one model."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._thresholds = THRESHOLDS | model.thresholds

    def label(self, document: Document) -> Labelled:
        """Return everything the model reads in `document`.

        The same document gives the same result alone and among others.
        """
        tokens = self._model.tokenizer.encode(document.text)
        starts = tokens.offsets[:, 0].tolist()
        breaks = [
            bisect_left(starts, sentence.start)
            for sentence in split_sentences(document.text)
        ]
        frames: list[Frame] = []
        names: list[LabelledSpan] = []
        mentions: dict[Span, Mention] = {}
        for window in cut_windows(len(tokens), breaks):
            read = _WindowReader(document.text, tokens, window, self._thresholds)
            hidden, tags = self._model.encode(
                tokens.ids[window.start : window.end],
                tokens.shapes[window.start : window.end],
            )
            named = read.names(tags)
            names.extend(read.own(named))
            triggers = read.triggers(tags)
            if triggers:
                scores = self._model.score_frames(
                    hidden, [t[:2] for t in triggers], width=NEAR
                )
                found = read.frames(triggers, scores, named)
                frames.extend(found)
                mentions |= self._ask_mentions(read, hidden, found)
        return Labelled(document, tuple(frames), tuple(names), mentions)

    def _ask_mentions(
        self,
        read: "_WindowReader",
        hidden: NDArray[np.float32],
        frames: Sequence[Frame],
    ) -> dict[Span, Mention]:
        """Ask what pronouns and descriptions repeat, and what sources tellers are."""
        spans = sorted(
            {
                role.span
                for frame in frames
                for role in frame.roles
                if role.label in TELLERS
                or (role.label in ACTORS and not read.is_name(role.span))
            }
        )
        placed = [(span, pieces) for span in spans if (pieces := read.pieces(span))]
        if not placed:
            return {}
        scores = self._model.score_frames(
            hidden, [pieces for _, pieces in placed], width=NEAR_MENTION
        )
        return {
            span: read.mention(span, scores, n) for n, (span, _) in enumerate(placed)
        }


class _WindowReader:
    """The arrays of one window, read as passages of the text."""

    def __init__(
        self, text: str, tokens: Tokens, window: Window, thresholds: dict[str, float]
    ) -> None:
        self._text, self._window, self._thresholds = text, window, thresholds
        self._offsets = tokens.offsets[window.start : window.end]  # (T, 2)

    def names(self, tags: NDArray[np.float32]) -> list[LabelledSpan]:
        scores = tags[:, _TAG_COLUMNS["name"]]
        return [
            LabelledSpan(trim_name(self._text, self._span(run)), label, run[2])
            for run, label in decode_labels(scores, TAGS["name"])
        ]

    def own(self, passages: Sequence[LabelledSpan]) -> list[LabelledSpan]:
        """Return those that begin in the window's core: no other window has them."""
        core = self._window.core_start, self._window.core_end - 1
        first, last = (int(self._offsets[at - self._window.start, 0]) for at in core)
        return [p for p in passages if first <= p.span.start <= last]

    def triggers(self, tags: NDArray[np.float32]) -> list[Run]:
        threshold = self._thresholds["trigger"]
        runs = decode_tags(tags[:, _TAG_COLUMNS["trigger"]], threshold=threshold)
        return [
            run
            for run in self._whole(runs)
            if self._owns(run) and names_an_act(self._words(run))
        ]

    def _whole(self, runs: Sequence[Run]) -> list[Run]:
        """Join triggers that are one: "had" and "agreed", two parts of one word."""
        joined: list[Run] = []
        for run in runs:
            if joined and self._touch(joined[-1], run):
                before, _, earlier = joined[-1]
                joined[-1] = before, run[1], max(earlier, run[2])
            else:
                joined.append(run)
        return joined

    def _touch(self, left: Run, right: Run) -> bool:
        """Whether nothing but white space, or no end of a word, is between."""
        gap = slice(int(self._offsets[left[1] - 1, 1]), int(self._offsets[right[0], 0]))
        if not self._text[gap].strip():
            return True
        return self._span(left).overlaps(self._span(right))

    def frames(
        self,
        triggers: Sequence[Run],
        scores: FrameScores,
        names: Sequence[LabelledSpan],
    ) -> list[Frame]:
        found = []
        for n, trigger in enumerate(triggers):
            acts, statuses, channels = (
                _distribution(scores.classes[n], head) for head in TRIGGER_CLASSES
            )
            roles = self.roles_of(scores, n, PASSAGES)
            due = due_roles(acts, channels)
            for role in ACTORS:
                passages = self.roles_of(scores, n, (role,), due=due)
                roles += tidy(self._text, passages, names)
            span = LabelledSpan(self._span(trigger), "trigger", trigger[2])
            found.append(
                Frame(
                    span,
                    acts,
                    statuses,
                    channels,
                    tuple(sorted(roles)),
                    _peaks(scores, n),
                )
            )
        return found

    def roles_of(
        self,
        scores: FrameScores,
        n: int,
        roles: Sequence[str],
        *,
        due: frozenset[str] = frozenset(),
    ) -> list[LabelledSpan]:
        """Decode the passages of `roles` around trigger `n`.

        Of a role that is `due`, the likeliest passage will do.
        """
        near = scores.near[n]
        count = int((near >= 0).sum())
        base = int(near[0]) if count else 0
        found = []
        for role in roles:
            column = 2 * ROLES.index(role)
            inside = scores.roles[n, :count, column]
            least = LEAST[role] if role in due else JOINING
            if inside.max(initial=-np.inf) < log_odds(least):
                continue
            begins = scores.roles[n, :count, column + 1]
            runs = self._passages(role, inside, begins)
            if role in due and not runs:
                runs = decode_likeliest(inside, begins, least=least)
            for first, last, chance in runs:
                run = first + base, last + base, chance
                found.append(LabelledSpan(self._span(run), role, chance))
        return found

    def _passages(
        self, role: str, inside: NDArray[np.float32], begins: NDArray[np.float32]
    ) -> list[Run]:
        threshold = self._thresholds[role]
        if role in SINGLE:
            best = decode_passage(inside, begins)
            return [best] if best and best[2] >= threshold else []
        return decode_passages(inside, begins, threshold=threshold)

    def is_name(self, span: Span) -> bool:
        """Whether a word at `span` other than its first has a capital, or is long."""
        first, *others = self._text[span.start : span.end].split()
        alone = not others and first[:1].isupper() and len(first) > LONGEST_PRONOUN
        return alone or any(word[:1].isupper() for word in others)

    def mention(self, span: Span, scores: FrameScores, n: int) -> Mention:
        """Decode what mention `n` repeats, if anything, and its kind as a source."""
        kinds = _distribution(scores.classes[n], "kind")
        if self.is_name(span):
            return Mention(span, None, kinds)
        repeated = self.roles_of(scores, n, ("antecedent",))
        names = [
            link
            for link in repeated
            if self._text[link.span.start].isupper() or self.is_name(link.span)
        ]
        earlier = [name for name in names if not name.span.overlaps(span)]
        return Mention(span, earlier[0] if earlier else None, kinds)

    def pieces(self, span: Span) -> tuple[int, int] | None:
        """Return the pieces [first, last) of this window at `span`, if it has them."""
        starts, ends = self._offsets[:, 0], self._offsets[:, 1]
        inside = np.flatnonzero((ends > span.start) & (starts < span.end))
        return (int(inside[0]), int(inside[-1]) + 1) if len(inside) else None

    def _owns(self, run: Run) -> bool:
        at = self._window.start + run[0]
        return self._window.core_start <= at < self._window.core_end

    def _span(self, run: Run) -> Span:
        """Return the passage of a run, widened to whole words."""
        start, end = int(self._offsets[run[0], 0]), int(self._offsets[run[1] - 1, 1])
        return whole_words(self._text, start, end)

    def _words(self, run: Run) -> str:
        span = self._span(run)
        return self._text[span.start : span.end]


def _peaks(scores: FrameScores, n: int) -> dict[str, float]:
    """Return how probable the likeliest piece of each role is, for trigger `n`."""
    count = int((scores.near[n] >= 0).sum())
    highest = sigmoid(scores.roles[n, :count, ::2].max(axis=0))  # (roles,)
    return dict(zip(ROLES, highest.tolist(), strict=True))


def _distribution(scores: NDArray[np.float32], head: str) -> dict[str, float]:
    chances = softmax(scores[_CLASS_COLUMNS[head]]).tolist()
    return dict(zip(CLASSES[head], chances, strict=True))
