"""One suite, both engines: what passes here is what a case means."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from backchannel.case.case import Case
from backchannel.domain.changes import Outcome
from backchannel.domain.codec import text_id
from backchannel.domain.errors import (
    Ambiguous,
    CaseBusy,
    CaseUnavailable,
    NotFound,
    QueryError,
    SettingsError,
    SourceError,
)
from backchannel.domain.kept import CaseActor, Entry, Kept
from backchannel.domain.reading import Reading
from backchannel.domain.reviews import Action, State
from backchannel.domain.signals import Act
from backchannel.domain.text import Document
from backchannel.store.database import Database
from tests.fakes import EXAMPLES, FakeReader
from tests.servers import Server

RUSSIA = "Russia warned Iran about the missiles."
FRANCE = "France warned Syria that a ceasefire deal was near. France warned Israel."


@pytest.fixture
def case(where: str) -> Iterator[Case]:
    with Case(where, who="Ana") as opened:
        yield opened


def article(text: str, **told: Any) -> dict[str, Any]:
    return {"text": text, **told}


def fill(case: Case, folder: Path, *articles: dict[str, Any]) -> list[Outcome]:
    """Add articles to a case, from a file that is named after what it holds."""
    path = folder / f"{abs(hash(json.dumps(articles)))}.jsonl"
    path.write_text("".join(f"{json.dumps(one)}\n" for one in articles), "utf-8")
    return [added.outcome for added in case.add([path], reader=FakeReader())]


def filled(case: Case, folder: Path) -> Case:
    fill(
        case,
        folder,
        article(RUSSIA, title="Missiles", outlet="Reuters", published="2023-11-03"),
        article(FRANCE, title="Deal", outlet="Le Monde", published="2023-11-05"),
    )
    return case


def ids(case: Case, query: str = "") -> list[str]:
    return [entry.signal.id for entry in case.signals(query).rows]


def quotes(case: Case, query: str) -> set[str]:
    return {entry.quote for entry in case.signals(query).rows}


# Adding


def test_what_was_added_is_found_again(case: Case, tmp_path: Path) -> None:
    filled(case, tmp_path)
    page = case.signals()
    assert page.total == 3
    assert {entry.signal.sender[0].actor for entry in page.rows} == {"France", "Russia"}
    assert page.rows[-1].document.appearance.outlet is not None
    assert page.rows[-1].document.appearance.outlet.value == "Reuters"


def test_ids_are_digests_of_the_content(case: Case, tmp_path: Path) -> None:
    filled(case, tmp_path)
    assert case.document(text_id(RUSSIA)).document.text == RUSSIA


def test_the_same_text_is_kept_once_with_an_appearance_for_each_outlet(
    case: Case, tmp_path: Path
) -> None:
    fill(case, tmp_path, article(RUSSIA, outlet="Reuters", url="https://a.example/1"))
    again = fill(
        case,
        tmp_path,
        article(RUSSIA, outlet="Haaretz", url="https://b.example/2"),
        article(RUSSIA, outlet="Reuters", url="https://a.example/1"),
    )
    assert again == [Outcome.APPEARANCE, Outcome.SAME]
    assert case.signals().total == 1
    kept = case.document(text_id(RUSSIA))
    outlets = [p.appearance.outlet for p in kept.publications]
    assert [outlet and outlet.value for outlet in outlets] == ["Reuters", "Haaretz"]


def test_copies_in_one_run_are_read_once(case: Case, tmp_path: Path) -> None:
    reader = FakeReader()
    paths = [tmp_path / f"{name}.txt" for name in ("a", "b", "c")]
    for path in paths:
        path.write_text(RUSSIA, "utf-8")
    outcomes = [added.outcome for added in case.add(paths, reader=reader)]
    assert outcomes[0] is Outcome.NEW
    assert len(outcomes) == 3
    assert len(reader.asked) == 1


def test_another_text_at_one_url_is_a_new_version(case: Case, tmp_path: Path) -> None:
    url = "https://a.example/story"
    outcomes = [
        *fill(case, tmp_path, article(RUSSIA, url=url)),
        *fill(case, tmp_path, article(f"{RUSSIA} Corrected.", url=url)),
        *fill(case, tmp_path, article(RUSSIA, url=url)),
    ]
    assert outcomes == [Outcome.NEW, Outcome.VERSION, Outcome.SAME]
    versions = [p.version for d in case.each_document() for p in d.publications]
    assert sorted(versions) == [1, 2]


def test_a_document_that_cannot_be_read_is_told_and_stops_no_other(
    case: Case, tmp_path: Path
) -> None:
    path = tmp_path / "some.jsonl"
    lines = [article("BOOM warned Iran."), article(RUSSIA)]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    problems: list[SourceError] = []
    added = list(case.add([path], failed=problems.append, reader=FakeReader()))
    assert [one.outcome for one in added] == [Outcome.NEW]
    assert len(problems) == 1
    assert "ZeroDivisionError" in str(problems[0])


def test_a_document_in_another_language_is_kept_unread(
    case: Case, tmp_path: Path
) -> None:
    words = (
        "Le ministre a averti hier son homologue que la patience avait des limites. "
    )
    fill(case, tmp_path, article(words * 3))
    [listed] = case.documents().rows
    assert listed.unread == "language is French"
    assert case.stats().unread == 1


def test_one_writes_at_a_time(case: Case, tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.txt" for name in ("a", "b")]
    for path in paths:
        path.write_text(f"{RUSSIA} {path.name}", "utf-8")
    running = case.add(paths, reader=FakeReader())
    next(running)
    with Case(case.where) as other:
        with pytest.raises(CaseBusy, match="somebody else is writing"):
            list(other.add(paths, reader=FakeReader()))
        assert other.signals().total == 1
    running.close()


def test_there_is_nothing_in_a_case_that_nobody_made(tmp_path: Path) -> None:
    with pytest.raises(CaseUnavailable, match="no such case; make it with"):
        Case(tmp_path / "none.db").signals()


def test_a_file_holds_all_that_was_written(case: Case, tmp_path: Path) -> None:
    [one, *_] = ids(filled(case, tmp_path))
    case.confirm(one)
    if Path(case.where).exists():
        assert not Path(f"{case.where}-wal").exists()


@pytest.mark.parametrize("name", ["a#1.db", "q?x.db", "cr%41.db", "ü und ö.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    with Case(tmp_path / name) as case:
        filled(case, tmp_path)
        assert case.signals().total == 3
    assert (tmp_path / name).exists()


def test_no_message_tells_the_password(server: Server) -> None:
    url = server.new_database()
    secret = url.replace("tester@", "tester:secret@")
    for where in (secret, secret.replace("postgresql:", "postgresql+psycopg:")):
        with Case(where) as case, pytest.raises(CaseUnavailable) as caught:
            case.signals()
        assert "secret" not in str(caught.value)
        assert "no such case" in str(caught.value)


def test_what_a_server_cannot_hold_is_told_and_stops_no_other(
    server: Server, tmp_path: Path
) -> None:
    paths = [tmp_path / "nul.txt", tmp_path / "b.txt"]
    paths[0].write_text("Russia warned Iran.\0 It was late.", "utf-8")
    paths[1].write_text(RUSSIA, "utf-8")
    problems: list[SourceError] = []
    with Case(server.new_database()) as case:
        added = list(case.add(paths, failed=problems.append, reader=FakeReader()))
        assert len(added) == 1
        assert "NUL" in str(problems[0])


def test_nothing_but_adding_makes_a_case(where: str, tmp_path: Path) -> None:
    with Case(where) as case:
        for attempt in (case.migrate, lambda: list(case.reread(reader=FakeReader()))):
            with pytest.raises(CaseUnavailable, match="there is no such case"):
                attempt()


def test_signals_take_the_first_day_that_an_appearance_tells(
    case: Case, tmp_path: Path
) -> None:
    fill(case, tmp_path, article(RUSSIA))
    assert case.signals("on:2023").total == 0
    fill(case, tmp_path, article(RUSSIA, outlet="TASS", published="2023-11-03"))
    fill(case, tmp_path, article(RUSSIA, outlet="AFP", published="2023-11-01"))
    assert case.signals("on:2023-11-01").total == 1
    [entry] = case.signals().rows
    assert entry.document.published == date(2023, 11, 1)


# Finding


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 3),
        ("missile", 1),
        ("MISSILES", 1),
        ("missil*", 1),
        ('"ceasefire deal"', 1),
        ('"deal ceasefire"', 0),
        ("ceasefire near", 1),
        ("-missiles", 2),
        ("from:France", 2),
        ("to:Iran", 1),
        ("from:Iran", 0),
        ("actor:Iran", 1),
        ("to:Syria,Israel", 2),
        ("act:warn", 3),
        ("act:threaten,deny", 0),
        ("-act:warn", 0),
        ("status:done channel:unknown", 3),
        ("before:2023-11-04", 1),
        ("after:2023-11-03", 2),
        ("on:2023-11", 3),
        ("on:2023-11-05", 2),
        ("before:2023-11", 0),
        ("outlet:monde", 2),
        ('outlet:"Le Monde" to:Israel', 1),
        ("review:unreviewed", 3),
        ("review:confirmed", 0),
        ("source:anonymous", 0),
        ("from:%", 0),
        ("outlet:%", 0),
        ("outlet:MONDÉ", 2),
        ("to:Israel from:Russia", 0),
    ],
)
def test_searches_find(case: Case, tmp_path: Path, query: str, found: int) -> None:
    page = filled(case, tmp_path).signals(query)
    assert page.total == found
    assert len(page.rows) == found


def test_a_page_is_a_part_and_says_how_many_there_are(
    case: Case, tmp_path: Path
) -> None:
    filled(case, tmp_path)
    first, second = case.signals(limit=2), case.signals(limit=2, offset=2)
    assert (len(first.rows), first.total) == (2, 3)
    assert (len(second.rows), second.total) == (1, 3)
    assert not {e.signal.id for e in first.rows} & {e.signal.id for e in second.rows}


def test_the_newest_come_first(case: Case, tmp_path: Path) -> None:
    days = [e.document.published for e in filled(case, tmp_path).signals().rows]
    assert days == [date(2023, 11, 5), date(2023, 11, 5), date(2023, 11, 3)]


def test_matched_words_are_marked(case: Case, tmp_path: Path) -> None:
    [entry] = filled(case, tmp_path).signals('"ceasefire deals"').rows
    assert [entry.document.quote(mark) for mark in entry.marks] == ["ceasefire deal"]


def test_documents_are_found_by_text_and_by_their_signals(
    case: Case, tmp_path: Path
) -> None:
    filled(case, tmp_path)
    assert case.documents("ceasefire").total == 1
    assert case.documents("to:Israel").total == 1
    assert case.documents("after:2023-11-04").total == 1
    assert case.documents("-ceasefire").total == 1
    assert case.documents().total == 2


def test_a_phrase_is_found_at_the_end_of_a_long_text(
    case: Case, tmp_path: Path
) -> None:
    long = f"Russia warned Iran. {'So it went on and on. ' * 4000}A ceasefire deal."
    fill(case, tmp_path, article(long))
    assert case.documents('"ceasefire deal"').total == 1
    assert case.documents('"deal ceasefire"').total == 0


def test_one_signal_must_fit_all_that_is_asked_of_signals(
    case: Case, tmp_path: Path
) -> None:
    fill(case, tmp_path, article("Russia warned Iran. France warned Syria."))
    assert case.documents("from:Russia to:Iran").total == 1
    assert case.documents("from:Russia to:Syria").total == 0
    assert case.documents("-from:Russia").total == 0


def test_a_broken_search_names_its_place(case: Case, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"character 10 \(thraten\)") as caught:
        filled(case, tmp_path).signals("Iran act:thraten")
    assert caught.value.at == 9


def test_the_beginning_of_an_id_is_enough(case: Case, tmp_path: Path) -> None:
    filled(case, tmp_path)
    [one, *_] = ids(case)
    assert isinstance(case.show(one[:12]), Entry)
    assert isinstance(case.show(text_id(RUSSIA)[:12]), Kept)
    assert isinstance(case.show(case.actors("France").rows[0].id[:12]), CaseActor)


def test_an_id_that_fits_several_or_none_is_told(case: Case, tmp_path: Path) -> None:
    filled(case, tmp_path)
    with pytest.raises(Ambiguous, match="several ids begin with '1'"):
        case.show("1")
    with pytest.raises(NotFound, match="no id begins with 'zz'"):
        case.show("zz")


def test_what_came_since_a_day(case: Case, tmp_path: Path) -> None:
    filled(case, tmp_path)
    found = list(case.new(date(2020, 1, 1)))
    assert [len(entries) for _, entries in found] == [1, 2]
    assert list(case.new(date(2999, 1, 1))) == []


def test_counts(case: Case, tmp_path: Path) -> None:
    stats = filled(case, tmp_path).stats()
    assert (stats.documents, stats.signals, stats.appearances) == (2, 3, 2)
    assert stats.by["act"] == {"warn": 3}
    assert stats.by["outlet"] == {"Le Monde": 1, "Reuters": 1}


# Actors


def test_an_actor_is_one_over_all_documents(case: Case, tmp_path: Path) -> None:
    filled(case, tmp_path)
    fill(case, tmp_path, article("Turkey warned Russia."))
    [listed] = case.actors("Russia").rows
    actor = case.actor(listed.id)
    assert actor.signals == 2
    assert actor.spellings == ("Russia",)
    assert len(actor.documents) == 2


def test_merged_actors_are_one_until_it_is_undone(case: Case, tmp_path: Path) -> None:
    filled(case, tmp_path)
    left, right = case.actors("Syria").rows[0], case.actors("Israel").rows[0]
    case.merge_actors(left.id, right.id)
    assert case.actors("Syria").rows[0].name == "Israel"
    assert case.actor(right.id).spellings == ("Israel", "Syria")
    names = {e.signal.recipient[0].actor for e in case.signals("from:France").rows}
    assert names == {"Israel"}
    fill(case, tmp_path, article("Turkey warned Syria."))
    assert case.actor(right.id).signals == 3
    case.undo(left.id)
    assert case.actor(left.id).signals == 2
    assert case.actor(right.id).signals == 1


def test_spellings_are_split_off_again_and_again(case: Case, tmp_path: Path) -> None:
    filled(case, tmp_path)
    left, right = case.actors("Syria").rows[0], case.actors("Israel").rows[0]
    case.merge_actors(left.id, right.id)
    case.split_actor(right.id, ["Syria"])
    assert case.actor(right.id).spellings == ("Israel",)
    [part] = case.actors("Syria").rows
    assert (part.name, part.side, part.signals) == ("Syria", right.side, 1)
    fill(case, tmp_path, article("Turkey warned Syria."))
    assert case.actor(part.id).signals == 2
    case.undo(right.id)
    assert case.actor(right.id).signals == 3
    assert case.verify().problems == ()


def test_a_split_must_leave_something_and_name_what_is_there(
    case: Case, tmp_path: Path
) -> None:
    right = filled(case, tmp_path).actors("Israel").rows[0]
    with pytest.raises(SettingsError, match="is one of Israel"):
        case.split_actor(right.id, ["Cairo"])
    with pytest.raises(SettingsError, match="leave the actor at least one"):
        case.split_actor(right.id, ["ISRAEL"])


def test_merges_follow_one_another_and_the_later_one_turns_a_circle(
    case: Case, tmp_path: Path
) -> None:
    filled(case, tmp_path)
    iran, syria, israel = (
        case.actors(name).rows[0].id for name in ("Iran", "Syria", "Israel")
    )
    case.merge_actors(iran, syria)
    case.merge_actors(israel, iran)
    assert case.actor(syria).signals == 3
    case.merge_actors(syria, israel)
    assert case.actor(israel).signals == 3
    assert case.verify().problems == ()


def test_a_merged_actor_is_found_by_its_new_side(case: Case, tmp_path: Path) -> None:
    filled(case, tmp_path)
    [one] = ids(case, "from:Russia")
    case.correct(one, "recipient", "Iran = Iran / IRN")
    iran = case.actors("Iran").rows[0].id
    syria = case.actors("Syria").rows[0].id
    case.merge_actors(syria, iran)
    assert len(ids(case, "to:IRN")) == 2
    assert case.stats().by["side"]["IRN"] == 2


def test_a_merge_is_told_and_undone_from_either_end(case: Case, tmp_path: Path) -> None:
    filled(case, tmp_path)
    left, right = case.actors("Syria").rows[0], case.actors("Israel").rows[0]
    case.merge_actors(left.id, right.id)
    [said] = case.history(right.id)
    assert said.before == {"name": "Syria", "side": "unknown"}
    case.undo(right.id)
    assert case.actors("Syria").total == 1
    assert [r.action for r in case.history(left.id)] == [Action.MERGE, Action.UNDO]


# Review


def test_a_review_is_kept_with_who_and_what_was_before(
    case: Case, tmp_path: Path
) -> None:
    [one, *_] = ids(filled(case, tmp_path))
    case.correct(one, "act", "threaten")
    [review] = case.history(one)
    assert (review.who, review.before, review.value) == ("Ana", "warn", "threaten")
    entry = case.signal(one)
    assert (entry.signal.act, entry.opinion.state) == (Act.THREATEN, State.CORRECTED)
    assert ids(case, "act:threaten") == [one]
    assert "corrected by Ana" in entry.signal.why[-1].rule


def test_an_undo_brings_back_what_was_before(case: Case, tmp_path: Path) -> None:
    [one, *_] = ids(filled(case, tmp_path))
    case.correct(one, "act", "threaten")
    case.undo(one)
    assert case.signal(one).signal.act is Act.WARN
    assert ids(case, "act:threaten") == []
    assert [r.action for r in case.history(one)] == [Action.CORRECT, Action.UNDO]
    with pytest.raises(NotFound, match="no review of"):
        case.undo(one)


def test_states_tags_and_notes_are_found(case: Case, tmp_path: Path) -> None:
    one, other, _ = ids(filled(case, tmp_path))
    case.confirm(one)
    case.reject(other)
    case.tag(one, "key claim")
    case.note(one, "denied since")
    assert ids(case, "review:confirmed") == [one]
    assert ids(case, "review:rejected") == [other]
    assert ids(case, 'tag:"key claim"') == [one]
    assert case.signal(one).opinion.notes == ("denied since",)


def test_a_corrected_party_is_found_under_its_new_name(
    case: Case, tmp_path: Path
) -> None:
    filled(case, tmp_path)
    [one] = ids(case, "from:Russia")
    case.correct(one, "sender", "Russia = Sergei Lavrov / RUS")
    assert ids(case, "from:Lavrov") == [one]
    assert ids(case, "from:RUS") == [one]
    assert case.actors("Lavrov").rows[0].signals == 1
    assert case.actors("Russia").total == 1


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("acts", "warn", "is one of act"),
        ("act", "shout", "is one of inform"),
        ("content", "words that stand nowhere", "quote words as they stand"),
        ("sender", "Lavrov", "write it as"),
        ("time", "on Sunday", "write it as"),
        ("time", "about = 2023-11-31", "no such day"),
        ("time", "about = 2023-11-05..2023-11-01", "ends before it starts"),
        ("attribution", "Iran = Iran / rumour", "its kind is one of"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(
    case: Case, tmp_path: Path, field: str, value: str, said: str
) -> None:
    filled(case, tmp_path)
    [one] = ids(case, "from:Russia")
    with pytest.raises(SettingsError, match=said):
        case.correct(one, field, value)
    assert case.history(one) == []


# Reading again, taking out, merging


class Rereader(FakeReader):
    """Another model: it finds only the first warning, and calls it a threat."""

    id = "later"

    def read(self, document: Document) -> Reading:
        read = super().read(document)
        first = read.signals[:1]
        return Reading(document, first)


def test_reading_again_lists_changes_and_keeps_reviews(
    case: Case, tmp_path: Path
) -> None:
    filled(case, tmp_path)
    [gone] = ids(case, "to:Israel")
    [stays] = ids(case, "to:Syria")
    case.confirm(stays)
    changes = list(case.reread(reader=Rereader()))
    assert [len(change.removed) for change in changes] == [0, 1]
    assert ids(case, "to:Israel") == []
    assert case.signal(stays).opinion.state is State.CONFIRMED
    assert gone not in ids(case)
    assert list(case.reread(reader=Rereader())) == []


def test_a_reviewed_signal_stays_though_it_is_not_read_any_more(
    case: Case, tmp_path: Path
) -> None:
    filled(case, tmp_path)
    [one] = ids(case, "to:Israel")
    case.correct(one, "act", "threaten")
    changes = list(case.reread(reader=Rereader()))
    assert [s.id for change in changes for s in change.stayed] == [one]
    assert case.signal(one).signal.act is Act.THREATEN
    assert case.verify().problems == ()


def test_a_document_that_cannot_be_read_again_stays_and_stops_no_other(
    case: Case, tmp_path: Path
) -> None:
    class Broken(Rereader):
        def read(self, document: Document) -> Reading:
            if "Russia" in document.text:
                raise ZeroDivisionError("a bug")
            return super().read(document)

    filled(case, tmp_path)
    problems: list[SourceError] = []
    changes = list(case.reread(reader=Broken(), failed=problems.append))
    assert len(changes) == len(problems) == 1
    assert len(ids(case, "from:Russia")) == 1


def test_many_documents_are_read_again(case: Case, tmp_path: Path) -> None:
    fill(case, tmp_path, *(article(f"Russia warned Iran of {n}.") for n in range(9)))
    changes = case.reread(reader=FakeReader(), everything=True)
    assert len(list(changes)) == 9


def test_what_a_stopped_rereading_told_is_kept(case: Case, tmp_path: Path) -> None:
    running = filled(case, tmp_path).reread(reader=Rereader())
    next(running)
    running.close()
    assert len(list(case.reread(reader=Rereader()))) == 1


def test_what_was_taken_out_comes_back_only_when_asked(
    case: Case, tmp_path: Path
) -> None:
    filled(case, tmp_path)
    [one] = ids(case, "from:Russia")
    case.confirm(one)
    stone = case.remove(text_id(RUSSIA), reason="a hoax")
    assert stone.title == "Missiles"
    assert case.documents().total == 1
    assert case.actors("Russia").total == 0
    problems: list[SourceError] = []
    path = tmp_path / "again.txt"
    path.write_text(RUSSIA, "utf-8")
    assert not list(case.add([path], failed=problems.append, reader=FakeReader()))
    assert "a hoax" in str(problems[0])
    list(case.add([path], reader=FakeReader(), restore=True))
    assert case.signal(one).opinion.state is State.CONFIRMED


def test_copies_merge_with_their_reviews_and_conflicts(
    case: Case, tmp_path: Path
) -> None:
    filled(case, tmp_path)
    other = Case(tmp_path / "other.db", who="Ben")
    filled(other, tmp_path)
    fill(other, tmp_path, article("Turkey warned Russia.", outlet="Hürriyet"))
    [one] = ids(case, "from:Russia to:Iran")
    case.confirm(one)
    other.reject(one)
    other.tag(one, "odd")
    merged = case.merge(other.where)
    assert (merged.documents, merged.reviews) == (1, 2)
    [conflict] = merged.conflicts
    assert (conflict.about, conflict.ours.who, conflict.theirs.who) == (
        "state",
        "Ana",
        "Ben",
    )
    assert case.signal(one).opinion.state is State.REJECTED
    assert ids(case, "tag:odd") == [one]
    assert case.signals().total == 4
    again = case.merge(other.where)
    assert (again.documents, again.appearances, again.reviews) == (0, 0, 0)
    assert case.verify().problems == ()


@pytest.fixture
def other(case: Case, tmp_path: Path) -> Iterator[Case]:
    """Another copy of a filled case, in Ben's hands."""
    filled(case, tmp_path)
    with Case(tmp_path / "other.db", who="Ben") as opened:
        yield filled(opened, tmp_path)


