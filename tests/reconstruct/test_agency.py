import pytest

from backchannel.domain.signals import Status
from backchannel.reconstruct.agency import find_agency, find_status
from backchannel.reconstruct.phrases import Phrases


def read(text: str, verb: str, form: str) -> tuple[str | None, bool, Status]:
    words = Phrases(text)
    at = [one.text for one in words.words].index(verb)
    agency = find_agency(words, at, form)
    subject = words.quote(agency.subject) if agency.subject else None
    return subject, agency.passive, find_status(words, agency, form)[0]


@pytest.mark.parametrize(
    ("text", "form", "subject", "passive"),
    [
        ("Rebels have not yet seized Ost.", "past", "Rebels", False),
        ("Ost was quickly seized.", "past", "Ost", True),
        ("Rebels, who seized Ost, left.", "past", "Rebels", False),
        ("Rebels shelled Ost and seized it.", "past", "Rebels", False),
    ],
)
def test_the_subject_and_the_voice(
    text: str, form: str, subject: str, passive: bool
) -> None:
    assert read(text, "seized", form)[:2] == (subject, passive)


@pytest.mark.parametrize(
    ("text", "subject", "status"),
    [
        ("Arland agreed to release him.", "Arland", Status.PLANNED),
        ("He urged Arland to release him.", "Arland", Status.POSSIBLE),
        ("Arland refused to release him.", "Arland", Status.NEGATED),
        ("Arland began to release him.", "Arland", Status.DONE),
        ("Arland's plan to release him failed.", "Arland's", Status.PLANNED),
    ],
)
def test_what_governs_an_infinitive_tells_who_and_whether(
    text: str, subject: str, status: Status
) -> None:
    assert read(text, "release", "base") == (subject, False, status)


def test_a_verb_that_opens_a_sentence_has_no_subject() -> None:
    assert read("Seized ships lay idle.", "Seized", "past")[0] is None
