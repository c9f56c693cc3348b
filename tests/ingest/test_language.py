import subprocess
import sys

import pytest

from backchannel.ingest.language import tell_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister told the envoy that the talks would go on in Velmar.", "en"),
        ("Le ministre a dit à l'envoyé que les pourparlers continueraient.", "fr"),
        ("Министр заявил послу, что переговоры будут продолжены во вторник.", "ru"),
        ("وقال الوزير للمبعوث إن المحادثات ستستمر يوم الثلاثاء في العاصمة", "ar"),
        ("Talks go on", None),
        ("1234567890 " * 20, None),
        ("", None),
    ],
)
def test_the_language_is_told_of_texts_long_enough(text: str, code: str | None) -> None:
    assert tell_language(text) == code


def test_its_model_is_loaded_only_when_needed() -> None:
    code = "import sys, backchannel.ingest.read; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"py3langid", "trafilatura", "htmldate", "lxml"} & set(loaded)


def test_terse_english_is_english() -> None:
    text = "Turkey warned Russia about day 11. Russia warned France about day 11. "
    text += "Iran warned Israel about day 11. France warned Russia about day 11."
    assert tell_language(text) == "en"
