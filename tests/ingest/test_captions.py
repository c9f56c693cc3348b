import pytest

from backchannel.ingest.captions import is_repetition, reports, stems

ARTICLE = "The envoy warned Karsk that the search of trawlers in the strait must end."


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("The president vowed to answer", True),
        ("Morn told reporters so", True),
        ("Trawlers at anchor off the port", False),
    ],
)
def test_captions_that_tell_what_was_conveyed_are_known(
    caption: str, told: bool
) -> None:
    assert reports(caption) is told


def test_words_count_as_known_in_any_form() -> None:
    assert is_repetition("Trawler searched in the straits; warnings", stems(ARTICLE))
    assert not is_repetition("President promised convoys", stems(ARTICLE))
