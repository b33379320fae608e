"""Everything Matinee can tell a reader went wrong.

MatineeError                one line: what happened, to what, and what to do next
├── WrongUse                the reader asked for something that cannot be (exit code 2)
│   ├── BadAddress          not an address we can fetch
│   ├── BadFile             a file given on the command line cannot be read or is not what it should be
│   ├── BadQuery            a query that does not parse; knows the character
│   ├── BadSetting          the configuration file says something it cannot mean
│   ├── UnknownCritic       no subscription by that name, number or address
│   ├── UnknownReview       no review by that number
│   ├── UnknownReply        no reply by that number
│   ├── UnknownWork         no work by that number or title
│   ├── UnknownSearch       no search is kept under that name
│   └── AlreadySubscribed   this feed is in the library
├── RefreshUnderWay         another process refreshes this library: nothing to do (exit code 0)
└── Failure                 the world did not play along (exit code 1)
    ├── FetchFailed         a server did not give what was asked
    ├── NoFeedHere          the address answers, but neither is a feed nor names one
    ├── NotAFeed            the body promised a feed and does not hold one
    └── LibraryError        the library file
        ├── LibraryUnwritable
        ├── LibraryTooNew   written by a later Matinee
        ├── LibraryDamaged
        └── LibraryBusy     another process held it too long

Exceptions outside this tree are bugs. Most failures of the network travel as values (`model.outcome`) and become one of
these only where a person must be told.
"""


class MatineeError(Exception):
    """One line for the reader: `what` happened, and `next_step`, what they can do about it."""

    exit_code = 1

    def __init__(self, what: str, next_step: str = "") -> None:
        self.what = what
        self.next_step = next_step
        super().__init__(what, next_step)

    def __str__(self) -> str:
        return f"{self.what}. {self.next_step}" if self.next_step else self.what


class WrongUse(MatineeError):
    """The reader asked for something that cannot be."""

    exit_code = 2


class BadAddress(WrongUse):
    """Not an address Matinee can fetch."""


class BadFile(WrongUse):
    """A file given on the command line cannot be read, or is not what it should be."""


class BadQuery(WrongUse):
    """A query that does not parse. `position` is the 0-based character it fails at, within `query`."""

    def __init__(self, what: str, query: str, position: int) -> None:
        self.query = query
        self.position = position
        super().__init__(f"{what} (character {position + 1})", "See `matinee list --help` for the query language")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.what, self.query, self.position)


class BadSetting(WrongUse):
    """The configuration file says something it cannot mean."""


class UnknownCritic(WrongUse):
    """No subscription by that name, number or address."""


class UnknownReview(WrongUse):
    """No review by that number."""


class UnknownReply(WrongUse):
    """No reply by that number."""


class UnknownWork(WrongUse):
    """No work by that number or title."""


class UnknownSearch(WrongUse):
    """No search is kept under that name."""


class AlreadySubscribed(WrongUse):
    """This feed is in the library."""


class RefreshUnderWay(MatineeError):
    """Another refresh of the same library is under way; that one does the work."""

    exit_code = 0


class Failure(MatineeError):
    """The world did not play along."""


class FetchFailed(Failure):
    """A server did not give what was asked."""


class NoFeedHere(Failure):
    """The address answers, but is no feed and names none."""


class NotAFeed(Failure):
    """The body promised a feed and does not hold one."""


class LibraryError(Failure):
    """Something is wrong with the library file."""


class LibraryUnwritable(LibraryError):
    """The library cannot be opened or written."""


class LibraryTooNew(LibraryError):
    """The library was written by a later Matinee."""


class LibraryDamaged(LibraryError):
    """The file is not a library, or SQLite says it is damaged."""


class LibraryBusy(LibraryError):
    """Another process held the library for longer than we wait."""
