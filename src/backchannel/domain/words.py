"""Words made comparable: without accents, case and dots, and without endings."""

import unicodedata
from functools import lru_cache

import snowballstemmer

_english = snowballstemmer.stemmer("english")
_UNACCENTED = str.maketrans("øØłŁđĐıæÆß’‘ʼ", "oOlLdDiaAs'''")


@lru_cache(maxsize=65536)
def fold(words: str) -> str:
    """Return `words` for comparing: lower case, no accents, hyphens as blanks."""
    plain = unicodedata.normalize("NFKD", words.translate(_UNACCENTED))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(letters.casefold().replace("-", " ").replace(".", "").split())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of a folded English word: "threaten" for "threatened".

    Source: Snowball, English (Porter2).
    """
    return str(_english.stemWord(word))
