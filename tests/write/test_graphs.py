"""Both formats are what their schemas demand, and others read the same counts."""

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TextIO

import networkx as nx
import pytest
from hypothesis import given
from lxml import etree

from backchannel.domain.codec import actor_id
from backchannel.domain.kept import Kept
from backchannel.domain.reading import Reading
from backchannel.domain.signals import Channel, Interval, Party, Status, Time
from backchannel.domain.text import Document, Span
from backchannel.write.graphs import write_gexf, write_graphml
from tests import fakes
from tests.write.kept import kept, kept_documents

Writer = Callable[[Iterable[Kept], TextIO], int]
RELAY = "[intermediary Qatar] said [sender Israel] [trigger warned] [recipient Hamas]."
ISRAEL, HAMAS, QATAR = (
    actor_id(name, "unknown") for name in ("Israel", "Hamas", "Qatar")
)

#: What graphml-structure.xsd and graphml-attributes.xsd 1.0 demand of what we use.
GRAPHML = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0"
    ns="http://graphml.graphdrawing.org/xmlns"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><element name="graphml">
  <zeroOrMore><element name="key">
    <attribute name="id"><data type="NMTOKEN"/></attribute>
    <attribute name="for"><choice><value>node</value><value>edge</value></choice>
    </attribute>
    <attribute name="attr.name"><data type="NMTOKEN"/></attribute>
    <attribute name="attr.type"><choice><value>boolean</value><value>int</value>
      <value>long</value><value>float</value><value>double</value><value>string</value>
    </choice></attribute>
  </element></zeroOrMore>
  <element name="graph">
    <attribute name="id"><data type="NMTOKEN"/></attribute>
    <attribute name="edgedefault"><value>directed</value></attribute>
    <zeroOrMore><choice>
      <element name="node">
        <attribute name="id"><data type="NMTOKEN"/></attribute>
        <ref name="values"/>
      </element>
      <element name="edge">
        <attribute name="source"><data type="NMTOKEN"/></attribute>
        <attribute name="target"><data type="NMTOKEN"/></attribute>
        <ref name="values"/>
      </element>
    </choice></zeroOrMore>
  </element>
</element></start>
<define name="values"><zeroOrMore><element name="data">
  <attribute name="key"><data type="NMTOKEN"/></attribute><text/>
</element></zeroOrMore></define>
</grammar>"""
#: What gexf.xsd and data of GEXF 1.3 demand of what we use.
GEXF = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://gexf.net/1.3"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><element name="gexf">
  <attribute name="version"><value>1.3</value></attribute>
  <element name="graph">
    <attribute name="defaultedgetype"><value>directed</value></attribute>
    <attribute name="mode"><value>static</value></attribute>
    <zeroOrMore><element name="attributes">
      <attribute name="class"><choice><value>node</value><value>edge</value></choice>
      </attribute>
      <zeroOrMore><element name="attribute">
        <attribute name="id"/><attribute name="title"/>
        <attribute name="type"><choice><value>integer</value><value>string</value>
        </choice></attribute>
      </element></zeroOrMore>
    </element></zeroOrMore>
    <element name="nodes"><zeroOrMore><element name="node">
      <attribute name="id"/><attribute name="label"/><ref name="values"/>
    </element></zeroOrMore></element>
    <element name="edges"><zeroOrMore><element name="edge">
      <attribute name="id"/><attribute name="source"/><attribute name="target"/>
      <attribute name="weight"><data type="double"/></attribute><ref name="values"/>
    </element></zeroOrMore></element>
  </element>
</element></start>
<define name="values"><element name="attvalues">
  <zeroOrMore><element name="attvalue">
    <attribute name="for"/><attribute name="value"/>
  </element></zeroOrMore>
</element></define>
</grammar>"""
FORMATS: dict[Writer, str] = {write_graphml: GRAPHML, write_gexf: GEXF}
both = pytest.mark.parametrize("write", FORMATS, ids=["graphml", "gexf"])


def written(write: Writer, *documents: Kept) -> str:
    stream = io.StringIO()
    write(list(documents), stream)
    return stream.getvalue()


def graph(write: Writer, *documents: Kept) -> "nx.DiGraph[str]":
    """Return what networkx reads."""
    file = io.BytesIO(written(write, *documents).encode("utf-8"))
    read: Any
    if write is write_graphml:
        read = nx.read_graphml(file)
    else:
        read = nx.read_gexf(file, version="1.3")
    assert isinstance(read, nx.DiGraph)
    assert not read.is_multigraph()
    return read


def check(write: Writer, *documents: Kept) -> None:
    tree = etree.fromstring(written(write, *documents).encode("utf-8"))
    schema = etree.RelaxNG(etree.fromstring(FORMATS[write]))
    assert schema.validate(tree), schema.error_log
    ids = [node.get("id") for node in tree.iter("{*}node")]
    assert len(set(ids)) == len(ids)
    ends = {
        edge.get(end) for edge in tree.iter("{*}edge") for end in ("source", "target")
    }
    assert ends <= set(ids)
    declared = {key.get("id") for key in tree.iter("{*}key", "{*}attribute")}
    used = {
        data.get("key") or data.get("for")
        for data in tree.iter("{*}data", "{*}attvalue")
    }
    assert used <= declared


def relay(**changes: Any) -> Kept:
    reading = fakes.reading(RELAY)
    return kept(replace(reading, signals=(replace(reading.signals[0], **changes),)))


def on(*days: str | None) -> Time:
    start, end = (date.fromisoformat(day) if day else None for day in days)
    return Time(Span(0, 5), Interval(start, end))


