"""What people say of a case: reviews of signals, actors merged and split."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from backchannel.case.corrections import parse_correction
from backchannel.case.finding import Finding
from backchannel.domain.codec import record_id
from backchannel.domain.errors import NotFound, SettingsError
from backchannel.domain.forms import signal_form
from backchannel.domain.kept import CaseActor, Entry, Kept
from backchannel.domain.reviews import Action, Review, standing
from backchannel.domain.words import fold
from backchannel.store import log, reviewing
from backchannel.store.actors import load_decisions
from backchannel.store.database import Connection


class Judging(Finding):
    """A case that is reviewed. Nothing said is ever lost: an undo is said, too."""

    def confirm(self, signal: str) -> Review:
        """Say that a signal is right as it stands."""
        return self._review(signal, Action.CONFIRM)

    def reject(self, signal: str) -> Review:
        """Say that there is no such signal."""
        return self._review(signal, Action.REJECT)

    def correct(self, signal: str, field: str, words: str) -> Review:
        """Give a field of a signal another value; docs/cli.md says how it is written.

        Raises:
            SettingsError: there is no such field, or this cannot be its value.
        """
        entry = self.signal(signal)
        value = parse_correction(
            field, words, signal=entry.signal, document=entry.document
        )
        before = signal_form(entry.signal)[field]
        review = self._make(entry.signal.id, Action.CORRECT, value=value)
        return self._judge(replace(review, field=field, before=before))

    def note(self, signal: str, words: str) -> Review:
        """Write something beside a signal."""
        return self._review(signal, Action.NOTE, value=words)

    def tag(self, signal: str, tag: str) -> Review:
        """Put a tag on a signal."""
        if not tag.strip() or '"' in tag:
            raise SettingsError("tag", tag, "give a word or a few")
        return self._review(signal, Action.TAG, value=tag.strip())

    def undo(self, record: str) -> Review:
        """Take back the last review of a signal or actor that still stands.

        Raises:
            NotFound: no review of it stands.
        """
        found = self.show(record)
        if isinstance(found, Kept):
            raise SettingsError("id", record, "is a document; undo a signal or actor")
        with self._writing() as database, database.writing() as connection:
            valid = standing(self._said_of(connection, found))
            if not valid:
                problem = f"no review of {record} stands"
                raise NotFound(self.name, problem, "there is nothing to undo")
            last = valid[-1]
            review = self._make(last.record, Action.UNDO, value=last.id)
            log.put_review(connection, replace(review, before=last.value))
            reviewing.judge_again(connection, [last.record])
            if not isinstance(found, Entry):
                reviewing.judge_actors(connection)
        return review

    def history(self, record: str) -> list[Review]:
        """Return all that was said of a signal or actor, oldest first.

        Of an actor also that another was merged into it.
        """
        found = self.show(record)
        if isinstance(found, Kept):
            return []
        with self._reading() as connection:
            return self._said_of(connection, found)

    def _said_of(
        self, connection: Connection, found: Entry | CaseActor
    ) -> list[Review]:
        if isinstance(found, Entry):
            return log.reviews_of(connection, found.signal.id)
        decided = load_decisions(connection)
        about = {
            review.id
            for review in decided
            if review.action is not Action.UNDO
            and found.id in (review.record, review.value["actor"])
        }
        return [r for r in decided if r.id in about or r.value in about]

    def merge_actors(self, one: str, other: str) -> Review:
        """Say that an actor is another; the other's name and side hold for both."""
        left, right = self.actor(one), self.actor(other)
        if left.id == right.id:
            raise SettingsError("actors", one, "name two different ones")
        value = {"actor": right.id, "name": right.name, "side": right.side}
        return self._decide(left, Action.MERGE, value)

    def split_actor(self, actor: str, spellings: Iterable[str]) -> Review:
        """Say that some spellings of an actor mean somebody else."""
        known = self.actor(actor)
        wanted = [" ".join(words.split()) for words in spellings]
        own = {fold(spelling) for spelling in known.spellings}
        for words in wanted:
            if fold(words) not in own:
                listed = ", ".join(known.spellings[:20])
                raise SettingsError("spelling", words, f"is one of {listed}")
        if {fold(words) for words in wanted} >= own:
            raise SettingsError("spelling", wanted, "leave the actor at least one")
        part = record_id({"split": known.id, "spellings": sorted(map(fold, wanted))})
        value = {"actor": part, "name": wanted[0], "side": known.side}
        return self._decide(known, Action.SPLIT, value | {"spellings": wanted})

    # Inside

    def _review(self, signal: str, action: Action, *, value: Any = None) -> Review:
        entry = self.signal(signal)
        review = self._make(entry.signal.id, action, value=value)
        return self._judge(replace(review, before=entry.opinion.state.value))

    def _judge(self, review: Review) -> Review:
        with self._writing() as database, database.writing() as connection:
            log.put_review(connection, review)
            reviewing.judge_again(connection, [review.record])
        return review

    def _decide(self, actor: CaseActor, action: Action, value: Any) -> Review:
        before = {"name": actor.name, "side": actor.side}
        review = replace(self._make(actor.id, action, value=value), before=before)
        with self._writing() as database, database.writing() as connection:
            log.put_review(connection, review)
            reviewing.judge_actors(connection)
        return review

    def _make(self, record: str, action: Action, *, value: Any = None) -> Review:
        return Review(record, action, self._who, datetime.now(UTC), value=value)
