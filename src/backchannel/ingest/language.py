"""In which language a text is written."""

#: Letters under which a guess is worth nothing: a name and a date make any language.
_FEWEST_LETTERS = 40
#: Characters that are enough to tell; more only takes longer.
_ENOUGH = 10_000
#: Codes that the detector gives to what is something else: terse English sentences look
#: to it like Nigerian Pidgin, and lists of numbers and names like no language at all.
_MISTAKEN: dict[str, str | None] = {"pcm": "en", "zxx": None}


def tell_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language; None where `text` is too short."""
    sample = text[:_ENOUGH]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    # Loading its model takes longer than all else in a run that reads nothing.
    from py3langid.langid import classify

    code = str(classify(sample)[0])
    return _MISTAKEN.get(code, code)