def test_merging_brings_the_actors_that_were_merged(case: Case, other: Case) -> None:
    left, right = other.actors("Syria").rows[0], other.actors("Israel").rows[0]
    other.merge_actors(left.id, right.id)
    case.merge(other.where)
    assert case.actor(right.id).signals == 2


def test_actors_that_only_the_other_copy_has_are_no_obstacle(
    case: Case, other: Case, tmp_path: Path
) -> None:
    fill(other, tmp_path, article("Turkey warned Damascus. Turkey warned Aleppo."))
    syria, damascus = (other.actors(n).rows[0] for n in ("Syria", "Damascus"))
    other.merge_actors(syria.id, damascus.id)
    other.split_actor(damascus.id, ["Damascus"])
    other.remove(text_id("Turkey warned Damascus. Turkey warned Aleppo."), reason="x")
    case.merge(other.where)
    assert case.actor(damascus.id).signals == 1
    fill(case, tmp_path, article("Turkey warned Damascus."))
    assert case.verify().problems == ()


def test_who_answered_a_review_does_not_conflict_with_it(
    case: Case, other: Case
) -> None:
    [one] = ids(case, "to:Iran")
    case.confirm(one)
    other.merge(case.where)
    case.reject(one)
    assert other.merge(case.where).conflicts == ()
    assert case.merge(other.where).conflicts == ()
    assert other.signal(one).opinion.state is State.REJECTED


