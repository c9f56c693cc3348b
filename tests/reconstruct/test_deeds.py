import pytest

from backchannel.domain.actions import Kind
from backchannel.domain.labels import Labelled, LabelledSpan
from backchannel.domain.signals import Status
from backchannel.domain.text import Document, Span
from backchannel.reconstruct.deed import Deed
from backchannel.reconstruct.deeds import deed_spans, find_deeds


def find(text: str, *places: str) -> tuple[Deed, ...]:
    spans = (Span(text.index(p), text.index(p) + len(p)) for p in places)
    names = tuple(LabelledSpan(span, "LOC", 0.9) for span in spans)
    return find_deeds(Labelled(Document("d1", text), names=names))


def only(text: str, *places: str) -> Deed:
    (deed,) = find(text, *places)
    return deed


def quoted(text: str, span: Span | None) -> str | None:
    return text[span.start : span.end] if span else None


def who(text: str, *places: str) -> tuple[str | None, str | None]:
    deed = only(text, *places)
    return quoted(text, deed.actor), quoted(text, deed.target)


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Arlandian jets bombed Belmark.", "Arlandian jets", "Belmark"),
        ("Belmark was bombed by Arlandian jets.", "Arlandian jets", "Belmark"),
        ("The village shelled by Arland was empty.", "Arland", "The village"),
        ("An attack on Belmark by Arland failed.", "Arland", "Belmark"),
        ("Arland’s bombing of Belmark went on.", "Arland", "Belmark"),
        ("Arland launched an attack on Belmark.", "Arland", "Belmark"),
        ("Arland accused Belmark of killing two soldiers.", "Belmark", "two soldiers"),
        ("Belmark blamed Arland for an attack on its fleet.", "Arland", "its fleet"),
        ("Troops, backed by jets, stormed Belmark.", "Troops", "Belmark"),
        ("Arland, which invaded Belmark, said nothing.", "Arland", "Belmark"),
        ("He said Arland had attacked Belmark.", "Arland", "Belmark"),
        ("Arland imposed a blockade on Belmark.", "Arland", "Belmark"),
        ("Arland fired rockets at Belmark.", "Arland", "Belmark"),
        ("Arland pulled its troops out of Belmark.", "Arland", "Belmark"),
        (
            "The arrest of two Belmarkers by Arland followed.",
            "Arland",
            "two Belmarkers",
        ),
        ("He was angry about Kostic's arrest.", None, "Kostic"),
        ("Drones hit an oil depot in Belmark.", "Drones", "an oil depot in Belmark"),
        ("Arland's cruel, unprovoked attack on Belmark", "Arland", "Belmark"),
    ],
)
def test_who_does_it_and_who_suffers_it(
    text: str, actor: str | None, target: str | None
) -> None:
    assert who(text) == (actor, target)


def test_two_verbs_of_one_subject_have_one_doer() -> None:
    text = "Rebels overran Belmark and seized the town of Ost."
    assert [quoted(text, deed.actor) for deed in find(text)] == ["Rebels", "Rebels"]


def test_who_bombed_is_who_killed_by_it() -> None:
    text = "An Arlandian air strike killed nine people."
    assert [quoted(text, deed.actor) for deed in find(text)] == ["Arlandian"] * 2


def test_a_town_before_the_noun_is_no_doer() -> None:
    assert who("The Ostmouth bombing of a hotel shocked many.", "Ostmouth")[0] is None


