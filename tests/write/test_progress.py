"""The count of a long run shows on standard error and goes away again."""

import time

import pytest

from backchannel.write import progress
from backchannel.write.progress import Progress


def test_nothing_is_shown_where_nobody_watches(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = Progress(total=2, shown=False)
    shown.step()
    with shown.hidden():
        shown.step()
    shown.close()
    assert capsys.readouterr() == ("", "")


def test_quick_work_is_never_shown(capsys: pytest.CaptureFixture[str]) -> None:
    shown = Progress(total=1, shown=True)
    shown.step()
    shown.close()
    assert capsys.readouterr() == ("", "")


def test_long_work_is_counted_and_hidden_while_others_print(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    # What rich takes standard error for.
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("TERM", "xterm")
    shown, error = Progress(total=None, shown=True), ""
    deadline = time.monotonic() + 20
    while "reading" not in error and time.monotonic() < deadline:
        shown.step()
        time.sleep(0.05)
        error += capsys.readouterr().err
    with shown.hidden():
        error += capsys.readouterr().err
        assert error.endswith("\x1b[1A\x1b[2K")
    shown.close()
    assert capsys.readouterr().out == ""
