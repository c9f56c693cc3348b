"""A file is written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from backchannel.write.output import open_output


def test_file_takes_its_place_only_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_text("earlier", "utf-8")
    with open_output(path) as stream:
        stream.write("later ←\n")
        stream.flush()
        assert path.read_text("utf-8") == "earlier"
    assert path.read_bytes() == "later ←\n".encode()


def test_an_error_leaves_the_earlier_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_text("earlier", "utf-8")

    def interrupted() -> None:
        with open_output(path) as stream:
            stream.write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert [found.read_text("utf-8") for found in tmp_path.iterdir()] == ["earlier"]


def test_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "ledger.jsonl", tmp_path / "latest"
    path.write_text("earlier", "utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    with open_output(link) as stream:
        stream.write("later")
    assert link.is_symlink()
    assert path.read_text("utf-8") == "later"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        with open_output(tmp_path / "new") as stream:
            stream.write("")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes here")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with open_output(pipe) as stream:
        stream.write("ledger")
    assert os.read(reading, 100) == b"ledger"
    os.close(reading)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
