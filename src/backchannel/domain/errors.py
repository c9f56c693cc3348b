"""What can go wrong, and whose fault it is.

BackchannelError
├── SettingsError
├── SourceError
│   └── UnreadableSource
├── ModelMismatch
├── QueryError
└── CaseError
    ├── NotFound
    ├── Ambiguous
    ├── CaseTooNew
    ├── CaseBusy
    ├── CaseUnavailable
    └── Unkeepable

A wrong argument is a `ValueError`: a bug in the calling code. What a text leaves
unsaid is no error at all: see `backchannel.domain.signals.Gap`.
"""


class BackchannelError(Exception):
    """Base of all errors a user can meet and act upon."""


class SettingsError(BackchannelError):
    """A setting has a value that cannot work."""

    def __init__(self, name: str, value: object, remedy: str) -> None:
        super().__init__(f"setting {name} = {value!r}: {remedy}")
        self.name = name
        self.value = value


class SourceError(BackchannelError):
    """A source could not be turned into a document."""

    def __init__(self, source: str, problem: str, remedy: str) -> None:
        super().__init__(f"{source}: {problem}; {remedy}")
        self.source = source
        self.problem = problem
        self.remedy = remedy


class UnreadableSource(SourceError):
    """The source is there but holds no text we can read; trying again won't help."""


def our_fault(source: str, error: Exception) -> SourceError:
    """Return the report of a bug of ours that was met while reading `source`."""
    problem = f"could not be read: {type(error).__name__}: {error}"
    return SourceError(source, problem, "please report it with the file")


class ModelMismatch(BackchannelError):
    """The model file was trained for other label sets than this version's."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(
            f"{path}: {problem}; run `make train` or reinstall backchannel"
        )
        self.path = path


class QueryError(BackchannelError):
    """A search that cannot be understood; its message shows where."""

    def __init__(self, query: str, at: int, problem: str) -> None:
        place = " ".join(query[at : at + 20].split()) or "the end"
        super().__init__(f"search, character {at + 1} ({place}): {problem}")
        self.query = query
        #: Where in the query, in code points from 0.
        self.at = at
        self.problem = problem


class CaseError(BackchannelError):
    """A case could not do what was asked; nothing half done is kept."""

    def __init__(self, case: str, problem: str, remedy: str) -> None:
        super().__init__(f"{case}: {problem}; {remedy}")
        self.case = case
        self.problem = problem
        self.remedy = remedy


class NotFound(CaseError):
    """The case has no record with that id."""


class Ambiguous(CaseError):
    """The beginning of an id fits several records."""


class CaseTooNew(CaseError):
    """The case was written by a later version of backchannel."""


class CaseBusy(CaseError):
    """Somebody else is writing to the case."""


class CaseUnavailable(CaseError):
    """The database cannot be reached, read or written; trying again may help."""


class Unkeepable(CaseError):
    """The database cannot hold a value of a document; others it can."""