def test_who_leads_a_coalition_does_what_it_does() -> None:
    assert who("An Arland-led bombing of Belmark began.")[0] == "Arland"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Arland attacked Belmark.", Status.DONE),
        ("Arland began to shell Belmark.", Status.DONE),
        ("Arland did not attack Belmark.", Status.NEGATED),
        ("Arland refused to release the prisoners.", Status.NEGATED),
        ("Arland denied that its jets had bombed Belmark.", Status.NEGATED),
        ("Arland ruled out an attack on Belmark.", Status.NEGATED),
        ("Arland will deploy two battalions.", Status.PLANNED),
        ("Arland agreed to release the prisoners.", Status.PLANNED),
        ("Arland is preparing to invade Belmark.", Status.PLANNED),
        ("Arland may attack Belmark.", Status.POSSIBLE),
        ("If Arland attacks Belmark, the talks are over.", Status.POSSIBLE),
        ("Arland threatened to bomb Belmark.", Status.POSSIBLE),
        ("Arland warned that it would bomb Belmark.", Status.POSSIBLE),
        ("They urged Arland not to attack Belmark.", Status.POSSIBLE),
        ("Any Arlandian attack on Belmark would be answered.", Status.POSSIBLE),
        ("He demanded that the prisoners be released.", Status.POSSIBLE),
        ("They threatened in January to burn the convoy.", Status.POSSIBLE),
        ("In the event of an attack on Belmark, he flees.", Status.POSSIBLE),
        ("They proposed a truce and the release of ten men.", Status.POSSIBLE),
        ("He reserved the right to send troops.", Status.POSSIBLE),
    ],
)
def test_whether_it_was_done(text: str, status: Status) -> None:
    assert only(text).status is status


@pytest.mark.parametrize(
    "text",
    [
        "The senator attacked the proposal.",
        "He was attacked in the press.",
        "The two sides struck a deal.",
        "Prices hit a record.",
        "Exporters were hit by a strong currency.",
        "The typhoon hit Belmark.",
        "The captain attacked early and scored two goals against Belmark.",
        "They withdrew from the treaty.",
        "She seized the opportunity.",
        "The bank released new figures.",
        "The attack was not mentioned.",
        "He suffered a heart attack in Belmark.",
        "Two men were killed in a crash.",
        "He protested.",
        "She spoke of 800 captured fighters.",
        "The fever has killed 214 people.",
        "He announced the withdrawal of the measures.",
    ],
)
def test_what_is_no_deed_is_none(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Arland expelled two diplomats.", Kind.EXPEL),
        ("Arland expelled thousands of refugees.", Kind.DEPORT),
        ("Arland closed its border with Belmark.", Kind.RESTRICT),
        ("Arland closed its embassy.", Kind.SEVER),
        ("Arland reopened the crossing.", Kind.EASE),
        ("Arland seized a tanker.", Kind.SEIZE),
        ("Arland seized the town.", Kind.CAPTURE),
        ("Arland launched a ballistic missile.", Kind.TEST),
        ("Arland launched a missile at Belmark.", Kind.STRIKE),
        ("Arland sent troops to the frontier.", Kind.DEPLOY),
        ("Arland sent tanks to Belmark.", Kind.AID),
        ("Arland recalled its ambassador.", Kind.SEVER),
        ("Arland froze the assets of six officials.", Kind.SANCTION),
        ("Arland shot down a drone.", Kind.STRIKE),
    ],
)
def test_the_object_tells_the_kind(text: str, kind: Kind) -> None:
    assert only(text).kind is kind


def test_days_of_the_telling_are_not_those_of_the_deed() -> None:
    text = "Arland said on Tuesday that rebels had shelled Belmark on Monday."
    assert quoted(text, only(text).time) == "on Monday"


def test_a_place_is_told_by_where() -> None:
    text = "Arland attacked a convoy near Ostmouth."
    assert quoted(text, only(text).place) == "Ostmouth"


def test_furniture_names_no_deeds() -> None:
    text = "Arland attacked Belmark."
    page = Document("d1", text, furniture=(Span(0, len(text)),))
    assert find_deeds(Labelled(page)) == ()


def test_spans_of_parties_are_told_once_in_text_order() -> None:
    text = "Rebels overran Belmark and seized the town."
    told = [quoted(text, span) for span in deed_spans(find(text))]
    assert told == ["Rebels", "Belmark", "the town"]


def test_a_text_of_one_endless_sentence_is_read() -> None:
    assert len(find("Arland attacked Belmark and " * 400)) == 400
