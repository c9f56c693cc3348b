"""Who is meant by the mentions of one document.

A labelled document, spans of mentions and the reference tables in; actors out. The
mentions are read in text order, each by the first of `RULES` that applies, so that a
pronoun finds those before it resolved.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from backchannel.domain.labels import Labelled
from backchannel.domain.signals import UNKNOWN_SIDE, Actor
from backchannel.domain.text import Span
from backchannel.domain.words import fold
from backchannel.resolve.collectives import (
    resolve_collective,
    resolve_list,
    resolve_participants,
    resolve_those_states,
    resolve_two_officers,
)
from backchannel.resolve.descriptions import head_of, resolve_description
from backchannel.resolve.first_names import is_first_name
from backchannel.resolve.grammar import is_governed, is_subject
from backchannel.resolve.named import (
    resolve_new_name,
    resolve_owned,
    resolve_part_of_side,
    resolve_person,
    resolve_side,
    resolve_unknown,
)
from backchannel.resolve.offices import Office
from backchannel.resolve.people import Person
from backchannel.resolve.pronouns import HE, ME, SHE, WE, find_pronouns, resolve_pronoun
from backchannel.resolve.reference import Reference
from backchannel.resolve.scene import Answer, Scene
from backchannel.resolve.story import Story, tell_story
from backchannel.resolve.trail import Antecedent, Trail

#: From which probability on a link of the model decides for a pronoun or description.
TRUSTED_LINK = 0.75


def name_actors(
    labelled: Labelled, mentions: Iterable[Span], reference: Reference
) -> dict[Span, tuple[Actor, ...]]:
    """Return who is meant by each of `mentions`, never nobody.

    Several actors for "both sides"; the words themselves, with side "unknown", where
    the text does not tell.

    Raises:
        ValueError: a mention ends outside the document.
    """
    [named] = name_apart(labelled, [mentions], reference)
    return named


def name_apart(
    labelled: Labelled, mentions: Iterable[Iterable[Span]], reference: Reference
) -> list[dict[Span, tuple[Actor, ...]]]:
    """Return as `name_actors`, for several sets that do not sway each other's names.

    Raises:
        ValueError: a mention ends outside the document.
    """
    sets = [dict.fromkeys(some) for some in mentions]
    for span in (span for some in sets for span in some):
        labelled.document.quote(span)
    story = tell_story(labelled, reference)
    return [_Reader(labelled, story).read(some) if some else {} for some in sets]


def follow_link(scene: Scene, span: Span) -> Answer:
    """Return whom the model's link points to, where it is sure."""
    if scene.quote(span).casefold() in ME | WE:
        return None
    link = scene.links.get(span)
    if link is None or link.probability < TRUSTED_LINK or link.span == span:
        return None
    if link.span.start >= span.start:
        return None
    actors = scene.resolve(link.span)
    rule = f"repeats “{scene.quote(link.span)}” (model, {link.probability:.2f})"
    return tuple(replace(actor, rule=rule) for actor in actors)


RULES: tuple[Callable[[Scene, Span], Answer], ...] = (
    follow_link,
    resolve_pronoun,
    resolve_side,
    resolve_two_officers,
    resolve_person,
    resolve_list,
    resolve_participants,
    resolve_those_states,
    resolve_collective,
    resolve_description,
    resolve_part_of_side,
    resolve_new_name,
    resolve_owned,
)


class _Reader:
    """Goes through one document, mention by mention."""

    def __init__(self, labelled: Labelled, story: Story) -> None:
        self._story = story
        self._answers: dict[Span, tuple[Actor, ...]] = {}
        self._open: set[Span] = set()
        self._genders: dict[str, str] = {}
        self._scene = Scene(labelled, labelled.links, story, Trail(), self.resolve)

    def read(self, wanted: Iterable[Span]) -> dict[Span, tuple[Actor, ...]]:
        """Resolve the wanted mentions, and those between them that others point to."""
        wanted = set(wanted)
        page = self._story.page
        landmarks = _landmarks(self._story)
        passing = {*wanted, *(s for s in landmarks if not page.is_furniture(s.start))}
        for span in sorted(passing, key=lambda s: (s.start, -s.end)):
            self._pass(span)
        return {
            span: tuple(self._in_office(actor) for actor in self._answers[span])
            for span in wanted
        }

    def _in_office(self, actor: Actor) -> Actor:
        """Return the actor with the offices that the document names a person with."""
        person = self._story.people.called(actor.name)
        if person is None or person.name != actor.name or person.side != actor.side:
            return actor
        return replace(actor, offices=tuple(sorted(person.offices)))

    def resolve(self, span: Span) -> tuple[Actor, ...]:
        """Return who is meant at `span`."""
        if span in self._answers:
            return self._answers[span]
        if span in self._open:
            return resolve_unknown(self._scene, span)
        self._open.add(span)
        answers = (rule(self._scene, span) for rule in RULES)
        found = next(filter(None, answers), None)
        self._open.discard(span)
        self._answers[span] = found or resolve_unknown(self._scene, span)
        return self._answers[span]

    def _pass(self, span: Span) -> None:
        actors = self.resolve(span)
        page = self._story.page
        kind, head = self._kind(span, actors)
        person = self._story.people.called(actors[0].name)
        self._scene.trail.add(
            Antecedent(
                span=span,
                actors=actors,
                kind=kind,
                gender=self._gender(span, actors[0].name, person),
                subject=is_subject(self._story.text, span),
                sentence=page.sentence_number(span.start),
                head=head,
                quoted=page.quotation_at(span.start) is not None,
            )
        )

    def _gender(self, span: Span, name: str, person: Person | None) -> str:
        """Return the gender that a title, or a pronoun before, told."""
        word = self._scene.quote(span).casefold()
        told = "f" if word in SHE else "m" if word in HE else ""
        if told:
            self._genders.setdefault(name, told)
        by_title = person.gender if person is not None else ""
        return by_title or self._genders.get(name, "")

    def _kind(self, span: Span, actors: tuple[Actor, ...]) -> tuple[str, str]:
        """Return the kind of antecedent and the noun that describes it."""
        head = head_of(self._scene, span)
        title = head.title if head else ""
        if len(actors) > 1:
            return "people", title
        actor = actors[0]
        if self._story.people.called(actor.name) is not None:
            return "person", title
        if actor.side in self._story.groups:
            return "group", title
        if fold(actor.name) == fold(self._story.side_name(actor.side)):
            return "state", title
        if head is None:
            return "body" if actor.side != UNKNOWN_SIDE else "thing", title
        if head.plural:
            return "people", title
        return "person" if head.person else "body", title


def _has_part(text: str, span: Span, person: Person) -> bool:
    """Whether the name has a first name, and acts or is acted upon, as persons are."""
    if not is_first_name(person.name.split()[0]):
        return False
    return is_subject(text, span) or is_governed(text, span)


def _is_title(story: Story, office: Office) -> bool:
    """Whether the office stands right before the name of its holder."""
    gap = Span(office.span.end, min(office.span.end + 4, len(story.text) + 4))
    return any(place.start <= gap.end for place, _ in story.people.from_(gap.start)[:1])


def _landmarks(story: Story) -> Iterable[Span]:
    """Yield what later mentions may point to, whether it was asked for or not."""
    yield from (
        span
        for span, person in story.people.places
        if person.certain or _has_part(story.text, span, person)
    )
    yield from (n.span for n in story.sides.all if n.kind != "demonym")
    yield from (
        office.span
        for office in story.offices
        if (office.owner is not None or not office.plural)
        and not _is_title(story, office)
    )
    yield from find_pronouns(story.text)
