"""Networks of actors: GraphML and GEXF.

GraphML 1.0 (http://graphml.graphdrawing.org), GEXF 1.3 (https://gexf.net). A node is an
actor, an edge all signals from one sender to one recipient. A carrier is no stop of an
edge: who passes a message on neither sent it nor was meant by it, and edges to and from
carriers would make a protecting power the centre of every network. Who carried is told
by the edge; how often somebody did, by the node.

Both formats want totals, so nothing is written before the last document came; what is
held until then are counts.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from backchannel.domain.codec import actor_id
from backchannel.domain.kept import Kept
from backchannel.domain.signals import Channel, Party, Signal, Status

#: What XML 1.0 cannot hold, not even escaped (section 2.2).
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STATUSES = tuple(status for status in Status if status is not Status.DONE)

Value = str | int
_NODE_FIELDS: dict[str, type[Value]] = {
    "name": str,
    "side": str,
    "signals": int,
    "sent": int,
    "received": int,
    "carried": int,
}
_EDGE_FIELDS: dict[str, type[Value]] = {
    **{f"status_{status}": int for status in _STATUSES},
    **{f"channel_{channel}": int for channel in Channel},
    "repetitions": int,
    "intermediaries": str,
    "first_day": str,
    "last_day": str,
}


@dataclass(frozen=True, slots=True)
class _Edge:
    """What the signals from one actor to another come to, counted as they come."""

    counts: Counter[str] = field(default_factory=Counter)
    carriers: Counter[str] = field(default_factory=Counter)
    #: The first and the last of them.
    days: list[date] = field(default_factory=list)

    @property
    def values(self) -> dict[str, Value]:
        """Its fields in the order of `_EDGE_FIELDS`; unknown words are left out."""
        told: dict[str, Value] = {
            name: self.counts[name]
            for name, kind in _EDGE_FIELDS.items()
            if kind is int
        }
        ranked = sorted(self.carriers.items(), key=lambda one: (-one[1], one[0]))
        if ranked:
            told["intermediaries"] = "; ".join(f"{name} ({n})" for name, n in ranked)
        if self.days:
            told["first_day"] = self.days[0].isoformat()
            told["last_day"] = self.days[-1].isoformat()
        return told


@dataclass(frozen=True, slots=True)
class _Network:
    """Actors and edges by the ids of actors."""

    actors: dict[str, Counter[str]]
    #: Actor -> name and side.
    names: dict[str, tuple[str, str]]
    edges: dict[tuple[str, str], _Edge]
    signals: int

    def nodes(self) -> Iterator[tuple[str, dict[str, Value]]]:
        """Yield every actor by its id, with its fields."""
        for actor, counts in sorted(self.actors.items()):
            name, side = self.names[actor]
            told: dict[str, Value] = {"name": name, "side": side}
            for number in ("signals", "sent", "received", "carried"):
                told[number] = counts[number]
            yield actor, told


def write_graphml(documents: Iterable[Kept], stream: TextIO) -> int:
    """Write the network as GraphML; return how many signals are counted in it."""
    network = _count(documents)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    fields = {**_NODE_FIELDS, "weight": float, **_EDGE_FIELDS}
    for name, kind in fields.items():
        owner = "node" if name in _NODE_FIELDS else "edge"
        written = {str: "string", int: "int", float: "double"}[kind]
        declared = f'attr.name="{name}" attr.type="{written}"'
        stream.write(f'<key id="{name}" for="{owner}" {declared}/>\n')
    stream.write('<graph id="signals" edgedefault="directed">\n')
    for actor, told in network.nodes():
        stream.write(f'<node id="{actor}">{_data(told)}</node>\n')
    for (sender, recipient), edge in sorted(network.edges.items()):
        told = {"weight": edge.counts["weight"], **edge.values}
        ends = f'source="{sender}" target="{recipient}"'
        stream.write(f"<edge {ends}>{_data(told)}</edge>\n")
    stream.write("</graph>\n</graphml>\n")
    return network.signals


def write_gexf(documents: Iterable[Kept], stream: TextIO) -> int:
    """Write the network as GEXF; return how many signals are counted in it."""
    network = _count(documents)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write('<gexf xmlns="http://gexf.net/1.3" version="1.3">\n')
    stream.write('<graph defaultedgetype="directed" mode="static">\n')
    for owner, fields in (("node", _NODE_FIELDS), ("edge", _EDGE_FIELDS)):
        stream.write(f'<attributes class="{owner}">\n')
        for name, kind in fields.items():
            written = "string" if kind is str else "integer"
            stream.write(f'<attribute id="{name}" title="{name}" type="{written}"/>\n')
        stream.write("</attributes>\n")
    stream.write("<nodes>\n")
    for actor, told in network.nodes():
        label = _attribute(str(told["name"]))
        stream.write(f'<node id="{actor}" label={label}>{_attvalues(told)}</node>\n')
    stream.write("</nodes>\n<edges>\n")
    for number, (ends, edge) in enumerate(sorted(network.edges.items()), 1):
        weight = edge.counts["weight"]
        stream.write(
            f'<edge id="{number}" source="{ends[0]}" target="{ends[1]}"'
            f' weight="{weight}">{_attvalues(edge.values)}</edge>\n'
        )
    stream.write("</edges>\n</graph>\n</gexf>\n")
    return network.signals


def _count(documents: Iterable[Kept]) -> _Network:
    actors: dict[str, Counter[str]] = {}
    names: dict[str, tuple[str, str]] = {}
    edges: dict[tuple[str, str], _Edge] = {}
    signals = 0
    for kept in documents:
        for signal in kept.reading.signals:
            sent, received, carried = (
                _meet(names, parties)
                for parties in (signal.sender, signal.recipient, signal.intermediary)
            )
            roles = {"sent": sent, "received": received, "carried": carried}
            for role, met in roles.items():
                for actor in met:
                    actors.setdefault(actor, Counter())[role] += 1
            everybody = sent | received | carried
            for actor in everybody:
                actors[actor]["signals"] += 1
            for pair in product(sent, received):
                _add(edges.setdefault(pair, _Edge()), signal)
            signals += bool(everybody)
    return _Network(actors, names, edges, signals)


def _meet(names: dict[str, tuple[str, str]], parties: Iterable[Party]) -> set[str]:
    met = {actor_id(one.actor, one.side): (one.actor, one.side) for one in parties}
    names.update(met)
    return set(met)


def _add(edge: _Edge, signal: Signal) -> None:
    edge.counts.update(
        ["weight", f"status_{signal.status}", f"channel_{signal.channel}"]
    )
    edge.counts["repetitions"] += signal.repeats is not None
    edge.carriers.update({party.actor for party in signal.intermediary})
    interval = signal.time.interval if signal.time else None
    known = [day for day in (interval.start, interval.end) if day] if interval else []
    days = sorted([*edge.days, *known])
    edge.days[:] = [days[0], days[-1]] if days else []


def _data(told: dict[str, Value]) -> str:
    return "".join(
        f'<data key="{name}">{escape(_writable(str(value)))}</data>'
        for name, value in told.items()
    )


def _attvalues(told: dict[str, Value]) -> str:
    written = (
        f'<attvalue for="{name}" value={_attribute(str(value))}/>'
        for name, value in told.items()
    )
    return f"<attvalues>{''.join(written)}</attvalues>"


def _attribute(text: str) -> str:
    return quoteattr(_writable(text))


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)