@both
@pytest.mark.parametrize("path", fakes.ANNOTATED[::4], ids=lambda path: path.stem)
def test_real_articles_are_what_the_schema_demands(write: Writer, path: Path) -> None:
    check(write, kept(fakes.annotated(path)))


@both
def test_edge_leads_from_sender_to_recipient_and_tells_who_carried(
    write: Writer,
) -> None:
    read = graph(write, relay())
    assert list(read.edges) == [(ISRAEL, HAMAS)]
    edge = read.edges[ISRAEL, HAMAS]
    assert edge["weight"] == 1
    assert edge["intermediaries"] == "Qatar (1)"


@both
def test_nodes_have_name_side_and_counts(write: Writer) -> None:
    nodes = graph(write, relay(), relay(recipient=())).nodes
    numbers = ("name", "side", "signals", "sent", "received", "carried")
    told = {actor: [nodes[actor][one] for one in numbers] for actor in nodes}
    assert told == {
        ISRAEL: ["Israel", "unknown", 2, 2, 0, 0],
        HAMAS: ["Hamas", "unknown", 1, 0, 1, 0],
        QATAR: ["Qatar", "unknown", 2, 0, 0, 2],
    }


@both
def test_edges_count_channels_statuses_and_repetitions(write: Writer) -> None:
    edge = graph(
        write,
        relay(channel=Channel.CALL),
        relay(channel=Channel.CALL, status=Status.NEGATED),
        relay(channel=Channel.LETTER, repeats="s0"),
    ).edges[ISRAEL, HAMAS]
    assert edge["weight"] == 3
    assert (edge["channel_call"], edge["channel_letter"]) == (2, 1)
    assert edge["channel_meeting"] == 0
    assert (edge["status_negated"], edge["status_planned"]) == (1, 0)
    assert edge["repetitions"] == 1


@both
def test_edges_have_the_first_and_the_last_day_of_their_signals(write: Writer) -> None:
    edge = graph(
        write,
        relay(time=on("2024-08-01", "2024-08-04")),
        relay(time=on(None, "2024-09-01")),
        relay(time=on("2023-10-07", "2023-10-07")),
        relay(),
    ).edges[ISRAEL, HAMAS]
    assert (edge["first_day"], edge["last_day"]) == ("2023-10-07", "2024-09-01")


@both
def test_edge_of_undated_signals_has_no_days(write: Writer) -> None:
    edge = graph(write, relay()).edges[ISRAEL, HAMAS]
    assert "first_day" not in edge
    assert "last_day" not in edge


@both
def test_every_sender_is_joined_with_every_recipient_once(write: Writer) -> None:
    twice = (
        Party(Span(0, 5), "Israel", "unknown"),
        Party(Span(6, 9), "Israel", "unknown"),
    )
    many = Party(Span(0, 5), "Hamas", "unknown"), Party(Span(6, 9), "Iran", "IRN")
    read = graph(write, relay(sender=twice, recipient=many))
    ends = {(ISRAEL, HAMAS), (ISRAEL, actor_id("Iran", "IRN"))}
    assert set(read.edges) == ends
    assert {read.edges[pair]["weight"] for pair in ends} == {1}


@both
def test_carriers_are_ranked_by_how_often_they_carried(write: Writer) -> None:
    oman = (Party(Span(0, 5), "Oman", "OMN"),)
    edge = graph(write, relay(), relay(intermediary=oman), relay()).edges[ISRAEL, HAMAS]
    assert edge["intermediaries"] == "Qatar (2); Oman (1)"


@both
def test_signals_are_counted_that_have_anybody(write: Writer) -> None:
    nobody = relay(sender=(), recipient=(), intermediary=())
    assert write([relay(), nobody, relay(sender=())], io.StringIO()) == 2


@both
def test_case_without_signals_is_an_empty_graph(write: Writer) -> None:
    unread = kept(Reading(Document("d1", "Rien."), unread="language is French"))
    check(write, unread)
    assert len(graph(write, unread)) == len(graph(write)) == 0


@both
def test_order_of_documents_makes_no_difference(write: Writer) -> None:
    one, two = relay(), relay(sender=(Party(Span(0, 5), "Iran", "IRN"),))
    assert written(write, one, two) == written(write, two, one)


@both
@pytest.mark.parametrize(
    ("name", "read"),
    [
        ('"><node id="x"/>', '"><node id="x"/>'),
        ("]]>&amp;", "]]>&amp;"),
        ("a\x00b\x0c\uffff", "a\ufffdb\ufffd\ufffd"),
        ("one\ntwo\tthree", "one\ntwo\tthree"),
    ],
    ids=["markup", "entities", "what XML cannot hold", "spaces"],
)
def test_hostile_names_stay_names(write: Writer, name: str, read: str) -> None:
    document = relay(sender=(Party(Span(0, 5), name, "unknown"),))
    check(write, document)
    assert graph(write, document).nodes[actor_id(name, "unknown")]["name"] == read


@both
@given(document=kept_documents())
def test_counts_add_up_whatever_a_text_says(write: Writer, document: Kept) -> None:
    check(write, document)
    read = graph(write, document)
    signals = document.reading.signals
    pairs = sum(
        len({(one.actor, one.side) for one in signal.sender})
        * len({(one.actor, one.side) for one in signal.recipient})
        for signal in signals
    )
    assert sum(told["weight"] for _, _, told in read.edges(data=True)) == pairs
    for _, _, told in read.edges(data=True):
        by_channel = sum(told[f"channel_{channel}"] for channel in Channel)
        assert by_channel == told["weight"]
