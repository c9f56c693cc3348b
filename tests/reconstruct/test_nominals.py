import pytest

from backchannel.domain.signals import Status
from backchannel.reconstruct.nominals import find_nominals
from backchannel.reconstruct.phrases import Phrases


def read(text: str) -> list[tuple[str | None, str | None, Status]]:
    words = Phrases(text)
    return [
        (
            words.quote(found.actor) if found.actor else None,
            words.quote(found.target) if found.target else None,
            found.status,
        )
        for found in find_nominals(words, ())
    ]


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("the attack on Lund by Arland", "Arland", "Lund"),
        ("the withdrawal of Arlandian troops from Lund", "Arlandian troops", "Lund"),
        ("the release of ten men", None, "ten men"),
        ("Kostic's release", None, "Kostic's"),
        ("Arland held naval exercises around Lund", "Arland", "Lund"),
        ("the attack on Lund was claimed by rebels", "rebels", "Lund"),
        ("Arland launched a ground and air offensive against Lund", "Arland", "Lund"),
        ("The Free State claimed responsibility for a raid.", "The Free State", None),
    ],
)
def test_prepositions_and_owners_tell_whose_deed_it_is(
    text: str, actor: str | None, target: str | None
) -> None:
    assert [one[:2] for one in read(text)] == [(actor, target)]


def test_a_strike_asks_for_a_word_that_tells_it_from_others() -> None:
    assert read("a strike by teachers") == []
    assert len(read("an air strike by Arland")) == 1


def test_no_attack_is_none_that_happened() -> None:
    assert read("There was no attack on Lund.")[0][2] is Status.NEGATED
