"""Words made comparable: without accents, case and dots."""

import unicodedata
from functools import lru_cache

_UNACCENTED = str.maketrans("øØłŁđĐıæÆß’‘ʼ", "oOlLdDiaAs'''")


@lru_cache(maxsize=65536)
def fold(words: str) -> str:
    """Return `words` for comparing: lower case, no accents, hyphens as blanks."""
    plain = unicodedata.normalize("NFKD", words.translate(_UNACCENTED))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(letters.casefold().replace("-", " ").replace(".", "").split())
