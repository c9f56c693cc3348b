"""Bytes to text, in whatever encoding they came.

Nothing is repaired and nothing is dropped: line ends, NUL bytes and marks of direction
stay where they are, so that offsets mean what they mean in the input.
"""

import codecs
import re

from backchannel.domain.errors import UnreadableSource

#: First bytes of files that hold no text, or none that can be read here.
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "is a PDF file", "save its text as a .txt file"),
    (b"PK\x03\x04", "is a zip archive or an office document", "save it as text"),
    (b"\x1f\x8b", "is a gzip archive", "unpack it first"),
    (b"BZh", "is a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\x00", "is an xz archive", "unpack it first"),
    (b"{\\rtf", "is a rich text document", "save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "is an office document", "save it as text"),
    (b"\x89PNG", "is an image", "give the text of it"),
    (b"\xff\xd8\xff", "is an image", "give the text of it"),
    (b"GIF8", "is an image", "give the text of it"),
    (b"SQLite format 3\x00", "is a database", "export its texts as JSON lines"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Where the HTML standard has browsers look for the declaration, with some slack.
_META_BYTES = 4096
_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I
)
#: Python knows codecs such as "idna" and "unicode_escape" that no page is written in.
_PAGE_ENCODING = re.compile(
    r"utf-?8|(?:iso-?8859|windows|cp|ibm)-?\d+|latin-?\d|us-ascii|koi8-[ru]|macintosh"
    r"|gbk|gb2312|gb18030|big5(?:-hkscs)?|shift[-_]jis|euc-(?:jp|kr)",
    re.I,
)
#: Browsers read these names as Windows-1252 (WHATWG Encoding Standard).
_LATIN_NAMES = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii"})
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
#: A text may hold a few stray control characters; a binary file is full of them.
_CONTROLS_FEW = 8
_CONTROLS_SHARE = 0.1
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def byte_order_encoding(head: bytes) -> str | None:
    """Return the encoding that the first bytes name; None without a byte order mark."""
    return next((name for mark, name in _BOMS if head.startswith(mark)), None)


def check_is_text(head: bytes, place: str) -> None:
    """Raise UnreadableSource where the first bytes of a file are no text."""
    for signature, problem, remedy in _SIGNATURES:
        if head.startswith(signature):
            raise UnreadableSource(place, problem, remedy)
    if byte_order_encoding(head):
        return
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls >= _CONTROLS_FEW and controls > _CONTROLS_SHARE * len(head):
        raise UnreadableSource(place, "is not text but binary", "save it as UTF-8 text")


def decode_text(content: bytes, place: str) -> str:
    """Return the text of a file or line, read as UTF-8, else as Windows-1252.

    UTF-8 may hold lone surrogates, each of them one code point: some programs write
    them, and as Windows-1252 the whole text would be spoilt.

    Raises:
        UnreadableSource: it is neither.
    """
    return _decode(content, ("utf-8", "cp1252"), place)


def decode_page(content: bytes, place: str) -> str:
    """Return the source of an HTML page, read as UTF-8, as it declares, as cp1252.

    UTF-8 comes before what the page declares: words in another encoding are hardly
    ever good UTF-8, while many pages declare what they are not.

    Raises:
        UnreadableSource: it is none of these.
    """
    declared = _META_CHARSET.search(content[:_META_BYTES])
    name = declared.group(1).decode("ascii").lower() if declared else ""
    if name in _LATIN_NAMES or not _PAGE_ENCODING.fullmatch(name):
        return decode_text(content, place)
    return _decode(content, ("utf-8", name, "cp1252"), place)


def _decode(content: bytes, encodings: tuple[str, ...], place: str) -> str:
    for encoding in encodings:
        errors = "surrogatepass" if encoding == "utf-8" else "strict"
        try:
            return content.decode(encoding, errors)
        except (UnicodeDecodeError, LookupError):
            continue
    raise UnreadableSource(
        place, "is in an encoding that cannot be told", "save it as UTF-8"
    )


def replace_surrogates(text: str) -> str:
    """Return `text` with U+FFFD for each lone surrogate, all offsets unchanged.

    JSON can escape half of a surrogate pair (`"\\ud83d"`); no output can encode it.
    """
    return _LONE_SURROGATE.sub("\ufffd", text)
