"""What people say of a case: reviews of signals, actors merged and split."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from backchannel.case.corrections import parse_correction
from backchannel.case.finding import Finding
from backchannel.domain.codec import actor_id, record_id
from backchannel.domain.errors import NotFound, SettingsError
from backchannel.domain.forms import signal_form
from backchannel.domain.kept import Entry, Kept
from backchannel.domain.reviews import Action, Review, standing
from backchannel.store import log, reviewing


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
        return self._judge(entry, Action.CORRECT, field=field, value=value, old=before)

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
        one = found.signal.id if isinstance(found, Entry) else found.id
        with self._reading() as connection:
            valid = standing(log.reviews_of(connection, one))
        if not valid:
            raise NotFound(self.where, f"no review of {record} stands", "undo another")
        value = valid[-1].id
        if isinstance(found, Entry):
            return self._judge(found, Action.UNDO, value=value)
        return self._decide(found.id, Action.UNDO, value)

    def history(self, record: str) -> list[Review]:
        """Return all that was said of a signal or actor, oldest first."""
        found = self.show(record)
        if isinstance(found, Kept):
            return []
        one = found.signal.id if isinstance(found, Entry) else found.id
        with self._reading() as connection:
            return log.reviews_of(connection, one)

    def merge_actors(self, one: str, other: str) -> Review:
        """Say that an actor is another; the other's name and side hold for both."""
        left, right = self.actor(one), self.actor(other)
        if left.id == right.id:
            raise SettingsError("actors", one, "name two different ones")
        return self._decide(left.id, Action.MERGE, right.id)

    def split_actor(self, actor: str, spellings: Iterable[str]) -> Review:
        """Say that some spellings of an actor mean somebody else."""
        known = self.actor(actor)
        wanted = [" ".join(words.split()) for words in spellings]
        for words in wanted:
            if words not in known.spellings:
                listed = ", ".join(known.spellings[:20])
                raise SettingsError("spelling", words, f"is one of {listed}")
        if set(wanted) >= set(known.spellings):
            raise SettingsError("spelling", wanted, "leave the actor at least one")
        parts = {"actor": actor_id(known.name, known.side), "split": sorted(wanted)}
        value = {"spellings": wanted, "actor": record_id(parts)}
        return self._decide(known.id, Action.SPLIT, value)

    def _review(self, signal: str, action: Action, *, value: Any = None) -> Review:
        return self._judge(self.signal(signal), action, value=value)

    def _judge(
        self,
        entry: Entry,
        action: Action,
        *,
        field: str | None = None,
        value: Any = None,
        old: Any = None,
    ) -> Review:
        review = Review(
            record=entry.signal.id,
            action=action,
            who=self._who,
            at=datetime.now(UTC),
            field=field,
            value=value,
            before=entry.opinion.state.value if field is None else old,
        )
        with self._writing() as database, database.writing() as connection:
            log.put_review(connection, review)
            reviewing.judge_again(connection, [entry.signal.id])
        return review

    def _decide(self, actor: str, action: Action, value: Any) -> Review:
        review = Review(actor, action, self._who, datetime.now(UTC), value=value)
        with self._writing() as database, database.writing() as connection:
            log.put_review(connection, review)
            reviewing.judge_actors(connection)
        return review
