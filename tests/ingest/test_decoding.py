import codecs

import pytest

from backchannel.domain.errors import UnreadableSource
from backchannel.ingest.decoding import (
    check_is_text,
    decode_page,
    decode_text,
    replace_surrogates,
)


@pytest.mark.parametrize(
    "text", ["plain", "“zoë” — naïve", "a\x00b", "\u200fשלום", "🕊 peace", "a\r\nb\rc"]
)
def test_utf8_is_kept_as_it_is(text: str) -> None:
    assert decode_text(text.encode(), "a.txt") == text


def test_a_lone_surrogate_does_not_make_utf8_another_encoding() -> None:
    text = "“zoë” \ud83d — naïve"
    assert decode_text(text.encode("utf-8", "surrogatepass"), "a.txt") == text


def test_what_is_no_utf8_is_read_as_windows_1252() -> None:
    assert decode_text("“zoë”".encode("cp1252"), "a.txt") == "“zoë”"


def test_bytes_of_no_known_encoding_name_place_and_remedy() -> None:
    with pytest.raises(UnreadableSource, match=r"a\.txt: .*save it as UTF-8"):
        decode_text(b"caf\x81\x8d", "a.txt")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1251", "cp1251"),
        ("ISO-8859-1", "cp1252"),
        ("gbk", "gbk"),
        ("unicode_escape", "utf-8"),  # no encoding that pages are written in
        ("windows-1251", "utf-8"),  # declares what it is not
    ],
)
def test_pages_are_read_as_they_declare(declared: str, encoding: str) -> None:
    words = {"cp1251": "посол", "gbk": "大使"}.get(encoding, "“ambassade”")
    page = f'<html><head><meta charset="{declared}"></head>{words}</html>'
    assert words in decode_page(page.encode(encoding), "a.html")


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04", "zip"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x89PNG\r\n", "image"),
        (bytes(range(256)), "binary"),
        ("no mark".encode("utf-16-le"), "binary"),
    ],
)
def test_binary_files_are_told(head: bytes, problem: str) -> None:
    with pytest.raises(UnreadableSource, match=problem):
        check_is_text(head * 4, "a.bin")


@pytest.mark.parametrize(
    "head", [b"", b"a\x00b", codecs.BOM_UTF16_LE + "text".encode("utf-16-le") * 9]
)
def test_text_with_odd_bytes_is_no_binary_file(head: bytes) -> None:
    check_is_text(head, "a.txt")


def test_lone_surrogates_are_replaced_and_offsets_stay() -> None:
    assert replace_surrogates("a\ud83db\udc00") == "a\ufffdb\ufffd"
    assert replace_surrogates("🕊") == "🕊"