def test_one_who_rejects_conflicts_with_one_who_corrects(
    case: Case, other: Case
) -> None:
    [one] = ids(case, "to:Iran")
    case.reject(one)
    other.correct(one, "act", "threaten")
    [conflict] = case.merge(other.where).conflicts
    assert conflict.about == "state"


def test_two_who_merge_an_actor_into_others_conflict(case: Case, other: Case) -> None:
    syria, iran, israel = (
        case.actors(name).rows[0].id for name in ("Syria", "Iran", "Israel")
    )
    case.merge_actors(syria, iran)
    other.merge_actors(syria, israel)
    [conflict] = case.merge(other.where).conflicts
    assert conflict.about == "merge"


def test_what_the_other_copy_took_out_is_told_and_stays(
    case: Case, other: Case
) -> None:
    other.remove(text_id(RUSSIA), reason="a hoax")
    merged = case.merge(other.where)
    assert [stone.reason for stone in merged.removed] == ["a hoax"]
    assert case.signals().total == 3


def test_a_reviewed_signal_that_only_the_other_copy_read_comes_along(
    case: Case, other: Case
) -> None:
    [one] = ids(other, "to:Israel")
    other.confirm(one)
    list(case.reread(reader=Rereader()))
    assert one not in ids(case)
    case.merge(other.where)
    assert case.signal(one).opinion.state is State.CONFIRMED
    assert case.verify().problems == ()


