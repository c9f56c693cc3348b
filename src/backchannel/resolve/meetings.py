"""Who met: the parties of a readout, which later sentences call "they"."""

from backchannel.domain.signals import Actor
from backchannel.resolve.scene import Answer, Scene


def those_who_met(scene: Scene, offset: int) -> Answer:
    """Return the persons whom the nearest sentence before names from several sides."""
    number = scene.story.page.sentence_number(offset)
    found: dict[str, Actor] = {}
    sentence = -1
    for antecedent in scene.trail.back(60):
        if antecedent.kind != "person" or antecedent.sentence >= number:
            continue
        if antecedent.sentence != sentence:
            if len({actor.side for actor in found.values()}) > 1:
                break
            found, sentence = {}, antecedent.sentence
        found.setdefault(antecedent.actors[0].name, antecedent.actors[0])
    if len({actor.side for actor in found.values()}) < 2:
        return None
    return tuple(
        Actor(actor.name, actor.side, "named before as meeting")
        for actor in reversed(found.values())
    )