def test_a_case_that_the_model_read_is_sound(case: Case) -> None:
    examples = EXAMPLES / "clusters" / "kargil-1999.jsonl"
    assert len(list(case.add([examples]))) == 4
    assert case.verify().problems == ()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE signals SET record = '{'", "it cannot be read"),
        ("UPDATE signals SET act = 'deny'", "act is 'deny'"),
        ("UPDATE signals SET review = 'confirmed'", "review is 'confirmed'"),
        ("UPDATE signals SET stems = 'x'", "stems is 'x'"),
        ("UPDATE parties SET spelling = 'x'", "its parties are not those"),
        ("UPDATE documents SET signals = 9", "9 were kept"),
        ("UPDATE actors SET signals = 9", "9 were counted"),
        ("UPDATE actors SET name = 'x'", "its name and side are not those"),
        ("UPDATE reviews SET who = 'x'", "it does not say what it said"),
        ("DELETE FROM appearances", "it appeared nowhere"),
    ],
)
def test_damage_is_named(case: Case, tmp_path: Path, damage: str, said: str) -> None:
    [one, *_] = ids(filled(case, tmp_path))
    case.note(one, "x")
    database = Database(case.where, write=True)
    with database.writing() as connection:
        connection.execute(text(damage))
    database.close()
    problems = case.verify().problems
    assert any(said in problem for problem in problems), problems


def test_a_sound_case_has_no_problems(case: Case, tmp_path: Path) -> None:
    checked = filled(case, tmp_path).verify()
    assert (checked.documents, checked.signals, checked.problems) == (2, 3, ())
